//! How many people of a roster name a reference in a cycle, fixed for a day.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{CycleId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "cycle_reference_counts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub cycle_id: CycleId,
    /// The question whose answers have the reference, by its key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub question: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub uri: String,
    /// The department of the roster.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department: String,
    /// The name that most gave to the reference when it was first counted; none if fewer than five did.
    pub name: Option<String>,
    /// None if it is withheld.
    pub named: Option<i32>,
    /// The number that was last counted, which leaves out what would tell the same of everyone in a lot.
    pub counted: i32,
    /// How many people named it then. It is never told.
    pub actual: i32,
    /// The roster's lot up to which they were counted.
    pub lot: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
