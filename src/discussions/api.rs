//! The HTTP operations on discussions, except holding and cancelling them.

use actix_web::{delete, get, patch, post, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{DiscussionAccess, subject},
    content::{AgendaLine, GiveAgendaLine, GiveOutcome, StoredOutcome},
    error::DiscussionError,
    kept::kept_reply,
    rules,
    show::{Background, Discussion, Shown, is_made, outcomes},
    store::{self, DiscussionRow},
};
use crate::{
    auth::{
        Caller,
        permissions::{Right, Role},
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
            agenda: Some(shown.agenda.iter().cloned().map(GiveAgendaLine::from).collect()),
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

/// Checks what creating and changing a discussion have in common. `present` are the lines that the agenda has.
///
/// # Errors
///
/// [`DiscussionError::Invalid`] with every field error, `faults` included.
fn check(
    txn: &Change,
    plan: &Relation,
    caller: PersonId,
    agenda: Option<Vec<GiveAgendaLine>>,
    present: &[AgendaLine],
    outcomes: Vec<GiveOutcome>,
    mut faults: Vec<FieldError>,
) -> Result<Written, Problem> {
    let outcomes: Vec<StoredOutcome> = outcomes.into_iter().map(StoredOutcome::from).collect();
    if let Some(place) = rules::outcome_of_stranger(&outcomes, &participants(plan, caller)) {
        let pointer = format!("/outcomes/{place}/action_item/responsible_id");
        faults.push(FieldError::new(pointer, "must be the plan's owner, the owner's manager or the caller"));
    }
    let agenda = match agenda.map(|lines| rules::written_agenda(lines, present, txn.ids())).transpose() {
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

/// Those whom an outcome may name: the owner, the manager, and the caller, who takes part.
pub(super) fn participants(plan: &Relation, caller: PersonId) -> Vec<PersonId> {
    [plan.owner_id(), caller].into_iter().chain(plan.manager_id()).collect()
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
#[utoipa::path(
    tag = "discussions",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of discussions", body = Page<Discussion>)),
)]
#[get("/plans/{plan_id}/discussions")]
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
    let closed_up_to = access.readable_revisions().closed_up_to;
    let rows = store::list_discussions(&db, &caller, plan_id.0, closed_up_to, after, limit).await?;
    let needed = plan.roles().may(Right::Discuss) && rows.iter().any(|row| is_made(&row.discussion));
    let background = if needed { Some(Background::read(&db, plan).await?) } else { None };
    Page::of(
        &caller,
        rows,
        limit,
        |row| row.discussion.id,
        |row| Shown::new(row, plan, background.as_ref(), now)?.into_discussion(),
    )
}

/// Plan a discussion
///
/// Plans a talk of the plan's owner with the manager. The owner, the manager, acting managers and delegates may do this
/// while the plan is shared or agreed. An acting manager plans a talk with themselves; a delegate one with the manager.
#[utoipa::path(
    tag = "discussions",
    request_body = CreateDiscussion,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The discussion, planned", body = Discussion)),
)]
#[post("/plans/{plan_id}/discussions")]
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
            rules::may_plan(access.plan().status)?;
            let (author, plan, now) = (caller.person()?, access.relation(), txn.now());
            let ends_at = ends_at.unwrap_or(starts_at + rules::DEFAULT_LENGTH);
            let time_zone = time_zone.unwrap_or_else(|| caller.zone.name().to_owned());
            let mut faults = rules::check_times(starts_at, ends_at, now);
            faults.extend(rules::check_zone(&time_zone).err());
            let written = check(txn, plan, author, agenda, &[], outcomes.unwrap_or_default(), faults)?;
            if store::count_planned(txn, plan_id.0).await? >= rules::MAX_PLANNED as i64 {
                return Err(DiscussionError::TooMany(rules::MAX_PLANNED).into());
            }
            let discussion = discussion::Model {
                tenant_id: caller.tenant,
                id: txn.id(),
                plan_id: plan_id.0,
                manager_id: manager_for(role, author, plan),
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
            let shown = Shown::new(row, plan, background.as_ref(), now)?;
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
    tag = "discussions",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The discussion", body = Discussion)),
)]
#[get("/discussions/{discussion_id}")]
pub async fn read_discussion(
    caller: Caller<PlansRead>,
    discussion_id: Path<DiscussionId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = DiscussionAccess::read(&db, &caller, discussion_id.0).await?;
    Shown::of(&db, &access, state.clock.now()).await?.reply()
}

/// Change a discussion
///
/// Changes a discussion by JSON Merge Patch (RFC 7396). The plan's owner and manager, acting managers and delegates may
/// do this. After it was held, only the notes can be changed; after it was cancelled, only the caller's private note.
#[utoipa::path(
    tag = "discussions",
    request_body = UpdateDiscussion,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The discussion, changed", body = Discussion)),
)]
#[patch("/discussions/{discussion_id}")]
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
            let shown = Shown::of(txn, &access, txn.now()).await?;
            precondition.check(&shown.tag()?)?;
            access.act(txn)?;
            let (before, author) = (access.discussion().clone(), caller.person()?);
            let base = UpdateDiscussion::of(&shown)?;
            let changed = patch.apply(&base)?;
            plans::rules::may_change(access.plan().status())?;
            let note = changed.private_note.clone();
            let after = changed_discussion(txn, &access, author, &shown, &base, changed)?;
            if before != after {
                rules::may_change(access.plan().status())?;
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
            Shown::of(txn, &access, txn.now()).await?.reply()
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
fn changed_discussion(
    txn: &Change,
    access: &DiscussionAccess,
    author: PersonId,
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
    let written = check(txn, access.plan(), author, agenda, &shown.agenda, outcomes, faults)?;
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
/// Deletes a discussion that was not held and in which no one has written notes or outcomes, but for the caller's own
/// private note. Otherwise cancel it. The plan's owner and manager, acting managers and delegates may do this.
#[utoipa::path(
    tag = "discussions",
    security(("bearer" = ["plans:write"])),
    responses((status = 204, description = "The discussion was deleted")),
)]
#[delete("/discussions/{discussion_id}")]
pub async fn delete_discussion(
    caller: Caller<PlansWrite>,
    discussion_id: Path<DiscussionId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = DiscussionAccess::lock(txn, &caller, discussion_id.0).await?;
            precondition.check(&Shown::of(txn, &access, txn.now()).await?.tag()?)?;
            access.act(txn)?;
            plans::rules::may_change(access.plan().status())?;
            let discussion = access.discussion();
            if discussion.status == DiscussionStatus::Held {
                return Err(DiscussionError::Held.into());
            }
            let is_written = discussion.shared_notes.is_some() || !outcomes(discussion)?.is_empty();
            if is_written || store::has_note_of_others(txn, discussion.id, caller.person()?).await? {
                return Err(DiscussionError::Written.into());
            }
            let event = Event::DiscussionDeleted(access.subject());
            txn.remove(discussion.clone(), event)?;
            Ok(Reply::no_content())
        })
        .await
}

/// The response to a step, with the discussion as the caller reads it now.
pub(super) async fn step_reply(
    txn: &Change,
    access: &DiscussionAccess,
) -> Result<KeptReply<Discussion>, Problem> {
    let (reply, plan) = (kept_reply(Shown::of(txn, access, txn.now()).await?)?, access.plan());
    Ok(reply.reading(ReadAction::Discussions, Right::ReadDiscussions, plan.roles(), plan.plan_id()))
}
