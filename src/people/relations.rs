//! The HTTP operations on the relations of a person besides that of the manager.

use actix_web::{http::header::EntityTag, web::Data};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::PeopleError,
    relation_rules::{self, Known, SetRelation},
    store,
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Forbidden, Right, Role, Roles},
        scope::{PeopleRead, PeopleWrite},
    },
    db::Read,
    entity::{person, relation, relation::RelationKind},
    http::{Named, Path, Precondition, Problem, Reply, Unchecked, idempotency::digest},
    ids::PersonId,
    record::{Change, Event},
    state::State,
};

/// The relations of a person besides that of the manager.
#[derive(Debug, Serialize, ToSchema)]
pub struct Relations {
    /// By kind, then by start.
    #[schema(max_items = 100)]
    pub items: Vec<Relation>,
}

/// A relation that another person has to this one, from `starts_at` until just before `ends_at`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Relation {
    pub kind: RelationKind,
    /// The other person, who has the rights of the relation.
    pub person_id: PersonId,
    pub person: Named,
    pub starts_at: DateTime<Utc>,
    /// The first instant at which the relation is over; null if it has no end.
    #[schema(required)]
    pub ends_at: Option<DateTime<Utc>>,
}

/// All relations of a person. They replace those that the person has.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRelations {
    #[schema(max_items = 100)]
    pub items: Vec<SetRelation>,
}

impl From<&relation::Model> for Relation {
    fn from(row: &relation::Model) -> Self {
        let SetRelation { kind, person_id, starts_at, ends_at } = row.into();
        Self { kind, person_id, person: Named::Later(person_id), starts_at, ends_at }
    }
}

impl Relations {
    fn of(rows: &[relation::Model]) -> Self {
        Self { items: rows.iter().map(Relation::from).collect() }
    }

    /// The entity tag, a digest of the relations.
    fn tag(&self) -> Result<EntityTag, Problem> {
        let text = serde_json::to_string(self).map_err(Problem::internal)?;
        Ok(EntityTag::new_strong(digest([text.as_str()])))
    }

    fn reply(&self) -> Result<Reply, Problem> {
        Ok(Reply::ok(self)?.with_etag(self.tag()?))
    }
}

/// The caller's roles for the relations of a person.
fn roles(caller: &Identity, person: PersonId) -> Roles {
    caller.roles().with(Role::Owner, caller.is(person))
}

/// Read a person's relations
///
/// Returns the relations of a person besides that of the manager, in the past and the future too: acting managers,
/// matrix managers and HR partners of the person, and the person's delegates. The person, HR admins and services may
/// read them.
#[utoipa::path(
    get,
    path = "/people/{person_id}/relations",
    tag = "people",
    security(("bearer" = ["people:read"])),
    responses((
        status = 200,
        description = "The relations",
        body = Relations,
        headers(("ETag" = String, description = "The version of the relations")),
    )),
)]
pub async fn read_relations(
    caller: Caller<PeopleRead>,
    person_id: Path<PersonId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    roles(&caller, person_id.0).require(Right::ReadRelations)?;
    let db = state.db.reader(caller.tenant);
    db.row::<person::Entity>(person_id.0).await?.ok_or(PeopleError::NotFound)?;
    Relations::of(&store::list_relations(&db, person_id.0).await?).reply()
}

/// Replace a person's relations
///
/// Sets all relations of a person besides that of the manager; those that the request leaves out end at once. HR admins
/// and services may do this; people may name their own delegates, and must leave the other kinds as they are. Access
/// follows each period to the second.
///
/// A person is not related to themselves, and two relations of one kind with one person do not overlap. A person does
/// not become the acting manager of their own manager, directly or over others. Who is acting manager already may come
/// to report to the person by a change of the directory: the relation stays until it ends. 409 if the person was
/// erased.
#[utoipa::path(
    put,
    path = "/people/{person_id}/relations",
    tag = "people",
    request_body = SetRelations,
    security(("bearer" = ["people:write"])),
    responses((
        status = 200,
        description = "The relations as they are now",
        body = Relations,
        headers(("ETag" = String, description = "The version of the relations")),
    )),
)]
pub async fn set_relations(
    caller: Caller<PeopleWrite>,
    person_id: Path<PersonId>,
    body: Unchecked<SetRelations>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let (person, roles) = (person_id.0, roles(&caller, person_id.0));
    roles.require(Right::NameDelegates)?;
    state
        .update(&caller, async |txn| {
            // One change of a tenant's people after the other: two changes could make a circle together.
            txn.lock_tenant(caller.tenant_name(), txn.now(), false).await?;
            let row = txn.row_for_update::<person::Entity>(person).await?.ok_or(PeopleError::NotFound)?;
            if row.erased_at.is_some() {
                return Err(PeopleError::Erased.into());
            }
            let present = store::list_relations(txn, person).await?;
            precondition.check(&Relations::of(&present).tag()?)?;
            let wanted: Vec<_> = body.read()?.items.into_iter().map(relation_rules::stored).collect();
            let before: Vec<SetRelation> = present.iter().map(SetRelation::from).collect();
            if relation_rules::changes_more_than_delegates(&before, &wanted)
                && !roles.may(Right::SetRelations)
            {
                return Err(Forbidden(Right::SetRelations).into());
            }
            let known = find_known(txn, person, &wanted).await?;
            let faults = relation_rules::check(person, &before, &wanted, &known);
            if !faults.is_empty() {
                return Err(PeopleError::Relations(faults).into());
            }
            replace(txn, person, &present, &wanted)?;
            Relations::of(&store::list_relations(txn, person).await?).reply()
        })
        .await
}

/// What the directory says of the people of `wanted`.
async fn find_known(txn: &Change, person: PersonId, wanted: &[SetRelation]) -> Result<Known, DbErr> {
    let others: Vec<PersonId> = wanted.iter().map(|relation| relation.person_id).collect();
    let now = txn.now();
    let acting = wanted.iter().filter(|relation| {
        relation.kind == RelationKind::Acting && relation.ends_at.is_none_or(|ends_at| ends_at > now)
    });
    let acting: Vec<PersonId> = acting.map(|relation| relation.person_id).collect();
    Ok(Known {
        active: store::list_active(txn, &others).await?,
        below: store::list_below(txn, person, &acting).await?,
    })
}

/// Writes the differences between the relations that a person has and those that are wanted, and records the event if
/// there are any.
fn replace(
    txn: &mut Change,
    person_id: PersonId,
    present: &[relation::Model],
    wanted: &[SetRelation],
) -> Result<(), DbErr> {
    let ended: Vec<_> = present.iter().filter(|row| !wanted.contains(&SetRelation::from(*row))).collect();
    let new: Vec<_> =
        wanted.iter().filter(|it| !present.iter().any(|row| SetRelation::from(row) == **it)).collect();
    if !ended.is_empty() || !new.is_empty() {
        txn.record(Event::PersonRelationsChanged(person_id));
    }
    for row in ended {
        txn.delete(row.clone())?;
    }
    for SetRelation { kind, person_id: other_id, starts_at, ends_at } in new.into_iter().cloned() {
        let (tenant_id, id) = (txn.tenant(), txn.id());
        txn.insert(relation::Model { tenant_id, id, kind, person_id, other_id, starts_at, ends_at });
    }
    Ok(())
}
