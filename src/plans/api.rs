//! Plans on the wire.

use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::{IntoParams, ToSchema};

use super::{
    access::{Access, Relation},
    answers::{Answers, GiveAnswers},
    error::PlanError,
    questionnaire::{QUESTIONS, Questionnaire},
    readiness::{self, Readiness},
    rules::{self, View},
    store::{self, PlanFilter, PlanKey, PlanRow},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{AnyScope, PlansRead, PlansWrite},
    },
    db::Order,
    entity::{plan, plan::PlanStatus},
    http::{
        FieldError, IdempotencyKey, Page, Paged, Patch, Path, Post, Precondition, Problem, Query, Reply, page,
    },
    ids::{CycleId, PersonId, PlanId},
    record::Event,
    requests,
    state::State,
};

/// A career plan, as the caller may see it: the owner's working copy, or the latest shared revision.
#[derive(Debug, Serialize, ToSchema)]
pub struct Plan {
    pub id: PlanId,
    pub owner_id: PersonId,
    #[schema(max_length = 200, example = "From engineer to team lead")]
    pub title: String,
    /// The HR campaign it belongs to.
    #[schema(required)]
    pub cycle_id: Option<CycleId>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub status: PlanStatus,
    #[schema(value_type = Answers)]
    pub answers: Box<RawValue>,
    /// Number of the newest revision; null before the first share.
    #[schema(required, minimum = 1)]
    pub latest_revision: Option<i32>,
    /// Whether the working copy differs from the latest revision; others than the owner always read false.
    pub has_unshared_changes: bool,
    /// Whether the manager of the day also reads revisions that were shared with an earlier manager.
    pub earlier_revisions_visible: bool,
    /// The mean of the action items' progress, cancelled ones left out.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
    /// Since when it is shared; null while only the owner reads it.
    #[schema(required)]
    pub shared_at: Option<DateTime<Utc>>,
    /// When the owner agreed to the latest revision.
    #[schema(required)]
    pub owner_agreed_at: Option<DateTime<Utc>>,
    /// When the manager agreed to the latest revision.
    #[schema(required)]
    pub manager_agreed_at: Option<DateTime<Utc>>,
    /// What was said when the plan was completed.
    #[schema(required, max_length = 4000)]
    pub reflection: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Counts the changes of the plan.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new plan. Its owner is the caller.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePlan {
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "From engineer to team lead")]
    pub title: String,
    /// Today where the owner is, unless given.
    pub starts_on: Option<NaiveDate>,
    /// 12 months after `starts_on`, unless given; always after it.
    pub ends_on: Option<NaiveDate>,
    /// An HR campaign to take part in.
    pub cycle_id: Option<CycleId>,
    pub answers: Option<GiveAnswers>,
}

/// A merge patch (RFC 7396) of a plan's working copy.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePlan {
    #[schema(min_length = 1, max_length = 200, format = "not-blank")]
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub cycle_id: Option<CycleId>,
    /// Whether the manager of the day also reads revisions that were shared with an earlier manager.
    pub earlier_revisions_visible: bool,
    pub answers: GiveAnswers,
}

/// Which plans to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListPlans {
    #[param(inline)]
    status: Option<PlanStatus>,
    #[param(inline)]
    owner_id: Option<PersonId>,
    /// Plans of this manager's reports.
    #[param(inline)]
    manager_id: Option<PersonId>,
    #[param(inline)]
    cycle_id: Option<CycleId>,
    /// Plans changed at this instant or later.
    updated_since: Option<DateTime<Utc>>,
    /// The order; a minus sign turns it round.
    #[param(inline)]
    #[serde(default)]
    sort: PlanSort,
}

/// The orders in which plans are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum PlanSort {
    #[default]
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    CreatedAtDescending,
    #[serde(rename = "updated_at")]
    UpdatedAt,
    #[serde(rename = "-updated_at")]
    UpdatedAtDescending,
}

impl PlanSort {
    fn order(self) -> Order {
        Order {
            by_update: matches!(self, Self::UpdatedAt | Self::UpdatedAtDescending),
            descending: matches!(self, Self::CreatedAtDescending | Self::UpdatedAtDescending),
        }
    }
}

