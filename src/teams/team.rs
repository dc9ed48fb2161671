//! Whose team is asked for and by whom, and the keys of its rows.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::query::TeamScope;
use crate::ids::PersonId;

/// The team of a manager, as a caller sees it.
#[derive(Clone, Copy, Debug)]
pub struct Team {
    pub manager: PersonId,
    pub scope: TeamScope,
    /// Whether the people whose acting manager this person is belong to it.
    pub with_acting: bool,
    /// The nil UUID for a service.
    pub caller: PersonId,
    /// Whether the caller reads all that is shared.
    pub reads_all: bool,
    pub now: DateTime<Utc>,
}

/// The value of a row that a list is sorted by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    Name(String),
    Number(i64),
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl From<SortKey> for Value {
    fn from(key: SortKey) -> Self {
        match key {
            SortKey::Name(name) => name.into(),
            SortKey::Number(number) => number.into(),
            SortKey::Day(day) => day.into(),
            SortKey::At(at) => at.into(),
        }
    }
}

/// The key of the last row of the previous page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TeamKey {
    /// None if the list is not sorted, or the row has no such value.
    pub value: Option<SortKey>,
    pub person: PersonId,
    /// The plan's id, or the person's again if there is no plan.
    pub row: Uuid,
}
