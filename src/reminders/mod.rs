//! Reminders: scheduled events for action items that are due soon or overdue, for plans without progress or whose end
//! has passed, for the dates of cycles, for feedback that is due today, and for discussions that start soon.
//!
//! Each row stores when it must be checked next (`reminder_at`); other rows are not read. A worker locks the due rows,
//! skips those that are locked by another transaction, records the events and sets the next `reminder_at`, all in one
//! transaction. So any number of processes may run this, and each event is recorded exactly once, even after a crash.

mod store;

use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use crate::{
    action_items::rules::{ItemReminder, remind_of_item},
    auth::Actor,
    cycles::rules::remind_of_cycle,
    discussions,
    entity::{discussion, feedback_request},
    feedback,
    ids::TenantId,
    plans::reminder::remind_of_plan,
    record::{Change, Event},
    state::Core,
};

/// Maximum number of rows of each kind that one transaction checks.
const BATCH: u32 = 100;

/// Records all events that are due now and returns their number. A plan is stale after `stale_after` without progress.
pub async fn step(core: &Core, stale_after: Duration) -> Result<u64, DbErr> {
    let now = core.clock.now();
    let mut work = store::tenants_with_reminders(&core.db, now).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(remind_tenant(core, tenant, stale_after, now).await)?;
    }
    work.finish()
}

async fn remind_tenant(
    core: &Core,
    tenant: TenantId,
    stale_after: Duration,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let mut recorded = 0;
    loop {
        let mut txn = core.begin(tenant, Actor::default()).await?;
        let mut checked = 0;
        for row in store::lock_due_items(&txn, now, BATCH).await? {
            let subject = row.subject();
            let (reminder, after) = remind_of_item(row.item.clone(), row.plan_status, now);
            let event = reminder.map(|reminder| match reminder {
                ItemReminder::DueSoon => Event::ActionItemDueSoon(subject),
                ItemReminder::Overdue => Event::ActionItemOverdue(subject),
            });
            recorded += record(&mut txn, event);
            txn.touch(row.item, after)?;
            checked += 1;
        }
        for row in store::lock_due_plans(&txn, now, BATCH).await? {
            let (id, end) = (row.plan.id, row.end());
            let (due, after) = remind_of_plan(row.plan.clone(), row.last_progress_at, end, stale_after, now);
            recorded += record(&mut txn, due.stale.then_some(Event::PlanStale(id)));
            recorded += record(&mut txn, due.ended.then_some(Event::PlanEnded(id)));
            txn.touch(row.plan, after)?;
            checked += 1;
        }
        for cycle in store::lock_due_cycles(&txn, now, BATCH).await? {
            let (due, after) = remind_of_cycle(cycle.clone(), now);
            for event in due {
                recorded += record(&mut txn, Some(event));
            }
            txn.touch(cycle, after)?;
            checked += 1;
        }
        for row in store::lock_due_requests(&txn, now, BATCH).await? {
            let event =
                row.is_awaited().then(|| Event::FeedbackRequestDue(feedback::subject(&row.request, true)));
            recorded += record(&mut txn, event);
            let after = feedback_request::Model { reminder_at: None, ..row.request.clone() };
            txn.touch(row.request, after)?;
            checked += 1;
        }
        for row in store::lock_due_discussions(&txn, now, BATCH).await? {
            let store::DueDiscussion { discussion, plan_status, closed_up_to } = row;
            let is_shared = discussion.revision > closed_up_to;
            let is_due = discussions::rules::is_due_soon(&discussion, plan_status, is_shared, now);
            let event =
                is_due.then(|| Event::DiscussionDueSoon(discussions::subject(&discussion, is_shared)));
            recorded += record(&mut txn, event);
            let after = discussion::Model { reminder_at: None, ..discussion.clone() };
            txn.touch(discussion, after)?;
            checked += 1;
        }
        txn.commit().await?;
        // Fewer rows in total than one full batch: no kind has more that are due, unless a hundred of the first are
        // locked. Then the rest is for a later run.
        if checked < BATCH {
            return Ok(recorded);
        }
    }
}

/// Records the event, if there is one, and returns the number of events: 0 or 1.
fn record(txn: &mut Change, event: Option<Event>) -> u64 {
    let recorded = u64::from(event.is_some());
    txn.record(event);
    recorded
}
