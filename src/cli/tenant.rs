//! `groundwork tenant`: a customer who leaves, how long the data of one is kept, and a person whose data is exported.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};
use groundwork::{
    config::DatabaseConfig,
    db::Read as _,
    ids::{PersonId, TenantId},
    privacy::{self, retention, tenant},
};
use sea_orm::FromQueryResult;

use super::{output::say, run};

#[derive(clap::Args)]
pub struct Tenant {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Write all rows of a tenant as NDJSON: `{"table": …, "row": …}`. Stop what writes for the tenant first. The audit
    /// log records it
    Export(Export),
    /// Write all that is stored about one person, private texts included, as JSON. For a leaver, on the person's word.
    /// The audit log records it
    ExportPerson(ExportPerson),
    /// Delete a tenant with all its rows, for good. If it is interrupted, run it again
    Delete(Delete),
    /// Show how long the data of a tenant is kept, or change it
    Retention(Retention),
}

#[derive(clap::Args)]
struct Export {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    /// The file to write, which must not exist; standard output unless given
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
struct ExportPerson {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    /// The person's `external_id`
    #[arg(long, value_name = "EXTERNAL_ID")]
    person: String,

    /// The file to write, which must not exist; standard output unless given
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
struct Delete {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    /// The same name again
    #[arg(long, value_name = "NAME")]
    confirm: String,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
struct Retention {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    /// Days after they have left until people are erased: a number, `never`, or `default` as
    /// GROUNDWORK_LEAVER_RETENTION says
    #[arg(long, value_name = "DAYS", value_parser = kept_days)]
    leavers: Option<Kept>,

    /// Days that events and their deliveries are kept: a number, or `default` as GROUNDWORK_EVENT_RETENTION says
    #[arg(long, value_name = "DAYS", value_parser = kept_days)]
    events: Option<Kept>,

    #[command(flatten)]
    database: DatabaseConfig,
}

/// How long something is kept; none as the settings say, 0 for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept(Option<i32>);

fn kept_days(text: &str) -> Result<Kept, String> {
    match text {
        "default" => Ok(Kept(None)),
        "never" => Ok(Kept(Some(0))),
        _ => {
            let days = text.parse().ok().filter(|days| (1..=36_500).contains(days));
            let days = days.ok_or("write a number of days from 1 to 36500, `never` or `default`")?;
            Ok(Kept(Some(days)))
        }
    }
}

impl Tenant {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.action {
            Action::Export(export) => export.run().await,
            Action::ExportPerson(export) => export.run().await,
            Action::Delete(delete) => delete.run().await,
            Action::Retention(retention) => retention.run().await,
        }
    }
}

/// Where an export is written: a file that only its owner reads, or standard output.
fn writer(file: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    let Some(file) = file else { return Ok(Box::new(BufWriter::new(io::stdout()))) };
    let new: File = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .with_context(|| format!("cannot create {}", file.display()))?;
    Ok(Box::new(BufWriter::new(new)))
}

impl Export {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.database).await?;
        let id = run::existing_tenant(&core.db, &self.tenant).await?;
        let mut writer = writer(self.output.as_deref())?;
        // Progress goes to standard error, as the rows may go to standard output.
        let write = |line: &str| -> anyhow::Result<()> { Ok(writeln!(writer, "{line}")?) };
        let total = tenant::export(&core, id, write, |table, rows| eprintln!("{table}: {rows}")).await?;
        writer.flush()?;
        eprintln!("exported rows: {total}");
        Ok(core.db.close().await?)
    }
}

impl ExportPerson {
    async fn run(self) -> anyhow::Result<()> {
        #[derive(FromQueryResult)]
        struct Found {
            id: PersonId,
        }
        let core = run::core(&self.database).await?;
        let db = core.db.reader(TenantId::of(&self.tenant));
        let find = "select p.id from people p where p.tenant_id = $1 and p.external_id = $2";
        let found: Option<Found> = db.find(find, [self.person.as_str().into()]).await?;
        let Found { id } = found.context("there is no person with this external_id")?;
        let export = privacy::export_for_operator(&core, db.tenant(), id).await?;
        let export = export.context("there is no person with this external_id")?;
        let mut writer = writer(self.output.as_deref())?;
        serde_json::to_writer_pretty(&mut writer, &export)?;
        writeln!(writer)?;
        writer.flush()?;
        Ok(core.db.close().await?)
    }
}

impl Delete {
    async fn run(self) -> anyhow::Result<()> {
        ensure!(self.tenant == self.confirm, "--confirm is not the name that --tenant gives");
        let core = run::core(&self.database).await?;
        let id = run::existing_tenant(&core.db, &self.tenant).await?;
        let progress = |table: &str, rows: u64| {
            if rows > 0 {
                eprintln!("{table}: {rows}");
            }
        };
        match tenant::delete(&core, id, progress).await? {
            Ok(total) => say!("deleted rows: {total}"),
            Err(holds) => anyhow::bail!("people are under a legal hold: {holds}; HR must release it first"),
        }
        Ok(core.db.close().await?)
    }
}

impl Retention {
    async fn run(self) -> anyhow::Result<()> {
        ensure!(self.events != Some(Kept(Some(0))), "--events: events cannot be kept for good");
        let core = run::core(&self.database).await?;
        let [events, leavers] = [self.events, self.leavers].map(|kept| kept.map(|Kept(days)| days));
        let rules = retention::set(&core, TenantId::of(&self.tenant), events, leavers).await?;
        let rules = rules.with_context(|| format!("there is no tenant {}", self.tenant))?;
        let shown = |days: Option<i32>| match days {
            None => "default".to_owned(),
            Some(0) => "never".to_owned(),
            Some(days) => format!("{days} days"),
        };
        say!("leavers: {}, events: {}", shown(rules.leavers_kept_days), shown(rules.events_kept_days));
        Ok(core.db.close().await?)
    }
}
