//! What a caller may do with a plan, for clients that show it as buttons. It follows from the permission table and the
//! rules of each step, so it is what the requests themselves are answered by.

use serde::Serialize;
use utoipa::ToSchema;

use super::rules;
use crate::{
    auth::permissions::{Right, Role, Roles},
    entity::plan::{self, PlanStatus},
};

/// A step with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanAction {
    /// `PATCH /v1/plans/{plan_id}`.
    Update,
    /// It can still be refused because of blockers, which `GET /v1/plans/{plan_id}/readiness` lists.
    Share,
    Withdraw,
    Agree,
    Complete,
    Archive,
    Renew,
    Delete,
    /// `POST /v1/plans/{plan_id}/action-items`.
    AddActionItem,
    RequestFeedback,
    GiveFeedback,
    /// `POST /v1/plans/{plan_id}/discussions`.
    PlanDiscussion,
    Comment,
    Propose,
}

/// What a caller with these roles may do with a plan. `has_manager` tells whether the owner has an active manager.
pub fn may(plan: &plan::Model, roles: &Roles, has_manager: bool) -> impl Iterator<Item = PlanAction> {
    let status = plan.status;
    let takes_responses = || rules::takes_responses(status);
    let steps = [
        (PlanAction::Update, Right::OwnPlan, rules::may_change(status)),
        (PlanAction::Share, Right::OwnPlan, rules::may_share(status)),
        (PlanAction::Withdraw, Right::OwnPlan, rules::may_withdraw(status)),
        (PlanAction::Agree, Right::Agree, rules::may_agree(plan, None, has_agreed(plan, roles, has_manager))),
        (PlanAction::Complete, Right::Complete, rules::may_complete(status)),
        (PlanAction::Archive, Right::Archive, rules::may_archive(status)),
        (PlanAction::Renew, Right::OwnPlan, rules::may_renew(status)),
        (PlanAction::Delete, Right::OwnPlan, rules::may_delete(plan)),
        (PlanAction::AddActionItem, Right::AddActionItem, rules::may_change(status)),
        (PlanAction::RequestFeedback, Right::OwnPlan, takes_responses()),
        (PlanAction::GiveFeedback, Right::WriteFeedback, takes_responses()),
        (PlanAction::PlanDiscussion, Right::Discuss, takes_responses()),
        (PlanAction::Comment, Right::WriteComment, rules::may_change_responses(status)),
        (PlanAction::Propose, Right::Propose, takes_responses()),
    ];
    let allowed = steps.into_iter().filter(|(_, right, rule)| rule.is_ok() && roles.may(*right));
    allowed.map(|(action, ..)| action)
}

/// Whether the caller's side has agreed, so that it cannot again: it can while a plan is not agreed although the other
/// side has agreed, or is not there.
fn has_agreed(plan: &plan::Model, roles: &Roles, has_manager: bool) -> bool {
    let is_owner = roles.by(Right::Agree) == Some(Role::Owner);
    let (own, other) = match is_owner {
        true => (plan.owner_agreed_at, plan.manager_agreed_at),
        false => (plan.manager_agreed_at, plan.owner_agreed_at),
    };
    let is_last = other.is_some() || (is_owner && !has_manager);
    own.is_some() && !(is_last && plan.status == PlanStatus::Shared)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    use super::*;

    fn plan(status: PlanStatus) -> plan::Model {
        let nil = Uuid::nil();
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        let plan = rules::new_plan(nil.into(), nil.into(), nil.into(), day, DateTime::UNIX_EPOCH);
        plan::Model { status, latest_revision: i32::from(status != PlanStatus::Draft), ..plan }
    }

    fn by(role: Role, plan: &plan::Model) -> Vec<PlanAction> {
        may(plan, &Roles::default().with(role, true), true).collect()
    }

    #[test]
    fn an_owner_may_take_the_steps_of_the_status() {
        use PlanAction::{
            AddActionItem, Agree, Archive, Comment, Complete, Delete, PlanDiscussion, Renew, RequestFeedback,
            Share, Update, Withdraw,
        };
        let of = |status| by(Role::Owner, &plan(status));
        assert_eq!(of(PlanStatus::Draft), [Update, Share, Archive, Delete, AddActionItem]);
        assert_eq!(
            of(PlanStatus::Shared),
            [
                Update,
                Share,
                Withdraw,
                Agree,
                Archive,
                AddActionItem,
                RequestFeedback,
                PlanDiscussion,
                Comment
            ]
        );
        assert_eq!(
            of(PlanStatus::Agreed),
            [
                Update,
                Share,
                Agree,
                Complete,
                Archive,
                Renew,
                AddActionItem,
                RequestFeedback,
                PlanDiscussion,
                Comment
            ]
        );
        assert_eq!(of(PlanStatus::Completed), [Update, Archive, Renew, AddActionItem, Comment]);
        assert_eq!(of(PlanStatus::Archived), [Renew]);
    }

    #[test]
    fn others_may_do_what_their_role_is_for() {
        use PlanAction::{AddActionItem, Agree, Archive, Comment, GiveFeedback, PlanDiscussion, Propose};
        let shared = plan(PlanStatus::Shared);
        let manager = [Agree, AddActionItem, GiveFeedback, PlanDiscussion, Comment, Propose];
        for role in [Role::Manager, Role::Acting, Role::Delegate] {
            assert_eq!(by(role, &shared), manager, "{role:?}");
        }
        assert_eq!(by(Role::Reviewer, &shared), [GiveFeedback, Comment, Propose]);
        assert_eq!(by(Role::HrAdmin, &shared), [Archive]);
        assert_eq!(by(Role::HrPartner, &shared), [Archive]);
        for role in [Role::Service, Role::SeniorManager, Role::Author] {
            assert_eq!(by(role, &shared), [], "{role:?}");
        }
    }

    #[test]
    fn each_side_agrees_once_unless_that_was_not_enough() {
        let at = Some(DateTime::UNIX_EPOCH);
        let agrees = |status, owner_agreed, manager_agreed, role, has_manager| {
            let plan = plan::Model {
                owner_agreed_at: at.filter(|_| owner_agreed),
                manager_agreed_at: at.filter(|_| manager_agreed),
                ..plan(status)
            };
            may(&plan, &Roles::default().with(role, true), has_manager)
                .any(|action| action == PlanAction::Agree)
        };
        let shared = PlanStatus::Shared;
        assert!(agrees(shared, false, false, Role::Owner, true));
        assert!(!agrees(shared, true, false, Role::Owner, true));
        assert!(agrees(shared, true, false, Role::Manager, true));
        assert!(!agrees(shared, false, true, Role::Manager, true));
        // The manager has gone since, or both have agreed under changing managers.
        assert!(agrees(shared, true, false, Role::Owner, false));
        assert!(agrees(shared, true, true, Role::Owner, true));
        assert!(!agrees(PlanStatus::Agreed, true, true, Role::Owner, true));
        assert!(agrees(PlanStatus::Agreed, true, false, Role::Manager, true));
    }
}
