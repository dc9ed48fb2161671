//! The HTTP operations on plans.

use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::Access,
    answers::{Answers, GiveAnswers},
    error::PlanError,
    may::PlanAction,
    readiness::{self, Readiness, answers_are_complete},
    rules::{self, View},
    store,
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{PlansRead, PlansWrite},
    },
    db::Read,
    entity::{
        cycle::CycleStatus,
        plan::{self, PlanOutcome, PlanStatus},
    },
    http::{FieldError, Named, Path, Post, Precondition, Problem, Reply, StoredJson},
    ids::{CycleId, PersonId, PlanId},
    questionnaires,
    reads::ReadAction,
    record::{Change, Event},
    requests::KeptReply,
    state::State,
};

/// A career plan. The owner sees the working copy; other readers see the latest shared revision.
#[derive(Debug, Serialize, ToSchema)]
pub struct Plan {
    pub id: PlanId,
    pub owner_id: PersonId,
    pub owner: Named,
    #[schema(max_length = 200, example = "From engineer to team lead")]
    pub title: String,
    /// The HR campaign that the plan belongs to.
    #[schema(required)]
    pub cycle_id: Option<CycleId>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub status: PlanStatus,
    #[schema(value_type = Answers)]
    pub answers: StoredJson,
    /// Number of the latest revision; null before the plan is first shared.
    #[schema(required, minimum = 1)]
    pub latest_revision: Option<i32>,
    /// Whether the working copy differs from the latest revision. Always false for readers other than the owner.
    pub has_unshared_changes: bool,
    /// Whether `earlier_revisions_visible_from` is set.
    pub earlier_revisions_visible: bool,
    /// From this revision on, the current manager can also read revisions that were shared with an earlier manager.
    /// Null if the manager reads none of those, and for invited reviewers.
    #[schema(required, minimum = 1)]
    pub earlier_revisions_visible_from: Option<i32>,
    /// Mean progress of the action items, rounded; cancelled items are not counted. Null for invited reviewers.
    #[schema(required, minimum = 0, maximum = 100)]
    pub progress_percent: Option<i64>,
    /// When the next planned discussion starts. Null if there is none, and for invited reviewers.
    #[schema(required)]
    pub next_discussion_at: Option<DateTime<Utc>>,
    /// When the plan was first shared; null while it is a draft.
    #[schema(required)]
    pub shared_at: Option<DateTime<Utc>>,
    /// When the owner agreed to the latest revision. Null for invited reviewers.
    #[schema(required)]
    pub owner_agreed_at: Option<DateTime<Utc>>,
    /// When the owner's current manager, or an acting manager beside that one, agreed to the latest revision. An
    /// agreement belongs to a person: after a change of manager it is null until the new manager agrees. Null for
    /// invited reviewers.
    #[schema(required)]
    pub manager_agreed_at: Option<DateTime<Utc>>,
    /// Whether the plan is agreed by the owner's agreement alone, because there is no manager. False while there is a
    /// manager, whose agreement is awaited then, and for invited reviewers.
    pub agreed_without_manager: bool,
    /// The version of the questionnaire that the plan answers: when it was created, that of its cycle or the current
    /// one.
    #[schema(minimum = 1)]
    pub questionnaire_version: i32,
    /// The plan that this one renews. Null for invited reviewers; only its owner learns of one that was never shared.
    #[schema(required)]
    pub previous_plan_id: Option<PlanId>,
    /// What became of the objectives, if that was said when the plan was completed. Null for invited reviewers.
    #[schema(required)]
    pub outcome: Option<PlanOutcome>,
    /// The owner's reflection, given when the plan was completed. Null for invited reviewers.
    #[schema(required, max_length = 4000)]
    pub reflection: Option<String>,
    pub created_at: DateTime<Utc>,
    /// When that last changed which the caller sees.
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of what the caller sees. The owner counts every change of the working
    /// copy, other readers do not.
    #[schema(minimum = 1)]
    pub version: i64,
    /// What the caller may do with the plan as it is, by role and status. A token also needs the scope of the
    /// operation.
    #[schema(max_items = 14)]
    pub may: Vec<PlanAction>,
}

/// A new plan. The caller becomes its owner.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePlan {
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "From engineer to team lead")]
    pub title: String,
    /// Defaults to today in the owner's time zone.
    pub starts_on: Option<NaiveDate>,
    /// Must be after `starts_on`. Defaults to 12 months after it.
    pub ends_on: Option<NaiveDate>,
    /// The HR campaign that the plan belongs to.
    pub cycle_id: Option<CycleId>,
    pub answers: Option<GiveAnswers>,
}

