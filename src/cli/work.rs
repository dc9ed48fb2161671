//! `groundwork work`.

use groundwork::{
    clock::Clock,
    config::{DatabaseConfig, EncryptionConfig, EventsConfig, TelemetryConfig},
    state::Core,
    telemetry::Telemetry,
};

use super::run::{self, Process};

#[derive(clap::Args)]
pub struct Work {
    #[command(flatten)]
    database: DatabaseConfig,

    #[command(flatten)]
    encryption: EncryptionConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    telemetry: TelemetryConfig,
}

impl Work {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        let _claimed = run::claim(&self.database)?;
        let db = run::open_and_migrate(&self.database, false).await?;
        let core = Core::new(db, Clock::system(), self.events.webhooks(), self.encryption.secrets()?);
        let missing = core.missing_migrations().await?;
        anyhow::ensure!(missing == 0, "the schema is not up to date; run: groundwork migrate up");
        run::load_keys(&core).await?;
        let operations = self.telemetry.operations_bind;
        Process { telemetry, core, events: self.events, operations }.work().await
    }
}
