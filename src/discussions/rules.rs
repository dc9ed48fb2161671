//! The rules of discussions, as pure functions: no database, no clock.

use chrono::{DateTime, Days, Duration, Utc};
use chrono_tz::Tz;

use super::{
    content::{AgendaLine, AgendaSource, GiveAgendaLine, MAX_LINES, StoredOutcome},
    error::DiscussionError,
};
use crate::{
    entity::{
        discussion::{self, DiscussionStatus},
        discussion_note,
        plan::PlanStatus,
    },
    http::FieldError,
    ids::{AgendaLineId, Ids, PersonId},
    plans::rules::is_live,
    record::Tracked,
};

/// Maximum planned discussions of a plan.
pub const MAX_PLANNED: usize = 20;
/// Maximum discussions of a plan, also those that are over or deleted.
pub const MAX_DISCUSSIONS: usize = 200;

/// How long a discussion takes unless its end is given.
pub const DEFAULT_LENGTH: Duration = Duration::hours(1);
/// The longest discussion.
const MAX_LENGTH: Duration = Duration::hours(24);

/// How long before and after now a discussion may start.
const EARLIEST: Days = Days::new(366);
const LATEST: Days = Days::new(5 * 366);

/// `discussion.due_soon` is recorded this long before the start.
pub const DUE_SOON: Duration = Duration::hours(24);

/// Whether there is room for one more where a plan has so many discussions, and so many planned ones.
pub fn has_room(all: i64, planned: i64) -> Result<(), DiscussionError> {
    if planned >= MAX_PLANNED as i64 {
        Err(DiscussionError::TooManyPlanned(MAX_PLANNED))
    } else if all >= MAX_DISCUSSIONS as i64 {
        Err(DiscussionError::TooMany(MAX_DISCUSSIONS))
    } else {
        Ok(())
    }
}

/// Whether a discussion may be held, cancelled or deleted.
pub fn is_planned(status: DiscussionStatus) -> Result<(), DiscussionError> {
    match status {
        DiscussionStatus::Planned => Ok(()),
        DiscussionStatus::Held => Err(DiscussionError::Held),
        DiscussionStatus::Cancelled => Err(DiscussionError::Cancelled),
    }
}

/// Whether the change from `before` to `after` is one that the status allows: what was held keeps all but its notes,
/// and what was cancelled stays as it is.
pub fn may_become(before: &discussion::Model, after: &discussion::Model) -> Result<(), DiscussionError> {
    let is_allowed = match before.status {
        DiscussionStatus::Planned => true,
        DiscussionStatus::Held => {
            *before == discussion::Model { shared_notes: before.shared_notes.clone(), ..after.clone() }
        }
        DiscussionStatus::Cancelled => before == after,
    };
    if is_allowed { Ok(()) } else { is_planned(before.status) }
}

/// Whether anything is written in a planned discussion that all who take part read.
pub fn is_written(discussion: &discussion::Model) -> bool {
    discussion.agenda.is_some() || discussion.shared_notes.is_some() || discussion.outcomes != "[]"
}

/// A planned discussion, cancelled. Lines that come from the plan are left out of its agenda then.
pub fn cancelled(discussion: &discussion::Model, message: Option<String>) -> discussion::Model {
    discussion::Model {
        status: DiscussionStatus::Cancelled,
        cancel_message: message,
        agenda: Some(discussion.agenda.clone().unwrap_or_else(|| "[]".into())),
        ..discussion.clone()
    }
}

/// Checks when a discussion is. Days are judged at `now`.
pub fn check_times(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let earliest = now.checked_sub_days(EARLIEST).unwrap_or(now);
    let latest = now.checked_add_days(LATEST).unwrap_or(now);
    if !(earliest..=latest).contains(&starts_at) {
        faults
            .push(FieldError::new("/starts_at", "must be at most a year ago, and at most five years ahead"));
    }
    if ends_at <= starts_at || ends_at - starts_at > MAX_LENGTH {
        faults.push(FieldError::new("/ends_at", "must be after starts_at, by at most 24 hours"));
    }
    faults
}

