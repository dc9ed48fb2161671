//! A request for feedback: made by sharing the plan (to the manager) or by invitation (to a mentor or peer).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{FeedbackRequestId, PersonId, PlanId, TenantId};

/// What created a feedback request.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RequestOrigin {
    /// The owner shared the plan, which asks the manager.
    Share,
    /// The owner invited a mentor or peer.
    Invitation,
}

/// Whether a feedback request has been answered.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// The reviewer has not submitted feedback yet.
    Open,
    /// The reviewer has submitted feedback.
    Answered,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
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
    /// When to check whether it is due.
    pub reminder_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
