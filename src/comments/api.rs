//! The HTTP operations on comments.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{CommentAccess, comment_tag},
    error::CommentError,
    rules::{self, Subject},
    store,
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{FeedbackRead, FeedbackWrite},
    },
    db::Read as _,
    entity::{
        comment::{self, CommentSubjectKind},
        revision,
    },
    http::{FieldError, Named, Page, Paging, Path, Post, Precondition, Problem, Query, Reply},
    ids::{CommentId, PersonId, PlanId},
    plans::{self, Access, Answers, PlanError, rules::View},
    reads::ReadAction,
    record::{Change, Event, OfComment},
    requests::KeptReply,
    state::State,
};

/// What a person says about a shared plan. A comment never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comment {
    pub id: CommentId,
    pub plan_id: PlanId,
    /// Number of the latest revision when the comment was written.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub subject: CommentSubject,
    pub author_id: PersonId,
    pub author: Named,
    #[schema(max_length = 2000, example = "Could the review be led together at first?")]
    pub text: String,
    /// The people whom the comment mentions. A mention gives no access: some of them may not be able to read it.
    #[schema(max_items = 10)]
    pub mentions: Vec<PersonId>,
    /// The same people, with their names.
    #[schema(max_items = 10)]
    pub mentioned: Vec<Named>,
    pub created_at: DateTime<Utc>,
}

/// What a comment is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentSubject {
    pub kind: CommentSubjectKind,
    /// For `plan` the plan's id. For `answer` the key of the question, such as `values`, or the id of an item of the
    /// answers. For `action_item` its id.
    #[schema(min_length = 1, max_length = 100, example = "development_areas")]
    pub id: String,
}

/// A new comment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateComment {
    pub subject: CommentSubject,
    #[schema(
        min_length = 1,
        max_length = 2000,
        format = "not-blank",
        example = "Could the review be led together at first?"
    )]
    pub text: String,
    /// Active people to mention. Anyone in the directory can be mentioned. The event about the comment names those who
    /// can read it, so that they can be notified; the response does not tell who they are.
    #[schema(max_items = 10)]
    pub mentions: Option<Vec<PersonId>>,
}

impl Comment {
    fn of(comment: comment::Model) -> Result<Self, Problem> {
        let comment::Model {
            tenant_id: _,
            id,
            plan_id,
            revision,
            author_id,
            subject_kind,
            question,
            answer_id,
            action_item_id,
            text,
            mentions,
            closed_to_author: _,
            created_at,
        } = comment;
        let subject_id = match subject_kind {
            CommentSubjectKind::Plan => plan_id.to_string(),
            CommentSubjectKind::Answer => answer_id.map(|id| id.to_string()).or(question).unwrap_or_default(),
            CommentSubjectKind::ActionItem => action_item_id.map(|id| id.to_string()).unwrap_or_default(),
        };
        let mentions: Vec<PersonId> = serde_json::from_str(&mentions).map_err(Problem::internal)?;
        Ok(Self {
            id,
            plan_id,
            revision,
            subject: CommentSubject { kind: subject_kind, id: subject_id },
            author_id,
            author: Named::Later(author_id),
            text,
            mentioned: mentions.iter().copied().map(Named::Later).collect(),
            mentions,
            created_at,
        })
    }

    pub(super) fn reply(comment: comment::Model) -> Result<Reply, Problem> {
        Ok(Reply::ok(&Self::of(comment)?)?.with_etag(comment_tag()))
    }
}

/// List a plan's comments
///
/// Returns the comments on a plan, its answers and its action items, in order of creation, as far as the caller may
/// read what they are about: a manager, those on the revisions that they may read; an invited reviewer, those on the
/// answers of the sections that they were shown. Authors also read their own. What was said before a plan was withdrawn
/// is its author's and the owner's alone, also after the plan is shared again.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/comments",
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of comments", body = Page<Comment>)),
)]
pub async fn list_comments(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Comment>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id.0, ReadAction::Comments).await?;
    let after = query.0.after(&*caller)?;
    let limit = query.0.limit();
    let rows = store::list_comments(&db, &access, &caller, after, limit).await?;
    Page::of(&*caller, rows, limit, |comment| comment.id, Comment::of)
}

