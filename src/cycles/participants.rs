//! The HTTP operations on the participants of a cycle.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    api::{Cycle, cycle_tag, lock},
    error::CycleError,
    members::{GiveParticipants, change_members},
    store,
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{CyclesRead, CyclesWrite},
    },
    db::Read,
    entity::cycle,
    http::{Named, Page, Paging, Path, PersonRef, Post, Precondition, Problem, Query, Reply},
    ids::{CycleId, PersonId},
    record::Event,
    requests::KeptReply,
    state::State,
};

/// A person who takes part in a cycle.
#[derive(Debug, Serialize, ToSchema)]
pub struct CycleParticipant {
    pub person_id: PersonId,
    pub person: Named,
    #[schema(required, max_length = 200, example = "Platform")]
    pub department: Option<String>,
}

/// List a cycle's participants
///
/// Returns the active people who take part now: those of the cycle's departments, and those on its list, in the order
/// in which they were added to the directory. HR admins and services may read them.
#[utoipa::path(
    get,
    path = "/cycles/{cycle_id}/participants",
    tag = "cycles",
    params(Paging),
    security(("bearer" = ["cycles:read"])),
    responses((status = 200, description = "A page of participants", body = Page<CycleParticipant>)),
)]
pub async fn list_participants(
    caller: Caller<CyclesRead>,
    cycle_id: Path<CycleId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<CycleParticipant>, Problem> {
    caller.require(Right::ReadCycles)?;
    let (after, limit) = (query.0.after(&caller)?, query.0.limit());
    let db = state.db.reader(caller.tenant);
    db.row::<cycle::Entity>(cycle_id.0).await?.ok_or(CycleError::NotFound)?;
    let rows = store::list_participants(&db, cycle_id.0, after, limit).await?;
    Page::of(
        &caller,
        rows,
        limit,
        |row| row.id,
        |row| {
            let person = PersonRef { id: row.id, display_name: row.display_name, title: row.title };
            Ok(CycleParticipant {
                person_id: row.id,
                person: Named::Known(person),
                department: row.department,
            })
        },
    )
}

/// Add participants to a cycle
///
/// Adds departments, people or both; those that take part already stay. HR admins and services may do this. To remove
/// participants, change the cycle.
#[utoipa::path(
    post,
    path = "/cycles/{cycle_id}/participants",
    tag = "cycles",
    request_body = GiveParticipants,
    security(("bearer" = ["cycles:write"])),
    responses((status = 200, description = "The cycle with its participants", body = Cycle)),
)]
pub async fn add_participants(
    caller: Caller<CyclesWrite>,
    cycle_id: Path<CycleId>,
    post: Post<GiveParticipants>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageCycles)?;
    state
        .change(&caller, post.key, async |txn| {
            let (cycle, before) = lock(txn, cycle_id.0).await?;
            let given = post.input.read()?;
            precondition.check(&cycle_tag(&cycle))?;
            let mut members = given.members();
            members.departments.extend(before.departments.iter().cloned());
            members.people.extend(before.people.iter().copied());
            let listed = given.person_ids.unwrap_or_default();
            let faults = change_members(txn, cycle.id, "", &before, &members, &listed).await?;
            if !faults.is_empty() {
                return Err(CycleError::Invalid(faults).into());
            }
            let id = cycle.id;
            let cycle = if before == members {
                cycle
            } else {
                txn.revise_always(cycle.clone(), cycle, Event::CycleUpdated(id))?
            };
            let tag = cycle_tag(&cycle);
            Ok(KeptReply::<Cycle>::new(id, Reply::ok(&Cycle::of(cycle, members))?.with_etag(tag)))
        })
        .await
}
