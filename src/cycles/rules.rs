//! The rules of cycles, as pure functions: no database, no clock.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::error::CycleError;
use crate::{
    clock,
    entity::cycle::{self, CycleStatus},
    http::FieldError,
    ids::PersonId,
    record::{Event, Tracked},
};

/// Maximum number of cycles of a tenant.
pub const MAX_CYCLES: i64 = 200;

/// Maximum number of departments of a cycle.
pub const MAX_DEPARTMENTS: usize = 500;

/// Maximum number of people who take part in a cycle by name.
pub const MAX_PEOPLE: usize = 1000;

/// Who takes part in a cycle: the people of some departments, and those on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    pub departments: BTreeSet<String>,
    pub people: BTreeSet<PersonId>,
}

/// The four dates of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub prepare_by: NaiveDate,
    pub share_by: NaiveDate,
    pub respond_by: NaiveDate,
    pub discuss_by: NaiveDate,
}

/// Whether a cycle with so many plans may be deleted.
pub fn may_delete(shared: i64, drafts: i64) -> Result<(), CycleError> {
    match (shared, drafts) {
        (0, 0) => Ok(()),
        (0, _) => Err(CycleError::Joined),
        _ => Err(CycleError::HasPlans),
    }
}

/// Checks that no date is before the one that comes before it.
pub fn check_dates(dates: Dates) -> Vec<FieldError> {
    let Dates { prepare_by, share_by, respond_by, discuss_by } = dates;
    let steps = [
        (("prepare_by", prepare_by), ("share_by", share_by)),
        (("share_by", share_by), ("respond_by", respond_by)),
        (("respond_by", respond_by), ("discuss_by", discuss_by)),
    ];
    let wrong = steps.into_iter().filter(|((_, earlier), (_, later))| later < earlier);
    wrong
        .map(|((before, earlier), (name, _))| {
            FieldError::new(format!("/{name}"), format!("must not be before {before}, which is {earlier}"))
        })
        .collect()
}

/// Checks that the version of the questionnaire, if one is named, is published. `current` is the latest one; none was
/// ever taken back.
pub fn check_version(version: Option<i32>, current: i32) -> Option<FieldError> {
    let version = version.filter(|version| *version > current)?;
    let detail = format!("version {version} is not published; the latest version is {current}");
    Some(FieldError::new("/questionnaire_version", detail))
}

/// Checks that all people on a list are `known`, and that there are not too many participants. The pointers begin with
/// `at`; a person is named by the position in the list.
pub fn check_members(
    at: &str,
    members: &Members,
    listed: &[PersonId],
    known: &HashSet<PersonId>,
) -> Vec<FieldError> {
    let unknown = listed.iter().enumerate().filter(|(_, person)| !known.contains(person));
    let mut faults: Vec<FieldError> = unknown
        .map(|(position, _)| {
            FieldError::new(format!("{at}/person_ids/{position}"), "is not the id of a person")
        })
        .collect();
    if members.people.len() > MAX_PEOPLE {
        let detail = format!("a cycle has at most {MAX_PEOPLE} people by name; name their departments");
        faults.push(FieldError::new(format!("{at}/person_ids"), detail));
    }
    if members.departments.len() > MAX_DEPARTMENTS {
        let detail = format!("a cycle has at most {MAX_DEPARTMENTS} departments");
        faults.push(FieldError::new(format!("{at}/departments"), detail));
    }
    faults
}

/// How long before the end of a date, in UTC, it is reminded of.
pub const LEAD: TimeDelta = TimeDelta::days(7);

/// The dates of a cycle, each with the one that was reminded of, and the event.
fn steps(cycle: &mut cycle::Model) -> [(NaiveDate, &mut Option<NaiveDate>, Event); 4] {
    let id = cycle.id;
    [
        (cycle.prepare_by, &mut cycle.prepare_told, Event::CyclePrepareDueSoon(id)),
        (cycle.share_by, &mut cycle.share_told, Event::CycleShareDueSoon(id)),
        (cycle.respond_by, &mut cycle.respond_told, Event::CycleRespondDueSoon(id)),
        (cycle.discuss_by, &mut cycle.discuss_told, Event::CycleDiscussDueSoon(id)),
    ]
}

