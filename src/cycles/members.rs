//! Who takes part in a cycle, as clients send and read it.

use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    rules::{self, Members},
    store,
};
use crate::{
    http::FieldError,
    ids::{CycleId, PersonId},
    record::Change,
};

/// Who takes part in a cycle: the active people of these departments, and these people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Participants {
    #[schema(max_items = 500)]
    pub departments: Vec<String>,
    #[schema(max_items = 1000)]
    pub person_ids: Vec<PersonId>,
}

/// Departments and people who take part in a cycle.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveParticipants {
    /// Names of departments as the directory has them.
    #[schema(max_items = 500, example = json!(["Platform", "Design"]))]
    pub departments: Option<Vec<DepartmentName>>,
    #[schema(max_items = 1000)]
    pub person_ids: Option<Vec<PersonId>>,
}

/// The name of a department.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Platform")]
pub struct DepartmentName(pub String);

impl GiveParticipants {
    /// Each department and person once.
    pub(super) fn members(&self) -> Members {
        let departments = self.departments.iter().flatten();
        Members {
            departments: departments.map(|DepartmentName(name)| name.trim().to_owned()).collect(),
            people: self.person_ids.iter().flatten().copied().collect(),
        }
    }
}

impl From<&Members> for GiveParticipants {
    fn from(members: &Members) -> Self {
        Self {
            departments: Some(members.departments.iter().cloned().map(DepartmentName).collect()),
            person_ids: Some(members.people.iter().copied().collect()),
        }
    }
}

/// Changes who takes part in a cycle, or returns what is wrong with it. `listed` are the people as the request lists
/// them, in the place `at`.
pub(super) async fn change_members(
    txn: &mut Change,
    cycle: CycleId,
    at: &str,
    before: &Members,
    after: &Members,
    listed: &[PersonId],
) -> Result<Vec<FieldError>, DbErr> {
    let mut known = store::list_known(txn, listed).await?;
    known.extend(before.people.iter().copied());
    let faults = rules::check_members(at, after, listed, &known);
    if faults.is_empty() {
        store::change_members(txn, cycle, before, after).await?;
    }
    Ok(faults)
}

impl From<Members> for Participants {
    fn from(members: Members) -> Self {
        Self {
            departments: members.departments.into_iter().collect(),
            person_ids: members.people.into_iter().collect(),
        }
    }
}
