//! The status changes of a discussion: it is held or cancelled.

use std::collections::HashMap;

use actix_web::web::Data;
use chrono_tz::Tz;
use sea_orm::DbErr;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    access::{DiscussionAccess, subject},
    api::{manager_for, outcome_of_stranger, step_reply},
    content::{StoredOutcome, StoredOutcomeItem},
    error::DiscussionError,
    rhythm, rules,
    show::{Discussion, Shown, outcomes},
    store::{self, Counts},
};
use crate::{
    action_items,
    auth::{Caller, Identity, scope::PlansWrite},
    entity::{
        action_item::{self, ActionItemKind},
        discussion::{self, DiscussionStatus},
    },
    feedback,
    http::{Empty, Path, Post, Precondition, Problem, Reply},
    ids::{DiscussionId, PersonId},
    plans::{self, Relation, rules::is_live},
    record::{Change, Event, OfItem},
    state::State,
};

/// A word to the others.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelDiscussion {
    /// Those who take part read it in the discussion.
    #[schema(max_length = 2000, example = "I am away that week; let us find another day.")]
    pub message: Option<String>,
}

/// Hold a discussion
///
/// Says that the discussion took place. Its outcomes that name an action item become action items: a development item
/// if the owner is responsible, else a support item. With a rhythm, the next discussion is planned at the same local
/// time, unless that is more than five years ahead or the plan has no room for it; its agenda is what changes from now
/// on, and empty where nothing does. The plan's owner and manager, acting
/// managers and delegates may do this.
#[utoipa::path(
    post,
    path = "/discussions/{discussion_id}/hold",
    tag = "discussions",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The discussion, held", body = Discussion)),
)]
pub async fn hold_discussion(
    caller: Caller<PlansWrite>,
    discussion_id: Path<DiscussionId>,
    post: Post<Empty>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let mut access = DiscussionAccess::lock(txn, &caller, discussion_id.0).await?;
            let shown = Shown::of(txn, &access, &caller, txn.now()).await?;
            precondition.check(&shown.tag()?)?;
            let role = access.act(txn)?;
            let Empty {} = post.input.read()?;
            plans::rules::may_change_responses(access.plan().status())?;
            rules::is_planned(access.discussion().status)?;
            access.is_not_withdrawn()?;
            let outcomes = create_items(txn, &caller, &access).await?;
            let now = txn.now();
            let held = discussion::Model {
                status: DiscussionStatus::Held,
                held_at: Some(now),
                revision: access.plan().latest_revision(),
                agenda: Some(serde_json::to_string(&shown.agenda).map_err(Problem::internal)?),
                outcomes: serde_json::to_string(&outcomes).map_err(Problem::internal)?,
                ..access.discussion().clone()
            };
            let person = caller.person()?;
            let next = next(txn, &access, &held, person, manager_for(role, person, access.plan())).await?;
            let event = Event::DiscussionHeld(access.subject());
            access.revise(txn, held, event)?;
            if let Some(next) = next {
                let event = Event::DiscussionPlanned(subject(&next, true));
                txn.create(next, event);
            }
            step_reply(txn, &access, &caller).await
        })
        .await
}

/// The discussion that the rhythm of one that is `held` asks for, as `planned_by_id` plans it. None if no further one
/// can be planned: then the rhythm has ended.
async fn next(
    txn: &Change,
    access: &DiscussionAccess,
    held: &discussion::Model,
    planned_by_id: PersonId,
    manager_id: Option<PersonId>,
) -> Result<Option<discussion::Model>, DbErr> {
    let (plan, now) = (access.plan(), txn.now());
    let zone = rules::check_zone(&held.time_zone).unwrap_or_default();
    let Some(starts_at) = rhythm::next_start(held.starts_at, zone, held.rhythm, now) else { return Ok(None) };
    let ends_at = starts_at + (held.ends_at - held.starts_at);
    // The one that is held is counted as planned.
    let Counts { all, planned } = store::count_discussions(txn, plan.plan_id()).await?;
    let can_be = is_live(plan.status())
        && rules::check_times(starts_at, ends_at, now).is_empty()
        && rules::has_room(all, planned - 1).is_ok();
    Ok(can_be.then(|| discussion::Model {
        id: txn.id(),
        manager_id,
        planned_by_id,
        status: DiscussionStatus::Planned,
        starts_at,
        ends_at,
        agenda: None,
        agenda_since: Some(now),
        shared_notes: None,
        outcomes: "[]".into(),
        cancel_message: None,
        previous_id: Some(held.id),
        held_at: None,
        sequence: 0,
        sequenced_at: now,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        ..held.clone()
    }))
}

