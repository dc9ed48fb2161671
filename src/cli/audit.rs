//! `groundwork audit`: verifies the audit log.

use anyhow::{bail, ensure};
use groundwork::{
    audit,
    clock::Clock,
    config::{DatabaseConfig, EncryptionConfig, EventsConfig},
    secrets::Signature,
    state::Core,
};

use super::{output::say, run};

#[derive(clap::Args)]
pub struct Audit {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Verify that no audit record was changed, deleted, inserted or moved; fails at the first that was
    Verify(Box<Verify>),
}

#[derive(clap::Args)]
struct Verify {
    /// Only this tenant, by its name in tokens; all unless given
    #[arg(long, value_name = "NAME")]
    tenant: Option<String>,

    /// A digest of the tenant's log that was given out, by `groundwork.audit.sealed.v1` or the log. Also finds that
    /// records were cut off at the end, and that an older backup was restored
    #[arg(long, value_name = "DIGEST", requires = "tenant", value_parser = digest)]
    head: Option<Signature>,

    #[command(flatten)]
    database: DatabaseConfig,

    #[command(flatten)]
    encryption: EncryptionConfig,
}

fn digest(text: &str) -> Result<Signature, String> {
    text.trim().parse().map_err(|_| "write a digest as the event has it: KEY.HMAC".into())
}

impl Audit {
    pub async fn run(self) -> anyhow::Result<()> {
        let Action::Verify(verify) = self.action;
        verify.run().await
    }
}

impl Verify {
    async fn run(self) -> anyhow::Result<()> {
        let db = run::open_existing(&self.database).await?;
        let events: EventsConfig = groundwork::config::defaults([""; 0])?;
        let core = Core::new(db, Clock::system(), events.webhooks(), self.encryption.secrets()?);
        ensure!(
            core.missing_migrations().await? == 0,
            "the schema is not up to date; run: groundwork migrate up"
        );
        core.load_keys().await?;
        let tenants = match &self.tenant {
            Some(name) => vec![run::existing_tenant(&core.db, name).await?],
            None => core.db.tenants().await?,
        };
        let mut faults = 0;
        for tenant in tenants {
            let name = self.tenant.clone().unwrap_or_else(|| tenant.to_string());
            let mut reported = 0;
            // On standard error: it may take long.
            let report = |verified: u64| {
                if verified >= reported + 100_000 {
                    reported = verified;
                    eprintln!("{name}: {verified} records so far");
                }
            };
            match audit::verify(&core, tenant, self.head, report).await? {
                Ok(audit::Verified { records, erased, head }) => {
                    let head = head.map(|head| format!(", head {head}")).unwrap_or_default();
                    say!(
                        "{name}: {records} records are as they were sealed, {erased} with erased details{head}"
                    );
                }
                Err(fault) => {
                    faults += 1;
                    say!("{name}: {fault}");
                }
            }
        }
        core.db.close().await?;
        if faults > 0 {
            bail!("audit logs that are not as they were sealed: {faults}");
        }
        Ok(())
    }
}
