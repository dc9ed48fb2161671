//! The rules of action items, as pure functions: no database, no clock.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::error::ActionItemError;
use crate::{
    auth::permissions::{Right, Roles},
    clock,
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        plan::PlanStatus,
        progress_update,
    },
    http::FieldError,
    ids::{ActionItemId, PersonId, PlanId, TenantId},
    plans,
    record::{Event, Lookup, OfItem, Tracked},
};

/// A new item with default values: an empty title, not started, version 1.
pub fn new_item(
    tenant: TenantId,
    id: ActionItemId,
    plan: PlanId,
    kind: ActionItemKind,
    responsible: PersonId,
    now: DateTime<Utc>,
) -> action_item::Model {
    action_item::Model {
        tenant_id: tenant,
        id,
        plan_id: plan,
        kind,
        title: String::new(),
        description: None,
        responsible_id: responsible,
        development_area_id: None,
        advances_short_term: false,
        advances_long_term: false,
        supports_action_item_id: None,
        status: ActionItemStatus::NotStarted,
        progress_percent: 0,
        starts_on: None,
        due_on: None,
        overdue_from: None,
        support_needed: None,
        completed_at: None,
        last_progress_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        reminders_given: 0,
        shared_progress_at: None,
        counted_version: 0,
        links: "[]".into(),
        template_id: None,
        proposal_id: None,
    }
}

/// When an item's due day ends in `zone`, the responsible person's time zone; UTC if the zone is unknown. None without
/// a due day, or if the end is after the year 9999, which RFC 3339 cannot write (section 1).
pub fn overdue_from(due_on: Option<NaiveDate>, zone: &str) -> Option<DateTime<Utc>> {
    let end = clock::end_of_day(due_on?, zone.parse().unwrap_or(Tz::UTC));
    (end.year() <= 9999).then_some(end)
}

/// Whether an item is open and its due day has ended in the responsible person's time zone. Nothing of a completed plan
/// is overdue.
pub fn is_overdue(item: &action_item::Model, plan: PlanStatus, now: DateTime<Utc>) -> bool {
    !matches!(plan, PlanStatus::Completed | PlanStatus::Archived)
        && is_open(item.status)
        && item.overdue_from.is_some_and(|from| from <= now)
}

/// Whether an item with this status is still to be done.
pub fn is_open(status: ActionItemStatus) -> bool {
    !matches!(status, ActionItemStatus::Done | ActionItemStatus::Cancelled)
}

/// The kind of item that the caller may add: development for owners, support for managers. Fails if `requested` is
/// another kind.
pub fn kind_to_add(
    roles: &Roles,
    requested: Option<ActionItemKind>,
) -> Result<ActionItemKind, ActionItemError> {
    let own =
        if roles.may(Right::AddDevelopment) { ActionItemKind::Development } else { ActionItemKind::Support };
    match requested {
        Some(requested) if requested != own => Err(ActionItemError::Invalid(vec![FieldError::new(
            "/kind",
            match requested {
                ActionItemKind::Development => "must be support: only the plan's owner can add development",
                ActionItemKind::Support => {
                    "must be development: only the person who gives support can add it"
                }
            },
        )])),
        _ => Ok(own),
    }
}

/// Whether the caller may read an item. The items of a draft are visible only to its owner.
pub fn may_read(roles: &Roles, plan_is_shared: bool) -> bool {
    roles.may(Right::ReadDraft) || (plan_is_shared && roles.may(Right::ReadActionItem))
}

/// Checks that an item is not due before it starts.
pub fn check_dates(starts_on: Option<NaiveDate>, due_on: Option<NaiveDate>) -> Vec<FieldError> {
    match (starts_on, due_on) {
        (Some(starts_on), Some(due_on)) if due_on < starts_on => {
            vec![FieldError::new("/due_on", format!("must not be before starts_on, which is {starts_on}"))]
        }
        _ => Vec::new(),
    }
}

/// The status and percentage of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemProgress {
    pub status: ActionItemStatus,
    pub percent: i32,
}

