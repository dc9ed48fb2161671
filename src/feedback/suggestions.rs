//! Accepting suggestions from a feedback into the plan's answers. Pure, except that new items get generated ids.

use std::collections::HashSet;

use super::content::{Content, Observation, Stance, Verdict};
use crate::{
    http::FieldError,
    ids::Ids,
    plans::{Answer, Answers, Horizon},
};

/// Maximum number of strengths or development areas; the same as in the schema of the answers.
const MAX_ITEMS: usize = 20;

/// A part of a feedback that may contain a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Objective(Horizon),
    Strength(usize),
    DevelopmentArea(usize),
}

impl Part {
    /// The part that a JSON Pointer refers to.
    fn at(pointer: &str) -> Option<Self> {
        let segments: Vec<&str> = pointer.split('/').collect();
        match segments.as_slice() {
            ["", "objectives", "short_term"] | ["", "objectives", "short_term", "counter_proposal"] => {
                Some(Self::Objective(Horizon::ShortTerm))
            }
            ["", "objectives", "long_term"] | ["", "objectives", "long_term", "counter_proposal"] => {
                Some(Self::Objective(Horizon::LongTerm))
            }
            ["", "strengths", position] => index(position).map(Self::Strength),
            ["", "development_areas", position] => index(position).map(Self::DevelopmentArea),
            _ => None,
        }
    }
}

/// Parses an array index by RFC 6901, which allows no sign and no leading zeros.
fn index(segment: &str) -> Option<usize> {
    segment.parse().ok().filter(|index: &usize| index.to_string() == segment)
}

/// Returns `answers` with the suggestions that `pointers` refer to.
///
/// # Errors
///
/// A field error for each pointer that cannot be accepted.
pub fn accept<'a>(
    content: &Content,
    pointers: impl IntoIterator<Item = &'a str>,
    mut answers: Answers,
    ids: &Ids,
) -> Result<Answers, Vec<FieldError>> {
    let mut accepted = HashSet::new();
    let mut faults = Vec::new();
    for (position, pointer) in pointers.into_iter().enumerate() {
        let outcome = match Part::at(pointer) {
            None => Err("does not point to a suggestion in this feedback"),
            Some(part) if !accepted.insert(part) => {
                Err("points to a suggestion that another pointer already accepts")
            }
            Some(part) => accept_part(part, content, &mut answers, ids),
        };
        if let Err(detail) = outcome {
            faults.push(FieldError::new(format!("/accept/{position}"), detail));
        }
    }
    if faults.is_empty() { Ok(answers.with_objective_ids(ids)) } else { Err(faults) }
}

fn accept_part(part: Part, content: &Content, answers: &mut Answers, ids: &Ids) -> Result<(), &'static str> {
    match part {
        Part::Objective(Horizon::ShortTerm) => {
            let proposal = counter_proposal(content.objectives.short_term.as_ref())?;
            answers.short_term_objective.get_or_insert_default().summary = Some(proposal);
            Ok(())
        }
        Part::Objective(Horizon::LongTerm) => {
            let proposal = counter_proposal(content.objectives.long_term.as_ref())?;
            answers.long_term_objective.get_or_insert_default().summary = Some(proposal);
            Ok(())
        }
        Part::Strength(index) => {
            accept_observation(content.strengths.get(index), &mut answers.strengths, ids)
        }
        Part::DevelopmentArea(index) => {
            accept_observation(content.development_areas.get(index), &mut answers.development_areas, ids)
        }
    }
}

fn counter_proposal(verdict: Option<&Verdict>) -> Result<String, &'static str> {
    verdict
        .and_then(|verdict| verdict.counter_proposal.clone())
        .ok_or("points to an objective without a counter-proposal")
}

