//! The questionnaire in one language.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    definition::{
        Definition, LanguageTag, OptionLabel, OwnQuestionDefinition, OwnQuestionKind, QuestionTexts,
    },
    section::Section,
    standard::{self, QUESTIONS, QuestionKey},
};
use crate::ids::OwnQuestionId;

/// The questions of a plan, in one language.
#[derive(Debug, Serialize, ToSchema)]
pub struct Questionnaire {
    /// A plan keeps the version that was the current one when the plan was created.
    #[schema(minimum = 1)]
    pub version: i32,
    /// The language of the texts.
    pub language: LanguageTag,
    /// All languages of the version; the first is the default.
    #[schema(min_items = 1, max_items = 20)]
    pub languages: Vec<LanguageTag>,
    /// When the version was published; null for version 1, which comes with the service.
    #[schema(required)]
    pub published_at: Option<DateTime<Utc>>,
    /// The standard questions, in the recommended order.
    #[schema(min_items = 8, max_items = 8)]
    pub questions: Vec<Question>,
    /// The questions of HR's own, in order.
    #[schema(max_items = 20)]
    pub own_questions: Vec<OwnQuestion>,
}

/// One of the eight standard questions.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question {
    pub key: QuestionKey,
    pub section: Section,
    /// Position among the questions, from 1.
    #[schema(minimum = 1, maximum = 8, format = Int32)]
    pub number: usize,
    #[schema(max_length = 200)]
    pub title: String,
    #[schema(max_length = 2000)]
    pub guidance: String,
}

/// A question of HR's own. Its answer is an item of `extra` in the answers of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnQuestion {
    pub id: OwnQuestionId,
    pub section: Section,
    pub kind: OwnQuestionKind,
    /// Position among all questions, from 9.
    #[schema(minimum = 9, maximum = 28, format = Int32)]
    pub number: usize,
    /// Whether a plan without an answer cannot be shared.
    pub required: bool,
    #[schema(max_length = 200)]
    pub title: String,
    #[schema(max_length = 2000)]
    pub guidance: String,
    /// The options of a choice; empty for other kinds.
    #[schema(max_items = 20)]
    pub options: Vec<Choice>,
    /// The scale; null for other kinds.
    #[schema(required)]
    pub scale: Option<ScaleRange>,
}

/// An option, and how it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct Choice {
    /// What an answer contains.
    #[schema(max_length = 100)]
    pub value: String,
    #[schema(max_length = 200)]
    pub label: String,
}

/// A scale, and what its ends mean.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScaleRange {
    #[schema(minimum = 0, maximum = 99)]
    pub minimum: i32,
    #[schema(minimum = 1, maximum = 100)]
    pub maximum: i32,
    #[schema(required, max_length = 200)]
    pub minimum_label: Option<String>,
    #[schema(required, max_length = 200)]
    pub maximum_label: Option<String>,
}

/// The text of a list that is in this language.
fn in_language<'a, T>(texts: &'a [T], language: &str, of: impl Fn(&T) -> &LanguageTag) -> Option<&'a T> {
    texts.iter().find(|text| of(text).0.eq_ignore_ascii_case(language))
}

/// The questions of a version in one of its languages.
pub fn render(
    version: i32,
    published_at: Option<DateTime<Utc>>,
    definition: Definition,
    language: &str,
) -> Questionnaire {
    let Definition { languages, questions: adapted, own_questions } = definition;
    let questions = (1..).zip(QUESTIONS).map(|(number, question)| {
        let adapted = adapted.iter().find(|adapted| adapted.key == question.key);
        let adapted = adapted
            .and_then(|adapted| in_language(&adapted.texts, language, |text: &QuestionTexts| &text.language));
        let (title, guidance) = match adapted {
            Some(text) => (text.title.clone(), text.guidance.clone()),
            None => {
                let text = standard::text(question.key, language);
                text.map(|text| (text.title.to_owned(), text.guidance.to_owned())).unwrap_or_default()
            }
        };
        Question { key: question.key, section: question.section, number, title, guidance }
    });
    let questions = questions.collect();
    let own_questions = render_own_questions(own_questions, language);
    let language = LanguageTag(language.to_owned());
    Questionnaire { version, language, languages, published_at, questions, own_questions }
}

/// Questions of HR's own in a language; those without it in the first that they have.
pub fn render_own_questions(questions: Vec<OwnQuestionDefinition>, language: &str) -> Vec<OwnQuestion> {
    let numbered = (QUESTIONS.len() + 1..).zip(questions);
    numbered.map(|(number, question)| render_own(number, question, language)).collect()
}

fn render_own(number: usize, question: OwnQuestionDefinition, language: &str) -> OwnQuestion {
    let OwnQuestionDefinition { id, section, kind, required, options, scale, texts } = question;
    let text = in_language(&texts, language, |text: &QuestionTexts| &text.language).or_else(|| texts.first());
    let (title, guidance) = text.map(|text| (text.title.clone(), text.guidance.clone())).unwrap_or_default();
    let options = options.into_iter().map(|option| {
        let labels = option.labels.unwrap_or_default();
        let label = in_language(&labels, language, |label: &OptionLabel| &label.language);
        let label = label.map_or_else(|| option.value.clone(), |label| label.label.clone());
        Choice { value: option.value, label }
    });
    let scale = scale.map(|scale| {
        let labels = scale.labels.unwrap_or_default();
        let labels = labels.into_iter().find(|labels| labels.language.0.eq_ignore_ascii_case(language));
        let (minimum_label, maximum_label) = labels.map(|labels| (labels.minimum, labels.maximum)).unzip();
        ScaleRange { minimum: scale.minimum, maximum: scale.maximum, minimum_label, maximum_label }
    });
    let options = options.collect();
    OwnQuestion { id, section, kind, number, required, title, guidance, options, scale }
}
