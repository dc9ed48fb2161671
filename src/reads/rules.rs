//! How reads are counted: one record for each reader, subject, right and action within ten minutes.

use chrono::{DateTime, Duration, DurationRound, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::ids::{AuditRecordId, LinkId, PersonId, PlanId, TenantId};

/// How long reads are counted in one record.
pub const WINDOW: Duration = Duration::minutes(10);

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal $text:literal;)*) => {
        /// What was read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ReadAction {
            $($(#[$doc])* $action),*
        }

        impl ReadAction {
            pub const ALL: &[Self] = &[$(Self::$action),*];

            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name),*
                }
            }

            /// What a reader did, as the access log of a plan says it.
            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$action => $text),*
                }
            }
        }
    };
}

actions! {
    /// The shared plan, or one of its revisions.
    Plan = "plan.read" "read the shared plan";
    ActionItems = "action_item.read" "read its action items";
    Feedback = "feedback.read" "read the feedback on it";
    Discussions = "discussion.read" "read the discussions about it";
    Comments = "comment.read" "read the comments on it";
    Proposals = "proposal.read" "read the actions proposed for it";
    /// The page to take to the talk.
    Brief = "plan.brief_read" "read the page for the talk about it";
    PlansListed = "plan.listed" "read it in a list of plans";
    PlansExported = "plan.exported" "exported it with other plans";
    ActionItemsListed = "action_item.listed" "read its action items in a list";
    ActionItemsExported = "action_item.exported" "exported its action items with others";
    PersonExported = "plan.exported_with_person" "exported what is shared of it, with the data of a person";
    TenantExported = "tenant.exported" "exported it with all data of the organisation";
    AuditLogListed = "audit_log.listed" "read the audit log";
    AuditLogExported = "audit_log.exported" "exported the audit log";
}

/// What was read, by its path under `/v1/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadSubject {
    Plan(PlanId),
    Plans,
    ActionItems,
    /// What an export of a person shows, or a handover.
    Person(PersonId),
    AuditLog,
    /// All that is stored of a tenant.
    Tenant,
}

impl ReadSubject {
    pub fn path(self) -> String {
        match self {
            Self::Plan(plan) => format!("plans/{plan}"),
            Self::Plans => "plans".into(),
            Self::ActionItems => "action-items".into(),
            Self::Person(person) => format!("people/{person}"),
            Self::AuditLog => "audit-log".into(),
            Self::Tenant => "tenant".into(),
        }
    }
}

/// Who reads: a person through a link, or a service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reader {
    pub person: Option<PersonId>,
    pub link: Option<LinkId>,
    pub client: Option<String>,
}

/// Reads that are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReadKey {
    pub reader: Reader,
    pub action: ReadAction,
    /// The role that gave the right.
    pub right: &'static str,
    pub subject: ReadSubject,
}

/// When the ten minutes began that `now` is in. `sealed_until` is the end of the windows that are sealed: a later read
/// counts in the next.
pub fn window(now: DateTime<Utc>, sealed_until: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(WINDOW).unwrap_or(now).max(sealed_until)
}

/// An id before those of the reads of a window and of all later ones, and after those of all earlier ones.
pub fn first_id(window: DateTime<Utc>) -> AuditRecordId {
    id_in(window, &[0; 10])
}

/// A UUIDv7 whose time is that of the window.
fn id_in(window: DateTime<Utc>, rest: &[u8; 10]) -> AuditRecordId {
    let millis = window.timestamp_millis().unsigned_abs();
    AuditRecordId(uuid::Builder::from_unix_timestamp_millis(millis, rest).into_uuid())
}

impl ReadKey {
    /// The id of the record in which a window counts these reads: the same in every process. A UUIDv7 whose time is
    /// that of the window, and whose other bits are a digest of what is counted.
    pub fn record_id(&self, tenant: TenantId, window: DateTime<Utc>) -> AuditRecordId {
        let Self { reader: Reader { person, link, client }, action, right, subject } = self;
        let mut hash = Sha256::new();
        let (subject, client) = (subject.path(), client.as_deref().unwrap_or_default());
        let ids = [tenant.0, person.map_or(Uuid::nil(), |id| id.0), link.map_or(Uuid::nil(), |id| id.0)];
        for part in ids.iter().map(|id| &id.as_bytes()[..]).chain([
            action.name().as_bytes(),
            right.as_bytes(),
            subject.as_bytes(),
            client.as_bytes(),
        ]) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let digest = hash.finalize();
        id_in(window, digest.first_chunk().unwrap_or(&[0; 10]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn key(action: ReadAction, right: &'static str, plan: u128, reader: u128) -> ReadKey {
        let link = Some(LinkId(Uuid::from_u128(reader)));
        ReadKey {
            reader: Reader { person: Some(PersonId(Uuid::from_u128(reader + 100))), link, client: None },
            action,
            right,
            subject: ReadSubject::Plan(PlanId(Uuid::from_u128(plan))),
        }
    }

    #[test]
    fn ten_minutes_of_one_reader_plan_right_and_action_are_one_record() {
        let tenant = TenantId(Uuid::from_u128(7));
        let start = at("2026-03-02T09:00:00Z");
        let mut ids = std::collections::HashMap::new();
        // Every second of three windows, for all combinations.
        for second in 0..1800 {
            let now = start + Duration::seconds(second);
            let window = window(now, start);
            assert!(window <= now && now < window + WINDOW);
            for (reader, plan) in [(1, 1), (1, 2), (2, 1)] {
                for action in [ReadAction::Plan, ReadAction::Feedback] {
                    for right in ["manager", "hr_admin"] {
                        let id = key(action, right, plan, reader).record_id(tenant, window);
                        let what = (window, reader, plan, action, right);
                        assert_eq!(*ids.entry(id).or_insert(what), what);
                    }
                }
            }
        }
        assert_eq!(ids.len(), 3 * 3 * 2 * 2);
    }

    #[test]
    fn a_window_that_is_sealed_counts_no_more() {
        let now = at("2026-03-02T09:09:59Z");
        assert_eq!(window(now, at("2026-03-02T09:00:00Z")), at("2026-03-02T09:00:00Z"));
        // The clock of the process that sealed is ahead.
        assert_eq!(window(now, at("2026-03-02T09:10:00Z")), at("2026-03-02T09:10:00Z"));
    }

    #[test]
    fn a_record_of_reads_sorts_by_its_window() {
        let id = |window| key(ReadAction::Plan, "manager", 1, 1).record_id(TenantId(Uuid::nil()), at(window));
        assert!(id("2026-03-02T09:00:00Z") < first_id(at("2026-03-02T09:10:00Z")));
        assert!(first_id(at("2026-03-02T09:10:00Z")) < id("2026-03-02T09:10:00Z"));
    }
}
