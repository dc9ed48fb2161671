//! What readiness finds.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::OwnQuestionId;

/// A problem with the plan, or a suggestion for it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Finding {
    pub code: FindingCode,
    pub severity: Severity,
    /// JSON Pointer (RFC 6901) to the place of the finding in the plan. `/action_items/…` points into the plan's
    /// action items, in order of creation.
    #[schema(example = "/answers/values/0")]
    pub pointer: String,
    /// The question of HR's own that needs an answer; missing in other findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub question_id: Option<OwnQuestionId>,
    /// How to fix it.
    pub message: String,
}

/// How severe a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan cannot be shared until this is fixed.
    Blocker,
    /// A suggestion; it never prevents sharing.
    Advice,
}

/// The kind of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    QuestionUnanswered,
    TargetTooLate,
    NoActionItem,
    FewerThanFiveValues,
    ValueUnaligned,
    MotivatorUnaligned,
    DevelopmentAreaUnaligned,
    DevelopmentAreaWithoutAction,
    ActionWithoutDueDate,
    ActionDueOutsidePlan,
    ActionTiedToNothing,
}
