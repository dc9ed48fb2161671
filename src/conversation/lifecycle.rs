//! The status changes of a plan after sharing: withdraw, agree, complete, archive.

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
    http::{Empty, Path, Post, Precondition, Problem, Reply},
    ids::PlanId,
    plans::{self, Access, Plan, rules},
    record::{Event, OfPlan, OfRevision},
    state::State,
};

/// The revision to agree to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreePlan {
    /// Number of the revision that the caller has read. The request fails if there is a newer one. Defaults to the
    /// latest revision.
    #[schema(minimum = 1)]
    pub revision: Option<i32>,
}

/// The reflection that completes a plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletePlan {
    /// What the owner has learned, and what comes next.
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
/// Makes a shared plan a draft again, visible only to its owner. Only the owner may do this. Authors can
/// still read the feedback they gave.
#[utoipa::path(
    tag = "plans",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, now a draft", body = Plan)),
)]
#[post("/plans/{plan_id}/withdraw")]
pub async fn withdraw_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<Empty>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let Empty {} = post.input.read()?;
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
/// Records that the caller agrees to the latest revision. The owner and the manager may do this, each once per
/// revision. Once both have agreed, the status of the plan is `agreed`.
#[utoipa::path(
    tag = "plans",
    request_body = AgreePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan with the caller's agreement", body = Plan)),
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
            let AgreePlan { revision } = post.input.read()?;
            let (plan, is_owner) = (access.plan(), access.roles().has(Role::Owner));
            let (own_agreement, other_agreement) = if is_owner {
                (plan.owner_agreed_at, plan.manager_agreed_at)
            } else {
                (plan.manager_agreed_at, plan.owner_agreed_at)
            };
            rules::may_agree(plan, revision, own_agreement.is_some())?;
            let of = OfRevision { plan_id: plan_id.0, revision: plan.latest_revision };
            let event = match other_agreement {
                Some(_) => Event::PlanAgreed(of),
                None => Event::PlanAgreementGiven(of),
            };
            let now = txn.now();
            let access = access.revise(txn, event, |plan| {
                let side = if is_owner { &mut plan.owner_agreed_at } else { &mut plan.manager_agreed_at };
                *side = Some(now);
                if other_agreement.is_some() {
                    plan.status = PlanStatus::Agreed;
                }
            })?;
            plans::reply(&access)
        })
        .await
}

/// Complete a plan
///
/// Completes an agreed plan with a reflection. The plan's status becomes `completed`.
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
            let CompletePlan { reflection } = post.input.read()?;
            rules::may_complete(access.plan().status)?;
            let access = access.revise(txn, Event::PlanCompleted(plan_id.0), |plan| {
                plan.status = PlanStatus::Completed;
                plan.reflection = Some(reflection);
            })?;
            plans::reply(&access)
        })
        .await
}

/// Archive a plan
///
/// Archives the plan. It can still be read, but never changed again.
#[utoipa::path(
    tag = "plans",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, archived", body = Plan)),
)]
#[post("/plans/{plan_id}/archive")]
pub async fn archive_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<Empty>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::Archive)?;
            let Empty {} = post.input.read()?;
            rules::may_archive(access.plan().status)?;
            let of = OfPlan { plan_id: plan_id.0, shared: access.plan().shared_at.is_some() };
            let access = access.revise(txn, Event::PlanArchived(of), |plan| {
                plan.status = PlanStatus::Archived;
            })?;
            plans::reply(&access)
        })
        .await
}
