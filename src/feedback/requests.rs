//! Feedback requests on the wire: who is asked, by sharing or by invitation, and about what.

use std::collections::BTreeSet;

use actix_web::{delete, get, http::header::EntityTag, post, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{error::FeedbackError, rules, store};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{FeedbackRead, FeedbackWrite},
    },
    clock,
    db::Transaction,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    events::{self, Event, OfRequest},
    http::{Answer, Page, Paging, Path, Post, Precondition, Problem, Query, Retry, tag},
    ids::{FeedbackRequestId, PersonId, PlanId},
    plans::{self, PlanError, Section},
    state::State,
};

/// The sections that a manager is asked about: all.
const ALL_SECTIONS: &str = r#"["basic","deeper","planning"]"#;

/// What one reviewer was asked about a plan: the manager by sharing, a mentor or peer by invitation.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackRequest {
    pub id: FeedbackRequestId,
    pub plan_id: PlanId,
    pub reviewer_id: PersonId,
    pub origin: RequestOrigin,
    /// The sections of the plan that the reviewer was asked about, and reads.
    #[schema(min_items = 1, max_items = 3)]
    pub sections: BTreeSet<Section>,
    /// By when the owner would like to have it.
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// What the owner said to the reviewer.
    #[schema(required, max_length = 2000)]
    pub message: Option<String>,
    /// Number of the revision that was the latest when the reviewer was last asked.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub status: RequestStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Counts the changes of the request.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// An invitation to give feedback. It lets the reviewer read these sections of what is shared.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateFeedbackRequest {
    /// An active person other than the owner and the owner's manager.
    pub reviewer_id: PersonId,
    #[schema(min_items = 1, max_items = 3)]
    pub sections: BTreeSet<Section>,
    /// By when; today at the earliest.
    pub due_on: Option<NaiveDate>,
    #[schema(max_length = 2000, example = "You have seen me lead: what am I missing?")]
    pub message: Option<String>,
}

impl FeedbackRequest {
    fn of(request: feedback_request::Model) -> Result<Self, Problem> {
        Ok(Self {
            id: request.id,
            plan_id: request.plan_id,
            reviewer_id: request.reviewer_id,
            origin: request.origin,
            sections: serde_json::from_str(&request.sections).map_err(Problem::internal)?,
            due_on: request.due_on,
            message: request.message,
            revision: request.revision,
            status: request.status,
            created_at: request.created_at,
            updated_at: request.updated_at,
            version: request.version,
        })
    }
}

fn request_tag(request: &feedback_request::Model) -> EntityTag {
    tag(request.version, "")
}

/// List a plan's feedback requests
///
/// Who was asked, by creation. An invited reviewer sees the request to them.
#[utoipa::path(
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of feedback requests", body = Page<FeedbackRequest>)),
)]
#[get("/plans/{plan_id}/feedback-requests")]
pub async fn list_feedback_requests(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<FeedbackRequest>, Problem> {
    let db = state.db.reader(caller.tenant);
    let plan = plans::store::find_plan(&db, &caller, plan_id.0).await?.ok_or(PlanError::NotFound)?;
    let roles = plan.roles(&caller);
    plan.view(&roles).ok_or(PlanError::NotFound)?;
    let after = query.0.after()?;
    let limit = query.0.limit();
    let only_to = (!roles.may(Right::ReadFeedbackRequests)).then(|| caller.id());
    let rows = store::list_requests(&db, plan_id.0, only_to, after, limit).await?;
    Page::of(rows, limit, |request| request.id, FeedbackRequest::of)
}

/// Ask for feedback
///
/// Invites somebody besides the manager, such as a mentor or peer, to read some sections of the shared plan and
/// give feedback on them.
#[utoipa::path(
    tag = "feedback",
    request_body = CreateFeedbackRequest,
    security(("bearer" = ["feedback:write"])),
    responses((
        status = 201,
        description = "The feedback request, open",
        body = FeedbackRequest,
        headers(("Location" = String, description = "The plan's feedback requests")),
    )),
)]
#[post("/plans/{plan_id}/feedback-requests")]
pub async fn create_feedback_request(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateFeedbackRequest>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let CreateFeedbackRequest { reviewer_id, sections, due_on, message } = post.input;
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let plan = plans::store::lock_plan(txn, &caller, plan_id.0).await?.ok_or(PlanError::NotFound)?;
            let roles = plan.roles(&caller);
            plan.view(&roles).ok_or(PlanError::NotFound)?;
            rules::is_owner(&roles)?;
            rules::takes_feedback(&plan.plan)?;
            let reviewer = store::find_active_person(&**txn, reviewer_id).await?;
            let (owner, manager) = (plan.plan.owner_id, plan.manager_id);
            let today = caller.today(now);
            let faults =
                rules::check_invitation(reviewer_id, reviewer.is_some(), owner, manager, due_on, today);
            if !faults.is_empty() {
                return Err(FeedbackError::Invalid(faults).into());
            }
            let present = store::find_request_to(&**txn, reviewer_id, plan_id.0).await?;
            if present.as_ref().is_some_and(|request| request.origin == RequestOrigin::Invitation) {
                return Err(FeedbackError::Invited.into());
            }
            let asked = Asked {
                origin: RequestOrigin::Invitation,
                sections: serde_json::to_string(&sections).map_err(Problem::internal)?,
                due_on,
                reminder_at: due_on.zip(reviewer).map(|(day, zone)| clock::start_of_day(day, zone)),
                message,
                revision: plan.plan.latest_revision,
            };
            let request = ask(txn, &state, &caller, plan_id.0, reviewer_id, present, asked)?;
            let tag = request_tag(&request);
            let location = format!("/v1/plans/{}/feedback-requests", plan_id.0);
            Ok(Answer::created(location, &FeedbackRequest::of(request)?)?.with_etag(tag))
        })
        .await
}

