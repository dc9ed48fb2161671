//! `groundwork demo`: an organisation to look at, with nothing to configure.

mod organisation;
mod story;

use std::net::SocketAddr;

use anyhow::Context as _;
use chrono::Duration;
use groundwork::{
    app,
    auth::{CallerLimits, token},
    clock::Clock,
    config::{AuthConfig, DatabaseConfig, EventsConfig, HttpConfig, TelemetryConfig, WebhookSettings},
    db::{Database, Engine},
    operations::Operations,
    state::{Core, State},
    telemetry::Telemetry,
};
use serde_json::json;

pub use self::story::TENANT;
use self::story::{DAYS, EMPLOYEE, HR_ADMIN, MANAGER, Narrator};
use super::background::Background;

/// Signs the demo's tokens. Everybody knows it: it protects nothing but invented people.
pub const SECRET: &str = "the groundwork demo has no secrets to keep";

#[derive(clap::Args)]
pub struct Demo {
    #[command(flatten)]
    http: HttpConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    telemetry: TelemetryConfig,
}

impl Demo {
    pub async fn run(self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        let folder = tempfile::Builder::new().prefix("groundwork-demo-").tempdir()?;
        let database = DatabaseConfig::at(&format!("sqlite:{}", folder.path().join("demo.db").display()));
        let db = Database::connect(&database, Engine::Sqlite).await?;
        db.migrate(|_| {}).await?;
        self.live_through_it(&db, &database).await?;

        let webhooks = WebhookSettings { allow_private: true, ..self.events.webhooks() };
        let core = Core::new(db.clone(), Clock::system(), webhooks);
        let limits = CallerLimits::new(self.http.rate_limit, &database);
        let state = State::new(core.clone(), &AuthConfig::of_secret(SECRET), limits)?;
        let (server, address) = app::server(state.clone(), &self.http).with_context(|| {
            format!("{} cannot be listened on; choose another with --bind", self.http.bind)
        })?;
        let operations = Operations::start(&core, telemetry.log_filter.clone(), &self.telemetry, None)?;
        let stopped = (server.handle(), self.http.drain_time);
        let mut background = Background::start(&core, Some(state.authenticator), &self.events, Some(stopped));
        background.work(&core, &self.events);
        print(address)?;
        tracing::info!(%address, "serving the demo");
        server.await?;
        core.stopping.cancel();
        background.end().await;
        operations.stop().await;
        db.close().await?;
        telemetry.end();
        Ok(())
    }

    /// Fills the database by calling the service, on a port of its own and with the clock turned back.
    async fn live_through_it(&self, db: &Database, database: &DatabaseConfig) -> anyhow::Result<()> {
        let now = Clock::system().now();
        let clock = Clock::manual(now - Duration::days(DAYS));
        let core = Core::new(db.clone(), clock.clone(), self.events.webhooks());
        let state = State::new(core, &AuthConfig::of_secret(SECRET), CallerLimits::new(0, database))?;
        let mut http = self.http.clone();
        http.bind = SocketAddr::from(([127, 0, 0, 1], 0));
        http.workers = 1;
        let (server, address) = app::server(state, &http)?;
        let handle = server.handle();
        let serving = actix_web::rt::spawn(server);
        let expires_at = (now + Duration::days(1)).timestamp();
        let narrator = Narrator::new(format!("http://{address}"), SECRET, clock, expires_at)?;
        eprintln!("Living through seven months of an organisation:");
        narrator.tell(|part| eprintln!("  {part}")).await?;
        handle.stop(true).await;
        serving.await??;
        Ok(())
    }
}

/// What to try.
fn print(address: SocketAddr) -> anyhow::Result<()> {
    let base = format!("http://{address}");
    let token = |person: &str, roles: &[&str]| -> anyhow::Result<String> {
        let exp = (Clock::system().now() + Duration::days(7)).timestamp();
        Ok(token::mint(SECRET, &json!({"tenant": TENANT, "sub": person, "roles": roles, "exp": exp}))?)
    };
    println!(
        "
Groundwork is running, with 30 people and seven months of their conversations.
Everything is gone when you stop it (Ctrl-C).

Look at the API:          {base}/docs

Tokens, good for a week: Ana is an employee, Ben her manager, Hanna an HR admin.

export ANA={ana}
export BEN={ben}
export HANNA={hanna}

Try:

# What Ana's plan says, and where it stands
curl -s {base}/v1/plans -H \"Authorization: Bearer $ANA\"

# What is late among the plans that Ben may see
curl -s '{base}/v1/action-items?overdue=true&sort=due_on' -H \"Authorization: Bearer $BEN\"

# How Ben's team progresses
curl -s {base}/v1/people/$(curl -s {base}/v1/me -H \"Authorization: Bearer $BEN\" \
    | grep -o '\"id\":\"[^\"]*\"' | head -1 | cut -d'\"' -f4)\
    /team-progress -H \"Authorization: Bearer $BEN\"

# Who works here, for HR
curl -s '{base}/v1/people?limit=5' -H \"Authorization: Bearer $HANNA\"

# What has happened, as portals follow it
curl -s '{base}/v1/events?limit=3' -H \"Authorization: Bearer $HANNA\"

# Why an error is an error
curl -s {base}/problems/plan-not-ready
",
        ana = token(EMPLOYEE, &[])?,
        ben = token(MANAGER, &[])?,
        hanna = token(HR_ADMIN, &["hr_admin"])?,
    );
    Ok(())
}