/// Creates the action items of the outcomes. Returns the outcomes with the ids of these.
async fn create_items(
    txn: &mut Change,
    caller: &Identity,
    access: &DiscussionAccess,
) -> Result<Vec<StoredOutcome>, Problem> {
    let (plan, mut outcomes) = (access.plan(), outcomes(access.discussion())?);
    if let Some(place) = outcome_of_stranger(txn, plan, caller, &outcomes).await? {
        return Err(DiscussionError::Responsible(place + 1).into());
    }
    let named = outcomes.iter().filter(|outcome| outcome.action_item.is_some()).count();
    if named > 0 {
        let present = action_items::store::list_ids_of_plan(txn, plan.plan_id()).await?.len();
        plans::rules::has_room(present, named)?;
    }
    let mut zones: HashMap<PersonId, Tz> = HashMap::new();
    for StoredOutcome { text, action_item } in &mut outcomes {
        let Some(StoredOutcomeItem { title, responsible_id, due_on, action_item_id }) = action_item else {
            continue;
        };
        let is_owner = *responsible_id == plan.owner_id();
        let kind = if is_owner { ActionItemKind::Development } else { ActionItemKind::Support };
        let zone = match zones.get(responsible_id) {
            Some(zone) => *zone,
            None => {
                let zone =
                    feedback::store::find_zone_if_active(txn, *responsible_id).await?.unwrap_or_default();
                zones.insert(*responsible_id, zone);
                zone
            }
        };
        let (id, plan_id) = (txn.id(), plan.plan_id());
        let new = action_items::rules::new_item(caller.tenant, id, plan_id, kind, *responsible_id, txn.now());
        let item = action_item::Model {
            title: title.clone(),
            description: Some(text.clone()),
            due_on: *due_on,
            overdue_from: action_items::rules::overdue_from(*due_on, zone.name()),
            ..new
        };
        let of = OfItem { plan_id, action_item_id: id, shared: plan.is_shared() };
        txn.create(item, Event::ActionItemCreated(of));
        *action_item_id = Some(id);
    }
    Ok(outcomes)
}

/// Cancel a discussion
///
/// Says that the discussion does not take place. It stays, also in calendars, as cancelled. A rhythm ends with it: to
/// keep the rhythm, move the discussion instead. The plan's owner and manager, acting managers and delegates may do
/// this.
#[utoipa::path(
    post,
    path = "/discussions/{discussion_id}/cancel",
    tag = "discussions",
    request_body = CancelDiscussion,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The discussion, cancelled", body = Discussion)),
)]
pub async fn cancel_discussion(
    caller: Caller<PlansWrite>,
    discussion_id: Path<DiscussionId>,
    post: Post<CancelDiscussion>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let mut access = DiscussionAccess::lock(txn, &caller, discussion_id.0).await?;
            let shown = Shown::of(txn, &access, &caller, txn.now()).await?;
            precondition.check(&shown.tag()?)?;
            access.act(txn)?;
            let CancelDiscussion { message } = post.input.read()?;
            plans::rules::may_change_responses(access.plan().status())?;
            rules::is_planned(access.discussion().status)?;
            access.is_not_withdrawn()?;
            let agenda = Some(serde_json::to_string(&shown.agenda).map_err(Problem::internal)?);
            let cancelled = discussion::Model { agenda, ..rules::cancelled(access.discussion(), message) };
            let event = Event::DiscussionCancelled(access.subject());
            access.revise(txn, cancelled, event)?;
            step_reply(txn, &access, &caller).await
        })
        .await
}

/// Cancels the planned discussions of a plan that ends, whose row the caller has locked.
pub async fn cancel_planned(txn: &mut Change, plan: &Relation) -> Result<(), DbErr> {
    for discussion in store::list_planned(txn, plan.plan_id()).await? {
        let shared = plan.is_revision_shared(discussion.revision);
        let event = Event::DiscussionCancelled(subject(&discussion, shared));
        let after = rules::cancelled(&discussion, None);
        txn.revise(discussion, after, event)?;
    }
    Ok(())
}
