//! The steps of a plan's life after it was shared: withdrawn, agreed to, completed, archived.

use actix_web::{post, web::Data};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    auth::{
        Caller,
        permissions::{Right, Role},
        scope::PlansWrite,
    },
    entity::plan::PlanStatus,
    http::{NoParticulars, Path, Post, Precondition, Problem, Reply},
    ids::PlanId,
    plans::{self, Access, Plan, rules},
    record::{Event, OfPlan, OfRevision},
    state::State,
};

/// What to agree to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreePlan {
    /// The revision that was read; the request is refused when there is a newer one.
    #[schema(minimum = 1)]
    pub revision: Option<i32>,
}

/// How a plan ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletePlan {
    /// What was learnt, and what comes next.
    #[schema(
        min_length = 1,
        max_length = 4000,
        format = "not-blank",
        example = "I lead the team now; mentoring helped most."
    )]
    pub reflection: String,
}

/// Withdraw a plan
///
/// Makes a shared plan a draft again, which only its owner sees. The manager keeps the feedback given.
#[utoipa::path(
    tag = "plans",
    request_body = NoParticulars,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, a draft again", body = Plan)),
)]
#[post("/plans/{plan_id}/withdraw")]
pub async fn withdraw_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<NoParticulars>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::may_withdraw(access.plan().status)?;
            let access = access.revise(txn, Event::PlanWithdrawn(plan_id.0), |plan| {
                plan.status = PlanStatus::Draft;
                plan.has_unshared_changes = true;
                plan.shared_at = None;
                plan.owner_agreed_at = None;
                plan.manager_agreed_at = None;
            })?;
            plans::reply(&access)
        })
        .await
}

/// Agree to a plan
///
/// Owner and manager each agree once to the latest revision; the second one makes the plan agreed.
#[utoipa::path(
    tag = "plans",
    request_body = AgreePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, with the agreement given", body = Plan)),
)]
#[post("/plans/{plan_id}/agree")]
pub async fn agree_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<AgreePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::Agree)?;
            let (plan, is_owner) = (access.plan(), access.roles().has(Role::Owner));
            let (own, other) = if is_owner {
                (plan.owner_agreed_at, plan.manager_agreed_at)
            } else {
                (plan.manager_agreed_at, plan.owner_agreed_at)
            };
            rules::may_agree(plan, post.input.revision, own.is_some())?;
            let of = OfRevision { plan_id: plan_id.0, revision: plan.latest_revision };
            let event = match other {
                Some(_) => Event::PlanAgreed(of),
                None => Event::PlanAgreementGiven(of),
            };
            let now = txn.now();
            let access = access.revise(txn, event, |plan| {
                let side = if is_owner { &mut plan.owner_agreed_at } else { &mut plan.manager_agreed_at };
                *side = Some(now);
                if other.is_some() {
                    plan.status = PlanStatus::Agreed;
                }
            })?;
            plans::reply(&access)
        })
        .await
}

/// Complete a plan
///
/// Ends an agreed plan with a reflection.
#[utoipa::path(
    tag = "plans",
    request_body = CompletePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, completed", body = Plan)),
)]
#[post("/plans/{plan_id}/complete")]
pub async fn complete_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<CompletePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::Complete)?;
            rules::may_complete(access.plan().status)?;
            let access = access.revise(txn, Event::PlanCompleted(plan_id.0), |plan| {
                plan.status = PlanStatus::Completed;
                plan.reflection = Some(post.input.reflection);
            })?;
            plans::reply(&access)
        })
        .await
}

/// Archive a plan
///
/// Keeps the plan as it is, never to be changed again.
#[utoipa::path(
    tag = "plans",
    request_body = NoParticulars,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, archived", body = Plan)),
)]
#[post("/plans/{plan_id}/archive")]
pub async fn archive_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<NoParticulars>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::Archive)?;
            rules::may_archive(access.plan().status)?;
            let of = OfPlan { plan_id: plan_id.0, shared: access.plan().shared_at.is_some() };
            let access = access.revise(txn, Event::PlanArchived(of), |plan| {
                plan.status = PlanStatus::Archived;
            })?;
            plans::reply(&access)
        })
        .await
}
