//! Carries out an erasure, in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, Value};

use super::{
    columns::{Does, Step, TABLES},
    records::bound,
};
use crate::{
    auth::links,
    db::{Locked, Read, json_error},
    entity::{
        columns,
        erasure::{self, ErasureReason},
        identity, legal_hold, person,
    },
    ids::{ErasureId, PersonId},
    people::rules::pseudonym,
    plans,
    record::{Change, Event},
    requests,
    secrets::{SealError, Secrets},
    set_aside,
};

/// Who orders an erasure, when and why.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    pub id: ErasureId,
    pub reason: ErasureReason,
    pub erased_at: DateTime<Utc>,
    pub erased_by: Option<PersonId>,
}

/// Erases a person, whose row is locked, and returns the proof; that of the first time, if the person is erased
/// already. None if a legal hold forbids it.
pub async fn erase(
    txn: &mut Change,
    secrets: &Secrets,
    person: &person::Model,
    reason: ErasureReason,
) -> Result<Option<erasure::Model>, DbErr> {
    if let Some(proof) = find(txn, person.id).await? {
        return Ok(Some(proof));
    }
    if txn.row::<legal_hold::Entity>(person.id).await?.is_some_and(|hold| hold.stands()) {
        return Ok(None);
    }
    let order = Order { id: txn.id(), reason, erased_at: txn.now(), erased_by: txn.actor() };
    carry_out(txn, secrets, person, order).await.map(Some)
}

/// Removes all that is personal, and records it. The rows of the person that others refer to stay, without what is
/// personal. See [`TABLES`].
pub(super) async fn carry_out(
    txn: &mut Change,
    secrets: &Secrets,
    person: &person::Model,
    order: Order,
) -> Result<erasure::Model, DbErr> {
    let counts = forget(txn, secrets, person).await?;
    let Order { id, reason, erased_at, erased_by } = order;
    let proof = erasure::Model {
        tenant_id: txn.tenant(),
        id,
        person_id: person.id,
        reason,
        erased_at,
        erased_by,
        counts: serde_json::to_string(&counts).map_err(json_error)?,
    };
    txn.insert(proof.clone());
    txn.record(Event::PersonErased(person.id));
    Ok(proof)
}

/// The proof of an erasure.
pub async fn find(db: &impl Read, person: PersonId) -> Result<Option<erasure::Model>, DbErr> {
    let e = columns::<erasure::Entity>("e");
    let sql = format!("select {e} from erasures e where e.tenant_id = $1 and e.person_id = $2");
    db.find(&sql, [person.into()]).await
}

/// Removes all that is personal. How many rows of each table were changed or deleted.
async fn forget(
    txn: &mut Change,
    secrets: &Secrets,
    person: &person::Model,
) -> Result<BTreeMap<&'static str, u64>, DbErr> {
    let id = person.id;
    if person.active {
        plans::store::note_change_of_manager(txn, &[], &[id]).await?;
    }
    let l = columns::<identity::Entity>("l");
    let links = format!("select {l} from identities l where l.tenant_id = $1 and l.person_id = $2");
    let links: Vec<identity::Model> = txn.list_for_update(&links, [id.into()], "l", Locked::Wait).await?;
    let mut counts = BTreeMap::new();
    *counts.entry("idempotency_records").or_default() +=
        requests::forget_kept_answers(txn, id, &links).await?;
    *counts.entry("set_aside").or_default() += set_aside::forget(txn, id).await?;
    let values =
        [(":person", Value::from(id)), (":now", txn.now().into()), (":pseudonym", pseudonym(id).into())];
    for table in TABLES {
        for step in table.erase {
            let (sql, values) = bound(&statement(table.name, step), &values);
            *counts.entry(table.name).or_default() += txn.execute(&sql, values).await?;
        }
    }
    for link in links.iter().filter(|link| link.unlinked_at.is_some() && link.blocked) {
        keep_refused(txn, secrets, link).await?;
    }
    counts.retain(|_, count| *count > 0);
    // The person's identity is known to no process any more.
    txn.changes_links();
    Ok(counts)
}

/// Lets an identity that was unlinked stay refused: by a digest of its subject that names no one without the server's
/// key. Commands that replay a ledger have no key, and take the digest from there.
async fn keep_refused(txn: &mut Change, secrets: &Secrets, link: &identity::Model) -> Result<(), DbErr> {
    let subject = match links::refused_subject(secrets, link.tenant_id, &link.realm, &link.subject) {
        Err(SealError::NoKey) => return Ok(()),
        subject => subject.map_err(|error| DbErr::Custom(error.to_string()))?,
    };
    let keep = "update identities set subject = $2 where tenant_id = $1 and id = $3";
    txn.execute(keep, [subject.into(), link.id.into()]).await.map(drop)
}

fn statement(table: &str, Step { rows, does }: &Step) -> String {
    match does {
        Does::Delete => format!("delete from {table} where tenant_id = $1 and {rows}"),
        Does::Set(columns) => {
            let set: Vec<String> =
                columns.iter().map(|(column, value)| format!("{column} = {value}")).collect();
            format!("update {table} set {} where tenant_id = $1 and {rows}", set.join(", "))
        }
    }
}
