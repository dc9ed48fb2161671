//! Sharing a plan: copies the working copy into a new revision and asks the manager for feedback.

use actix_web::web::Data;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    auth::{Caller, permissions::Right, scope::PlansWrite},
    discussions,
    entity::plan::PlanStatus,
    feedback,
    http::{Path, Post, Precondition, Problem, Reply},
    ids::PlanId,
    plans::{self, Access, Plan, PlanError, rules},
    questionnaires,
    record::{Event, OfRevision},
    state::State,
};

/// A note for the manager.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SharePlan {
    /// The note for the manager. It is stored with the revision.
    #[schema(max_length = 2000, example = "My plan for next year; I look forward to your view.")]
    pub note: Option<String>,
}

/// Share a plan
///
/// Copies the working copy into a new revision and asks the manager for feedback. Only the owner may do this. Sharing
/// again asks the manager again, and resets both agreements.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/share",
    tag = "plans",
    request_body = SharePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, shared", body = Plan)),
)]
pub async fn share_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<SharePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let SharePlan { note } = post.input.read()?;
            rules::may_share(access.plan().status)?;
            let items = plans::store::list_action_items(txn, plan_id.0).await?;
            let questions = questionnaires::own_questions(txn, access.plan().questionnaire_version).await?;
            let readiness = plans::readiness(access.plan().starts_on, &access.answers()?, &items, &questions);
            if !readiness.ready {
                return Err(PlanError::NotReady(readiness.blockers()).into());
            }
            let revision = access.plan().latest_revision + 1;
            let answers = access.answers()?.with_objective_ids(txn.ids());
            let answers = serde_json::to_string(&answers).map_err(Problem::internal)?;
            let snapshot = plans::freeze(&access, &answers, &items, revision, note, txn.now())?;
            txn.insert(snapshot);
            // The items of a draft have no reminders, and only the owner has seen them.
            if access.plan().shared_at.is_none() {
                plans::store::show_action_items(txn, plan_id.0).await?;
                discussions::keep_appointments(txn, plan_id.0, revision).await?;
            }
            if let Some(manager) = access.manager_id() {
                feedback::ask_manager(txn, plan_id.0, manager, revision).await?;
            }
            let (now, event) = (txn.now(), Event::PlanShared(OfRevision { plan_id: plan_id.0, revision }));
            let access = access.revise(txn, event, |plan| {
                plan.status = PlanStatus::Shared;
                plan.answers = answers;
                plan.latest_revision = revision;
                plan.has_unshared_changes = false;
                plan.shared_at.get_or_insert(now);
                plan.owner_agreed_at = None;
                plan.manager_agreed_at = None;
                plan.agreed_without_manager = false;
            })?;
            plans::kept_reply(access)
        })
        .await
}
