//! Feedback requests: sharing a plan asks the manager, an invitation asks another reviewer.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;

use super::store;
use crate::{
    db::Read,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    ids::{PersonId, PlanId},
    record::{Change, Event, OfRequest, Tracked},
};

/// All sections, as a JSON array: the manager is asked about each of them.
const ALL_SECTIONS: &str = r#"["basic","deeper","planning"]"#;

/// Asks the manager for feedback on a revision that was just shared. Replaces an earlier request.
pub async fn ask_manager(
    txn: &mut Change,
    plan: PlanId,
    manager: PersonId,
    revision: i32,
) -> Result<(), DbErr> {
    let existing = store::find_request_to(txn, manager, plan).await?;
    let content = RequestContent {
        origin: RequestOrigin::Share,
        sections: ALL_SECTIONS.to_owned(),
        due_on: None,
        reminder_at: None,
        message: None,
        revision,
    };
    ask(txn, plan, manager, existing, content).map(drop)
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

/// Asks a reviewer about a plan that is shared, or is being shared. There is one request per plan and reviewer: an `existing` one is replaced and keeps its id.
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
