//! Renewing a plan: the next one begins with the answers and with what was left open.

use std::collections::HashMap;

use actix_web::web::Data;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    action_items::rules::{is_open, new_item},
    auth::{Caller, permissions::Right, scope::PlansWrite},
    entity::{
        action_item::{self, ActionItemStatus},
        plan, progress_update,
    },
    http::{Path, Post, Precondition, Problem, Reply},
    ids::{ActionItemId, CycleId, PlanId},
    plans::{self, Access, Plan, PlanError, answers_are_complete, rules},
    questionnaires,
    record::{Change, Event, OfItem},
    requests::KeptReply,
    state::State,
};

/// What differs in the next plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenewPlan {
    /// Defaults to the title of the plan that is renewed.
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "From team lead to head of platform"
    )]
    pub title: Option<String>,
    /// Defaults to today in the owner's time zone.
    pub starts_on: Option<NaiveDate>,
    /// Must be after `starts_on`. Defaults to 12 months after it.
    pub ends_on: Option<NaiveDate>,
    /// The HR campaign that the next plan belongs to.
    pub cycle_id: Option<CycleId>,
}

/// Renew a plan
///
/// Creates the next plan, a draft, with the answers of this one and its open action items: those that are neither done
/// nor cancelled, with their status, progress and due dates. It has the questionnaire of its cycle, or the current one,
/// and the answers that this allows. `previous_plan_id` links it to this plan, which stays as it is. Only the owner may
/// do this, of a plan that is agreed, completed or archived. Only the owner can see the draft.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/renew",
    tag = "plans",
    request_body = RenewPlan,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The next plan, a draft", body = Plan)),
)]
pub async fn renew_plan(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<RenewPlan>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &precondition).await?;
            access.require(Right::OwnPlan)?;
            let RenewPlan { title, starts_on, ends_on, cycle_id } = post.input.read()?;
            rules::may_renew(access.plan().status)?;
            let (before, now) = (access.plan(), txn.now());
            let starts_on = starts_on.unwrap_or_else(|| caller.today(now));
            let chosen = plans::check_cycle(txn, None, cycle_id).await?;
            let questionnaire_version = chosen.version_of_new_plan(txn).await?;
            // Answers to what that version does not ask, or allows no more, stay behind.
            let asked = questionnaires::own_questions(txn, questionnaire_version).await?;
            let mut answers = access.answers()?;
            answers.extra = plans::extras::carried_over(answers.extra, &asked);
            let next = rules::new_plan(caller.tenant, txn.id(), before.owner_id, starts_on, now);
            let complete = answers_are_complete(starts_on, &answers, &asked);
            let next = plan::Model {
                title: title.unwrap_or_else(|| before.title.clone()),
                cycle_id,
                ends_on: ends_on.unwrap_or(next.ends_on),
                answers: serde_json::to_string(&answers).map_err(Problem::internal)?,
                questionnaire_version,
                answers_complete: rules::counts_as_complete(cycle_id, 0, complete),
                previous_plan_id: Some(before.id),
                ..next
            };
            let mut faults = rules::check_dates(next.starts_on, next.ends_on);
            faults.extend(chosen.faults);
            if !faults.is_empty() {
                return Err(PlanError::Invalid(faults).into());
            }
            let left = plans::store::list_action_items(txn, plan_id.0).await?;
            let created = Event::PlanCreated(next.id);
            let next = txn.create(next, created);
            let items = carry_over(txn, &next, &left);
            let progress = plans::progress::mean(&items);
            let location = format!("/v1/plans/{}", next.id);
            let access = Access::created(next, progress, &caller);
            add(txn, &access, items).await?;
            let (id, tag) = (access.plan().id, access.tag());
            let reply = Reply::created(location, &Plan::for_access(access)?)?;
            Ok(KeptReply::<Plan>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// The open ones of these items, as items of the next plan.
fn carry_over(txn: &Change, next: &plan::Model, left: &[action_item::Model]) -> Vec<action_item::Model> {
    let open: Vec<&action_item::Model> = left.iter().filter(|item| is_open(item.status)).collect();
    let ids: HashMap<ActionItemId, ActionItemId> = open.iter().map(|item| (item.id, txn.id())).collect();
    let next_of = |id: ActionItemId| ids.get(&id).copied();
    let carried = open.into_iter().filter_map(|item| {
        let id = next_of(item.id)?;
        let new = new_item(next.tenant_id, id, next.id, item.kind, item.responsible_id, txn.now());
        Some(action_item::Model {
            title: item.title.clone(),
            description: item.description.clone(),
            development_area_id: item.development_area_id,
            advances_short_term: item.advances_short_term,
            advances_long_term: item.advances_long_term,
            // What supported an item that is done supports none of this plan.
            supports_action_item_id: item.supports_action_item_id.and_then(next_of),
            status: item.status,
            progress_percent: item.progress_percent,
            starts_on: item.starts_on,
            due_on: item.due_on,
            overdue_from: item.overdue_from,
            support_needed: item.support_needed.clone(),
            links: item.links.clone(),
            template_id: item.template_id,
            last_progress_at: (item.status != ActionItemStatus::NotStarted).then_some(txn.now()),
            ..new
        })
    });
    carried.collect()
}

/// Adds the items of the next plan. The history of one that was begun has how far it was.
async fn add(txn: &mut Change, access: &Access, items: Vec<action_item::Model>) -> Result<(), Problem> {
    let (plan, now) = (access.plan(), txn.now());
    let begun = items.iter().filter(|item| item.status != ActionItemStatus::NotStarted);
    let history: Vec<progress_update::Model> = begun
        .map(|item| progress_update::Model {
            tenant_id: item.tenant_id,
            id: txn.id(),
            action_item_id: item.id,
            author_id: Some(plan.owner_id),
            status: item.status,
            progress_percent: item.progress_percent,
            note: None,
            recorded_at: now,
            while_draft: true,
        })
        .collect();
    let event = |item: &action_item::Model| {
        Event::ActionItemCreated(OfItem { plan_id: plan.id, action_item_id: item.id, shared: false })
    };
    let events: Vec<Event> = items.iter().map(event).collect();
    let rows: Vec<_> = items.into_iter().map(|item| txn.created(item)).collect();
    txn.save_all(rows, events).await?;
    Ok(txn.insert_all(history).await?)
}
