//! The file of an embedded database: that only one process serves it, and that it is still where it was.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::{MetadataExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use sea_orm::{DbErr, RuntimeErr};

/// A file that is open, by its name and by what the file system calls it.
#[derive(Debug)]
pub struct EmbeddedFile {
    path: PathBuf,
    device: u64,
    inode: u64,
}

impl EmbeddedFile {
    pub fn of(path: &Path) -> io::Result<Self> {
        let found = fs::metadata(path)?;
        Ok(Self { path: path.to_owned(), device: found.dev(), inode: found.ino() })
    }

    /// Fails if the file was removed, or another was put in its place: what is written then is lost when the process
    /// ends.
    pub fn check(&self) -> Result<(), DbErr> {
        let is_there = fs::metadata(&self.path)
            .is_ok_and(|found| (found.dev(), found.ino()) == (self.device, self.inode));
        if is_there {
            return Ok(());
        }
        let path = self.path.display();
        let fault =
            format!("{path} was removed or replaced while in use; put it back, or start the service again");
        Err(DbErr::Conn(RuntimeErr::Internal(fault)))
    }
}

/// Claims an embedded database for this process, until the result is dropped or the process ends. None if another
/// process has it. A file of its own is locked: closing a handle of the database itself would release SQLite's locks.
pub fn claim(database: &Path) -> io::Result<Option<File>> {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    let lock = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(name)?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_file_that_was_removed_or_replaced_is_noticed() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("test.db");
        fs::write(&path, "one").unwrap();
        let file = EmbeddedFile::of(&path).unwrap();
        file.check().unwrap();

        fs::rename(&path, folder.path().join("away")).unwrap();
        assert!(file.check().unwrap_err().to_string().contains("test.db was removed"));
        fs::write(&path, "two").unwrap();
        file.check().unwrap_err();

        fs::rename(folder.path().join("away"), &path).unwrap();
        file.check().unwrap();
    }

    #[test]
    fn one_process_claims_a_database() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("test.db");
        let claimed = claim(&path).unwrap();
        assert!(claimed.is_some());
        assert!(claim(&path).unwrap().is_none());
        drop(claimed);
        assert!(claim(&path).unwrap().is_some());
    }
}
