//! The HTTP operation on the references that the plans of a cycle name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    counting::count_today,
    error::CycleError,
    reference_store::{self, SizeRow},
    roster::roster_of,
};
use crate::{
    auth::{Caller, permissions::Right, scope::CyclesRead},
    db::Read,
    entity::cycle,
    http::{Page, Paging, Path, Problem, Query},
    ids::CycleId,
    questionnaires::QuestionKey,
    state::State,
};

/// How many participants of a cycle name a skill or role of a taxonomy in their shared plans.
#[derive(Debug, Serialize, ToSchema)]
pub struct CycleReference {
    /// Where they name it: `strengths`, `development_areas`, `short_term_objective` or `long_term_objective`.
    pub question: QuestionKey,
    #[schema(max_length = 500, format = "uri", example = "urn:example:skill:delegating")]
    pub uri: String,
    /// The name that most of them gave to it when it was first counted; null if fewer than five gave the same.
    #[schema(required, max_length = 200, example = "Delegating")]
    pub name: Option<String>,
    /// By department, by name. There are no totals: with one, a withheld number could be computed.
    #[schema(max_items = 1500)]
    pub departments: Vec<DepartmentReference>,
}

/// How many participants of a department name a skill or role.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartmentReference {
    /// Null for the departments with fewer than ten participants together, and participants without a department.
    #[schema(required, max_length = 200, example = "Platform")]
    pub department: Option<String>,
    /// Number of people who name it. It is the same all day (UTC). Who has just shared, or shared again, or left, is
    /// counted so once five people have. Null if it is withheld.
    #[schema(required, minimum = 5)]
    pub people: Option<i32>,
    /// Whether the number is withheld, because it could tell something about a person: fewer than five people name it
    /// or fewer than five do not.
    pub withheld: bool,
}

/// List a cycle's references
///
/// Returns the skills and roles that at least five participants of a department name in their shared plans, by
/// question and URI, with the number of people by department. HR admins and services may read them.
///
/// A number is only given if five people name the reference and five do not. It is counted once a day, over people who
/// come, share again and leave in groups of five or more, and not for a cycle with a list that differs from an earlier
/// cycle in fewer than five people, so that it does not tell of one person.
#[utoipa::path(
    get,
    path = "/cycles/{cycle_id}/references",
    tag = "cycles",
    params(Paging),
    security(("bearer" = ["cycles:read"])),
    responses((status = 200, description = "A page of references", body = Page<CycleReference>)),
)]
pub async fn list_references(
    caller: Caller<CyclesRead>,
    cycle_id: Path<CycleId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<CycleReference>, Problem> {
    caller.require(Right::ReadCycles)?;
    let (after, limit) = (query.0.after(&caller)?, query.0.limit());
    let db = state.db.reader(caller.tenant);
    let cycle = db.row::<cycle::Entity>(cycle_id.0).await?.ok_or(CycleError::NotFound)?;
    count_today(&state.core, &cycle).await?;
    let rows = reference_store::list_told_references(&db, cycle.id, after, limit).await?;
    let told = reference_store::list_told(&db, cycle.id, rows.iter().map(|row| row.uri.clone())).await?;
    let mut numbers: HashMap<(String, String), BTreeMap<String, i32>> = HashMap::new();
    for row in told {
        numbers.entry((row.question, row.uri)).or_default().insert(row.department, row.named);
    }
    let departments = departments(reference_store::list_sizes(&db, cycle.id).await?);
    Page::of(
        &caller,
        rows,
        limit,
        |row| (row.question.clone(), row.uri.clone()),
        |row| {
            let key = (row.question, row.uri);
            let told = numbers.remove(&key).unwrap_or_default();
            let (question, uri) = key;
            let question = QuestionKey::named(&question)
                .ok_or_else(|| Problem::internal(format!("no question has the key {question}")))?;
            Ok(CycleReference {
                question,
                uri,
                name: row.name,
                departments: by_department(&departments, told),
            })
        },
    )
}

/// The departments that are counted on their own, and an empty name if others are counted together.
fn departments(sizes: Vec<SizeRow>) -> BTreeSet<String> {
    let size = |people| usize::try_from(people).unwrap_or_default();
    sizes.into_iter().map(|row| roster_of(&row.department, size(row.people)).to_owned()).collect()
}

/// A row for each department, also for one with a number that has become small since.
fn by_department(departments: &BTreeSet<String>, told: BTreeMap<String, i32>) -> Vec<DepartmentReference> {
    let names: BTreeSet<&String> = departments.iter().chain(told.keys()).collect();
    let row = |name: &String| DepartmentReference {
        department: Some(name.clone()).filter(|name| !name.is_empty()),
        people: told.get(name).copied(),
        withheld: !told.contains_key(name),
    };
    names.into_iter().map(row).collect()
}
