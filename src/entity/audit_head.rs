//! How far a tenant's chain of audit records goes.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{EventId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "audit_heads")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    /// Position and id of the last event that was sealed.
    pub sealed_position: i64,
    pub sealed_event_id: EventId,
    /// Reads are counted in windows that begin at this time or later; those before are sealed, or being sealed.
    pub reads_sealed_until: DateTimeUtc,
    /// The number of the last record, and its digest; 0 and none before the first.
    pub sequence: i64,
    pub digest: Option<String>,
    /// The last record whose digest was given out, and when.
    pub announced_sequence: i64,
    pub announced_at: Option<DateTimeUtc>,
    /// The record after which the chain begins: those up to it were deleted, as the retention wants it.
    pub checkpoint_sequence: i64,
    pub checkpoint_digest: Option<String>,
    /// Proves that the service made the checkpoint.
    pub checkpoint_seal: Option<String>,
    /// Proves that the service wrote the other columns but those of the checkpoint; none before the first record.
    pub head_seal: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
