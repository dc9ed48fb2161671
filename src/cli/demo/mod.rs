//! `groundwork demo`: an invented organisation to try the API on; needs no settings.

mod organisation;
mod seed;

use std::net::SocketAddr;

use chrono::Duration;
use groundwork::{
    app,
    auth::{CallerLimits, token},
    clock::Clock,
    config::{self, AuthConfig, DatabaseConfig, EventsConfig, HttpConfig, OperationsBind, TelemetryConfig},
    db::Database,
    state::{Core, State},
    telemetry::Telemetry,
};
use serde_json::json;

pub use self::seed::TENANT;
use self::seed::{DAYS, EMPLOYEE, HR_ADMIN, MANAGER, Seeder};
use super::run::{self, Process};

/// Signs the demo's tokens. It is public: the demo has only invented people.
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
    pub async fn run(mut self) -> anyhow::Result<()> {
        let telemetry = Telemetry::start(&self.telemetry)?;
        let folder = tempfile::Builder::new().prefix("groundwork-demo-").tempdir()?;
        let url = format!("sqlite:{}", folder.path().join("demo.db").display());
        let database: DatabaseConfig = config::defaults(["--database-url", &url])?;
        let auth: AuthConfig = config::defaults(["--auth-hs256-secret", SECRET])?;
        self.events.webhooks_allow_private = true;
        let db = run::open(&database).await?;
        db.migrate(|_| {}).await?;
        self.seed(&db, &database, &auth).await?;

        let core = Core::new(db, Clock::system(), self.events.webhooks());
        let limits = CallerLimits::new(&self.http, &database);
        let state = State::new(core.clone(), &auth, limits)?;
        let operations = self.telemetry.operations_bind.or(Some(OperationsBind::Off));
        let process = Process { telemetry, core, events: self.events, operations };
        let started = |address| {
            print(address)?;
            tracing::info!(%address, "serving the demo");
            Ok(())
        };
        process.serve(state, &self.http, true, started).await
    }

    /// Fills the database by calling the service, on a port of its own and with a clock that starts in the past.
    async fn seed(&self, db: &Database, database: &DatabaseConfig, auth: &AuthConfig) -> anyhow::Result<()> {
        let now = Clock::system().now();
        let clock = Clock::manual(now - Duration::days(DAYS));
        let core = Core::new(db.clone(), clock.clone(), self.events.webhooks());
        let mut http = self.http.clone();
        http.bind = SocketAddr::from(([127, 0, 0, 1], 0));
        http.workers = 1;
        http.rate_limit = 0;
        let state = State::new(core, auth, CallerLimits::new(&http, database))?;
        let (server, address) = app::server(state, &http)?;
        let handle = server.handle();
        let serving = actix_web::rt::spawn(server);
        let expires_at = (now + Duration::days(1)).timestamp();
        let seeder = Seeder::new(format!("http://{address}"), SECRET, clock, expires_at)?;
        eprintln!("Creating seven months of an organisation's data:");
        seeder.run(|part| eprintln!("  {part}")).await?;
        handle.stop(true).await;
        serving.await??;
        Ok(())
    }
}

/// Prints tokens, and requests to try.
fn print(address: SocketAddr) -> anyhow::Result<()> {
    let base = format!("http://{address}");
    let token = |person: &str, roles: &[&str]| -> anyhow::Result<String> {
        let exp = (Clock::system().now() + Duration::days(7)).timestamp();
        Ok(token::mint(SECRET, &json!({"tenant": TENANT, "sub": person, "roles": roles, "exp": exp}))?)
    };
    println!(
        "
Groundwork is running, with 30 people and seven months of their conversations.
All data is deleted when you stop it (Ctrl-C).

Look at the API:          {base}/docs

Tokens, valid for a week: Ana is an employee, Ben her manager, Hanna an HR admin.

export ANA={ana}
export BEN={ben}
export HANNA={hanna}

Try:

# Ana's plan
curl -s {base}/v1/plans -H \"Authorization: Bearer $ANA\"

# Overdue action items of the plans that Ben can read
curl -s '{base}/v1/action-items?overdue=true&sort=due_on' -H \"Authorization: Bearer $BEN\"

# Progress of Ben's team
curl -s {base}/v1/people/$(curl -s {base}/v1/me -H \"Authorization: Bearer $BEN\" \
    | grep -o '\"id\":\"[^\"]*\"' | head -1 | cut -d'\"' -f4)\
    /team-progress -H \"Authorization: Bearer $BEN\"

# The directory, for HR
curl -s '{base}/v1/people?limit=5' -H \"Authorization: Bearer $HANNA\"

# The change feed, which portals follow
curl -s '{base}/v1/events?limit=3' -H \"Authorization: Bearer $HANNA\"

# What an error means
curl -s {base}/problems/plan-not-ready
",
        ana = token(EMPLOYEE, &[])?,
        ben = token(MANAGER, &[])?,
        hanna = token(HR_ADMIN, &["hr_admin"])?,
    );
    Ok(())
}
