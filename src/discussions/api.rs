//! The HTTP operations on discussions, except holding and cancelling them.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{DiscussionAccess, Sight, sight, subject, talks_as},
    content::{AgendaLine, GiveAgendaLine, GiveOutcome, StoredOutcome},
    error::DiscussionError,
    kept::kept_reply,
    rules,
    show::{Background, Discussion, Shown, is_made, outcomes},
    store::{self, Counts, DiscussionRow, FoundDiscussion},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        relations,
        scope::{PlansRead, PlansWrite},
    },
    db::Read,
    entity::{
        discussion::{self, DiscussionStatus, Rhythm},
        discussion_note,
    },
    http::{FieldError, Page, Paging, Patch, Path, Post, Precondition, Problem, Query, Reply},
    ids::{DiscussionId, PersonId, PlanId},
    plans::{self, Relation},
    reads::ReadAction,
    record::{Change, Event, OfDiscussion},
    requests::KeptReply,
    state::State,
};

/// A discussion to plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateDiscussion {
    /// At most a year ago, and at most five years ahead.
    pub starts_at: DateTime<Utc>,
    /// At most 24 hours after the start. Defaults to one hour after it.
    pub ends_at: Option<DateTime<Utc>>,
    /// A name of the IANA time zone database. Defaults to the caller's.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub time_zone: Option<String>,
    #[schema(max_length = 200, example = "Room Cádiz")]
    pub location: Option<String>,
    /// Defaults to `none`.
    pub rhythm: Option<Rhythm>,
    /// Unless given, the agenda comes from the plan.
    #[schema(max_items = 50)]
    pub agenda: Option<Vec<GiveAgendaLine>>,
    #[schema(max_length = 10000)]
    pub shared_notes: Option<String>,
    /// A note that only the caller can read.
    #[schema(max_length = 4000)]
    pub private_note: Option<String>,
    #[schema(max_items = 30)]
    pub outcomes: Option<Vec<GiveOutcome>>,
}

/// A merge patch (RFC 7396) of a discussion. A list replaces the whole list.
#[derive(Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateDiscussion {
    /// At most a year ago, and at most five years ahead.
    pub starts_at: DateTime<Utc>,
    /// At most 24 hours after the start.
    pub ends_at: DateTime<Utc>,
    /// A name of the IANA time zone database.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub time_zone: String,
    #[schema(max_length = 200, example = "Room Cádiz")]
    pub location: Option<String>,
    pub rhythm: Rhythm,
    /// With null, the agenda comes from the plan again.
    #[schema(max_items = 50)]
    pub agenda: Option<Vec<GiveAgendaLine>>,
    /// Notes that owner and manager share. They can be changed after the discussion was held.
    #[schema(max_length = 10000, example = "A smaller review first; the pace is fine.")]
    pub shared_notes: Option<String>,
    /// The caller's own note, which no one else can read. It can always be changed.
    #[schema(max_length = 4000, example = "Ask about the budget again.")]
    pub private_note: Option<String>,
    #[schema(max_items = 30)]
    pub outcomes: Option<Vec<GiveOutcome>>,
}

impl UpdateDiscussion {
    /// The base document that a merge patch is applied to.
    fn of(shown: &Shown) -> Result<Self, Problem> {
        let DiscussionRow { discussion, note, .. } = &shown.row;
        Ok(Self {
            starts_at: discussion.starts_at,
            ends_at: discussion.ends_at,
            time_zone: discussion.time_zone.clone(),
            location: discussion.location.clone(),
            rhythm: discussion.rhythm,
            agenda: Some(shown.split_agenda().0.into_iter().map(GiveAgendaLine::from).collect()),
            shared_notes: discussion.shared_notes.clone(),
            private_note: note.clone(),
            outcomes: Some(outcomes(discussion)?.into_iter().map(GiveOutcome::from).collect()),
        })
    }
}

/// The content of a discussion that a caller has written, checked.
struct Written {
    agenda: Option<String>,
    outcomes: String,
}

