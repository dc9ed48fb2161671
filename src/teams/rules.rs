//! The next steps of a plan, and rounded means. Pure functions.

use serde::Serialize;
use utoipa::ToSchema;

use crate::entity::plan::PlanStatus;

/// A step that a plan waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
// `Awaited` is a type of TypeScript's own.
#[schema(as = AwaitedStep)]
pub enum Awaited {
    /// The owner shares the plan.
    Share,
    /// The manager gives feedback on the latest revision.
    Feedback,
    /// The owner acknowledges submitted feedback.
    Acknowledgement,
    /// The owner agrees to the latest revision.
    OwnerAgreement,
    /// The manager agrees to the latest revision.
    ManagerAgreement,
}

/// The state of a plan that decides what it waits for.
#[derive(Clone, Copy, Debug)]
pub struct PlanState {
    pub status: PlanStatus,
    pub feedback_asked: bool,
    pub feedback_unread: bool,
    pub owner_agreed: bool,
    pub manager_agreed: bool,
}

/// The steps that a plan waits for, in the recommended order.
pub fn awaiting(plan: PlanState) -> Vec<Awaited> {
    let shared = plan.status == PlanStatus::Shared;
    let under_way = shared || plan.status == PlanStatus::Agreed;
    [
        (plan.status == PlanStatus::Draft, Awaited::Share),
        (shared && plan.feedback_asked, Awaited::Feedback),
        (under_way && plan.feedback_unread, Awaited::Acknowledgement),
        (shared && !plan.owner_agreed, Awaited::OwnerAgreement),
        // Also of an agreed plan, after a change of manager: it stays agreed, and the new manager's word is awaited.
        (under_way && !plan.manager_agreed, Awaited::ManagerAgreement),
    ]
    .into_iter()
    .filter_map(|(waits, awaited)| waits.then_some(awaited))
    .collect()
}

/// The mean of `count` percentages whose total is `sum`, rounded to the nearest integer; 0 if there are none.
pub fn mean_percent(sum: i64, count: i64) -> i64 {
    if count == 0 { 0 } else { (2 * sum + count) / (2 * count) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_draft_waits_for_its_owner_alone() {
        let draft = PlanState {
            status: PlanStatus::Draft,
            feedback_asked: true,
            feedback_unread: true,
            owner_agreed: false,
            manager_agreed: false,
        };
        assert_eq!(awaiting(draft), [Awaited::Share]);
    }

    #[test]
    fn a_plan_just_shared_waits_for_feedback_and_both_agreements() {
        let shared = PlanState {
            status: PlanStatus::Shared,
            feedback_asked: true,
            feedback_unread: false,
            owner_agreed: false,
            manager_agreed: false,
        };
        assert_eq!(awaiting(shared), [Awaited::Feedback, Awaited::OwnerAgreement, Awaited::ManagerAgreement]);
    }

    proptest! {
        #[test]
        fn a_mean_lies_between_the_least_and_the_greatest(percents in prop::collection::vec(0..=100_i64, 1..50)) {
            let mean = mean_percent(percents.iter().sum(), percents.len() as i64);
            prop_assert!(percents.iter().min().unwrap() <= &mean);
            prop_assert!(percents.iter().max().unwrap() >= &mean);
        }
    }
}
