//! The HTTP operations on feedback requests.

use std::collections::BTreeSet;

use actix_web::{http::header::EntityTag, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ask::{RequestContent, ask, subject},
    error::FeedbackError,
    rules, store,
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{FeedbackRead, FeedbackWrite},
    },
    clock,
    db::Read,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    http::{Named, Page, Paging, Path, Post, Precondition, Problem, Query, Reply, tag},
    ids::{FeedbackRequestId, PersonId, PlanId},
    plans::{self, Relation, Section},
    reads::ReadAction,
    record::Event,
    requests::KeptReply,
    state::State,
};

/// A request to one reviewer for feedback on a plan. Sharing creates it for the manager; an invitation, for a mentor or
/// peer.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackRequest {
    pub id: FeedbackRequestId,
    pub plan_id: PlanId,
    pub reviewer_id: PersonId,
    pub reviewer: Named,
    pub origin: RequestOrigin,
    /// The sections of the plan that the reviewer is asked about. An invited reviewer can read only these.
    #[schema(min_items = 1, max_items = 3)]
    pub sections: BTreeSet<Section>,
    /// The day by which the owner wants the feedback.
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// The owner's message to the reviewer. Null for everyone but these two.
    #[schema(required, max_length = 2000)]
    pub message: Option<String>,
    /// Number of the latest revision at the time of the request.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub status: RequestStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of the request.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// An invitation to give feedback. The reviewer can read these sections of the shared plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
// Generators name what `create_feedback` takes `CreateFeedbackRequest`.
#[schema(as = RequestFeedback)]
pub struct CreateFeedbackRequest {
    /// An active person, but not the owner or the owner's manager.
    pub reviewer_id: PersonId,
    #[schema(min_items = 1, max_items = 3)]
    pub sections: BTreeSet<Section>,
    /// The day by which the owner wants the feedback; today or later.
    pub due_on: Option<NaiveDate>,
    #[schema(max_length = 2000, example = "You have seen me lead: what am I missing?")]
    pub message: Option<String>,
}

impl FeedbackRequest {
    /// The request as the caller may read it: the message is for its two ends.
    pub(super) fn for_caller(
        request: feedback_request::Model,
        plan: &plans::Access,
        caller: &Identity,
    ) -> Result<Self, Problem> {
        let is_end = caller.is(request.reviewer_id) || plan.roles().may(Right::OwnPlan);
        let feedback_request::Model {
            tenant_id: _,
            id,
            plan_id,
            reviewer_id,
            origin,
            sections,
            due_on,
            message,
            revision,
            status,
            created_at,
            updated_at,
            version,
            reminder_at: _,
        } = request;
        Ok(Self {
            id,
            plan_id,
            reviewer_id,
            reviewer: Named::Later(reviewer_id),
            origin,
            sections: serde_json::from_str(&sections).map_err(Problem::internal)?,
            due_on,
            message: message.filter(|_| is_end),
            revision,
            status,
            created_at,
            updated_at,
            version,
        })
    }
}

pub(super) fn request_tag(request: &feedback_request::Model) -> EntityTag {
    tag(request.version, "")
}

/// List a plan's feedback requests
///
/// Returns the feedback requests of a plan, in order of creation. An invited reviewer sees only their own request.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/feedback-requests",
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of feedback requests", body = Page<FeedbackRequest>)),
)]
pub async fn list_feedback_requests(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<FeedbackRequest>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = plans::Access::read(&db, &caller, plan_id.0, ReadAction::Feedback).await?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let only_to = (!access.roles().may(Right::ReadFeedbackRequests)).then(|| caller.id_or_nil());
    let rows = store::list_requests(&db, plan_id.0, only_to, after, limit).await?;
    let shown = |request| FeedbackRequest::for_caller(request, &access, &caller);
    Page::of(&caller, rows, limit, |request| request.id, shown)
}

/// Ask for feedback
///
/// Invites a reviewer, such as a mentor or peer, to read some sections of the shared plan and give feedback on them.
/// Only the owner may do this. The manager is asked by sharing.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/feedback-requests",
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
pub async fn create_feedback_request(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateFeedbackRequest>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = plans::Access::lock(txn, &caller, plan_id.0, &Precondition::none()).await?;
            access.require(Right::OwnPlan)?;
            let CreateFeedbackRequest { reviewer_id, sections, due_on, message } = post.input.read()?;
            plans::rules::takes_responses(access.plan().status)?;
            let reviewer_zone = store::find_zone_if_active(txn, reviewer_id).await?;
            let (owner, manager) = (access.plan().owner_id, access.manager_id());
            let today = caller.today(txn.now());
            let faults =
                rules::check_invitation(reviewer_id, reviewer_zone.is_some(), owner, manager, due_on, today);
            if !faults.is_empty() {
                return Err(FeedbackError::Invalid(faults).into());
            }
            let existing = store::find_request_to(txn, reviewer_id, plan_id.0).await?;
            if existing.as_ref().is_some_and(|request| request.origin == RequestOrigin::Invitation) {
                return Err(FeedbackError::Invited.into());
            }
            let content = RequestContent {
                origin: RequestOrigin::Invitation,
                sections: serde_json::to_string(&sections).map_err(Problem::internal)?,
                due_on,
                reminder_at: due_on.zip(reviewer_zone).map(|(day, zone)| clock::start_of_day(day, zone)),
                message,
                revision: access.plan().latest_revision,
            };
            let request = ask(txn, plan_id.0, reviewer_id, existing, content)?;
            let tag = request_tag(&request);
            let location = format!("/v1/plans/{}/feedback-requests", plan_id.0);
            let id = request.id;
            let reply = Reply::created(location, &FeedbackRequest::for_caller(request, &access, &caller)?)?;
            Ok(KeptReply::<FeedbackRequest>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// Delete a feedback request
///
/// Deletes an invitation. Only the owner may do this. The reviewer can no longer read the plan, but can still read the
/// feedback they wrote.
#[utoipa::path(
    delete,
    path = "/feedback-requests/{feedback_request_id}",
    tag = "feedback",
    security(("bearer" = ["feedback:write"])),
    responses((status = 204, description = "The feedback request was deleted")),
)]
pub async fn delete_feedback_request(
    caller: Caller<FeedbackWrite>,
    feedback_request_id: Path<FeedbackRequestId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let id = feedback_request_id.0;
    state
        .update(&caller, async |txn| {
            let plan = Relation::lock_of(txn, &caller, "feedback_requests", id).await?;
            let access = plan.and_then(Relation::admit).ok_or(FeedbackError::NoRequest)?;
            let request = txn.row::<feedback_request::Entity>(id).await?.ok_or(FeedbackError::NoRequest)?;
            if !access.roles().may(Right::ReadFeedbackRequests) && !caller.is(request.reviewer_id) {
                return Err(FeedbackError::NoRequest.into());
            }
            precondition.check(&request_tag(&request))?;
            access.require(Right::OwnPlan)?;
            plans::rules::may_change(access.plan().status)?;
            if request.origin != RequestOrigin::Invitation {
                return Err(FeedbackError::NotAnInvitation.into());
            }
            let event = Event::FeedbackRequestDeleted(subject(&request, access.relation().is_shared()));
            txn.remove(request, event)?;
            Ok(Reply::no_content())
        })
        .await
}
