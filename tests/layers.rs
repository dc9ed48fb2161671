//! Imports run down one list of layers: a module may use those below it, and files of one module may not form a circle.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The layers, from the top. Modules of one line do not use each other.
const LAYERS: &[&[&str]] = &[
    &["cli"],
    &["app"],
    &["board"],
    &["installation", "operations"],
    &["health", "reminders"],
    &["scim"],
    &["privacy"],
    &["conversation", "audit", "brief"],
    &["discussions"],
    &["comments", "proposals"],
    &["feedback"],
    &["action_items"],
    &["action_templates"],
    &["plans"],
    &["teams", "people", "webhooks", "cycles"],
    &["questionnaires"],
    &["events"],
    &["requests"],
    &["state"],
    &["record"],
    &["auth"],
    &["set_aside", "reads"],
    &["http"],
    &["db"],
    &["telemetry"],
    &["entity"],
    &["ids", "client", "config"],
    &["clock", "names", "secrets"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Every Rust file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The code of a file before its tests, which may use what they like.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a text");
    text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
}

/// The paths that a file uses, each whole: `use a::{b, c::d}` names `a::b` and `a::c::d`.
fn uses(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for statement in code.split("use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        expand("", &statement.split_whitespace().collect::<String>(), &mut paths);
    }
    paths
}

fn expand(before: &str, tree: &str, paths: &mut Vec<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        paths.push(format!("{before}{tree}"));
        return;
    };
    let before = format!("{before}{head}");
    let (mut depth, mut start) = (0, 0);
    let inner = rest.strip_suffix('}').unwrap_or(rest);
    for (position, letter) in inner.char_indices().chain([(inner.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = &inner[start..position];
                if !branch.is_empty() {
                    expand(&before, branch, paths);
                }
                start = position + 1;
            }
            _ => {}
        }
    }
}

/// Every module of the crate that some code names: in `use`, and as `crate::module::…` within it.
fn modules(code: &str) -> BTreeSet<String> {
    let used = uses(code).into_iter();
    let inline = code.split("crate::").skip(1).map(|rest| format!("crate::{rest}"));
    let first = |path: String| {
        let rest = path.split("crate::").nth(1)?;
        let end =
            rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len());
        Some(rest[..end].to_owned()).filter(|name| !name.is_empty())
    };
    used.chain(inline).filter(|path| path.contains("crate::")).filter_map(first).collect()
}

#[test]
fn imports_run_down_the_list_of_layers() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in files(&src).iter().filter(|file| file.extension().is_some_and(|name| name == "rs")) {
        let path = file.strip_prefix(&src).expect("a file of src");
        let module = path.iter().next().expect("a name").to_string_lossy().replace(".rs", "");
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let own = layer(&module).unwrap_or_else(|| panic!("{module} has no layer: give it one"));
        // The command line uses the library by its name.
        let code = if module == "cli" { code(file).replace("groundwork::", "crate::") } else { code(file) };
        for used in modules(&code).into_iter().filter(|used| *used != module && *used != "cli") {
            match layer(&used) {
                Some(below) if below > own => {}
                Some(_) => wrong.push(format!("{} uses {used}, which is not below {module}", path.display())),
                None if module == "cli" => {}
                None => wrong.push(format!("{} uses {used}, which has no layer", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_files_of_a_module_form_a_circle() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&src).iter().filter(|file| file.extension().is_some_and(|name| name == "rs")) {
        let path = file.strip_prefix(&src).expect("a file of src").with_extension("");
        let (folder, name) = (path.parent().expect("a folder"), path.file_name().expect("a name"));
        // A folder's own file lists what is in it and re-exports some: it is no one's source.
        if name == "mod" || folder.as_os_str().is_empty() {
            continue;
        }
        let siblings = uses(&code(file)).into_iter().filter_map(|path| {
            let rest = path.strip_prefix("super::")?;
            Some(rest.split("::").next()?.to_owned())
        });
        let siblings = siblings.filter(|name| folder_has(&src.join(folder), name));
        let from = path.to_string_lossy().into_owned();
        arrows.entry(from).or_default().extend(siblings.map(|name| format!("{}/{name}", folder.display())));
    }
    let circles: Vec<&String> = arrows.keys().filter(|file| reaches(&arrows, file, file)).collect();
    assert!(circles.is_empty(), "these files import each other in a circle: {circles:#?}");
}

fn folder_has(folder: &Path, module: &str) -> bool {
    folder.join(format!("{module}.rs")).exists()
}

/// Whether arrows lead from one file to another, over one or more.
fn reaches(arrows: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        for target in arrows.get(file).into_iter().flatten() {
            if target == to {
                return true;
            }
            if seen.insert(target) {
                next.push(target);
            }
        }
    }
    false
}
