//! Feedback requests: sharing a plan asks the manager, an invitation asks another reviewer.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;

use super::store::{self, Asked, AskedManager};
use crate::{
    db::Read,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    ids::{PersonId, PlanId},
    record::{Change, Event, OfRequest, Tracked},
};

/// All sections, as a JSON array: the manager is asked about each of them.
const ALL_SECTIONS: &str = r#"["basic","deeper","planning"]"#;

/// Asks the manager for feedback on a revision that was just shared. Replaces an earlier request, also one that a
/// former manager has left open.
pub async fn ask_manager(
    txn: &mut Change,
    plan: PlanId,
    manager: PersonId,
    revision: i32,
) -> Result<(), DbErr> {
    let requests = store::list_requests_for_managers(txn, Asked::About(plan)).await?;
    let (own, former): (Vec<_>, Vec<_>) =
        requests.into_iter().map(|row| row.request).partition(|request| request.reviewer_id == manager);
    let mut former = former.into_iter();
    let existing = own.into_iter().next().or_else(|| former.next());
    let content = RequestContent {
        origin: RequestOrigin::Share,
        sections: ALL_SECTIONS.to_owned(),
        due_on: None,
        reminder_at: None,
        message: None,
        revision,
    };
    ask(txn, plan, manager, existing, content)?;
    for request in former {
        let event = Event::FeedbackRequestDeleted(subject(&request, true));
        txn.remove(request, event)?;
    }
    Ok(())
}

/// Moves the open requests about the shared plans of people whose manager has changed from the former manager to the
/// present one. Feedback that was begun stays its author's.
pub async fn hand_over(txn: &mut Change, people: &[PersonId]) -> Result<(), DbErr> {
    if people.is_empty() {
        return Ok(());
    }
    let requests = store::list_requests_for_managers(txn, Asked::By(people)).await?;
    let mut own = HashMap::new();
    let mut former = Vec::new();
    for AskedManager { request, manager_id } in requests {
        if request.reviewer_id == manager_id {
            own.insert(request.plan_id, request);
        } else {
            former.push((request, manager_id));
        }
    }
    let (mut moved, mut events, mut served) = (Vec::new(), Vec::new(), HashSet::new());
    for (request, manager_id) in former {
        let plan = request.plan_id;
        // The present manager may have a request already: as an invited reviewer, as manager at an earlier time, or
        // one that was moved here. There is one request per plan and person.
        let own = own.remove(&plan);
        let answered = own.as_ref().is_some_and(|own: &feedback_request::Model| {
            own.status == RequestStatus::Answered && own.revision >= request.revision
        });
        let ends = own.is_some() || served.contains(&plan);
        if served.insert(plan) && !answered {
            let before = own.unwrap_or_else(|| request.clone());
            let feedback_request::Model { id, created_at, version, .. } = before;
            let reviewer_id = manager_id;
            let after = feedback_request::Model { id, reviewer_id, created_at, version, ..request.clone() };
            events.push(Event::FeedbackRequested(subject(&after, true)));
            moved.push(txn.revised(&before, after));
        }
        if ends {
            events.push(Event::FeedbackRequestDeleted(subject(&request, true)));
            txn.delete(request)?;
        }
    }
    txn.save_all(moved, events).await
}

/// The content of a feedback request.
pub struct RequestContent {
    pub origin: RequestOrigin,
    /// As a JSON array.
    pub sections: String,
    pub due_on: Option<NaiveDate>,
    pub reminder_at: Option<DateTime<Utc>>,
    pub message: Option<String>,
    pub revision: i32,
}

/// The subject of events about a request. `shared` is whether its plan is shared; a draft's is not in the feed.
pub fn subject(request: &feedback_request::Model, shared: bool) -> OfRequest {
    let feedback_request::Model { plan_id, id, reviewer_id, .. } = *request;
    OfRequest { plan_id, feedback_request_id: id, reviewer_id, shared }
}

/// Asks a reviewer about a plan that is shared, or is being shared. There is one request per plan and reviewer: an
/// `existing` one is replaced and keeps its id.
pub fn ask(
    txn: &mut Change,
    plan: PlanId,
    reviewer: PersonId,
    existing: Option<feedback_request::Model>,
    content: RequestContent,
) -> Result<feedback_request::Model, DbErr> {
    let now = txn.now();
    let request = feedback_request::Model {
        tenant_id: txn.tenant(),
        id: existing.as_ref().map_or_else(|| txn.id(), |existing| existing.id),
        plan_id: plan,
        reviewer_id: reviewer,
        origin: content.origin,
        sections: content.sections,
        due_on: content.due_on,
        message: content.message,
        revision: content.revision,
        status: RequestStatus::Open,
        created_at: existing.as_ref().map_or(now, |existing| existing.created_at),
        updated_at: now,
        version: 1,
        reminder_at: content.reminder_at,
    };
    let event = Event::FeedbackRequested(subject(&request, true));
    match existing {
        Some(existing) => txn.revise(existing, request, event),
        None => Ok(txn.create(request, event)),
    }
}

impl Tracked for feedback_request::Model {}

impl Tracked for crate::entity::feedback::Model {}
