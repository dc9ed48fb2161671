//! Reads of one kind within ten minutes, counted until they are sealed as one audit record.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{AuditRecordId, LinkId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "audit_reads")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    /// Made from the window, the reader, the action, the right and the subject, so that all processes count in one row.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditRecordId,
    /// When the ten minutes began.
    pub window_at: DateTimeUtc,
    /// The first of the reads.
    pub at: DateTimeUtc,
    pub actor_id: Option<PersonId>,
    pub link_id: Option<LinkId>,
    pub client: Option<String>,
    pub action: String,
    pub subject: String,
    pub held_right: String,
    pub count: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
