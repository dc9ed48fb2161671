//! The HTTP operations on feedback, except submitting and acknowledging it.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{FeedbackAccess, feedback_revisions, feedback_tag, subject},
    content::{Content, ObjectiveVerdicts, Observation, Support},
    error::FeedbackError,
    rules,
    store::{self, check, content},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{FeedbackRead, FeedbackWrite},
    },
    db::Constraint,
    entity::feedback::{self, FeedbackStatus},
    http::{Named, Page, Paging, Patch, Path, Post, Precondition, Problem, Query, Reply},
    ids::{FeedbackId, PersonId, PlanId},
    plans,
    reads::ReadAction,
    record::Event,
    requests::KeptReply,
    state::State,
};

/// One author's response to one revision of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct Feedback {
    pub id: FeedbackId,
    pub plan_id: PlanId,
    /// Number of the revision that the feedback is about.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub author_id: PersonId,
    pub author: Named,
    pub status: FeedbackStatus,
    /// The author's comment on the plan as a whole.
    #[schema(required, max_length = 4000)]
    pub summary: Option<String>,
    pub objectives: ObjectiveVerdicts,
    #[schema(max_items = 40)]
    pub strengths: Vec<Observation>,
    #[schema(max_items = 40)]
    pub development_areas: Vec<Observation>,
    #[schema(max_items = 100)]
    pub support: Vec<Support>,
    /// The author's private note; null for all other readers.
    #[schema(required, max_length = 4000)]
    pub private_note: Option<String>,
    #[schema(required)]
    pub submitted_at: Option<DateTime<Utc>>,
    #[schema(required)]
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of the feedback.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new feedback on the latest revision. All fields are optional and can be filled in later.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateFeedback {
    /// Number of the revision that the caller has read. The request fails if there is a newer one. Defaults to the
    /// latest revision.
    #[schema(minimum = 1)]
    pub revision: Option<i32>,
    #[schema(max_length = 4000, example = "A plan that fits you. Let us talk about the pace.")]
    pub summary: Option<String>,
    pub objectives: Option<ObjectiveVerdicts>,
    #[schema(max_items = 40)]
    pub strengths: Option<Vec<Observation>>,
    #[schema(max_items = 40)]
    pub development_areas: Option<Vec<Observation>>,
    #[schema(max_items = 100)]
    pub support: Option<Vec<Support>>,
    /// A private note that only the author can read.
    #[schema(max_length = 4000)]
    pub private_note: Option<String>,
}

/// A merge patch (RFC 7396) of a draft. A list replaces the whole list.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateFeedback {
    #[schema(max_length = 4000, example = "A plan that fits you. Let us talk about the pace.")]
    pub summary: Option<String>,
    pub objectives: Option<ObjectiveVerdicts>,
    #[schema(max_items = 40)]
    pub strengths: Option<Vec<Observation>>,
    #[schema(max_items = 40)]
    pub development_areas: Option<Vec<Observation>>,
    #[schema(max_items = 100)]
    pub support: Option<Vec<Support>>,
    /// A private note that only the author can read.
    #[schema(max_length = 4000)]
    pub private_note: Option<String>,
}

impl Feedback {
    /// The feedback as the caller may read it.
    fn for_caller(feedback: feedback::Model, caller: &Identity) -> Result<Self, Problem> {
        let Content { summary, objectives, strengths, development_areas, support } = content(&feedback)?;
        let feedback::Model {
            tenant_id: _,
            closed_to_author: _,
            id,
            plan_id,
            revision,
            author_id,
            status,
            content: _,
            private_note,
            submitted_at,
            acknowledged_at,
            created_at,
            updated_at,
            version,
        } = feedback;
        Ok(Self {
            id,
            plan_id,
            revision,
            author_id,
            author: Named::Later(author_id),
            status,
            summary,
            objectives,
            strengths,
            development_areas,
            support,
            private_note: private_note.filter(|_| caller.is(author_id)),
            submitted_at,
            acknowledged_at,
            created_at,
            updated_at,
            version,
        })
    }

    /// The response with the feedback, as the caller may read it, and its ETag.
    pub(super) fn reply(feedback: feedback::Model, caller: &Identity) -> Result<Reply, Problem> {
        let tag = feedback_tag(&feedback, caller);
        Ok(Reply::ok(&Self::for_caller(feedback, caller)?)?.with_etag(tag))
    }
}

impl UpdateFeedback {
    /// The base document that a merge patch is applied to.
    fn of(feedback: &feedback::Model) -> Result<Self, Problem> {
        let Content { summary, objectives, strengths, development_areas, support } = content(feedback)?;
        Ok(Self {
            summary,
            objectives: Some(objectives),
            strengths: Some(strengths),
            development_areas: Some(development_areas),
            support: Some(support),
            private_note: feedback.private_note.clone(),
        })
    }

    /// The content and the private note.
    fn into_parts(self) -> (Content, Option<String>) {
        let Self { summary, objectives, strengths, development_areas, support, private_note } = self;
        let content = Content {
            summary,
            objectives: objectives.unwrap_or_default(),
            strengths: strengths.unwrap_or_default(),
            development_areas: development_areas.unwrap_or_default(),
            support: support.unwrap_or_default(),
        };
        (content, private_note)
    }
}

impl From<CreateFeedback> for UpdateFeedback {
    fn from(input: CreateFeedback) -> Self {
        let CreateFeedback {
            revision: _,
            summary,
            objectives,
            strengths,
            development_areas,
            support,
            private_note,
        } = input;
        Self { summary, objectives, strengths, development_areas, support, private_note }
    }
}

