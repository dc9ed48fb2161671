//! `groundwork serve`.

use std::time::Duration;

use anyhow::Context as _;
use groundwork::{
    app,
    clock::Clock,
    config::{AuthConfig, DatabaseConfig, HttpConfig, LogConfig},
    db::Engine,
    state::State,
    telemetry,
};

/// How often what is no longer needed is cleared away.
const TIDY_EVERY: Duration = Duration::from_secs(600);

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
    log: LogConfig,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        telemetry::init(&self.log)?;
        self.auth.key_source()?;
        let engine = self.database.engine()?;
        let db = super::open(&self.database).await?;
        if self.migrate || engine == Engine::Sqlite {
            db.migrate(|step| tracing::info!(step, "changing the schema")).await?;
        }
        let state = State::new(db.clone(), &self.auth, self.http.rate_limit, Clock::system())?;
        let (server, address) = app::server(state.clone(), &self.http, true)
            .with_context(|| format!("{} cannot be listened on; check GROUNDWORK_BIND", self.http.bind))?;
        tracing::info!(%address, "serving; the documentation is at /docs");
        let tidying = actix_web::rt::spawn(tidy(state));
        server.await?;
        tidying.abort();
        db.close().await?;
        tracing::info!("stopped");
        Ok(())
    }
}

/// Clears away what is no longer needed, for as long as the service runs.
async fn tidy(state: State) {
    let mut interval = actix_web::rt::time::interval(TIDY_EVERY);
    loop {
        interval.tick().await;
        state.gate.tidy();
        state.db.tidy();
        if let Err(error) = state.db.forget_expired_idempotency_records(state.clock.now()).await {
            tracing::warn!(cause = %error, "answers kept for retries could not be cleared away");
        }
    }
}
