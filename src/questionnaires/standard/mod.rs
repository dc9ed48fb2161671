//! The eight standard questions, and their texts in the languages that the service ships.

mod de;
mod en;
mod es;
mod fr;
mod ja;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::section::Section;

/// A standard question, named after the field of the plan that holds its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKey {
    MissionStatement,
    Values,
    Motivators,
    ShortTermObjective,
    LongTermObjective,
    Strengths,
    DevelopmentAreas,
    ActionItems,
}

impl QuestionKey {
    /// The key as JSON has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::MissionStatement => "mission_statement",
            Self::Values => "values",
            Self::Motivators => "motivators",
            Self::ShortTermObjective => "short_term_objective",
            Self::LongTermObjective => "long_term_objective",
            Self::Strengths => "strengths",
            Self::DevelopmentAreas => "development_areas",
            Self::ActionItems => "action_items",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        QUESTIONS.iter().map(|question| question.key).find(|key| key.name() == name)
    }

    /// The section that the question belongs to.
    pub fn section(self) -> Section {
        match self {
            Self::MissionStatement | Self::Values | Self::Motivators => Section::Basic,
            Self::ShortTermObjective | Self::LongTermObjective => Section::Deeper,
            Self::Strengths | Self::DevelopmentAreas | Self::ActionItems => Section::Planning,
        }
    }
}

/// A standard question, and the section that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct StandardQuestion {
    pub key: QuestionKey,
    pub section: Section,
}

const fn question(key: QuestionKey, section: Section) -> StandardQuestion {
    StandardQuestion { key, section }
}

/// The standard questions, in the recommended order.
pub const QUESTIONS: [StandardQuestion; 8] = [
    question(QuestionKey::MissionStatement, Section::Basic),
    question(QuestionKey::Values, Section::Basic),
    question(QuestionKey::Motivators, Section::Basic),
    question(QuestionKey::ShortTermObjective, Section::Deeper),
    question(QuestionKey::LongTermObjective, Section::Deeper),
    question(QuestionKey::Strengths, Section::Planning),
    question(QuestionKey::DevelopmentAreas, Section::Planning),
    question(QuestionKey::ActionItems, Section::Planning),
];

/// Title and guidance of a question.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub title: &'static str,
    pub guidance: &'static str,
}

/// The texts of the questions in one language, in the order of [`QUESTIONS`].
type Texts = [Text; 8];

/// The shipped languages, each with its texts. The first is the default.
const LANGUAGES: [(&str, &Texts); 5] =
    [("en", &en::TEXTS), ("de", &de::TEXTS), ("es", &es::TEXTS), ("fr", &fr::TEXTS), ("ja", &ja::TEXTS)];

/// The tags of the shipped languages.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(language, _)| *language)
}

/// The text of a question; None in a language that is not shipped.
pub fn text(key: QuestionKey, language: &str) -> Option<Text> {
    let (_, texts) = LANGUAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(language))?;
    let position = QUESTIONS.iter().position(|question| question.key == key)?;
    texts.get(position).copied()
}

/// The English title of a question, for messages.
pub fn english(key: QuestionKey) -> &'static str {
    text(key, "en").map_or("", |text| text.title)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_key_has_the_name_and_section_of_its_question() {
        for question in QUESTIONS {
            assert_eq!(question.section, question.key.section());
            assert_eq!(serde_json::json!(question.key), question.key.name());
            assert_eq!(QuestionKey::named(question.key.name()), Some(question.key));
        }
        assert_eq!(QuestionKey::named("Values"), None);
    }

    #[test]
    fn every_language_has_a_text_of_its_own_for_every_question() {
        let mut seen = HashSet::new();
        for (language, texts) in LANGUAGES {
            for Text { title, guidance } in texts {
                assert!(!title.trim().is_empty() && title.chars().count() <= 200, "{language} {title}");
                assert!(guidance.chars().count() > title.chars().count(), "{language} {guidance}");
                assert!(seen.insert(guidance), "{language} {guidance}");
            }
        }
    }
}
