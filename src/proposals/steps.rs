//! The steps by which a proposal is decided: its plan's owner accepts or declines it, its author takes it back.

use actix_web::web::Data;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{access::ProposalAccess, api::Proposal, error::ProposalError, kept::kept_reply, rules};
use crate::{
    action_items,
    auth::{Caller, Identity, permissions::Right, scope::FeedbackWrite},
    entity::{
        action_item::{self, ActionItemKind},
        proposal::ProposalStatus,
    },
    http::{Empty, Path, Post, Precondition, Problem, Reply},
    ids::{ActionItemId, AnswerId, PlanId, ProposalId},
    plans::{self, Access},
    record::{Change, Event, OfItem},
    state::State,
};

/// What the action item is to be that the proposal becomes, where it differs from the proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptProposal {
    /// Defaults to the proposed title.
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Chair the incident review in April"
    )]
    pub title: Option<String>,
    /// Defaults to the proposed day.
    pub due_on: Option<NaiveDate>,
    /// Id of a development area of the plan. Defaults to the proposed one, if the plan still has it.
    pub development_area_id: Option<AnswerId>,
}

/// The owner's answer to a proposal that is not wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineProposal {
    #[schema(max_length = 2000, example = "Gladly next year; this one is full.")]
    pub answer: Option<String>,
}

/// Accept a proposal
///
/// Makes the proposed action an action item of the plan, which the owner is responsible for. Only the plan's owner may
/// do this. The owner may change title, due day and development area. The item refers to the proposal in `proposal_id`.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/proposals/{proposal_id}/accept",
    tag = "feedback",
    request_body = AcceptProposal,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The proposal, accepted", body = Proposal)),
)]
pub async fn accept_proposal(
    caller: Caller<FeedbackWrite>,
    path: Path<(PlanId, ProposalId)>,
    post: Post<AcceptProposal>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let Path((plan_id, proposal_id)) = path;
    state
        .change(&caller, post.key, async |txn| {
            let access = ProposalAccess::lock(txn, &caller, plan_id, proposal_id, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let input = post.input.read()?;
            rules::is_open(access.proposal().status)?;
            plans::rules::may_change(access.plan().status())?;
            let item = add_item(txn, &caller, &access, input).await?;
            let event = Event::ProposalAccepted(access.subject(Some(item)));
            let proposal = access.revise(txn, event, |proposal| {
                proposal.status = ProposalStatus::Accepted;
                proposal.action_item_id = Some(item);
            })?;
            kept_reply(proposal)
        })
        .await
}

/// Adds the action item that a proposal becomes. The caller is the plan's owner.
async fn add_item(
    txn: &mut Change,
    caller: &Identity,
    access: &ProposalAccess,
    AcceptProposal { title, due_on, development_area_id }: AcceptProposal,
) -> Result<ActionItemId, Problem> {
    let proposal = access.proposal();
    let plan = Access::find(txn, caller, proposal.plan_id).await?;
    let answers = plan.answers()?;
    let faults = plans::rules::check_area(&answers, development_area_id);
    if !faults.is_empty() {
        return Err(ProposalError::Invalid(faults).into());
    }
    let present = action_items::store::list_ids_of_plan(txn, proposal.plan_id).await?;
    plans::rules::has_room(present.len(), 1)?;
    let due_on = due_on.or(proposal.due_on);
    let id = txn.id();
    let new = action_items::rules::new_item(
        caller.tenant,
        id,
        proposal.plan_id,
        ActionItemKind::Development,
        caller.person()?,
        txn.now(),
    );
    let item = action_item::Model {
        title: title.unwrap_or_else(|| proposal.title.clone()),
        description: proposal.description.clone(),
        development_area_id: rules::area_of_item(&answers, development_area_id, proposal.development_area_id),
        due_on,
        overdue_from: action_items::rules::overdue_from(due_on, caller.zone.name()),
        proposal_id: Some(proposal.id),
        template_id: proposal.template_id,
        ..new
    };
    let (plan_id, shared) = (proposal.plan_id, access.plan().is_shared());
    txn.create(item, Event::ActionItemCreated(OfItem { plan_id, action_item_id: id, shared }));
    Ok(id)
}

/// Decline a proposal
///
/// Says that the owner does not want the proposed action. Only the plan's owner may do this.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/proposals/{proposal_id}/decline",
    tag = "feedback",
    request_body = DeclineProposal,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The proposal, declined", body = Proposal)),
)]
pub async fn decline_proposal(
    caller: Caller<FeedbackWrite>,
    path: Path<(PlanId, ProposalId)>,
    post: Post<DeclineProposal>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let Path((plan_id, proposal_id)) = path;
    state
        .change(&caller, post.key, async |txn| {
            let access = ProposalAccess::lock(txn, &caller, plan_id, proposal_id, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let DeclineProposal { answer } = post.input.read()?;
            rules::is_open(access.proposal().status)?;
            plans::rules::may_change(access.plan().status())?;
            let event = Event::ProposalDeclined(access.subject(None));
            let proposal = access.revise(txn, event, |proposal| {
                proposal.status = ProposalStatus::Declined;
                proposal.answer = answer;
            })?;
            kept_reply(proposal)
        })
        .await
}

/// Withdraw a proposal
///
/// Takes a proposal back that the owner has not decided on. Only its author may do this.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/proposals/{proposal_id}/withdraw",
    tag = "feedback",
    request_body = Empty,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The proposal, withdrawn", body = Proposal)),
)]
pub async fn withdraw_proposal(
    caller: Caller<FeedbackWrite>,
    path: Path<(PlanId, ProposalId)>,
    post: Post<Empty>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let Path((plan_id, proposal_id)) = path;
    state
        .change(&caller, post.key, async |txn| {
            let access = ProposalAccess::lock(txn, &caller, plan_id, proposal_id, &precondition).await?;
            access.require(Right::OwnProposal)?;
            let Empty {} = post.input.read()?;
            rules::is_open(access.proposal().status)?;
            plans::rules::may_change(access.plan().status())?;
            let event = Event::ProposalWithdrawn(access.subject(None));
            let proposal =
                access.revise(txn, event, |proposal| proposal.status = ProposalStatus::Withdrawn)?;
            kept_reply(proposal)
        })
        .await
}
