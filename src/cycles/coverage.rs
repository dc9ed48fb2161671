//! The HTTP operation on the coverage of a cycle.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    counting::count_today,
    error::CycleError,
    groups::AT_LEAST,
    store::{self, CoverageRow},
};
use crate::{
    auth::{
        Caller,
        permissions::{Right, Role},
        relations,
        scope::CyclesRead,
    },
    db::Read,
    entity::cycle,
    http::{Path, Problem, Reply},
    ids::CycleId,
    state::State,
};

/// How far the departments of a cycle are.
#[derive(Debug, Serialize, ToSchema)]
pub struct Coverage {
    /// The time of the calculation. `prepared` is of the first calculation of the day (UTC).
    pub as_of: DateTime<Utc>,
    /// One row for each department of the participants, by name. There are no totals: with one, a withheld number could
    /// be computed.
    #[schema(max_items = 1500)]
    pub items: Vec<DepartmentCoverage>,
}

/// How far the participants of a department are. A person with several plans of the cycle counts once.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartmentCoverage {
    /// Null for participants without a department.
    #[schema(required, max_length = 200, example = "Platform")]
    pub department: Option<String>,
    /// Number of active participants.
    #[schema(minimum = 0)]
    pub people: i64,
    /// Number of people with a draft that has no blocker and was never shared; those who have shared are in
    /// `shared`. It is the same all day (UTC), and counts people in groups of five or more only: who has just begun
    /// a draft may not be counted yet, and who is gone may still be. Null if it is withheld.
    #[schema(required, minimum = 0)]
    pub prepared: Option<i32>,
    /// Number of people with a shared plan.
    #[schema(minimum = 0)]
    pub shared: i64,
    /// Number of people whose shared plan has submitted feedback.
    #[schema(minimum = 0)]
    pub answered: i64,
    /// Number of people whose shared plan was discussed.
    #[schema(minimum = 0)]
    pub discussed: i64,
    /// Number of people with an agreed or completed plan.
    #[schema(minimum = 0)]
    pub agreed: i64,
    /// Whether `prepared` is withheld, because it could tell something about the draft of a person: there are fewer
    /// than five people or drafts, all drafts or none are ready, or the cycle differs from an earlier one in fewer
    /// than five people.
    pub withheld: bool,
}

impl DepartmentCoverage {
    fn of(row: CoverageRow) -> Self {
        // An HR partner gets the number only of a department whose participants are all theirs: HR's number of the
        // others could be subtracted.
        let may_tell = row.people >= AT_LEAST as i64 && row.people == row.everyone;
        let prepared = row.prepared.filter(|_| may_tell);
        Self {
            department: Some(row.department).filter(|name| !name.is_empty()),
            people: row.people,
            prepared,
            shared: row.shared,
            answered: row.answered,
            discussed: row.discussed,
            agreed: row.agreed,
            withheld: prepared.is_none(),
        }
    }
}

/// Read a cycle's coverage
///
/// Returns how far the participants are, by department: how many have shared, got a response, talked and agreed. HR
/// admins and services may read it, and HR partners for their own people.
///
/// Drafts are their owners' alone. `prepared` is counted so that it says nothing about any one draft: over groups of
/// five people or more that never change but by splitting into such groups, never if it would be the same for all of a
/// group, once a day, and not for a cycle with a list that differs from an earlier cycle in fewer than five people.
#[utoipa::path(
    get,
    path = "/cycles/{cycle_id}/coverage",
    tag = "cycles",
    security(("bearer" = ["cycles:read"])),
    responses((status = 200, description = "The coverage", body = Coverage)),
)]
pub async fn read_coverage(
    caller: Caller<CyclesRead>,
    cycle_id: Path<CycleId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let mut roles = caller.roles();
    let reads_all = roles.may(Right::ReadCoverage);
    if !reads_all {
        roles = roles.with(Role::HrPartner, relations::is_partner(&db, &caller).await?);
    }
    roles.require(Right::ReadCoverage)?;
    let cycle = db.row::<cycle::Entity>(cycle_id.0).await?.ok_or(CycleError::NotFound)?;
    count_today(&state.core, &cycle).await?;
    let partner = (!reads_all).then_some(&*caller);
    let rows = store::list_coverage(&db, cycle.id, partner).await?;
    let items = rows.into_iter().filter(|row| row.people > 0).map(DepartmentCoverage::of).collect();
    Reply::ok(&Coverage { as_of: state.clock.now(), items })
}
