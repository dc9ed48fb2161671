//! The rules of comments, as pure functions: no database, no clock.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::error::CommentError;
use crate::{
    entity::comment::CommentSubjectKind,
    http::FieldError,
    ids::{ActionItemId, AnswerId, PersonId, PlanId},
    plans::Answers,
    questionnaires::{QUESTIONS, QuestionKey, Section},
};

/// How long an author may delete a comment.
pub const DELETABLE_FOR: TimeDelta = TimeDelta::minutes(15);

/// What a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Plan,
    /// The answer to a question, or one of its items.
    Answer(QuestionKey, Option<AnswerId>),
    ActionItem(ActionItemId),
}

/// Finds what a request names. `answers` are those of the latest revision that the caller may read. Whether the caller
/// may read it is another question, which [`may_read`] answers for all but action items.
pub fn subject(
    kind: CommentSubjectKind,
    id: &str,
    plan: PlanId,
    answers: &Answers,
) -> Result<Subject, FieldError> {
    let fault = |detail: &str| FieldError::new("/subject/id", detail);
    match kind {
        CommentSubjectKind::Plan => match id.parse::<PlanId>() {
            Ok(id) if plan == id => Ok(Subject::Plan),
            _ => Err(fault("must be the plan's id")),
        },
        CommentSubjectKind::Answer => {
            let question = QuestionKey::named(id).map(|question| (question, None));
            let found = question.or_else(|| {
                let item = id.parse().ok()?;
                Some((question_of(answers, item)?, Some(item)))
            });
            let detail = "is neither the key of a question, such as values, nor the id of an item of an answer that \
                 you can read";
            found.map(|(question, item)| Subject::Answer(question, item)).ok_or_else(|| fault(detail))
        }
        CommentSubjectKind::ActionItem => {
            id.parse().map(Subject::ActionItem).map_err(|_| fault(NO_ACTION_ITEM))
        }
    }
}

pub const NO_ACTION_ITEM: &str = "is not the id of an action item of this plan that you can read";

/// The question whose answer has this item.
fn question_of(answers: &Answers, item: AnswerId) -> Option<QuestionKey> {
    let lists = answers.lists();
    let (name, _) = lists.iter().find(|(_, list)| list.iter().any(|answer| answer.id == item))?;
    QuestionKey::named(name)
}

/// Whether a reader of these sections may read a subject; none are the sections of a reader of the whole plan. Action
/// items are judged by their own access.
pub fn may_read(subject: Subject, sections: Option<&[Section]>) -> bool {
    match (subject, sections) {
        (_, None) | (Subject::ActionItem(_), _) => true,
        (Subject::Plan, Some(_)) => false,
        (Subject::Answer(question, _), Some(sections)) => sections.contains(&question.section()),
    }
}

/// The questions of some sections, by their keys.
pub fn questions_of(sections: &[Section]) -> Vec<&'static str> {
    let asked = QUESTIONS.iter().filter(|question| sections.contains(&question.section));
    asked.map(|question| question.key.name()).collect()
}

/// People, each once, in the order of their first mention.
pub fn once_each(people: Vec<PersonId>) -> Vec<PersonId> {
    let mut seen = HashSet::new();
    people.into_iter().filter(|person| seen.insert(*person)).collect()
}

/// A fault for each of these people who is not active. That is no secret: everyone may search active colleagues.
/// Whether a person can read the subject is one, and is not checked.
pub fn check_mentions(mentioned: &[PersonId], active: &HashSet<PersonId>) -> Vec<FieldError> {
    let unknown = mentioned.iter().enumerate().filter(|(_, person)| !active.contains(person));
    let fault = |at| FieldError::new(format!("/mentions/{at}"), "is not the id of an active person");
    unknown.map(|(at, _)| fault(at)).collect()
}

pub fn may_delete(created_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), CommentError> {
    if now < created_at + DELETABLE_FOR { Ok(()) } else { Err(CommentError::TooOld) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::plans::Answer;

    const PLAN: PlanId = PlanId(Uuid::from_u128(1));

    fn answers() -> Answers {
        let answer = |id| Answer {
            id: AnswerId(Uuid::from_u128(id)),
            name: "Honesty".into(),
            note: None,
            aligned_with: Vec::new(),
            reference: None,
        };
        Answers { values: vec![answer(2)], development_areas: vec![answer(3)], ..Default::default() }
    }

    fn found(kind: CommentSubjectKind, id: &str) -> Option<Subject> {
        subject(kind, id, PLAN, &answers()).ok()
    }

    #[test]
    fn a_subject_is_the_plan_an_answer_or_an_action_item() {
        use CommentSubjectKind::{ActionItem, Answer, Plan};
        let id = |number| Uuid::from_u128(number).to_string();
        assert_eq!(found(Plan, &id(1)), Some(Subject::Plan));
        assert_eq!(found(Plan, &id(2)), None);
        assert_eq!(
            found(Answer, "mission_statement"),
            Some(Subject::Answer(QuestionKey::MissionStatement, None))
        );
        assert_eq!(found(Answer, "action_items"), Some(Subject::Answer(QuestionKey::ActionItems, None)));
        let item = Subject::Answer(QuestionKey::DevelopmentAreas, Some(AnswerId(Uuid::from_u128(3))));
        assert_eq!(found(Answer, &id(3)), Some(item));
        assert_eq!(found(Answer, &id(4)), None);
        assert_eq!(found(Answer, "Values"), None);
        assert_eq!(found(ActionItem, &id(4)), Some(Subject::ActionItem(ActionItemId(Uuid::from_u128(4)))));
        assert_eq!(found(ActionItem, "values"), None);
    }

    #[test]
    fn a_reviewer_keeps_to_the_sections_that_they_were_shown() {
        let values = Subject::Answer(QuestionKey::Values, None);
        let areas = Subject::Answer(QuestionKey::DevelopmentAreas, None);
        for (subject, basic, planning) in
            [(Subject::Plan, false, false), (values, true, false), (areas, false, true)]
        {
            assert!(may_read(subject, None));
            assert_eq!(may_read(subject, Some(&[Section::Basic])), basic);
            assert_eq!(may_read(subject, Some(&[Section::Deeper, Section::Planning])), planning);
            assert!(!may_read(subject, Some(&[])));
        }
        assert_eq!(questions_of(&[Section::Deeper]), ["short_term_objective", "long_term_objective"]);
    }

    #[test]
    fn a_comment_can_be_deleted_for_a_quarter_of_an_hour() {
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        let second = TimeDelta::seconds(1);
        assert_eq!(may_delete(at(0), at(0)), Ok(()));
        assert_eq!(may_delete(at(0), at(15) - second), Ok(()));
        assert_eq!(may_delete(at(0), at(15)), Err(CommentError::TooOld));
    }

    #[test]
    fn a_mention_names_an_active_person_once() {
        let person = |number| PersonId(Uuid::from_u128(number));
        let mentioned = vec![person(1), person(2), person(1), person(3)];
        let faults = check_mentions(&mentioned, &HashSet::from([person(1), person(2)]));
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/mentions/3"]);
        assert_eq!(once_each(mentioned), [1, 2, 3].map(person));
    }
}