/// The zone with this name of the IANA time zone database.
pub fn check_zone(name: &str) -> Result<Tz, FieldError> {
    let detail = "must be a time zone of the IANA database, such as Europe/Berlin";
    name.parse().map_err(|_| FieldError::new("/time_zone", detail))
}

/// The agenda that a caller writes, after the lines `kept` that the caller is not shown. Lines with the id of a `known`
/// one keep its source, and what they are about while the text stays as it is; all others are new.
pub fn written_agenda(
    lines: Vec<GiveAgendaLine>,
    known: &[AgendaLine],
    kept: Vec<AgendaLine>,
    ids: &Ids,
) -> Result<Vec<AgendaLine>, Vec<FieldError>> {
    let mut faults = Vec::new();
    if lines.len() + kept.len() > MAX_LINES {
        let detail = format!("has more than {MAX_LINES} lines, with those that you are not shown");
        faults.push(FieldError::new("/agenda", detail));
    }
    let mut written = kept;
    for (place, GiveAgendaLine { id, source: _, text, done, about: _ }) in lines.into_iter().enumerate() {
        let line = |id: AgendaLineId, known: Option<&AgendaLine>| AgendaLine {
            id,
            source: known.map_or(AgendaSource::Added, |known| known.source),
            about: known.filter(|known| known.text == text).and_then(|known| known.about.clone()),
            text,
            done: done.unwrap_or(false),
        };
        let known = id.map(|id| known.iter().find(|line| line.id == id));
        match (id, known) {
            (Some(id), _) if written.iter().any(|line| line.id == id) => {
                faults.push(FieldError::new(
                    format!("/agenda/{place}/id"),
                    "is already the id of another line",
                ));
            }
            (Some(_), None | Some(None)) => {
                let detail = "is not the id of a line of this agenda; omit it for a new line";
                faults.push(FieldError::new(format!("/agenda/{place}/id"), detail));
            }
            (Some(id), Some(known)) => written.push(line(id, known)),
            (None, _) => written.push(line(ids.next(), None)),
        }
    }
    if faults.is_empty() { Ok(written) } else { Err(faults) }
}

/// The first outcome whose action item names a person who is not one of `people`.
pub fn outcome_of_stranger(outcomes: &[StoredOutcome], people: &[PersonId]) -> Option<usize> {
    outcomes.iter().position(|outcome| {
        outcome.action_item.as_ref().is_some_and(|item| !people.contains(&item.responsible_id))
    })
}

/// Whether a change is one of what personal calendars and HR are shown.
fn is_resequenced(before: &discussion::Model, after: &discussion::Model) -> bool {
    let shown = |it: &discussion::Model| {
        (it.starts_at, it.ends_at, it.time_zone.clone(), it.rhythm, it.status, it.manager_id)
    };
    shown(before) != shown(after)
}

/// When to remind of a discussion: a day before its start, once for each start. None of one that is over.
fn reminder_at(
    before: Option<&discussion::Model>,
    after: &discussion::Model,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let is_to_come = after.status == DiscussionStatus::Planned && after.starts_at > now;
    match before.filter(|before| before.starts_at == after.starts_at) {
        _ if !is_to_come => None,
        Some(before) => before.reminder_at,
        None => Some(after.starts_at - DUE_SOON),
    }
}

/// Whether to remind of a discussion now that its time has come. `is_shared` is whether others may read it.
pub fn is_due_soon(
    discussion: &discussion::Model,
    plan: PlanStatus,
    is_shared: bool,
    now: DateTime<Utc>,
) -> bool {
    discussion.status == DiscussionStatus::Planned && is_live(plan) && is_shared && discussion.starts_at > now
}

impl Tracked for discussion::Model {
    /// Raises the sequence of calendars, and schedules the reminder.
    fn derive(&mut self, before: Option<&Self>, now: DateTime<Utc>) {
        if let Some(before) = before
            && is_resequenced(before, self)
        {
            self.sequence = before.sequence + 1;
            self.sequenced_at = now;
        }
        self.reminder_at = reminder_at(before, self, now);
    }
}

