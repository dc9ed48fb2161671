//! Checks whether a plan is complete and consistent. Blockers prevent sharing; advice does not. Pure functions.

use chrono::{Months, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    answers::{Answer, Answers},
    finding::{Finding, FindingCode, Severity},
};
use crate::{
    entity::action_item,
    ids::OwnQuestionId,
    questionnaires::{OwnQuestionDefinition, QUESTIONS, QuestionKey, Section, english},
};

/// Default duration of a plan, and the time within which a short-term objective must lie.
pub const PLAN_MONTHS: Months = Months::new(12);

/// Whether a plan can be shared, and what to improve.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
pub struct Readiness {
    /// Whether the plan can be shared, which means that there is no blocker.
    pub ready: bool,
    /// Number of answered questions, of those that must be answered.
    #[schema(minimum = 0, maximum = 28)]
    pub answered: usize,
    /// Number of questions that must be answered: the eight standard ones, and those of HR's own that are required.
    #[schema(minimum = 8, maximum = 28)]
    pub total: usize,
    /// The standard questions.
    pub questions: Vec<QuestionState>,
    /// The questions of HR's own in the plan's version of the questionnaire.
    #[schema(max_items = 20)]
    pub own_questions: Vec<OwnQuestionState>,
    /// The findings: blockers first, then advice, each in the order of the questions.
    pub findings: Vec<Finding>,
}

impl Readiness {
    /// The findings that prevent sharing.
    pub fn blockers(self) -> Vec<Finding> {
        self.findings.into_iter().filter(|finding| finding.severity == Severity::Blocker).collect()
    }
}

/// Whether a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct QuestionState {
    pub key: QuestionKey,
    pub section: Section,
    pub answered: bool,
}

/// Whether a question of HR's own is answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct OwnQuestionState {
    pub question_id: OwnQuestionId,
    pub section: Section,
    /// Whether a plan without an answer cannot be shared.
    pub required: bool,
    pub answered: bool,
}

/// Checks the plan's answers and action items. `own_questions` are HR's own in the plan's version of the questionnaire.
pub fn readiness(
    starts_on: NaiveDate,
    answers: &Answers,
    items: &[action_item::Model],
    own_questions: &[OwnQuestionDefinition],
) -> Readiness {
    let questions: Vec<QuestionState> = QUESTIONS
        .iter()
        .map(|question| QuestionState {
            key: question.key,
            section: question.section,
            answered: is_answered(question.key, answers, items),
        })
        .collect();
    let own: Vec<OwnQuestionState> = own_questions
        .iter()
        .map(|question| OwnQuestionState {
            question_id: question.id,
            section: question.section,
            required: question.required,
            answered: is_own_answered(question, answers),
        })
        .collect();
    let mut findings = blockers(starts_on, answers, &questions);
    findings.extend(own_questions.iter().zip(&own).filter(|(_, own)| own.required && !own.answered).map(
        |(question, _)| {
            let title = question.texts.first().map_or("", |text| text.title.as_str());
            Finding {
                code: FindingCode::QuestionUnanswered,
                severity: Severity::Blocker,
                pointer: "/answers/extra".into(),
                question_id: Some(question.id),
                message: format!("Answer the question “{title}”."),
            }
        },
    ));
    findings.extend(advice_on_answers(answers, items));
    findings.extend(advice_on_actions(starts_on, items));
    let required = || own.iter().filter(|own| own.required);
    Readiness {
        ready: !findings.iter().any(|finding| finding.severity == Severity::Blocker),
        answered: questions.iter().filter(|question| question.answered).count()
            + required().filter(|own| own.answered).count(),
        total: questions.len() + required().count(),
        questions,
        own_questions: own,
        findings,
    }
}

/// Whether the answers have no blocker: such a plan is ready as soon as it has an action item. What a cycle counts
/// without reading the items.
pub fn answers_are_complete(
    starts_on: NaiveDate,
    answers: &Answers,
    own_questions: &[OwnQuestionDefinition],
) -> bool {
    let is_open = |key| key != QuestionKey::ActionItems && !is_answered(key, answers, &[]);
    let is_own_open = |own: &OwnQuestionDefinition| own.required && !is_own_answered(own, answers);
    !QUESTIONS.iter().any(|question| is_open(question.key))
        && !own_questions.iter().any(is_own_open)
        && !is_too_late(starts_on, answers)
}

