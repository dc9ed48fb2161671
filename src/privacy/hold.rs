//! Legal holds: while one stands, the person's data is neither erased nor deleted.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::PrivacyError;
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{PeopleRead, PeopleWrite},
    },
    db::Read as _,
    entity::{legal_hold, person},
    http::{Named, Path, Post, Problem, Reply},
    ids::PersonId,
    record::Event,
    state::State,
};

/// A legal hold on a person's data.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegalHold {
    pub person_id: PersonId,
    pub person: Named,
    #[schema(max_length = 1000, example = "Dispute about the bonus of 2026")]
    pub reason: String,
    /// When it was placed, or got the present reason.
    pub placed_at: DateTime<Utc>,
    /// The HR admin who placed it, or gave the present reason.
    #[schema(required)]
    pub placed_by: Option<PersonId>,
}

/// Why the data must be kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceLegalHold {
    /// The reason. HR admins read it, and the person in the export of their own data.
    #[schema(
        min_length = 1,
        max_length = 1000,
        format = "not-blank",
        example = "Dispute about the bonus of 2026"
    )]
    pub reason: String,
}

impl From<legal_hold::Model> for LegalHold {
    fn from(hold: legal_hold::Model) -> Self {
        let legal_hold::Model { tenant_id: _, person_id, reason, placed_at, placed_by, released_at: _ } =
            hold;
        Self { person_id, person: Named::Later(person_id), reason, placed_at, placed_by }
    }
}

/// Read a legal hold
///
/// Returns the legal hold on a person's data, or 404 if there is none. Only HR admins may do this.
#[utoipa::path(
    get,
    path = "/people/{person_id}/legal-hold",
    tag = "privacy",
    security(("bearer" = ["people:read"])),
    responses((status = 200, description = "The legal hold", body = LegalHold)),
)]
pub async fn read_legal_hold(
    caller: Caller<PeopleRead>,
    person_id: Path<PersonId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::HoldPerson)?;
    let hold = state.db.reader(caller.tenant).row::<legal_hold::Entity>(person_id.0).await?;
    Reply::ok(&LegalHold::from(hold.filter(legal_hold::Model::stands).ok_or(PrivacyError::NoHold)?))
}

/// Place a legal hold
///
/// Forbids to erase or delete the person's data until the hold is released. A second call with another reason replaces
/// the hold: the reason, the time and who placed it; the audit log has both. Only HR admins may do this. They see it,
/// and the person in the export of their own data.
#[utoipa::path(
    put,
    path = "/people/{person_id}/legal-hold",
    tag = "privacy",
    request_body = PlaceLegalHold,
    security(("bearer" = ["people:write"])),
    responses((status = 200, description = "The legal hold", body = LegalHold)),
)]
pub async fn place_legal_hold(
    caller: Caller<PeopleWrite>,
    person_id: Path<PersonId>,
    post: Post<PlaceLegalHold>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::HoldPerson)?;
    let PlaceLegalHold { reason } = post.input.read()?;
    state
        .update(&caller, async |txn| {
            // The lock orders it against an erasure.
            let person =
                txn.row_for_update::<person::Entity>(person_id.0).await?.ok_or(PrivacyError::NotFound)?;
            if person.erased_at.is_some() {
                return Err(PrivacyError::Erased.into());
            }
            let before = txn.row::<legal_hold::Entity>(person.id).await?;
            let hold = match before {
                Some(before) if before.stands() && before.reason == reason => {
                    return Reply::ok(&LegalHold::from(before));
                }
                Some(before) => {
                    let (placed_at, placed_by) = (txn.now(), caller.person);
                    let released_at = None;
                    let after =
                        legal_hold::Model { reason, placed_at, placed_by, released_at, ..before.clone() };
                    txn.touch(before, after.clone())?;
                    after
                }
                None => {
                    let hold = legal_hold::Model {
                        tenant_id: caller.tenant,
                        person_id: person.id,
                        reason,
                        placed_at: txn.now(),
                        placed_by: caller.person,
                        released_at: None,
                    };
                    txn.insert(hold.clone());
                    hold
                }
            };
            txn.record(Event::LegalHoldPlaced(person.id));
            Reply::ok(&LegalHold::from(hold))
        })
        .await
}

/// Release a legal hold
///
/// Ends the legal hold on a person's data. Only HR admins may do this.
#[utoipa::path(
    delete,
    path = "/people/{person_id}/legal-hold",
    tag = "privacy",
    security(("bearer" = ["people:write"])),
    responses((status = 204, description = "There is no hold any more")),
)]
pub async fn release_legal_hold(
    caller: Caller<PeopleWrite>,
    person_id: Path<PersonId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::HoldPerson)?;
    state
        .update(&caller, async |txn| {
            let hold = txn.row_for_update::<legal_hold::Entity>(person_id.0).await?;
            let hold = hold.filter(legal_hold::Model::stands).ok_or(PrivacyError::NoHold)?;
            // What stays is for the ledger.
            let released_at = Some(txn.now());
            let released = legal_hold::Model { reason: String::new(), released_at, ..hold.clone() };
            txn.touch(hold, released)?;
            txn.record(Event::LegalHoldReleased(person_id.0));
            Ok(Reply::no_content())
        })
        .await
}
