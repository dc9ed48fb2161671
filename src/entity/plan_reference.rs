//! A reference in the answers of a plan, by which plans are found. Derived from the answers.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AnswerId, PlanId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "plan_references")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan_id: PlanId,
    /// The revision with the answers; 0 for the working copy.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i32,
    /// The strength, development area or objective.
    #[sea_orm(primary_key, auto_increment = false)]
    pub answer_id: AnswerId,
    /// The section of the questionnaire that the answer belongs to.
    pub section: String,
    pub uri: String,
    /// The question that the answer belongs to, by its key.
    #[serde(default)]
    pub question: String,
    /// Its name in the taxonomy.
    #[serde(default)]
    pub name: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