fn is_own_answered(question: &OwnQuestionDefinition, answers: &Answers) -> bool {
    answers.extra.iter().any(|it| it.question_id == question.id && it.is_answered())
}

/// Whether the short-term objective is to be reached later than within the plan's 12 months.
fn is_too_late(starts_on: NaiveDate, answers: &Answers) -> bool {
    let target_on = answers.short_term_objective.as_ref().and_then(|objective| objective.target_on);
    target_on.zip(starts_on.checked_add_months(PLAN_MONTHS)).is_some_and(|(target, latest)| target > latest)
}

fn is_answered(key: QuestionKey, answers: &Answers, items: &[action_item::Model]) -> bool {
    let has_text = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    match key {
        QuestionKey::MissionStatement => has_text(&answers.mission_statement),
        QuestionKey::Values => !answers.values.is_empty(),
        QuestionKey::Motivators => !answers.motivators.is_empty(),
        QuestionKey::ShortTermObjective => answers
            .short_term_objective
            .as_ref()
            .is_some_and(|objective| has_text(&objective.summary) && has_text(&objective.detail)),
        QuestionKey::LongTermObjective => {
            answers.long_term_objective.as_ref().is_some_and(|objective| has_text(&objective.summary))
        }
        QuestionKey::Strengths => !answers.strengths.is_empty(),
        QuestionKey::DevelopmentAreas => !answers.development_areas.is_empty(),
        QuestionKey::ActionItems => !items.is_empty(),
    }
}

fn blockers(starts_on: NaiveDate, answers: &Answers, questions: &[QuestionState]) -> Vec<Finding> {
    let blocker = |code, pointer: String, message: String| Finding {
        code,
        severity: Severity::Blocker,
        pointer,
        question_id: None,
        message,
    };
    let mut findings: Vec<Finding> = questions
        .iter()
        .filter(|question| !question.answered)
        .map(|question| match question.key {
            QuestionKey::ActionItems => blocker(
                FindingCode::NoActionItem,
                "/action_items".into(),
                "Add at least one action item: something specific to do in the next 12 months.".into(),
            ),
            key => {
                let name = serde_json::to_value(key).unwrap_or_default();
                let name = name.as_str().unwrap_or_default().to_owned();
                let title = english(key);
                let hint = match key {
                    QuestionKey::ShortTermObjective => " It needs a summary and a detail.",
                    _ => "",
                };
                blocker(
                    FindingCode::QuestionUnanswered,
                    format!("/answers/{name}"),
                    format!("Answer the question “{title}”.{hint}"),
                )
            }
        })
        .collect();
    if let Some(latest) =
        starts_on.checked_add_months(PLAN_MONTHS).filter(|_| is_too_late(starts_on, answers))
    {
        findings.push(blocker(
            FindingCode::TargetTooLate,
            "/answers/short_term_objective/target_on".into(),
            format!("A short-term objective must be within 12 months of the plan's start: choose {latest} or earlier."),
        ));
    }
    findings
}

fn advice(code: FindingCode, pointer: String, message: &str) -> Finding {
    Finding { code, severity: Severity::Advice, pointer, question_id: None, message: message.into() }
}

fn advice_on_answers(answers: &Answers, items: &[action_item::Model]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if (1..5).contains(&answers.values.len()) {
        findings.push(advice(
            FindingCode::FewerThanFiveValues,
            "/answers/values".into(),
            "Name five values: they give a fuller picture of what matters to you.",
        ));
    }
    let unaligned = |code, name: &str, list: &[Answer], message: &str| -> Vec<Finding> {
        list.iter()
            .enumerate()
            .filter(|(_, answer)| answer.aligned_with.is_empty())
            .map(|(position, _)| advice(code, format!("/answers/{name}/{position}"), message))
            .collect()
    };
    findings.extend(unaligned(
        FindingCode::ValueUnaligned,
        "values",
        &answers.values,
        "Link this value to the objective it fits. If it fits none, reconsider the objectives.",
    ));
    findings.extend(unaligned(
        FindingCode::MotivatorUnaligned,
        "motivators",
        &answers.motivators,
        "Link this motivator to the objective it fits. If it fits none, reconsider the objectives.",
    ));
    findings.extend(unaligned(
        FindingCode::DevelopmentAreaUnaligned,
        "development_areas",
        &answers.development_areas,
        "Link this development area to the objective it leads to.",
    ));
    for (position, area) in answers.development_areas.iter().enumerate() {
        if !items.iter().any(|item| item.development_area_id == Some(area.id)) {
            findings.push(advice(
                FindingCode::DevelopmentAreaWithoutAction,
                format!("/answers/development_areas/{position}"),
                "Add an action item that works on this development area.",
            ));
        }
    }
    findings
}

