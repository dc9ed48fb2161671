//! The HTTP operations on cycles.

use actix_web::{http::header::EntityTag, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::CycleError,
    members::{GiveParticipants, Participants, change_members},
    rules::{self, Dates, Members},
    store::{self, PlansOfCycle},
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{CyclesRead, CyclesWrite},
    },
    db::Read,
    entity::cycle::{self, CycleStatus},
    http::{Page, Paging, Patch, Path, Post, Precondition, Problem, Query, Reply, tag},
    ids::CycleId,
    questionnaires::current_version,
    record::{Change, Event},
    requests::KeptReply,
    state::State,
};

/// A campaign of HR: by four dates its participants prepare a plan, share it, get a response and talk. A plan belongs
/// to it if its `cycle_id` says so.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cycle {
    pub id: CycleId,
    #[schema(max_length = 200, example = "Career plans 2026")]
    pub name: String,
    /// By when plans are to be ready. Seven days before the end of each of the four dates (UTC) there is an event.
    pub prepare_by: NaiveDate,
    /// By when plans are to be shared.
    pub share_by: NaiveDate,
    /// By when managers are to respond.
    pub respond_by: NaiveDate,
    /// By when owner and manager are to talk.
    pub discuss_by: NaiveDate,
    pub participants: Participants,
    /// The published version of the questionnaire that plans created in the cycle have; null for the current one.
    #[schema(required, minimum = 1)]
    pub questionnaire_version: Option<i32>,
    pub status: CycleStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new cycle. None of its dates is before the one that comes before it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCycle {
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Career plans 2026")]
    pub name: String,
    pub prepare_by: NaiveDate,
    pub share_by: NaiveDate,
    pub respond_by: NaiveDate,
    pub discuss_by: NaiveDate,
    pub participants: Option<GiveParticipants>,
    /// A published version of the questionnaire.
    #[schema(minimum = 1)]
    pub questionnaire_version: Option<i32>,
}

/// A merge patch (RFC 7396) of a cycle.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCycle {
    #[schema(min_length = 1, max_length = 200, format = "not-blank")]
    pub name: String,
    /// A date that moves is reminded of again.
    pub prepare_by: NaiveDate,
    pub share_by: NaiveDate,
    pub respond_by: NaiveDate,
    pub discuss_by: NaiveDate,
    /// Each of the two lists replaces the whole list.
    pub participants: GiveParticipants,
    #[schema(minimum = 1)]
    pub questionnaire_version: Option<i32>,
    pub status: CycleStatus,
}

impl Cycle {
    pub(super) fn of(cycle: cycle::Model, members: Members) -> Self {
        let cycle::Model {
            tenant_id: _,
            id,
            name,
            prepare_by,
            share_by,
            respond_by,
            discuss_by,
            questionnaire_version,
            status,
            created_at,
            updated_at,
            version,
            reminder_at: _,
            prepare_told: _,
            share_told: _,
            respond_told: _,
            discuss_told: _,
            counted_on: _,
        } = cycle;
        Self {
            id,
            name,
            prepare_by,
            share_by,
            respond_by,
            discuss_by,
            participants: members.into(),
            questionnaire_version,
            status,
            created_at,
            updated_at,
            version,
        }
    }
}

pub(super) fn cycle_tag(cycle: &cycle::Model) -> EntityTag {
    tag(cycle.version, "")
}

/// The response with a cycle.
pub(super) async fn find(db: &impl Read, id: CycleId) -> Result<Reply, Problem> {
    let cycle = db.row::<cycle::Entity>(id).await?.ok_or(CycleError::NotFound)?;
    let members = store::list_members(db, [id]).await?.remove(&id).unwrap_or_default();
    let tag = cycle_tag(&cycle);
    Ok(Reply::ok(&Cycle::of(cycle, members))?.with_etag(tag))
}

