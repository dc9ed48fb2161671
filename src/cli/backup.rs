//! `groundwork backup` and `groundwork restore`.

use std::path::PathBuf;

use groundwork::{
    clock::Clock,
    config::DatabaseConfig,
    db::backup::{self, Contents},
};

#[derive(clap::Args)]
pub struct Backup {
    /// The backup to be made: a new file, which may be restored or opened like any SQLite database
    file: PathBuf,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,

    /// Take the place of a database that is there; it is kept beside, as NAME.replaced-TIME
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    database: DatabaseConfig,
}

impl Backup {
    pub async fn run(self) -> anyhow::Result<()> {
        let contents = backup::back_up(&self.database, &self.file).await?;
        println!("backed up to {}, and read back: {}", self.file.display(), told(contents));
        Ok(())
    }
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        let now = Clock::system().now();
        let (contents, replaced) = backup::restore(&self.database, &self.file, self.replace, now).await?;
        println!("restored from {}: {}", self.file.display(), told(contents));
        if let Some(replaced) = replaced {
            println!("what was there is now {}", replaced.display());
        }
        Ok(())
    }
}

fn told(Contents { bytes, tenants, people, plans, events }: Contents) -> String {
    format!("{tenants} tenants, {people} people, {plans} plans, {events} events in {bytes} bytes")
}
