//! The questionnaire: eight questions in three sections, with guidance. It is the same for all tenants.

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

/// A question, named after the field of the plan that holds its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
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
    pub const ALL: [Self; 8] = [
        Self::MissionStatement,
        Self::Values,
        Self::Motivators,
        Self::ShortTermObjective,
        Self::LongTermObjective,
        Self::Strengths,
        Self::DevelopmentAreas,
        Self::ActionItems,
    ];

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
        Self::ALL.into_iter().find(|key| key.name() == name)
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

/// One of the eight questions.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Question {
    pub key: QuestionKey,
    pub section: Section,
    /// Position among the questions, from 1.
    #[schema(minimum = 1, maximum = 8)]
    pub number: u8,
    #[schema(value_type = String)]
    pub title: &'static str,
    #[schema(value_type = String)]
    pub guidance: &'static str,
}

/// The questions of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct Questionnaire {
    /// The questions, in the recommended order.
    #[schema(value_type = Vec<Question>)]
    pub questions: &'static [Question],
}

/// The questions, in order.
pub const QUESTIONS: &[Question] = &[
    Question {
        key: QuestionKey::MissionStatement,
        section: Section::Basic,
        number: 1,
        title: "Personal mission",
        guidance: "In a sentence or two: what do you hope to achieve through your career, and for whom?",
    },
    Question {
        key: QuestionKey::Values,
        section: Section::Basic,
        number: 2,
        title: "Values",
        guidance: "Name the five values that matter most in your life, and tie each to the objective it fits.",
    },
    Question {
        key: QuestionKey::Motivators,
        section: Section::Basic,
        number: 3,
        title: "Motivators",
        guidance: "What gives you energy at work? Think of pace, deadlines, structure, flexibility, company and quiet.",
    },
    Question {
        key: QuestionKey::ShortTermObjective,
        section: Section::Deeper,
        number: 4,
        title: "Short-term objective",
        guidance: "Where do you want to be within 12 months: in a new assignment (which one?), or in your current role \
                   with added duties (which ones?)",
    },
    Question {
        key: QuestionKey::LongTermObjective,
        section: Section::Deeper,
        number: 5,
        title: "Long-term objective",
        guidance: "What is the ultimate objective of your career? The rest of the plan is tailored towards it.",
    },
    Question {
        key: QuestionKey::Strengths,
        section: Section::Planning,
        number: 6,
        title: "Strengths",
        guidance: "Which of your strengths will you build on? Say where they have shown.",
    },
    Question {
        key: QuestionKey::DevelopmentAreas,
        section: Section::Planning,
        number: 7,
        title: "Development areas",
        guidance: "Where must you grow so that your objectives come within reach? Tie each area to an objective.",
    },
    Question {
        key: QuestionKey::ActionItems,
        section: Section::Planning,
        number: 8,
        title: "Action plan",
        guidance: "What, specifically, will you do in the next 12 months? Give each action a due date, and the \
                   development area it works on or the objective it advances.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_name_and_section_of_its_question() {
        let keys: Vec<QuestionKey> = QUESTIONS.iter().map(|question| question.key).collect();
        assert_eq!(keys, QuestionKey::ALL);
        for question in QUESTIONS {
            assert_eq!(question.section, question.key.section());
            assert_eq!(serde_json::json!(question.key), question.key.name());
            assert_eq!(QuestionKey::named(question.key.name()), Some(question.key));
        }
        assert_eq!(QuestionKey::named("Values"), None);
    }
}
