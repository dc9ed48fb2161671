//! What time brings: events of items that are due soon or overdue, of plans that nobody has gone on with, and of
//! feedback that is awaited today.
//!
//! Each row keeps when it has to be looked at again (`reminder_at`), so that nothing else is. Whoever looks locks it,
//! records what has come about and keeps the next time, in one transaction: any number of processes may do so, and
//! each event comes once, whatever stops in between.

pub mod rules;
mod store;

use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use crate::{
    db::Transaction,
    entity::feedback_request,
    events::{self, Event},
    feedback,
    ids::TenantId,
    state::Core,
};

/// How many rows of a kind are looked at in one transaction.
const BATCH: u32 = 100;

/// Records what has come about by now; how many events those were. `stale_after` is how long nothing is heard of a
/// plan that is stale.
pub async fn step(core: &Core, stale_after: Duration) -> Result<usize, DbErr> {
    let now = core.clock.now();
    let mut recorded = 0;
    for tenant in store::tenants_with_reminders(&core.db, now).await? {
        recorded += remind_tenant(core, tenant, stale_after, now).await?;
    }
    Ok(recorded)
}

async fn remind_tenant(
    core: &Core,
    tenant: TenantId,
    stale_after: Duration,
    now: DateTime<Utc>,
) -> Result<usize, DbErr> {
    let mut recorded = 0;
    loop {
        let mut txn = core.db.begin(tenant).await?;
        let mut looked_at = 0;
        for row in store::lock_due_items(&txn, now, BATCH).await? {
            let subject = row.subject();
            let (event, after) = rules::remind_of_item(row.item.clone(), row.plan_status, now);
            let event = event.map(|reminder| match reminder {
                rules::ItemReminder::DueSoon => Event::ActionItemDueSoon(subject),
                rules::ItemReminder::Overdue => Event::ActionItemOverdue(subject),
            });
            recorded += record(&mut txn, core, event, now);
            txn.update(row.item, after)?;
            looked_at += 1;
        }
        for row in store::lock_due_plans(&txn, now, BATCH).await? {
            let (stale, after) =
                rules::remind_of_plan(row.plan.clone(), row.last_progress_at, stale_after, now);
            recorded += record(&mut txn, core, stale.then_some(Event::PlanStale(row.plan.id)), now);
            txn.update(row.plan, after)?;
            looked_at += 1;
        }
        for row in store::lock_due_requests(&txn, now, BATCH).await? {
            let event = row
                .is_awaited()
                .then(|| Event::FeedbackRequestDue(feedback::requests::subject(&row.request)));
            recorded += record(&mut txn, core, event, now);
            let after = feedback_request::Model { reminder_at: None, ..row.request.clone() };
            txn.update(row.request, after)?;
            looked_at += 1;
        }
        txn.commit().await?;
        if looked_at < BATCH {
            return Ok(recorded);
        }
    }
}

fn record(txn: &mut Transaction, core: &Core, event: Option<Event>, now: DateTime<Utc>) -> usize {
    let Some(event) = event else { return 0 };
    events::record_of_time(txn, &core.ids, event, now);
    1
}