/// List a plan's feedback
///
/// Returns the caller's own feedback and submitted feedback by others, in order of creation. A manager sees feedback
/// on the revisions that they may read; an invited reviewer sees only their own.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/feedback",
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of feedback", body = Page<Feedback>)),
)]
pub async fn list_feedback(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Feedback>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = plans::Access::read(&db, &caller, plan_id.0, ReadAction::Feedback).await?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let others = feedback_revisions(access.relation());
    let rows = store::list_feedback(&db, plan_id.0, caller.id_or_nil(), others, after, limit).await?;
    Page::of(&caller, rows, limit, |feedback| feedback.id, |feedback| Feedback::for_caller(feedback, &caller))
}

/// Begin feedback
///
/// Creates a draft of feedback on the latest revision, visible only to its author. The owner's manager, acting
/// managers, the manager's delegates and invited reviewers may do this. A reviewer may write only about the sections
/// that they were invited to.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/feedback",
    tag = "feedback",
    request_body = CreateFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 201, description = "The feedback, a draft", body = Feedback)),
)]
pub async fn create_feedback(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateFeedback>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = plans::Access::lock(txn, &caller, plan_id.0, &Precondition::none()).await?;
            access.act(txn, Right::WriteFeedback)?;
            let input = post.input.read()?;
            let read = input.revision;
            let (content, private_note) = UpdateFeedback::from(input).into_parts();
            plans::rules::takes_responses(access.plan().status)?;
            let (author, revision) = (caller.person()?, access.plan().latest_revision);
            plans::rules::is_latest(access.plan(), read)?;
            if store::find_feedback_by(txn, author, plan_id.0, revision).await?.is_some() {
                return Err(FeedbackError::Exists.into());
            }
            check(txn, access.relation(), plan_id.0, revision, &content).await?;
            let now = txn.now();
            let feedback = feedback::Model {
                tenant_id: caller.tenant,
                id: txn.id(),
                plan_id: plan_id.0,
                revision,
                author_id: author,
                status: FeedbackStatus::Draft,
                content: serde_json::to_string(&content).map_err(Problem::internal)?,
                closed_to_author: false,
                private_note,
                submitted_at: None,
                acknowledged_at: None,
                created_at: now,
                updated_at: now,
                version: 1,
            };
            let event = Event::FeedbackCreated(subject(&feedback, access.relation()));
            let feedback = txn.create(feedback, event);
            // The plan's lock already prevents two drafts by one author; the unique index guarantees it.
            txn.flush().await.map_err(|error| -> Problem {
                if Constraint::violated(&error) == Some(Constraint::FeedbackOnce) {
                    FeedbackError::Exists.into()
                } else {
                    error.into()
                }
            })?;
            let (tag, location) = (feedback_tag(&feedback, &caller), format!("/v1/feedback/{}", feedback.id));
            let id = feedback.id;
            let reply = Reply::created(location, &Feedback::for_caller(feedback, &caller)?)?.with_etag(tag);
            Ok(KeptReply::<Feedback>::new(id, reply))
        })
        .await
}

/// Read feedback
///
/// Returns a feedback. Its author can always read it. After it is submitted, the plan's owner can read it too and,
/// while the plan is shared, those who read the whole plan.
#[utoipa::path(
    get,
    path = "/feedback/{feedback_id}",
    tag = "feedback",
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "The feedback", body = Feedback)),
)]
pub async fn read_feedback(
    caller: Caller<FeedbackRead>,
    feedback_id: Path<FeedbackId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = FeedbackAccess::read(&db, &caller, feedback_id.0).await?;
    Feedback::reply(access.into_feedback(), &caller)
}

/// Change feedback
///
/// Changes a draft by JSON Merge Patch (RFC 7396). Only its author may do this.
#[utoipa::path(
    patch,
    path = "/feedback/{feedback_id}",
    tag = "feedback",
    request_body = UpdateFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, changed", body = Feedback)),
)]
pub async fn update_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    patch: Patch<UpdateFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = FeedbackAccess::lock(txn, &caller, feedback_id.0, &precondition).await?;
            access.require(Right::OwnFeedback)?;
            access.act(txn, Right::WriteFeedback)?;
            rules::is_draft(access.feedback().status)?;
            plans::rules::may_change_responses(access.plan().status())?;
            let (content, private_note) = patch.apply(&UpdateFeedback::of(access.feedback())?)?.into_parts();
            let (plan_id, revision) = (access.feedback().plan_id, access.feedback().revision);
            check(txn, access.plan(), plan_id, revision, &content).await?;
            let content = serde_json::to_string(&content).map_err(Problem::internal)?;
            let event = Event::FeedbackUpdated(access.subject());
            let feedback = access.revise(txn, event, |feedback| {
                feedback.content = content;
                feedback.private_note = private_note;
            })?;
            Feedback::reply(feedback, &caller)
        })
        .await
}

/// Delete feedback
///
/// Deletes a draft. Only its author may do this. Submitted feedback cannot be deleted.
#[utoipa::path(
    delete,
    path = "/feedback/{feedback_id}",
    tag = "feedback",
    security(("bearer" = ["feedback:write"])),
    responses((status = 204, description = "The feedback was deleted")),
)]
pub async fn delete_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = FeedbackAccess::lock(txn, &caller, feedback_id.0, &precondition).await?;
            access.require(Right::OwnFeedback)?;
            rules::is_draft(access.feedback().status)?;
            plans::rules::may_change(access.plan().status())?;
            let event = Event::FeedbackDeleted(access.subject());
            txn.remove(access.into_feedback(), event)?;
            Ok(Reply::no_content())
        })
        .await
}
