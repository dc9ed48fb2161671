//! What a reviewer was asked: by sharing (the manager) or by invitation (a mentor or peer).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{FeedbackRequestId, PersonId, PlanId, TenantId};

/// How a feedback request came about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RequestOrigin {
    /// By sharing the plan: it asks the manager.
    Share,
    /// By the owner, who invited a mentor or peer.
    Invitation,
}

/// Whether a feedback request has been answered.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// Feedback is awaited.
    Open,
    /// The reviewer has submitted feedback.
    Answered,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "feedback_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FeedbackRequestId,
    pub plan_id: PlanId,
    pub reviewer_id: PersonId,
    pub origin: RequestOrigin,
    /// The sections the reviewer may read, as a JSON array.
    pub sections: String,
    pub due_on: Option<Date>,
    pub message: Option<String>,
    pub revision: i32,
    pub status: RequestStatus,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When to look whether the answer is still awaited.
    pub reminder_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
