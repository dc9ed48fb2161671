//! Queries about what has to be looked at.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    action_items::store::{self, ActionItemRow},
    db::{Database, Locked},
    entity::{
        columns,
        feedback_request::{self, RequestStatus},
        plan,
    },
    ids::TenantId,
    record::Change,
};

/// A plan, and when something was last heard of its action items.
#[derive(Debug, FromQueryResult)]
pub struct PlanRow {
    #[sea_orm(nested)]
    pub plan: plan::Model,
    pub last_progress_at: Option<DateTime<Utc>>,
}

/// A request for feedback, and since when its plan is shared.
#[derive(Debug, FromQueryResult)]
pub struct RequestRow {
    #[sea_orm(nested)]
    pub request: feedback_request::Model,
    pub plan_shared_at: Option<DateTime<Utc>>,
}

impl RequestRow {
    /// Whether an answer is still awaited.
    pub fn is_awaited(&self) -> bool {
        self.request.status == RequestStatus::Open && self.plan_shared_at.is_some()
    }
}

/// The tenants that have something to look at.
pub async fn tenants_with_reminders(db: &Database, now: DateTime<Utc>) -> Result<Vec<TenantId>, DbErr> {
    let sql = "select tenant_id from action_items where reminder_at <= $1 \
         union select tenant_id from plans where reminder_at <= $1 \
         union select tenant_id from feedback_requests where reminder_at <= $1";
    db.tenants_where(sql, [now.into()]).await
}

/// Some of the items to look at, with their plans, and not those that somebody is changing or looking at: whoever
/// changes something of a plan has locked it.
pub async fn lock_due_items(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<ActionItemRow>, DbErr> {
    let sql = format!("{} and i.reminder_at <= $2 order by i.reminder_at limit {limit}", store::select());
    txn.list_for_update(&sql, [now.into()], "p, i", Locked::Skip).await
}

/// Some of the plans, in this manner.
pub async fn lock_due_plans(txn: &Change, now: DateTime<Utc>, limit: u32) -> Result<Vec<PlanRow>, DbErr> {
    let sql = format!(
        "select {p}, (select max(i.last_progress_at) from action_items i \
             where i.tenant_id = p.tenant_id and i.plan_id = p.id) as last_progress_at \
         from plans p where p.tenant_id = $1 and p.reminder_at <= $2 order by p.reminder_at limit {limit}",
        p = columns::<plan::Entity>("p")
    );
    txn.list_for_update(&sql, [now.into()], "p", Locked::Skip).await
}

/// Some of the requests for feedback, in this manner.
pub async fn lock_due_requests(
    txn: &Change,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<RequestRow>, DbErr> {
    let sql = format!(
        "select {r}, p.shared_at as plan_shared_at from feedback_requests r \
         join plans p on p.tenant_id = r.tenant_id and p.id = r.plan_id \
         where r.tenant_id = $1 and r.reminder_at <= $2 order by r.reminder_at limit {limit}",
        r = columns::<feedback_request::Entity>("r")
    );
    txn.list_for_update(&sql, [now.into()], "p, r", Locked::Skip).await
}
