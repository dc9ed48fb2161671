//! What a discussion is about: the lines of its agenda, and its outcomes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    feedback::Assessment,
    http::Named,
    ids::{ActionItemId, AgendaLineId, PersonId},
    plans::Horizon,
    questionnaires::QuestionKey,
};

/// Maximum lines of an agenda.
pub const MAX_LINES: usize = 50;
/// Maximum characters of a line.
pub const MAX_LINE: usize = 500;

/// Where a line of an agenda comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgendaSource {
    /// A verdict on an objective that is not yes.
    Verdict,
    /// A strength or a development area that feedback adds or renames.
    Stance,
    /// Support that was declined or agreed in another form, or that the owner needs.
    Support,
    /// An action item whose due date has passed.
    Overdue,
    /// An action item that is blocked.
    Blocked,
    /// A comment on the latest revision or on an action item.
    Comment,
    /// A person has written it.
    Added,
}

impl AgendaSource {
    /// Whether a line may say what only tokens with the scope `feedback:read` read.
    pub fn is_of_feedback(self) -> bool {
        match self {
            Self::Verdict | Self::Stance | Self::Support | Self::Comment => true,
            Self::Overdue | Self::Blocked | Self::Added => false,
        }
    }
}

/// What a line of an agenda says that comes from the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgendaKind {
    /// The `objective` is not, or partly, `reasonable` or `achievable`, or another one is proposed: `name`.
    ObjectiveJudged,
    /// A strength to add: `name`.
    StrengthAdded,
    /// Another name for a strength: `name`.
    StrengthRenamed,
    /// A development area to add: `name`.
    DevelopmentAreaAdded,
    /// Another name for a development area: `name`.
    DevelopmentAreaRenamed,
    /// The action item is supported in another form.
    SupportModified,
    /// The action item is not supported.
    SupportDeclined,
    /// The owner needs support for the action item, as `comment` says.
    SupportNeeded,
    /// The due date of the action item has passed.
    ItemOverdue,
    /// The action item is blocked.
    ItemBlocked,
    PlanCommented,
    /// The answer to the `question` is commented on.
    AnswerCommented,
    ItemCommented,
}

impl AgendaKind {
    pub fn source(self) -> AgendaSource {
        match self {
            Self::ObjectiveJudged => AgendaSource::Verdict,
            Self::StrengthAdded
            | Self::StrengthRenamed
            | Self::DevelopmentAreaAdded
            | Self::DevelopmentAreaRenamed => AgendaSource::Stance,
            Self::SupportModified | Self::SupportDeclined | Self::SupportNeeded => AgendaSource::Support,
            Self::ItemOverdue => AgendaSource::Overdue,
            Self::ItemBlocked => AgendaSource::Blocked,
            Self::PlanCommented | Self::AnswerCommented | Self::ItemCommented => AgendaSource::Comment,
        }
    }
}

/// What a line of an agenda is about, for clients that say it in another language than English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaTopic {
    pub kind: AgendaKind,
    #[schema(required)]
    pub objective: Option<Horizon>,
    #[schema(required)]
    pub reasonable: Option<Assessment>,
    #[schema(required)]
    pub achievable: Option<Assessment>,
    #[schema(required)]
    pub question: Option<QuestionKey>,
    /// The title of the action item, or what is proposed.
    #[schema(required, max_length = 500)]
    pub name: Option<String>,
    /// What the author of the feedback or of the comment says, or the owner of the support.
    #[schema(required, max_length = 500)]
    pub comment: Option<String>,
    #[schema(required)]
    pub action_item_id: Option<ActionItemId>,
}

/// A line of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgendaLine {
    pub id: AgendaLineId,
    pub source: AgendaSource,
    /// English, if the line comes from the plan: `about` has what it says.
    #[schema(max_length = 500, example = "Blocked: Lead the monthly design review")]
    pub text: String,
    /// Whether it has been talked about.
    pub done: bool,
    /// Null for a text that a person has written.
    #[schema(required)]
    #[serde(default)]
    pub about: Option<AgendaTopic>,
}

