//! `groundwork serve`.

use groundwork::{
    auth::CallerLimits,
    board::Board,
    clock::Clock,
    config::{
        AuthConfig, BoardConfig, DatabaseConfig, EncryptionConfig, EventsConfig, HttpConfig, PlansConfig,
        ServeConfig, TelemetryConfig,
    },
    state::{Core, State},
    telemetry::Telemetry,
};

use super::run::{self, Process};

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    database: DatabaseConfig,

    #[command(flatten)]
    encryption: EncryptionConfig,

    #[command(flatten)]
    auth: AuthConfig,

    #[command(flatten)]
    http: HttpConfig,

    #[command(flatten)]
    board: BoardConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    plans: PlansConfig,

    #[command(flatten)]
    telemetry: TelemetryConfig,

    #[command(flatten)]
    serve: ServeConfig,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        // Checked before the database is touched.
        let auth = self.auth.settings()?;
        let board = self.board.settings(&auth)?;
        let secrets = self.encryption.secrets()?;
        let _claimed = run::claim(&self.database)?;
        let db = run::open_and_migrate(&self.database, self.serve.migrate).await?;
        let mut core = Core::new(db, Clock::system(), self.events.webhooks(), secrets);
        core.plans = self.plans;
        let missing = core.missing_migrations().await?;
        if missing > 0 {
            core.set_migrated(false);
            tracing::warn!(
                missing,
                "the schema is not up to date, so requests get 503; run: groundwork migrate up"
            );
        } else {
            run::load_keys(&core).await?;
        }
        let limits = CallerLimits::new(&self.http, &self.database);
        let state = State::new(core.clone(), &auth, limits)?;
        for issuer in &auth.issuers {
            tracing::info!("accepting tokens: {issuer}");
        }
        if auth.issuers.iter().any(|issuer| issuer.audience.is_none() && issuer.url.is_some()) {
            tracing::warn!(
                "no audience is set, so tokens that the issuer made for other services are accepted as well; set \
                 GROUNDWORK_AUTH_AUDIENCE"
            );
        }
        if let Some(board) = &board {
            tracing::info!("the board is at /board/; people sign in at {}", board.issuer);
        }
        let board = board.as_ref().map(Board::new);
        let operations = self.telemetry.operations_bind;
        let process = Process { telemetry, core, events: self.events, operations };
        let started = |address| {
            tracing::info!(%address, "serving; the documentation is at /docs");
            Ok(())
        };
        process.serve(state, &self.http, board, self.serve.worker, started).await
    }
}
