//! The rules of questionnaires, as pure functions.

use std::collections::HashSet;

use super::{
    definition::{Definition, LanguageTag, OwnQuestionDefinition, OwnQuestionKind, Scale},
    standard::{self, QUESTIONS},
};
use crate::http::FieldError;

/// Maximum versions of a tenant.
pub const MAX_VERSIONS: i32 = 1000;

/// Checks what the schema cannot: that every text is there in every language, and that each question has what its kind
/// needs. All faults at once.
pub fn check(definition: &Definition) -> Vec<FieldError> {
    let Definition { languages, questions, own_questions } = definition;
    let mut faults = repeated(languages.iter().map(|language| language.0.to_ascii_lowercase()), |position| {
        format!("/languages/{position}")
    });
    faults.extend(repeated(questions.iter().map(|question| question.key), |position| {
        format!("/questions/{position}/key")
    }));
    faults.extend(repeated(own_questions.iter().map(|question| question.id), |position| {
        format!("/own_questions/{position}/id")
    }));
    let is_complete = QUESTIONS.iter().all(|each| questions.iter().any(|known| known.key == each.key));
    for (position, language) in languages.iter().enumerate().filter(|_| !is_complete) {
        if !standard::languages().any(|shipped| shipped.eq_ignore_ascii_case(&language.0)) {
            let detail =
                "has no standard texts: give texts for all eight questions, or leave the language out";
            faults.push(FieldError::new(format!("/languages/{position}"), detail));
        }
    }
    for (position, question) in questions.iter().enumerate() {
        let texts = question.texts.iter().map(|text| &text.language);
        faults.extend(check_languages(&format!("/questions/{position}/texts"), languages, texts));
    }
    for (position, question) in own_questions.iter().enumerate() {
        faults.extend(check_own(&format!("/own_questions/{position}"), languages, question));
    }
    faults
}

/// A fault for each item that equals an earlier one.
fn repeated<T: Eq + std::hash::Hash>(
    items: impl Iterator<Item = T>,
    pointer: impl Fn(usize) -> String,
) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let again = items.enumerate().filter_map(|(position, item)| (!seen.insert(item)).then_some(position));
    again.map(|position| FieldError::new(pointer(position), "is given twice")).collect()
}

/// Checks that there is one text in each language, and no other.
fn check_languages<'a>(
    at: &str,
    languages: &[LanguageTag],
    given: impl Iterator<Item = &'a LanguageTag>,
) -> Vec<FieldError> {
    let given: Vec<String> = given.map(|language| language.0.to_ascii_lowercase()).collect();
    let wanted: Vec<String> = languages.iter().map(|language| language.0.to_ascii_lowercase()).collect();
    let mut faults = repeated(given.iter(), |position| format!("{at}/{position}/language"));
    for (position, _) in given.iter().enumerate().filter(|(_, language)| !wanted.contains(language)) {
        let detail = "is not one of the questionnaire's languages";
        faults.push(FieldError::new(format!("{at}/{position}/language"), detail));
    }
    let missing = languages.iter().filter(|language| !given.contains(&language.0.to_ascii_lowercase()));
    let missing: Vec<&str> = missing.map(|language| language.0.as_str()).collect();
    if !missing.is_empty() {
        faults.push(FieldError::new(at, format!("needs a text in: {}", missing.join(", "))));
    }
    faults
}

fn check_own(at: &str, languages: &[LanguageTag], question: &OwnQuestionDefinition) -> Vec<FieldError> {
    let OwnQuestionDefinition { id: _, section: _, kind, required: _, options, scale, texts } = question;
    let mut faults =
        check_languages(&format!("{at}/texts"), languages, texts.iter().map(|text| &text.language));
    let mut fault = |field: &str, detail: &str| faults.push(FieldError::new(format!("{at}/{field}"), detail));
    match kind {
        OwnQuestionKind::Choice if options.len() < 2 => fault("options", "needs at least two options"),
        OwnQuestionKind::Text | OwnQuestionKind::Scale if !options.is_empty() => {
            fault("options", "is for questions of the kind choice");
        }
        _ => {}
    }
    match (kind, scale) {
        (OwnQuestionKind::Scale, None) => fault("scale", "is required for the kind scale"),
        (OwnQuestionKind::Scale, Some(Scale { minimum, maximum, .. })) if minimum >= maximum => {
            fault("scale/maximum", "must be above the minimum");
        }
        (OwnQuestionKind::Text | OwnQuestionKind::Choice, Some(_)) => {
            fault("scale", "is for questions of the kind scale");
        }
        _ => {}
    }
    faults.extend(repeated(options.iter().map(|option| option.value.as_str()), |position| {
        format!("{at}/options/{position}/value")
    }));
    for (position, option) in options.iter().enumerate() {
        let labels = option.labels.iter().flatten().map(|label| &label.language);
        faults.extend(check_labels(&format!("{at}/options/{position}/labels"), languages, labels));
    }
    let labels = scale.iter().flat_map(|scale| scale.labels.iter().flatten()).map(|label| &label.language);
    faults.extend(check_labels(&format!("{at}/scale/labels"), languages, labels));
    faults
}

/// As [`check_languages`], but none at all are fine.
fn check_labels<'a>(
    at: &str,
    languages: &[LanguageTag],
    given: impl Iterator<Item = &'a LanguageTag>,
) -> Vec<FieldError> {
    let mut given = given.peekable();
    if given.peek().is_none() { Vec::new() } else { check_languages(at, languages, given) }
}
