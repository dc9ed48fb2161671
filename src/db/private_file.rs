//! Files that only their owner may read: the embedded database and its backups. SQLite gives the log of a database the
//! mode of the database.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

/// The permissions of all but the owner.
const OTHERS: u32 = 0o077;

/// Creates an empty file. Fails if there is one.
pub fn create(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

/// Creates the file of a database if there is none. Warns of one that others may read, and leaves its mode as it is: a
/// group may be meant to read it.
pub fn prepare(file: &Path) {
    // Other failures are left to SQLite, which reports them.
    if create(file).is_ok() {
        return;
    }
    if let Ok(mode) = fs::metadata(file).map(|metadata| metadata.permissions().mode() & 0o777)
        && mode & OTHERS != 0
    {
        tracing::warn!(
            file = %file.display(),
            mode = %format!("{mode:o}"),
            "other users of the machine can read the database; run: chmod 600 FILE FILE-wal FILE-shm"
        );
    }
}
