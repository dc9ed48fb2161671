//! What is asked for of a team: the query parameters.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Who belongs to a team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamScope {
    #[default]
    Reports,
    Subtree,
}

/// The status of a plan, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamStatus {
    None,
    Draft,
    Shared,
    Agreed,
    Completed,
}

/// Sort orders for team progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
pub enum TeamSort {
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "-name")]
    NameDescending,
    #[serde(rename = "progress")]
    Progress,
    #[serde(rename = "-progress")]
    ProgressDescending,
    #[serde(rename = "overdue")]
    Overdue,
    #[serde(rename = "-overdue")]
    OverdueDescending,
    #[serde(rename = "last_progress")]
    LastProgress,
    #[serde(rename = "-last_progress")]
    LastProgressDescending,
    #[serde(rename = "next_due")]
    NextDue,
    #[serde(rename = "-next_due")]
    NextDueDescending,
}

/// What a list of a team is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortedBy {
    Name,
    Progress,
    Overdue,
    LastProgress,
    NextDue,
}

impl TeamSort {
    pub fn by(self) -> SortedBy {
        match self {
            Self::Name | Self::NameDescending => SortedBy::Name,
            Self::Progress | Self::ProgressDescending => SortedBy::Progress,
            Self::Overdue | Self::OverdueDescending => SortedBy::Overdue,
            Self::LastProgress | Self::LastProgressDescending => SortedBy::LastProgress,
            Self::NextDue | Self::NextDueDescending => SortedBy::NextDue,
        }
    }

    pub fn is_descending(self) -> bool {
        matches!(
            self,
            Self::NameDescending
                | Self::ProgressDescending
                | Self::OverdueDescending
                | Self::LastProgressDescending
                | Self::NextDueDescending
        )
    }
}

/// The team, filters and order for team progress.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListTeam {
    /// `reports`: the direct reports. `subtree`: also everyone below them, with figures alone for those whose plans the
    /// caller may not read.
    #[param(inline)]
    #[serde(default)]
    pub scope: TeamScope,
    /// Only people of this department.
    #[param(max_length = 200)]
    pub department: Option<String>,
    /// Only plans with this status; `none` finds people without a plan.
    #[param(inline)]
    pub status: Option<TeamStatus>,
    /// True: only rows with overdue action items. False: only rows without.
    pub late: Option<bool>,
    /// True: only rows with blocked action items. False: only rows without.
    pub blocked: Option<bool>,
    /// Only shared and agreed plans without progress for at least this many days, counted from the sharing if that is
    /// later.
    #[param(minimum = 1, maximum = 3650)]
    pub silent_days: Option<u32>,
    /// True: only plans that wait for feedback or agreement which the caller can give, as manager, acting manager or
    /// delegate. False: only the others.
    pub awaiting_me: Option<bool>,
    /// Sort order; a leading minus means descending. Rows without the value come last in both directions. Names are
    /// compared by their first 32 characters. Without `sort`, rows are in the order in which people were added.
    #[param(inline)]
    pub sort: Option<TeamSort>,
}

/// The length of the periods of a history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HistoryInterval {
    #[default]
    Week,
    Month,
}

/// The team and periods of a history.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReadHistory {
    /// `reports`: the direct reports. `subtree`: also everyone below them, with figures alone for those whose plans the
    /// caller may not read.
    #[param(inline)]
    #[serde(default)]
    pub scope: TeamScope,
    /// Only people of this department.
    #[param(max_length = 200)]
    pub department: Option<String>,
    /// Weeks begin on Monday.
    #[param(inline)]
    #[serde(default)]
    pub interval: HistoryInterval,
    /// A day of the first period. Unless given, there are 12 periods.
    pub from: Option<NaiveDate>,
    /// A day of the last period; at most today, which it is unless given.
    pub to: Option<NaiveDate>,
}