fn advice_on_actions(starts_on: NaiveDate, items: &[action_item::Model]) -> Vec<Finding> {
    let latest = starts_on.checked_add_months(PLAN_MONTHS).unwrap_or(NaiveDate::MAX);
    let mut findings = Vec::new();
    for (position, item) in items.iter().enumerate() {
        let pointer = format!("/action_items/{position}");
        match item.due_on {
            None => findings.push(advice(
                FindingCode::ActionWithoutDueDate,
                pointer.clone(),
                "Give this action a due date.",
            )),
            Some(due_on) if due_on < starts_on || due_on > latest => findings.push(advice(
                FindingCode::ActionDueOutsidePlan,
                pointer.clone(),
                "This action is due outside the plan's 12 months.",
            )),
            Some(_) => {}
        }
        let linked = item.development_area_id.is_some()
            || item.advances_short_term
            || item.advances_long_term
            || item.supports_action_item_id.is_some();
        if !linked {
            findings.push(advice(
                FindingCode::ActionTiedToNothing,
                pointer,
                "Link this action to a development area or an objective, or remove it.",
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        entity::action_item::{ActionItemKind, ActionItemStatus},
        ids::{ActionItemId, AnswerId, PersonId, PlanId, TenantId},
        plans::{ExtraAnswer, ExtraValue, Horizon, LongTermObjective, ShortTermObjective},
        questionnaires::OwnQuestionKind,
    };

    fn texts() -> impl Strategy<Value = Option<String>> {
        prop::option::of(prop::sample::select(vec!["", "  ", "Lead a team"]).prop_map(str::to_owned))
    }

    fn days() -> impl Strategy<Value = Option<NaiveDate>> {
        prop::option::of((0..800_i64).prop_map(|days| start() + chrono::Duration::days(days - 30)))
    }

    fn start() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day")
    }

    /// Lists of answers, the ids of which are few, so that action items hit them.
    fn lists(most: usize) -> impl Strategy<Value = Vec<Answer>> {
        let horizons = prop::sample::subsequence(vec![Horizon::ShortTerm, Horizon::LongTerm], 0..=2);
        let answer = (0..3_u128, horizons).prop_map(|(id, aligned_with)| Answer {
            id: AnswerId(uuid::Uuid::from_u128(id)),
            name: "Delegating".into(),
            note: None,
            aligned_with,
            reference: None,
        });
        prop::collection::vec(answer, 0..=most)
    }

    /// Answers to questions of HR's own, the ids of which are few, so that they meet.
    fn extras() -> impl Strategy<Value = ExtraAnswer> {
        (0..3_u128, texts()).prop_map(|(id, text)| ExtraAnswer {
            question_id: OwnQuestionId(uuid::Uuid::from_u128(id)),
            section: Section::Basic,
            value: ExtraValue::Text(text.unwrap_or_default()),
        })
    }

    fn own_questions() -> impl Strategy<Value = Vec<OwnQuestionDefinition>> {
        let question = |(id, required): (u128, bool)| OwnQuestionDefinition {
            id: OwnQuestionId(uuid::Uuid::from_u128(id)),
            section: Section::Basic,
            kind: OwnQuestionKind::Text,
            required,
            options: Vec::new(),
            scale: None,
            texts: Vec::new(),
        };
        prop::collection::btree_map(0..4_u128, any::<bool>(), 0..4)
            .prop_map(move |questions| questions.into_iter().map(question).collect())
    }

    prop_compose! {
        fn all_answers()(
            mission_statement in texts(), values in lists(5), motivators in lists(3), strengths in lists(3),
            development_areas in lists(3), short in prop::option::of((texts(), texts(), days())),
            long in prop::option::of(texts()),
            extra in prop::collection::vec(extras(), 0..3),
        ) -> Answers {
            let short_term_objective =
                short.map(|(summary, detail, target_on)| ShortTermObjective {
                    summary,
                    detail,
                    target_on,
                    ..Default::default()
                });
            let long_term_objective = long.map(|summary| LongTermObjective { summary, ..Default::default() });
            Answers {
                mission_statement, values, motivators, short_term_objective, long_term_objective, strengths,
                development_areas, extra,
            }
        }
    }

    prop_compose! {
        fn items()(
            area in prop::option::of(0..3_u128), advances in any::<(bool, bool)>(), supports in any::<bool>(),
            due_on in days(),
        ) -> action_item::Model {
            let nil = uuid::Uuid::nil();
            action_item::Model {
                tenant_id: TenantId(nil),
                id: ActionItemId(nil),
                plan_id: PlanId(nil),
                kind: ActionItemKind::Development,
                title: "Lead the review".into(),
                description: None,
                responsible_id: PersonId(nil),
                development_area_id: area.map(|id| AnswerId(uuid::Uuid::from_u128(id))),
                advances_short_term: advances.0,
                advances_long_term: advances.1,
                supports_action_item_id: supports.then_some(ActionItemId(nil)),
                status: ActionItemStatus::NotStarted,
                progress_percent: 0,
                starts_on: None,
                due_on,
                overdue_from: None,
                support_needed: None,
                completed_at: None,
                last_progress_at: None,
                created_at: Default::default(),
                updated_at: Default::default(),
                version: 1,
                reminder_at: None,
                reminders_given: 0,
                shared_progress_at: None,
                counted_version: 0,
                links: "[]".into(),
                template_id: None,
                proposal_id: None,
            }
        }
    }

    fn blockers_of(readiness: &Readiness) -> Vec<&Finding> {
        readiness.findings.iter().filter(|finding| finding.severity == Severity::Blocker).collect()
    }

    proptest! {
        #[test]
        fn a_plan_is_ready_exactly_when_nothing_blocks_it(
            answers in all_answers(), items in prop::collection::vec(items(), 0..4), own in own_questions(),
        ) {
            let readiness = readiness(start(), &answers, &items, &own);
            prop_assert_eq!(readiness.ready, blockers_of(&readiness).is_empty());
            prop_assert!(!readiness.ready || readiness.answered == readiness.total);
            let required: Vec<_> = readiness.own_questions.iter().filter(|each| each.required).collect();
            prop_assert_eq!(readiness.total, readiness.questions.len() + required.len());
            let answered = readiness.questions.iter().filter(|each| each.answered).count();
            let own_answered = required.iter().filter(|each| each.answered).count();
            prop_assert_eq!(readiness.answered, answered + own_answered);
            prop_assert!(readiness.findings.is_sorted_by_key(|finding| finding.severity));
        }

        #[test]
        fn complete_answers_and_an_action_item_make_a_plan_ready(
            answers in all_answers(), items in prop::collection::vec(items(), 0..4), own in own_questions(),
        ) {
            let complete = answers_are_complete(start(), &answers, &own);
            prop_assert_eq!(readiness(start(), &answers, &items, &own).ready, complete && !items.is_empty());
        }

        #[test]
        fn each_unanswered_question_blocks_once(
            answers in all_answers(), items in prop::collection::vec(items(), 0..4), own in own_questions(),
        ) {
            let readiness = readiness(start(), &answers, &items, &own);
            let unanswered = |finding: &&&Finding| finding.code != FindingCode::TargetTooLate;
            let blockers = blockers_of(&readiness);
            prop_assert_eq!(blockers.iter().filter(unanswered).count(), readiness.total - readiness.answered);
        }

        #[test]
        fn another_action_item_never_blocks(
            answers in all_answers(), items in prop::collection::vec(items(), 0..4), own in own_questions(),
            another in items(),
        ) {
            let before = readiness(start(), &answers, &items, &own);
            let after = readiness(start(), &answers, &[items, vec![another]].concat(), &own);
            let known = blockers_of(&before);
            prop_assert!(blockers_of(&after).iter().all(|blocker| known.contains(blocker)));
            prop_assert!(after.answered >= before.answered);
        }

        #[test]
        fn every_finding_points_at_something_that_is_there(
            answers in all_answers(), items in prop::collection::vec(items(), 0..4), own in own_questions(),
        ) {
            let plan = serde_json::json!({
                "answers": answers,
                "action_items": items.iter().map(|item| &item.title).collect::<Vec<_>>(),
            });
            for finding in readiness(start(), &answers, &items, &own).findings {
                let is_own = finding.question_id.is_some();
                prop_assert!(!is_own || finding.pointer == "/answers/extra", "{finding:?}");
                prop_assert!(is_own || plan.pointer(&finding.pointer).is_some(), "{finding:?}");
            }
        }
    }
}