/// Checks what creating and changing a discussion have in common. `shown` are the lines of its agenda that the caller
/// reads, and `others` those that an agenda which the caller writes keeps.
///
/// # Errors
///
/// [`DiscussionError::Invalid`] with every field error, `faults` included.
async fn check(
    txn: &Change,
    plan: &Relation,
    caller: &Identity,
    agenda: Option<Vec<GiveAgendaLine>>,
    (shown, others): (Vec<AgendaLine>, Vec<AgendaLine>),
    outcomes: Vec<GiveOutcome>,
    mut faults: Vec<FieldError>,
) -> Result<Written, Problem> {
    let outcomes: Vec<StoredOutcome> = outcomes.into_iter().map(StoredOutcome::from).collect();
    if let Some(place) = outcome_of_stranger(txn, plan, caller, &outcomes).await? {
        let pointer = format!("/outcomes/{place}/action_item/responsible_id");
        faults.push(FieldError::new(
            pointer,
            "must be the plan's owner, the owner's manager, an acting manager or a delegate",
        ));
    }
    let agenda = agenda.map(|lines| rules::written_agenda(lines, &shown, others, txn.ids())).transpose();
    let agenda = match agenda {
        Ok(agenda) if faults.is_empty() => agenda,
        Ok(_) => return Err(DiscussionError::Invalid(faults).into()),
        Err(found) => {
            faults.extend(found);
            return Err(DiscussionError::Invalid(faults).into());
        }
    };
    let agenda = agenda.map(|lines| serde_json::to_string(&lines)).transpose();
    Ok(Written {
        agenda: agenda.map_err(Problem::internal)?,
        outcomes: serde_json::to_string(&outcomes).map_err(Problem::internal)?,
    })
}

/// The first outcome whose action item names a person who does not take part: neither the owner nor the manager, nor
/// one who has the manager's rights by a relation.
pub(super) async fn outcome_of_stranger(
    db: &impl Read,
    plan: &Relation,
    caller: &Identity,
    outcomes: &[StoredOutcome],
) -> Result<Option<usize>, Problem> {
    let (owner, manager) = (plan.owner_id(), plan.manager_id());
    let mut people: Vec<PersonId> = std::iter::once(owner).chain(manager).collect();
    if rules::outcome_of_stranger(outcomes, &people).is_some() {
        people.extend(relations::list_acting(db, owner, manager, caller.now).await?);
    }
    Ok(rules::outcome_of_stranger(outcomes, &people))
}

/// With whom the owner talks if a caller in `role` plans it.
pub(super) fn manager_for(role: Role, caller: PersonId, plan: &Relation) -> Option<PersonId> {
    if role == Role::Acting { Some(caller) } else { plan.manager_id() }
}

/// Writes the private note of the caller. Returns its version.
async fn write_note(
    txn: &mut Change,
    author: PersonId,
    of: OfDiscussion,
    text: Option<String>,
) -> Result<i64, Problem> {
    let event = Event::DiscussionNoteWritten(of);
    if let Some(note) = store::find_note(txn, of.discussion_id, author).await? {
        let after = discussion_note::Model { text, ..note.clone() };
        return Ok(txn.revise(note, after, event)?.version);
    }
    let (tenant_id, now) = (txn.tenant(), txn.now());
    let discussion_id = of.discussion_id;
    let note = discussion_note::Model {
        tenant_id,
        discussion_id,
        author_id: author,
        text,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    Ok(txn.create(note, event).version)
}

/// List a plan's discussions
///
/// Returns the discussions about a plan, in order of creation. The plan's owner and manager, acting managers and
/// delegates read all of each but the private notes of others. HR admins, HR partners and services read when it is and
/// whether it was held, and nothing of what it is about. Discussions about a revision that was withdrawn are shown to
/// the owner alone.
///
/// Of discussions about a revision that a new or acting manager may not read, they read only those that they have
/// talked in, and when the planned ones are; who takes a planned one over reads it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/discussions",
    tag = "discussions",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of discussions", body = Page<Discussion>)),
)]
pub async fn list_discussions(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Discussion>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = plans::Access::read(&db, &caller, plan_id.0, ReadAction::Discussions).await?;
    access.require(Right::ReadDiscussions)?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let (plan, now) = (access.relation(), state.clock.now());
    let rows = store::list_discussions(&db, &caller, plan, talks_as(plan, &caller), after, limit).await?;
    let needed = plan.roles().may(Right::Discuss) && rows.iter().any(|found| is_made(&found.row.discussion));
    let background = if needed { Some(Background::read(&db, plan).await?) } else { None };
    Page::of(
        &caller,
        rows,
        limit,
        |found| found.row.discussion.id,
        |found: FoundDiscussion| {
            let sight = sight(&found, plan, &caller).unwrap_or(Sight::Appointment);
            Shown::new(found.row, sight, &caller, background.as_ref(), now)?.into_discussion()
        },
    )
}

