//! `groundwork backup` and `groundwork restore`.

use std::{io, path::PathBuf};

use groundwork::{
    clock::Clock,
    config::DatabaseConfig,
    db::backup::{self, Contents},
};

use super::output::say;

#[derive(clap::Args)]
pub struct Backup {
    /// The file to write, which must not exist. It is a SQLite database, and can be opened as one
    file: PathBuf,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
pub struct Restore {
    /// The backup to restore
    file: PathBuf,

    /// Replace an existing database. It is kept next to the new one as NAME.replaced-TIME
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    database: DatabaseConfig,
}

impl Backup {
    pub async fn run(self) -> anyhow::Result<()> {
        let contents = backup::back_up(&self.database, &self.file).await?;
        let summary = summary(&contents);
        say!("backed up to {} and verified: {summary}", self.file.display());
        say_keys(&contents)?;
        Ok(())
    }
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        let now = Clock::system().now();
        let (contents, replaced) = backup::restore(&self.database, &self.file, self.replace, now).await?;
        say!("restored from {}: {}", self.file.display(), summary(&contents));
        say_keys(&contents)?;
        if let Some(replaced) = replaced {
            say!("the previous database is kept as {}", replaced.display());
        }
        Ok(())
    }
}

/// Names the keys without which the backup's secrets cannot be read.
fn say_keys(contents: &Contents) -> io::Result<()> {
    if !contents.needed_keys.is_empty() {
        let keys: Vec<&str> = contents.needed_keys.iter().map(String::as_str).collect();
        let keys = keys.join(", ");
        say!("needs these keys of GROUNDWORK_ENCRYPTION_KEY, which it does not contain: {keys}");
    }
    if let Some(key) = &contents.own_key {
        say!("contains the encryption key {key}: anyone with the backup can read the webhook secrets");
    }
    Ok(())
}

fn summary(contents: &Contents) -> String {
    let Contents { bytes, tenants, people, plans, events, .. } = contents;
    format!("tenants: {tenants}, people: {people}, plans: {plans}, events: {events}, size: {bytes} bytes")
}
