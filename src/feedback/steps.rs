//! The status changes of a feedback: its author submits it, the plan's owner acknowledges it.

use std::collections::HashSet;

use actix_web::web::Data;
use sea_orm::DbErr;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    access::FeedbackAccess,
    api::Feedback,
    content::{Commitment, Support},
    error::FeedbackError,
    kept::kept_reply,
    rules,
    store::{self, check, content},
    suggestions,
};
use crate::{
    action_items,
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        scope::FeedbackWrite,
    },
    entity::{
        action_item::{self, ActionItemKind},
        feedback::{self, FeedbackStatus},
        feedback_request::{self, RequestStatus},
    },
    http::{Path, Post, Precondition, Problem, Reply},
    ids::{ActionItemId, FeedbackId, PersonId},
    plans::{self, rules::WorkingCopy},
    record::{Change, Event, OfItem},
    state::State,
};

/// An empty object.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitFeedback {}

/// The suggestions to accept into the plan's working copy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeFeedback {
    /// The suggestions that the owner accepts. Defaults to none.
    #[schema(max_items = 100)]
    pub accept: Option<Vec<SuggestionPointer>>,
}

/// A JSON Pointer (RFC 6901) to a suggestion in a feedback. A counter-proposal replaces the summary of its objective; a
/// strength or development area is added or renamed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(max_length = 100, example = "/objectives/short_term/counter_proposal")]
pub struct SuggestionPointer(pub String);

/// Submit feedback
///
/// Submits a draft; it cannot be changed afterwards. Only its author may do this. The plan's owner can then read it,
/// and each commitment becomes a support action item of the author. Feedback of an acting manager or a delegate also
/// answers the request to the manager. The draft needs at least a summary, a verdict, a stance or a support decision.
#[utoipa::path(
    post,
    path = "/feedback/{feedback_id}/submit",
    tag = "feedback",
    request_body = SubmitFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, submitted", body = Feedback)),
)]
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
            let role = access.act(txn, Right::WriteFeedback)?;
            let SubmitFeedback {} = post.input.read()?;
            let feedback = access.feedback();
            rules::is_draft(feedback.status)?;
            plans::rules::takes_responses(access.plan().status())?;
            let content = content(feedback)?;
            rules::says_something(&content)?;
            let current_items =
                check(txn, access.plan(), feedback.plan_id, feedback.revision, &content).await?;
            // The request is shown to all readers of the plan; feedback on a withdrawn revision is not theirs to know
            // of.
            if access.plan().is_revision_shared(feedback.revision) {
                // Who stands in for the manager answers what the manager is asked.
                let stands_in = [Role::Acting, Role::Delegate].contains(&role);
                let manager = access.plan().manager_id().filter(|_| stands_in);
                for asked in std::iter::once(feedback.author_id).chain(manager) {
                    mark_request_answered(txn, asked, feedback).await?;
                }
            }
            create_support_items(txn, &caller, &access, content.support, &current_items)?;
            let (now, event) = (txn.now(), Event::FeedbackSubmitted(access.subject()));
            let feedback = access.revise(txn, event, |feedback| {
                feedback.status = FeedbackStatus::Submitted;
                feedback.submitted_at = Some(now);
            })?;
            kept_reply(feedback, &caller)
        })
        .await
}

/// Marks the request to `asked` as answered by a feedback, unless it asks about a newer revision.
async fn mark_request_answered(
    txn: &mut Change,
    asked: PersonId,
    feedback: &feedback::Model,
) -> Result<(), DbErr> {
    let request = store::find_request_to(txn, asked, feedback.plan_id).await?;
    let open = |request: &feedback_request::Model| {
        request.status == RequestStatus::Open && request.revision <= feedback.revision
    };
    if let Some(request) = request.filter(open) {
        let answered = feedback_request::Model { status: RequestStatus::Answered, ..request.clone() };
        // No event: the event of the submitted feedback is enough.
        txn.revise(request, answered, None)?;
    }
    Ok(())
}

/// Creates a support action item for each commitment. It refers to the item that the commitment is about, if that still
/// exists: the feedback may be about an item of the revision that was deleted since.
///
/// `current_items` are the ids of the plan's items. The caller has locked the plan, so their number cannot change.
fn create_support_items(
    txn: &mut Change,
    caller: &Identity,
    access: &FeedbackAccess,
    support: Vec<Support>,
    current_items: &HashSet<ActionItemId>,
) -> Result<(), Problem> {
    let author = caller.person()?;
    let plan_id = access.feedback().plan_id;
    let commitments: Vec<(ActionItemId, Commitment)> =
        support.into_iter().filter_map(|entry| Some((entry.action_item_id, entry.commitment?))).collect();
    plans::rules::has_room(current_items.len(), commitments.len())?;
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
            supports_action_item_id: current_items.contains(&supported).then_some(supported),
            ..new
        };
        let shared = access.plan().is_shared();
        txn.create(item, Event::ActionItemCreated(OfItem { plan_id, action_item_id, shared }));
    }
    Ok(())
}

/// Acknowledge feedback
///
/// Marks submitted feedback as read by the plan's owner. Only the owner may do this. Accepted suggestions change the
/// plan's working copy, which other readers see once the plan is shared again.
#[utoipa::path(
    post,
    path = "/feedback/{feedback_id}/acknowledge",
    tag = "feedback",
    request_body = AcknowledgeFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, acknowledged", body = Feedback)),
)]
pub async fn acknowledge_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    post: Post<AcknowledgeFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = FeedbackAccess::lock(txn, &caller, feedback_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let accept = post.input.read()?.accept.unwrap_or_default();
            rules::awaits_acknowledgement(access.feedback().status)?;
            plans::rules::may_change(access.plan().status())?;
            let (now, plan_id) = (txn.now(), access.feedback().plan_id);
            let content = content(access.feedback())?;
            let event = Event::FeedbackAcknowledged(access.subject());
            if !accept.is_empty() {
                let plan = plans::Access::find(txn, &caller, plan_id).await?;
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
            kept_reply(feedback, &caller)
        })
        .await
}
