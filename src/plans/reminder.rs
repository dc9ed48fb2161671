//! When a plan is to be looked at again, and what there is to record of it then: that it is stale, or has ended. Pure
//! functions.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};

use super::rules::is_live;
use crate::entity::plan;

/// What to record of a plan that was checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanReminders {
    /// No progress on any of its items for a time.
    pub stale: bool,
    /// Its last day has passed.
    pub ended: bool,
}

/// The last day of a plan as it is shared, and when that day ends where its owner is.
#[derive(Clone, Copy, Debug)]
pub struct PlanEnd {
    pub day: NaiveDate,
    pub at: DateTime<Utc>,
}

/// Checks whether a plan is stale, and whether it has ended. Returns what to record, and the updated plan.
///
/// It is stale without progress on any of its items for `stale_after`, counted from `last_progress_at` or the sharing,
/// whichever is later. That is recorded once for each period without progress: `stale_since` keeps the start of the
/// last one. The end is recorded once for each last day: `ended_on` keeps it.
pub fn remind_of_plan(
    mut plan: plan::Model,
    last_progress_at: Option<DateTime<Utc>>,
    end: PlanEnd,
    stale_after: Duration,
    now: DateTime<Utc>,
) -> (PlanReminders, plan::Model) {
    let Some(shared_at) = plan.shared_at.filter(|_| is_live(plan.status)) else {
        plan.reminder_at = None;
        return (PlanReminders::default(), plan);
    };
    let since = last_progress_at.map_or(shared_at, |at| at.max(shared_at));
    let (stale, ended) = (since + stale_after <= now, end.at <= now);
    let reminders = PlanReminders {
        stale: stale && plan.stale_since != Some(since),
        ended: ended && plan.ended_on != Some(end.day),
    };
    let next = if stale { now } else { since } + stale_after;
    plan.reminder_at = Some(if ended { next } else { next.min(end.at) });
    if stale {
        plan.stale_since = Some(since);
    }
    if ended {
        plan.ended_on = Some(end.day);
    }
    (reminders, plan)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;
    use crate::{entity::plan::PlanStatus, plans::rules::new_plan};

    const MONTH: Duration = Duration::from_secs(30 * 86_400);

    fn plan(
        status: PlanStatus,
        shared_at: Option<DateTime<Utc>>,
        stale_since: Option<DateTime<Utc>>,
    ) -> plan::Model {
        let nil = uuid::Uuid::nil();
        let new = new_plan(nil.into(), nil.into(), nil.into(), Default::default(), DateTime::UNIX_EPOCH);
        plan::Model { status, latest_revision: 1, shared_at, stale_since, ..new }
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
        fn a_plan_that_has_been_looked_at_is_left_alone_for_a_while(
            status in plan_statuses(), shared_at in instants(), progress in prop::option::of(instants()),
            told in prop::option::of(instants()), end in instants(), now in instants(),
        ) {
            let end = PlanEnd { day: end.date_naive(), at: end };
            let (_, after) = remind_of_plan(plan(status, Some(shared_at), told), progress, end, MONTH, now);
            prop_assert!(after.reminder_at.is_none_or(|at| at > now));
            let (again, _) = remind_of_plan(after, progress, end, MONTH, now);
            prop_assert_eq!(again, PlanReminders::default(), "told twice");
        }

        #[test]
        fn a_plan_that_is_followed_is_looked_at_when_it_ends(
            shared_at in instants(), end in instants(), now in instants(),
        ) {
            let end = PlanEnd { day: end.date_naive(), at: end };
            let (told, after) =
                remind_of_plan(plan(PlanStatus::Agreed, Some(shared_at), None), None, end, MONTH, now);
            prop_assert_eq!(told.ended, end.at <= now);
            prop_assert!(told.ended || after.reminder_at.is_some_and(|at| at <= end.at));
        }
    }
}
