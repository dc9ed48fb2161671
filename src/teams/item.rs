//! The wire types of team progress.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rules::{self, Awaited, PlanState},
    store::TeamRow,
    team::Team,
};
use crate::{
    entity::plan::PlanStatus,
    http::{Named, page::Cursor},
    ids::{PersonId, PlanId},
};

/// The progress of the plans of a manager's team.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamProgress {
    /// The time of the calculation.
    pub as_of: DateTime<Utc>,
    pub totals: TeamTotals,
    /// One row for each plan that is not archived, and one for each person without such a plan.
    pub items: Vec<TeamMemberProgress>,
    /// Pass it as `cursor` to get the next page. Null on the last page.
    #[schema(required, value_type = Option<String>)]
    pub next_cursor: Option<Cursor>,
}

/// Totals of all rows that the filters leave, the same on each page. Cancelled action items and those of drafts are not
/// counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamTotals {
    /// Number of people. Without filters: the active people of the team.
    #[schema(minimum = 0)]
    pub people: i64,
    /// Number of people with a plan, including drafts.
    #[schema(minimum = 0)]
    pub with_plan: i64,
    /// Number of people with a shared plan.
    #[schema(minimum = 0)]
    pub shared: i64,
    /// Number of people with an agreed or completed plan.
    #[schema(minimum = 0)]
    pub agreed: i64,
    pub action_items: ActionItemCounts,
    /// Mean progress of the action items, rounded.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
}

/// Numbers of action items, in total and by state. Cancelled items are not counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionItemCounts {
    #[schema(minimum = 0)]
    pub total: i64,
    #[schema(minimum = 0)]
    pub done: i64,
    #[schema(minimum = 0)]
    pub in_progress: i64,
    #[schema(minimum = 0)]
    pub blocked: i64,
    /// Open items whose due day has ended in the responsible person's time zone. Those of a completed plan are not
    /// overdue.
    #[schema(minimum = 0)]
    pub overdue: i64,
}

/// One plan of a person of the team, or a person without a plan. A draft has only its status.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMemberProgress {
    pub person: TeamMember,
    #[schema(required, max_length = 200)]
    pub department: Option<String>,
    /// The person's manager in the directory.
    #[schema(required)]
    pub manager_id: Option<PersonId>,
    #[schema(required)]
    pub manager: Option<Named>,
    /// Whether the caller may not read the person's plans, as a manager above the person's manager: `plan_id` and
    /// `next_due_on` are null then, and `awaiting` is empty.
    pub figures_only: bool,
    /// Null if there is no plan, and for a draft.
    #[schema(required)]
    pub plan_id: Option<PlanId>,
    #[schema(required)]
    pub plan_status: Option<PlanStatus>,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
    pub action_items: ActionItemCounts,
    /// The next due day of the plan's action items that are not done, from today on. Null for a completed plan.
    #[schema(required)]
    pub next_due_on: Option<NaiveDate>,
    #[schema(required)]
    pub last_progress_at: Option<DateTime<Utc>>,
    /// The steps that the plan waits for, in the recommended order.
    pub awaiting: Vec<Awaited>,
}

/// A person of the team.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMember {
    pub id: PersonId,
    pub display_name: String,
    #[schema(required)]
    pub title: Option<String>,
}

/// How the progress of a team has come about.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamHistory {
    /// The time of the calculation.
    pub as_of: DateTime<Utc>,
    /// The manager's time zone, in which days begin and end.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub time_zone: String,
    /// In the order of time. None begins in the future.
    #[schema(max_items = 104)]
    pub items: Vec<HistoryItem>,
}

/// The sums of a team at the end of a week or month; now, if it has not ended.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TeamHistoryItem)]
pub struct HistoryItem {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Action items of plans that were shared by then, without cancelled ones.
    #[schema(minimum = 0)]
    pub total: i64,
    /// Those of them that were due by then, by their present due days.
    #[schema(minimum = 0)]
    pub planned: i64,
    /// Those that were done, due or not.
    #[schema(minimum = 0)]
    pub done: i64,
    /// Those that were due and open. None of a plan that was completed by then.
    #[schema(minimum = 0)]
    pub overdue: i64,
    /// Mean progress of the action items, rounded.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
}

impl TeamTotals {
    pub fn of(row: &TeamRow) -> Self {
        Self {
            people: row.people,
            with_plan: row.with_plan,
            shared: row.shared,
            agreed: row.agreed,
            action_items: ActionItemCounts {
                total: row.all_items,
                done: row.all_done,
                in_progress: row.all_in_progress,
                blocked: row.all_blocked,
                overdue: row.all_overdue,
            },
            progress_percent: rules::mean_percent(row.all_percent, row.all_items),
        }
    }
}

impl TeamMemberProgress {
    /// The row's person and plan; None if the row has only the totals.
    pub fn of(row: TeamRow, team: &Team) -> Option<Self> {
        let figures_only = !row.is_readable(team);
        let progress_percent = row.progress_percent();
        let awaiting = row.plan_status.filter(|_| !figures_only).map(|status| {
            rules::awaiting(PlanState {
                status,
                feedback_asked: row.feedback_asked,
                feedback_unread: row.feedback_unread,
                owner_agreed: row.owner_agreed_at.is_some(),
                manager_agreed: row.manager_agreed_at.is_some(),
            })
        });
        Some(Self {
            person: TeamMember {
                id: row.person_id?,
                display_name: row.display_name.unwrap_or_default(),
                title: row.title,
            },
            department: row.department,
            manager_id: row.manager_id,
            manager: row.manager_id.map(Named::Later),
            figures_only,
            plan_id: row.plan_id.filter(|_| row.shared_at.is_some() && !figures_only),
            plan_status: row.plan_status,
            progress_percent,
            action_items: ActionItemCounts {
                total: row.items,
                done: row.done,
                in_progress: row.in_progress,
                blocked: row.blocked,
                overdue: row.overdue,
            },
            next_due_on: row.next_due_on.filter(|_| !figures_only),
            last_progress_at: row.last_progress_at,
            awaiting: awaiting.unwrap_or_default(),
        })
    }
}
