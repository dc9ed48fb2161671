//! One entry of an action item's history; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::entity::action_item::ActionItemStatus;
use crate::ids::{ActionItemId, PersonId, ProgressUpdateId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "progress_updates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProgressUpdateId,
    pub action_item_id: ActionItemId,
    /// None if a service reported it.
    pub author_id: Option<PersonId>,
    pub status: ActionItemStatus,
    pub progress_percent: i32,
    pub note: Option<String>,
    pub recorded_at: DateTimeUtc,
    /// Whether the plan was a draft then: only its owner reads the entry.
    pub while_draft: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
