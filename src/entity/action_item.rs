//! Action items: by the owner of the plan, or in support of the owner.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ActionItemId, AnswerId, PersonId, PlanId, ProposalId, TemplateId, TenantId};

/// The kind of an action item.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ActionItemKind {
    /// An action of the plan's owner.
    Development,
    /// Support promised by the manager or a mentor.
    Support,
}

/// The status of an action item.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ActionItemStatus {
    /// No work has been done yet.
    NotStarted,
    /// Work has started.
    InProgress,
    /// An obstacle prevents progress.
    Blocked,
    /// It is finished.
    Done,
    /// It will not be done. It does not count towards the plan's progress.
    Cancelled,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "action_items")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActionItemId,
    pub plan_id: PlanId,
    pub kind: ActionItemKind,
    pub title: String,
    pub description: Option<String>,
    pub responsible_id: PersonId,
    pub development_area_id: Option<AnswerId>,
    pub advances_short_term: bool,
    pub advances_long_term: bool,
    pub supports_action_item_id: Option<ActionItemId>,
    pub status: ActionItemStatus,
    pub progress_percent: i32,
    pub starts_on: Option<Date>,
    pub due_on: Option<Date>,
    /// The end of `due_on` in the responsible person's time zone.
    pub overdue_from: Option<DateTimeUtc>,
    pub support_needed: Option<String>,
    pub completed_at: Option<DateTimeUtc>,
    pub last_progress_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When to check whether it is due soon or overdue.
    pub reminder_at: Option<DateTimeUtc>,
    /// How many of the two reminders (due soon, overdue) have been sent for the current due date.
    pub reminders_given: i32,
    /// The time of the last progress that was recorded while the plan was shared.
    pub shared_progress_at: Option<DateTimeUtc>,
    /// The version that `plan_progress` contains. An earlier release leaves it behind.
    pub counted_version: i64,
    /// The template that the item came from, which may have been deleted.
    pub template_id: Option<TemplateId>,
    /// Courses, documents and evidence, as the JSON of a list of `plans::ActionItemLink`.
    pub links: String,
    /// The proposal that the item came from.
    pub proposal_id: Option<ProposalId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