/// Comment on a plan
///
/// Adds a comment on a shared plan, on the answer to a question, on an item of an answer, or on an action item. The
/// owner, the owner's manager, acting managers, the manager's delegates and invited reviewers may do this, on what they
/// may read. A comment cannot be changed; its author may delete it for 15 minutes.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/comments",
    tag = "feedback",
    request_body = CreateComment,
    security(("bearer" = ["feedback:write"])),
    responses((
        status = 201,
        description = "The comment",
        body = Comment,
        headers(
            ("Location" = String, description = "The plan's comments"),
            ("ETag" = String, description = "The version of the comment, which never changes"),
        ),
    )),
)]
pub async fn create_comment(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateComment>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &Precondition::none()).await?;
            access.act(txn, Right::WriteComment)?;
            let CreateComment { subject, text, mentions } = post.input.read()?;
            plans::rules::may_change_responses(access.plan().status)?;
            let mentions = mentions.unwrap_or_default();
            let mentioned = store::list_mentioned(txn, &access, &mentions, txn.now()).await?;
            let mut faults = rules::check_mentions(&mentions, &store::active(&mentioned));
            let found = find_subject(txn, &access, &subject).await?;
            let (subject, item) = match found {
                Ok(Subject::ActionItem(id)) => {
                    let item = store::find_readable_item(txn, &access, &caller, id).await?;
                    if item.is_none() {
                        faults.push(FieldError::new("/subject/id", rules::NO_ACTION_ITEM));
                    }
                    (Some(Subject::ActionItem(id)), item)
                }
                Ok(subject) => (Some(subject), None),
                Err(fault) => {
                    faults.push(fault);
                    (None, None)
                }
            };
            let Some(subject) = subject.filter(|_| faults.is_empty()) else {
                return Err(CommentError::Invalid(faults).into());
            };
            let mentions = rules::once_each(mentions);
            let comment = new_comment(txn, &access, caller.person()?, subject, text, &mentions)?;
            let (comment_id, plan_id) = (comment.id, comment.plan_id);
            let mentions = store::readers(&mentions, &mentioned, subject, item);
            txn.insert(comment.clone());
            txn.record(Event::CommentCreated(OfComment { plan_id, comment_id, mentions, shared: true }));
            let location = format!("/v1/plans/{plan_id}/comments");
            let reply = Reply::created(location, &Comment::of(comment)?)?.with_etag(comment_tag());
            Ok(KeptReply::<Comment>::new(comment_id, reply))
        })
        .await
}

/// What a request names, if the caller may read it: judged by the latest revision, also for the owner, as others read
/// that one.
async fn find_subject(
    txn: &Change,
    access: &Access,
    CommentSubject { kind, id }: &CommentSubject,
) -> Result<Result<Subject, FieldError>, Problem> {
    let plan = access.plan();
    let key = (plan.id, plan.latest_revision);
    let revision = txn.row::<revision::Entity>(key).await?.ok_or(PlanError::NoRevision)?;
    let answers: Answers = serde_json::from_str(&revision.answers).map_err(Problem::internal)?;
    let sections = match access.view() {
        View::Sections(sections) => Some(sections.as_slice()),
        View::WorkingCopy | View::Shared => None,
    };
    let found = rules::subject(*kind, id, plan.id, &access.view().narrow(answers));
    Ok(found.and_then(|subject| {
        if rules::may_read(subject, sections) {
            Ok(subject)
        } else {
            Err(FieldError::new("/subject", "is about a section that you were not asked about"))
        }
    }))
}

fn new_comment(
    txn: &Change,
    access: &Access,
    author_id: PersonId,
    subject: Subject,
    text: String,
    mentions: &[PersonId],
) -> Result<comment::Model, Problem> {
    let (subject_kind, question, answer_id, action_item_id) = match subject {
        Subject::Plan => (CommentSubjectKind::Plan, None, None, None),
        Subject::Answer(question, item) => (CommentSubjectKind::Answer, Some(question), item, None),
        Subject::ActionItem(item) => (CommentSubjectKind::ActionItem, None, None, Some(item)),
    };
    let plan = access.plan();
    Ok(comment::Model {
        tenant_id: plan.tenant_id,
        id: txn.id(),
        plan_id: plan.id,
        revision: plan.latest_revision,
        author_id,
        subject_kind,
        question: question.map(|question| question.name().to_owned()),
        answer_id,
        action_item_id,
        text,
        mentions: serde_json::to_string(mentions).map_err(Problem::internal)?,
        closed_to_author: false,
        created_at: txn.now(),
    })
}

/// Delete a comment
///
/// Deletes a comment. Only its author may do this, for 15 minutes after writing it.
#[utoipa::path(
    delete,
    path = "/comments/{comment_id}",
    tag = "feedback",
    security(("bearer" = ["feedback:write"])),
    responses((status = 204, description = "The comment was deleted")),
)]
pub async fn delete_comment(
    caller: Caller<FeedbackWrite>,
    comment_id: Path<CommentId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let access = CommentAccess::lock(txn, &caller, comment_id.0, &precondition).await?;
            access.require(Right::OwnComment)?;
            plans::rules::may_change(access.plan_status())?;
            rules::may_delete(access.comment().created_at, txn.now())?;
            let event = Event::CommentDeleted(access.subject());
            txn.delete(access.into_comment())?;
            txn.record(event);
            Ok(Reply::no_content())
        })
        .await
}
