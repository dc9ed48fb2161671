//! The content of a feedback. Requests, the database and responses use the same form.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ActionItemId, AnswerId};

/// The content of a feedback, without the author's private note.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub summary: Option<String>,
    pub objectives: ObjectiveVerdicts,
    pub strengths: Vec<Observation>,
    pub development_areas: Vec<Observation>,
    pub support: Vec<Support>,
}

/// The author's verdicts on the two objectives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveVerdicts {
    pub short_term: Option<Verdict>,
    pub long_term: Option<Verdict>,
}

/// Whether an objective is reasonable and achievable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Whether it is the right objective for the owner.
    pub reasonable: Option<Assessment>,
    /// Whether it can be reached in the planned time.
    pub achievable: Option<Assessment>,
    #[schema(max_length = 2000, example = "The team needs a lead by spring, and you are known there.")]
    pub comment: Option<String>,
    /// What the objective should be instead; the owner may accept it.
    #[schema(
        max_length = 2000,
        format = "not-blank",
        example = "Lead the data platform team together with Cleo for the first half-year"
    )]
    pub counter_proposal: Option<String>,
}

/// A judgement: yes, partly or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assessment {
    Yes,
    Partly,
    No,
}

/// The author's view of one strength or development area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Id of the item in the same list of the revision; null if the stance is `add`.
    pub item_id: Option<AnswerId>,
    pub stance: Stance,
    /// The proposed name; required if the stance is `adjust` or `add`.
    #[schema(max_length = 200, format = "not-blank", example = "Explaining hard things simply")]
    pub name: Option<String>,
    #[schema(max_length = 2000, example = "Your notes on the migration saved us a week.")]
    pub comment: Option<String>,
}

/// What the author proposes for a strength or development area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Keep it as it is.
    Agree,
    /// Rename it.
    Adjust,
    /// Add one that is missing.
    Add,
}

/// Whether the author supports one action item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    pub action_item_id: ActionItemId,
    pub decision: SupportDecision,
    #[schema(max_length = 2000, example = "Yes, if the first review is led together.")]
    pub comment: Option<String>,
    /// What the author promises to do; must be omitted if the decision is `declined`.
    pub commitment: Option<Commitment>,
}

/// The author's decision about an action item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SupportDecision {
    /// Yes.
    Supported,
    /// Yes, but in a different form than requested.
    Modified,
    /// No.
    Declined,
}

/// What the author of a feedback promises to do. Submitting the feedback creates a support action item for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Introduce Ana to the design council"
    )]
    pub title: String,
    pub due_on: Option<NaiveDate>,
}
