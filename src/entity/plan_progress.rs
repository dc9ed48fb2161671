//! The numbers of a plan's action items, kept with every change of an item (`record::progress`). No row means no items.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{PlanId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "plan_progress")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan_id: PlanId,
    /// All but the cancelled ones.
    pub items: i32,
    pub cancelled: i32,
    pub in_progress: i32,
    pub blocked: i32,
    pub done: i32,
    /// The sum of the percentages of `items`.
    pub percent: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
