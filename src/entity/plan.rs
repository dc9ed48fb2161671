//! A career plan: its owner's working copy, and its status.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{CycleId, PersonId, PlanId, TenantId};

/// The status of a plan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PlanStatus {
    /// Only its owner can read it.
    Draft,
    /// The manager can read it. Not both sides have agreed to the latest revision.
    Shared,
    /// Both owner and manager have agreed to the latest revision.
    Agreed,
    /// The owner has completed it with a reflection.
    Completed,
    /// It can be read, but no longer changed.
    Archived,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "plans")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanId,
    pub owner_id: PersonId,
    pub title: String,
    pub cycle_id: Option<CycleId>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub status: PlanStatus,
    /// The working copy, as the JSON of `plans::Answers`.
    pub answers: String,
    /// Number of the newest revision; 0 before the first share.
    pub latest_revision: i32,
    pub has_unshared_changes: bool,
    /// Whether a new manager sees revisions that were shared with an earlier one.
    pub earlier_revisions_visible: bool,
    /// The time since which others may read it; none while it is a draft.
    pub shared_at: Option<DateTimeUtc>,
    pub owner_agreed_at: Option<DateTimeUtc>,
    pub manager_agreed_at: Option<DateTimeUtc>,
    pub reflection: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When to check whether it is stale.
    pub reminder_at: Option<DateTimeUtc>,
    /// The time of the last activity for which `plan.stale` was recorded, so that it is recorded once.
    pub stale_since: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