impl Plan {
    /// The plan as the caller may see it.
    pub fn for_access(access: &Access) -> Result<Self, Problem> {
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
            earlier_revisions_visible,
            shared_at,
            owner_agreed_at,
            manager_agreed_at,
            reflection,
            created_at,
            updated_at,
            version,
            reminder_at: _,
            stale_since: _,
        } = access.plan().clone();
        Ok(Self {
            id,
            owner_id,
            title,
            cycle_id,
            starts_on,
            ends_on,
            status,
            answers: answers_for(answers, access.view())?,
            latest_revision: (latest_revision > 0).then_some(latest_revision),
            has_unshared_changes: *access.view() == View::WorkingCopy && has_unshared_changes,
            earlier_revisions_visible,
            progress_percent: access.progress_percent(),
            shared_at,
            owner_agreed_at,
            manager_agreed_at,
            reflection,
            created_at,
            updated_at,
            version,
        })
    }
}

impl UpdatePlan {
    /// The plan in the form that a patch is applied to.
    fn of(access: &Access) -> Result<Self, Problem> {
        let plan = access.plan();
        Ok(Self {
            title: plan.title.clone(),
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            cycle_id: plan.cycle_id,
            earlier_revisions_visible: plan.earlier_revisions_visible,
            answers: access.answers()?.into(),
        })
    }
}

/// Answers as they are kept, passed on unparsed unless some of them are not for the caller.
pub fn answers_for(answers: String, view: &View) -> Result<Box<RawValue>, Problem> {
    match view {
        View::Sections(_) => {
            let answers: Answers = serde_json::from_str(&answers).map_err(Problem::internal)?;
            serde_json::value::to_raw_value(&view.narrow(answers)).map_err(Problem::internal)
        }
        View::WorkingCopy | View::Shared => RawValue::from_string(answers).map_err(Problem::internal),
    }
}

/// Answers with a plan as the caller may see it.
pub fn reply(access: &Access) -> Result<Reply, Problem> {
    Ok(Reply::ok(&Plan::for_access(access)?)?.with_etag(access.tag()))
}

/// No cycle exists yet that a plan could take part in.
fn check_cycle(cycle: Option<CycleId>) -> Vec<FieldError> {
    cycle.map(|_| FieldError::new("/cycle_id", "names no cycle")).into_iter().collect()
}

/// Read the questionnaire
///
/// The three sections and eight questions that a plan is prepared with, each with guidance.
#[utoipa::path(
    tag = "plans",
    security(("bearer" = [])),
    responses((status = 200, description = "The questions, in order", body = Questionnaire)),
)]
#[get("/questionnaire")]
pub async fn read_questionnaire(_caller: Caller<AnyScope>) -> Result<Reply, Problem> {
    Reply::ok(&Questionnaire { questions: QUESTIONS })
}

/// List plans
///
/// The plans that the caller may know of: a person's own, the shared ones of the person's reports, and
/// those that the person was invited to give feedback on; for HR and services, all that are shared.
///
/// A service whose `Accept` asks for `application/x-ndjson` gets the whole list at once, a plan a line, without
/// `limit` and `cursor`. It is complete if the body ends as HTTP/1.1 has it end, and breaks off otherwise.
#[utoipa::path(
    tag = "plans",
    params(Paged<ListPlans>),
    security(("bearer" = ["plans:read"])),
    responses((
        status = 200,
        description = "A page of plans; as NDJSON, all of them, one a line",
        content((Page<Plan> = "application/json"), (Plan = "application/x-ndjson")),
    )),
)]
#[get("/plans")]
pub async fn list_plans(
    caller: Caller<PlansRead>,
    query: Query<Paged<ListPlans>>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let Paged { list: query, paging } = query.0;
    let order = query.sort.order();
    let filter = PlanFilter {
        status: query.status,
        owner_id: query.owner_id,
        manager_id: query.manager_id,
        cycle_id: query.cycle_id,
        updated_since: query.updated_since,
    };
    let page = async move |caller: &Identity, cursor: Option<String>, limit: u32| {
        let after = page::decode_if(cursor.as_deref(), |(at, _): &PlanKey| at.is_some() == order.by_update)?;
        let db = state.db.list_reader(caller.tenant).await?;
        let rows = store::list_plans(&db, caller, &filter, order, after, limit).await?;
        let key =
            |row: &PlanRow| -> PlanKey { (order.by_update.then_some(row.plan.updated_at), row.plan.id) };
        Page::of(rows, limit, key, |row| {
            Plan::for_access(&Access::admitted(Some(Relation::of(row, caller)))?)
        })
    };
    requests::list(&request, caller, paging, page).await
}

