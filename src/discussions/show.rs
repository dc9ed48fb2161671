//! A discussion as its readers see it.

use actix_web::http::header::EntityTag;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;

use super::{
    access::{DiscussionAccess, Sight},
    agenda::{self, Sources, Submitted},
    content::{AgendaLine, MAX_LINES, Outcome, StoredOutcome},
    store::{self, DiscussionRow},
};
use crate::{
    auth::{Identity, scope::FeedbackRead},
    comments,
    db::Read,
    entity::{
        action_item, comment,
        discussion::{self, DiscussionStatus, Rhythm},
        plan::PlanStatus,
    },
    http::{Named, Problem, Reply, tag},
    ids::{DiscussionId, PersonId, PlanId},
    plans::{self, Relation},
};

/// A talk of a plan's owner with a manager.
#[derive(Debug, Serialize, ToSchema)]
pub struct Discussion {
    pub id: DiscussionId,
    pub plan_id: PlanId,
    /// With whom the owner talks: the manager when it was planned, or an acting manager. Null if there was none.
    #[schema(required)]
    pub manager_id: Option<PersonId>,
    #[schema(required)]
    pub manager: Option<Named>,
    /// Number of the revision that it is about. When that is withdrawn, only the owner can read the discussion.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub status: DiscussionStatus,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// The time zone in which a rhythm keeps the local time, as a name of the IANA time zone database.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub time_zone: String,
    /// Null for HR and services.
    #[schema(required, max_length = 200)]
    pub location: Option<String>,
    /// When the discussion is held, the next one is planned after this time.
    pub rhythm: Rhythm,
    /// Empty for HR and services. Until someone writes an agenda, it comes from the plan as it is; after one that was
    /// held, from what has changed since. A token that may not read feedback is shown no lines with the source
    /// `verdict`, `stance`, `support` or `comment`.
    #[schema(max_items = 50)]
    pub agenda: Vec<AgendaLine>,
    /// Notes that owner and manager share. Null for HR and services.
    #[schema(required, max_length = 10000)]
    pub shared_notes: Option<String>,
    /// The caller's own note, which no one else can read.
    #[schema(required, max_length = 4000)]
    pub private_note: Option<String>,
    /// Empty for HR and services.
    #[schema(max_items = 30)]
    pub outcomes: Vec<Outcome>,
    /// A word of the person who has cancelled it. Null for HR and services.
    #[schema(required, max_length = 2000)]
    pub cancel_message: Option<String>,
    /// The discussion after which it was planned, by a rhythm.
    #[schema(required)]
    pub previous_discussion_id: Option<DiscussionId>,
    #[schema(required)]
    pub held_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    /// When that last changed which the caller sees, but for the private note and an agenda that comes from the plan.
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of what the caller sees, with the same exceptions.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// What agendas that come from the plan are made from.
pub struct Background {
    feedback: Vec<Submitted>,
    items: Vec<action_item::Model>,
    comments: Vec<comment::Model>,
    plan: PlanStatus,
}

impl Background {
    pub async fn read(db: &impl Read, plan: &Relation) -> Result<Self, Problem> {
        let feedback = store::list_submitted(db, plan.plan_id(), plan.latest_revision()).await?;
        let items = plans::store::list_action_items(db, plan.plan_id()).await?;
        let comments = comments::store::list_to_talk_about(db, plan, MAX_LINES).await?;
        Ok(Self { feedback, items, comments, plan: plan.status() })
    }
}

/// Whether the agenda of a discussion comes from the plan.
pub fn is_made(discussion: &discussion::Model) -> bool {
    discussion.agenda.is_none()
}

/// The agenda: the one that is written, or else that of the `background`.
pub fn agenda_of(
    discussion: &discussion::Model,
    background: Option<&Background>,
    now: DateTime<Utc>,
) -> Result<Vec<AgendaLine>, Problem> {
    match (&discussion.agenda, background) {
        (Some(written), _) => serde_json::from_str(written).map_err(Problem::internal),
        (None, None) => Ok(Vec::new()),
        (None, Some(Background { feedback, items, comments, plan })) => Ok(agenda::lines(&Sources {
            discussion: discussion.id,
            created_at: discussion.created_at,
            since: discussion.agenda_since,
            feedback,
            items,
            comments,
            plan: *plan,
            now,
        })),
    }
}

/// The outcomes, parsed.
pub fn outcomes(discussion: &discussion::Model) -> Result<Vec<StoredOutcome>, Problem> {
    serde_json::from_str(&discussion.outcomes).map_err(Problem::internal)
}

/// A discussion with its agenda, as a caller may read it.
pub struct Shown {
    pub row: DiscussionRow,
    pub agenda: Vec<AgendaLine>,
    /// Whether the caller takes part, and reads more than when it is.
    takes_part: bool,
    /// Whether the caller is shown the lines that may say what feedback says.
    reads_feedback: bool,
}

impl Shown {
    /// `background` is not needed for who does not take part, and for an agenda that is written.
    pub fn new(
        row: DiscussionRow,
        sight: Sight,
        caller: &Identity,
        background: Option<&Background>,
        now: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let takes_part = sight == Sight::Whole;
        let agenda = if takes_part { agenda_of(&row.discussion, background, now)? } else { Vec::new() };
        Ok(Self { row, agenda, takes_part, reads_feedback: caller.allows_scope::<FeedbackRead>() })
    }

