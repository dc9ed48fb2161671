//! A customer organisation, known since its first import.

use sea_orm::entity::prelude::*;

use crate::ids::TenantId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tenants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TenantId,
    /// As tokens name it.
    pub name: String,
    pub created_at: DateTimeUtc,
    /// Events up to this place in the feed are no longer kept.
    pub forgotten_position: i64,
    /// Places up to this one may have been told before a backup was restored.
    pub restored_position: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
