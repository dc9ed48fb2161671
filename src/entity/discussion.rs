//! A discussion: the talk of a plan's owner with a manager.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{DiscussionId, PersonId, PlanId, TenantId};

/// The status of a discussion.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DiscussionStatus {
    /// It is to take place.
    Planned,
    /// It took place.
    Held,
    /// It does not take place.
    Cancelled,
}

/// How long after a discussion the next one is. The local time stays the same when the clocks change.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// There is no next one.
    None,
    /// One month.
    Monthly,
    /// Six weeks.
    #[sea_orm(string_value = "every_6_weeks")]
    #[serde(rename = "every_6_weeks")]
    EverySixWeeks,
    /// Three months.
    Quarterly,
    /// Six months.
    HalfYearly,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "discussions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DiscussionId,
    pub plan_id: PlanId,
    /// With whom the owner talks; none if there was no manager when it was planned.
    pub manager_id: Option<PersonId>,
    /// The person who planned it, or held the one before it.
    pub planned_by_id: PersonId,
    /// The latest revision when it was planned or held. Withdrawing that closes the discussion to others.
    pub revision: i32,
    pub status: DiscussionStatus,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    /// A name of the IANA time zone database.
    pub time_zone: String,
    pub location: Option<String>,
    pub rhythm: Rhythm,
    /// The lines as JSON; none while they come from the plan as it is.
    pub agenda: Option<String>,
    /// Lines that come from the plan are about what has changed since; none for all of it.
    pub agenda_since: Option<DateTimeUtc>,
    pub shared_notes: Option<String>,
    /// As JSON.
    pub outcomes: String,
    /// A message of the person who cancelled it.
    pub cancel_message: Option<String>,
    /// The one after which it was made, by its rhythm.
    pub previous_id: Option<DiscussionId>,
    pub held_at: Option<DateTimeUtc>,
    /// iCalendar's SEQUENCE: raised when what calendars show changes, or the status.
    pub sequence: i32,
    pub sequenced_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// When to remind of it.
    pub reminder_at: Option<DateTimeUtc>,
    /// The person who planned it has deleted it. The authors of private notes in it still see it, as cancelled.
    pub deleted: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
