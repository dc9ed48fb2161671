//! Feedback on the wire: drafted by its author, submitted, and acknowledged by the plan's owner.

use std::collections::HashSet;

use actix_web::{delete, get, http::header::EntityTag, patch, post, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    content::{Commitment, Content, ObjectiveVerdicts, Observation, Support},
    error::FeedbackError,
    rules,
    store::{self, FeedbackRow},
    suggestions,
};
use crate::{
    action_items::{self, ActionItemSnapshot},
    auth::{
        Caller, Identity,
        permissions::{Role, Roles},
        scope::{FeedbackRead, FeedbackWrite},
    },
    db::{self, Transaction},
    entity::{
        action_item::{self, ActionItemKind},
        feedback::{self, FeedbackStatus},
    },
    events::{self, Event, OfFeedback, OfItem},
    http::{Answer, Page, Paging, Patch, Path, Post, Precondition, Problem, Query, Retry, tag},
    ids::{ActionItemId, FeedbackId, PersonId, PlanId},
    plans::{
        self, Answers, PlanError,
        rules::WorkingCopy,
        store::{PlanRow, RevisionFilter},
    },
    reminders,
    state::State,
};

/// One author's response to one revision of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct Feedback {
    pub id: FeedbackId,
    pub plan_id: PlanId,
    /// Number of the revision that it answers.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub author_id: PersonId,
    pub status: FeedbackStatus,
    /// What the author says to the plan as a whole.
    #[schema(required, max_length = 4000)]
    pub summary: Option<String>,
    pub objectives: ObjectiveVerdicts,
    #[schema(max_items = 40)]
    pub strengths: Vec<Observation>,
    #[schema(max_items = 40)]
    pub development_areas: Vec<Observation>,
    #[schema(max_items = 100)]
    pub support: Vec<Support>,
    /// What the author keeps to themselves; null to everybody else.
    #[schema(required, max_length = 4000)]
    pub private_note: Option<String>,
    #[schema(required)]
    pub submitted_at: Option<DateTime<Utc>>,
    #[schema(required)]
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Counts the changes of the feedback.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new feedback, to the latest revision. All of it may be left for later.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateFeedback {
    #[schema(max_length = 4000, example = "A plan that fits you. Let us talk about the pace.")]
    pub summary: Option<String>,
    pub objectives: Option<ObjectiveVerdicts>,
    #[schema(max_items = 40)]
    pub strengths: Option<Vec<Observation>>,
    #[schema(max_items = 40)]
    pub development_areas: Option<Vec<Observation>>,
    #[schema(max_items = 100)]
    pub support: Option<Vec<Support>>,
    /// For the author alone; nobody else ever reads it.
    #[schema(max_length = 4000)]
    pub private_note: Option<String>,
}

/// A merge patch (RFC 7396) of a draft. A list is replaced whole.
#[derive(Debug, Deserialize, ToSchema)]
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
    /// For the author alone; nobody else ever reads it.
    #[schema(max_length = 4000)]
    pub private_note: Option<String>,
}

/// What a merge patch is applied to.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    #[serde(flatten)]
    content: Content,
    private_note: Option<String>,
}

/// A step that needs no particulars.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitFeedback {}

/// What to take over into the working copy of the plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeFeedback {
    /// The suggestions that the owner accepts; none, unless given.
    #[schema(max_items = 100)]
    pub accept: Option<Vec<SuggestionPointer>>,
}

/// A JSON Pointer (RFC 6901) to a suggestion in a feedback: the counter-proposal to an objective, which becomes
/// the objective's summary; or a strength or development area, which is added or renamed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(max_length = 100, example = "/objectives/short_term/counter_proposal")]
pub struct SuggestionPointer(pub String);

