//! The HTTP operations that export and erase a person's data.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, Responder, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    erase::erase,
    error::PrivacyError,
    export::{PersonExport, Reader, export},
    page,
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Forbidden, Right, Role},
        scope::{PeopleRead, PeopleWrite},
    },
    db::Read,
    entity::{
        erasure::{self, ErasureReason},
        person,
    },
    http::{Empty, Path, Post, Problem, Reply, wants},
    ids::{ErasureId, PersonId},
    reads::{ReadAction, ReadSubject},
    record::Event,
    requests::KeptReply,
    state::State,
};

/// An order to erase a person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasePerson {
    pub reason: ErasureReason,
    /// The person's `user_name` or `external_id`, so that no one else is erased by mistake.
    #[schema(min_length = 1, max_length = 320, example = "E1042")]
    pub confirm: String,
}

/// The proof that a person was erased. It contains opaque ids and numbers alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct Erasure {
    pub id: ErasureId,
    /// The person, whose id is a pseudonym from now on.
    pub person_id: PersonId,
    pub reason: ErasureReason,
    pub erased_at: DateTime<Utc>,
    /// The HR admin; null if the operator did it.
    #[schema(required)]
    pub erased_by: Option<PersonId>,
    /// The rows that were changed or deleted, by table.
    #[schema(max_items = 100)]
    pub counts: Vec<ErasedRows>,
}

/// The rows of one table that an erasure has changed or deleted.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErasedRows {
    #[schema(max_length = 63, example = "plans")]
    pub table: String,
    #[schema(minimum = 1, example = 2)]
    pub rows: u64,
}

impl Erasure {
    pub fn reply(erasure: erasure::Model) -> Result<Reply, Problem> {
        let erasure::Model { tenant_id: _, id, person_id, reason, erased_at, erased_by, counts } = erasure;
        let counts: BTreeMap<String, u64> = serde_json::from_str(&counts).map_err(Problem::internal)?;
        let counts = counts.into_iter().map(|(table, rows)| ErasedRows { table, rows }).collect();
        Reply::ok(&Self { id, person_id, reason, erased_at, erased_by, counts })
    }
}

/// How the caller reads the data of a person.
pub fn reader(caller: &Identity, person: PersonId) -> Result<Reader, Forbidden> {
    let is_own = caller.is(person);
    caller.roles().with(Role::Owner, is_own).require(Right::ExportPerson)?;
    Ok(if is_own { Reader::Person } else { Reader::Hr })
}

/// The response with an export. That of HR is noted as a read of each plan that it shows.
pub async fn export_reply(
    db: &impl Read,
    caller: &Identity,
    person: PersonId,
    reader: Reader,
    now: DateTime<Utc>,
) -> Result<Reply, Problem> {
    let export: PersonExport = export(db, person, reader, now).await?.ok_or(PrivacyError::NotFound)?;
    if reader == Reader::Hr {
        let plans = export.plans(db).await?.into_iter().map(|plan| (plan, Role::HrAdmin));
        caller.note_list(ReadAction::PersonExported, ReadSubject::Person(person), plans);
    }
    Reply::ok(&export)
}

/// Export a person's data
///
/// Returns everything that is stored about the person, as one document (GDPR, articles 15 and 20). The person gets all
/// of it. HR admins, for a leaver, get all but what is private: plans that are not shared, unshared changes, feedback
/// that is not submitted, and private notes are only counted. An export by HR stands in the access log of each plan
/// that it shows, those of others included that the person has contributed to. Private notes of other authors are in
/// no export but theirs. With `Accept: text/html` it is a page to read. Services get no export.
#[utoipa::path(
    post,
    path = "/people/{person_id}/export",
    tag = "privacy",
    request_body = Empty,
    security(("bearer" = ["people:read"])),
    responses((status = 200, description = "The person's data", body = PersonExport)),
    extensions(("x-also-answers" = json!(["text/html"]))),
)]
pub async fn export_person(
    request: HttpRequest,
    caller: Caller<PeopleRead>,
    person_id: Path<PersonId>,
    post: Post<Empty>,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let person = person_id.0;
    let reader = reader(&caller, person)?;
    let Empty {} = post.input.read()?;
    let reply = state
        .change(&caller, post.key, async |txn| {
            let reply = export_reply(&**txn, &caller, person, reader, txn.now()).await?;
            txn.record(Event::PersonExported(person));
            Ok(KeptReply::<PersonExport>::new(person, reply))
        })
        .await?;
    if wants(&request, "text/html") { page::export_page(&reply) } else { Ok(reply.respond_to(&request)) }
}

/// Erase a person
///
/// Removes everything personal of the person for good (GDPR, article 17): names, plans, answers, notes, identities, and
/// what others wrote on the person's plans. What the person submitted on the plans of others stays, under a pseudonym,
/// and so do ids, states and numbers. The person becomes inactive. Tell the HR system first: an import with the old
/// `external_id` adds a new person. Repeating the request with its `Idempotency-Key` returns the same proof; so does a
/// request that confirms the `external_id` that the person has now. 409 `legal-hold` while there is a legal hold. Only
/// HR admins may do this, and not for themselves.
#[utoipa::path(
    post,
    path = "/people/{person_id}/erase",
    tag = "privacy",
    request_body = ErasePerson,
    security(("bearer" = ["people:write"])),
    responses((status = 200, description = "The proof", body = Erasure)),
)]
pub async fn erase_person(
    caller: Caller<PeopleWrite>,
    person_id: Path<PersonId>,
    post: Post<ErasePerson>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ErasePerson)?;
    let ErasePerson { reason, confirm } = post.input.read()?;
    let reply = state
        .change(&caller, post.key, async |txn| {
            let person =
                txn.row_for_update::<person::Entity>(person_id.0).await?.ok_or(PrivacyError::NotFound)?;
            if caller.is(person.id) {
                return Err(PrivacyError::Oneself.into());
            }
            if ![&person.user_name, &person.external_id].contains(&&confirm) {
                return Err(PrivacyError::NotConfirmed.into());
            }
            let proof = erase(txn, &state.secrets, &person, reason).await?.ok_or(PrivacyError::Held)?;
            Ok(KeptReply::<Erasure>::new(person.id, Erasure::reply(proof)?))
        })
        .await?;
    // What was overwritten is in the log until then. The worker does it, too: a failure changes nothing.
    if let Err(error) = state.db.truncate_log().await {
        tracing::warn!(cause = %error, "the log of the database still contains what was erased");
    }
    Ok(reply)
}