impl Plan {
    /// The plan with the content that the caller may read, and what the caller may do with it.
    pub fn for_access(access: Access) -> Result<Self, Problem> {
        let may = access.may().collect();
        let (version, updated_at) = access.seen();
        let (view, manager_id, progress_percent) =
            (access.view().clone(), access.manager_id(), access.progress_percent());
        let next_discussion_at = access.next_discussion_at();
        // An invited reviewer reads the chosen sections, and nothing that tells of the rest.
        let whole = !matches!(view, View::Sections(_));
        let (plan, owner) = access.into_parts();
        let plan::Model {
            tenant_id: _,
            id,
            owner_id,
            title,
            cycle_id,
            starts_on,
            ends_on,
            status,
            answers,
            latest_revision,
            has_unshared_changes,
            earlier_revisions_visible: _,
            earlier_revisions_visible_from,
            shared_at,
            owner_agreed_at,
            manager_agreed_at,
            agreed_without_manager,
            questionnaire_version,
            previous_plan_id,
            outcome,
            reflection,
            created_at,
            updated_at: _,
            version: _,
            shared_version: _,
            shared_updated_at: _,
            reviewed_version: _,
            reviewed_updated_at: _,
            completed_at: _,
            closed_up_to: _,
            set_aside_up_to: _,
            reminder_at: _,
            stale_since: _,
            ended_on: _,
            answers_complete: _,
            cycle_changed: _,
        } = plan;
        let earlier_revisions_visible_from = earlier_revisions_visible_from.filter(|_| whole);
        Ok(Self {
            id,
            owner_id,
            owner,
            title,
            cycle_id,
            starts_on,
            ends_on,
            status,
            answers: answers_for(answers, &view)?,
            latest_revision: (latest_revision > 0).then_some(latest_revision),
            has_unshared_changes: view == View::WorkingCopy && has_unshared_changes,
            earlier_revisions_visible: earlier_revisions_visible_from.is_some(),
            earlier_revisions_visible_from,
            progress_percent: whole.then_some(progress_percent),
            next_discussion_at: next_discussion_at.filter(|_| whole),
            shared_at,
            owner_agreed_at: owner_agreed_at.filter(|_| whole),
            manager_agreed_at: manager_agreed_at.filter(|_| whole),
            agreed_without_manager: agreed_without_manager && manager_id.is_none() && whole,
            questionnaire_version,
            previous_plan_id: previous_plan_id.filter(|_| whole),
            outcome: outcome.filter(|_| whole),
            reflection: reflection.filter(|_| whole),
            created_at,
            updated_at,
            version,
            may,
        })
    }
}

/// The stored answers as the caller may read them. They are parsed only if some sections must be removed; otherwise the
/// stored JSON is returned as it is, which saves parsing it for each plan of a list.
pub fn answers_for(answers: String, view: &View) -> Result<StoredJson, Problem> {
    match view {
        View::Sections(_) => {
            let answers: Answers = serde_json::from_str(&answers).map_err(Problem::internal)?;
            StoredJson::of(&view.narrow(answers)).map_err(Problem::internal)
        }
        View::WorkingCopy | View::Shared => Ok(StoredJson::of_column(answers)),
    }
}

/// The response with a plan, as the caller may read it, and its ETag.
pub fn reply(access: Access) -> Result<Reply, Problem> {
    let tag = access.tag();
    Ok(Reply::ok(&Plan::for_access(access)?)?.with_etag(tag))
}

/// The cycle that is chosen for a plan.
#[derive(Debug, Default)]
pub struct ChosenCycle {
    pub faults: Vec<FieldError>,
    questionnaire_version: Option<i32>,
}

impl ChosenCycle {
    /// The version of the questionnaire that a new plan has: the cycle's, or the current one.
    pub async fn version_of_new_plan(&self, db: &impl Read) -> Result<i32, DbErr> {
        match self.questionnaire_version {
            Some(version) => Ok(version),
            None => questionnaires::current_version(db).await,
        }
    }
}

/// Checks the cycle that is chosen for a plan, which is in the cycle `present`, and locks it, so that it is neither
/// deleted nor closed before the plan is in it.
///
/// Lock order: a plan that exists is locked before its cycle. Deleting a cycle does so, too.
pub async fn check_cycle(
    txn: &Change,
    present: Option<CycleId>,
    chosen: Option<CycleId>,
) -> Result<ChosenCycle, DbErr> {
    let Some(id) = chosen.filter(|_| chosen != present) else { return Ok(ChosenCycle::default()) };
    let found = store::lock_cycle_for_share(txn, id).await?;
    let fault = match found.as_ref().map(|cycle| cycle.status) {
        Some(CycleStatus::Open) => None,
        Some(CycleStatus::Closed) => Some("is the id of a cycle that is closed"),
        None => Some("is not the id of a cycle"),
    };
    Ok(ChosenCycle {
        faults: fault.map(|fault| FieldError::new("/cycle_id", fault)).into_iter().collect(),
        questionnaire_version: found.and_then(|cycle| cycle.questionnaire_version),
    })
}