/// A line of an agenda that is written. The list replaces the whole agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveAgendaLine {
    /// The id of a line that the agenda has, which keeps its `source`. Omit it for a new line.
    pub id: Option<AgendaLineId>,
    /// Taken, so that a line can be sent as it was read, and not looked at: a new line is `added`.
    pub source: Option<AgendaSource>,
    #[schema(
        min_length = 1,
        max_length = 500,
        format = "not-blank",
        example = "Could a smaller review come first?"
    )]
    pub text: String,
    /// Whether it has been talked about. Defaults to false.
    pub done: Option<bool>,
    /// Taken, as `source` is: a line keeps it while its text stays as it is.
    pub about: Option<AgendaTopic>,
}

/// Something that was agreed, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOutcome {
    pub text: String,
    pub action_item: Option<StoredOutcomeItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOutcomeItem {
    pub title: String,
    pub responsible_id: PersonId,
    pub due_on: Option<NaiveDate>,
    /// None before the discussion is held.
    pub action_item_id: Option<ActionItemId>,
}

/// Something that was agreed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Outcome {
    #[schema(max_length = 1000)]
    pub text: String,
    /// What is to be done; it becomes an action item when the discussion is held.
    #[schema(required)]
    pub action_item: Option<OutcomeItem>,
}

/// What is to be done about an outcome.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeItem {
    #[schema(max_length = 200)]
    pub title: String,
    pub responsible_id: PersonId,
    pub responsible: Named,
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// The action item; null before the discussion is held.
    #[schema(required)]
    pub action_item_id: Option<ActionItemId>,
}

/// Something that was agreed, written. The list replaces all outcomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveOutcome {
    #[schema(
        min_length = 1,
        max_length = 1000,
        format = "not-blank",
        example = "Ana leads the small review first, and Ben sits in."
    )]
    pub text: String,
    pub action_item: Option<GiveOutcomeItem>,
}

/// What is to be done about an outcome. When the discussion is held, it becomes a development item of the owner, or a
/// support item of the manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveOutcomeItem {
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Lead the small design review"
    )]
    pub title: String,
    /// The plan's owner, the owner's manager, an acting manager, or a delegate of the manager.
    pub responsible_id: PersonId,
    pub due_on: Option<NaiveDate>,
}

impl From<StoredOutcome> for Outcome {
    fn from(StoredOutcome { text, action_item }: StoredOutcome) -> Self {
        let action_item = action_item.map(|item| {
            let StoredOutcomeItem { title, responsible_id, due_on, action_item_id } = item;
            let responsible = Named::Later(responsible_id);
            OutcomeItem { title, responsible_id, responsible, due_on, action_item_id }
        });
        Self { text, action_item }
    }
}

impl From<StoredOutcome> for GiveOutcome {
    fn from(StoredOutcome { text, action_item }: StoredOutcome) -> Self {
        let action_item = action_item.map(|item| {
            let StoredOutcomeItem { title, responsible_id, due_on, action_item_id: _ } = item;
            GiveOutcomeItem { title, responsible_id, due_on }
        });
        Self { text, action_item }
    }
}

impl From<GiveOutcome> for StoredOutcome {
    fn from(GiveOutcome { text, action_item }: GiveOutcome) -> Self {
        let action_item = action_item.map(|item| {
            let GiveOutcomeItem { title, responsible_id, due_on } = item;
            StoredOutcomeItem { title, responsible_id, due_on, action_item_id: None }
        });
        Self { text, action_item }
    }
}

impl From<AgendaLine> for GiveAgendaLine {
    fn from(AgendaLine { id, source, text, done, about }: AgendaLine) -> Self {
        Self { id: Some(id), source: Some(source), text, done: Some(done), about }
    }
}
