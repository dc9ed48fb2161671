//! A customer organisation, known since its first import.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::TenantId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
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
    /// How many days events are kept, if otherwise than the settings say.
    pub events_kept_days: Option<i32>,
    /// How many days after they have left people are erased, if otherwise than the settings say; 0 for never.
    pub leavers_kept_days: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
