//! What happened: recorded in the transaction of the change itself, thin (ids, never answers or
//! comments), in the vocabulary of CloudEvents 1.0.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use serde_json::{Value, json};

use crate::{
    auth::Identity,
    db::Transaction,
    entity::event,
    ids::{ActionItemId, FeedbackId, FeedbackRequestId, Ids, PersonId, PlanId},
};

/// A change, by what it happened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    PlanCreated(PlanId),
    PlanUpdated(PlanId),
    PlanDeleted(PlanId),
    PlanShared {
        plan: PlanId,
        revision: i32,
    },
    PlanWithdrawn(PlanId),
    /// One side has agreed; the other is awaited.
    PlanAgreementGiven {
        plan: PlanId,
        revision: i32,
    },
    /// Both have.
    PlanAgreed {
        plan: PlanId,
        revision: i32,
    },
    PlanCompleted(PlanId),
    PlanArchived(PlanId),
    FeedbackRequested {
        plan: PlanId,
        request: FeedbackRequestId,
        reviewer: PersonId,
    },
    FeedbackRequestDeleted {
        plan: PlanId,
        request: FeedbackRequestId,
    },
    FeedbackCreated {
        plan: PlanId,
        feedback: FeedbackId,
    },
    FeedbackUpdated {
        plan: PlanId,
        feedback: FeedbackId,
    },
    FeedbackDeleted {
        plan: PlanId,
        feedback: FeedbackId,
    },
    FeedbackSubmitted {
        plan: PlanId,
        feedback: FeedbackId,
    },
    FeedbackAcknowledged {
        plan: PlanId,
        feedback: FeedbackId,
    },
    ActionItemCreated {
        plan: PlanId,
        item: ActionItemId,
    },
    ActionItemUpdated {
        plan: PlanId,
        item: ActionItemId,
    },
    ActionItemDeleted {
        plan: PlanId,
        item: ActionItemId,
    },
    ActionItemProgressed {
        plan: PlanId,
        item: ActionItemId,
    },
    ActionItemCompleted {
        plan: PlanId,
        item: ActionItemId,
    },
    ActionItemBlocked {
        plan: PlanId,
        item: ActionItemId,
    },
    PersonCreated(PersonId),
    PersonUpdated(PersonId),
    PersonManagerChanged(PersonId),
    PersonDeactivated(PersonId),
}

impl Event {
    /// Type, subject and data.
    fn parts(self) -> (&'static str, String, Value) {
        let plan = |name, plan: PlanId| (name, format!("plans/{plan}"), json!({ "plan_id": plan }));
        let revision = |name, plan: PlanId, revision: i32| {
            (name, format!("plans/{plan}"), json!({ "plan_id": plan, "revision": revision }))
        };
        let request = |name, plan: PlanId, request: FeedbackRequestId| {
            let data = json!({ "plan_id": plan, "feedback_request_id": request });
            (name, format!("feedback-requests/{request}"), data)
        };
        let feedback = |name, plan: PlanId, feedback: FeedbackId| {
            (name, format!("feedback/{feedback}"), json!({ "plan_id": plan, "feedback_id": feedback }))
        };
        let item = |name, plan: PlanId, item: ActionItemId| {
            (name, format!("action-items/{item}"), json!({ "plan_id": plan, "action_item_id": item }))
        };
        let person =
            |name, person: PersonId| (name, format!("people/{person}"), json!({ "person_id": person }));
        match self {
            Self::PlanCreated(id) => plan("groundwork.plan.created.v1", id),
            Self::PlanUpdated(id) => plan("groundwork.plan.updated.v1", id),
            Self::PlanDeleted(id) => plan("groundwork.plan.deleted.v1", id),
            Self::PlanShared { plan, revision: number } => {
                revision("groundwork.plan.shared.v1", plan, number)
            }
            Self::PlanWithdrawn(id) => plan("groundwork.plan.withdrawn.v1", id),
            Self::PlanAgreementGiven { plan, revision: number } => {
                revision("groundwork.plan.agreement_given.v1", plan, number)
            }
            Self::PlanAgreed { plan, revision: number } => {
                revision("groundwork.plan.agreed.v1", plan, number)
            }
            Self::PlanCompleted(id) => plan("groundwork.plan.completed.v1", id),
            Self::PlanArchived(id) => plan("groundwork.plan.archived.v1", id),
            Self::FeedbackRequested { plan, request, reviewer } => (
                "groundwork.feedback.requested.v1",
                format!("feedback-requests/{request}"),
                json!({ "plan_id": plan, "feedback_request_id": request, "reviewer_id": reviewer }),
            ),
            Self::FeedbackRequestDeleted { plan, request: id } => {
                request("groundwork.feedback.request_deleted.v1", plan, id)
            }
            Self::FeedbackCreated { plan, feedback: id } => {
                feedback("groundwork.feedback.created.v1", plan, id)
            }
            Self::FeedbackUpdated { plan, feedback: id } => {
                feedback("groundwork.feedback.updated.v1", plan, id)
            }
            Self::FeedbackDeleted { plan, feedback: id } => {
                feedback("groundwork.feedback.deleted.v1", plan, id)
            }
            Self::FeedbackSubmitted { plan, feedback: id } => {
                feedback("groundwork.feedback.submitted.v1", plan, id)
            }
            Self::FeedbackAcknowledged { plan, feedback: id } => {
                feedback("groundwork.feedback.acknowledged.v1", plan, id)
            }
            Self::ActionItemCreated { plan, item: id } => item("groundwork.action_item.created.v1", plan, id),
            Self::ActionItemUpdated { plan, item: id } => item("groundwork.action_item.updated.v1", plan, id),
            Self::ActionItemDeleted { plan, item: id } => item("groundwork.action_item.deleted.v1", plan, id),
            Self::ActionItemProgressed { plan, item: id } => {
                item("groundwork.action_item.progressed.v1", plan, id)
            }
            Self::ActionItemCompleted { plan, item: id } => {
                item("groundwork.action_item.completed.v1", plan, id)
            }
            Self::ActionItemBlocked { plan, item: id } => item("groundwork.action_item.blocked.v1", plan, id),
            Self::PersonCreated(id) => person("groundwork.person.created.v1", id),
            Self::PersonUpdated(id) => person("groundwork.person.updated.v1", id),
            Self::PersonManagerChanged(id) => person("groundwork.person.manager_changed.v1", id),
            Self::PersonDeactivated(id) => person("groundwork.person.deactivated.v1", id),
        }
    }
}

/// Records what `actor` did, with the rest of the transaction.
pub fn record(txn: &mut Transaction, ids: &Ids, actor: &Identity, event: Event, now: DateTime<Utc>) {
    txn.insert(row(ids, actor, event, now));
}

/// Records several changes, at once.
pub async fn record_all(
    txn: &mut Transaction,
    ids: &Ids,
    actor: &Identity,
    events: impl IntoIterator<Item = Event>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    txn.insert_all(events.into_iter().map(|event| row(ids, actor, event, now)).collect()).await
}

fn row(ids: &Ids, actor: &Identity, event: Event, now: DateTime<Utc>) -> event::Model {
    let (event_type, subject, data) = event.parts();
    event::Model {
        tenant_id: actor.tenant,
        id: ids.next(),
        event_type: event_type.to_owned(),
        subject,
        actor_id: actor.person,
        data: data.to_string(),
        occurred_at: now,
    }
}
