//! The answers to HR's own questions: a part of a plan's answers, checked against the plan's version of the
//! questionnaire. Pure functions.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, OneOfBuilder, RefOr, Schema, SchemaFormat, schema::Type},
};

use crate::{
    http::FieldError,
    ids::OwnQuestionId,
    questionnaires::{OwnQuestionDefinition, OwnQuestionKind, Scale, Section},
};

/// Maximum characters of an answer.
const MAX_TEXT: usize = 4000;

/// A text, the value of an option, or a number of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ExtraValue {
    Text(String),
    Number(i32),
}

impl PartialSchema for ExtraValue {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX_TEXT));
        let number = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int32)));
        OneOfBuilder::new()
            .item(text)
            .item(number)
            .description(Some("A text, the value of an option, or a number of a scale."))
            .into()
    }
}

impl ToSchema for ExtraValue {}

/// The answer to a question of HR's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtraAnswer {
    pub question_id: OwnQuestionId,
    /// The section of the question.
    pub section: Section,
    pub value: ExtraValue,
}

/// The answer to a question of HR's own, as clients send it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveExtraAnswer {
    /// The id of a question of HR's own in the plan's version of the questionnaire.
    pub question_id: OwnQuestionId,
    /// For a text, up to 4,000 characters; for a choice, the `value` of an option; for a scale, a whole number of it.
    pub value: ExtraValue,
}

impl ExtraAnswer {
    /// Whether there is something in it.
    pub fn is_answered(&self) -> bool {
        match &self.value {
            ExtraValue::Text(text) => !text.trim().is_empty(),
            ExtraValue::Number(_) => true,
        }
    }
}

impl From<ExtraAnswer> for GiveExtraAnswer {
    fn from(ExtraAnswer { question_id, section: _, value }: ExtraAnswer) -> Self {
        Self { question_id, value }
    }
}

fn known<'a>(given: &GiveExtraAnswer, present: &'a [ExtraAnswer]) -> Option<&'a ExtraAnswer> {
    present.iter().find(|known| known.question_id == given.question_id && known.value == given.value)
}

