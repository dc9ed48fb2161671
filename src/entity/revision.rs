//! An immutable snapshot of a plan, taken each time it is shared.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, PlanId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "revisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub plan_id: PlanId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub title: String,
    pub starts_on: Date,
    pub ends_on: Date,
    /// The JSON of `plans::Answers`.
    pub answers: String,
    /// The JSON of the plan's action items at that time.
    pub action_items: String,
    /// SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of the snapshot.
    pub digest: String,
    pub note: Option<String>,
    /// The manager it was shared with.
    pub manager_id: Option<PersonId>,
    pub shared_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