/// Plan a discussion
///
/// Plans a talk of the plan's owner with the manager. The owner, the manager, acting managers and delegates may do this
/// while the plan is shared or agreed. An acting manager plans a talk with themselves; a delegate one with the manager.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/discussions",
    tag = "discussions",
    request_body = CreateDiscussion,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The discussion, planned", body = Discussion)),
)]
pub async fn create_discussion(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateDiscussion>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = plans::Access::lock(txn, &caller, plan_id.0, &Precondition::none()).await?;
            let role = access.act(txn, Right::Discuss)?;
            let CreateDiscussion {
                starts_at,
                ends_at,
                time_zone,
                location,
                rhythm,
                agenda,
                shared_notes,
                private_note,
                outcomes,
            } = post.input.read()?;
            plans::rules::takes_responses(access.plan().status)?;
            let (author, plan, now) = (caller.person()?, access.relation(), txn.now());
            let ends_at = ends_at.unwrap_or(starts_at + rules::DEFAULT_LENGTH);
            let time_zone = time_zone.unwrap_or_else(|| caller.zone.name().to_owned());
            let mut faults = rules::check_times(starts_at, ends_at, now);
            faults.extend(rules::check_zone(&time_zone).err());
            let outcomes = outcomes.unwrap_or_default();
            let written = check(txn, plan, &caller, agenda, Default::default(), outcomes, faults).await?;
            let Counts { all, planned } = store::count_discussions(txn, plan_id.0).await?;
            rules::has_room(all, planned)?;
            let discussion = discussion::Model {
                tenant_id: caller.tenant,
                id: txn.id(),
                plan_id: plan_id.0,
                manager_id: manager_for(role, author, plan),
                planned_by_id: author,
                revision: plan.latest_revision(),
                status: DiscussionStatus::Planned,
                starts_at,
                ends_at,
                time_zone,
                location,
                rhythm: rhythm.unwrap_or(Rhythm::None),
                agenda: written.agenda,
                agenda_since: None,
                shared_notes,
                outcomes: written.outcomes,
                cancel_message: None,
                previous_id: None,
                held_at: None,
                sequence: 0,
                sequenced_at: now,
                created_at: now,
                updated_at: now,
                version: 1,
                reminder_at: None,
                deleted: false,
            };
            let of = subject(&discussion, true);
            let discussion = txn.create(discussion, Event::DiscussionPlanned(of));
            let mut row = DiscussionRow { discussion, note: private_note.clone(), note_version: 0 };
            if private_note.is_some() {
                // The note refers to the discussion.
                txn.flush().await?;
                row.note_version = write_note(txn, author, of, private_note).await?;
            }
            let background =
                if is_made(&row.discussion) { Some(Background::read(txn, plan).await?) } else { None };
            let shown = Shown::new(row, Sight::Whole, &caller, background.as_ref(), now)?;
            let (id, tag) = (shown.row.discussion.id, shown.tag()?);
            let reply = Reply::created(format!("/v1/discussions/{id}"), &shown.into_discussion()?)?;
            let reply = KeptReply::<Discussion>::new(id, reply.with_etag(tag));
            Ok(reply.reading(ReadAction::Discussions, Right::ReadDiscussions, plan.roles(), plan_id.0))
        })
        .await
}

/// Read a discussion
///
/// Returns a discussion, as the list of the plan's discussions does.
#[utoipa::path(
    get,
    path = "/discussions/{discussion_id}",
    tag = "discussions",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The discussion", body = Discussion)),
)]
pub async fn read_discussion(
    caller: Caller<PlansRead>,
    discussion_id: Path<DiscussionId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = DiscussionAccess::read(&db, &caller, discussion_id.0).await?;
    Shown::of(&db, &access, &caller, state.clock.now()).await?.reply()
}

/// Change a discussion
///
/// Changes a discussion by JSON Merge Patch (RFC 7396). The plan's owner and manager, acting managers and delegates may
/// do this. After it was held, only the notes can be changed; after it was cancelled, or the plan was archived, only
/// the caller's private note.
///
/// An agenda that is written by a token that may not read feedback keeps the lines that it is not shown.
#[utoipa::path(
    patch,
    path = "/discussions/{discussion_id}",
    tag = "discussions",
    request_body = UpdateDiscussion,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The discussion, changed", body = Discussion)),
)]
pub async fn update_discussion(
    caller: Caller<PlansWrite>,
    discussion_id: Path<DiscussionId>,
    patch: Patch<UpdateDiscussion>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let mut access = DiscussionAccess::lock(txn, &caller, discussion_id.0).await?;
            let shown = Shown::of(txn, &access, &caller, txn.now()).await?;
            precondition.check(&shown.tag()?)?;
            access.act(txn)?;
            let (before, author) = (access.discussion().clone(), caller.person()?);
            let base = UpdateDiscussion::of(&shown)?;
            let changed = patch.apply(&base)?;
            let note = changed.private_note.clone();
            let after = changed_discussion(txn, &access, &caller, &shown, &base, changed).await?;
            if before != after {
                plans::rules::may_change_responses(access.plan().status())?;
                access.is_not_withdrawn()?;
                rules::may_become(&before, &after)?;
                let after = discussion::Model { revision: revision_after(&access), ..after };
                let event = Event::DiscussionChanged(access.subject());
                access.revise(txn, after, event)?;
            }
            if note != base.private_note {
                let version = write_note(txn, author, access.subject(), note.clone()).await?;
                access.set_note(note, version);
            }
            access.note_read(&caller);
            Shown::of(txn, &access, &caller, txn.now()).await?.reply()
        })
        .await
}