impl Feedback {
    /// The feedback as the caller sees it.
    fn seen(feedback: feedback::Model, caller: &Identity) -> Result<Self, Problem> {
        let content = content(&feedback)?;
        Ok(Self {
            id: feedback.id,
            plan_id: feedback.plan_id,
            revision: feedback.revision,
            author_id: feedback.author_id,
            status: feedback.status,
            summary: content.summary,
            objectives: content.objectives,
            strengths: content.strengths,
            development_areas: content.development_areas,
            support: content.support,
            private_note: feedback.private_note.filter(|_| caller.is(feedback.author_id)),
            submitted_at: feedback.submitted_at,
            acknowledged_at: feedback.acknowledged_at,
            created_at: feedback.created_at,
            updated_at: feedback.updated_at,
            version: feedback.version,
        })
    }
}

impl From<CreateFeedback> for Draft {
    fn from(input: CreateFeedback) -> Self {
        Self {
            content: Content {
                summary: input.summary,
                objectives: input.objectives.unwrap_or_default(),
                strengths: input.strengths.unwrap_or_default(),
                development_areas: input.development_areas.unwrap_or_default(),
                support: input.support.unwrap_or_default(),
            },
            private_note: input.private_note,
        }
    }
}

fn content(feedback: &feedback::Model) -> Result<Content, Problem> {
    serde_json::from_str(&feedback.content).map_err(Problem::internal)
}

/// The tag of a feedback in the form that the caller sees: its author sees more of it.
fn feedback_tag(feedback: &feedback::Model, caller: &Identity) -> EntityTag {
    tag(feedback.version, if caller.is(feedback.author_id) { "a" } else { "" })
}

fn answer_with(feedback: feedback::Model, caller: &Identity) -> Result<Answer, Problem> {
    let tag = feedback_tag(&feedback, caller);
    Ok(Answer::ok(&Feedback::seen(feedback, caller)?)?.with_etag(tag))
}

/// The revisions to which the caller reads what others have submitted, if any.
fn others(plan: &PlanRow, roles: &Roles) -> Option<RevisionFilter> {
    rules::may_read_others(roles, plan.plan.shared_at.is_some()).then(|| plan.readable_revisions(roles))
}

/// What the caller is to a feedback of which it may know. It is its author's alone until submitted.
fn readable(row: &FeedbackRow, plan: &PlanRow, caller: &Identity) -> Result<Roles, FeedbackError> {
    let FeedbackRow { feedback, shared_with } = row;
    let author = caller.is(feedback.author_id);
    let roles = plan.roles(caller).with(Role::Author, author);
    let submitted = feedback.status != FeedbackStatus::Draft;
    let admitted =
        || others(plan, &roles).is_some_and(|revisions| revisions.admits(feedback.revision, *shared_with));
    if author || (submitted && admitted()) { Ok(roles) } else { Err(FeedbackError::NotFound) }
}

/// A feedback that nobody else changes until the end of the transaction, its plan, and what the caller is
/// to them.
async fn lock(
    txn: &Transaction,
    caller: &Identity,
    id: FeedbackId,
    precondition: &Precondition,
) -> Result<(feedback::Model, PlanRow, Roles), Problem> {
    let plan = plans::store::lock_plan_of(txn, caller, "feedback", id).await?;
    let plan = plan.ok_or(FeedbackError::NotFound)?;
    let row = store::find_feedback(&**txn, id).await?.ok_or(FeedbackError::NotFound)?;
    let roles = readable(&row, &plan, caller)?;
    precondition.check(&feedback_tag(&row.feedback, caller))?;
    Ok((row.feedback, plan, roles))
}

/// A feedback as an event names it.
fn subject(feedback: &feedback::Model) -> OfFeedback {
    OfFeedback { plan_id: feedback.plan_id, feedback_id: feedback.id }
}

/// Writes a changed feedback with its event, and answers with it.
fn save(
    state: &State,
    txn: &mut Transaction,
    caller: &Identity,
    mut feedback: feedback::Model,
    event: Event,
    change: impl FnOnce(&mut feedback::Model),
) -> Result<Answer, Problem> {
    let now = state.clock.now();
    let before = feedback.clone();
    change(&mut feedback);
    feedback.version += 1;
    feedback.updated_at = now;
    txn.update(before, feedback.clone())?;
    events::record(txn, &state.ids, caller, event, now);
    answer_with(feedback, caller)
}

