//! The steps of a feedback: handed over by its author, acknowledged by the plan's owner.

use std::collections::HashSet;

use actix_web::{post, web::Data};
use sea_orm::DbErr;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    access::{FeedbackAccess, subject},
    api::Feedback,
    content::{Commitment, Support},
    error::FeedbackError,
    rules,
    store::{self, check, content},
    suggestions,
};
use crate::{
    action_items,
    auth::{Caller, Identity, permissions::Right, scope::FeedbackWrite},
    entity::{
        action_item::{self, ActionItemKind},
        feedback::{self, FeedbackStatus},
        feedback_request::{self, RequestStatus},
    },
    http::{Path, Post, Precondition, Problem, Reply},
    ids::{ActionItemId, FeedbackId},
    plans::{self, rules::WorkingCopy},
    record::{Change, Event, OfItem},
    state::State,
};

/// A step that needs no particulars.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitFeedback {}

/// What to take over into the working copy of the plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeFeedback {
    /// The suggestions that the owner accepts; none, unless given.
    #[schema(max_items = 100)]
    pub accept: Option<Vec<SuggestionPointer>>,
}

/// A JSON Pointer (RFC 6901) to a suggestion in a feedback: the counter-proposal to an objective, which becomes
/// the objective's summary; or a strength or development area, which is added or renamed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(max_length = 100, example = "/objectives/short_term/counter_proposal")]
pub struct SuggestionPointer(pub String);

/// Submit feedback
///
/// Hands a draft over for good: the owner reads it, and every commitment becomes a support action item of its
/// author. It needs a summary, a verdict, a stance or a support decision.
#[utoipa::path(
    tag = "feedback",
    request_body = SubmitFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, submitted", body = Feedback)),
)]
#[post("/feedback/{feedback_id}/submit")]
pub async fn submit_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    post: Post<SubmitFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = FeedbackAccess::lock(txn, &caller, feedback_id.0, &precondition).await?;
            access.require(Right::OwnFeedback)?;
            access.require(Right::WriteFeedback)?;
            let feedback = access.feedback();
            rules::is_draft(feedback.status)?;
            rules::takes_feedback(access.plan().status())?;
            let content = content(feedback)?;
            rules::says_something(&content)?;
            let live = check(txn, access.plan(), feedback.plan_id, feedback.revision, &content).await?;
            answer_request(txn, feedback).await?;
            promise(txn, &caller, &access, content.support, &live)?;
            let (now, event) = (txn.now(), Event::FeedbackSubmitted(subject(feedback)));
            let feedback = access.revise(txn, event, |feedback| {
                feedback.status = FeedbackStatus::Submitted;
                feedback.submitted_at = Some(now);
            })?;
            Feedback::reply(feedback, &caller)
        })
        .await
}

/// Marks what the author was asked about the plan as answered, unless it is about a newer revision.
async fn answer_request(txn: &mut Change, feedback: &feedback::Model) -> Result<(), DbErr> {
    let request = store::find_request_to(txn, feedback.author_id, feedback.plan_id).await?;
    let open = |request: &feedback_request::Model| {
        request.status == RequestStatus::Open && request.revision <= feedback.revision
    };
    if let Some(request) = request.filter(open) {
        let answered = feedback_request::Model { status: RequestStatus::Answered, ..request.clone() };
        // The feedback's own event tells of it.
        txn.revise(request, answered, None)?;
    }
    Ok(())
}

/// Makes every commitment an action item that supports the one it was made for, if that is still there.
fn promise(
    txn: &mut Change,
    caller: &Identity,
    access: &FeedbackAccess,
    support: Vec<Support>,
    live: &HashSet<ActionItemId>,
) -> Result<(), Problem> {
    let author = caller.person()?;
    let plan_id = access.feedback().plan_id;
    let commitments: Vec<(ActionItemId, Commitment)> =
        support.into_iter().filter_map(|entry| Some((entry.action_item_id, entry.commitment?))).collect();
    plans::rules::has_room(live.len(), commitments.len())?;
    for (supported, Commitment { title, due_on }) in commitments {
        let action_item_id = txn.id();
        let new = action_items::rules::new_item(
            caller.tenant,
            action_item_id,
            plan_id,
            ActionItemKind::Support,
            author,
            txn.now(),
        );
        let item = action_item::Model {
            title,
            due_on,
            overdue_from: action_items::rules::overdue_from(due_on, caller.zone.name()),
            supports_action_item_id: live.contains(&supported).then_some(supported),
            ..new
        };
        let shared = access.plan().is_shared();
        txn.create(item, Event::ActionItemCreated(OfItem { plan_id, action_item_id, shared }));
    }
    Ok(())
}

/// Acknowledge feedback
///
/// Tells its author that the owner has read it. What the owner accepts changes the working copy of the plan, which
/// others see when it is shared again.
#[utoipa::path(
    tag = "feedback",
    request_body = AcknowledgeFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, acknowledged", body = Feedback)),
)]
#[post("/feedback/{feedback_id}/acknowledge")]
pub async fn acknowledge_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    post: Post<AcknowledgeFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let accept = post.input.accept.unwrap_or_default();
    state
        .change(&caller, post.key, async |txn| {
            let access = FeedbackAccess::lock(txn, &caller, feedback_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::awaits_acknowledgement(access.feedback().status)?;
            plans::rules::may_change(access.plan().status())?;
            let (now, plan_id) = (txn.now(), access.feedback().plan_id);
            let content = content(access.feedback())?;
            let event = Event::FeedbackAcknowledged(subject(access.feedback()));
            if !accept.is_empty() {
                let plan = plans::Access::read(txn, &caller, plan_id).await?;
                let pointers = accept.iter().map(|pointer| pointer.0.as_str());
                let answers = suggestions::accept(&content, pointers, plan.answers()?, txn.ids())
                    .map_err(FeedbackError::Invalid)?;
                let answers = serde_json::to_string(&answers).map_err(Problem::internal)?;
                plan.revise(txn, Event::PlanUpdated(plan_id), |plan| {
                    WorkingCopy { answers, ..WorkingCopy::of(plan) }.replace(plan);
                })?;
            }
            let feedback = access.revise(txn, event, |feedback| {
                feedback.status = FeedbackStatus::Acknowledged;
                feedback.acknowledged_at = Some(now);
            })?;
            Feedback::reply(feedback, &caller)
        })
        .await
}
