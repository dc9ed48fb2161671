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
    let from = if stale { now } else { since };
    plan.reminder_at = Some(from + stale_after);
    if stale {
        plan.stale_since = Some(since);
    }
    (stale && !told, plan)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        action_items::rules::new_item,
        entity::action_item::{ActionItemKind, ActionItemStatus},
    };

    const MONTH: Duration = Duration::from_secs(30 * 86_400);

    fn plan(
        status: PlanStatus,
        shared_at: Option<DateTime<Utc>>,
        stale_since: Option<DateTime<Utc>>,
    ) -> plan::Model {
        let nil = uuid::Uuid::nil();
        plan::Model {
            tenant_id: nil.into(),
            id: nil.into(),
            owner_id: nil.into(),
            title: String::new(),
            cycle_id: None,
            starts_on: Default::default(),
            ends_on: Default::default(),
            status,
            answers: String::new(),
            latest_revision: 1,
            has_unshared_changes: false,
            earlier_revisions_visible: false,
            shared_at,
            owner_agreed_at: None,
            manager_agreed_at: None,
            reflection: None,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
            reminder_at: None,
            stale_since,
        }
    }

    fn plan_statuses() -> impl Strategy<Value = PlanStatus> {
        use PlanStatus::*;
        prop::sample::select(vec![Draft, Shared, Agreed, Completed, Archived])
    }

    fn instants() -> impl Strategy<Value = DateTime<Utc>> {
        (0..200_i64).prop_map(|days| DateTime::UNIX_EPOCH + TimeDelta::days(days))
    }

    proptest! {
        #[test]
        fn an_item_that_has_been_looked_at_is_left_alone_for_a_while(
            plan_status in plan_statuses(), overdue_from in prop::option::of(instants()), given in 0..3,
            now in instants(),
            status in prop::sample::select(vec![ActionItemStatus::InProgress, ActionItemStatus::Done]),
        ) {
            let owner = plan(plan_status, None, None);
            let kind = ActionItemKind::Development;
            let item = new_item(owner.tenant_id, owner.id.0.into(), owner.id, kind, owner.owner_id, now);
            let item = action_item::Model { overdue_from, reminders_given: given, status, ..item };
            let (reminder, after) = remind_of_item(item, plan_status, now);
            prop_assert!(after.reminder_at.is_none_or(|at| at > now));
            let (again, _) = remind_of_item(after, plan_status, now);
            prop_assert!(reminder.is_none() || again.is_none(), "told twice");
        }

        #[test]
        fn a_plan_that_has_been_looked_at_is_left_alone_for_a_while(
            status in plan_statuses(), shared_at in instants(), progress in prop::option::of(instants()),
            told in prop::option::of(instants()), now in instants(),
        ) {
            let (_, after) = remind_of_plan(plan(status, Some(shared_at), told), progress, MONTH, now);
            prop_assert!(after.reminder_at.is_none_or(|at| at > now));
            let (again, _) = remind_of_plan(after, progress, MONTH, now);
            prop_assert!(!again, "told twice");
        }
    }
}
