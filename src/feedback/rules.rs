//! The rules of feedback, as pure functions: no database, no clock.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;

use super::{
    content::{Content, Observation, Stance, Support, SupportDecision, Verdict},
    error::FeedbackError,
};
use crate::{
    auth::permissions::{Right, Roles},
    entity::feedback::FeedbackStatus,
    http::FieldError,
    ids::{ActionItemId, PersonId},
    plans::{self, Answer, Answers, Section},
};

/// Whether the caller may read feedback submitted by others: the owner always, other readers while the plan is shared.
pub fn may_read_others(roles: &Roles, plan_is_shared: bool) -> bool {
    roles.may(Right::ReadFeedback) && (plan_is_shared || roles.may(Right::ReadDraft))
}

/// Feedback can be changed only while it is a draft.
pub fn is_draft(status: FeedbackStatus) -> Result<(), FeedbackError> {
    match status {
        FeedbackStatus::Draft => Ok(()),
        FeedbackStatus::Submitted | FeedbackStatus::Acknowledged => Err(FeedbackError::Submitted),
    }
}

pub fn awaits_acknowledgement(status: FeedbackStatus) -> Result<(), FeedbackError> {
    match status {
        FeedbackStatus::Submitted => Ok(()),
        FeedbackStatus::Draft | FeedbackStatus::Acknowledged => Err(FeedbackError::NotSubmitted),
    }
}

/// The sections that the caller is asked about: all for a manager and who has the manager's rights, those of the
/// invitation for a reviewer.
pub fn sections_asked(roles: &Roles, reviewer_sections: Option<&str>) -> BTreeSet<Section> {
    if roles.manages() {
        return BTreeSet::from([Section::Basic, Section::Deeper, Section::Planning]);
    }
    reviewer_sections.map(plans::rules::sections).unwrap_or_default().into_iter().collect()
}

/// The parts of a feedback: each with its section, its JSON Pointer and whether it is filled in.
fn parts(content: &Content) -> [(Section, &'static str, bool); 5] {
    let is_filled =
        |verdict: &Option<Verdict>| verdict.as_ref().is_some_and(|verdict| *verdict != Verdict::default());
    [
        (Section::Deeper, "/objectives/short_term", is_filled(&content.objectives.short_term)),
        (Section::Deeper, "/objectives/long_term", is_filled(&content.objectives.long_term)),
        (Section::Planning, "/strengths", !content.strengths.is_empty()),
        (Section::Planning, "/development_areas", !content.development_areas.is_empty()),
        (Section::Planning, "/support", !content.support.is_empty()),
    ]
}

/// Every error of a feedback. `sections` are those that the author is asked about, `answers` are the answers of the
/// revision, and `action_items` are the ids of the plan's items.
pub fn check(
    content: &Content,
    sections: &BTreeSet<Section>,
    answers: &Answers,
    action_items: &HashSet<ActionItemId>,
) -> Vec<FieldError> {
    let mut faults: Vec<FieldError> = parts(content)
        .into_iter()
        .filter(|(section, _, is_filled)| *is_filled && !sections.contains(section))
        .map(|(_, pointer, _)| FieldError::new(pointer, "is about a section that you were not asked about"))
        .collect();
    if sections.contains(&Section::Planning) {
        faults.extend(check_observations("strengths", &content.strengths, &answers.strengths));
        faults.extend(check_observations(
            "development_areas",
            &content.development_areas,
            &answers.development_areas,
        ));
        faults.extend(check_support(&content.support, action_items));
    }
    faults
}

fn check_observations(list: &str, observations: &[Observation], answers: &[Answer]) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for (position, observation) in observations.iter().enumerate() {
        let mut fault = |field: &str, detail: &str| {
            faults.push(FieldError::new(format!("/{list}/{position}/{field}"), detail));
        };
        match (observation.stance, observation.item_id) {
            (Stance::Add, None) => {}
            (Stance::Add, Some(_)) => fault("item_id", "must be omitted if the stance is add"),
            (_, None) => fault("item_id", "is required, unless the stance is add"),
            (_, Some(id)) if !answers.iter().any(|answer| answer.id == id) => {
                fault("item_id", "is not the id of an item of this list in the revision");
            }
            (_, Some(id)) if !seen.insert(id) => fault("item_id", "is already the item of another entry"),
            (_, Some(_)) => {}
        }
        if observation.stance != Stance::Agree && observation.name.is_none() {
            fault("name", "is required, unless the stance is agree");
        }
    }
    faults
}

fn check_support(support: &[Support], action_items: &HashSet<ActionItemId>) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for (position, entry) in support.iter().enumerate() {
        let mut fault = |field: &str, detail: &str| {
            faults.push(FieldError::new(format!("/support/{position}/{field}"), detail));
        };
        if !action_items.contains(&entry.action_item_id) {
            fault("action_item_id", "is not the id of an action item of this plan");
        } else if !seen.insert(entry.action_item_id) {
            fault("action_item_id", "is already the item of another entry");
        }
        if entry.decision == SupportDecision::Declined && entry.commitment.is_some() {
            fault("commitment", "must be omitted if the decision is declined");
        }
    }
    faults
}

