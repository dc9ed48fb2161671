//! One person, written by itself, under the rules of the import: the same judgement, of a single row. It reads the
//! person and those who hold the name or are above the new manager, and nothing else of the tenant.

use sea_orm::DbErr;

use super::{
    outcome::ImportStatus,
    reconcile::{self, CheckedRow, Directory, HELD},
    rules::{ImportPerson, PersonChange},
    store,
    write::{DirectoryChanges, write},
};
use crate::{
    db::Read as _,
    entity::person::{self, PersonSource},
    http::{FieldError, Problem, ndjson::Row},
    ids::PersonId,
    record::Change,
};

/// Why a person is not written.
#[derive(Debug)]
pub enum Refusal {
    /// Another person has the user name.
    NameTaken,
    Invalid(Vec<FieldError>),
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self::Problem(error.into())
    }
}

/// A person who was written.
#[derive(Debug)]
pub struct Written {
    pub id: PersonId,
    pub status: ImportStatus,
    /// What affects other slices; none if nothing has changed.
    pub changes: Option<DirectoryChanges>,
}

/// Writes a person with all of these attributes, in the place of `before` if there is one. `amend` sets what the import
/// does not know. The caller has locked the tenant, and no other person has the `external_id`.
pub async fn write_one(
    txn: &mut Change,
    before: Option<person::Model>,
    id: PersonId,
    person: ImportPerson,
    amend: impl FnOnce(&mut person::Model),
) -> Result<Written, Refusal> {
    let external_id = person.external_id.clone();
    let user_name = person.user_name.clone();
    let manager = person.manager_external_id.clone();
    let fields = serde_json::to_value(person).map_err(Problem::internal)?;
    let row = CheckedRow::of(Row { fields: Some(fields), faults: Vec::new() });
    if !row.faults.is_empty() {
        return Err(Refusal::Invalid(row.faults));
    }
    let mut directory = Directory::default();
    directory.add(store::list_named(txn, &[], &[user_name.as_str()]).await?);
    if let Some(manager) = &manager {
        directory.superiors = store::list_superiors(txn, &[manager.as_str()]).await?;
    }
    let manager_id = directory.superiors.iter().find(|above| Some(&above.external_id) == manager.as_ref());
    let manager_id = manager_id.map(|above| above.id);
    if let Some(before) = &before {
        rename(&mut directory, before, &external_id);
    }
    let judged = reconcile::reconcile(vec![row], directory).map_err(Problem::internal)?;
    let Some(judged) = judged.into_iter().next() else {
        return Err(Problem::internal("a row without a judgement").into());
    };
    let Some(wanted) = judged.person else {
        let is_taken =
            judged.errors.iter().any(|error| error.pointer == "/user_name" && error.detail == HELD);
        return Err(if is_taken { Refusal::NameTaken } else { Refusal::Invalid(judged.errors) });
    };
    let mut change = PersonChange::of(before, wanted.person, manager_id, txn.tenant(), id, txn.now());
    amend(&mut change.after);
    // Who is written by SCIM belongs to SCIM from then on, also if nothing else changes.
    change.after.source = PersonSource::Scim;
    let id = change.after.id;
    let status = match change.is_new() {
        true => ImportStatus::Created,
        false if change.is_unchanged() => ImportStatus::Unchanged,
        false => ImportStatus::Updated,
    };
    let changes = match status {
        ImportStatus::Unchanged => None,
        _ => Some(write(txn, vec![change]).await?),
    };
    Ok(Written { id, status, changes })
}

/// Makes a person inactive and hides them from SCIM, until the same person is written again.
pub async fn remove_one(txn: &mut Change, before: person::Model) -> Result<DirectoryChanges, DbErr> {
    let after = person::Model {
        active: false,
        deleted_at: Some(txn.now()),
        source: PersonSource::Scim,
        ..before.clone()
    };
    write(txn, vec![PersonChange { before: Some(before), after }]).await
}

/// Lets the directory know a person by the `external_id` that the change gives them.
fn rename(directory: &mut Directory, person: &person::Model, external_id: &str) {
    let old = person.external_id.as_str();
    let correct = |name: &mut String| {
        if name == old {
            *name = external_id.to_owned();
        }
    };
    directory.holders.iter_mut().for_each(|(_, holder)| correct(holder));
    for above in &mut directory.superiors {
        correct(&mut above.external_id);
        above.manager_external_id.iter_mut().for_each(correct);
    }
    directory.people.remove(old);
    let renamed = person::Model { external_id: external_id.to_owned(), ..person.clone() };
    directory.people.insert(external_id.to_owned(), renamed);
}