/// Delete a feedback request
///
/// Takes an invitation back: the reviewer no longer reads the plan, and keeps what they wrote.
#[utoipa::path(
    tag = "feedback",
    security(("bearer" = ["feedback:write"])),
    responses((status = 204, description = "The feedback request is gone")),
)]
#[delete("/feedback-requests/{feedback_request_id}")]
pub async fn delete_feedback_request(
    caller: Caller<FeedbackWrite>,
    feedback_request_id: Path<FeedbackRequestId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let id = feedback_request_id.0;
    state
        .change(&caller, Retry::none(), async |txn| {
            let plan = plans::store::lock_plan_of(txn, &caller, "feedback_requests", id).await?;
            let plan = plan.ok_or(FeedbackError::NoRequest)?;
            let request = store::find_request(&**txn, id).await?.ok_or(FeedbackError::NoRequest)?;
            let roles = plan.roles(&caller);
            let known = plan.view(&roles).is_some()
                && (roles.may(Right::ReadFeedbackRequests) || caller.is(request.reviewer_id));
            if !known {
                return Err(FeedbackError::NoRequest.into());
            }
            precondition.check(&request_tag(&request))?;
            rules::is_owner(&roles)?;
            plans::rules::may_change(plan.plan.status)?;
            if request.origin != RequestOrigin::Invitation {
                return Err(FeedbackError::NotAnInvitation.into());
            }
            let event = Event::FeedbackRequestDeleted(subject(&request));
            txn.delete(request)?;
            events::record(txn, &state.ids, &caller, event, state.clock.now());
            Ok(Answer::no_content())
        })
        .await
}

/// Asks the manager for feedback on a revision that has just been shared, anew if need be.
pub async fn ask_manager(
    txn: &mut Transaction,
    state: &State,
    caller: &Identity,
    plan: PlanId,
    manager: PersonId,
    revision: i32,
) -> Result<(), DbErr> {
    let present = store::find_request_to(&**txn, manager, plan).await?;
    let asked = Asked {
        origin: RequestOrigin::Share,
        sections: ALL_SECTIONS.to_owned(),
        due_on: None,
        reminder_at: None,
        message: None,
        revision,
    };
    ask(txn, state, caller, plan, manager, present, asked).map(drop)
}

/// What a reviewer is asked.
struct Asked {
    origin: RequestOrigin,
    /// As a JSON array.
    sections: String,
    due_on: Option<NaiveDate>,
    reminder_at: Option<DateTime<Utc>>,
    message: Option<String>,
    revision: i32,
}

/// A request as an event names it.
pub fn subject(request: &feedback_request::Model) -> OfRequest {
    OfRequest { plan_id: request.plan_id, feedback_request_id: request.id, reviewer_id: request.reviewer_id }
}

/// Asks a reviewer, who has one request a plan: what was asked before is replaced.
fn ask(
    txn: &mut Transaction,
    state: &State,
    caller: &Identity,
    plan: PlanId,
    reviewer: PersonId,
    present: Option<feedback_request::Model>,
    asked: Asked,
) -> Result<feedback_request::Model, DbErr> {
    let now = state.clock.now();
    let request = feedback_request::Model {
        tenant_id: txn.tenant(),
        id: present.as_ref().map_or_else(|| state.ids.next(), |present| present.id),
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
        version: present.as_ref().map_or(1, |present| present.version + 1),
        reminder_at: asked.reminder_at,
    };
    match present {
        Some(present) => txn.update(present, request.clone())?,
        None => txn.insert(request.clone()),
    }
    let event = Event::FeedbackRequested(subject(&request));
    events::record(txn, &state.ids, caller, event, now);
    Ok(request)
}
