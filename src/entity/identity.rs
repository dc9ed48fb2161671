//! A link between an identity (a subject of a realm, which is an issuer) and a person. It is kept after it has ended.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{LinkId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "identities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    pub realm: String,
    pub subject: String,
    pub person_id: PersonId,
    /// The `iss` of the token that made the link.
    pub issuer: Option<String>,
    pub linked_at: DateTimeUtc,
    /// None while the link holds.
    pub unlinked_at: Option<DateTimeUtc>,
    /// The person who ended it; none if the operator did.
    pub unlinked_by: Option<PersonId>,
    pub reason: Option<String>,
    /// Whether the identity is refused after the link has ended. If not, it may link to another person.
    pub blocked: bool,
    /// Whether the link ended because the identity moved to another provider: nothing was set aside then.
    pub is_moved: bool,
    /// When the operator gave back what was set aside.
    pub restored_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
