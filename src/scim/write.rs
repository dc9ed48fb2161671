//! Writes users: each in one short transaction, with what the change does to other slices. The tenant's row is locked
//! at first, so that changes of one tenant's people run one after the other, as imports do.

use actix_web::http::header::EntityTag;
use serde_json::Value;

use super::{
    draft::{Draft, Op, invalid},
    resource::tag_of,
    store,
    values::member,
};
use crate::{
    auth::Identity,
    conversation::directory::carry_out,
    db::Read as _,
    entity::person,
    http::{FieldError, Precondition, Problem, ProblemKind, scim_error::ScimType},
    ids::PersonId,
    people::{ImportStatus, single},
    record::Change,
    state::State,
};

/// Maximum operations of a PATCH.
const MAX_OPERATIONS: usize = 100;

/// What a change requires of the version that is there.
pub enum Expected<'a> {
    Header(&'a Precondition),
    /// As an operation of a bulk request gives it.
    Version(Option<&'a str>),
}

impl Expected<'_> {
    fn check(&self, tag: &EntityTag) -> Result<(), Problem> {
        match self {
            Self::Header(precondition) => precondition.check(tag),
            Self::Version(None) => Ok(()),
            Self::Version(Some(version)) => match version.parse::<EntityTag>() {
                Ok(version) if version.weak_eq(tag) => Ok(()),
                _ => Err(Problem::new(
                    ProblemKind::PreconditionFailed,
                    format!("the current version is {tag}"),
                )),
            },
        }
    }
}

/// Creates a user, or gives back the same person after a DELETE.
pub async fn create(state: &State, caller: &Identity, body: &Value) -> Result<person::Model, Problem> {
    let mut draft = Draft::default();
    draft.set_all(body, Op::Write)?;
    let txn = begin(state, caller).await?;
    let before = match draft.external_id.as_ref().or(draft.employee_number.as_ref()) {
        Some(external_id) => store::find_by_external_id(&txn, external_id).await?,
        None => match &draft.user_name {
            Some(user_name) => store::find_deleted(&txn, user_name).await?,
            None => None,
        },
    };
    if before.as_ref().is_some_and(|before| before.deleted_at.is_none()) {
        return Err(taken("the externalId, or the employeeNumber in its place,"));
    }
    write(txn, before, draft).await
}

/// Replaces a user.
pub async fn replace(
    state: &State,
    caller: &Identity,
    id: PersonId,
    expected: Expected<'_>,
    body: &Value,
) -> Result<person::Model, Problem> {
    let txn = begin(state, caller).await?;
    let before = find(&txn, id, expected).await?;
    let mut draft = Draft::to_replace(&before, body);
    draft.set_all(body, Op::Write)?;
    write(txn, Some(before), draft).await
}

/// Carries out the operations of a PATCH, all or none.
pub async fn patch(
    state: &State,
    caller: &Identity,
    id: PersonId,
    expected: Expected<'_>,
    body: &Value,
) -> Result<person::Model, Problem> {
    let operations = body.as_object().and_then(|body| member(body, "Operations")).and_then(Value::as_array);
    let Some(operations) = operations else {
        return Err(invalid(ScimType::InvalidSyntax, "the body needs Operations, an array"));
    };
    if operations.len() > MAX_OPERATIONS {
        let detail = format!("a PATCH has at most {MAX_OPERATIONS} operations");
        return Err(invalid(ScimType::TooMany, &detail));
    }
    let txn = begin(state, caller).await?;
    let before = find(&txn, id, expected).await?;
    let mut draft = Draft::of(&before);
    for operation in operations {
        let Some(operation) = operation.as_object() else {
            return Err(invalid(ScimType::InvalidSyntax, "an operation must be an object"));
        };
        let text = |name: &str| member(operation, name).and_then(Value::as_str);
        // Entra ID writes them with a capital letter.
        let op = match text("op").unwrap_or_default().to_ascii_lowercase().as_str() {
            "add" => Op::Add,
            "replace" => Op::Replace,
            "remove" => Op::Remove,
            _ => return Err(invalid(ScimType::InvalidSyntax, "op must be add, replace or remove")),
        };
        if member(operation, "path").is_some_and(|path| !path.is_string() && !path.is_null()) {
            return Err(invalid(ScimType::InvalidPath, "path must be a text"));
        }
        let path = text("path").filter(|path| !path.is_empty());
        draft.apply(op, path, member(operation, "value"))?;
    }
    write(txn, Some(before), draft).await
}