/// Loads the cycle with its participants, and locks its row until the end of the transaction.
pub(super) async fn lock(txn: &Change, id: CycleId) -> Result<(cycle::Model, Members), Problem> {
    let cycle = txn.row_for_update::<cycle::Entity>(id).await?.ok_or(CycleError::NotFound)?;
    let members = store::list_members(txn, [id]).await?.remove(&id).unwrap_or_default();
    Ok((cycle, members))
}

/// List cycles
///
/// Returns the cycles of the tenant, oldest first. HR admins and services may read them.
#[utoipa::path(
    get,
    path = "/cycles",
    tag = "cycles",
    params(Paging),
    security(("bearer" = ["cycles:read"])),
    responses((status = 200, description = "A page of cycles", body = Page<Cycle>)),
)]
pub async fn list_cycles(
    caller: Caller<CyclesRead>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Cycle>, Problem> {
    caller.require(Right::ReadCycles)?;
    let (after, limit) = (query.0.after(&caller)?, query.0.limit());
    let db = state.db.reader(caller.tenant);
    let rows = store::list_cycles(&db, after, limit).await?;
    let mut members = store::list_members(&db, rows.iter().map(|cycle| cycle.id)).await?;
    let shown = |cycle: cycle::Model| {
        let members = members.remove(&cycle.id).unwrap_or_default();
        Ok(Cycle::of(cycle, members))
    };
    Page::of(&caller, rows, limit, |cycle| cycle.id, shown)
}

/// Create a cycle
///
/// Creates a campaign with four dates, for the people of some departments, those on a list, or both. HR admins and
/// services may do this. A tenant has at most 200 cycles.
#[utoipa::path(
    post,
    path = "/cycles",
    tag = "cycles",
    request_body = CreateCycle,
    security(("bearer" = ["cycles:write"])),
    responses((status = 201, description = "The cycle, open", body = Cycle)),
)]
pub async fn create_cycle(
    caller: Caller<CyclesWrite>,
    post: Post<CreateCycle>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageCycles)?;
    state
        .change(&caller, post.key, async |txn| {
            let CreateCycle {
                name,
                prepare_by,
                share_by,
                respond_by,
                discuss_by,
                participants,
                questionnaire_version,
            } = post.input.read()?;
            // The cycles are counted while no one else adds one.
            txn.lock_tenant(caller.tenant_name(), txn.now(), false).await?;
            if store::count_cycles(txn).await? >= rules::MAX_CYCLES {
                return Err(CycleError::TooMany(rules::MAX_CYCLES).into());
            }
            let (id, now) = (txn.id(), txn.now());
            let cycle = cycle::Model {
                tenant_id: caller.tenant,
                id,
                name,
                prepare_by,
                share_by,
                respond_by,
                discuss_by,
                questionnaire_version,
                status: CycleStatus::Open,
                created_at: now,
                updated_at: now,
                version: 1,
                reminder_at: None,
                prepare_told: None,
                share_told: None,
                respond_told: None,
                discuss_told: None,
                counted_on: None,
            };
            let mut faults = rules::check_dates(Dates { prepare_by, share_by, respond_by, discuss_by });
            faults.extend(rules::check_version(questionnaire_version, current_version(txn).await?));
            let given = participants.unwrap_or_default();
            let (none, members) = (Members::default(), given.members());
            let listed = given.person_ids.unwrap_or_default();
            let cycle = txn.create(cycle, Event::CycleCreated(id));
            faults.extend(change_members(txn, id, "/participants", &none, &members, &listed).await?);
            if !faults.is_empty() {
                return Err(CycleError::Invalid(faults).into());
            }
            let tag = cycle_tag(&cycle);
            let reply = Reply::created(format!("/v1/cycles/{id}"), &Cycle::of(cycle, members))?;
            Ok(KeptReply::<Cycle>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// Read a cycle
///
/// Returns the cycle with its participants as they are set. HR admins and services may read it.
#[utoipa::path(
    get,
    path = "/cycles/{cycle_id}",
    tag = "cycles",
    security(("bearer" = ["cycles:read"])),
    responses((status = 200, description = "The cycle", body = Cycle)),
)]
pub async fn read_cycle(
    caller: Caller<CyclesRead>,
    cycle_id: Path<CycleId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ReadCycles)?;
    find(&state.db.reader(caller.tenant), cycle_id.0).await
}

