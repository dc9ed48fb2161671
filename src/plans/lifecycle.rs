//! The steps of a plan's life on the wire: from the check before it is shared to the archive.

use actix_web::{get, post, web::Data};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answers::Answers,
    api::{Plan, lock, only, save},
    error::PlanError,
    revisions,
    rules::{self, Readiness},
    store,
};
use crate::{
    action_items,
    auth::{
        Caller,
        permissions::{Right, Role},
        scope::{PlansRead, PlansWrite},
    },
    entity::plan::PlanStatus,
    events::{Event, OfPlan, OfRevision},
    feedback,
    http::{Answer, NoParticulars, Path, Post, Precondition, Problem},
    ids::PlanId,
    state::State,
};

/// What to say when sharing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SharePlan {
    /// To the manager, kept with the revision.
    #[schema(max_length = 2000, example = "My plan for next year; I look forward to your view.")]
    pub note: Option<String>,
}

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

/// Read a plan's readiness
///
/// Which questions are answered, what keeps the plan from being shared (blockers), and what would make it
/// hang together better (advice). For the owner, of the working copy.
#[utoipa::path(
    tag = "plans",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "How ready the plan is", body = Readiness)),
)]
#[get("/plans/{plan_id}/readiness")]
pub async fn read_readiness(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let db = state.db.reader(caller.tenant);
    let row = store::find_plan(&db, &caller, plan_id.0).await?.ok_or(PlanError::NotFound)?;
    let roles = row.roles(&caller);
    row.view(&roles).ok_or(PlanError::NotFound)?;
    only(&roles, Right::OwnPlan, "the plan's owner")?;
    let items = action_items::store::list_of_plan(&db, plan_id.0).await?;
    let answers: Answers = serde_json::from_str(&row.plan.answers).map_err(Problem::internal)?;
    Answer::ok(&rules::readiness(row.plan.starts_on, &answers, &items))
}

/// Share a plan
///
/// Freezes the working copy as a new revision and asks the manager for feedback. Sharing again asks again,
/// and agreement must be given again.
#[utoipa::path(
    tag = "plans",
    request_body = SharePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, shared", body = Plan)),
)]
#[post("/plans/{plan_id}/share")]
pub async fn share_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<SharePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let (row, roles, view) = lock(txn, &caller, plan_id.0, &precondition).await?;
            only(&roles, Right::OwnPlan, "the plan's owner")?;
            rules::may_share(row.plan.status)?;
            let items = action_items::store::list_of_plan(txn, plan_id.0).await?;
            let answers: Answers = serde_json::from_str(&row.plan.answers).map_err(Problem::internal)?;
            let readiness = rules::readiness(row.plan.starts_on, &answers, &items);
            if !readiness.ready {
                return Err(PlanError::NotReady(readiness.blockers()).into());
            }
            let revision = row.plan.latest_revision + 1;
            txn.insert(revisions::freeze(&row, &items, revision, post.input.note, now)?);
            if row.plan.shared_at.is_none() {
                action_items::store::remind_of_all(txn, items)?;
            }
            if let Some(manager) = row.manager_id {
                feedback::requests::ask_manager(txn, &state, &caller, plan_id.0, manager, revision).await?;
            }
            let event = Event::PlanShared(OfRevision { plan_id: plan_id.0, revision });
            save(&state, txn, &caller, row, &view, event, |plan| {
                plan.status = PlanStatus::Shared;
                plan.latest_revision = revision;
                plan.has_unshared_changes = false;
                plan.shared_at.get_or_insert(now);
                plan.reminder_at = Some(now);
                plan.owner_agreed_at = None;
                plan.manager_agreed_at = None;
            })
        })
        .await
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
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let (row, roles, view) = lock(txn, &caller, plan_id.0, &precondition).await?;
            only(&roles, Right::OwnPlan, "the plan's owner")?;
            rules::may_withdraw(row.plan.status)?;
            save(&state, txn, &caller, row, &view, Event::PlanWithdrawn(plan_id.0), |plan| {
                plan.status = PlanStatus::Draft;
                plan.has_unshared_changes = true;
                plan.shared_at = None;
                plan.owner_agreed_at = None;
                plan.manager_agreed_at = None;
            })
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
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let (row, roles, view) = lock(txn, &caller, plan_id.0, &precondition).await?;
            only(&roles, Right::Agree, "the plan's owner and the owner's manager")?;
            let is_owner = roles.has(Role::Owner);
            let (own, other) = if is_owner {
                (row.plan.owner_agreed_at, row.plan.manager_agreed_at)
            } else {
                (row.plan.manager_agreed_at, row.plan.owner_agreed_at)
            };
            rules::may_agree(&row.plan, post.input.revision, own.is_some())?;
            let of = OfRevision { plan_id: plan_id.0, revision: row.plan.latest_revision };
            let event = match other {
                Some(_) => Event::PlanAgreed(of),
                None => Event::PlanAgreementGiven(of),
            };
            save(&state, txn, &caller, row, &view, event, |plan| {
                let side = if is_owner { &mut plan.owner_agreed_at } else { &mut plan.manager_agreed_at };
                *side = Some(now);
                if other.is_some() {
                    plan.status = PlanStatus::Agreed;
                }
            })
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
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let (row, roles, view) = lock(txn, &caller, plan_id.0, &precondition).await?;
            only(&roles, Right::Complete, "the plan's owner and the owner's manager")?;
            rules::may_complete(row.plan.status)?;
            save(&state, txn, &caller, row, &view, Event::PlanCompleted(plan_id.0), |plan| {
                plan.status = PlanStatus::Completed;
                plan.reflection = Some(post.input.reflection);
            })
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
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let (row, roles, view) = lock(txn, &caller, plan_id.0, &precondition).await?;
            only(&roles, Right::Archive, "the plan's owner and HR")?;
            rules::may_archive(row.plan.status)?;
            let of = OfPlan { plan_id: plan_id.0, shared: row.plan.shared_at.is_some() };
            save(&state, txn, &caller, row, &view, Event::PlanArchived(of), |plan| {
                plan.status = PlanStatus::Archived;
            })
        })
        .await
}