/// The status and percentage of an item after a progress update with a status, a percentage or both.
///
/// `done` means 100 percent and `not_started` means 0. If only a percentage is given, the status is derived from it.
pub fn progress(
    before: ItemProgress,
    status: Option<ActionItemStatus>,
    percent: Option<i32>,
) -> Result<ItemProgress, ActionItemError> {
    let fault =
        |detail: &str| Err(ActionItemError::Invalid(vec![FieldError::new("/progress_percent", detail)]));
    let status = status.unwrap_or(match (before.status, percent) {
        (ActionItemStatus::Cancelled, _) | (_, None) => before.status,
        (_, Some(100)) => ActionItemStatus::Done,
        (ActionItemStatus::NotStarted, Some(0)) => ActionItemStatus::NotStarted,
        (ActionItemStatus::NotStarted | ActionItemStatus::Done, Some(_)) => ActionItemStatus::InProgress,
        (before, Some(_)) => before,
    });
    let percent = match status {
        ActionItemStatus::Done => match percent {
            None | Some(100) => 100,
            Some(_) => return fault("must be 100, or left out, when the status is done"),
        },
        ActionItemStatus::NotStarted => match percent {
            None | Some(0) => 0,
            Some(_) => return fault("must be 0, or left out, when the status is not_started"),
        },
        ActionItemStatus::InProgress | ActionItemStatus::Blocked => match percent.unwrap_or(before.percent) {
            100 => return fault("must be given and below 100 when the status is in_progress or blocked"),
            percent => percent,
        },
        ActionItemStatus::Cancelled => percent.unwrap_or(before.percent),
    };
    Ok(ItemProgress { status, percent })
}

/// Applies a progress update to an item. Returns the event to record.
pub fn advance(
    item: &mut action_item::Model,
    subject: OfItem,
    status: Option<ActionItemStatus>,
    percent: Option<i32>,
    now: DateTime<Utc>,
) -> Result<Event, ActionItemError> {
    let before = ItemProgress { status: item.status, percent: item.progress_percent };
    let after = progress(before, status, percent)?;
    item.status = after.status;
    item.progress_percent = after.percent;
    item.last_progress_at = Some(now);
    if subject.shared {
        item.shared_progress_at = Some(now);
    }
    item.completed_at = match after.status {
        ActionItemStatus::Done => item.completed_at.or(Some(now)),
        _ => None,
    };
    Ok(match after.status {
        ActionItemStatus::Done if before.status != ActionItemStatus::Done => {
            Event::ActionItemCompleted(subject)
        }
        ActionItemStatus::Blocked if before.status != ActionItemStatus::Blocked => {
            Event::ActionItemBlocked(subject)
        }
        _ => Event::ActionItemProgressed(subject),
    })
}

/// Whether a progress update changes an item's status or percentage.
pub fn moves(before: &action_item::Model, after: &action_item::Model) -> bool {
    (before.status, before.progress_percent) != (after.status, after.progress_percent)
}

/// Whether an update says nothing that the latest one, by the same author, does not say. The note of another author is
/// not shown to callers who may only record progress.
pub fn repeats(latest: &progress_update::Model, update: &progress_update::Model) -> bool {
    let of = |update: &progress_update::Model| {
        (update.author_id, update.status, update.progress_percent, update.while_draft)
    };
    of(latest) == of(update) && (update.note.is_none() || update.note == latest.note)
}

/// Whether an item that supports `supported` would, over further items, support itself. `supports` has, for each item
/// of the plan, the item that it supports.
pub fn closes_circle(
    item: ActionItemId,
    supported: ActionItemId,
    supports: &HashMap<ActionItemId, Option<ActionItemId>>,
) -> bool {
    // As many steps as the plan has items: circles from before this rule end too.
    std::iter::successors(Some(supported), |at| supports.get(at).copied().flatten())
        .take(supports.len() + 1)
        .any(|at| at == item)
}

/// `action_item.due_soon` is recorded this long before the end of the due day.
pub const DUE_SOON: TimeDelta = TimeDelta::days(7);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemReminder {
    DueSoon,
    Overdue,
}

/// When the item's next reminder is due. Each due day has two, due soon and overdue, while the item is open.
pub fn next_of_item(item: &action_item::Model) -> Option<DateTime<Utc>> {
    let overdue_from = item.overdue_from.filter(|_| is_open(item.status))?;
    match item.reminders_given {
        0 => Some(overdue_from - DUE_SOON),
        1 => Some(overdue_from),
        _ => None,
    }
}

impl Tracked for action_item::Model {
    fn lookups(before: Option<&Self>, after: &Self) -> Vec<Lookup> {
        plans::item_lookups(before, after)
    }

    /// Schedules the item's next reminder. A changed due day starts again with the first one.
    ///
    /// Every write that comes here is counted ([`Tracked::counted`]).
    fn derive(&mut self, before: Option<&Self>, _: DateTime<Utc>) {
        if before.is_some_and(|before| before.due_on != self.due_on) {
            self.reminders_given = 0;
        }
        self.reminder_at = next_of_item(self);
        self.counted_version = self.version;
    }