/// Checks answers against the questions of the plan's version. `present` are those of the plan, which are kept.
///
/// # Errors
///
/// A field error for each answer to no question, second answer to one, and value that the question does not allow.
pub fn check(
    given: Vec<GiveExtraAnswer>,
    present: &[ExtraAnswer],
    questions: &[OwnQuestionDefinition],
) -> Result<Vec<ExtraAnswer>, Vec<FieldError>> {
    let (mut answers, mut faults, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for (position, answer) in given.into_iter().enumerate() {
        let at = |field: &str| format!("/answers/extra/{position}/{field}");
        if !seen.insert(answer.question_id) {
            faults.push(FieldError::new(at("question_id"), "is answered twice"));
        } else if let Some(known) = known(&answer, present) {
            answers.push(known.clone());
        } else if let Some(question) = questions.iter().find(|known| known.id == answer.question_id) {
            match refusal(&answer.value, question) {
                Some(detail) => faults.push(FieldError::new(at("value"), detail)),
                None => answers.push(ExtraAnswer {
                    question_id: question.id,
                    section: question.section,
                    value: answer.value,
                }),
            }
        } else {
            let detail = "is not the id of a question of HR's own in the plan's version of the questionnaire";
            faults.push(FieldError::new(at("question_id"), detail));
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// The answers that questions of another version allow, in the sections of those.
pub fn carried_over(answers: Vec<ExtraAnswer>, questions: &[OwnQuestionDefinition]) -> Vec<ExtraAnswer> {
    let carried = answers.into_iter().filter_map(|answer| {
        let question = questions.iter().find(|question| question.id == answer.question_id)?;
        let is_allowed = refusal(&answer.value, question).is_none();
        is_allowed.then_some(ExtraAnswer { section: question.section, ..answer })
    });
    carried.collect()
}

/// Why a question does not allow a value.
fn refusal(value: &ExtraValue, question: &OwnQuestionDefinition) -> Option<String> {
    match (question.kind, value) {
        (OwnQuestionKind::Text, ExtraValue::Text(_)) => None,
        (OwnQuestionKind::Text, ExtraValue::Number(_)) => Some("must be a text".into()),
        (OwnQuestionKind::Choice, ExtraValue::Text(value))
            if question.options.iter().any(|option| option.value == *value) =>
        {
            None
        }
        (OwnQuestionKind::Choice, _) => Some("must be the value of one of the question's options".into()),
        (OwnQuestionKind::Scale, value) => {
            let (least, most) = match &question.scale {
                Some(Scale { minimum, maximum, .. }) => (*minimum, *maximum),
                None => (0, 100),
            };
            let is_within = matches!(value, ExtraValue::Number(number) if (least..=most).contains(number));
            (!is_within).then(|| format!("must be a whole number from {least} to {most}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::questionnaires::ChoiceOption;

    fn question(number: u128, kind: OwnQuestionKind) -> OwnQuestionDefinition {
        let option = |value: &str| ChoiceOption { value: value.into(), labels: None };
        let is = |other: OwnQuestionKind| kind == other;
        OwnQuestionDefinition {
            id: OwnQuestionId(Uuid::from_u128(number)),
            section: Section::Deeper,
            kind,
            required: false,
            options: if is(OwnQuestionKind::Choice) { vec![option("yes"), option("no")] } else { Vec::new() },
            scale: is(OwnQuestionKind::Scale).then_some(Scale { minimum: 1, maximum: 5, labels: None }),
            texts: Vec::new(),
        }
    }

    fn questions() -> Vec<OwnQuestionDefinition> {
        vec![
            question(1, OwnQuestionKind::Text),
            question(2, OwnQuestionKind::Choice),
            question(3, OwnQuestionKind::Scale),
        ]
    }

    fn given(number: u128, value: ExtraValue) -> GiveExtraAnswer {
        GiveExtraAnswer { question_id: OwnQuestionId(Uuid::from_u128(number)), value }
    }

    fn text(text: &str) -> ExtraValue {
        ExtraValue::Text(text.into())
    }

    #[test]
    fn each_kind_of_question_allows_its_values_alone() {
        use ExtraValue::Number;
        for (number, value, allowed) in [
            (1, text("anything"), true),
            (1, Number(3), false),
            (2, text("yes"), true),
            (2, text("Yes"), false),
            (2, text("maybe"), false),
            (2, Number(1), false),
            (3, Number(1), true),
            (3, Number(5), true),
            (3, Number(0), false),
            (3, Number(6), false),
            (3, text("3"), false),
        ] {
            let outcome = check(vec![given(number, value.clone())], &[], &questions());
            assert_eq!(outcome.is_ok(), allowed, "{number} {value:?}");
            if let Err(faults) = outcome {
                assert_eq!(faults[0].pointer, "/answers/extra/0/value");
            }
        }
    }

    #[test]
    fn every_fault_is_named_at_its_place() {
        let answers =
            vec![given(1, text("a")), given(9, text("b")), given(3, text("c")), given(1, text("d"))];
        let faults = check(answers, &[], &questions()).unwrap_err();
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(
            pointers,
            ["/answers/extra/1/question_id", "/answers/extra/2/value", "/answers/extra/3/question_id"]
        );
    }

    #[test]
    fn what_is_there_is_kept_without_its_question() {
        let present =
            check(vec![given(1, text("a")), given(3, ExtraValue::Number(2))], &[], &questions()).unwrap();
        let again: Vec<GiveExtraAnswer> = present.iter().cloned().map(Into::into).collect();
        assert_eq!(check(again, &present, &[]), Ok(present.clone()));
        let changed = vec![given(1, text("b"))];
        assert!(check(changed, &present, &[]).is_err());
    }
}
