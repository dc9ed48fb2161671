//! The rows by which plans are found by the references in their answers.

use std::collections::BTreeMap;

use super::{answers::Answers, reference::Reference};
use crate::{
    entity::{plan, plan_reference},
    ids::AnswerId,
    questionnaires::QuestionKey,
    record::Lookup,
};

/// The rows by which a plan is found, if a write changes them: those of the working copy, and those of a revision that
/// is made by it, whose answers are those of the working copy.
pub fn lookups(before: Option<&plan::Model>, after: &plan::Model) -> Vec<Lookup> {
    let shared = before.filter(|before| after.latest_revision > before.latest_revision);
    if shared.is_none() && before.is_some_and(|before| before.answers == after.answers) {
        return Vec::new();
    }
    let is = rows(after, 0);
    let mut lookups = Vec::new();
    if before.map(|before| rows(before, 0)).unwrap_or_default() != is {
        let (plan, replaces) = (after.id, before.is_some());
        lookups.push(Lookup::References { plan, revision: 0, replaces, rows: is.clone() });
    }
    if shared.is_some() && !is.is_empty() {
        let (plan, revision) = (after.id, after.latest_revision);
        lookups.push(Lookup::References { plan, revision, replaces: false, rows: rows(after, revision) });
    }
    lookups
}

/// A row for each reference in the answers of a plan.
fn rows(plan: &plan::Model, revision: i32) -> Vec<plan_reference::Model> {
    // Most plans have none, and need not be parsed.
    if !plan.answers.contains("\"reference\"") {
        return Vec::new();
    }
    let answers: Answers = serde_json::from_str(&plan.answers).unwrap_or_default();
    let row =
        |(answer_id, (question, reference)): (AnswerId, (QuestionKey, Reference))| plan_reference::Model {
            tenant_id: plan.tenant_id,
            plan_id: plan.id,
            revision,
            answer_id,
            section: question.section().name().to_owned(),
            uri: reference.uri,
            question: question.name().to_owned(),
            name: reference.name,
        };
    found_in(answers).into_iter().map(row).collect()
}

/// The references of answers, by the id of the strength, development area or objective.
fn found_in(answers: Answers) -> BTreeMap<AnswerId, (QuestionKey, Reference)> {
    let short_term = answers.short_term_objective.map(|objective| (objective.id, objective.reference));
    let long_term = answers.long_term_objective.map(|objective| (objective.id, objective.reference));
    let objectives =
        [(QuestionKey::ShortTermObjective, short_term), (QuestionKey::LongTermObjective, long_term)];
    let objectives = objectives.into_iter().filter_map(|(question, objective)| {
        let (id, reference) = objective?;
        Some((id?, (question, reference?)))
    });
    let skills = [
        (QuestionKey::Strengths, answers.strengths),
        (QuestionKey::DevelopmentAreas, answers.development_areas),
    ];
    let skills = skills.into_iter().flat_map(|(question, answers)| {
        answers.into_iter().filter_map(move |answer| Some((answer.id, (question, answer.reference?))))
    });
    objectives.chain(skills).collect()
}
