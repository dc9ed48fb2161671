//! `POST /v1/people/{person_id}/unlink-identity`.

use actix_web::web::Data;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{api::Person, error::PeopleError, identities};
use crate::{
    auth::{Caller, permissions::Right, scope::PeopleWrite},
    entity::{identity, person},
    http::{Path, Post, Precondition, Problem, Reply, tag},
    ids::PersonId,
    record::Event,
    requests::KeptReply,
    set_aside,
    state::State,
};

/// Why a link is ended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlinkIdentity {
    /// The reason. The person reads it in `GET /v1/me`.
    #[schema(min_length = 1, max_length = 1000, format = "not-blank", example = "Ana has a new account")]
    pub reason: String,
}

/// Unlink an identity
///
/// Ends the link between the person and the identity that called for the person. The identity is refused from then on;
/// the next identity that matches may link. What was private under the link is set aside and is not shown to the new
/// identity: plans that are not shared, unshared changes, feedback that is not submitted, and private notes. Only the
/// operator of the service can give it back. Unlinking an inactive person frees the identity for another person. Only
/// HR admins may do this, each for others only.
#[utoipa::path(
    post,
    path = "/people/{person_id}/unlink-identity",
    tag = "people",
    request_body = UnlinkIdentity,
    security(("bearer" = ["people:write"])),
    responses((status = 200, description = "The person", body = Person)),
)]
pub async fn unlink_identity(
    caller: Caller<PeopleWrite>,
    person_id: Path<PersonId>,
    post: Post<UnlinkIdentity>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::UnlinkIdentity)?;
    let UnlinkIdentity { reason } = post.input.read()?;
    state
        .change(&caller, post.key, async |txn| {
            let person =
                txn.row_for_update::<person::Entity>(person_id.0).await?.ok_or(PeopleError::NotFound)?;
            if caller.is(person.id) {
                return Err(PeopleError::Oneself.into());
            }
            let tag = tag(person.version, "");
            precondition.check(&tag)?;
            let link = identities::lock_live_link(txn, person.id).await?.ok_or(PeopleError::NotLinked)?;
            let ids = txn.ids().clone();
            let now = txn.now();
            set_aside::sweep(txn, &ids, person.id, link.id, now).await?;
            let detail = json!({"issuer": link.issuer, "subject": link.subject, "reason": reason});
            let ended = identity::Model {
                unlinked_at: Some(now),
                unlinked_by: caller.person,
                reason: Some(reason),
                // The identity of a leaver may become another record's, when the person is hired again.
                blocked: person.active,
                ..link.clone()
            };
            identities::end(txn, link, ended)?;
            let event = Event::PersonIdentityUnlinked(person.id);
            txn.record_with(event, person.id, &detail).map_err(Problem::internal)?;
            Ok(KeptReply::<Person>::new(person.id, Person::reply(person)?))
        })
        .await
}