/// Refuses what does not go with the revision or with what the caller was asked about. Tells which action
/// items the plan has now.
async fn check(
    txn: &Transaction,
    plan: &PlanRow,
    roles: &Roles,
    revision: i32,
    content: &Content,
) -> Result<HashSet<ActionItemId>, Problem> {
    let revision = plans::store::find_revision(&**txn, plan.plan.id, &RevisionFilter::All, revision)
        .await?
        .ok_or(PlanError::NoRevision)?;
    let answers: Answers = serde_json::from_str(&revision.answers).map_err(Problem::internal)?;
    let snapshots: Vec<ActionItemSnapshot> =
        serde_json::from_str(&revision.action_items).map_err(Problem::internal)?;
    let live = action_items::store::list_ids_of_plan(&**txn, plan.plan.id).await?;
    let known = snapshots.iter().map(|item| item.id).chain(live.iter().copied()).collect();
    let sections = rules::sections_asked(roles, plan.reviewer_sections.as_deref());
    match rules::check(content, &sections, &answers, &known) {
        faults if faults.is_empty() => Ok(live.into_iter().collect()),
        faults => Err(FeedbackError::Invalid(faults).into()),
    }
}

/// List a plan's feedback
///
/// By creation: the caller's own, and what others have submitted. A manager reads what answers the revisions
/// that the manager reads; an invited reviewer only their own.
#[utoipa::path(
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of feedback", body = Page<Feedback>)),
)]
#[get("/plans/{plan_id}/feedback")]
pub async fn list_feedback(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Feedback>, Problem> {
    let db = state.db.reader(caller.tenant);
    let plan = plans::store::find_plan(&db, &caller, plan_id.0).await?.ok_or(PlanError::NotFound)?;
    let roles = plan.roles(&caller);
    plan.view(&roles).ok_or(PlanError::NotFound)?;
    let after = query.0.after()?;
    let limit = query.0.limit();
    let others = others(&plan, &roles);
    let rows = store::list_feedback(&db, plan_id.0, caller.id(), others, after, limit).await?;
    Page::of(rows, limit, |feedback| feedback.id, |feedback| Feedback::seen(feedback, &caller))
}

/// Begin feedback
///
/// To the latest revision, as a draft that only its author sees. For the owner's manager, and for reviewers whom
/// the owner has invited, who keep to the sections that they were asked about.
#[utoipa::path(
    tag = "feedback",
    request_body = CreateFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 201, description = "The feedback, a draft", body = Feedback)),
)]
#[post("/plans/{plan_id}/feedback")]
pub async fn create_feedback(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateFeedback>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let Draft { content, private_note } = post.input.into();
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let plan = plans::store::lock_plan(txn, &caller, plan_id.0).await?.ok_or(PlanError::NotFound)?;
            let roles = plan.roles(&caller);
            plan.view(&roles).ok_or(PlanError::NotFound)?;
            rules::may_write(&roles)?;
            rules::takes_feedback(&plan.plan)?;
            let (author, revision) = (caller.person()?, plan.plan.latest_revision);
            if store::find_feedback_by(&**txn, author, plan_id.0, revision).await?.is_some() {
                return Err(FeedbackError::Exists.into());
            }
            check(txn, &plan, &roles, revision, &content).await?;
            let feedback = feedback::Model {
                tenant_id: caller.tenant,
                id: state.ids.next(),
                plan_id: plan_id.0,
                revision,
                author_id: author,
                status: FeedbackStatus::Draft,
                content: serde_json::to_string(&content).map_err(Problem::internal)?,
                private_note,
                submitted_at: None,
                acknowledged_at: None,
                created_at: now,
                updated_at: now,
                version: 1,
            };
            let id = feedback.id;
            txn.insert(feedback.clone());
            let event = Event::FeedbackCreated(OfFeedback { plan_id: plan_id.0, feedback_id: id });
            events::record(txn, &state.ids, &caller, event, now);
            txn.flush().await.map_err(|error| -> Problem {
                if db::violates(&error, "feedback_author_unique", "feedback.author_id") {
                    FeedbackError::Exists.into()
                } else {
                    error.into()
                }
            })?;
            let tag = feedback_tag(&feedback, &caller);
            let location = format!("/v1/feedback/{id}");
            Ok(Answer::created(location, &Feedback::seen(feedback, &caller)?)?.with_etag(tag))
        })
        .await
}

