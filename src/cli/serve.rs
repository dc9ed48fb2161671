//! `groundwork serve`.

use anyhow::Context as _;
use clap::ArgAction;
use groundwork::{
    app,
    auth::CallerLimits,
    clock::Clock,
    config::{AuthConfig, DatabaseConfig, EventsConfig, HttpConfig, TelemetryConfig},
    db::Engine,
    operations::{self, Operations},
    state::{Core, State},
    telemetry::Telemetry,
};

use super::background::Background;

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    database: DatabaseConfig,

    /// Bring the schema of a PostgreSQL database up to date first; SQLite's always is
    #[arg(long, env = "GROUNDWORK_MIGRATE", help_heading = "Database")]
    migrate: bool,

    #[command(flatten)]
    auth: AuthConfig,

    #[command(flatten)]
    http: HttpConfig,

    #[command(flatten)]
    events: EventsConfig,

    /// Send webhooks and notice what is due; not needed where `groundwork work` does
    #[arg(
        long,
        env = "GROUNDWORK_WORKER",
        default_value_t = true,
        action = ArgAction::Set,
        value_name = "BOOL",
        help_heading = "Events",
    )]
    worker: bool,

    #[command(flatten)]
    telemetry: TelemetryConfig,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        self.auth.key_source()?;
        let engine = self.database.engine()?;
        let db = super::open(&self.database).await?;
        if self.migrate || engine == Engine::Sqlite {
            db.migrate(|step| tracing::info!(step, "changing the schema")).await?;
        }
        let core = Core::new(db.clone(), Clock::system(), self.events.webhooks());
        let limits = CallerLimits::new(self.http.rate_limit, &self.database);
        let state = State::new(core.clone(), &self.auth, limits)?;
        let (server, address) = app::server(state.clone(), &self.http)
            .with_context(|| format!("{} cannot be listened on; check GROUNDWORK_BIND", self.http.bind))?;
        let (filter, otherwise) = (telemetry.log_filter.clone(), Some(operations::DEFAULT));
        let operations = Operations::start(&core, filter, &self.telemetry, otherwise)?;
        let stopped = (server.handle(), self.http.drain_time);
        let mut background = Background::start(&core, Some(state.authenticator), &self.events, Some(stopped));
        if self.worker {
            background.work(&core, &self.events);
        }
        tracing::info!(%address, "serving; the documentation is at /docs");
        server.await?;
        core.stopping.cancel();
        background.end().await;
        operations.stop().await;
        db.close().await?;
        tracing::info!("stopped");
        telemetry.end();
        Ok(())
    }
}