/// The answers of a plan that was checked.
pub(super) struct Checked {
    /// As they are stored.
    pub answers: String,
    /// Whether they have no blocker.
    pub complete: bool,
}

/// Checks the fields that creating and updating a plan have in common. Returns the answers. `present` are those of
/// the plan as it is, `faults` what is wrong with other fields, and `version` the plan's version of the questionnaire.
///
/// # Errors
///
/// [`PlanError::Invalid`] with every field error.
pub(super) async fn check_fields(
    txn: &Change,
    (starts_on, ends_on): (NaiveDate, NaiveDate),
    mut faults: Vec<FieldError>,
    answers: GiveAnswers,
    present: &Answers,
    version: i32,
) -> Result<Checked, Problem> {
    faults.extend(rules::check_dates(starts_on, ends_on));
    let questions = questionnaires::own_questions(txn, version).await?;
    match answers.into_answers(present, &questions, txn.ids()) {
        Ok(answers) if faults.is_empty() => {
            // Answers from before objectives had ids get them with their next change.
            let answers = if answers == *present { answers } else { answers.with_objective_ids(txn.ids()) };
            let complete = answers_are_complete(starts_on, &answers, &questions);
            Ok(Checked { answers: serde_json::to_string(&answers).map_err(Problem::internal)?, complete })
        }
        Ok(_) => Err(PlanError::Invalid(faults).into()),
        Err(found) => {
            faults.extend(found);
            Err(PlanError::Invalid(faults).into())
        }
    }
}

/// Create a plan
///
/// Creates a draft owned by the caller. Only the owner can see it. It has the version of the questionnaire that its
/// cycle is about, or the current one.
#[utoipa::path(
    post,
    path = "/plans",
    tag = "plans",
    request_body = CreatePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The plan, a draft", body = Plan)),
)]
pub async fn create_plan(
    caller: Caller<PlansWrite>,
    post: Post<CreatePlan>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let owner_id = caller.person()?;
    let CreatePlan { title, starts_on, ends_on, cycle_id, answers } = post.input.read()?;
    state
        .change(&caller, post.key, async |txn| {
            let now = txn.now();
            let starts_on = starts_on.unwrap_or_else(|| caller.today(now));
            let plan = rules::new_plan(caller.tenant, txn.id(), owner_id, starts_on, now);
            let ends_on = ends_on.unwrap_or(plan.ends_on);
            let chosen = check_cycle(txn, None, cycle_id).await?;
            let (answers, none) = (answers.unwrap_or_default(), Answers::default());
            let questionnaire_version = chosen.version_of_new_plan(txn).await?;
            let days = (starts_on, ends_on);
            let Checked { answers, complete } =
                check_fields(txn, days, chosen.faults, answers, &none, questionnaire_version).await?;
            let plan = plan::Model {
                title,
                cycle_id,
                ends_on,
                answers,
                questionnaire_version,
                answers_complete: rules::counts_as_complete(cycle_id, 0, complete),
                ..plan
            };
            let event = Event::PlanCreated(plan.id);
            let access = Access::created(txn.create(plan, event), 0, &caller);
            let (id, tag) = (access.plan().id, access.tag());
            let reply = Reply::created(format!("/v1/plans/{id}"), &Plan::for_access(access)?)?;
            Ok(KeptReply::<Plan>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// Read a plan
///
/// Returns the working copy to the owner, and the latest shared revision to other readers. A draft is visible only
/// to its owner; for other callers the response is 404.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}",
    tag = "plans",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The plan", body = Plan)),
)]
pub async fn read_plan(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    reply(Access::read(&db, &caller, plan_id.0, ReadAction::Plan).await?)
}

/// Read a plan's readiness
///
/// Returns which questions are answered, which findings prevent sharing (blockers), and which only suggest
/// improvements (advice). It checks the working copy. Only the owner may read it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/readiness",
    tag = "plans",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "How ready the plan is", body = Readiness)),
)]
pub async fn read_readiness(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::find(&db, &caller, plan_id.0).await?;
    access.require(Right::OwnPlan)?;
    let items = store::list_action_items(&db, plan_id.0).await?;
    let questions = questionnaires::own_questions(&db, access.plan().questionnaire_version).await?;
    Reply::ok(&readiness::readiness(access.plan().starts_on, &access.answers()?, &items, &questions))
}

/// Delete a plan
///
/// Deletes a plan that was never shared. Only the owner may do this. A plan that was shared can only be archived.
#[utoipa::path(
    delete,
    path = "/plans/{plan_id}",
    tag = "plans",
    security(("bearer" = ["plans:write"])),
    responses((status = 204, description = "The plan was deleted")),
)]
pub async fn delete_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::may_delete(access.plan())?;
            txn.remove(access.plan().clone(), Event::PlanDeleted(plan_id.0))?;
            Ok(Reply::no_content())
        })
        .await
}
