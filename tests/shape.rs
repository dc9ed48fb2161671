//! The shape of the code, where the compiler and its tools do not hold us to it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The most columns of a line. What `rustfmt` leaves alone, as attributes and long texts, is wrapped by hand.
const MOST_COLUMNS: usize = 120;

#[test]
fn every_line_can_be_read_without_scrolling() -> io::Result<()> {
    let mut found = Vec::new();
    for file in [files("src")?, files("tests")?].concat() {
        // Data that a test writes, not code.
        if file.extension().is_some_and(|extension| extension == "json") {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        let lines = text.lines().enumerate().filter(|(_, line)| line.chars().count() > MOST_COLUMNS);
        found.extend(lines.map(|(at, _)| format!("{}:{}", file.display(), at + 1)));
    }

    assert!(found.is_empty(), "longer than {MOST_COLUMNS} columns:\n{}", found.join("\n"));
    Ok(())
}

/// All files below a folder of the repository.
fn files(folder: impl AsRef<Path>) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
