//! Queries for rows whose reminder is due.
//!
//! All of them lock the plan's row (`p`), like every change of something that belongs to a plan, and skip locked rows:
//! a worker never waits for a request or for another worker. A skipped row stays due and is checked in a later run.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    action_items::store::{self, ActionItemRow},
    clock,
    db::{Crossing, Database, Locked, TenantWork},
    entity::{
        columns, cycle, discussion,
        feedback_request::{self, RequestStatus},
        plan::{self, PlanStatus},
    },
    plans::{reminder::PlanEnd, rules::is_live},
    record::Change,
};

/// A plan whose reminder is due, with the time of the last progress on its action items, and its end.
#[derive(Debug, FromQueryResult)]
pub struct DuePlan {
    #[sea_orm(nested)]
    pub plan: plan::Model,
    pub last_progress_at: Option<DateTime<Utc>>,
    /// The last day, as it is shared.
    pub last_on: NaiveDate,
    /// The owner's.
    pub time_zone: String,
}

impl DuePlan {
    /// When the plan ends where its owner is.
    pub fn end(&self) -> PlanEnd {
        let zone = self.time_zone.parse().unwrap_or(Tz::UTC);
        PlanEnd { day: self.last_on, at: clock::end_of_day(self.last_on, zone) }
    }
}

/// A feedback request whose reminder is due, and the status of its plan.
#[derive(Debug, FromQueryResult)]
pub struct DueRequest {
    #[sea_orm(nested)]
    pub request: feedback_request::Model,
    pub plan_status: PlanStatus,
}

impl DueRequest {
    /// Whether the request is still open and its plan takes feedback.
    pub fn is_awaited(&self) -> bool {
        self.request.status == RequestStatus::Open && is_live(self.plan_status)
    }
}

/// A discussion whose reminder is due, and what decides whether it is recorded.
#[derive(Debug, FromQueryResult)]
pub struct DueDiscussion {
    #[sea_orm(nested)]
    pub discussion: discussion::Model,
    pub plan_status: PlanStatus,
    /// Revisions up to this one were withdrawn.
    pub closed_up_to: i32,
}

/// The tables whose rows have reminders.
const WITH_REMINDERS: [&str; 5] = ["action_items", "plans", "feedback_requests", "discussions", "cycles"];

/// The tenants that have due reminders.
pub async fn tenants_with_reminders(db: &Database, now: DateTime<Utc>) -> Result<TenantWork, DbErr> {
    let of = |table| {
        format!(
            "select t.id from tenants t where exists \
                 (select 1 from {table} r where r.tenant_id = t.id and r.reminder_at <= $1)"
        )
    };
    let sql = WITH_REMINDERS.map(of).join(" union ");
    db.work_on_tenants_where(Crossing::DueReminders, &sql, [now.into()]).await
}

