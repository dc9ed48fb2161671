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

/// What became of the objectives of a plan that is completed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PlanOutcome {
    Reached,
    Partly,
    NotReached,
    /// The owner has taken another direction.
    ChangedCourse,
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
    /// Whether `earlier_revisions_visible_from` is set. For the previous release; derived.
    pub earlier_revisions_visible: bool,
    /// The time since which others may read it; none while it is a draft.
    pub shared_at: Option<DateTimeUtc>,
    pub owner_agreed_at: Option<DateTimeUtc>,
    /// When a manager who counts now agreed to the latest revision: looked up in `agreements` again when the manager
    /// changes.
    pub manager_agreed_at: Option<DateTimeUtc>,
    pub reflection: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When to check whether it is stale.
    pub reminder_at: Option<DateTimeUtc>,
    /// The time of the last activity for which `plan.stale` was recorded, so that it is recorded once.
    pub stale_since: Option<DateTimeUtc>,
    /// Revisions up to this number were withdrawn: only the owner reads them, and what is about them. Derived.
    pub closed_up_to: i32,
    /// Of those, revisions up to this number were private under an identity of the owner that was unlinked: no one
    /// reads them (`set_aside`).
    pub set_aside_up_to: i32,
    /// `version` and `updated_at` as those see it who read the whole plan, other than its owner. They move only when
    /// what is seen moves. Derived.
    pub shared_version: i64,
    pub shared_updated_at: DateTimeUtc,
    /// The same for invited reviewers, who see less.
    pub reviewed_version: i64,
    pub reviewed_updated_at: DateTimeUtc,
    /// The first revision that a new manager reads of those that were shared with an earlier one.
    pub earlier_revisions_visible_from: Option<i32>,
    /// Whether the owner's agreement alone made it agreed, because there was no manager.
    pub agreed_without_manager: bool,
    /// The version of the questionnaire that was the current one when the plan was created.
    pub questionnaire_version: i32,
    /// When it was completed; none if a release before this column completed it. Derived.
    pub completed_at: Option<DateTimeUtc>,
    /// The plan that this one renews.
    pub previous_plan_id: Option<PlanId>,
    pub outcome: Option<PlanOutcome>,
    /// The last day for which `plan.ended` was recorded, so that it is recorded once.
    pub ended_on: Option<Date>,
    /// Whether the working copy of a draft of a cycle has no blocker but, perhaps, that it has no action item. Derived.
    pub answers_complete: bool,
    /// Whether the plan was in another cycle before: `prepared` does not count it. Derived.
    pub cycle_changed: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