/// Create a plan
///
/// Begins a draft that only the caller sees.
#[utoipa::path(
    tag = "plans",
    request_body = CreatePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The plan, a draft", body = Plan)),
)]
#[post("/plans")]
pub async fn create_plan(
    caller: Caller<PlansWrite>,
    post: Post<CreatePlan>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let CreatePlan { title, starts_on, ends_on, cycle_id, answers } = post.input;
    let owner_id = caller.person()?;
    let now = state.clock.now();
    let starts_on = starts_on.unwrap_or_else(|| caller.today(now));
    let ends_on =
        ends_on.or_else(|| starts_on.checked_add_months(readiness::PLAN_MONTHS)).unwrap_or(NaiveDate::MAX);
    let mut faults = rules::check_dates(starts_on, ends_on);
    faults.extend(check_cycle(cycle_id));
    let answers = answers.unwrap_or_default().into_answers(&state.ids).unwrap_or_else(|found| {
        faults.extend(found);
        Answers::default()
    });
    if !faults.is_empty() {
        return Err(PlanError::Invalid(faults).into());
    }
    let plan = plan::Model {
        tenant_id: caller.tenant,
        id: state.ids.next(),
        owner_id,
        title,
        cycle_id,
        starts_on,
        ends_on,
        status: PlanStatus::Draft,
        answers: serde_json::to_string(&answers).map_err(Problem::internal)?,
        latest_revision: 0,
        has_unshared_changes: true,
        earlier_revisions_visible: false,
        shared_at: None,
        owner_agreed_at: None,
        manager_agreed_at: None,
        reflection: None,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        stale_since: None,
    };
    state
        .change(&caller, post.key, async |txn| {
            let event = Event::PlanCreated(plan.id);
            let access = Access::created(txn.create(plan, event), &caller);
            let location = format!("/v1/plans/{}", access.plan().id);
            Ok(Reply::created(location, &Plan::for_access(&access)?)?.with_etag(access.tag()))
        })
        .await
}

/// Read a plan
///
/// The owner reads the working copy; whoever else may, the latest shared revision. A draft is its
/// owner's alone: to everybody else it is not there.
#[utoipa::path(
    tag = "plans",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The plan", body = Plan)),
)]
#[get("/plans/{plan_id}")]
pub async fn read_plan(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    reply(&Access::read(&state.db.reader(caller.tenant), &caller, plan_id.0).await?)
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
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id.0).await?;
    access.require(Right::OwnPlan)?;
    let items = store::list_action_items(&db, plan_id.0).await?;
    Reply::ok(&readiness::readiness(access.plan().starts_on, &access.answers()?, &items))
}

/// Change a plan
///
/// Changes the working copy, by JSON Merge Patch (RFC 7396). Others see the change when it is shared.
#[utoipa::path(
    tag = "plans",
    request_body = UpdatePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, changed", body = Plan)),
)]
#[patch("/plans/{plan_id}")]
pub async fn update_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    patch: Patch<UpdatePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, IdempotencyKey::none(), async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::may_change(access.plan().status)?;
            let changed = patch.apply(&UpdatePlan::of(&access)?)?;
            let mut faults = rules::check_dates(changed.starts_on, changed.ends_on);
            faults.extend(check_cycle(changed.cycle_id));
            let answers = changed.answers.into_answers(&state.ids).unwrap_or_else(|found| {
                faults.extend(found);
                Answers::default()
            });
            if !faults.is_empty() {
                return Err(PlanError::Invalid(faults).into());
            }
            let answers = serde_json::to_string(&answers).map_err(Problem::internal)?;
            let UpdatePlan { title, starts_on, ends_on, cycle_id, earlier_revisions_visible, answers: _ } =
                changed;
            let access = access.revise(txn, Event::PlanUpdated(plan_id.0), |plan| {
                plan.cycle_id = cycle_id;
                plan.earlier_revisions_visible = earlier_revisions_visible;
                rules::WorkingCopy { title, starts_on, ends_on, answers }.replace(plan);
            })?;
            reply(&access)
        })
        .await
}

/// Delete a plan
///
/// Deletes a draft that was never shared. A plan that was is archived instead.
#[utoipa::path(
    tag = "plans",
    security(("bearer" = ["plans:write"])),
    responses((status = 204, description = "The plan is gone")),
)]
#[delete("/plans/{plan_id}")]
pub async fn delete_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, IdempotencyKey::none(), async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::may_delete(access.plan())?;
            txn.remove(access.plan().clone(), Event::PlanDeleted(plan_id.0))?;
            Ok(Reply::no_content())
        })
        .await
}
