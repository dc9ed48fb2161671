//! `groundwork work`.

use groundwork::{
    clock::Clock,
    config::{DatabaseConfig, EventsConfig, TelemetryConfig},
    db::Engine,
    operations::{self, Operations},
    state::Core,
    telemetry::Telemetry,
};

use super::background::Background;

#[derive(clap::Args)]
pub struct Work {
    #[command(flatten)]
    database: DatabaseConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    telemetry: TelemetryConfig,
}

impl Work {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        let engine = self.database.engine()?;
        let db = super::open(&self.database).await?;
        if engine == Engine::Sqlite {
            db.migrate(|step| tracing::info!(step, "changing the schema")).await?;
        }
        let missing = db.migration_status().await?.iter().filter(|(_, taken)| !taken).count();
        anyhow::ensure!(missing == 0, "the schema is not up to date; run groundwork migrate up");
        let core = Core::new(db.clone(), Clock::system(), self.events.webhooks());
        let (filter, otherwise) = (telemetry.log_filter.clone(), Some(operations::DEFAULT));
        let operations = Operations::start(&core, filter, &self.telemetry, otherwise)?;
        let mut background = Background::start(&core, None, &self.events, None);
        background.work(&core, &self.events);
        tracing::info!("working");
        background.end().await;
        operations.stop().await;
        db.close().await?;
        tracing::info!("stopped");
        telemetry.end();
        Ok(())
    }
}
