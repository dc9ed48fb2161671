//! The HTTP operations on action items.

use actix_web::web::Data;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{ItemAccess, item_tag},
    error::ActionItemError,
    item::ActionItem,
    rules, store,
};
use crate::{
    action_templates,
    auth::{
        Caller,
        permissions::Right,
        scope::{PlansRead, PlansWrite},
    },
    entity::action_item::{self, ActionItemKind},
    http::{FieldError, Patch, Path, Post, Precondition, Problem, Reply},
    ids::{ActionItemId, AnswerId, PersonId, PlanId, TemplateId},
    plans::{self, ActionItemLink, Answers, Horizon, PlanForNewItem, advances, links_of},
    record::{Event, OfItem},
    requests::KeptReply,
    state::State,
};

/// A new action item. Owners add development items; managers, and those who support the plan beside them, add support
/// items.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateActionItem {
    /// Defaults to the only kind that the caller may add: `development` for the owner, `support` for the manager.
    pub kind: Option<ActionItemKind>,
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Lead the monthly design review"
    )]
    pub title: String,
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// Must be the caller, which is the default.
    pub responsible_id: Option<PersonId>,
    /// Id of a development area in the plan's answers.
    pub development_area_id: Option<AnswerId>,
    #[schema(max_items = 2)]
    pub advances: Option<Vec<Horizon>>,
    /// Id of an action item of the same plan.
    pub supports_action_item_id: Option<ActionItemId>,
    pub starts_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    #[schema(max_length = 2000)]
    pub support_needed: Option<String>,
    /// Courses, documents and evidence.
    #[schema(max_items = 10)]
    pub links: Option<Vec<ActionItemLink>>,
    /// The template that the item comes from: one that is offered to the caller. Nothing is copied from it.
    pub template_id: Option<TemplateId>,
}

/// A merge patch (RFC 7396) of an action item. To change status and percentage, record progress.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateActionItem {
    #[schema(min_length = 1, max_length = 200, format = "not-blank")]
    pub title: String,
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    pub development_area_id: Option<AnswerId>,
    #[schema(max_items = 2)]
    pub advances: Option<Vec<Horizon>>,
    pub supports_action_item_id: Option<ActionItemId>,
    pub starts_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    #[schema(max_length = 2000)]
    pub support_needed: Option<String>,
    /// Courses, documents and evidence.
    #[schema(max_items = 10)]
    pub links: Option<Vec<ActionItemLink>>,
}

impl UpdateActionItem {
    /// The base document that a merge patch is applied to.
    fn of(item: &action_item::Model) -> Result<Self, Problem> {
        Ok(Self {
            title: item.title.clone(),
            description: item.description.clone(),
            development_area_id: item.development_area_id,
            advances: Some(advances(item)),
            supports_action_item_id: item.supports_action_item_id,
            starts_on: item.starts_on,
            due_on: item.due_on,
            support_needed: item.support_needed.clone(),
            links: Some(links_of(item).map_err(Problem::internal)?),
        })
    }

    /// Returns the item with these fields. `zone` is the responsible person's time zone.
    fn apply_to(self, item: action_item::Model, zone: &str) -> Result<action_item::Model, Problem> {
        let Self {
            title,
            description,
            development_area_id,
            advances,
            supports_action_item_id,
            starts_on,
            due_on,
            support_needed,
            links,
        } = self;
        let advances = advances.unwrap_or_default();
        let links = serde_json::to_string(&links.unwrap_or_default()).map_err(Problem::internal)?;
        Ok(action_item::Model {
            title,
            description,
            development_area_id,
            advances_short_term: advances.contains(&Horizon::ShortTerm),
            advances_long_term: advances.contains(&Horizon::LongTerm),
            supports_action_item_id,
            starts_on,
            due_on,
            overdue_from: rules::overdue_from(due_on, zone),
            support_needed,
            links,
            ..item
        })
    }
}

/// Checks that the development area, if there is one, is among the plan's answers, which are JSON.
fn check_area(answers: &str, area: Option<AnswerId>) -> Result<Vec<FieldError>, Problem> {
    if area.is_none() {
        return Ok(Vec::new());
    }
    let answers: Answers = serde_json::from_str(answers).map_err(Problem::internal)?;
    Ok(plans::rules::check_area(&answers, area))
}

