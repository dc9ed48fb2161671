//! A version of the questionnaire as HR writes it: adapted texts of the standard questions, and questions of HR's own,
//! in several languages.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{section::Section, standard::QuestionKey};
use crate::ids::{Ids, OwnQuestionId};

/// A language tag (BCP 47).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(max_length = 35, pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", example = "en")]
pub struct LanguageTag(pub String);

/// Title and guidance of a question in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionTexts {
    pub language: LanguageTag,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Personal mission")]
    pub title: String,
    #[schema(
        min_length = 1,
        max_length = 2000,
        format = "not-blank",
        example = "What do you hope to achieve?"
    )]
    pub guidance: String,
}

/// A standard question with texts in place of the standard ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdaptedQuestion {
    pub key: QuestionKey,
    /// One for each of the `languages`.
    #[schema(min_items = 1, max_items = 20)]
    pub texts: Vec<QuestionTexts>,
}

/// How a question of HR's own is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnQuestionKind {
    /// By a text of at most 4,000 characters.
    Text,
    /// By one of several options.
    Choice,
    /// By a whole number of a scale.
    Scale,
}

/// The label of an option in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionLabel {
    pub language: LanguageTag,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "On site")]
    pub label: String,
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// What an answer contains. Keep it from version to version.
    #[schema(min_length = 1, max_length = 100, format = "not-blank", example = "on_site")]
    pub value: String,
    /// One for each of the `languages`; without any, the value is shown.
    #[schema(max_items = 20)]
    pub labels: Option<Vec<OptionLabel>>,
}

/// What the ends of a scale mean, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleLabels {
    pub language: LanguageTag,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Not at all")]
    pub minimum: String,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Very much")]
    pub maximum: String,
}

/// A scale of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    #[schema(minimum = 0, maximum = 99, example = 1)]
    pub minimum: i32,
    /// Above the minimum.
    #[schema(minimum = 1, maximum = 100, example = 5)]
    pub maximum: i32,
    /// One for each of the `languages`, or none.
    #[schema(max_items = 20)]
    pub labels: Option<Vec<ScaleLabels>>,
}

/// A question of HR's own, as clients send it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveOwnQuestion {
    /// The id in an earlier version, so that answers of both versions can be compared. Omit it for a new question: the
    /// service generates one.
    pub id: Option<OwnQuestionId>,
    pub section: Section,
    pub kind: OwnQuestionKind,
    /// Whether a plan without an answer cannot be shared. Defaults to false.
    pub required: Option<bool>,
    /// For the kind `choice`, at least two.
    #[schema(max_items = 20)]
    pub options: Option<Vec<ChoiceOption>>,
    /// For the kind `scale`.
    pub scale: Option<Scale>,
    /// One for each of the `languages`.
    #[schema(min_items = 1, max_items = 20)]
    pub texts: Vec<QuestionTexts>,
}

/// A question of HR's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnQuestionDefinition {
    pub id: OwnQuestionId,
    pub section: Section,
    pub kind: OwnQuestionKind,
    /// Whether a plan without an answer cannot be shared.
    pub required: bool,
    /// The options of a choice; empty for other kinds.
    #[schema(max_items = 20)]
    pub options: Vec<ChoiceOption>,
    /// The scale; null for other kinds.
    #[schema(required)]
    pub scale: Option<Scale>,
    #[schema(min_items = 1, max_items = 20)]
    pub texts: Vec<QuestionTexts>,
}

/// A new version of the questionnaire.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateQuestionnaire {
    /// The languages of the version. All texts are given in each of them. Callers who accept none get the first.
    #[schema(min_items = 1, max_items = 20)]
    pub languages: Vec<LanguageTag>,
    /// Standard questions with other texts. Those left out keep the standard texts, which exist in English, German,
    /// Spanish, French and Japanese: in a further language, all eight need texts.
    #[schema(max_items = 8)]
    pub questions: Option<Vec<AdaptedQuestion>>,
    /// Questions of HR's own, in order.
    #[schema(max_items = 20)]
    pub own_questions: Option<Vec<GiveOwnQuestion>>,
}

/// What is stored of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    pub languages: Vec<LanguageTag>,
    pub questions: Vec<AdaptedQuestion>,
    pub own_questions: Vec<OwnQuestionDefinition>,
}

impl CreateQuestionnaire {
    /// The stored form, with an id for each new question.
    pub fn into_definition(self, ids: &Ids) -> Definition {
        let Self { languages, questions, own_questions } = self;
        let with_id = |question: GiveOwnQuestion| {
            let GiveOwnQuestion { id, section, kind, required, options, scale, texts } = question;
            OwnQuestionDefinition {
                id: id.unwrap_or_else(|| ids.next()),
                section,
                kind,
                required: required.unwrap_or_default(),
                options: options.unwrap_or_default(),
                scale,
                texts,
            }
        };
        Definition {
            languages,
            questions: questions.unwrap_or_default(),
            own_questions: own_questions.unwrap_or_default().into_iter().map(with_id).collect(),
        }
    }
}
