//! A long-lived token with which an identity provider calls SCIM. Only its digest is stored.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{ScimTokenId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "scim_tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ScimTokenId,
    /// What the operator calls it.
    pub name: String,
    /// SHA-256 of the token, in hexadecimal.
    pub digest: String,
    pub created_at: DateTimeUtc,
    /// From then on it is refused.
    pub revoked_at: Option<DateTimeUtc>,
    /// The last day (UTC) on which it was accepted.
    pub last_used_on: Option<Date>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