/// Makes a person inactive, and hides them from SCIM until the same person is created again.
pub async fn delete(
    state: &State,
    caller: &Identity,
    id: PersonId,
    expected: Expected<'_>,
) -> Result<(), Problem> {
    let mut txn = begin(state, caller).await?;
    let before = find(&txn, id, expected).await?;
    let changes = single::remove_one(&mut txn, before).await?;
    carry_out(&mut txn, changes).await?;
    Ok(txn.commit().await?)
}

async fn begin(state: &State, caller: &Identity) -> Result<Change, Problem> {
    let txn = state.begin_for(caller).await?;
    txn.lock_tenant(caller.tenant_name(), txn.now(), true).await?;
    Ok(txn)
}

async fn find(txn: &Change, id: PersonId, expected: Expected<'_>) -> Result<person::Model, Problem> {
    let person = store::find_user(txn, id).await?.ok_or_else(not_found)?;
    expected.check(&tag_of(&person))?;
    Ok(person)
}

pub fn not_found() -> Problem {
    Problem::not_found("user")
}

/// Writes a draft in the place of `before`, and commits.
async fn write(
    mut txn: Change,
    before: Option<person::Model>,
    draft: Draft,
) -> Result<person::Model, Problem> {
    let id = before.as_ref().map_or_else(|| txn.id(), |before| before.id);
    let (mut person, extras) = draft.finish(id)?;
    if let Some(manager) = &person.manager_external_id
        && let Ok(manager) = manager.parse::<PersonId>()
    {
        if manager == id {
            person.manager_external_id = Some(person.external_id.clone());
        } else if let Some(manager) = txn.row::<person::Entity>(manager).await? {
            person.manager_external_id = Some(manager.external_id);
        }
    }
    let holder = store::find_by_external_id(&txn, &person.external_id).await?;
    if holder.is_some_and(|holder| holder.id != id) {
        return Err(taken("the externalId, or the employeeNumber in its place,"));
    }
    let amend = |person: &mut person::Model| {
        extras.write_to(person);
        person.deleted_at = None;
    };
    let written = single::write_one(&mut txn, before, id, person, amend).await.map_err(refused)?;
    if let Some(changes) = written.changes {
        carry_out(&mut txn, changes).await?;
    }
    let row = store::find_user(&txn, written.id).await?.ok_or_else(not_found)?;
    match written.status {
        ImportStatus::Unchanged => {}
        _ => txn.commit().await?,
    }
    Ok(row)
}

fn taken(what: &str) -> Problem {
    let detail = format!("{what} belongs to another person; find that user by a filter, and change it");
    Problem::new(ProblemKind::Conflict, detail).with_scim_type(ScimType::Uniqueness)
}

fn refused(refusal: single::Refusal) -> Problem {
    match refusal {
        single::Refusal::NameTaken => taken("the userName"),
        single::Refusal::Problem(problem) => problem,
        single::Refusal::Invalid(faults) => {
            let faults = faults.into_iter().map(|fault| {
                let name = match fault.pointer.as_str() {
                    "/external_id" => "externalId",
                    "/user_name" => "userName",
                    "/display_name" => "displayName",
                    "/email" => "emails.value",
                    "/manager_external_id" => "manager.value",
                    "/time_zone" => "timezone",
                    other => other.trim_start_matches('/'),
                };
                FieldError::new(name, fault.detail)
            });
            Problem::invalid(ProblemKind::InvalidBody, faults.collect())
        }
    }
}
