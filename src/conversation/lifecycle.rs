//! The status changes of a plan after sharing: withdraw, agree, complete, archive.

use actix_web::web::Data;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        relations,
        scope::PlansWrite,
    },
    db::Read,
    discussions,
    entity::{
        agreement, person,
        plan::{PlanOutcome, PlanStatus},
    },
    http::{Empty, Path, Post, Precondition, Problem, Reply},
    ids::PlanId,
    plans::{self, Access, Plan, rules},
    record::{Change, Event, OfPlan, OfRevision},
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

/// The reflection that completes a plan, and the outcome.
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
    /// What became of the objectives.
    pub outcome: Option<PlanOutcome>,
}

/// Withdraw a plan
///
/// Makes a shared plan a draft again, visible only to its owner. Only the owner may do this. Authors can
/// still read the feedback they gave. Every revision up to now is closed for good: other people read neither it nor the
/// feedback on it, also after the plan is shared again.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/withdraw",
    tag = "plans",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, now a draft", body = Plan)),
)]
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
                plan.agreed_without_manager = false;
            })?;
            plans::kept_reply(access)
        })
        .await
}

/// Agree to a plan
///
/// Records that the caller agrees to the latest revision. The owner and the manager may do this, each once per
/// revision. Once both have agreed, the status of the plan is `agreed`. An agreement belongs to a person: a new manager
/// may agree to a plan that a former manager has agreed to, and the plan stays `agreed` meanwhile.
///
/// An acting manager may agree in the place of the manager: one of them is enough, and the agreement counts until the
/// manager changes, also after the acting has ended. A delegate agrees in the name of the manager, as whose agreement
/// it counts.
///
/// Without an active manager or acting manager the owner's agreement alone makes the plan `agreed`, with
/// `agreed_without_manager`. If there was a manager before, that is so only after the time set by
/// `GROUNDWORK_AGREE_WITHOUT_MANAGER_AFTER`; the owner then agrees once more.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/agree",
    tag = "plans",
    request_body = AgreePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan with the caller's agreement", body = Plan)),
)]
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
            let role = access.act(txn, Right::Agree)?;
            let AgreePlan { revision } = post.input.read()?;
            let (plan, is_owner) = (access.plan(), role == Role::Owner);
            let (own_agreement, other_agreement) = if is_owner {
                (plan.owner_agreed_at, plan.manager_agreed_at)
            } else {
                (plan.manager_agreed_at, plan.owner_agreed_at)
            };
            let now = txn.now();
            let alone = is_owner
                && access.is_without_manager(state.plans.agree_without_manager_after, now)
                && !relations::has_acting(txn, plan.owner_id, now).await?;
            // One that was not enough when it was given may be given again: the manager has gone since, or is back.
            let is_last = other_agreement.is_some() || alone;
            let agreed = own_agreement.is_some() && !(is_last && plan.status == PlanStatus::Shared);
            rules::may_agree(plan, revision, agreed)?;
            let revision = plan.latest_revision;
            let of = OfRevision { plan_id: plan_id.0, revision };
            let event = if is_last { Event::PlanAgreed(of) } else { Event::PlanAgreementGiven(of) };
            if !is_owner && own_agreement.is_none() {
                give_agreement(txn, &caller, role, &access).await?;
            }
            let access = access.revise(txn, event, |plan| {
                if is_owner {
                    plan.owner_agreed_at = Some(now);
                } else {
                    plan.manager_agreed_at.get_or_insert(now);
                }
                plan.agreed_without_manager = alone;
                if is_last {
                    plan.status = PlanStatus::Agreed;
                }
            })?;
            plans::kept_reply(access)
        })
        .await
}

/// Writes the agreement to the latest revision that a caller gives in `role`. That of a delegate is the manager's; that
/// of an acting manager is that one's own, and counts beside the present manager.
async fn give_agreement(
    txn: &mut Change,
    caller: &Identity,
    role: Role,
    access: &Access,
) -> Result<(), Problem> {
    let (giver, plan) = (caller.person()?, access.plan());
    let mut agreement = agreement::Model {
        tenant_id: caller.tenant,
        plan_id: plan.id,
        revision: plan.latest_revision,
        person_id: giver,
        agreed_at: txn.now(),
        given_by_id: None,
        acting: false,
        manager_id: None,
    };
    match (role, access.manager_id()) {
        (Role::Delegate, Some(manager)) => {
            agreement.person_id = manager;
            agreement.given_by_id = Some(giver);
        }
        (Role::Acting, _) => {
            // One that the person gave beside another manager counts no longer.
            let earlier = "delete from agreements \
                 where tenant_id = $1 and plan_id = $2 and revision = $3 and person_id = $4";
            txn.execute(earlier, [plan.id.into(), plan.latest_revision.into(), giver.into()]).await?;
            let owner = txn.row::<person::Entity>(plan.owner_id).await?;
            agreement.acting = true;
            agreement.manager_id = owner.and_then(|owner| owner.manager_id);
        }
        _ => {}
    }
    txn.insert(agreement);
    Ok(())
}

/// Complete a plan
///
/// Completes an agreed plan with a reflection and, if given, an outcome. The plan's status becomes `completed`. The
/// owner and the manager may do this. What was planned, such as a discussion, can still take place.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/complete",
    tag = "plans",
    request_body = CompletePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, completed", body = Plan)),
)]
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
            access.act(txn, Right::Complete)?;
            let CompletePlan { reflection, outcome } = post.input.read()?;
            rules::may_complete(access.plan().status)?;
            let access = access.revise(txn, Event::PlanCompleted(plan_id.0), |plan| {
                plan.status = PlanStatus::Completed;
                plan.reflection = Some(reflection);
                plan.outcome = outcome;
            })?;
            plans::kept_reply(access)
        })
        .await
}

/// Archive a plan
///
/// Archives the plan. It can still be read, but never changed again. Its planned discussions are cancelled. The owner
/// and HR may do this.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/archive",
    tag = "plans",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, archived", body = Plan)),
)]
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
            discussions::cancel_planned(txn, access.relation()).await?;
            // Without the next discussion.
            let access = Access::find(txn, &caller, plan_id.0).await?;
            let access = access.revise(txn, Event::PlanArchived(of), |plan| {
                plan.status = PlanStatus::Archived;
            })?;
            plans::kept_reply(access)
        })
        .await
}
