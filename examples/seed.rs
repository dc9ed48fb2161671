//! Fills a database for `scripts/bench`: in every tenant people, each with a shared plan of five action items; every
//! manager has been asked for feedback, and each fourth has given it. Person 0 has a team of 200, who have the other
//! people in teams of their own. The plans belong to a cycle of 30 departments. Tenants may be of unequal size, and people
//! may have a history: earlier plans that they completed, revisions, and progress updates with their events.
//!
//! The same arguments give the same rows. Ids tell what they are of, so that the benchmark can name them: see [`id`].
//! What is there already is kept: after an interruption, the same command goes on where it stopped.
//!
//! An example, not a command of `groundwork`: no production system should be able to fill itself with invented people.

use std::{
    io::{IsTerminal as _, Write as _, stderr},
    process::ExitCode,
    time::Instant,
};

use anyhow::Context as _;
use chrono::{DateTime, Datelike as _, Days, Duration, NaiveDate, NaiveTime, Utc};
use clap::{Parser, value_parser};
use groundwork::{
    action_items::rules::remind_of_item,
    clock::{self, Clock},
    config::DatabaseConfig,
    db::{Database, Engine, claim},
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        agreement,
        cycle::{self, CycleStatus},
        cycle_department, event,
        feedback::{self, FeedbackStatus},
        feedback_request::{self, RequestOrigin, RequestStatus},
        person::{self, PersonSource},
        person_word,
        plan::{self, PlanStatus},
        plan_progress, progress_update, revision,
    },
    ids::{CycleId, PersonId, TenantId},
    people::directory,
    plans::{
        ActionItemSnapshot, Answer, Answers, Horizon, LongTermObjective, ObjectiveKind, ShortTermObjective,
    },
    record::KeptProgress,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction,
    EntityTrait, IdenStatic, IntoActiveModel, Iterable, Statement, TransactionTrait, Value,
    sqlx::{self, Postgres},
};
use uuid::Uuid;

const TEAM: u64 = 200;
const DEPARTMENTS: u64 = 40;
const DEPARTMENTS_OF_CYCLE: u64 = 30;
const ITEMS: u64 = 5;
/// People of a transaction. Each is written whole or not at all, so people are what an interrupted run is continued by.
const CHUNK: u64 = 1000;
/// Parameters that SQLite takes in a statement, one for each column of each row.
const PARAMETERS: usize = 32_766;

/// Fills a database with invented people and their plans, for scripts/bench
#[derive(Parser)]
#[command(about, long_about = None)]
struct Seed {
    #[command(flatten)]
    database: DatabaseConfig,
    /// Number of tenants
    #[arg(long, default_value_t = 50, value_parser = value_parser!(u64).range(1..=100_000))]
    tenants: u64,
    /// In each tenant, on average
    #[arg(long, default_value_t = 2000, value_parser = value_parser!(u64).range(1..=10_000_000))]
    people: u64,
    /// How unequal tenants are: tenant n has people in proportion to 1 / (n + 1)^ZIPF; 0 makes them equal
    #[arg(long, default_value_t = 0.0, value_parser = exponent)]
    zipf: f64,
    /// Years of history: a person has one plan a year, all but the last of them completed
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u64).range(1..=50))]
    years: u64,
    /// Revisions of each plan
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u64).range(1..=1000))]
    revisions: u64,
    /// Progress updates of each action item, with an event each
    #[arg(long, default_value_t = 0, value_parser = value_parser!(u64).range(0..=500))]
    updates: u64,
    /// The day at which history ends [default: today]
    #[arg(long, value_parser = day)]
    until: Option<NaiveDate>,
    /// Only prints the number of people of each tenant, a line each
    #[arg(long)]
    sizes: bool,
}

fn exponent(text: &str) -> Result<f64, String> {
    let exponent = text.parse().ok().filter(|exponent| (0.0..=4.0).contains(exponent));
    exponent.ok_or_else(|| "must be a number from 0 to 4".to_owned())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let day: Option<NaiveDate> = text.parse().ok();
    let day = day.filter(|day| (1970..=2100).contains(&day.year()));
    day.ok_or_else(|| "must be a day from 1970 to 2100, such as 2026-03-01".to_owned())
}

/// Kinds of ids.
const PERSON: u64 = 1;
const PLAN: u64 = 2;
const ITEM: u64 = 3;
const ANSWER: u64 = 4;
const FEEDBACK_REQUEST: u64 = 5;
const FEEDBACK: u64 = 6;
const UPDATE: u64 = 7;
const EVENT: u64 = 8;
/// That of a tenant has the number of its first person.
const CYCLE: u64 = 9;

