//! Fills an empty database for `scripts/bench`: in every tenant people, each with a shared plan of five
//! action items; every manager has been asked for feedback, and each fourth has given it. Person 0 has a team of
//! 200, who have the other people in teams of their own.
//!
//! Ids tell what they are of, so that the benchmark can name them: see [`id`].

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use clap::Parser;
use groundwork::{
    action_items::rules::remind_of_item,
    clock::{self, Clock},
    config::DatabaseConfig,
    db::Database,
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        agreement,
        feedback::{self, FeedbackStatus},
        feedback_request::{self, RequestOrigin, RequestStatus},
        person, person_word,
        plan::{self, PlanStatus},
        revision, tenant,
    },
    ids::{PersonId, TenantId},
    people::directory,
    plans::{
        ActionItemSnapshot, Answer, Answers, Horizon, LongTermObjective, ObjectiveKind, ShortTermObjective,
        progress,
    },
};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel, TransactionTrait,
};
use uuid::Uuid;

const TEAM: u64 = 200;
const ITEMS: u64 = 5;
/// Rows an insert: SQLite takes 32,766 parameters.
const BATCH: usize = 1000;

#[derive(Parser)]
struct Seed {
    #[command(flatten)]
    database: DatabaseConfig,
    #[arg(long, default_value_t = 50)]
    tenants: u64,
    /// In each tenant
    #[arg(long, default_value_t = 2000)]
    people: u64,
}

/// Kinds of ids.
const PERSON: u64 = 1;
const PLAN: u64 = 2;
const ITEM: u64 = 3;
const ANSWER: u64 = 4;
const FEEDBACK_REQUEST: u64 = 5;
const FEEDBACK: u64 = 6;

/// The id of thing `number` of a kind, counted over all tenants; it is a UUIDv7 in form.
fn id<T: From<Uuid>>(kind: u64, number: u64) -> T {
    Uuid::from_u64_pair(0x0190_0000_0000_7000 | kind, 0x8000_0000_0000_0000 | number).into()
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let seed = Seed::parse();
    let db = Database::connect(&seed.database, seed.database.engine()?).await?;
    db.migrate(|_| {}).await?;
    db.close().await?;
    let connection = sea_orm::Database::connect(&seed.database.database_url).await?;
    let now = Clock::system().now();
    for number in 0..seed.tenants {
        seed.tenant(&connection, number, now).await?;
        eprint!("\r  {} of {} plans", (number + 1) * seed.people, seed.tenants * seed.people);
    }
    eprintln!();
    connection.execute_unprepared(&progress::fill()).await?;
    for statement in match connection.get_database_backend() {
        sea_orm::DbBackend::Postgres => ["vacuum analyze", "checkpoint"],
        _ => ["analyze", "pragma wal_checkpoint(truncate)"],
    } {
        connection.execute_unprepared(statement).await?;
    }
    connection.close().await?;
    Ok(())
}

