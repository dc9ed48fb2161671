//! The rules of proposals, as pure functions: no database, no clock.

use chrono::NaiveDate;

use super::error::ProposalError;
use crate::{
    auth::permissions::{Right, Roles},
    entity::proposal::{self, ProposalStatus},
    http::FieldError,
    ids::AnswerId,
    plans::Answers,
    record::Tracked,
};

impl Tracked for proposal::Model {}

/// Whether the caller may read proposals of others: the owner always, other readers while the plan is shared.
pub fn may_read_others(roles: &Roles, plan_is_shared: bool) -> bool {
    roles.may(Right::ReadProposals) && (plan_is_shared || roles.may(Right::ReadDraft))
}

/// Only what is not decided yet can be accepted, declined or withdrawn.
pub fn is_open(status: ProposalStatus) -> Result<(), ProposalError> {
    match status {
        ProposalStatus::Proposed => Ok(()),
        ProposalStatus::Accepted => Err(ProposalError::Decided("accepted")),
        ProposalStatus::Declined => Err(ProposalError::Decided("declined")),
        ProposalStatus::Withdrawn => Err(ProposalError::Decided("withdrawn")),
    }
}

/// The errors of a new proposal. `answers` are those that its author may read.
pub fn check(
    answers: &Answers,
    area: Option<AnswerId>,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<FieldError> {
    let mut faults = check_area(answers, area);
    if due_on.is_some_and(|due_on| due_on < today) {
        faults.push(FieldError::new("/due_on", format!("must not be before today, which is {today}")));
    }
    faults
}

/// Checks that the development area, if there is one, is among the answers.
pub fn check_area(answers: &Answers, area: Option<AnswerId>) -> Vec<FieldError> {
    if area.is_none_or(|area| has_area(answers, area)) {
        return Vec::new();
    }
    vec![FieldError::new("/development_area_id", "is not the id of a development area of this plan")]
}

/// The development area of the action item that a proposal becomes: the one that the owner names, else the proposed one
/// if the plan still has it.
pub fn area_of_item(
    answers: &Answers,
    named: Option<AnswerId>,
    proposed: Option<AnswerId>,
) -> Option<AnswerId> {
    named.or(proposed.filter(|area| has_area(answers, *area)))
}

fn has_area(answers: &Answers, area: AnswerId) -> bool {
    answers.development_areas.iter().any(|known| known.id == area)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{auth::permissions::Role, plans::Answer};

    fn area(number: u128) -> AnswerId {
        AnswerId(Uuid::from_u128(number))
    }

    fn answers() -> Answers {
        let answer = Answer {
            id: area(1),
            name: "Delegating".into(),
            note: None,
            aligned_with: Vec::new(),
            reference: None,
        };
        Answers {
            development_areas: vec![answer.clone()],
            strengths: vec![Answer { id: area(2), ..answer }],
            ..Default::default()
        }
    }

    #[test]
    fn a_proposal_names_an_area_of_the_plan_and_a_day_to_come() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let pointers = |area, due_on| -> Vec<String> {
            let faults = check(&answers(), area, due_on, today);
            faults.into_iter().map(|fault| fault.pointer).collect()
        };
        assert_eq!(pointers(None, None), [""; 0]);
        assert_eq!(pointers(Some(area(1)), Some(today)), [""; 0]);
        assert_eq!(pointers(Some(area(2)), today.pred_opt()), ["/development_area_id", "/due_on"]);
    }

    #[test]
    fn an_area_that_is_gone_is_left_out_unless_the_owner_names_another() {
        assert_eq!(area_of_item(&answers(), None, Some(area(1))), Some(area(1)));
        assert_eq!(area_of_item(&answers(), None, Some(area(3))), None);
        assert_eq!(area_of_item(&answers(), Some(area(1)), Some(area(3))), Some(area(1)));
    }

    #[test]
    fn a_proposal_is_decided_once() {
        use ProposalStatus::{Accepted, Declined, Proposed, Withdrawn};
        assert_eq!(is_open(Proposed), Ok(()));
        for status in [Accepted, Declined, Withdrawn] {
            assert!(is_open(status).is_err(), "{status:?}");
        }
    }

    #[test]
    fn others_read_proposals_while_the_plan_is_shared() {
        for (role, shared, draft) in [
            (Role::Owner, true, true),
            (Role::Manager, true, false),
            (Role::HrAdmin, true, false),
            (Role::Reviewer, false, false),
        ] {
            let roles = Roles::default().with(role, true);
            assert_eq!(may_read_others(&roles, true), shared, "{role:?}");
            assert_eq!(may_read_others(&roles, false), draft, "{role:?}");
        }
    }
}
