//! `groundwork demo`: an invented organisation to try the API on; needs no settings.

#![expect(
    clippy::indexing_slicing,
    reason = "the demo reads what it has just written, before it serves requests"
)]

mod ana;
mod hr;
mod organisation;
mod seed;
mod service;
mod talks;

use std::net::SocketAddr;

use chrono::Duration;
use groundwork::{
    app,
    auth::{CallerLimits, token},
    board::{Board, DemoPerson, DemoRole, DemoSignIn},
    clock::Clock,
    config::{
        self, AuthConfig, AuthSettings, DatabaseConfig, EventsConfig, HttpConfig, OperationsBind,
        TelemetryConfig,
    },
    db::Database,
    secrets::{Key, Secrets},
    state::{Core, State},
    telemetry::Telemetry,
};
use serde_json::{Value, json};

pub use self::organisation::TENANT;
use self::{
    organisation::{DAYS, EMPLOYEE, HR_ADMIN, MANAGER},
    seed::{Seeded, Seeder},
    service::Service,
};
use super::{
    output::say,
    run::{self, Process},
};

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
        let auth = config::defaults::<AuthConfig>(["--auth-hs256-secret", SECRET])?.settings()?;
        self.events.webhooks_allow_private = true;
        let db = run::open(&database).await?;
        db.migrate(|_| {}).await?;
        // The key is made in memory: the demo's database ends with the process.
        let secrets = Secrets::new(Key::parse(&Key::generate()?).into_iter().collect());
        let seeded = self.seed(&db, &database, &auth, &secrets).await?;

        let core = Core::new(db, Clock::system(), self.events.webhooks(), secrets);
        let limits = CallerLimits::new(&self.http, &database);
        let state = State::new(core.clone(), &auth, limits)?;
        let operations = self.telemetry.operations_bind.or(Some(OperationsBind::Off));
        let process = Process { telemetry, core, events: self.events, operations };
        let started = |address| {
            print(address, &seeded)?;
            tracing::info!(%address, "serving the demo");
            Ok(())
        };
        process.serve(state, &self.http, Some(board()), true, started).await
    }

    /// Fills the database by calling the service, on a port of its own and with a clock that starts in the past.
    async fn seed(
        &self,
        db: &Database,
        database: &DatabaseConfig,
        auth: &AuthSettings,
        secrets: &Secrets,
    ) -> anyhow::Result<Seeded> {
        let now = Clock::system().now();
        let clock = Clock::manual(now - Duration::days(DAYS));
        let core = Core::new(db.clone(), clock.clone(), self.events.webhooks(), secrets.clone());
        let mut http = self.http.clone();
        http.bind = SocketAddr::from(([127, 0, 0, 1], 0));
        http.workers = 1;
        http.rate_limit = 0;
        let state = State::new(core, auth, CallerLimits::new(&http, database))?;
        let (server, address) = app::server(state, &http, None)?;
        let handle = server.handle();
        let serving = actix_web::rt::spawn(server);
        let expires_at = (now + Duration::days(1)).timestamp();
        let service = Service::new(format!("http://{address}"), SECRET, clock, expires_at)?;
        eprintln!("Creating seven months of an organisation's data:");
        let seeded = Seeder::run(service, |part| eprintln!("  {part}")).await?;
        handle.stop(true).await;
        serving.await??;
        Ok(seeded)
    }
}

/// The board, where visitors choose whom to be.
fn board() -> Board {
    let person = |user_name, name, about| DemoPerson { user_name, name, about };
    Board::demo(DemoSignIn {
        secret: SECRET.into(),
        tenant: TENANT,
        clock: Clock::system(),
        people: vec![
            person(EMPLOYEE, "Ana Silva", DemoRole::Employee),
            person(MANAGER, "Ben Okafor", DemoRole::Manager),
            person(HR_ADMIN, "Hanna Weiss", DemoRole::HrAdmin),
        ],
    })
}

/// Shows the team, and prints tokens and requests to try. Every line that begins with a command can be pasted into
/// bash, zsh and fish: so no comment, no function, and no apostrophe stands among them.
fn print(address: SocketAddr, seeded: &Seeded) -> anyhow::Result<()> {
    let token = |person: &str, roles: &[&str]| -> anyhow::Result<String> {
        let exp = (Clock::system().now() + Duration::days(7)).timestamp();
        Ok(token::mint(SECRET, &json!({"tenant": TENANT, "sub": person, "roles": roles, "exp": exp}))?)
    };
    say!(
        "
Groundwork is running, with 30 people and seven months of their conversations.
All of it is invented, and deleted when you stop it (Ctrl-C).

The team of Ben Okafor today:

{table}
To look around, open  http://{address}

To call the API, paste these lines into another terminal. The tokens are valid for a week:
Ana is an employee, Ben her manager, Hanna an HR admin.

export API=http://{address}
export ANA={ana}
export BEN={ben}
export HANNA={hanna}

Then try, one at a time:

The plan of Ana, on a page that she takes to the next talk with Ben
    curl -s \"$API/v1/plans/{plan}/brief\" -H \"Authorization: Bearer $ANA\"

Their talks: two were held, and the agenda of the next one comes from the plan
    curl -s \"$API/v1/plans/{plan}/discussions\" -H \"Authorization: Bearer $BEN\"

Overdue action items of the plans that Ben can read
    curl -s \"$API/v1/action-items?overdue=true&sort=due_on\" -H \"Authorization: Bearer $BEN\"

The table above, as a spreadsheet
    curl -s \"$API/v1/people/{ben_id}/team-progress\" -H \"Accept: text/csv\" -H \"Authorization: Bearer $BEN\"

How far each department is in the cycle of the year, for HR
    curl -s \"$API/v1/cycles/{cycle}/coverage\" -H \"Authorization: Bearer $HANNA\"

The change feed, which portals follow
    curl -s \"$API/v1/events?limit=3\" -H \"Authorization: Bearer $HANNA\"

What an error means
    curl -s \"$API/problems/plan-not-ready\"
",
        table = table(&seeded.team),
        plan = seeded.plan,
        ben_id = seeded.manager_id,
        cycle = seeded.cycle,
        ana = token(EMPLOYEE, &[])?,
        ben = token(MANAGER, &[])?,
        hanna = token(HR_ADMIN, &["hr_admin"])?,
    );
    Ok(())
}

/// The progress of a team, a line for each person.
fn table(team: &Value) -> String {
    let people = team["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    people.iter().map(|item| format!("  {}\n", row(item))).collect()
}

fn row(item: &Value) -> String {
    const WIDTH: usize = 20;
    let name = item.pointer("/person/display_name").and_then(Value::as_str).unwrap_or_default();
    let Some(status) = item["plan_status"].as_str() else { return format!("{name:<16} no plan yet") };
    let percent = item["progress_percent"].as_u64().filter(|_| status != "draft");
    let Some(percent) = percent else { return format!("{name:<16} {status}") };
    let filled = (percent as usize * WIDTH).div_ceil(100).min(WIDTH);
    let bar = "█".repeat(filled) + &"░".repeat(WIDTH - filled);
    let items = &item["action_items"];
    let mut line =
        format!("{name:<16} {status:<10} {bar} {percent:>3} %  {} of {} done", items["done"], items["total"]);
    for (what, count) in [("overdue", &items["overdue"]), ("blocked", &items["blocked"])] {
        if count.as_u64().is_some_and(|count| count > 0) {
            line += &format!(", {count} {what}");
        }
    }
    line
}
