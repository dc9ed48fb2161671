//! `groundwork backup` and `groundwork restore`.

use std::{io, path::PathBuf};

use groundwork::{
    clock::Clock,
    config::DatabaseConfig,
    db::{
        Database,
        backup::{self, Contents},
    },
    privacy::ledger::{self, Entry},
};
use sea_orm::DbErr;

use super::{
    ledger::{of_replaced, parse, summary as summary_of_ledger},
    output::say,
    run,
};

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

    /// Replace an existing database. It is kept next to the new one as NAME.replaced-TIME. What was erased, unlinked,
    /// held or deleted since the backup is taken from its ledger
    #[arg(long)]
    replace: bool,

    /// A ledger to replay as well, printed by `groundwork ledger export`
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    /// Restore although the ledger of the existing database cannot be read: what was erased since the backup is back
    /// then, unless --ledger names it
    #[arg(long)]
    without_own_ledger: bool,

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
        let entries = self.entries().await?;
        let mut replayed = None;
        let restored =
            backup::restore(&self.database, &self.file, self.replace, now, async |db: &Database| {
                let core = run::core_of(db.clone()).map_err(|error| DbErr::Custom(error.to_string()))?;
                if let Some(entries) = &entries {
                    replayed = Some(ledger::replay(&core, entries).await?);
                }
                Ok(())
            });
        let (contents, replaced) = restored.await?;
        say!("restored from {}: {}", self.file.display(), summary(&contents));
        say_keys(&contents)?;
        match replayed {
            Some(replayed) => say!("{}", summary_of_ledger(replayed)),
            None => say!(
                "no ledger was replayed: what was erased after the backup is back, and later legal holds are gone; if \
                 there is a ledger, run: \
                 groundwork ledger replay FILE"
            ),
        }
        if let Some(replaced) = replaced {
            say!("the previous database is kept as {}", replaced.display());
        }
        Ok(())
    }

    /// What must be forgotten: the ledgers of the database that is replaced and of a file. None if there is neither.
    async fn entries(&self) -> anyhow::Result<Option<Vec<Entry>>> {
        let mut entries = None;
        let is_there = self.database.sqlite_file().is_some_and(|file| file.exists());
        if self.replace && is_there {
            match of_replaced(&self.database).await {
                Ok(own) => entries = Some(own),
                Err(error) if self.without_own_ledger => eprintln!("its ledger cannot be read: {error}"),
                Err(error) => anyhow::bail!(
                    "the ledger of the database that would be replaced cannot be read ({error}); name one with \
                     --ledger, and add --without-own-ledger"
                ),
            }
        }
        if let Some(file) = &self.ledger {
            entries.get_or_insert_default().extend(parse(file)?);
        }
        Ok(entries)
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