/// The id of thing `number` of a kind, counted over all tenants; it is a UUIDv7 in form. The plan of this year has the
/// number of its owner; those of earlier years follow after all of this year.
fn id<T: From<Uuid>>(kind: u64, number: u64) -> T {
    Uuid::from_u64_pair(0x0190_0000_0000_7000 | kind, 0x8000_0000_0000_0000 | number).into()
}

/// The rows of some people of a tenant.
#[derive(Default)]
struct Rows {
    people: Vec<person::Model>,
    words: Vec<person_word::Model>,
    plans: Vec<plan::Model>,
    revisions: Vec<revision::Model>,
    agreements: Vec<agreement::Model>,
    items: Vec<action_item::Model>,
    kept_progress: Vec<plan_progress::Model>,
    requests: Vec<feedback_request::Model>,
    feedback: Vec<feedback::Model>,
    updates: Vec<progress_update::Model>,
    events: Vec<event::Model>,
}

#[actix_web::main]
async fn main() -> ExitCode {
    let seed = Seed::parse();
    let done = if seed.sizes { print_sizes(&seed) } else { fill(seed).await };
    // Not a returned error, which would be printed with its stack.
    done.map_or_else(
        |error| {
            eprintln!("seed: {error:#}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

fn print_sizes(seed: &Seed) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    for size in seed.tenant_sizes() {
        writeln!(out, "{size}")?;
    }
    Ok(())
}

async fn fill(seed: Seed) -> anyhow::Result<()> {
    let sizes = seed.tenant_sizes();
    let engine = seed.database.engine()?;
    let claimed = seed.database.sqlite_file().map(|file| claim(&file)).transpose()?;
    // Kept to the end: no process of groundwork uses the file meanwhile.
    if matches!(claimed, Some(None)) {
        anyhow::bail!("the database is in use by a process of groundwork; stop that first");
    }
    let db = Database::connect(&seed.database, engine).await?;
    db.migrate(|_| {}).await?;
    db.close().await?;
    let mut options = ConnectOptions::new(&seed.database.database_url);
    options.max_connections(1).sqlx_logging(false);
    let connection = sea_orm::Database::connect(options).await?;
    // An interrupted run loses its last transactions at most. References are right by construction.
    let fast: &[&str] = match engine {
        Engine::Postgres => &["set synchronous_commit = off", "set session_replication_role = replica"],
        Engine::Sqlite => {
            &["pragma synchronous = off", "pragma foreign_keys = off", "pragma cache_size = -262144"]
        }
    };
    for statement in fast {
        // Only superusers may turn off the checks of references: without, it takes longer.
        if connection.execute_unprepared(statement).await.is_err() {
            eprintln!("not allowed: {statement}");
        }
    }
    let mut progress = Progress::new(sizes.iter().sum());
    let mut first = 0;
    for (number, people) in sizes.into_iter().enumerate() {
        seed.tenant(&connection, &format!("tenant-{number}"), first..first + people, &mut progress).await?;
        first += people;
    }
    progress.end();
    let statistics: &[&str] = match engine {
        _ if progress.done == progress.before => &[],
        Engine::Postgres => &["vacuum analyze", "checkpoint"],
        Engine::Sqlite => &["analyze", "pragma wal_checkpoint(truncate)"],
    };
    for statement in statistics {
        connection.execute_unprepared(statement).await?;
    }
    connection.close().await?;
    Ok(())
}

/// A line on standard error that says how far it is and when it will end.
struct Progress {
    began: Instant,
    done: u64,
    /// Done by an earlier run.
    before: u64,
    all: u64,
}

impl Progress {
    fn new(all: u64) -> Self {
        Self { began: Instant::now(), done: 0, before: 0, all }
    }

    fn add(&mut self, people: u64) {
        self.done += people;
        let seconds = self.began.elapsed().as_secs_f64();
        let rate = (self.done - self.before) as f64 / seconds.max(0.001);
        let left = (self.all - self.done) as f64 / rate.max(1.0);
        let filled = (30 * self.done / self.all.max(1)) as usize;
        let bar = format!("{}{}", "#".repeat(filled), ".".repeat(30 - filled));
        let estimate = if self.done == self.before {
            "made earlier".to_owned()
        } else {
            format!("{rate:.0} a second, {left:.0} s left")
        };
        let (start, end) = if stderr().is_terminal() { ("\r", "") } else { ("", "\n") };
        eprint!("{start}[{bar}] {} of {} people, {estimate}  {end}", self.done, self.all);
    }

    fn end(&self) {
        eprintln!("\nfilled in {:.0} s", self.began.elapsed().as_secs_f64());
    }
}

impl Seed {
    fn tenant_sizes(&self) -> Vec<u64> {
        let total = self.tenants * self.people;
        let weights: Vec<f64> = (1..=self.tenants).map(|rank| (rank as f64).powf(-self.zipf)).collect();
        let sum: f64 = weights.iter().sum();
        let mut sizes: Vec<u64> =
            weights.iter().map(|weight| ((total as f64 * weight / sum) as u64).max(1)).collect();
        let given: u64 = sizes.iter().sum();
        if let Some(largest) = sizes.first_mut() {
            *largest += total.saturating_sub(given);
        }
        sizes
    }

    /// Midnight: a run that is continued on the same day writes the same times.
    fn now(&self) -> DateTime<Utc> {
        let day = self.until.unwrap_or_else(|| Clock::system().now().date_naive());
        day.and_time(NaiveTime::MIN).and_utc()
    }

    async fn tenant(
        &self,
        db: &DatabaseConnection,
        name: &str,
        numbers: std::ops::Range<u64>,
        progress: &mut Progress,
    ) -> anyhow::Result<()> {
        let tenant_id = TenantId::of(name);
        let people = numbers.end - numbers.start;
        let count = "select count(*) as people from people where tenant_id = $1";
        let count = Statement::from_sql_and_values(db.get_database_backend(), count, [tenant_id.into()]);
        let found = db.query_one_raw(count).await?.map_or(Ok(0), |row| row.try_get::<i64>("", "people"))?;
        let found = u64::try_from(found)?;
        if found > people || found < people && !found.is_multiple_of(CHUNK) {
            anyhow::bail!("{name} has {found} people, which the same arguments would not have written");
        }
        if let Some(last) = found.checked_sub(1) {
            self.check_history(db, tenant_id, numbers.start + last).await?;
        }
        progress.before += found;
        progress.add(found);
        let mut place = found;
        while place < people {
            let places = place..people.min(place + CHUNK);
            place = places.end;
            let added = places.end - places.start;
            let rows = self.rows(tenant_id, numbers.start, places)?;
            let mut load = Load::begin(db).await?;
            load.tenant(tenant_id, name, self.now()).await?;
            if rows.people.first().is_some_and(|person| person.manager_id.is_none()) {
                let cycle = cycle(tenant_id, id(CYCLE, numbers.start), self.now());
                load.add::<cycle_department::Entity, _>(departments(&cycle)).await?;
                load.add::<cycle::Entity, _>(vec![cycle]).await?;
            }
            rows.write(&mut load).await?;
            load.commit().await?;
            progress.add(added);
        }
        Ok(())
    }

    /// Fails if an earlier run gave this person another history. What has been added since does not count.
    async fn check_history(
        &self,
        db: &DatabaseConnection,
        tenant_id: TenantId,
        number: u64,
    ) -> anyhow::Result<()> {
        let ids = |kind| [id::<Uuid>(kind, 0).into(), id::<Uuid>(kind + 1, 0).into()];
        let [plans, updates] = [PLAN, UPDATE].map(ids);
        let values = [tenant_id.0.into(), id::<Uuid>(PERSON, number).into(), id::<Uuid>(PLAN, number).into()];
        let item: Value = id::<Uuid>(ITEM, number * ITEMS).into();
        let counts = "select (select count(*) from plans \
                 where tenant_id = $1 and owner_id = $2 and id >= $4 and id < $5) as plans, \
             (select latest_revision from plans where tenant_id = $1 and id = $3) as revisions, \
             (select count(*) from progress_updates \
                 where tenant_id = $1 and action_item_id = $8 and id >= $6 and id < $7) as updates";
        let values = values.into_iter().chain(plans).chain(updates).chain([item]);
        let counts = Statement::from_sql_and_values(db.get_database_backend(), counts, values);
        let row = db.query_one_raw(counts).await?.context("counting gave no row")?;
        let plans = u64::try_from(row.try_get::<i64>("", "plans")?)?;
        let revisions = u64::try_from(row.try_get::<Option<i32>>("", "revisions")?.unwrap_or_default())?;
        let updates = u64::try_from(row.try_get::<i64>("", "updates")?)?;
        if plans != self.years || revisions < self.revisions || updates != self.updates {
            anyhow::bail!(
                "the database was filled with other arguments: the last person has {plans} plans, the latest of \
                 revision {revisions}, and {updates} updates of an item; give those, or another database"
            );
        }
        Ok(())
    }

    fn rows(&self, tenant_id: TenantId, first: u64, places: std::ops::Range<u64>) -> anyhow::Result<Rows> {
        let now = self.now();
        let all = self.tenants * self.people;
        let mut rows = Rows::default();
        for place in places {
            let number = first + place;
            let person = self.person(tenant_id, number, place, now);
            let words = directory::words(&person.display_name).into_iter();
            rows.words.extend(words.map(|word| person_word::Model { tenant_id, word, person_id: person.id }));
            for year in 0..self.years {
                let cycle = (year == 0).then(|| id(CYCLE, first));
                self.plan_of_year(&mut rows, &person, year * all + number, year, cycle, now)?;
            }
            rows.people.push(person);
        }
        Ok(rows)
    }

    /// The plan of a person `year` years ago, with all that belongs to it.
    fn plan_of_year(
        &self,
        rows: &mut Rows,
        person: &person::Model,
        number: u64,
        year: u64,
        cycle: Option<CycleId>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let tenant_id = person.tenant_id;
        let mut plan = plan(person, number, now);
        plan.latest_revision = i32::try_from(self.revisions)?;
        plan.cycle_id = cycle;
        let mut items: Vec<_> = (0..ITEMS).map(|index| item(&plan, person, number * ITEMS + index)).collect();
        if year > 0 {
            complete(&mut plan, &mut items, year);
        }
        if person.manager_id.is_none() {
            plan.agreed_without_manager = plan.manager_agreed_at.take().is_some();
        }
        let mut kept = KeptProgress::default();
        for item in &mut items {
            // What is due has been told, so that a change of the item changes nothing of this.
            (_, *item) = remind_of_item(item.clone(), plan.status, now);
            kept.add(item);
        }
        rows.kept_progress.extend(kept.into_rows());
        for item in &items {
            let updates = (0..self.updates).map(|index| progress_of(item, person, index, self.updates));
            for (index, update) in updates.enumerate() {
                rows.events.push(progressed(item, &update, self.updates, index as u64));
                rows.updates.push(update);
            }
        }
        let latest = plan.latest_revision;
        if let Some(manager) = person.manager_id {
            let answered = year > 0 || number.is_multiple_of(4);
            rows.requests.push(feedback_request(&plan, manager, number, answered));
            rows.feedback.extend(answered.then(|| given(&plan, manager, number)));
        }
        rows.agreements.extend(person.manager_id.zip(plan.manager_agreed_at).map(
            |(person_id, agreed_at)| agreement::Model {
                tenant_id,
                plan_id: plan.id,
                revision: latest,
                person_id,
                agreed_at,
                given_by_id: None,
                acting: false,
                manager_id: None,
            },
        ));
        for number in 1..=latest {
            rows.revisions.push(revision(&plan, &items, person, number)?);
        }
        rows.items.append(&mut items);
        rows.plans.push(plan);
        Ok(())
    }

    fn person(&self, tenant_id: TenantId, number: u64, place: u64, now: DateTime<Utc>) -> person::Model {
        let manager = match place {
            0 => None,
            1..=TEAM => Some(0),
            _ => Some(1 + (place - 1) % TEAM),
        };
        let name = format!("person-{place}");
        person::Model {
            tenant_id,
            id: id(PERSON, number),
            external_id: format!("x-{place}"),
            user_name: name.clone(),
            display_name: format!("{name} of {}", words(number, 2)),
            email: Some(format!("{name}@example.com")),
            manager_id: manager.map(|manager| id(PERSON, number - place + manager)),
            manager_external_id: manager.map(|manager| format!("x-{manager}")),
            department: Some(department(place)),
            title: Some(words(number, 2)),
            time_zone: match place % 3 {
                0 => "UTC",
                1 => "Europe/Berlin",
                _ => "America/New_York",
            }
            .to_owned(),
            active: true,
            created_at: now,
            updated_at: now,
            version: 1,
            manager_gone_at: None,
            deactivated_at: None,
            external_id_key: Some(format!("x-{place}")),
            user_name_key: Some(name.clone()),
            email_key: Some(format!("{name}@example.com")),
            user_name_collides: false,
            link_name: None,
            link_email: None,
            source: PersonSource::Import,
            given_name: None,
            family_name: None,
            locale: None,
            employee_number: None,
            external_id_given: true,
            deleted_at: None,
            erased_at: None,
        }
    }
}

impl Rows {
    async fn write(self, load: &mut Load) -> anyhow::Result<()> {
        load.add::<person::Entity, _>(self.people).await?;
        load.add::<person_word::Entity, _>(self.words).await?;
        load.add::<plan::Entity, _>(self.plans).await?;
        load.add::<revision::Entity, _>(self.revisions).await?;
        load.add::<agreement::Entity, _>(self.agreements).await?;
        load.add::<action_item::Entity, _>(self.items).await?;
        load.add::<plan_progress::Entity, _>(self.kept_progress).await?;
        load.add::<feedback_request::Entity, _>(self.requests).await?;
        load.add::<feedback::Entity, _>(self.feedback).await?;
        load.add::<progress_update::Entity, _>(self.updates).await?;
        load.add::<event::Entity, _>(self.events).await
    }
}

/// A transaction that loads rows as each engine does it fastest: PostgreSQL by COPY, SQLite by inserts of many rows.
enum Load {
    Postgres(sqlx::Transaction<'static, Postgres>),
    Sqlite(DatabaseTransaction),
}

impl Load {
    async fn begin(db: &DatabaseConnection) -> anyhow::Result<Self> {
        Ok(match db.get_database_backend() {
            sea_orm::DbBackend::Postgres => Self::Postgres(db.get_postgres_connection_pool().begin().await?),
            _ => Self::Sqlite(db.begin().await?),
        })
    }

    async fn commit(self) -> anyhow::Result<()> {
        match self {
            Self::Postgres(txn) => txn.commit().await?,
            Self::Sqlite(txn) => txn.commit().await?,
        }
        Ok(())
    }

    async fn tenant(&mut self, id: TenantId, name: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let sql = "insert into tenants (id, name, created_at, opened_at) values ($1, $2, $3, $3) \
             on conflict do nothing";
        match self {
            Self::Postgres(txn) => {
                sqlx::query(sql).bind(id.0).bind(name).bind(now).execute(&mut **txn).await?;
            }
            Self::Sqlite(txn) => {
                let values = [id.into(), name.into(), now.into()];
                txn.execute_raw(Statement::from_sql_and_values(txn.get_database_backend(), sql, values))
                    .await?;
            }
        }
        Ok(())
    }

    async fn add<E, M>(&mut self, rows: Vec<M>) -> anyhow::Result<()>
    where
        E: EntityTrait,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
        M: IntoActiveModel<E::ActiveModel>,
    {
        let rows: Vec<E::ActiveModel> = rows.into_iter().map(without_position::<E, M>).collect();
        let Some(first) = rows.first() else { return Ok(()) };
        match self {
            Self::Postgres(txn) => {
                let columns: Vec<_> = E::Column::iter().filter(|column| is_set(first, *column)).collect();
                let names: Vec<_> = columns.iter().map(|column| column.as_str()).collect();
                let sql = format!("copy {} ({}) from stdin", E::default().table_name(), names.join(", "));
                let mut text = String::new();
                for row in &rows {
                    for (place, column) in columns.iter().enumerate() {
                        if place > 0 {
                            text.push('\t');
                        }
                        push_field(&mut text, row.get(*column).into_value())?;
                    }
                    text.push('\n');
                }
                let mut copy = txn.copy_in_raw(&sql).await?;
                copy.send(text.into_bytes()).await?;
                copy.finish().await?;
            }
            Self::Sqlite(txn) => {
                for batch in rows.chunks(PARAMETERS / E::Column::iter().count()) {
                    E::insert_many(batch.iter().cloned()).exec_without_returning(txn).await?;
                }
            }
        }
        Ok(())
    }
}

/// The database gives events their position.
fn without_position<E, M>(row: M) -> E::ActiveModel
where
    E: EntityTrait,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
    M: IntoActiveModel<E::ActiveModel>,
{
    let mut row = row.into_active_model();
    for column in E::Column::iter().filter(|column| column.as_str() == "position") {
        row.not_set(column);
    }
    row
}

fn is_set<A: ActiveModelTrait>(row: &A, column: <A::Entity as EntityTrait>::Column) -> bool {
    !matches!(row.get(column), ActiveValue::NotSet)
}

/// A field of COPY's text format.
fn push_field(text: &mut String, value: Option<Value>) -> anyhow::Result<()> {
    let field = match value {
        Some(Value::Bool(field)) => field.map(|field| field.to_string()),
        Some(Value::Int(field)) => field.map(|field| field.to_string()),
        Some(Value::BigInt(field)) => field.map(|field| field.to_string()),
        Some(Value::Uuid(field)) => field.map(|field| field.to_string()),
        Some(Value::ChronoDate(field)) => field.map(|field| field.to_string()),
        Some(Value::ChronoDateTimeUtc(field)) => field.map(|field| field.to_rfc3339()),
        Some(Value::String(field)) => field,
        other => anyhow::bail!("no text for {other:?}"),
    };
    match field {
        None => text.push_str("\\N"),
        Some(field) => {
            for letter in field.chars() {
                match letter {
                    '\\' => text.push_str("\\\\"),
                    '\t' => text.push_str("\\t"),
                    '\n' => text.push_str("\\n"),
                    '\r' => text.push_str("\\r"),
                    _ => text.push(letter),
                }
            }
        }
    }
    Ok(())
}

/// Makes it a plan of an earlier year, which its owner has completed.
fn complete(plan: &mut plan::Model, items: &mut [action_item::Model], year: u64) {
    let earlier = Days::new(365 * year);
    let since = plan.created_at - earlier;
    let ended = since + Days::new(350);
    plan.created_at = since;
    plan.starts_on = plan.starts_on - earlier;
    plan.ends_on = plan.ends_on - earlier;
    plan.status = PlanStatus::Completed;
    plan.has_unshared_changes = false;
    plan.shared_at = Some(since);
    plan.owner_agreed_at = Some(since);
    plan.manager_agreed_at = Some(since);
    plan.reflection = Some(plan.title.clone());
    plan.completed_at = Some(ended);
    plan.updated_at = ended;
    plan.shared_updated_at = ended;
    plan.reviewed_updated_at = ended;
    for item in items {
        item.status = ActionItemStatus::Done;
        item.progress_percent = 100;
        item.starts_on = item.starts_on.map(|day| day - earlier);
        item.due_on = item.due_on.map(|day| day - earlier);
        item.overdue_from = item.overdue_from.map(|at| at - earlier);
        item.created_at = since;
        item.updated_at = ended;
        item.completed_at = Some(ended);
        item.last_progress_at = Some(ended);
        item.shared_progress_at = Some(ended);
    }
}

/// Progress update `index` of `count`; the last one is the state of the item.
fn progress_of(
    item: &action_item::Model,
    owner: &person::Model,
    index: u64,
    count: u64,
) -> progress_update::Model {
    let (number, last) = (number_of(item), index + 1 == count);
    let recorded_at = item.last_progress_at.unwrap_or(item.created_at) - Days::new(7 * (count - index - 1));
    progress_update::Model {
        tenant_id: item.tenant_id,
        id: id(UPDATE, number * count + index),
        action_item_id: item.id,
        author_id: Some(owner.id),
        status: if last { item.status } else { ActionItemStatus::InProgress },
        progress_percent: item.progress_percent * (index as i32 + 1) / count as i32,
        note: Some(words(number + index, 8)),
        recorded_at,
        while_draft: false,
    }
}

fn progressed(
    item: &action_item::Model,
    update: &progress_update::Model,
    count: u64,
    index: u64,
) -> event::Model {
    let number = number_of(item);
    event::Model {
        tenant_id: item.tenant_id,
        id: id(EVENT, number * count + index),
        event_type: "groundwork.action_item.progressed.v1".to_owned(),
        subject: format!("action-items/{}", item.id),
        actor_id: update.author_id,
        data: format!(r#"{{"plan_id":"{}","action_item_id":"{}"}}"#, item.plan_id, item.id),
        occurred_at: update.recorded_at,
        in_feed: true,
        traceparent: None,
        link_id: None,
        client: None,
        request_id: None,
        position: None,
    }
}

/// The number in the id of an action item.
fn number_of(item: &action_item::Model) -> u64 {
    item.id.0.as_u64_pair().1 & !0x8000_0000_0000_0000
}

fn department(place: u64) -> String {
    format!("{} {}", words(place % DEPARTMENTS, 2), place % DEPARTMENTS)
}

fn cycle(tenant_id: TenantId, id: CycleId, now: DateTime<Utc>) -> cycle::Model {
    let by = |days| now.date_naive() + Days::new(days);
    cycle::Model {
        tenant_id,
        id,
        name: "Career plans".into(),
        prepare_by: by(30),
        share_by: by(40),
        respond_by: by(50),
        discuss_by: by(60),
        questionnaire_version: None,
        status: CycleStatus::Open,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        prepare_told: None,
        share_told: None,
        respond_told: None,
        discuss_told: None,
        counted_on: None,
    }
}

fn departments(cycle: &cycle::Model) -> Vec<cycle_department::Model> {
    let department = |place| cycle_department::Model {
        tenant_id: cycle.tenant_id,
        cycle_id: cycle.id,
        department: department(place),
    };
    (0..DEPARTMENTS_OF_CYCLE).map(department).collect()
}

fn plan(owner: &person::Model, number: u64, now: DateTime<Utc>) -> plan::Model {
    let since = now - Duration::hours((number % 7000) as i64);
    let status = if number.is_multiple_of(3) { PlanStatus::Agreed } else { PlanStatus::Shared };
    let agreed_at = (status == PlanStatus::Agreed).then_some(since);
    let starts_on = since.date_naive();
    plan::Model {
        tenant_id: owner.tenant_id,
        id: id(PLAN, number),
        owner_id: owner.id,
        title: words(number, 5),
        cycle_id: None,
        starts_on,
        ends_on: starts_on + Days::new(365),
        status,
        answers: serde_json::to_string(&answers(number, starts_on)).unwrap_or_default(),
        latest_revision: 1,
        // One owner in eight goes on writing.
        has_unshared_changes: number.is_multiple_of(8),
        earlier_revisions_visible: false,
        shared_at: Some(since),
        owner_agreed_at: agreed_at,
        manager_agreed_at: agreed_at,
        reflection: None,
        created_at: since,
        updated_at: since,
        version: 2,
        reminder_at: None,
        stale_since: None,
        closed_up_to: 0,
        set_aside_up_to: 0,
        shared_version: 1,
        shared_updated_at: since,
        reviewed_version: 1,
        reviewed_updated_at: since,
        earlier_revisions_visible_from: None,
        agreed_without_manager: false,
        questionnaire_version: 1,
        completed_at: None,
        previous_plan_id: None,
        outcome: None,
        ended_on: None,
        answers_complete: false,
        cycle_changed: false,
    }
}

fn answers(number: u64, starts_on: NaiveDate) -> Answers {
    let list = |from: u64, count: u64| {
        let answer = |index| Answer {
            id: id(ANSWER, number * 20 + index),
            name: words(number * 20 + index, 2),
            note: Some(words(number * 40 + index, 6)),
            aligned_with: vec![Horizon::ShortTerm, Horizon::LongTerm],
            reference: None,
        };
        (from..from + count).map(answer).collect()
    };
    Answers {
        mission_statement: Some(words(number, 30)),
        values: list(0, 5),
        motivators: list(5, 2),
        short_term_objective: Some(ShortTermObjective {
            id: Some(id(ANSWER, number * 20 + 13)),
            summary: Some(words(number + 1, 12)),
            kind: Some(ObjectiveKind::NewAssignment),
            detail: Some(words(number + 2, 20)),
            target_on: Some(starts_on + Days::new(300)),
            reference: None,
        }),
        long_term_objective: Some(LongTermObjective {
            id: Some(id(ANSWER, number * 20 + 14)),
            summary: Some(words(number + 3, 15)),
            horizon_years: Some(8),
            reference: None,
        }),
        strengths: list(7, 3),
        development_areas: list(10, 3),
        extra: Vec::new(),
    }
}

fn item(plan: &plan::Model, owner: &person::Model, number: u64) -> action_item::Model {
    let (status, progress_percent) = match number % 5 {
        0 => (ActionItemStatus::NotStarted, 0),
        1 => (ActionItemStatus::InProgress, 40),
        2 => (ActionItemStatus::Blocked, 20),
        3 => (ActionItemStatus::Done, 100),
        _ => (ActionItemStatus::InProgress, 70),
    };
    let due_on = plan.starts_on + Days::new(30 + number % 300);
    let reported_at = (progress_percent > 0).then_some(plan.created_at);
    action_item::Model {
        tenant_id: plan.tenant_id,
        id: id(ITEM, number),
        plan_id: plan.id,
        kind: ActionItemKind::Development,
        title: words(number, 5),
        description: Some(words(number + 1, 15)),
        responsible_id: owner.id,
        development_area_id: None,
        advances_short_term: true,
        advances_long_term: number.is_multiple_of(2),
        supports_action_item_id: None,
        status,
        progress_percent,
        starts_on: Some(plan.starts_on),
        due_on: Some(due_on),
        overdue_from: Some(clock::end_of_day(due_on, owner.time_zone.parse().unwrap_or(chrono_tz::Tz::UTC))),
        support_needed: None,
        completed_at: reported_at.filter(|_| status == ActionItemStatus::Done),
        last_progress_at: reported_at,
        created_at: plan.created_at,
        updated_at: plan.created_at,
        version: 1,
        reminder_at: None,
        reminders_given: 0,
        shared_progress_at: reported_at,
        counted_version: 1,
        links: "[]".into(),
        template_id: None,
        proposal_id: None,
    }
}

fn revision(
    plan: &plan::Model,
    items: &[action_item::Model],
    owner: &person::Model,
    number: i32,
) -> anyhow::Result<revision::Model> {
    let items = items.iter().map(ActionItemSnapshot::of).collect::<Result<Vec<_>, _>>()?;
    Ok(revision::Model {
        tenant_id: plan.tenant_id,
        plan_id: plan.id,
        number,
        title: plan.title.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        answers: plan.answers.clone(),
        action_items: serde_json::to_string(&items)?,
        digest: format!("{:064x}", plan.id.0.as_u128() + number as u128),
        note: None,
        manager_id: owner.manager_id,
        shared_at: plan.created_at,
    })
}

fn feedback_request(
    plan: &plan::Model,
    manager: PersonId,
    number: u64,
    answered: bool,
) -> feedback_request::Model {
    feedback_request::Model {
        tenant_id: plan.tenant_id,
        id: id(FEEDBACK_REQUEST, number),
        plan_id: plan.id,
        reviewer_id: manager,
        origin: RequestOrigin::Share,
        sections: r#"["basic","deeper","planning"]"#.to_owned(),
        due_on: None,
        message: None,
        revision: plan.latest_revision,
        status: if answered { RequestStatus::Answered } else { RequestStatus::Open },
        created_at: plan.created_at,
        updated_at: plan.created_at,
        version: 1,
        reminder_at: None,
    }
}

fn given(plan: &plan::Model, manager: PersonId, number: u64) -> feedback::Model {
    feedback::Model {
        tenant_id: plan.tenant_id,
        id: id(FEEDBACK, number),
        plan_id: plan.id,
        revision: plan.latest_revision,
        author_id: manager,
        status: FeedbackStatus::Submitted,
        content: format!(r#"{{"summary":"{}"}}"#, words(number, 30)),
        closed_to_author: false,
        private_note: None,
        submitted_at: Some(plan.created_at),
        acknowledged_at: None,
        created_at: plan.created_at,
        updated_at: plan.created_at,
        version: 1,
    }
}

/// Some words, always the same for the same number.
fn words(number: u64, count: usize) -> String {
    const WORDS: [&str; 64] = [
        "lead", "team", "design", "review", "data", "platform", "clear", "writing", "mentor", "plan",
        "growth", "trust", "craft", "honest", "curious", "family", "health", "speech", "product", "people",
        "listen", "deliver", "focus", "learn", "teach", "market", "customer", "budget", "strategy",
        "quality", "safety", "system", "cloud", "research", "method", "report", "measure", "improve",
        "support", "travel", "language", "finance", "project", "release", "service", "partner", "region",
        "culture", "change", "vision", "goal", "skill", "course", "degree", "network", "present", "decide",
        "delegate", "assess", "hire", "coach", "balance", "energy", "year",
    ];
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut text = String::new();
    for position in 0..count {
        // xorshift: what looks random does not compress too well.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        if position > 0 {
            text.push(' ');
        }
        text.push_str(WORDS.get(state as usize % WORDS.len()).unwrap_or(&""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn fills_a_database_that_is_then_left_as_it_is() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let url = format!("sqlite:{}", folder.path().join("seed.db").display());
        // More people than a transaction has, with each kind of row.
        let arguments = ["seed", "--database-url", &url, "--tenants", "2", "--people", "600", "--zipf", "1"];
        let seed = |years: &'static str, updates: &'static str| {
            Seed::try_parse_from(arguments.into_iter().chain(["--years", years, "--updates", updates]))
        };
        for _ in 0..2 {
            fill(seed("2", "1")?).await?;
            let db = sea_orm::Database::connect(&url).await?;
            let count = "select (select count(*) from people) as people, (select count(*) from plans) as plans, \
                 (select count(*) from progress_updates) as updates, \
                 (select count(*) from plans p join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
                     where o.manager_id is null and p.manager_agreed_at is not null) as agreed_by_no_one";
            let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), count)).await?;
            let found = row.as_ref().map(|row| {
                ["people", "plans", "updates", "agreed_by_no_one"].map(|name| row.try_get::<i64>("", name))
            });
            assert_eq!(found, Some([Ok(1200), Ok(2400), Ok(12_000), Ok(0)]));
            db.close().await?;
        }
        for other in [seed("3", "1")?, seed("2", "2")?] {
            assert!(fill(other).await.is_err());
        }
        for nonsense in [["--years", "0"], ["--zipf", "nan"], ["--until", "9999-12-31"], ["--revisions", "0"]]
        {
            let arguments = ["seed", "--database-url", &url].into_iter().chain(nonsense);
            assert!(Seed::try_parse_from(arguments).is_err(), "{nonsense:?}");
        }
        Ok(())
    }
}
