//! Asking for feedback: of the manager by sharing, of others by invitation.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;

use super::store;
use crate::{
    db::Read,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    ids::{PersonId, PlanId},
    record::{Change, Event, OfRequest, Tracked},
};

/// The sections that a manager is asked about: all.
const ALL_SECTIONS: &str = r#"["basic","deeper","planning"]"#;

/// Asks the manager for feedback on a revision that has just been shared, anew if need be.
pub async fn ask_manager(
    txn: &mut Change,
    plan: PlanId,
    manager: PersonId,
    revision: i32,
) -> Result<(), DbErr> {
    let present = store::find_request_to(txn, manager, plan).await?;
    let asked = Asked {
        origin: RequestOrigin::Share,
        sections: ALL_SECTIONS.to_owned(),
        due_on: None,
        reminder_at: None,
        message: None,
        revision,
    };
    ask(txn, plan, manager, present, asked).map(drop)
}

/// What a reviewer is asked.
pub struct Asked {
    pub origin: RequestOrigin,
    /// As a JSON array.
    pub sections: String,
    pub due_on: Option<NaiveDate>,
    pub reminder_at: Option<DateTime<Utc>>,
    pub message: Option<String>,
    pub revision: i32,
}

/// A request as an event names it.
pub fn subject(request: &feedback_request::Model) -> OfRequest {
    OfRequest { plan_id: request.plan_id, feedback_request_id: request.id, reviewer_id: request.reviewer_id }
}

/// Asks a reviewer, who has one request a plan: what was asked before is replaced.
pub fn ask(
    txn: &mut Change,
    plan: PlanId,
    reviewer: PersonId,
    present: Option<feedback_request::Model>,
    asked: Asked,
) -> Result<feedback_request::Model, DbErr> {
    let now = txn.now();
    let request = feedback_request::Model {
        tenant_id: txn.tenant(),
        id: present.as_ref().map_or_else(|| txn.id(), |present| present.id),
        plan_id: plan,
        reviewer_id: reviewer,
        origin: asked.origin,
        sections: asked.sections,
        due_on: asked.due_on,
        message: asked.message,
        revision: asked.revision,
        status: RequestStatus::Open,
        created_at: present.as_ref().map_or(now, |present| present.created_at),
        updated_at: now,
        version: 1,
        reminder_at: asked.reminder_at,
    };
    let event = Event::FeedbackRequested(subject(&request));
    match present {
        Some(present) => txn.revise(present, request, event),
        None => Ok(txn.create(request, event)),
    }
}

impl Tracked for feedback_request::Model {}

impl Tracked for crate::entity::feedback::Model {}
