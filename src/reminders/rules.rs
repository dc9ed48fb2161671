//! Who is to be reminded of what, and when: pure.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    action_items::rules::is_open,
    entity::{action_item, plan, plan::PlanStatus},
};

/// How long before its due day is over an action item is due soon.
pub const DUE_SOON: TimeDelta = TimeDelta::days(7);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemReminder {
    DueSoon,
    Overdue,
}

/// When an item has to be looked at next: each due day brings two reminders, while something is left to do.
pub fn next_of_item(item: &action_item::Model) -> Option<DateTime<Utc>> {
    let overdue_from = item.overdue_from.filter(|_| is_open(item.status))?;
    match item.reminders_given {
        0 => Some(overdue_from - DUE_SOON),
        1 => Some(overdue_from),
        _ => None,
    }
}

/// An item as it is kept: with when it has to be looked at next.
pub fn with_next(item: action_item::Model) -> action_item::Model {
    action_item::Model { reminder_at: next_of_item(&item), ..item }
}

/// Whether anybody waits for the action items of a plan.
fn is_live(status: PlanStatus) -> bool {
    matches!(status, PlanStatus::Shared | PlanStatus::Agreed)
}

/// What there is to say of an item at `now`, and the item after that. Of a draft nothing is said; its items are
/// looked at again when it is shared.
pub fn remind_of_item(
    mut item: action_item::Model,
    plan: PlanStatus,
    now: DateTime<Utc>,
) -> (Option<ItemReminder>, action_item::Model) {
    if !is_live(plan) {
        item.reminder_at = None;
        return (None, item);
    }
    let due = next_of_item(&item).is_some_and(|at| at <= now);
    let reminder = due.then(|| match item.overdue_from {
        Some(from) if from <= now => ItemReminder::Overdue,
        _ => ItemReminder::DueSoon,
    });
    item.reminders_given = match reminder {
        Some(ItemReminder::Overdue) => 2,
        Some(ItemReminder::DueSoon) => 1,
        None => item.reminders_given,
    };
    (reminder, with_next(item))
}

/// Whether a plan has become stale by `now`, of whose items nothing has been heard since `last_progress_at`, and the
/// plan after that. It is told once, until there is progress again.
pub fn remind_of_plan(
    mut plan: plan::Model,
    last_progress_at: Option<DateTime<Utc>>,
    stale_after: Duration,
    now: DateTime<Utc>,
) -> (bool, plan::Model) {
    let Some(shared_at) = plan.shared_at.filter(|_| is_live(plan.status)) else {
        plan.reminder_at = None;
        return (false, plan);
    };
    let since = last_progress_at.map_or(shared_at, |at| at.max(shared_at));
    let stale = since + stale_after <= now;
    let told = plan.stale_since == Some(since);
    plan.reminder_at = Some(if stale { now } else { since } + stale_after);
    if stale {
        plan.stale_since = Some(since);
    }
    (stale && !told, plan)
}