fn accept_observation(
    observation: Option<&Observation>,
    answers: &mut Vec<Answer>,
    ids: &Ids,
) -> Result<(), &'static str> {
    let Observation { item_id, stance, name, comment } =
        observation.ok_or("does not point to a suggestion in this feedback")?;
    let name = name.clone().unwrap_or_default();
    match stance {
        Stance::Agree => Err("points to an entry with the stance agree, which suggests nothing"),
        Stance::Add if answers.len() >= MAX_ITEMS => {
            Err("cannot be added: the list already has the maximum number of items")
        }
        Stance::Add => {
            let note = comment.clone();
            answers.push(Answer { id: ids.next(), name, note, aligned_with: Vec::new(), reference: None });
            Ok(())
        }
        Stance::Adjust => {
            let item = answers.iter_mut().find(|answer| Some(answer.id) == *item_id);
            item.ok_or("points to an item that is no longer in your working copy")?.name = name;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::{
        clock::Clock,
        feedback::ObjectiveVerdicts,
        http::schema,
        ids::AnswerId,
        plans::{GiveAnswers, LongTermObjective, ShortTermObjective},
    };

    fn ids() -> Ids {
        Ids::new(Clock::manual("2026-03-01T09:00:00Z".parse().unwrap()))
    }

    fn answer_id(id: u128) -> AnswerId {
        AnswerId(Uuid::from_u128(id))
    }

    fn answer(id: u128) -> Answer {
        Answer {
            id: answer_id(id),
            name: format!("Number {id}"),
            note: Some(format!("Note {id}")),
            aligned_with: vec![Horizon::LongTerm],
            reference: None,
        }
    }

    /// A working copy with the strengths 1 and 2 and the development areas 3 and 4.
    fn answers() -> Answers {
        Answers {
            mission_statement: Some("Help".into()),
            values: vec![answer(5)],
            motivators: vec![answer(6)],
            short_term_objective: Some(ShortTermObjective {
                id: Some(answer_id(7)),
                summary: Some("Lead".into()),
                detail: Some("The platform team".into()),
                ..Default::default()
            }),
            long_term_objective: Some(LongTermObjective {
                id: Some(answer_id(8)),
                summary: Some("Shape".into()),
                horizon_years: Some(8),
                reference: None,
            }),
            strengths: vec![answer(1), answer(2)],
            development_areas: vec![answer(3), answer(4)],
            extra: Vec::new(),
        }
    }

    fn observation(stance: Stance, item: Option<u128>, name: &str) -> Observation {
        Observation {
            item_id: item.map(answer_id),
            stance,
            name: Some(name.into()),
            comment: Some(format!("Why {name}")),
        }
    }

    fn content() -> Content {
        let verdict =
            |proposal: &str| Some(Verdict { counter_proposal: Some(proposal.into()), ..Default::default() });
        Content {
            objectives: ObjectiveVerdicts {
                short_term: verdict("Lead together"),
                long_term: verdict("Shape it well"),
            },
            strengths: vec![
                observation(Stance::Agree, Some(1), "One"),
                observation(Stance::Adjust, Some(2), "Two"),
                observation(Stance::Add, None, "Calm"),
                observation(Stance::Adjust, Some(99), "Gone"),
            ],
            development_areas: vec![
                observation(Stance::Add, None, "Delegating"),
                observation(Stance::Adjust, Some(4), "Four"),
            ],
            ..Default::default()
        }
    }

    fn accepting(pointers: &[&str]) -> Result<Answers, Vec<String>> {
        accept(&content(), pointers.iter().copied(), answers(), &ids())
            .map_err(|faults| faults.into_iter().map(|fault| fault.pointer).collect())
    }

    #[test]
    fn a_counter_proposal_becomes_the_summary_of_the_objective() {
        let after = accepting(&["/objectives/short_term/counter_proposal", "/objectives/long_term"]).unwrap();
        let short_term = after.short_term_objective.unwrap();
        assert_eq!(short_term.summary.as_deref(), Some("Lead together"));
        assert_eq!(short_term.detail.as_deref(), Some("The platform team"));
        assert_eq!(after.long_term_objective.unwrap().summary.as_deref(), Some("Shape it well"));
    }

    #[test]
    fn what_is_added_is_a_new_item_with_the_comment_as_its_note() {
        let after = accepting(&["/strengths/2", "/development_areas/0"]).unwrap();
        let added = after.strengths.last().unwrap();
        assert_eq!((added.name.as_str(), added.note.as_deref()), ("Calm", Some("Why Calm")));
        assert!(!answers().strengths.iter().any(|answer| answer.id == added.id));
        assert_eq!(after.development_areas.last().unwrap().name, "Delegating");
    }

    #[test]
    fn what_is_adjusted_keeps_all_but_its_name() {
        let after = accepting(&["/strengths/1"]).unwrap();
        assert_eq!(after.strengths, [answer(1), Answer { name: "Two".into(), ..answer(2) }]);
    }

    #[test]
    fn every_pointer_that_cannot_be_accepted_is_named() {
        let refused = [
            "/strengths/0",
            "/strengths/3",
            "/strengths/4",
            "/strengths/01",
            "/strengths/+1",
            "/strengths/1/name",
            "strengths/1",
            "/strengths",
            "/support/0",
            "/objectives/short_term/comment",
            "",
            "/development_areas/1",
            "/development_areas/1",
            "/objectives/long_term",
            "/objectives/long_term/counter_proposal",
        ];
        let taken = ["/accept/11", "/accept/13"];
        let expected: Vec<String> = (0..refused.len())
            .map(|position| format!("/accept/{position}"))
            .filter(|pointer| !taken.contains(&pointer.as_str()))
            .collect();
        assert_eq!(accepting(&refused), Err(expected));
    }

    #[test]
    fn an_objective_without_a_counter_proposal_has_nothing_to_accept() {
        let silent = Content::default();
        let pointers = ["/objectives/short_term", "/objectives/long_term/counter_proposal"];
        assert_eq!(accept(&silent, pointers, answers(), &ids()).unwrap_err().len(), 2);
    }

    #[test]
    fn a_list_does_not_grow_beyond_its_limit() {
        let full = Answers { strengths: (0..20).map(answer).collect(), ..Default::default() };
        assert!(accept(&content(), ["/strengths/2"], full, &ids()).is_err());
    }

    #[test]
    fn the_limit_of_a_list_is_that_of_its_schema() {
        let strengths = |count| json!({"strengths": vec![json!({"name": "Calm"}); count]});
        assert!(schema::faults::<GiveAnswers>(&strengths(MAX_ITEMS)).is_empty());
        assert!(!schema::faults::<GiveAnswers>(&strengths(MAX_ITEMS + 1)).is_empty());
    }

    proptest! {
        #[test]
        fn accepting_touches_nothing_that_was_not_pointed_to(
            chosen in prop::sample::subsequence(vec![
                "/objectives/short_term", "/objectives/long_term/counter_proposal", "/strengths/1", "/strengths/2",
                "/development_areas/0", "/development_areas/1",
            ], 0..=6).prop_shuffle(),
        ) {
            let (before, after) = (answers(), accepting(&chosen).unwrap());
            let has = |pointer: &str| chosen.contains(&pointer);
            let mut expected = before.clone();
            if has("/objectives/short_term") {
                expected.short_term_objective.as_mut().unwrap().summary = Some("Lead together".into());
            }
            if has("/objectives/long_term/counter_proposal") {
                expected.long_term_objective.as_mut().unwrap().summary = Some("Shape it well".into());
            }
            if has("/strengths/1") {
                expected.strengths[1].name = "Two".into();
            }
            if has("/development_areas/1") {
                expected.development_areas[1].name = "Four".into();
            }
            let kept = Answers {
                strengths: after.strengths[..2].to_vec(),
                development_areas: after.development_areas[..2].to_vec(),
                ..after.clone()
            };
            prop_assert_eq!(kept, expected);
            prop_assert_eq!(after.strengths.len(), 2 + usize::from(has("/strengths/2")));
            prop_assert_eq!(after.development_areas.len(), 2 + usize::from(has("/development_areas/0")));
        }
    }
}
