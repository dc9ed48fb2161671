//! `groundwork backup` and `groundwork restore`.

use std::path::PathBuf;

use groundwork::{
    clock::Clock,
    config::DatabaseConfig,
    db::backup::{self, Contents},
};

use super::output;

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
        output::line(format_args!(
            "backed up to {} and verified: {}",
            self.file.display(),
            summary(contents)
        ))?;
        Ok(())
    }
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        let now = Clock::system().now();
        let (contents, replaced) = backup::restore(&self.database, &self.file, self.replace, now).await?;
        output::line(format_args!("restored from {}: {}", self.file.display(), summary(contents)))?;
        if let Some(replaced) = replaced {
            output::line(format_args!("the previous database is kept as {}", replaced.display()))?;
        }
        Ok(())
    }
}

fn summary(Contents { bytes, tenants, people, plans, events }: Contents) -> String {
    format!("tenants: {tenants}, people: {people}, plans: {plans}, events: {events}, size: {bytes} bytes")
}