/// Checks that a feedback is not empty. A private note alone is not enough.
pub fn says_something(content: &Content) -> Result<(), FeedbackError> {
    let summary = content.summary.as_deref().is_some_and(|summary| !summary.trim().is_empty());
    if summary || parts(content).iter().any(|(_, _, is_filled)| *is_filled) {
        Ok(())
    } else {
        let detail = "is empty: add a summary, a verdict, a stance or a support decision before submitting";
        Err(FeedbackError::Invalid(vec![FieldError::new("", detail)]))
    }
}

/// Every error of an invitation to give feedback. `active` is whether the reviewer is an active person.
pub fn check_invitation(
    reviewer: PersonId,
    active: bool,
    owner: PersonId,
    manager: Option<PersonId>,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<FieldError> {
    let reviewer_fault = if reviewer == owner {
        Some("must not be the plan's owner")
    } else if Some(reviewer) == manager {
        Some("is the owner's manager, who was already asked by sharing")
    } else if !active {
        Some("is not the id of an active person")
    } else {
        None
    };
    let mut faults: Vec<FieldError> =
        reviewer_fault.map(|detail| FieldError::new("/reviewer_id", detail)).into_iter().collect();
    if due_on.is_some_and(|due_on| due_on < today) {
        faults.push(FieldError::new("/due_on", format!("must not be before today, which is {today}")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        auth::permissions::Role,
        feedback::{Commitment, ObjectiveVerdicts},
        ids::AnswerId,
    };

    const ALL: [Section; 3] = [Section::Basic, Section::Deeper, Section::Planning];

    /// Two strengths, 1 and 2, and one development area, 3.
    fn answers() -> Answers {
        let answer = |id| Answer {
            id: answer_id(id),
            name: format!("Number {id}"),
            note: None,
            aligned_with: Vec::new(),
            reference: None,
        };
        Answers {
            strengths: vec![answer(1), answer(2)],
            development_areas: vec![answer(3)],
            ..Default::default()
        }
    }

    fn answer_id(id: u128) -> AnswerId {
        AnswerId(Uuid::from_u128(id))
    }

    fn item_id(id: u128) -> ActionItemId {
        ActionItemId(Uuid::from_u128(id))
    }

    fn observation(stance: Stance, item: Option<u128>, name: Option<&str>) -> Observation {
        Observation { item_id: item.map(answer_id), stance, name: name.map(str::to_owned), comment: None }
    }

    fn support(item: u128, decision: SupportDecision, promised: bool) -> Support {
        let commitment = promised.then(|| Commitment { title: "Help".into(), due_on: None });
        Support { action_item_id: item_id(item), decision, comment: None, commitment }
    }

    /// The pointers of the faults of `content`, on a plan with the action items 7 and 8.
    fn pointers(content: &Content, sections: &[Section]) -> Vec<String> {
        let sections = sections.iter().copied().collect();
        let items = HashSet::from([item_id(7), item_id(8)]);
        check(content, &sections, &answers(), &items).into_iter().map(|fault| fault.pointer).collect()
    }

    fn full() -> Content {
        let verdict = Verdict { counter_proposal: Some("Lead it together".into()), ..Default::default() };
        Content {
            summary: Some("Well thought out".into()),
            objectives: ObjectiveVerdicts { short_term: Some(verdict.clone()), long_term: Some(verdict) },
            strengths: vec![
                observation(Stance::Agree, Some(1), None),
                observation(Stance::Adjust, Some(2), Some("Clear speaking")),
                observation(Stance::Add, None, Some("Calm")),
            ],
            development_areas: vec![observation(Stance::Agree, Some(3), None)],
            support: vec![
                support(7, SupportDecision::Modified, true),
                support(8, SupportDecision::Declined, false),
            ],
        }
    }

    #[test]
    fn a_manager_speaks_to_everything() {
        assert_eq!(pointers(&full(), &ALL), [""; 0]);
    }

    #[test]
    fn a_reviewer_keeps_to_the_sections_asked_about() {
        let deeper = ["/objectives/short_term", "/objectives/long_term"];
        let planning = ["/strengths", "/development_areas", "/support"];
        assert_eq!(pointers(&full(), &[Section::Basic]), [&deeper[..], &planning[..]].concat());
        assert_eq!(pointers(&full(), &[Section::Deeper]), planning);
        assert_eq!(pointers(&full(), &[Section::Planning]), deeper);
    }

    #[test]
    fn only_who_is_asked_has_sections() {
        let reviewer = Roles::default().with(Role::Reviewer, true);
        let asked = BTreeSet::from([Section::Deeper]);
        assert_eq!(sections_asked(&reviewer, Some(r#"["deeper"]"#)), asked);
        let hr_too = reviewer.with(Role::HrAdmin, true);
        assert_eq!(sections_asked(&hr_too, Some(r#"["deeper"]"#)), asked);
        assert_eq!(sections_asked(&hr_too.with(Role::Manager, true), Some(r#"["deeper"]"#)), ALL.into());
        assert_eq!(sections_asked(&Roles::default(), None), BTreeSet::new());
    }

    #[test]
    fn an_item_of_another_list_is_no_item_of_this_one() {
        let content =
            Content { strengths: vec![observation(Stance::Agree, Some(3), None)], ..Default::default() };
        assert_eq!(pointers(&content, &ALL), ["/strengths/0/item_id"]);
    }

    #[test]
    fn nothing_is_promised_to_what_is_declined() {
        let content =
            Content { support: vec![support(9, SupportDecision::Declined, true)], ..Default::default() };
        assert_eq!(pointers(&content, &ALL), ["/support/0/action_item_id", "/support/0/commitment"]);
    }

    #[test]
    fn a_feedback_that_is_submitted_says_something() {
        let empty_verdict = Content {
            summary: Some("  \n".into()),
            objectives: ObjectiveVerdicts { short_term: Some(Verdict::default()), long_term: None },
            ..Default::default()
        };
        assert!(says_something(&Content::default()).is_err());
        assert!(says_something(&empty_verdict).is_err());
        for said in [
            Content { summary: full().summary, ..Default::default() },
            Content { objectives: full().objectives, ..Default::default() },
            Content { strengths: full().strengths, ..Default::default() },
            Content { development_areas: full().development_areas, ..Default::default() },
            Content { support: full().support, ..Default::default() },
        ] {
            assert_eq!(says_something(&said), Ok(()), "{said:?}");
        }
    }

    #[test]
    fn an_invitation_goes_to_somebody_else_who_is_there() {
        let person = |id| PersonId(Uuid::from_u128(id));
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let pointers = |reviewer, active, due_on| -> Vec<String> {
            let faults =
                check_invitation(person(reviewer), active, person(1), Some(person(2)), due_on, today);
            faults.into_iter().map(|fault| fault.pointer).collect()
        };
        assert_eq!(pointers(3, true, Some(today)), [""; 0]);
        assert_eq!(pointers(1, true, None), ["/reviewer_id"]);
        assert_eq!(pointers(2, true, None), ["/reviewer_id"]);
        assert_eq!(pointers(3, false, today.pred_opt()), ["/reviewer_id", "/due_on"]);
    }

    fn stances() -> impl Strategy<Value = Stance> {
        prop::sample::select(vec![Stance::Agree, Stance::Adjust, Stance::Add])
    }

    fn decisions() -> impl Strategy<Value = SupportDecision> {
        use SupportDecision::*;
        prop::sample::select(vec![Supported, Modified, Declined])
    }

    fn observations() -> impl Strategy<Value = Vec<Observation>> {
        let one = (stances(), prop::option::of(1..=3_u128), prop::option::of(Just("Name")))
            .prop_map(|(stance, item, name)| observation(stance, item, name));
        prop::collection::vec(one, 0..6)
    }

    fn supports() -> impl Strategy<Value = Vec<Support>> {
        let one = (7..=9_u128, decisions(), any::<bool>())
            .prop_map(|(item, decision, promised)| support(item, decision, promised));
        prop::collection::vec(one, 0..6)
    }

    proptest! {
        #[test]
        fn an_observation_is_faulted_exactly_where_it_is_wrong(strengths in observations()) {
            let content = Content { strengths: strengths.clone(), ..Default::default() };
            let pointers = pointers(&content, &ALL);
            for (position, it) in strengths.iter().enumerate() {
                let named_before = strengths[..position]
                    .iter()
                    .any(|other| other.stance != Stance::Add && other.item_id == it.item_id);
                let item_is_right = match it.item_id {
                    None => it.stance == Stance::Add,
                    Some(id) => {
                        it.stance != Stance::Add && [1, 2].map(answer_id).contains(&id) && !named_before
                    }
                };
                let name_is_right = it.stance == Stance::Agree || it.name.is_some();
                let faulted = |field| pointers.contains(&format!("/strengths/{position}/{field}"));
                prop_assert_eq!(faulted("item_id"), !item_is_right);
                prop_assert_eq!(faulted("name"), !name_is_right);
            }
        }

        #[test]
        fn a_support_entry_is_faulted_exactly_where_it_is_wrong(support in supports()) {
            let content = Content { support: support.clone(), ..Default::default() };
            let pointers = pointers(&content, &ALL);
            for (position, it) in support.iter().enumerate() {
                let named_before =
                    support[..position].iter().any(|other| other.action_item_id == it.action_item_id);
                let item_is_right = it.action_item_id != item_id(9) && !named_before;
                let promise_is_right = it.decision != SupportDecision::Declined || it.commitment.is_none();
                let faulted = |field| pointers.contains(&format!("/support/{position}/{field}"));
                prop_assert_eq!(faulted("action_item_id"), !item_is_right);
                prop_assert_eq!(faulted("commitment"), !promise_is_right);
            }
        }
    }
}
