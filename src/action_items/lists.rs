//! Lists of action items: of one plan, and across the plans that the caller may read.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{
    item::ActionItem,
    store::{self, ActionItemFilter, ActionItemKey, ActionItemOrder, ListedItem},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        scope::PlansRead,
    },
    entity::action_item::{ActionItemKind, ActionItemStatus},
    http::{Page, Paged, Path, Problem, Query, page},
    ids::{PersonId, PlanId},
    plans,
    reads::{ReadAction, ReadSubject},
    requests,
    state::State,
};

/// Filters for a list of a plan's action items.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListPlanActionItems {
    #[param(inline)]
    status: Option<ActionItemStatus>,
    #[param(inline)]
    kind: Option<ActionItemKind>,
}

/// Filters and order for a list of action items.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListActionItems {
    #[param(inline)]
    status: Option<ActionItemStatus>,
    #[param(inline)]
    kind: Option<ActionItemKind>,
    #[param(inline)]
    responsible_id: Option<PersonId>,
    /// Only items of this person's plans.
    #[param(inline)]
    owner_id: Option<PersonId>,
    /// Only items of the plans of this manager's direct reports.
    #[param(inline)]
    manager_id: Option<PersonId>,
    /// Only items due before this day.
    due_before: Option<NaiveDate>,
    /// Only items changed at or after this time.
    updated_since: Option<DateTime<Utc>>,
    /// True: only overdue items. False: only items that are not overdue.
    overdue: Option<bool>,
    /// Sort order; a leading minus means descending. `due_on` omits items without a due day.
    #[param(inline)]
    #[serde(default)]
    sort: ActionItemSort,
    /// Only items that work on a development area with this reference (its `uri`), for callers who may read the area:
    /// for readers other than the owner, in the latest revision.
    #[param(max_length = 500)]
    reference: Option<String>,
}

/// Sort orders for a list of action items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum ActionItemSort {
    #[default]
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    CreatedAtDescending,
    #[serde(rename = "due_on")]
    DueOn,
}

impl ActionItemSort {
    fn order(self) -> ActionItemOrder {
        match self {
            Self::CreatedAt => ActionItemOrder::Created,
            Self::CreatedAtDescending => ActionItemOrder::CreatedDescending,
            Self::DueOn => ActionItemOrder::Due,
        }
    }
}

/// List a plan's action items
///
/// Returns the action items of a plan, in order of creation, for callers who may read them. A caller who may not, but
/// has promised support, sees only their own support items.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/action-items",
    tag = "action items",
    params(Paged<ListPlanActionItems>),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of action items", body = Page<ActionItem>)),
)]
pub async fn list_plan_action_items(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    query: Query<Paged<ListPlanActionItems>>,
    state: Data<State>,
) -> Result<Page<ActionItem>, Problem> {
    let Paged { list: query, paging } = query.0;
    let db = state.db.reader(caller.tenant);
    let access = plans::Access::read(&db, &caller, plan_id.0, ReadAction::ActionItems).await?;
    let filter = ActionItemFilter {
        plan_id: Some(plan_id.0),
        status: query.status,
        kind: query.kind,
        ..Default::default()
    };
    let now = state.clock.now();
    let after = page::decode_if(&caller, paging.cursor.as_deref(), |(due, _): &ActionItemKey| due.is_none())?;
    let limit = paging.limit();
    let order = ActionItemOrder::Created;
    let rows = store::list_action_items(&db, &caller, &filter, order, after, limit, now).await?;
    // The query returns only items visible to the caller. If there are none, tell apart an empty plan (200) from a
    // caller without the right (403).
    if rows.is_empty() && after.is_none() {
        access.require(Right::ReadActionItems)?;
    }
    // Of a caller without the right, who sees the support that they have promised, `Access::read` has noted nothing.
    if !rows.is_empty() && !access.roles().may(Right::ReadActionItems) {
        caller.note(ReadAction::ActionItems, Role::Author, ReadSubject::Plan(plan_id.0), []);
    }
    let shown = |row: ListedItem| Ok(ActionItem::at(row.item, (row.plan_status, row.owner_id), &caller, now));
    Page::of(&caller, rows, limit, |row| (None::<NaiveDate>, row.item.id), shown)
}

/// List action items
///
/// Returns the action items visible to the caller, across plans. A person sees the items of their own plans, of the
/// shared plans of their direct reports and of people whose plans they read by a relation, and the support they have
/// promised. HR admins and services see the items
/// of all shared plans.
///
/// Deprecated: service tokens may request `Accept: application/x-ndjson`, as `GET /v1/action-items/export` returns it.
#[utoipa::path(
    get,
    path = "/action-items",
    tag = "action items",
    params(Paged<ListActionItems>),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of action items", body = Page<ActionItem>)),
    // Generators take an operation for a stream if the document lists this form of its answer.
    extensions(("x-also-answers" = json!(["application/x-ndjson"]))),
)]
pub async fn list_action_items(
    caller: Caller<PlansRead>,
    query: Query<Paged<ListActionItems>>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let Paged { list: query, paging } = query.0;
    let pages = pages(state, query, ReadAction::ActionItemsListed);
    requests::list(&request, caller, paging, pages).await
}

/// Export action items
///
/// Returns the action items of all plans that the service may read, as NDJSON: one item per line. If the stream fails
/// midway, the connection is closed without the final chunk, and HTTP clients report an error.
#[utoipa::path(
    get,
    path = "/action-items/export",
    tag = "action items",
    params(ListActionItems),
    security(("bearer" = ["plans:read"])),
    responses((
        status = 200,
        description = "All action items, one per line",
        content_type = "application/x-ndjson",
        body = ActionItem,
    )),
)]
pub async fn export_action_items(
    caller: Caller<PlansRead>,
    query: Query<ListActionItems>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let pages = pages(state, query.0, ReadAction::ActionItemsExported);
    requests::export(&request, caller, Right::ReadWholeLists, pages).await
}

/// Reads the pages of a list of action items.
fn pages(
    state: Data<State>,
    query: ListActionItems,
    action: ReadAction,
) -> impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<ActionItem>, Problem> + 'static {
    let filter = ActionItemFilter {
        plan_id: None,
        status: query.status,
        kind: query.kind,
        responsible_id: query.responsible_id,
        owner_id: query.owner_id,
        manager_id: query.manager_id,
        reference: query.reference,
        due_before: query.due_before,
        updated_since: query.updated_since,
        overdue: query.overdue,
    };
    let now = state.clock.now();
    let order = query.sort.order();
    let by_due_day = order == ActionItemOrder::Due;
    async move |caller: &Identity, cursor: Option<String>, limit: u32| {
        let after = page::decode_if(caller, cursor.as_deref(), |(due, _): &ActionItemKey| {
            due.is_some() == by_due_day
        })?;
        let db = state.db.list_reader(caller.tenant).await?;
        let rows = store::list_action_items(&db, caller, &filter, order, after, limit, now).await?;
        let key =
            |row: &ListedItem| -> ActionItemKey { (row.item.due_on.filter(|_| by_due_day), row.item.id) };
        let mut shown = Vec::new();
        let page = Page::of(caller, rows, limit, key, |row| {
            shown.extend(row.roles(caller).reads_as().map(|role| (row.item.plan_id, role)));
            Ok(ActionItem::at(row.item, (row.plan_status, row.owner_id), caller, now))
        })?;
        caller.note_list(action, ReadSubject::ActionItems, shown);
        Ok(page)
    }
}