/// Loads and locks up to `limit` action items whose reminder is due, and their plans. Skips locked rows.
pub async fn lock_due_items(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<ActionItemRow>, DbErr> {
    txn.list_for_update(&due_items(limit), [now.into()], "p, i", Locked::Skip).await
}

fn due_items(limit: u32) -> String {
    format!("{} and {}", store::select(), first_due("action_items", "i", limit))
}

/// Loads and locks up to `limit` plans whose reminder is due. Skips locked rows.
pub async fn lock_due_plans(txn: &Change, now: DateTime<Utc>, limit: u32) -> Result<Vec<DuePlan>, DbErr> {
    txn.list_for_update(&due_plans(limit), [now.into()], "p", Locked::Skip).await
}

fn due_plans(limit: u32) -> String {
    format!(
        "select {p}, (select max(i.last_progress_at) from action_items i \
             where i.tenant_id = $1 and i.plan_id = p.id) as last_progress_at, \
             coalesce(r.ends_on, p.ends_on) as last_on, o.time_zone \
         from plans p join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         left join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id and r.number = p.latest_revision \
         where p.tenant_id = $1 and {first_due}",
        p = columns::<plan::Entity>("p"),
        first_due = first_due("plans", "p", limit)
    )
}

/// Loads and locks up to `limit` feedback requests whose reminder is due, and their plans. Skips locked rows.
pub async fn lock_due_requests(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<DueRequest>, DbErr> {
    txn.list_for_update(&due_requests(limit), [now.into()], "p, r", Locked::Skip).await
}

fn due_requests(limit: u32) -> String {
    format!(
        "select {r}, p.status as plan_status from feedback_requests r \
         join plans p on p.tenant_id = r.tenant_id and p.id = r.plan_id \
         where r.tenant_id = $1 and {first_due}",
        r = columns::<feedback_request::Entity>("r"),
        first_due = first_due("feedback_requests", "r", limit)
    )
}

/// Loads and locks up to `limit` discussions whose reminder is due, and their plans. Skips locked rows.
pub async fn lock_due_discussions(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<DueDiscussion>, DbErr> {
    txn.list_for_update(&due_discussions(limit), [now.into()], "p, d", Locked::Skip).await
}

fn due_discussions(limit: u32) -> String {
    format!(
        "select {d}, p.status as plan_status, p.closed_up_to from discussions d \
         join plans p on p.tenant_id = d.tenant_id and p.id = d.plan_id \
         where d.tenant_id = $1 and {first_due}",
        d = columns::<discussion::Entity>("d"),
        first_due = first_due("discussions", "d", limit)
    )
}

/// Loads and locks up to `limit` cycles whose reminder is due. Skips locked rows.
pub async fn lock_due_cycles(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<cycle::Model>, DbErr> {
    txn.list_for_update(&due_cycles(limit), [now.into()], "c", Locked::Skip).await
}

fn due_cycles(limit: u32) -> String {
    let c = columns::<cycle::Entity>("c");
    format!("select {c} from cycles c where c.tenant_id = $1 and {}", first_due("cycles", "c", limit))
}

/// The end of a statement: of the rows whose reminder is due at `$2`, the first `limit` that no one has locked. Twice
/// as many are chosen before anything is joined: SQLite would rather read all plans of a tenant, and their items.
/// Another worker may set the reminder of a chosen row before it is locked, so it is looked at once more, in a form
/// that no index serves: SQLite would begin with that index.
fn first_due(table: &str, row: &str, limit: u32) -> String {
    format!(
        "coalesce({row}.reminder_at <= $2, false) and {row}.id in (select due.id from {table} due \
             where due.tenant_id = $1 and due.reminder_at <= $2 order by due.reminder_at limit {chosen}) \
         order by {row}.reminder_at limit {limit}",
        chosen = 2 * limit
    )
}

#[cfg(test)]
mod tests {
    use migration::{Migrator, MigratorTrait as _};
    use sea_orm::{ConnectionTrait as _, Database};

    use super::*;
    use crate::db::query_plan;

    /// What `analyze` counted of 50 tenants of 20,000 people.
    const COUNTED: &str = "
        insert into sqlite_stat1 (tbl, idx, stat) values
            ('action_items', 'action_items_by_reminder', '2432507 48651 3'),
            ('action_items', 'action_items_by_plan', '5000000 100000 5 1'),
            ('action_items', 'sqlite_autoindex_action_items_1', '5000000 100000 1'),
            ('plans', 'plans_by_owner', '1000000 20000 1 1'),
            ('plans', 'sqlite_autoindex_plans_1', '1000000 20000 1'),
            ('people', 'sqlite_autoindex_people_1', '1000000 20000 1')";

    #[tokio::test]
    async fn due_rows_of_a_large_tenant_are_found_by_one_index() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        Migrator::up(&db, None).await.unwrap();
        // `analyze` finds no rows to count, but makes the table of statistics.
        for statistics in ["analyze", COUNTED] {
            db.execute_unprepared(statistics).await.unwrap();
            db.execute_unprepared("analyze sqlite_schema").await.unwrap();
            for (table, name, sql) in [
                ("action_items", "i", due_items(100)),
                ("plans", "p", due_plans(100)),
                ("feedback_requests", "r", due_requests(100)),
                ("discussions", "d", due_discussions(100)),
                ("cycles", "c", due_cycles(100)),
            ] {
                let steps = query_plan(&db, &sql).await;

                for found in [
                    format!("SEARCH {name} USING INDEX sqlite_autoindex_{table}_1 (tenant_id=? AND id=?)"),
                    format!("SEARCH due USING INDEX {table}_by_reminder (tenant_id=? AND reminder_at<?)"),
                ] {
                    assert!(steps.contains(&found), "{found}: {steps:#?}");
                }
                assert_eq!(steps.iter().filter(|step| step.contains("SCAN")).count(), 0, "{steps:#?}");
            }
        }
    }
}