impl Seed {
    async fn tenant(&self, db: &DatabaseConnection, number: u64, now: DateTime<Utc>) -> anyhow::Result<()> {
        let name = format!("tenant-{number}");
        let tenant_id = TenantId::of(&name);
        let mut people = Vec::new();
        let mut plans = Vec::new();
        let mut revisions = Vec::new();
        let mut items = Vec::new();
        let mut agreements = Vec::new();
        let mut requests = Vec::new();
        let mut feedback = Vec::new();
        for place in 0..self.people {
            let number = number * self.people + place;
            let person = self.person(tenant_id, number, place, now);
            let plan = plan(&person, number, now);
            let own: Vec<_> =
                (0..ITEMS).map(|index| item(&plan, &person, number * ITEMS + index, now)).collect();
            if let Some(manager) = person.manager_id {
                let answered = number.is_multiple_of(4);
                requests.push(feedback_request(&plan, manager, number, answered));
                feedback.extend(answered.then(|| given(&plan, manager, number)));
            }
            agreements.extend(person.manager_id.zip(plan.manager_agreed_at).map(|(person_id, agreed_at)| {
                agreement::Model { tenant_id, plan_id: plan.id, revision: 1, person_id, agreed_at }
            }));
            revisions.push(revision(&plan, &own, &person)?);
            people.push(person);
            plans.push(plan);
            items.extend(own);
        }
        let txn = db.begin().await?;
        tenant::Model {
            id: tenant_id,
            name,
            created_at: now,
            forgotten_position: 0,
            restored_position: 0,
            opened_at: Some(now),
        }
        .into_active_model()
        .insert(&txn)
        .await?;
        let words = people.iter().flat_map(|person| {
            let model = |word| person_word::Model { tenant_id, word, person_id: person.id };
            directory::words(&person.display_name).into_iter().map(model)
        });
        let words: Vec<_> = words.collect();
        insert::<person::Entity, _>(&txn, people).await?;
        insert::<person_word::Entity, _>(&txn, words).await?;
        insert::<plan::Entity, _>(&txn, plans).await?;
        insert::<revision::Entity, _>(&txn, revisions).await?;
        insert::<agreement::Entity, _>(&txn, agreements).await?;
        insert::<action_item::Entity, _>(&txn, items).await?;
        insert::<feedback_request::Entity, _>(&txn, requests).await?;
        insert::<feedback::Entity, _>(&txn, feedback).await?;
        txn.commit().await?;
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
            department: Some(words(place % 40, 2)),
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
        }
    }
}

async fn insert<E, M>(db: &impl ConnectionTrait, rows: Vec<M>) -> anyhow::Result<()>
where
    E: EntityTrait,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
    M: IntoActiveModel<E::ActiveModel> + Clone,
{
    for batch in rows.chunks(BATCH) {
        let rows = batch.iter().map(|row| row.clone().into_active_model());
        E::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
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
    }
}

fn answers(number: u64, starts_on: NaiveDate) -> Answers {
    let list = |from: u64, count: u64| {
        let answer = |index| Answer {
            id: id(ANSWER, number * 20 + index),
            name: words(number * 20 + index, 2),
            note: Some(words(number * 40 + index, 6)),
            aligned_with: vec![Horizon::ShortTerm, Horizon::LongTerm],
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
        }),
        long_term_objective: Some(LongTermObjective {
            id: Some(id(ANSWER, number * 20 + 14)),
            summary: Some(words(number + 3, 15)),
            horizon_years: Some(8),
        }),
        strengths: list(7, 3),
        development_areas: list(10, 3),
    }
}

fn item(plan: &plan::Model, owner: &person::Model, number: u64, now: DateTime<Utc>) -> action_item::Model {
    let (status, progress_percent) = match number % 5 {
        0 => (ActionItemStatus::NotStarted, 0),
        1 => (ActionItemStatus::InProgress, 40),
        2 => (ActionItemStatus::Blocked, 20),
        3 => (ActionItemStatus::Done, 100),
        _ => (ActionItemStatus::InProgress, 70),
    };
    let due_on = plan.starts_on + Days::new(30 + number % 300);
    let reported_at = (progress_percent > 0).then_some(plan.created_at);
    let item = action_item::Model {
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
    };
    // What is due has been told, so that a change of the item changes nothing of this.
    let (_, item) = remind_of_item(item, plan.status, now);
    let (_, item) = remind_of_item(item, plan.status, now);
    item
}

fn revision(
    plan: &plan::Model,
    items: &[action_item::Model],
    owner: &person::Model,
) -> anyhow::Result<revision::Model> {
    let items: Vec<_> = items.iter().map(ActionItemSnapshot::of).collect();
    Ok(revision::Model {
        tenant_id: plan.tenant_id,
        plan_id: plan.id,
        number: 1,
        title: plan.title.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        answers: plan.answers.clone(),
        action_items: serde_json::to_string(&items)?,
        digest: format!("{:064x}", plan.id.0.as_u128()),
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
        revision: 1,
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
        revision: 1,
        author_id: manager,
        status: FeedbackStatus::Submitted,
        content: format!(r#"{{"summary":"{}"}}"#, words(number, 30)),
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
