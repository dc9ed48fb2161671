//! The sections of the questionnaire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A section of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What drives the person: mission, values, motivators.
    Basic,
    /// Where the person is heading: the two objectives.
    Deeper,
    /// How to get there: strengths, development areas, action plan.
    Planning,
}

impl Section {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Deeper => "deeper",
            Self::Planning => "planning",
        }
    }
}
