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
        columns, cycle,
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

/// The tenants that have due reminders.
pub async fn tenants_with_reminders(db: &Database, now: DateTime<Utc>) -> Result<TenantWork, DbErr> {
    let sql = "select tenant_id from action_items where reminder_at <= $1 \
         union select tenant_id from plans where reminder_at <= $1 \
         union select tenant_id from feedback_requests where reminder_at <= $1 \
         union select tenant_id from discussions where reminder_at <= $1 \
         union select tenant_id from cycles where reminder_at <= $1";
    db.work_on_tenants_where(Crossing::DueReminders, sql, [now.into()]).await
}

/// Loads and locks up to `limit` action items whose reminder is due, and their plans. Skips locked rows.
pub async fn lock_due_items(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<ActionItemRow>, DbErr> {
    let sql = format!("{} and i.reminder_at <= $2 order by i.reminder_at limit {limit}", store::select());
    txn.list_for_update(&sql, [now.into()], "p, i", Locked::Skip).await
}

/// Loads and locks up to `limit` plans whose reminder is due. Skips locked rows.
pub async fn lock_due_plans(txn: &Change, now: DateTime<Utc>, limit: u32) -> Result<Vec<DuePlan>, DbErr> {
    let sql = format!(
        "select {p}, (select max(i.last_progress_at) from action_items i \
             where i.tenant_id = $1 and i.plan_id = p.id) as last_progress_at, \
             coalesce(r.ends_on, p.ends_on) as last_on, o.time_zone \
         from plans p join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         left join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id and r.number = p.latest_revision \
         where p.tenant_id = $1 and p.reminder_at <= $2 order by p.reminder_at limit {limit}",
        p = columns::<plan::Entity>("p")
    );
    txn.list_for_update(&sql, [now.into()], "p", Locked::Skip).await
}

/// Loads and locks up to `limit` feedback requests whose reminder is due, and their plans. Skips locked rows.
pub async fn lock_due_requests(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<DueRequest>, DbErr> {
    let sql = format!(
        "select {r}, p.status as plan_status from feedback_requests r \
         join plans p on p.tenant_id = r.tenant_id and p.id = r.plan_id \
         where r.tenant_id = $1 and r.reminder_at <= $2 order by r.reminder_at limit {limit}",
        r = columns::<feedback_request::Entity>("r")
    );
    txn.list_for_update(&sql, [now.into()], "p, r", Locked::Skip).await
}

/// Loads and locks up to `limit` cycles whose reminder is due. Skips locked rows.
pub async fn lock_due_cycles(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<cycle::Model>, DbErr> {
    let c = columns::<cycle::Entity>("c");
    let sql = format!(
        "select {c} from cycles c where c.tenant_id = $1 and c.reminder_at <= $2 order by c.reminder_at limit {limit}"
    );
    txn.list_for_update(&sql, [now.into()], "c", Locked::Skip).await
}
