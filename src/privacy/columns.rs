//! Every column of every table: whether it is personal, what erasure does with it, and what an export contains.
//!
//! Erasure and export are carried out from this list, and `tests/api/privacy.rs` compares it with the schema: a new
//! column that is not listed fails a test, and so does a personal one that no step removes. The tables are in the order
//! of erasure and deletion: a step finds its rows by others that come later, and rows refer to those of later tables.
//!
//! The file is long because it is one table.

use Kind::{Opaque, Personal, Setting};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id, number, time, state or digest of such: it names no one without the rows that it points to.
    Opaque,
    /// What the organisation or the installation has configured.
    Setting,
    /// What says something about a person, or was written by one.
    Personal,
}

/// A table.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    /// What its rows are, for docs/privacy.md.
    pub about: &'static str,
    pub columns: &'static [(&'static str, Kind)],
    pub erase: &'static [Step],
    pub export: &'static [Section],
}

/// What erasure does with some rows of a table.
#[derive(Debug)]
pub struct Step {
    /// Which rows: an SQL condition. `:person` is the person's id.
    pub rows: &'static str,
    pub does: Does,
}

#[derive(Debug)]
pub enum Does {
    Delete,
    /// Sets columns to SQL expressions. `:now` is the time, `:pseudonym` a text that no name can be guessed from.
    Set(&'static [(&'static str, &'static str)]),
}

/// Rows of a table in an export.
#[derive(Debug)]
pub struct Section {
    pub kind: &'static str,
    pub about: &'static str,
    /// Which rows `t`: an SQL condition.
    pub rows: &'static str,
    /// A further condition for HR; none if HR gets no rows.
    pub hr_rows: Option<&'static str>,
    /// Columns that are left out: derived, technical or another person's.
    pub without: &'static [&'static str],
    /// Columns that are left out for HR as well.
    pub hr_without: &'static [&'static str],
}

const ALL: Option<&str> = Some("t.tenant_id = $1");

/// On a row with `plan_id`: the plan is the person's.
macro_rules! mine {
    () => {
        "plan_id in (select p.id from plans p where p.tenant_id = $1 and p.owner_id = :person)"
    };
}

/// On a row with `action_item_id`: the plan is the person's.
macro_rules! item_of_mine {
    () => {
        "action_item_id in (select i.id from action_items i join plans p on p.tenant_id = i.tenant_id \
             and p.id = i.plan_id where i.tenant_id = $1 and p.owner_id = :person)"
    };
}

/// On a row `t` with `plan_id`: the plan is shared now.
const PLAN_IS_SHARED: &str =
    "exists (select 1 from plans s where s.tenant_id = $1 and s.id = t.plan_id and s.shared_at is not null)";

/// On a row `t` with `plan_id`: the plan is another person's, and shared now.
const SHARED_BY_ANOTHER: &str = "exists (select 1 from plans s where s.tenant_id = $1 and s.id = t.plan_id \
     and s.owner_id <> :person and s.shared_at is not null)";

const ITEM_IS_SHARED: &str = "not t.while_draft and exists (select 1 from action_items i \
     join plans s on s.tenant_id = i.tenant_id and s.id = i.plan_id \
     where i.tenant_id = $1 and i.id = t.action_item_id and s.shared_at is not null)";

/// On a row `t` with `plan_id` and `revision`, such as a feedback: the revision is not withdrawn.
macro_rules! revision_is_open {
    () => {
        "exists (select 1 from plans s where s.tenant_id = $1 and s.id = t.plan_id \
             and s.shared_at is not null and t.revision > s.closed_up_to)"
    };
}

/// The same.
const REVISION_IS_OPEN: &str = revision_is_open!();

/// Answers without any answer, and feedback without any text, as JSON.
const NO_ANSWERS: &str = concat!(
    r#"'{"mission_statement":null,"values":[],"motivators":[],"short_term_objective":null,"#,
    r#""long_term_objective":null,"strengths":[],"development_areas":[]}'"#
);
const NO_CONTENT: &str = concat!(
    r#"'{"summary":null,"objectives":{"short_term":null,"long_term":null},"#,
    r#""strengths":[],"development_areas":[],"support":[]}'"#
);

/// In place of the SHA-256 of a text that could be guessed.
const NO_DIGEST: &str = "'0000000000000000000000000000000000000000000000000000000000000000'";

const VERSION: (&str, &str) = ("version", "version + 1");
const UPDATED: (&str, &str) = ("updated_at", ":now");

/// On a row `t` with `plan_id` and `revision`: what it speaks of is on a plan of the person's and not set aside.
const ON_MINE: &str = "exists (select 1 from plans p where p.tenant_id = $1 and p.id = t.plan_id \
     and p.owner_id = :person and t.revision > p.set_aside_up_to)";

