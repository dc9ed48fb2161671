//! A customer organisation, known since its first import.

use sea_orm::entity::prelude::*;

use crate::ids::TenantId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tenants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TenantId,
    /// The name in tokens.
    pub name: String,
    pub created_at: DateTimeUtc,
    /// Events up to this position in the feed have been deleted.
    pub forgotten_position: i64,
    /// Readers may have seen positions up to this one before a backup was restored.
    pub restored_position: i64,
    /// Since when an HR admin who is not in the directory can no longer import people.
    pub opened_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