/// Read feedback
///
/// Its author reads it at any time. Once it is submitted, so do the plan's owner and, while the plan is shared,
/// the owner's manager, HR and services.
#[utoipa::path(
    tag = "feedback",
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "The feedback", body = Feedback)),
)]
#[get("/feedback/{feedback_id}")]
pub async fn read_feedback(
    caller: Caller<FeedbackRead>,
    feedback_id: Path<FeedbackId>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let db = state.db.reader(caller.tenant);
    let row = store::find_feedback(&db, feedback_id.0).await?.ok_or(FeedbackError::NotFound)?;
    let plan = plans::store::find_plan(&db, &caller, row.feedback.plan_id).await?;
    readable(&row, &plan.ok_or(FeedbackError::NotFound)?, &caller)?;
    answer_with(row.feedback, &caller)
}

/// Change feedback
///
/// Changes a draft of one's own, by JSON Merge Patch (RFC 7396).
#[utoipa::path(
    tag = "feedback",
    request_body = UpdateFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, changed", body = Feedback)),
)]
#[patch("/feedback/{feedback_id}")]
pub async fn update_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    patch: Patch<UpdateFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    state
        .change(&caller, Retry::none(), async |txn| {
            let (feedback, plan, roles) = lock(txn, &caller, feedback_id.0, &precondition).await?;
            rules::is_author(&roles)?;
            rules::may_write(&roles)?;
            rules::is_draft(feedback.status)?;
            rules::may_change(&plan.plan)?;
            let present = Draft { content: content(&feedback)?, private_note: feedback.private_note.clone() };
            let Draft { content, private_note } = patch.apply(&present)?;
            check(txn, &plan, &roles, feedback.revision, &content).await?;
            let content = serde_json::to_string(&content).map_err(Problem::internal)?;
            let event = Event::FeedbackUpdated(subject(&feedback));
            save(&state, txn, &caller, feedback, event, |feedback| {
                feedback.content = content;
                feedback.private_note = private_note;
            })
        })
        .await
}

/// Delete feedback
///
/// Deletes a draft of one's own. What has been submitted stays.
#[utoipa::path(
    tag = "feedback",
    security(("bearer" = ["feedback:write"])),
    responses((status = 204, description = "The feedback is gone")),
)]
#[delete("/feedback/{feedback_id}")]
pub async fn delete_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    state
        .change(&caller, Retry::none(), async |txn| {
            let (feedback, plan, roles) = lock(txn, &caller, feedback_id.0, &precondition).await?;
            rules::is_author(&roles)?;
            rules::is_draft(feedback.status)?;
            plans::rules::may_change(plan.plan.status)?;
            let event = Event::FeedbackDeleted(subject(&feedback));
            txn.delete(feedback)?;
            events::record(txn, &state.ids, &caller, event, state.clock.now());
            Ok(Answer::no_content())
        })
        .await
}

/// Submit feedback
///
/// Hands a draft over for good: the owner reads it, and every commitment becomes a support action item of its
/// author. It needs a summary, a verdict, a stance or a support decision.
#[utoipa::path(
    tag = "feedback",
    request_body = SubmitFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, submitted", body = Feedback)),
)]
#[post("/feedback/{feedback_id}/submit")]
pub async fn submit_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    post: Post<SubmitFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let (feedback, plan, roles) = lock(txn, &caller, feedback_id.0, &precondition).await?;
            rules::is_author(&roles)?;
            rules::may_write(&roles)?;
            rules::is_draft(feedback.status)?;
            rules::takes_feedback(&plan.plan)?;
            let content = content(&feedback)?;
            rules::says_something(&content)?;
            let live = check(txn, &plan, &roles, feedback.revision, &content).await?;
            let (author, revision) = (feedback.author_id, feedback.revision);
            store::answer_request(txn, author, feedback.plan_id, revision, now).await?;
            promise(&state, txn, &caller, &plan, content.support, &live)?;
            let event = Event::FeedbackSubmitted(subject(&feedback));
            save(&state, txn, &caller, feedback, event, |feedback| {
                feedback.status = FeedbackStatus::Submitted;
                feedback.submitted_at = Some(now);
            })
        })
        .await
}

