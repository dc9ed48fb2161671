//! What time brings: events of items that are due soon or overdue, of plans that nobody has gone on with, and of
//! feedback that is awaited today.
//!
//! Each row keeps when it has to be looked at again (`reminder_at`), so that nothing else is. Whoever looks locks it,
//! records what has come about and keeps the next time, in one transaction: any number of processes may do so, and
//! each event comes once, whatever stops in between.

mod store;

use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use crate::{
    action_items::rules::{ItemReminder, remind_of_item},
    entity::feedback_request,
    feedback,
    ids::TenantId,
    plans::rules::remind_of_plan,
    record::{Change, Event},
    state::Core,
};

/// How many rows of a kind are looked at in one transaction.
const BATCH: u32 = 100;

/// Records the events that are due by now; returns how many. `stale_after` is how long a plan has no progress until
/// it is stale.
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
        let mut txn = core.begin(tenant, None).await?;
        let mut looked_at = 0;
        for row in store::lock_due_items(&txn, now, BATCH).await? {
            let subject = row.subject();
            let (reminder, after) = remind_of_item(row.item.clone(), row.plan_status, now);
            let event = reminder.map(|reminder| match reminder {
                ItemReminder::DueSoon => Event::ActionItemDueSoon(subject),
                ItemReminder::Overdue => Event::ActionItemOverdue(subject),
            });
            recorded += record(&mut txn, event);
            txn.touch(row.item, after)?;
            looked_at += 1;
        }
        for row in store::lock_due_plans(&txn, now, BATCH).await? {
            let (stale, after) = remind_of_plan(row.plan.clone(), row.last_progress_at, stale_after, now);
            recorded += record(&mut txn, stale.then_some(Event::PlanStale(row.plan.id)));
            txn.touch(row.plan, after)?;
            looked_at += 1;
        }
        for row in store::lock_due_requests(&txn, now, BATCH).await? {
            let event = row.is_awaited().then(|| Event::FeedbackRequestDue(feedback::subject(&row.request)));
            recorded += record(&mut txn, event);
            let after = feedback_request::Model { reminder_at: None, ..row.request.clone() };
            txn.touch(row.request, after)?;
            looked_at += 1;
        }
        txn.commit().await?;
        if looked_at < BATCH {
            return Ok(recorded);
        }
    }
}

/// Records the event, if there is one; returns how many that was.
fn record(txn: &mut Change, event: Option<Event>) -> usize {
    let recorded = usize::from(event.is_some());
    txn.record(event);
    recorded
}