/// The revision that a discussion is about after a change: the latest one until it is held.
fn revision_after(access: &DiscussionAccess) -> i32 {
    match access.discussion().status {
        DiscussionStatus::Planned => access.plan().latest_revision(),
        DiscussionStatus::Held | DiscussionStatus::Cancelled => access.discussion().revision,
    }
}

/// The discussion with the changes that a caller makes to `base`. What is not changed is not checked again.
async fn changed_discussion(
    txn: &Change,
    access: &DiscussionAccess,
    caller: &Identity,
    shown: &Shown,
    base: &UpdateDiscussion,
    changed: UpdateDiscussion,
) -> Result<discussion::Model, Problem> {
    let before = access.discussion();
    let mut faults = Vec::new();
    if (changed.starts_at, changed.ends_at) != (base.starts_at, base.ends_at) {
        faults.extend(rules::check_times(changed.starts_at, changed.ends_at, txn.now()));
    }
    if changed.time_zone != base.time_zone {
        faults.extend(rules::check_zone(&changed.time_zone).err());
    }
    let keeps_agenda = changed.agenda == base.agenda;
    let keeps_outcomes = changed.outcomes == base.outcomes;
    let UpdateDiscussion {
        starts_at,
        ends_at,
        time_zone,
        location,
        rhythm,
        agenda,
        shared_notes,
        private_note: _,
        outcomes,
    } = changed;
    let agenda = agenda.filter(|_| !keeps_agenda);
    let outcomes = outcomes.filter(|_| !keeps_outcomes).unwrap_or_default();
    let lines = shown.split_agenda();
    let written = check(txn, access.plan(), caller, agenda, lines, outcomes, faults).await?;
    Ok(discussion::Model {
        starts_at,
        ends_at,
        time_zone,
        location,
        rhythm,
        agenda: if keeps_agenda { before.agenda.clone() } else { written.agenda },
        shared_notes,
        outcomes: if keeps_outcomes { before.outcomes.clone() } else { written.outcomes },
        ..before.clone()
    })
}

/// Delete a discussion
///
/// Deletes a planned discussion in which no one has written an agenda, shared notes or outcomes, and the caller's
/// private note in it. Only the person who planned it may do this; all others, and once something is written, cancel it
/// instead.
///
/// Whether others have private notes in it makes no difference. Those who have still read it with their note, as
/// cancelled; to all others it is gone.
#[utoipa::path(
    delete,
    path = "/discussions/{discussion_id}",
    tag = "discussions",
    security(("bearer" = ["plans:write"])),
    responses((status = 204, description = "The discussion was deleted")),
)]
pub async fn delete_discussion(
    caller: Caller<PlansWrite>,
    discussion_id: Path<DiscussionId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let mut access = DiscussionAccess::lock(txn, &caller, discussion_id.0).await?;
            precondition.check(&Shown::of(txn, &access, &caller, txn.now()).await?.tag()?)?;
            access.act(txn)?;
            plans::rules::may_change(access.plan().status())?;
            let (before, author) = (access.discussion().clone(), caller.person()?);
            if before.planned_by_id != author {
                return Err(DiscussionError::PlannedByOther.into());
            }
            rules::is_planned(before.status)?;
            if rules::is_written(&before) {
                return Err(DiscussionError::Written.into());
            }
            if let Some(note) = store::find_note(txn, before.id, author).await? {
                txn.delete(note)?;
            }
            // The row stays in any case: that one stays would otherwise tell of a private note.
            let after =
                discussion::Model { deleted: true, location: None, ..rules::cancelled(&before, None) };
            let event = Event::DiscussionDeleted(access.subject());
            access.revise(txn, after, event)?;
            Ok(Reply::no_content())
        })
        .await
}

/// The response to a step, with the discussion as the caller reads it now.
pub(super) async fn step_reply(
    txn: &Change,
    access: &DiscussionAccess,
    caller: &Identity,
) -> Result<KeptReply<Discussion>, Problem> {
    let (reply, plan) = (kept_reply(Shown::of(txn, access, caller, txn.now()).await?)?, access.plan());
    Ok(reply.reading(ReadAction::Discussions, Right::ReadDiscussions, plan.roles(), plan.plan_id()))
}