/// Makes every commitment an action item that supports the one it was made for, if that is still there.
fn promise(
    state: &State,
    txn: &mut Transaction,
    caller: &Identity,
    plan: &PlanRow,
    support: Vec<Support>,
    live: &HashSet<ActionItemId>,
) -> Result<(), Problem> {
    let now = state.clock.now();
    let author = caller.person()?;
    let commitments: Vec<(ActionItemId, Commitment)> =
        support.into_iter().filter_map(|entry| Some((entry.action_item_id, entry.commitment?))).collect();
    action_items::rules::has_room(live.len(), commitments.len())?;
    for (supported, Commitment { title, due_on }) in commitments {
        let id = state.ids.next();
        txn.insert(reminders::rules::with_next(action_item::Model {
            title,
            due_on,
            overdue_from: action_items::rules::overdue_from(due_on, caller.zone.name()),
            supports_action_item_id: live.contains(&supported).then_some(supported),
            ..action_items::rules::new_item(
                caller.tenant,
                id,
                plan.plan.id,
                ActionItemKind::Support,
                author,
                now,
            )
        }));
        let event = Event::ActionItemCreated(OfItem {
            plan_id: plan.plan.id,
            action_item_id: id,
            shared: plan.plan.shared_at.is_some(),
        });
        events::record(txn, &state.ids, caller, event, now);
    }
    Ok(())
}

/// Acknowledge feedback
///
/// Tells its author that the owner has read it. What the owner accepts changes the working copy of the plan, which
/// others see when it is shared again.
#[utoipa::path(
    tag = "feedback",
    request_body = AcknowledgeFeedback,
    security(("bearer" = ["feedback:write"])),
    responses((status = 200, description = "The feedback, acknowledged", body = Feedback)),
)]
#[post("/feedback/{feedback_id}/acknowledge")]
pub async fn acknowledge_feedback(
    caller: Caller<FeedbackWrite>,
    feedback_id: Path<FeedbackId>,
    post: Post<AcknowledgeFeedback>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let accept = post.input.accept.unwrap_or_default();
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let (feedback, plan, roles) = lock(txn, &caller, feedback_id.0, &precondition).await?;
            rules::is_owner(&roles)?;
            rules::awaits_acknowledgement(feedback.status)?;
            plans::rules::may_change(plan.plan.status)?;
            if !accept.is_empty() {
                let before = plan.plan;
                let mut plan = before.clone();
                let answers: Answers = serde_json::from_str(&plan.answers).map_err(Problem::internal)?;
                let pointers = accept.iter().map(|pointer| pointer.0.as_str());
                let answers = suggestions::accept(&content(&feedback)?, pointers, answers, &state.ids)
                    .map_err(FeedbackError::Invalid)?;
                let answers = serde_json::to_string(&answers).map_err(Problem::internal)?;
                WorkingCopy { answers, ..WorkingCopy::of(&before) }.replace(&mut plan);
                plan.version += 1;
                plan.updated_at = now;
                events::record(txn, &state.ids, &caller, Event::PlanUpdated(plan.id), now);
                txn.update(before, plan)?;
            }
            let event = Event::FeedbackAcknowledged(subject(&feedback));
            save(&state, txn, &caller, feedback, event, |feedback| {
                feedback.status = FeedbackStatus::Acknowledged;
                feedback.acknowledged_at = Some(now);
            })
        })
        .await
}
