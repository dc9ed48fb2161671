//! The feedback of one author on one revision.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{FeedbackId, PersonId, PlanId, TenantId};

/// The status of a feedback.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum FeedbackStatus {
    /// Only its author can read it.
    Draft,
    /// Everyone who may read feedback on the plan can read it.
    Submitted,
    /// The owner has confirmed reading it.
    Acknowledged,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "feedback")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeedbackId,
    pub plan_id: PlanId,
    pub revision: i32,
    pub author_id: PersonId,
    pub status: FeedbackStatus,
    /// The JSON of `feedback::Content`.
    pub content: String,
    /// Only its author can read it.
    pub private_note: Option<String>,
    /// Whether the author no longer reads it: the revision was withdrawn, and the link under which it was written has
    /// ended since (`set_aside`).
    pub closed_to_author: bool,
    pub submitted_at: Option<DateTimeUtc>,
    pub acknowledged_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
