//! A campaign of HR: four dates, by which its participants prepare, share, get a response and talk.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{CycleId, TenantId};

/// Whether a cycle goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CycleStatus {
    /// Plans can be added to it.
    Open,
    /// It takes no further plans and sends no reminders. Its coverage can still be read.
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "cycles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CycleId,
    pub name: String,
    pub prepare_by: Date,
    pub share_by: Date,
    pub respond_by: Date,
    pub discuss_by: Date,
    pub questionnaire_version: Option<i32>,
    pub status: CycleStatus,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When the next of its reminders is due. Derived.
    pub reminder_at: Option<DateTimeUtc>,
    /// For each date, the one that was reminded of, so that each is once.
    pub prepare_told: Option<Date>,
    pub share_told: Option<Date>,
    pub respond_told: Option<Date>,
    pub discuss_told: Option<Date>,
    /// The day (UTC) of the numbers in `cycle_counts`.
    pub counted_on: Option<Date>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