/// Add an action item
///
/// Adds an action item to a plan. The owner adds development items. The manager of a shared plan adds support items, as
/// do acting managers, delegates, and matrix managers who were asked about the planning section; each promises the
/// support in their own name.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/action-items",
    tag = "action items",
    request_body = CreateActionItem,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The new action item, with status `not_started`", body = ActionItem)),
)]
pub async fn create_action_item(
    caller: Caller<PlansWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateActionItem>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    // Optimistic, so that additions to one plan do not wait for its row lock. See `find_plan_for_new_item`.
    state
        .change_optimistically(&caller, post.key, async |txn, locking| {
            let input = post.input.read();
            let supports = input.as_ref().ok().and_then(|input| input.supports_action_item_id);
            let with_answers = input.as_ref().is_ok_and(|input| input.development_area_id.is_some());
            let (plan, roles) =
                PlanForNewItem::find(txn, &caller, plan_id.0, supports, with_answers, locking).await?;
            txn.act(&roles, Right::AddActionItem, plan.manager_id)?;
            let CreateActionItem {
                kind,
                title,
                description,
                responsible_id,
                development_area_id,
                advances,
                supports_action_item_id: supports,
                starts_on,
                due_on,
                support_needed,
                links,
                template_id,
            } = input?;
            plans::rules::may_change(plan.status)?;
            let kind = rules::kind_to_add(&roles, kind)?;
            let responsible = caller.person()?;
            let mut faults = rules::check_dates(starts_on, due_on);
            if responsible_id.is_some_and(|named| named != responsible) {
                faults.push(FieldError::new("/responsible_id", "must be the caller, or left out"));
            }
            faults.extend(check_area(&plan.answers, development_area_id)?);
            if let Some(template) = template_id
                && !action_templates::is_offered(txn, &caller, template).await?
            {
                faults.push(action_templates::not_offered());
            }
            if supports.is_some() && plan.supported == 0 {
                faults.push(not_of_this_plan());
            }
            if !faults.is_empty() {
                return Err(ActionItemError::Invalid(faults).into());
            }
            plans::rules::has_room(plan.items as usize, 1)?;
            let id = txn.id();
            let fields = UpdateActionItem {
                title,
                description,
                development_area_id,
                advances,
                supports_action_item_id: supports,
                starts_on,
                due_on,
                support_needed,
                links,
            };
            let item = rules::new_item(caller.tenant, id, plan_id.0, kind, responsible, txn.now());
            let item = action_item::Model { template_id, ..item };
            let item = fields.apply_to(item, &plan.caller_zone.unwrap_or_default())?;
            let event = Event::ActionItemCreated(OfItem {
                plan_id: plan_id.0,
                action_item_id: id,
                shared: plan.shared_at.is_some(),
            });
            let item = txn.create(item, event);
            let tag = item_tag(&item, plan.status, txn.now());
            let location = format!("/v1/action-items/{id}");
            let item = ActionItem::at(item, (plan.status, plan.owner_id), &caller, txn.now());
            let reply = Reply::created(location, &item)?.with_etag(tag);
            Ok(KeptReply::<ActionItem>::new(id, reply))
        })
        .await
}

/// The error for a supported item that belongs to another plan or is the item itself.
fn not_of_this_plan() -> FieldError {
    FieldError::new("/supports_action_item_id", "is not the id of another action item of this plan")
}

/// Read an action item
///
/// Returns an action item that the caller may see. The items of a draft are visible only to its owner.
#[utoipa::path(
    get,
    path = "/action-items/{action_item_id}",
    tag = "action items",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The action item", body = ActionItem)),
)]
pub async fn read_action_item(
    caller: Caller<PlansRead>,
    action_item_id: Path<ActionItemId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = ItemAccess::read(&db, &caller, action_item_id.0).await?;
    let plan = access.plan();
    ActionItem::reply(access.into_item(), plan, &caller, state.clock.now())
}

/// Change an action item
///
/// Changes an action item by JSON Merge Patch (RFC 7396). The owner may change every item of the plan; other people,
/// the support they have promised.
#[utoipa::path(
    patch,
    path = "/action-items/{action_item_id}",
    tag = "action items",
    request_body = UpdateActionItem,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "The action item, changed", body = ActionItem)),
)]
pub async fn update_action_item(
    caller: Caller<PlansWrite>,
    action_item_id: Path<ActionItemId>,
    patch: Patch<UpdateActionItem>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = ItemAccess::lock(txn, &caller, action_item_id.0, &precondition).await?;
            access.require(Right::WriteActionItem)?;
            plans::rules::may_change(access.plan_status())?;
            let item = access.item();
            let changed = patch.apply(&UpdateActionItem::of(item)?)?;
            let mut faults = rules::check_dates(changed.starts_on, changed.due_on);
            if changed.development_area_id != item.development_area_id {
                let plan = plans::Access::find(txn, &caller, item.plan_id).await?;
                faults.extend(check_area(&plan.plan().answers, changed.development_area_id)?);
            }
            if let Some(supports) = changed.supports_action_item_id
                && item.supports_action_item_id != Some(supports)
            {
                let items = store::list_supports_of_plan(txn, item.plan_id).await?;
                if supports == item.id || !items.contains_key(&supports) {
                    faults.push(not_of_this_plan());
                } else if rules::closes_circle(item.id, supports, &items) {
                    let detail = "is an item that itself supports this one, directly or over others";
                    faults.push(FieldError::new("/supports_action_item_id", detail));
                }
            }
            if !faults.is_empty() {
                return Err(ActionItemError::Invalid(faults).into());
            }
            access.note_read(&caller);
            let (event, plan) = (Event::ActionItemUpdated(access.subject()), access.plan());
            let changed = changed.apply_to(item.clone(), access.responsible_zone())?;
            let item = txn.revise(access.into_item(), changed, event)?;
            ActionItem::reply(item, plan, &caller, txn.now())
        })
        .await
}

/// Delete an action item
///
/// Deletes an action item and its progress updates. The owner may delete every item of the plan; other people, the
/// support they have promised. To keep the history, record progress with status `cancelled` instead.
#[utoipa::path(
    delete,
    path = "/action-items/{action_item_id}",
    tag = "action items",
    security(("bearer" = ["plans:write"])),
    responses((status = 204, description = "The action item was deleted")),
)]
pub async fn delete_action_item(
    caller: Caller<PlansWrite>,
    action_item_id: Path<ActionItemId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = ItemAccess::lock(txn, &caller, action_item_id.0, &precondition).await?;
            access.require(Right::WriteActionItem)?;
            plans::rules::may_change(access.plan_status())?;
            let subject = access.subject();
            store::release_supporters(txn, subject).await?;
            txn.remove(access.into_item(), Event::ActionItemDeleted(subject))?;
            Ok(Reply::no_content())
        })
        .await
}
