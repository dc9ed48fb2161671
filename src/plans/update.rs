//! Changing a plan's working copy.

use actix_web::web::Data;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::Access,
    answers::GiveAnswers,
    api::{Checked, Plan, check_cycle, check_fields, reply},
    rules,
};
use crate::{
    auth::{Caller, permissions::Right, scope::PlansWrite},
    http::{Patch, Path, Precondition, Problem, Reply},
    ids::{CycleId, PlanId},
    record::Event,
    state::State,
};

/// A merge patch (RFC 7396) of a plan's working copy.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePlan {
    #[schema(min_length = 1, max_length = 200, format = "not-blank")]
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub cycle_id: Option<CycleId>,
    /// True sets `earlier_revisions_visible_from` to 1 unless it is set; false clears it.
    pub earlier_revisions_visible: bool,
    /// From this revision on, the current manager can also read revisions that were shared with an earlier manager.
    /// Null if the manager reads none of those.
    #[schema(minimum = 1)]
    pub earlier_revisions_visible_from: Option<i32>,
    pub answers: GiveAnswers,
}

impl UpdatePlan {
    /// The base document that a merge patch is applied to.
    fn of(access: &Access) -> Result<Self, Problem> {
        let plan = access.plan();
        Ok(Self {
            title: plan.title.clone(),
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            cycle_id: plan.cycle_id,
            earlier_revisions_visible: plan.earlier_revisions_visible_from.is_some(),
            earlier_revisions_visible_from: plan.earlier_revisions_visible_from,
            answers: access.answers()?.into(),
        })
    }

    /// The first visible of the earlier revisions, of two fields that say it: the one that the patch changes counts.
    fn earlier_revisions(&self, before: Option<i32>) -> Option<i32> {
        if self.earlier_revisions_visible_from != before {
            self.earlier_revisions_visible_from
        } else {
            self.earlier_revisions_visible.then(|| before.unwrap_or(1))
        }
    }
}

/// Change a plan
///
/// Changes the working copy by JSON Merge Patch (RFC 7396). Only the owner may do this. Other readers see the change
/// once the plan is shared again.
#[utoipa::path(
    patch,
    path = "/plans/{plan_id}",
    tag = "plans",
    request_body = UpdatePlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The plan, changed", body = Plan)),
)]
pub async fn update_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    patch: Patch<UpdatePlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            rules::may_change(access.plan().status)?;
            let changed = patch.apply(&UpdatePlan::of(&access)?)?;
            let visible_from = changed.earlier_revisions(access.plan().earlier_revisions_visible_from);
            let UpdatePlan {
                title,
                starts_on,
                ends_on,
                cycle_id,
                earlier_revisions_visible: _,
                earlier_revisions_visible_from: _,
                answers,
            } = changed;
            let present = access.answers()?;
            let faults = check_cycle(txn, access.plan().cycle_id, cycle_id).await?.faults;
            let (days, version) = ((starts_on, ends_on), access.plan().questionnaire_version);
            let Checked { answers, complete } =
                check_fields(txn, days, faults, answers, &present, version).await?;
            let access = access.revise(txn, Event::PlanUpdated(plan_id.0), |plan| {
                plan.cycle_id = cycle_id;
                plan.answers_complete = rules::counts_as_complete(cycle_id, plan.latest_revision, complete);
                plan.earlier_revisions_visible_from = visible_from;
                rules::WorkingCopy { title, starts_on, ends_on, answers }.replace(plan);
            })?;
            reply(access)
        })
        .await
}
