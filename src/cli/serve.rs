//! `groundwork serve`.

use groundwork::{
    auth::CallerLimits,
    clock::Clock,
    config::{AuthConfig, DatabaseConfig, EventsConfig, HttpConfig, ServeConfig, TelemetryConfig},
    state::{Core, State},
    telemetry::Telemetry,
};

use super::run::{self, Process};

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    database: DatabaseConfig,

    #[command(flatten)]
    auth: AuthConfig,

    #[command(flatten)]
    http: HttpConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    telemetry: TelemetryConfig,

    #[command(flatten)]
    serve: ServeConfig,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        // Checked before the database is touched.
        self.auth.key_source()?;
        let db = run::open_and_migrate(&self.database, self.serve.migrate).await?;
        let core = Core::new(db, Clock::system(), self.events.webhooks());
        let limits = CallerLimits::new(&self.http, &self.database);
        let state = State::new(core.clone(), &self.auth, limits)?;
        let operations = self.telemetry.operations_bind;
        let process = Process { telemetry, core, events: self.events, operations };
        let started = |address| {
            tracing::info!(%address, "serving; the documentation is at /docs");
            Ok(())
        };
        process.serve(state, &self.http, self.serve.worker, started).await
    }
}
