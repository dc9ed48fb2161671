//! A manager's agreement to a revision. It belongs to the person: another manager's does not count for it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, PlanId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "agreements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan_id: PlanId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub agreed_at: DateTimeUtc,
    /// The delegate who gave it in the person's name; none if the person gave it.
    #[serde(default)]
    pub given_by_id: Option<PersonId>,
    /// Whether the person gave it as acting manager. It then counts for the manager of that time too.
    #[serde(default)]
    pub acting: bool,
    /// For an acting manager's: the owner's manager in the directory at that time, if there was one.
    #[serde(default)]
    pub manager_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
