//! Whose references are counted in a cycle, of a department or of the small departments together.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{CycleId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "cycle_rosters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub cycle_id: CycleId,
    /// Empty for the people of small departments, and for those without one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department: String,
    /// The JSON of `cycles::roster::Roster`: ids and numbers.
    pub roster: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
