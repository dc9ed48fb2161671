//! `groundwork ledger`: what a restored backup must forget again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use groundwork::{
    config::DatabaseConfig,
    db::Database,
    privacy::ledger::{self, Entry, Replayed},
};

use super::{
    output::{self, say},
    run,
};

#[derive(clap::Args)]
pub struct Ledger {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Print the ledger: erasures, links that have ended, legal holds with their releases, and tenants that were
    /// deleted, as NDJSON. Keep it where backups are not
    Export(Export),
    /// Erase, unlink, hold, release and delete again what the ledger names and a restored database does not know of.
    /// What it knows is left alone
    Replay(Replay),
}

#[derive(clap::Args)]
struct Export {
    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
struct Replay {
    /// A file that `groundwork ledger export` has printed
    file: PathBuf,

    #[command(flatten)]
    database: DatabaseConfig,
}

impl Ledger {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.action {
            Action::Export(export) => {
                let db = run::open_existing(&export.database).await?;
                let entries = ledger::read(&db).await?;
                db.close().await?;
                for entry in entries {
                    say!("{}", serde_json::to_string(&entry)?);
                }
                Ok(())
            }
            Action::Replay(replay) => {
                let entries = parse(&replay.file)?;
                let core = run::core(&replay.database).await?;
                let replayed = ledger::replay(&core, &entries).await?;
                core.db.close().await?;
                output::text(format!("{}\n", summary(replayed)))?;
                Ok(())
            }
        }
    }
}

/// The entries of a file.
pub fn parse(file: &Path) -> anyhow::Result<Vec<Entry>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}, line {}: not an entry of a ledger", file.display(), number + 1))
        })
        .collect()
}

/// The ledger of the database that is about to be replaced.
pub async fn of_replaced(config: &DatabaseConfig) -> anyhow::Result<Vec<Entry>> {
    let db: Database = run::open_existing(config).await?;
    let entries = ledger::read(&db).await;
    db.close().await?;
    Ok(entries?)
}

/// What a replay has done, in words.
pub fn summary(replayed: Replayed) -> String {
    let Replayed { erased, unlinked, deleted_tenants, held, released, unchanged } = replayed;
    format!(
        "ledger: erased again: {erased}, unlinked again: {unlinked}, tenants deleted again: {deleted_tenants}, \
         holds placed again: {held}, holds released again: {released}, nothing to do: {unchanged}"
    )
}