impl Tracked for discussion_note::Model {}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        super::content::{AgendaKind, AgendaTopic},
        *,
    };
    use crate::{clock::Clock, entity::discussion::Rhythm};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn discussion() -> discussion::Model {
        let nil = Uuid::nil();
        discussion::Model {
            tenant_id: nil.into(),
            id: nil.into(),
            plan_id: nil.into(),
            manager_id: None,
            planned_by_id: nil.into(),
            revision: 1,
            status: DiscussionStatus::Planned,
            starts_at: at("2026-03-10T09:00:00Z"),
            ends_at: at("2026-03-10T10:00:00Z"),
            time_zone: "UTC".into(),
            location: None,
            rhythm: Rhythm::None,
            agenda: None,
            agenda_since: None,
            shared_notes: None,
            outcomes: "[]".into(),
            cancel_message: None,
            previous_id: None,
            held_at: None,
            sequence: 0,
            sequenced_at: at("2026-03-01T09:00:00Z"),
            created_at: at("2026-03-01T09:00:00Z"),
            updated_at: at("2026-03-01T09:00:00Z"),
            version: 1,
            reminder_at: None,
            deleted: false,
        }
    }

    #[test]
    fn only_what_calendars_show_raises_the_sequence() {
        let now = at("2026-03-02T09:00:00Z");
        let sequence = |change: fn(&mut discussion::Model)| {
            let (before, mut after) = (discussion(), discussion());
            change(&mut after);
            after.derive(Some(&before), now);
            (after.sequence, after.sequenced_at == now)
        };
        assert_eq!(sequence(|it| it.shared_notes = Some("Notes".into())), (0, false));
        assert_eq!(sequence(|it| it.agenda = Some("[]".into())), (0, false));
        assert_eq!(sequence(|it| it.starts_at = at("2026-03-10T08:00:00Z")), (1, true));
        assert_eq!(sequence(|it| it.time_zone = "Europe/Madrid".into()), (1, true));
        assert_eq!(sequence(|it| it.location = Some("Room 4".into())), (0, false));
        assert_eq!(sequence(|it| it.status = DiscussionStatus::Cancelled), (1, true));
    }

    #[test]
    fn a_reminder_is_scheduled_once_for_each_start() {
        let now = at("2026-03-02T09:00:00Z");
        let mut made = discussion();
        made.derive(None, now);
        assert_eq!(made.reminder_at, Some(at("2026-03-09T09:00:00Z")));
        let reminded = discussion::Model { reminder_at: None, ..made.clone() };
        let mut noted = discussion::Model { shared_notes: Some("Notes".into()), ..reminded.clone() };
        noted.derive(Some(&reminded), now);
        assert_eq!(noted.reminder_at, None, "not a second time");
        let mut moved = discussion::Model { starts_at: at("2026-03-12T09:00:00Z"), ..reminded.clone() };
        moved.derive(Some(&reminded), now);
        assert_eq!(moved.reminder_at, Some(at("2026-03-11T09:00:00Z")));
        let mut held = discussion::Model { status: DiscussionStatus::Held, ..made.clone() };
        held.derive(Some(&made), now);
        assert_eq!(held.reminder_at, None);
        let late = at("2026-03-10T09:00:00Z");
        assert!(is_due_soon(&made, PlanStatus::Shared, true, now));
        for (plan, is_shared, now) in [
            (PlanStatus::Draft, true, now),
            (PlanStatus::Shared, false, now),
            (PlanStatus::Shared, true, late),
        ] {
            assert!(!is_due_soon(&made, plan, is_shared, now));
        }
    }

    #[test]
    fn what_was_held_keeps_all_but_its_notes() {
        let held = discussion::Model { status: DiscussionStatus::Held, ..discussion() };
        let noted = discussion::Model { shared_notes: Some("Notes".into()), ..held.clone() };
        let moved = discussion::Model { location: Some("Room 4".into()), ..held.clone() };
        assert_eq!(may_become(&held, &noted), Ok(()));
        assert_eq!(may_become(&held, &moved), Err(DiscussionError::Held));
        let cancelled = discussion::Model { status: DiscussionStatus::Cancelled, ..discussion() };
        let noted = discussion::Model { shared_notes: Some("Notes".into()), ..cancelled.clone() };
        assert_eq!(may_become(&cancelled, &noted), Err(DiscussionError::Cancelled));
        assert_eq!(may_become(&cancelled, &cancelled), Ok(()));
    }

    #[test]
    fn a_discussion_is_written_once_others_read_something_in_it() {
        assert!(!is_written(&discussion()));
        for write in [
            (|it| it.agenda = Some("[]".into())) as fn(&mut discussion::Model),
            |it| it.shared_notes = Some("Notes".into()),
            |it| it.outcomes = "[{}]".into(),
        ] {
            let mut written = discussion();
            write(&mut written);
            assert!(is_written(&written), "{written:?}");
        }
    }

    #[test]
    fn a_line_keeps_its_source_by_its_id_and_a_new_one_is_added() {
        let ids = Ids::new(Clock::manual(at("2026-03-02T09:00:00Z")));
        let known = [AgendaLine {
            id: ids.next(),
            source: AgendaSource::Blocked,
            text: "Blocked: Read".into(),
            done: false,
            about: Some(AgendaTopic {
                kind: AgendaKind::ItemBlocked,
                objective: None,
                reasonable: None,
                achievable: None,
                question: None,
                name: Some("Read".into()),
                comment: None,
                action_item_id: None,
            }),
        }];
        let give = |id, text: &str| GiveAgendaLine {
            id,
            source: None,
            text: text.into(),
            done: Some(true),
            about: None,
        };
        for (text, is_kept) in [("Blocked: Read", true), ("Blocked: Read more", false)] {
            let written = written_agenda(vec![give(Some(known[0].id), text)], &known, Vec::new(), &ids);
            assert_eq!(written.expect("an agenda")[0].about.is_some(), is_kept, "{text}");
        }
        let given = vec![give(Some(known[0].id), "Read"), give(None, "Talk")];
        let written = written_agenda(given, &known, Vec::new(), &ids);
        let sources: Vec<_> =
            written.expect("an agenda").iter().map(|line| (line.source, line.done)).collect();
        assert_eq!(sources, [(AgendaSource::Blocked, true), (AgendaSource::Added, true)]);
        let twice = vec![
            give(Some(known[0].id), "Read"),
            give(Some(known[0].id), "Read"),
            give(Some(ids.next()), "No"),
        ];
        let faults = written_agenda(twice, &known, Vec::new(), &ids).expect_err("faults");
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/agenda/1/id", "/agenda/2/id"]);
        // What the caller is not shown comes first, and counts.
        let kept = written_agenda(vec![give(None, "Talk")], &[], known.to_vec(), &ids).expect("an agenda");
        assert_eq!((kept.len(), &kept[0]), (2, &known[0]));
        let many = (0..MAX_LINES).map(|_| give(None, "Talk")).collect();
        let faults = written_agenda(many, &[], known.to_vec(), &ids).expect_err("faults");
        assert_eq!(faults[0].pointer, "/agenda");
    }

    #[test]
    fn a_discussion_ends_after_it_starts_and_within_reach() {
        let now = at("2026-03-02T09:00:00Z");
        let faults = |starts, ends| -> Vec<String> {
            check_times(at(starts), at(ends), now).into_iter().map(|fault| fault.pointer).collect()
        };
        assert!(faults("2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z").is_empty());
        assert_eq!(faults("2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z"), ["/ends_at"]);
        assert_eq!(faults("2026-03-10T09:00:00Z", "2026-03-11T09:00:01Z"), ["/ends_at"]);
        assert_eq!(faults("2024-03-10T09:00:00Z", "2024-03-10T10:00:00Z"), ["/starts_at"]);
        assert_eq!(faults("2036-03-10T09:00:00Z", "2036-03-10T10:00:00Z"), ["/starts_at"]);
    }
}
