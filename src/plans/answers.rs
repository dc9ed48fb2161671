//! The answers to a plan's questions: as clients send them (`Give…`), and as they are stored and returned.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    extras::{self, ExtraAnswer, GiveExtraAnswer},
    reference::Reference,
};
use crate::{
    entity::action_item,
    http::FieldError,
    ids::{AnswerId, Ids},
    questionnaires::OwnQuestionDefinition,
};

/// The answers to a plan's questions. A question without an answer is null or an empty list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Answers {
    /// What the owner hopes to achieve in the career.
    #[schema(required, max_length = 4000)]
    pub mission_statement: Option<String>,
    /// The owner's most important values in life, at most five.
    #[schema(max_items = 5)]
    pub values: Vec<Answer>,
    /// What gives the owner energy at work, such as pace, deadlines, structure or flexibility.
    #[schema(max_items = 20)]
    pub motivators: Vec<Answer>,
    /// The objective for the next 12 months.
    #[schema(required)]
    pub short_term_objective: Option<ShortTermObjective>,
    /// The ultimate career objective, which the rest of the plan works towards.
    #[schema(required)]
    pub long_term_objective: Option<LongTermObjective>,
    /// Strengths to build on.
    #[schema(max_items = 20)]
    pub strengths: Vec<Answer>,
    /// Where the owner must grow to reach the objectives.
    #[schema(max_items = 20)]
    pub development_areas: Vec<Answer>,
    /// The answers to HR's own questions. Missing if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub extra: Vec<ExtraAnswer>,
}

/// One value, motivator, strength or development area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Answer {
    pub id: AnswerId,
    #[schema(max_length = 200, example = "Curiosity")]
    pub name: String,
    #[schema(required, max_length = 2000)]
    pub note: Option<String>,
    /// The objectives that this answer serves.
    #[schema(max_items = 2)]
    pub aligned_with: Vec<Horizon>,
    /// Where a taxonomy has the strength or the development area. Values and motivators have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub reference: Option<Reference>,
}

/// One of the two objectives of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// Within 12 months.
    ShortTerm,
    /// The ultimate career objective.
    LongTerm,
}

/// The objective for the next 12 months. It counts as answered once it has a summary and a detail.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShortTermObjective {
    /// A random id. Omit it in a request: the service generates it and keeps it. It makes the digest of a revision
    /// impossible to guess from the text. Missing in revisions that older versions of the service made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AnswerId>,
    #[schema(max_length = 2000, example = "Lead the data platform team")]
    pub summary: Option<String>,
    pub kind: Option<ObjectiveKind>,
    /// Which assignment, or which additional duties.
    #[schema(max_length = 2000, example = "Team lead of data platform, from next summer")]
    pub detail: Option<String>,
    /// Target date. The plan can be shared only if it is at most 12 months after the plan's `starts_on`.
    pub target_on: Option<NaiveDate>,
    /// Where a taxonomy has the role or the skill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
}

/// The two forms that a short-term objective takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObjectiveKind {
    /// Another assignment.
    NewAssignment,
    /// The current role with additional duties.
    CurrentRolePlus,
}

/// The ultimate career objective. It counts as answered once it has a summary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LongTermObjective {
    /// A random id. Omit it in a request: the service generates it and keeps it. It makes the digest of a revision
    /// impossible to guess from the text. Missing in revisions that older versions of the service made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AnswerId>,
    #[schema(max_length = 2000, example = "Shape how a whole company uses its data")]
    pub summary: Option<String>,
    /// Number of years until the objective is to be reached.
    #[schema(minimum = 1, maximum = 60, example = 8)]
    pub horizon_years: Option<i32>,
    /// Where a taxonomy has the role or the skill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
}

/// Answers to a plan's questions. In a merge patch, an omitted field stays as it is, null clears it, and a list
/// replaces the whole list; list items sent with their `id` keep it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveAnswers {
    #[schema(max_length = 4000)]
    pub mission_statement: Option<String>,
    #[schema(max_items = 5)]
    pub values: Option<Vec<GiveAnswer>>,
    #[schema(max_items = 20)]
    pub motivators: Option<Vec<GiveAnswer>>,
    pub short_term_objective: Option<ShortTermObjective>,
    pub long_term_objective: Option<LongTermObjective>,
    #[schema(max_items = 20)]
    pub strengths: Option<Vec<GiveSkill>>,
    #[schema(max_items = 20)]
    pub development_areas: Option<Vec<GiveSkill>>,
    /// The answers to HR's own questions.
    #[schema(max_items = 20)]
    pub extra: Option<Vec<GiveExtraAnswer>>,
}

/// One value or motivator, as clients send it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveAnswer {
    /// The item's existing id. Omit it for a new item: the service generates one.
    pub id: Option<AnswerId>,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Curiosity")]
    pub name: String,
    #[schema(max_length = 2000)]
    pub note: Option<String>,
    #[schema(max_items = 2)]
    pub aligned_with: Option<Vec<Horizon>>,
}