/// Change a cycle
///
/// Changes the cycle by JSON Merge Patch (RFC 7396). HR admins and services may do this. A closed cycle takes no
/// further plans and sends no reminders; it can be opened again.
#[utoipa::path(
    patch,
    path = "/cycles/{cycle_id}",
    tag = "cycles",
    request_body = UpdateCycle,
    security(("bearer" = ["cycles:write"])),
    responses((status = 200, description = "The cycle, changed", body = Cycle)),
)]
pub async fn update_cycle(
    caller: Caller<CyclesWrite>,
    cycle_id: Path<CycleId>,
    patch: Patch<UpdateCycle>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageCycles)?;
    state
        .update(&caller, async |txn| {
            let (cycle, before) = lock(txn, cycle_id.0).await?;
            precondition.check(&cycle_tag(&cycle))?;
            let present = UpdateCycle {
                name: cycle.name.clone(),
                prepare_by: cycle.prepare_by,
                share_by: cycle.share_by,
                respond_by: cycle.respond_by,
                discuss_by: cycle.discuss_by,
                participants: (&before).into(),
                questionnaire_version: cycle.questionnaire_version,
                status: cycle.status,
            };
            let UpdateCycle {
                name,
                prepare_by,
                share_by,
                respond_by,
                discuss_by,
                participants,
                questionnaire_version,
                status,
            } = patch.apply(&present)?;
            let mut faults = rules::check_dates(Dates { prepare_by, share_by, respond_by, discuss_by });
            faults.extend(rules::check_version(questionnaire_version, current_version(txn).await?));
            let members = participants.members();
            let listed = participants.person_ids.unwrap_or_default();
            faults.extend(change_members(txn, cycle.id, "/participants", &before, &members, &listed).await?);
            if !faults.is_empty() {
                return Err(CycleError::Invalid(faults).into());
            }
            let after = cycle::Model {
                name,
                prepare_by,
                share_by,
                respond_by,
                discuss_by,
                questionnaire_version,
                status,
                ..cycle.clone()
            };
            let event = Event::CycleUpdated(cycle.id);
            let after = if before == members {
                txn.revise(cycle, after, event)?
            } else {
                txn.revise_always(cycle, after, event)?
            };
            let tag = cycle_tag(&after);
            Ok(Reply::ok(&Cycle::of(after, members))?.with_etag(tag))
        })
        .await
}

/// Delete a cycle
///
/// Deletes a cycle of which no plan was shared; drafts of it then belong to no cycle. Close a cycle of shared plans
/// instead. HR admins and services may do this.
#[utoipa::path(
    delete,
    path = "/cycles/{cycle_id}",
    tag = "cycles",
    security(("bearer" = ["cycles:write"])),
    responses((status = 204, description = "The cycle was deleted")),
)]
pub async fn delete_cycle(
    caller: Caller<CyclesWrite>,
    cycle_id: Path<CycleId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageCycles)?;
    state
        .update(&caller, async |txn| {
            let id = cycle_id.0;
            rules::may_delete(store::count_plans(txn, id).await?.shared, 0)?;
            store::release_drafts(txn, id).await?;
            // From here on, no plan joins the cycle.
            let (cycle, _) = lock(txn, id).await?;
            precondition.check(&cycle_tag(&cycle))?;
            let PlansOfCycle { shared, drafts } = store::count_plans(txn, id).await?;
            rules::may_delete(shared, drafts)?;
            txn.remove(cycle, Event::CycleDeleted(id))?;
            Ok(Reply::no_content())
        })
        .await
}