    fn counted(&self) -> Option<&action_item::Model> {
        Some(self)
    }
}

/// Returns the reminder that is due at `now`, if any, and the updated item. The items of a plan that is not shared or
/// agreed get no reminders; sharing schedules them.
pub fn remind_of_item(
    mut item: action_item::Model,
    plan: PlanStatus,
    now: DateTime<Utc>,
) -> (Option<ItemReminder>, action_item::Model) {
    if !plans::rules::is_live(plan) {
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
    item.reminder_at = next_of_item(&item);
    (reminder, item)
}

#[cfg(test)]
mod tests {
    use ActionItemStatus::*;
    use proptest::prelude::*;

    use super::*;

    fn statuses() -> impl Strategy<Value = ActionItemStatus> {
        prop::sample::select(vec![NotStarted, InProgress, Blocked, Done, Cancelled])
    }

    #[test]
    fn a_percentage_alone_tells_the_status() {
        let at = |status, percent| ItemProgress { status, percent };
        assert_eq!(progress(at(NotStarted, 0), None, Some(10)), Ok(at(InProgress, 10)));
        assert_eq!(progress(at(InProgress, 10), None, Some(100)), Ok(at(Done, 100)));
        assert_eq!(progress(at(Done, 100), None, Some(80)), Ok(at(InProgress, 80)));
        assert_eq!(progress(at(Blocked, 10), None, Some(20)), Ok(at(Blocked, 20)));
    }

    #[test]
    fn what_is_reopened_says_how_far_it_is() {
        assert!(progress(ItemProgress { status: Done, percent: 100 }, Some(InProgress), None).is_err());
    }

    fn item(status: ActionItemStatus, overdue_from: Option<DateTime<Utc>>) -> action_item::Model {
        let nil = uuid::Uuid::nil();
        action_item::Model {
            tenant_id: nil.into(),
            id: nil.into(),
            plan_id: nil.into(),
            kind: ActionItemKind::Development,
            title: "Lead the review".into(),
            description: None,
            responsible_id: nil.into(),
            development_area_id: None,
            advances_short_term: false,
            advances_long_term: false,
            supports_action_item_id: None,
            status,
            progress_percent: 0,
            starts_on: None,
            due_on: None,
            overdue_from,
            support_needed: None,
            completed_at: None,
            last_progress_at: None,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
            reminder_at: None,
            reminders_given: 0,
            shared_progress_at: None,
            counted_version: 0,
            links: "[]".into(),
            template_id: None,
            proposal_id: None,
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
            let item = action_item::Model { reminders_given: given, ..item(status, overdue_from) };
            let (reminder, after) = remind_of_item(item, plan_status, now);
            prop_assert!(after.reminder_at.is_none_or(|at| at > now));
            let (again, _) = remind_of_item(after, plan_status, now);
            prop_assert!(reminder.is_none() || again.is_none(), "told twice");
        }

        #[test]
        fn what_is_open_is_overdue_once_its_due_day_is_over_where_it_is_done(
            status in statuses(), plan in plan_statuses(), due_in in 0..60_000_i64, hours in -48..96_i64,
            zone in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
        ) {
            let due_on = NaiveDate::default() + chrono::Duration::days(due_in);
            let item = item(status, overdue_from(Some(due_on), zone.name()));
            let now = due_on.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::Duration::hours(hours);
            let is_late = clock::today(now, zone) > due_on;
            let is_ended = matches!(plan, PlanStatus::Completed | PlanStatus::Archived);
            prop_assert_eq!(is_overdue(&item, plan, now), !is_ended && is_open(status) && is_late);
        }

        #[test]
        fn done_is_always_at_100_and_not_started_at_0(
            before in statuses(), percent in 0..=100,
            status in prop::option::of(statuses()), told in prop::option::of(0..=100),
        ) {
            if let Ok(after) = progress(ItemProgress { status: before, percent }, status, told) {
                prop_assert!((0..=100).contains(&after.percent));
                prop_assert!(after.status != Done || after.percent == 100);
                prop_assert!(after.status != NotStarted || after.percent == 0);
                if let Some(status) = status {
                    prop_assert_eq!(after.status, status);
                }
                if let Some(told) = told {
                    prop_assert_eq!(after.percent, told);
                }
            }
        }
    }
}