/// One strength or development area, as clients send it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveSkill {
    /// The item's existing id. Omit it for a new item: the service generates one.
    pub id: Option<AnswerId>,
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Delegating")]
    pub name: String,
    #[schema(max_length = 2000)]
    pub note: Option<String>,
    #[schema(max_items = 2)]
    pub aligned_with: Option<Vec<Horizon>>,
    /// Where a taxonomy has it.
    pub reference: Option<Reference>,
}

impl From<GiveAnswer> for GiveSkill {
    fn from(GiveAnswer { id, name, note, aligned_with }: GiveAnswer) -> Self {
        Self { id, name, note, aligned_with, reference: None }
    }
}

impl Answers {
    /// The four lists, each with its field name.
    pub fn lists(&self) -> [(&'static str, &[Answer]); 4] {
        [
            ("values", &self.values),
            ("motivators", &self.motivators),
            ("strengths", &self.strengths),
            ("development_areas", &self.development_areas),
        ]
    }

    /// The same answers, with an id for each objective that has none.
    pub fn with_objective_ids(mut self, ids: &Ids) -> Self {
        if let Some(objective) = &mut self.short_term_objective {
            objective.id.get_or_insert_with(|| ids.next());
        }
        if let Some(objective) = &mut self.long_term_objective {
            objective.id.get_or_insert_with(|| ids.next());
        }
        self
    }
}

impl GiveAnswers {
    /// Converts to the stored form and generates ids for new items of lists.
    ///
    /// # Errors
    ///
    /// A field error for each id that occurs twice: ids are unique over all lists.
    /// And for each answer that the plan's version of the questionnaire does not allow: `questions` are HR's own in it.
    pub fn into_answers(
        self,
        present: &Answers,
        questions: &[OwnQuestionDefinition],
        ids: &Ids,
    ) -> Result<Answers, Vec<FieldError>> {
        let mut used_ids = HashSet::new();
        let mut faults = Vec::new();
        let mut list = |name: &str, given: Vec<GiveSkill>| -> Vec<Answer> {
            given
                .into_iter()
                .enumerate()
                .map(|(position, answer)| {
                    let GiveSkill { id, name: named, note, aligned_with, reference } = answer;
                    let id = id.unwrap_or_else(|| ids.next());
                    if !used_ids.insert(id) {
                        let pointer = format!("/answers/{name}/{position}/id");
                        faults.push(FieldError::new(pointer, "is the id of another item of these answers"));
                    }
                    let mut aligned_with = aligned_with.unwrap_or_default();
                    aligned_with.sort_by_key(|horizon| *horizon as u8);
                    aligned_with.dedup();
                    Answer { id, name: named, note, aligned_with, reference }
                })
                .collect()
        };
        let without_reference = |given: Option<Vec<GiveAnswer>>| -> Vec<GiveSkill> {
            given.unwrap_or_default().into_iter().map(Into::into).collect()
        };
        let answers = Answers {
            values: list("values", without_reference(self.values)),
            motivators: list("motivators", without_reference(self.motivators)),
            strengths: list("strengths", self.strengths.unwrap_or_default()),
            development_areas: list("development_areas", self.development_areas.unwrap_or_default()),
            mission_statement: self.mission_statement,
            short_term_objective: self.short_term_objective,
            long_term_objective: self.long_term_objective,
            extra: Vec::new(),
        };
        match extras::check(self.extra.unwrap_or_default(), &present.extra, questions) {
            Ok(extra) if faults.is_empty() => Ok(Answers { extra, ..answers }),
            Ok(_) => Err(faults),
            Err(found) => Err([faults, found].concat()),
        }
    }
}

/// The stored answers in the form that clients send: the base document of a merge patch.
impl From<Answers> for GiveAnswers {
    fn from(answers: Answers) -> Self {
        let give = |Answer { id, name, note, aligned_with, reference }: Answer| GiveSkill {
            id: Some(id),
            name,
            note,
            aligned_with: Some(aligned_with),
            reference,
        };
        let skills = |answers: Vec<Answer>| Some(answers.into_iter().map(give).collect());
        let list =
            |answers: Vec<Answer>| {
                let plain = |GiveSkill { id, name, note, aligned_with, reference: _ }: GiveSkill| {
                    GiveAnswer { id, name, note, aligned_with }
                };
                Some(answers.into_iter().map(give).map(plain).collect())
            };
        Self {
            mission_statement: answers.mission_statement,
            values: list(answers.values),
            motivators: list(answers.motivators),
            short_term_objective: answers.short_term_objective,
            long_term_objective: answers.long_term_objective,
            strengths: skills(answers.strengths),
            development_areas: skills(answers.development_areas),
            extra: Some(answers.extra.into_iter().map(Into::into).collect()),
        }
    }
}

/// The objectives that an action item advances, as a list. The row has one column for each.
pub fn advances(item: &action_item::Model) -> Vec<Horizon> {
    [(item.advances_short_term, Horizon::ShortTerm), (item.advances_long_term, Horizon::LongTerm)]
        .into_iter()
        .filter_map(|(advances, horizon)| advances.then_some(horizon))
        .collect()
}