/// On a row `t` with `plan_id`: the person has written it on the plan of another, and can read it.
const WRITTEN_ON_OTHERS: &str = "t.author_id = :person and not t.closed_to_author and exists (select 1 from plans p \
     where p.tenant_id = $1 and p.id = t.plan_id and p.owner_id <> :person)";

pub const TABLES: &[Table] = &[
    Table {
        name: "comments",
        about: "What people said about a shared plan, its answers and its action items",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("revision", Opaque),
            ("author_id", Opaque),
            ("subject_kind", Opaque),
            ("question", Opaque),
            ("answer_id", Opaque),
            ("action_item_id", Opaque),
            ("text", Personal),
            ("mentions", Opaque),
            ("closed_to_author", Opaque),
            ("created_at", Opaque),
        ],
        // As feedback: what others wrote on the person's plans goes, and what the person wrote on theirs stays under
        // the pseudonym.
        erase: &[Step { rows: mine!(), does: Does::Set(&[("text", "'Erased comment'")]) }],
        export: &[
            Section {
                kind: "comments",
                about: "Comments on the person's plans, by the person and by others",
                rows: ON_MINE,
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["closed_to_author"],
                hr_without: &[],
            },
            Section {
                kind: "comments_written",
                about: "Comments that the person has written on the plans of others",
                rows: WRITTEN_ON_OTHERS,
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["closed_to_author"],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "proposals",
        about: "Development actions that others proposed to a plan's owner",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("revision", Opaque),
            ("author_id", Opaque),
            ("title", Personal),
            ("description", Personal),
            ("development_area_id", Opaque),
            ("due_on", Opaque),
            ("template_id", Opaque),
            ("status", Opaque),
            ("answer", Personal),
            ("action_item_id", Opaque),
            ("closed_to_author", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
        ],
        erase: &[Step {
            rows: mine!(),
            does: Does::Set(&[
                ("title", "'Erased proposal'"),
                ("description", "null"),
                ("answer", "null"),
                VERSION,
                UPDATED,
            ]),
        }],
        export: &[
            Section {
                kind: "proposals_received",
                about: "Development actions that others proposed to the person",
                rows: ON_MINE,
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["closed_to_author"],
                hr_without: &[],
            },
            Section {
                kind: "proposals_made",
                about: "Development actions that the person has proposed to others",
                rows: WRITTEN_ON_OTHERS,
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["closed_to_author"],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "feedback",
        about: "The feedback of one author on one revision",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("revision", Opaque),
            ("author_id", Opaque),
            ("status", Opaque),
            ("content", Personal),
            ("private_note", Personal),
            ("closed_to_author", Opaque),
            ("submitted_at", Opaque),
            ("acknowledged_at", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
        ],
        erase: &[
            // What others wrote about the person goes with the person's answers, which it quotes.
            Step {
                rows: mine!(),
                does: Does::Set(&[("content", NO_CONTENT), ("private_note", "null"), VERSION, UPDATED]),
            },
            Step { rows: "author_id = :person and status = 'draft'", does: Does::Delete },
            // What the person submitted on others' plans is theirs, too, and stays under the pseudonym.
            Step {
                rows: "author_id = :person and private_note is not null",
                does: Does::Set(&[("private_note", "null"), VERSION, UPDATED]),
            },
        ],
        export: &[
            Section {
                kind: "feedback_received",
                about: "Feedback that others have submitted on the person's plans",
                rows: "t.status <> 'draft' and exists (select 1 from plans p where p.tenant_id = $1 \
                     and p.id = t.plan_id and p.owner_id = :person and t.revision > p.set_aside_up_to)",
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["private_note", "closed_to_author"],
                hr_without: &[],
            },
            Section {
                kind: "feedback_given",
                about: "Feedback that the person has written, with private notes",
                rows: "t.author_id = :person and not t.closed_to_author",
                hr_rows: Some(
                    "t.status <> 'draft' and exists (select 1 from plans s where s.tenant_id = $1 \
                     and s.id = t.plan_id and s.shared_at is not null and t.revision > s.closed_up_to)",
                ),
                without: &["closed_to_author"],
                hr_without: &["private_note"],
            },
        ],
    },
    Table {
        name: "feedback_requests",
        about: "Requests to a reviewer for feedback on a plan",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("reviewer_id", Opaque),
            ("origin", Opaque),
            ("sections", Opaque),
            ("due_on", Opaque),
            ("message", Personal),
            ("revision", Opaque),
            ("status", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("reminder_at", Opaque),
        ],
        erase: &[
            Step {
                rows: mine!(),
                does: Does::Set(&[("message", "null"), ("reminder_at", "null"), VERSION, UPDATED]),
            },
            Step { rows: "reviewer_id = :person", does: Does::Set(&[("reminder_at", "null")]) },
        ],
        export: &[
            Section {
                kind: "feedback_requested",
                about: "The person's requests for feedback",
                rows: concat!("t.", mine!()),
                hr_rows: Some(PLAN_IS_SHARED),
                without: &["reminder_at"],
                hr_without: &["message"],
            },
            Section {
                kind: "requests_received",
                about: "Requests to the person for feedback",
                rows: "t.reviewer_id = :person and exists (select 1 from plans s where s.tenant_id = $1 \
                     and s.id = t.plan_id and s.shared_at is not null)",
                hr_rows: ALL,
                without: &["reminder_at"],
                hr_without: &["message"],
            },
        ],
    },
    Table {
        name: "discussion_notes",
        about: "The private notes of one author about a discussion",
        columns: &[
            ("tenant_id", Opaque),
            ("discussion_id", Opaque),
            ("author_id", Opaque),
            ("text", Personal),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
        ],
        erase: &[
            // What others wrote about the person goes with what they talked about.
            Step {
                rows: "discussion_id in (select d.id from discussions d join plans p on p.tenant_id = d.tenant_id \
                     and p.id = d.plan_id where d.tenant_id = $1 and p.owner_id = :person)",
                does: Does::Delete,
            },
            Step { rows: "author_id = :person", does: Does::Delete },
        ],
        export: &[Section {
            kind: "discussion_notes",
            about: "The person's private notes about discussions",
            rows: "t.author_id = :person",
            hr_rows: None,
            without: &[],
            hr_without: &[],
        }],
    },
    Table {
        name: "discussions",
        about: "The talks about a plan",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("manager_id", Opaque),
            ("planned_by_id", Opaque),
            ("revision", Opaque),
            ("status", Opaque),
            ("starts_at", Opaque),
            ("ends_at", Opaque),
            ("time_zone", Personal),
            ("location", Personal),
            ("rhythm", Opaque),
            ("agenda", Personal),
            ("agenda_since", Opaque),
            ("shared_notes", Personal),
            ("outcomes", Personal),
            ("cancel_message", Personal),
            ("previous_id", Opaque),
            ("held_at", Opaque),
            ("sequence", Opaque),
            ("sequenced_at", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("reminder_at", Opaque),
            ("deleted", Opaque),
        ],
        // What the person wrote in the talks of others stays with these, as feedback does.
        erase: &[Step {
            rows: mine!(),
            does: Does::Set(&[
                ("status", "case when status = 'planned' then 'cancelled' else status end"),
                ("time_zone", "'UTC'"),
                ("location", "null"),
                ("agenda", "'[]'"),
                ("shared_notes", "null"),
                ("outcomes", "'[]'"),
                ("cancel_message", "null"),
                ("reminder_at", "null"),
                ("sequence", "sequence + 1"),
                ("sequenced_at", ":now"),
                VERSION,
                UPDATED,
            ]),
        }],
        export: &[
            Section {
                kind: "discussions",
                about: "The talks about the person's plans; for HR when they were, without what they were about",
                rows: "exists (select 1 from plans p where p.tenant_id = $1 and p.id = t.plan_id \
                     and p.owner_id = :person and t.revision > p.set_aside_up_to)",
                hr_rows: Some(REVISION_IS_OPEN),
                without: &["reminder_at", "sequence", "sequenced_at"],
                hr_without: &[
                    "location",
                    "agenda",
                    "agenda_since",
                    "shared_notes",
                    "outcomes",
                    "cancel_message",
                    "updated_at",
                    "version",
                ],
            },
            Section {
                kind: "discussions_as_manager",
                about: "When the person talked with others about their plans",
                rows: concat!("t.manager_id = :person and ", revision_is_open!()),
                hr_rows: ALL,
                without: &[
                    "location",
                    "agenda",
                    "agenda_since",
                    "shared_notes",
                    "outcomes",
                    "cancel_message",
                    "updated_at",
                    "version",
                    "reminder_at",
                    "sequence",
                    "sequenced_at",
                ],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "calendar_addresses",
        about: "The addresses of personal calendars, as digests",
        columns: &[("tenant_id", Opaque), ("person_id", Opaque), ("digest", Setting), ("created_at", Opaque)],
        erase: &[Step { rows: "person_id = :person", does: Does::Delete }],
        export: &[Section {
            kind: "calendar_address",
            about: "When the address of the person's calendar was made",
            rows: "t.person_id = :person",
            hr_rows: None,
            without: &["digest"],
            hr_without: &[],
        }],
    },
    Table {
        name: "progress_updates",
        about: "The history of action items",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("action_item_id", Opaque),
            ("author_id", Opaque),
            ("status", Opaque),
            ("progress_percent", Opaque),
            ("note", Personal),
            ("recorded_at", Opaque),
            ("while_draft", Opaque),
        ],
        erase: &[Step {
            rows: concat!("note is not null and ", item_of_mine!()),
            does: Does::Set(&[("note", "null")]),
        }],
        export: &[
            Section {
                kind: "progress",
                about: "The history of the action items of the person's plans",
                rows: concat!("t.", item_of_mine!()),
                hr_rows: Some(ITEM_IS_SHARED),
                without: &[],
                hr_without: &[],
            },
            Section {
                kind: "progress_recorded",
                about: "Progress that the person has recorded on the plans of others",
                rows: "t.author_id = :person and not t.while_draft and exists (select 1 from action_items i \
                     join plans s on s.tenant_id = i.tenant_id and s.id = i.plan_id where i.tenant_id = $1 \
                     and i.id = t.action_item_id and s.owner_id <> :person and s.shared_at is not null)",
                hr_rows: ALL,
                without: &[],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "action_item_links",
        about: "The ids by which learning systems name action items; derived from the items' links",
        columns: &[
            ("tenant_id", Opaque),
            ("plan_id", Opaque),
            ("external_id", Personal),
            ("action_item_id", Opaque),
        ],
        erase: &[Step { rows: mine!(), does: Does::Delete }],
        export: &[],
    },
    Table {
        name: "action_items",
        about: "The actions of a plan, and support that others promised",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("plan_id", Opaque),
            ("kind", Opaque),
            ("title", Personal),
            ("description", Personal),
            ("responsible_id", Opaque),
            ("development_area_id", Opaque),
            ("advances_short_term", Opaque),
            ("advances_long_term", Opaque),
            ("supports_action_item_id", Opaque),
            ("status", Opaque),
            ("progress_percent", Opaque),
            ("starts_on", Opaque),
            ("due_on", Opaque),
            ("overdue_from", Opaque),
            ("support_needed", Personal),
            ("completed_at", Opaque),
            ("last_progress_at", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("reminder_at", Opaque),
            ("reminders_given", Opaque),
            ("shared_progress_at", Opaque),
            ("counted_version", Opaque),
            ("links", Personal),
            ("template_id", Opaque),
            ("proposal_id", Opaque),
        ],
        // Numbers and states stay: the progress of teams is counted from them. What the person promised on the plans of
        // others stays under the pseudonym.
        erase: &[Step {
            rows: mine!(),
            does: Does::Set(&[
                ("title", "'Erased action'"),
                ("description", "null"),
                ("support_needed", "null"),
                ("links", "'[]'"),
                ("reminder_at", "null"),
                ("counted_version", "version + 1"),
                VERSION,
                UPDATED,
            ]),
        }],
        export: &[
            Section {
                kind: "action_items",
                about: "The action items of the person's plans",
                rows: concat!("t.", mine!()),
                hr_rows: Some(PLAN_IS_SHARED),
                without: &["overdue_from", "reminder_at", "reminders_given", "counted_version"],
                hr_without: &["last_progress_at"],
            },
            Section {
                kind: "promised_support",
                about: "Support that the person has promised on the plans of others",
                rows: "t.responsible_id = :person and exists (select 1 from plans s where s.tenant_id = $1 \
                     and s.id = t.plan_id and s.owner_id <> :person and s.shared_at is not null)",
                hr_rows: ALL,
                without: &[
                    "overdue_from",
                    "reminder_at",
                    "reminders_given",
                    "counted_version",
                    "last_progress_at",
                ],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "plan_progress",
        about: "The numbers of a plan's action items",
        columns: &[
            ("tenant_id", Opaque),
            ("plan_id", Opaque),
            ("items", Opaque),
            ("cancelled", Opaque),
            ("in_progress", Opaque),
            ("blocked", Opaque),
            ("done", Opaque),
            ("percent", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "plan_references",
        about: "The references in the answers of plans, by which plans are found; derived from the answers",
        columns: &[
            ("tenant_id", Opaque),
            ("plan_id", Opaque),
            ("revision", Opaque),
            ("answer_id", Opaque),
            ("section", Opaque),
            ("uri", Personal),
            ("question", Opaque),
            ("name", Personal),
        ],
        erase: &[Step { rows: mine!(), does: Does::Delete }],
        export: &[],
    },
    Table {
        name: "agreements",
        about: "The agreements of managers to revisions",
        columns: &[
            ("tenant_id", Opaque),
            ("plan_id", Opaque),
            ("revision", Opaque),
            ("person_id", Opaque),
            ("agreed_at", Opaque),
            ("given_by_id", Opaque),
            ("acting", Opaque),
            ("manager_id", Opaque),
        ],
        erase: &[],
        export: &[
            Section {
                kind: "agreements_received",
                about: "Agreements of managers to the person's plans",
                rows: concat!("t.", mine!()),
                hr_rows: Some(REVISION_IS_OPEN),
                without: &[],
                hr_without: &[],
            },
            Section {
                kind: "agreements_given",
                about: "The person's agreements, as a manager, to the plans of others",
                rows: "t.person_id = :person",
                hr_rows: Some(SHARED_BY_ANOTHER),
                without: &[],
                hr_without: &[],
            },
        ],
    },
    Table {
        name: "revisions",
        about: "What was shared of a plan, each time",
        columns: &[
            ("tenant_id", Opaque),
            ("plan_id", Opaque),
            ("number", Opaque),
            ("title", Personal),
            ("starts_on", Opaque),
            ("ends_on", Opaque),
            ("answers", Personal),
            ("action_items", Personal),
            // Of texts that can be guessed.
            ("digest", Personal),
            ("note", Personal),
            ("manager_id", Opaque),
            ("shared_at", Opaque),
        ],
        erase: &[Step {
            rows: mine!(),
            does: Does::Set(&[
                ("title", "'Erased plan'"),
                ("answers", NO_ANSWERS),
                ("action_items", "'[]'"),
                ("digest", NO_DIGEST),
                ("note", "null"),
            ]),
        }],
        export: &[Section {
            kind: "revisions",
            about: "What the person has shared of each plan, each time",
            rows: "exists (select 1 from plans p where p.tenant_id = $1 and p.id = t.plan_id \
                 and p.owner_id = :person and t.number > p.set_aside_up_to)",
            hr_rows: Some(
                "exists (select 1 from plans s where s.tenant_id = $1 and s.id = t.plan_id \
                 and s.shared_at is not null and t.number > s.closed_up_to)",
            ),
            without: &[],
            hr_without: &[],
        }],
    },
    Table {
        name: "set_aside",
        about: "What was private under an identity that was unlinked; no one can read it",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("link_id", Opaque),
            ("kind", Opaque),
            ("subject_id", Opaque),
            ("content", Personal),
            ("set_aside_at", Opaque),
        ],
        // `set_aside::forget` finds what others' rows contain of the person.
        erase: &[Step {
            rows: "link_id in (select l.id from identities l where l.tenant_id = $1 and l.person_id = :person)",
            does: Does::Delete,
        }],
        export: &[],
    },
    Table {
        name: "idempotency_records",
        about: "What is kept for 24 hours of the responses to requests with an `Idempotency-Key`",
        columns: &[
            ("tenant_id", Opaque),
            ("caller", Personal),
            ("key", Opaque),
            ("fingerprint", Personal),
            ("status", Opaque),
            ("location", Opaque),
            ("etag", Opaque),
            ("body", Personal),
            ("expires_at", Opaque),
            ("resource_kind", Opaque),
            ("resource", Opaque),
            ("details", Personal),
            ("shown_once", Setting),
            ("could_read", Opaque),
        ],
        // Results of imports name people, and an earlier release has stored bodies. `requests::forget_kept_answers`
        // deletes the person's own, and those that show the person.
        erase: &[Step { rows: "body <> '' or resource_kind = 'people_import'", does: Does::Delete }],
        export: &[],
    },
    Table {
        name: "plans",
        about: "Plans: the owner's working copy, and the status",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("owner_id", Opaque),
            ("title", Personal),
            ("cycle_id", Opaque),
            ("starts_on", Opaque),
            ("ends_on", Opaque),
            ("status", Opaque),
            ("answers", Personal),
            ("latest_revision", Opaque),
            ("has_unshared_changes", Opaque),
            ("earlier_revisions_visible", Opaque),
            ("shared_at", Opaque),
            ("owner_agreed_at", Opaque),
            ("manager_agreed_at", Opaque),
            ("reflection", Personal),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("reminder_at", Opaque),
            ("stale_since", Opaque),
            ("closed_up_to", Opaque),
            ("set_aside_up_to", Opaque),
            ("shared_version", Opaque),
            ("shared_updated_at", Opaque),
            ("reviewed_version", Opaque),
            ("reviewed_updated_at", Opaque),
            ("earlier_revisions_visible_from", Opaque),
            ("agreed_without_manager", Opaque),
            ("questionnaire_version", Opaque),
            ("completed_at", Opaque),
            ("previous_plan_id", Opaque),
            ("outcome", Opaque),
            ("ended_on", Opaque),
            ("answers_complete", Opaque),
            ("cycle_changed", Opaque),
        ],
        erase: &[
            // No one else has seen these, and their action items go with them.
            Step { rows: "owner_id = :person and latest_revision = 0", does: Does::Delete },
            Step {
                rows: "owner_id = :person",
                does: Does::Set(&[
                    ("title", "'Erased plan'"),
                    // Read-only: no one writes about the person from then on.
                    ("status", "'archived'"),
                    ("answers", NO_ANSWERS),
                    ("reflection", "null"),
                    ("has_unshared_changes", "false"),
                    ("reminder_at", "null"),
                    VERSION,
                    UPDATED,
                    ("shared_version", "shared_version + 1"),
                    ("shared_updated_at", ":now"),
                    ("reviewed_version", "reviewed_version + 1"),
                    ("reviewed_updated_at", ":now"),
                ]),
            },
        ],
        export: &[Section {
            kind: "plans",
            about: "The person's plans, with the working copy; for HR only those that are shared, without it",
            rows: "t.owner_id = :person",
            hr_rows: Some("t.shared_at is not null"),
            without: &[
                "reminder_at",
                "stale_since",
                "ended_on",
                "answers_complete",
                "cycle_changed",
                "set_aside_up_to",
                "shared_version",
                "shared_updated_at",
                "reviewed_version",
                "reviewed_updated_at",
            ],
            hr_without: &[
                "title",
                "starts_on",
                "ends_on",
                "answers",
                "has_unshared_changes",
                "updated_at",
                "version",
                // The earlier plan may never have been shared.
                "previous_plan_id",
            ],
        }],
    },
    Table {
        name: "cycle_counts",
        about: "How many drafts of a department are ready in a cycle, and of which groups: ids and numbers",
        columns: &[
            ("tenant_id", Opaque),
            ("cycle_id", Opaque),
            ("department", Setting),
            ("prepared", Opaque),
            ("groups", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "cycle_departments",
        about: "The departments that take part in a cycle",
        columns: &[("tenant_id", Opaque), ("cycle_id", Opaque), ("department", Setting)],
        erase: &[],
        export: &[],
    },
    Table {
        name: "cycle_people",
        about: "The people who take part in a cycle by name",
        columns: &[("tenant_id", Opaque), ("cycle_id", Opaque), ("person_id", Opaque)],
        erase: &[Step { rows: "person_id = :person", does: Does::Delete }],
        export: &[Section {
            kind: "cycles",
            about: "The cycles in which the person takes part by name",
            rows: "t.person_id = :person",
            hr_rows: ALL,
            without: &[],
            hr_without: &[],
        }],
    },
    Table {
        name: "cycle_reference_counts",
        about: "How many people of a department name a skill or role in a cycle, if five or more do",
        columns: &[
            ("tenant_id", Opaque),
            ("cycle_id", Opaque),
            ("question", Opaque),
            ("uri", Setting),
            ("department", Setting),
            ("name", Setting),
            ("named", Opaque),
            ("counted", Opaque),
            ("actual", Opaque),
            ("lot", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "cycle_rosters",
        about: "Whose skills and roles are counted in a cycle, by which revisions: ids and numbers",
        columns: &[("tenant_id", Opaque), ("cycle_id", Opaque), ("department", Setting), ("roster", Opaque)],
        erase: &[],
        export: &[],
    },
    Table {
        name: "cycles",
        about: "Campaigns of HR",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("name", Setting),
            ("prepare_by", Opaque),
            ("share_by", Opaque),
            ("respond_by", Opaque),
            ("discuss_by", Opaque),
            ("questionnaire_version", Opaque),
            ("status", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("reminder_at", Opaque),
            ("prepare_told", Opaque),
            ("share_told", Opaque),
            ("respond_told", Opaque),
            ("discuss_told", Opaque),
            ("counted_on", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "identities",
        about: "Links between identities and people, also those that have ended",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("realm", Setting),
            ("subject", Personal),
            ("person_id", Opaque),
            ("issuer", Setting),
            ("linked_at", Opaque),
            ("unlinked_at", Opaque),
            ("unlinked_by", Opaque),
            ("reason", Personal),
            ("blocked", Opaque),
            ("is_moved", Opaque),
            ("restored_at", Opaque),
        ],
        // `erase::keep_refused` then lets those stay refused that were unlinked before.
        erase: &[Step {
            rows: "person_id = :person",
            does: Does::Set(&[
                ("subject", ":pseudonym"),
                ("reason", "null"),
                ("unlinked_at", "coalesce(unlinked_at, :now)"),
                ("blocked", "true"),
            ]),
        }],
        export: &[Section {
            kind: "identity_links",
            about: "The identities that were linked to the person",
            rows: "t.person_id = :person",
            hr_rows: ALL,
            without: &[],
            hr_without: &[],
        }],
    },
    Table {
        name: "relations",
        about: "Relations besides that of the manager: ids and times",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("kind", Opaque),
            ("person_id", Opaque),
            ("other_id", Opaque),
            ("starts_at", Opaque),
            ("ends_at", Opaque),
        ],
        // No one has rights by a relation to or of someone who is erased.
        erase: &[Step { rows: "(person_id = :person or other_id = :person)", does: Does::Delete }],
        export: &[Section {
            kind: "relations",
            about: "The person's relations besides that of the manager, as either side",
            rows: "(t.person_id = :person or t.other_id = :person)",
            hr_rows: ALL,
            without: &[],
            hr_without: &[],
        }],
    },
    Table {
        name: "questionnaires",
        about: "The versions of the questionnaire that HR has published",
        columns: &[
            ("tenant_id", Opaque),
            ("version", Opaque),
            ("languages", Setting),
            ("definition", Setting),
            ("published_at", Opaque),
            ("published_by_id", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "action_templates",
        about: "Templates of actions, of HR for everyone and of managers for their reports",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("audience", Opaque),
            ("author_id", Opaque),
            ("title", Personal),
            ("description", Personal),
            ("due_after_days", Opaque),
            ("links", Personal),
            ("reference", Personal),
            ("reference_uri", Personal),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
        ],
        // Those for everyone are the organisation's.
        erase: &[Step { rows: "author_id = :person and audience = 'reports'", does: Does::Delete }],
        export: &[Section {
            kind: "action_templates",
            about: "Templates of actions that the person offers to reports",
            rows: "t.author_id = :person and t.audience = 'reports'",
            hr_rows: ALL,
            without: &["reference_uri"],
            hr_without: &[],
        }],
    },
    Table {
        name: "scim_tokens",
        about: "The tokens of identity providers, as digests; the operator has named them",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("name", Setting),
            ("digest", Setting),
            ("created_at", Opaque),
            ("revoked_at", Opaque),
            ("last_used_on", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "person_words",
        about: "The words of people's names, by which the directory is searched",
        columns: &[("tenant_id", Opaque), ("word", Personal), ("person_id", Opaque)],
        erase: &[Step { rows: "person_id = :person", does: Does::Delete }],
        export: &[],
    },
    Table {
        name: "erasures",
        about: "The proof of each erasure",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("person_id", Opaque),
            ("reason", Opaque),
            ("erased_at", Opaque),
            ("erased_by", Opaque),
            ("counts", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "legal_holds",
        about: "What must not be erased for now, and holds that were released, for the ledger",
        columns: &[
            ("tenant_id", Opaque),
            ("person_id", Opaque),
            ("reason", Personal),
            ("placed_at", Opaque),
            ("placed_by", Opaque),
            ("released_at", Opaque),
        ],
        erase: &[Step { rows: "person_id = :person", does: Does::Delete }],
        export: &[Section {
            kind: "legal_holds",
            about: "The legal hold on the person's data",
            rows: "t.person_id = :person and t.released_at is null",
            hr_rows: ALL,
            without: &["released_at"],
            hr_without: &[],
        }],
    },
    Table {
        name: "people",
        about: "The directory",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("external_id", Personal),
            ("user_name", Personal),
            ("display_name", Personal),
            ("email", Personal),
            ("manager_id", Opaque),
            ("manager_external_id", Personal),
            ("department", Personal),
            ("title", Personal),
            ("time_zone", Personal),
            ("active", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
            ("manager_gone_at", Opaque),
            ("deactivated_at", Opaque),
            ("external_id_key", Personal),
            ("user_name_key", Personal),
            ("email_key", Personal),
            ("user_name_collides", Opaque),
            ("link_name", Personal),
            ("link_email", Personal),
            ("source", Opaque),
            ("given_name", Personal),
            ("family_name", Personal),
            ("locale", Personal),
            ("employee_number", Personal),
            ("external_id_given", Opaque),
            ("deleted_at", Opaque),
            ("erased_at", Opaque),
        ],
        erase: &[
            // The rows of reports name their manager.
            Step {
                rows: "manager_external_id = (select p.external_id from people p \
                     where p.tenant_id = $1 and p.id = :person)",
                does: Does::Set(&[("manager_external_id", ":pseudonym"), VERSION, UPDATED]),
            },
            Step {
                rows: "id = :person",
                does: Does::Set(&[
                    ("external_id", ":pseudonym"),
                    ("user_name", ":pseudonym"),
                    ("display_name", "'Erased person'"),
                    ("email", "null"),
                    ("manager_external_id", "null"),
                    ("department", "null"),
                    ("title", "null"),
                    ("time_zone", "'UTC'"),
                    ("active", "false"),
                    ("deactivated_at", "coalesce(deactivated_at, :now)"),
                    ("external_id_key", ":pseudonym"),
                    ("user_name_key", ":pseudonym"),
                    ("email_key", "null"),
                    ("user_name_collides", "false"),
                    ("link_name", "null"),
                    ("link_email", "null"),
                    ("given_name", "null"),
                    ("family_name", "null"),
                    ("locale", "null"),
                    ("employee_number", "null"),
                    ("deleted_at", "coalesce(deleted_at, :now)"),
                    ("erased_at", ":now"),
                    VERSION,
                    UPDATED,
                ]),
            },
        ],
        export: &[Section {
            kind: "person",
            about: "The person's row of the directory",
            rows: "t.id = :person",
            hr_rows: ALL,
            without: &[
                "external_id_key",
                "user_name_key",
                "email_key",
                "user_name_collides",
                "link_name",
                "link_email",
            ],
            hr_without: &[],
        }],
    },
    Table {
        name: "events",
        about: "What has happened: ids only",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("type", Opaque),
            ("subject", Opaque),
            ("actor_id", Opaque),
            ("data", Opaque),
            ("occurred_at", Opaque),
            ("in_feed", Opaque),
            ("traceparent", Opaque),
            ("position", Opaque),
            ("link_id", Opaque),
            ("client", Opaque),
            ("request_id", Opaque),
        ],
        erase: &[],
        export: &[Section {
            kind: "activity",
            about: "The events that the person has caused and that are still stored; for HR those of the change feed",
            rows: "t.actor_id = :person",
            hr_rows: Some("t.in_feed"),
            without: &["in_feed", "traceparent", "position"],
            hr_without: &[],
        }],
    },
    Table {
        name: "delivery_attempts",
        about: "The attempts to deliver an event to a webhook",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("delivery_id", Opaque),
            ("attempted_at", Opaque),
            ("duration_ms", Opaque),
            ("status_code", Opaque),
            ("error", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "deliveries",
        about: "The deliveries of events to webhooks: ids only",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("webhook_id", Opaque),
            ("event_id", Opaque),
            ("event_type", Opaque),
            ("payload", Opaque),
            ("status", Opaque),
            ("tries", Opaque),
            ("next_attempt_at", Opaque),
            ("created_at", Opaque),
            ("delivered_at", Opaque),
            ("traceparent", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "webhooks",
        about: "The URLs that events are sent to",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("url", Setting),
            ("description", Setting),
            ("event_types", Setting),
            ("status", Opaque),
            ("disabled_reason", Opaque),
            ("disabled_at", Opaque),
            ("failing_since", Opaque),
            ("secret", Setting),
            ("previous_secret", Setting),
            ("previous_secret_until", Opaque),
            ("feed_position", Opaque),
            ("feed_event_id", Opaque),
            ("created_at", Opaque),
            ("updated_at", Opaque),
            ("version", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "audit_details",
        about: "What is personal in audit records, such as the reason why a link was ended",
        columns: &[
            ("tenant_id", Opaque),
            ("record_id", Opaque),
            ("person_id", Opaque),
            ("salt", Opaque),
            ("detail", Personal),
        ],
        // The records keep the digests, and the log can still be verified.
        erase: &[Step { rows: "person_id = :person", does: Does::Delete }],
        export: &[],
    },
    Table {
        name: "audit_record_plans",
        about: "The plans that a list or an export showed: ids only",
        columns: &[("tenant_id", Opaque), ("plan_id", Opaque), ("record_id", Opaque)],
        erase: &[],
        export: &[],
    },
    Table {
        name: "audit_reads",
        about: "Reads of the last ten minutes: ids only",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("window_at", Opaque),
            ("at", Opaque),
            ("actor_id", Opaque),
            ("link_id", Opaque),
            ("client", Opaque),
            ("action", Opaque),
            ("subject", Opaque),
            ("held_right", Opaque),
            ("count", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "audit_records",
        // No erasure changes them, so that the chain can be verified.
        about: "Who changed and read what, in a chain of digests: ids only",
        columns: &[
            ("tenant_id", Opaque),
            ("id", Opaque),
            ("sequence", Opaque),
            ("at", Opaque),
            ("actor_id", Opaque),
            ("link_id", Opaque),
            ("client", Opaque),
            ("action", Opaque),
            ("subject", Opaque),
            ("held_right", Opaque),
            ("request_id", Opaque),
            ("count", Opaque),
            ("listed", Opaque),
            ("detail_digest", Opaque),
            ("digest", Opaque),
        ],
        erase: &[],
        export: &[Section {
            kind: "audit_records",
            about: "What the audit log lists of what the person has done and read",
            rows: "t.actor_id = :person and t.listed",
            hr_rows: ALL,
            without: &["sequence", "listed", "detail_digest", "digest"],
            hr_without: &[],
        }],
    },
    Table {
        name: "audit_heads",
        about: "How far the chain of audit records goes",
        columns: &[
            ("tenant_id", Opaque),
            ("sealed_position", Opaque),
            ("sealed_event_id", Opaque),
            ("reads_sealed_until", Opaque),
            ("sequence", Opaque),
            ("digest", Opaque),
            ("announced_sequence", Opaque),
            ("announced_at", Opaque),
            ("checkpoint_sequence", Opaque),
            ("checkpoint_digest", Opaque),
            ("checkpoint_seal", Opaque),
            ("head_seal", Opaque),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "tenants",
        about: "The organisations",
        columns: &[
            ("id", Opaque),
            ("name", Setting),
            ("created_at", Opaque),
            ("forgotten_position", Opaque),
            ("restored_position", Opaque),
            ("opened_at", Opaque),
            ("events_kept_days", Setting),
            ("leavers_kept_days", Setting),
        ],
        erase: &[],
        export: &[],
    },
    Table {
        name: "deleted_tenants",
        about: "Organisations that have left and were deleted: the ids alone",
        columns: &[("id", Opaque), ("deleted_at", Opaque)],
        erase: &[],
        export: &[],
    },
    Table {
        name: "realms",
        about: "The issuers that have been configured",
        columns: &[("name", Setting), ("issuer", Setting), ("created_at", Opaque)],
        erase: &[],
        export: &[],
    },
    Table {
        name: "installation_keys",
        about: "The key that the service has made itself",
        columns: &[("name", Setting), ("key", Setting), ("created_at", Opaque)],
        erase: &[],
        export: &[],
    },
];
