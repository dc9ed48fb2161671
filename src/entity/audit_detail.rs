//! What is personal in an audit record. The row may be erased; the record keeps its salted digest.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{AuditRecordId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "audit_details")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: AuditRecordId,
    /// Whom it is about.
    pub person_id: PersonId,
    /// Erased with the detail, so that the digest does not confirm a guess.
    pub salt: String,
    /// A JSON object, such as issuer, subject and reason of a link that ended.
    pub detail: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
