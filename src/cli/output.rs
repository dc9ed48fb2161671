//! What the commands print. `println!` would panic once the reader has gone, as in `groundwork openapi | head`.

use std::io::{self, Write as _};

/// Prints a line as `println!` formats it, and returns the error if that fails.
macro_rules! say {
    ($($what:tt)*) => { $crate::cli::output::text(&format!("{}\n", format_args!($($what)*)))? };
}
pub(super) use say;

/// Prints a whole text on standard output.
pub fn text(text: impl AsRef<str>) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_ref().as_bytes())
}

/// Whether a command failed because no one reads what it prints any longer.
pub fn reader_has_gone(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
