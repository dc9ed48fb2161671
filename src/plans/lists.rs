//! The list of the plans that the caller may read.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{
    access::{Access, Relation},
    api::Plan,
    store::{self, PlanFilter, PlanKey, PlanRow},
};
use crate::{
    auth::{Caller, Identity, permissions::Right, scope::PlansRead},
    db::Order,
    entity::plan::PlanStatus,
    http::{Page, Paged, Problem, Query, page},
    ids::{CycleId, PersonId},
    reads::{ReadAction, ReadSubject},
    requests,
    state::State,
};

/// Filters and order for a list of plans.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListPlans {
    #[param(inline)]
    status: Option<PlanStatus>,
    #[param(inline)]
    owner_id: Option<PersonId>,
    /// Only plans of this manager's direct reports.
    #[param(inline)]
    manager_id: Option<PersonId>,
    #[param(inline)]
    cycle_id: Option<CycleId>,
    /// Only plans changed at or after this time: for readers other than the owner, changed in what they see.
    updated_since: Option<DateTime<Utc>>,
    /// Sort order; a leading minus means descending. A plan that changes while you page by `-updated_at` moves to the
    /// front, past the pages that you have read: it is missing from the others. Page by `updated_at` to miss nothing.
    #[param(inline)]
    #[serde(default)]
    sort: PlanSort,
    /// Only plans with this reference (its `uri`) in an answer that the caller may read: for readers other than the
    /// owner, in the latest revision.
    #[param(max_length = 500)]
    reference: Option<String>,
}

/// Sort orders for a list of plans.
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

/// List plans
///
/// Returns the plans visible to the caller. A person sees their own plans, the shared plans of their direct reports
/// and the shared plans they were invited to review. HR admins and services see all shared plans.
///
/// Deprecated: service tokens may request `Accept: application/x-ndjson`, as `GET /v1/plans/export` returns it.
#[utoipa::path(
    get,
    path = "/plans",
    tag = "plans",
    params(Paged<ListPlans>),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of plans", body = Page<Plan>)),
    // Generators take an operation for a stream if the document lists this form of its answer.
    extensions(("x-also-answers" = json!(["application/x-ndjson"]))),
)]
pub async fn list_plans(
    caller: Caller<PlansRead>,
    query: Query<Paged<ListPlans>>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let Paged { list: query, paging } = query.0;
    let pages = pages(state, query, ReadAction::PlansListed);
    requests::list(&request, caller, paging, pages).await
}

/// Export plans
///
/// Returns all plans that the service may read, as NDJSON: one plan per line. If the stream fails midway, the
/// connection is closed without the final chunk, and HTTP clients report an error.
#[utoipa::path(
    get,
    path = "/plans/export",
    tag = "plans",
    params(ListPlans),
    security(("bearer" = ["plans:read"])),
    responses((
        status = 200,
        description = "All plans, one per line",
        content_type = "application/x-ndjson",
        body = Plan,
    )),
)]
pub async fn export_plans(
    caller: Caller<PlansRead>,
    query: Query<ListPlans>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let pages = pages(state, query.0, ReadAction::PlansExported);
    requests::export(&request, caller, Right::ReadWholeLists, pages).await
}

/// Reads the pages of a list of plans.
fn pages(
    state: Data<State>,
    query: ListPlans,
    action: ReadAction,
) -> impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<Plan>, Problem> + 'static {
    let order = query.sort.order();
    let filter = PlanFilter {
        status: query.status,
        owner_id: query.owner_id,
        manager_id: query.manager_id,
        cycle_id: query.cycle_id,
        reference: query.reference,
        updated_since: query.updated_since,
    };
    async move |caller: &Identity, cursor: Option<String>, limit: u32| {
        let after =
            page::decode_if(caller, cursor.as_deref(), |(at, _): &PlanKey| at.is_some() == order.by_update)?;
        let db = state.db.list_reader(caller.tenant).await?;
        let rows = store::list_plans(&db, caller, &filter, order, after, limit).await?;
        let key = |row: &PlanRow| -> PlanKey {
            (order.by_update.then(|| row.seen_at(&row.roles(caller))), row.plan.id)
        };
        let mut shown = Vec::new();
        let page = Page::of(caller, rows, limit, key, |row| {
            let access = Access::admitted(Some(Relation::of(row, caller)))?;
            shown.extend(access.roles().reads_as().map(|role| (access.plan().id, role)));
            Plan::for_access(access)
        })?;
        caller.note_list(action, ReadSubject::Plans, shown);
        Ok(page)
    }
}