/// When the next reminder of a cycle is due: each of its dates has one, and another one if it moves.
pub fn next_of_cycle(cycle: &cycle::Model) -> Option<DateTime<Utc>> {
    if cycle.status == CycleStatus::Closed {
        return None;
    }
    let mut cycle = cycle.clone();
    let left = steps(&mut cycle).into_iter().filter(|(by, told, _)| **told != Some(*by));
    left.map(|(by, ..)| clock::end_of_day(by, Tz::UTC) - LEAD).min()
}

/// The reminders of a cycle that are due at `now`, and the updated cycle. A date that has passed is not reminded of.
pub fn remind_of_cycle(mut cycle: cycle::Model, now: DateTime<Utc>) -> (Vec<Event>, cycle::Model) {
    let mut due = Vec::new();
    if cycle.status == CycleStatus::Open {
        for (by, told, event) in steps(&mut cycle) {
            let end = clock::end_of_day(by, Tz::UTC);
            if *told != Some(by) && end - LEAD <= now {
                *told = Some(by);
                due.extend((end > now).then_some(event));
            }
        }
    }
    cycle.reminder_at = next_of_cycle(&cycle);
    (due, cycle)
}

impl Tracked for cycle::Model {
    fn derive(&mut self, _: Option<&Self>, _: DateTime<Utc>) {
        self.reminder_at = next_of_cycle(self);
    }
}

/// What to delete and what to add for the participants of a cycle to become others.
pub fn differences<T: Clone + Ord>(before: &BTreeSet<T>, after: &BTreeSet<T>) -> (Vec<T>, Vec<T>) {
    (before.difference(after).cloned().collect(), after.difference(before).cloned().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(days: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day") + TimeDelta::days(days)
    }

    fn cycle(offsets: [i64; 4]) -> cycle::Model {
        let (nil, at) = (uuid::Uuid::nil(), DateTime::UNIX_EPOCH);
        let [prepare_by, share_by, respond_by, discuss_by] = offsets.map(day);
        cycle::Model {
            tenant_id: nil.into(),
            id: nil.into(),
            name: "2026".into(),
            prepare_by,
            share_by,
            respond_by,
            discuss_by,
            questionnaire_version: None,
            status: CycleStatus::Open,
            created_at: at,
            updated_at: at,
            version: 1,
            reminder_at: None,
            prepare_told: None,
            share_told: None,
            respond_told: None,
            discuss_told: None,
            counted_on: None,
        }
    }

    proptest! {
        #[test]
        fn each_date_is_reminded_of_once_and_before_it_has_passed(
            offsets in prop::array::uniform4(0..40_i64), hours in prop::collection::vec(0..1200_i64, 1..20),
        ) {
            let mut cycle = cycle(offsets);
            let mut hours = hours;
            hours.sort_unstable();
            let start = day(0).and_time(chrono::NaiveTime::MIN).and_utc();
            let mut told = Vec::new();
            for hour in hours {
                let now = start + TimeDelta::hours(hour);
                let (due, after) = remind_of_cycle(cycle, now);
                prop_assert!(after.reminder_at.is_none_or(|at| at > now));
                for (by, _, event) in steps(&mut after.clone()) {
                    let end = clock::end_of_day(by, Tz::UTC);
                    prop_assert!(!due.contains(&event) || (end - LEAD <= now && now < end));
                }
                told.extend(due);
                cycle = after;
            }
            for (position, event) in told.iter().enumerate() {
                prop_assert!(!told[..position].contains(event), "told twice");
            }
        }
    }

    #[test]
    fn dates_are_in_order() {
        let dates = |[prepare_by, share_by, respond_by, discuss_by]: [NaiveDate; 4]| Dates {
            prepare_by,
            share_by,
            respond_by,
            discuss_by,
        };
        assert_eq!(check_dates(dates([1, 1, 2, 3].map(day))), []);
        let faults = check_dates(dates([3, 2, 1, 4].map(day)));
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/share_by", "/respond_by"]);
    }
}