    /// Reads what the agenda of a discussion is made from, if it comes from the plan.
    pub async fn of(
        db: &impl Read,
        access: &DiscussionAccess,
        caller: &Identity,
        now: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let (row, sight) = (access.row().clone(), access.sight());
        let needed = is_made(&row.discussion) && sight == Sight::Whole;
        let background = if needed { Some(Background::read(db, access.plan()).await?) } else { None };
        Self::new(row, sight, caller, background.as_ref(), now)
    }

    /// The lines of the agenda that the caller is shown, and the others.
    pub fn split_agenda(&self) -> (Vec<AgendaLine>, Vec<AgendaLine>) {
        let is_shown = |line: &AgendaLine| self.reads_feedback || !line.source.is_of_feedback();
        self.agenda.iter().cloned().partition(is_shown)
    }

    /// The ETag of the discussion as the caller sees it: with the caller's own note, and an agenda that comes from the
    /// plan, which change without a new version. Calendars' sequence counts what all others see.
    pub fn tag(&self) -> Result<EntityTag, Problem> {
        let DiscussionRow { discussion, note_version, .. } = &self.row;
        let revision = discussion.revision;
        if !self.takes_part {
            return Ok(tag(seen_version(discussion), &format!("s{revision}")));
        }
        let agenda = if is_made(discussion) { digest(&self.split_agenda().0)? } else { String::new() };
        let part = if self.reads_feedback { "" } else { "p" };
        Ok(tag(discussion.version, &format!("r{revision}n{note_version}a{agenda}{part}")))
    }

    pub fn reply(self) -> Result<Reply, Problem> {
        let tag = self.tag()?;
        Ok(Reply::ok(&self.into_discussion()?)?.with_etag(tag))
    }

    pub fn into_discussion(self) -> Result<Discussion, Problem> {
        let (agenda, _) = self.split_agenda();
        let Self { row: DiscussionRow { discussion, note, note_version: _ }, takes_part, .. } = self;
        let outcomes = if takes_part { outcomes(&discussion)? } else { Vec::new() };
        let seen_version = seen_version(&discussion);
        let discussion::Model {
            tenant_id: _,
            id,
            plan_id,
            manager_id,
            planned_by_id: _,
            revision,
            status,
            starts_at,
            ends_at,
            time_zone,
            location,
            rhythm,
            agenda: _,
            agenda_since: _,
            shared_notes,
            outcomes: _,
            cancel_message,
            previous_id,
            held_at,
            sequence: _,
            sequenced_at,
            created_at,
            updated_at,
            version,
            reminder_at: _,
            deleted: _,
        } = discussion;
        Ok(Discussion {
            id,
            plan_id,
            manager_id,
            manager: manager_id.map(Named::Later),
            revision,
            status,
            starts_at,
            ends_at,
            time_zone,
            location: location.filter(|_| takes_part),
            rhythm,
            agenda,
            shared_notes: shared_notes.filter(|_| takes_part),
            private_note: note,
            outcomes: outcomes.into_iter().map(Outcome::from).collect(),
            cancel_message: cancel_message.filter(|_| takes_part),
            previous_discussion_id: previous_id,
            held_at,
            created_at,
            updated_at: if takes_part { updated_at } else { sequenced_at },
            version: if takes_part { version } else { seen_version },
        })
    }
}

/// The version of what HR and services see.
fn seen_version(discussion: &discussion::Model) -> i64 {
    i64::from(discussion.sequence) + 1
}

/// Tells agendas apart.
fn digest(agenda: &[AgendaLine]) -> Result<String, Problem> {
    let json = serde_json::to_vec(agenda).map_err(Problem::internal)?;
    Ok(Sha256::digest(json).iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}
