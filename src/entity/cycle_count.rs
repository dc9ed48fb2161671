//! How many people of a department have a draft without blockers in a cycle, fixed for a day.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{CycleId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "cycle_counts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub cycle_id: CycleId,
    /// Empty for people without a department.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department: String,
    /// None if it is withheld.
    pub prepared: Option<i32>,
    /// The groups that the number is of, as the JSON of `cycles::groups::Group`: ids and counts.
    pub groups: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
