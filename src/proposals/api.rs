//! The HTTP operations on proposals, except the steps by which they are decided.

use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{ProposalAccess, proposal_tag, readable},
    error::ProposalError,
    rules, store,
};
use crate::{
    action_templates,
    auth::{
        Caller,
        permissions::Right,
        scope::{FeedbackRead, FeedbackWrite},
    },
    entity::proposal::{self, ProposalStatus},
    feedback,
    http::{Named, Page, Paging, Path, Post, Precondition, Problem, Query, Reply},
    ids::{ActionItemId, AnswerId, PersonId, PlanId, ProposalId, TemplateId},
    plans::{self, Access, Section},
    reads::ReadAction,
    record::{Event, OfProposal},
    requests::KeptReply,
    state::State,
};

/// A development action that someone proposes to a plan's owner. It becomes an action item when the owner accepts it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proposal {
    pub id: ProposalId,
    pub plan_id: PlanId,
    /// Number of the latest revision when it was proposed.
    #[schema(minimum = 1)]
    pub revision: i32,
    pub author_id: PersonId,
    pub author: Named,
    #[schema(max_length = 200, example = "Chair the weekly incident review")]
    pub title: String,
    #[schema(required, max_length = 4000)]
    pub description: Option<String>,
    /// The development area that the action would work on.
    #[schema(required)]
    pub development_area_id: Option<AnswerId>,
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// The template that it came from.
    #[schema(required)]
    pub template_id: Option<TemplateId>,
    pub status: ProposalStatus,
    /// The owner's answer, if the proposal was declined.
    #[schema(required, max_length = 2000)]
    pub answer: Option<String>,
    /// The action item that it became. It may have been deleted since.
    #[schema(required)]
    pub action_item_id: Option<ActionItemId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of the proposal.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateProposal {
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Chair the weekly incident review"
    )]
    pub title: String,
    #[schema(max_length = 4000, example = "Four weeks, with me beside you in the first.")]
    pub description: Option<String>,
    /// Id of a development area in the plan's answers.
    pub development_area_id: Option<AnswerId>,
    /// Today or later.
    pub due_on: Option<NaiveDate>,
    /// Id of an action template that is offered to you. Nothing is copied from it.
    pub template_id: Option<TemplateId>,
}

impl From<proposal::Model> for Proposal {
    fn from(proposal: proposal::Model) -> Self {
        let proposal::Model {
            tenant_id: _,
            id,
            plan_id,
            revision,
            author_id,
            title,
            description,
            development_area_id,
            due_on,
            template_id,
            status,
            answer,
            action_item_id,
            closed_to_author: _,
            created_at,
            updated_at,
            version,
        } = proposal;
        Self {
            id,
            plan_id,
            revision,
            author_id,
            author: Named::Later(author_id),
            title,
            description,
            development_area_id,
            due_on,
            template_id,
            status,
            answer,
            action_item_id,
            created_at,
            updated_at,
            version,
        }
    }
}

impl Proposal {
    /// The response with the proposal and its ETag.
    pub(super) fn reply(proposal: proposal::Model) -> Result<Reply, Problem> {
        let tag = proposal_tag(&proposal);
        Ok(Reply::ok(&Self::from(proposal))?.with_etag(tag))
    }
}

/// List a plan's proposals
///
/// Returns the development actions that were proposed for a plan, in order of creation: the caller's own, and those of
/// others on the revisions that the caller may read. An invited reviewer sees only their own. What was proposed before
/// a plan was withdrawn is its author's and the owner's alone, also after the plan is shared again.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/proposals",
    tag = "feedback",
    params(Paging),
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "A page of proposals", body = Page<Proposal>)),
)]
pub async fn list_proposals(
    caller: Caller<FeedbackRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Proposal>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id.0, ReadAction::Proposals).await?;
    let after = query.0.after(&*caller)?;
    let limit = query.0.limit();
    let others = readable(access.relation());
    let rows = store::list_proposals(&db, plan_id.0, caller.id_or_nil(), others, after, limit).await?;
    Page::of(&*caller, rows, limit, |proposal| proposal.id, |proposal| Ok(proposal.into()))
}

/// Propose an action
///
/// Proposes a development action to the owner of a shared plan, who accepts or declines it. The owner's manager, acting
/// managers, the manager's delegates, and reviewers who were asked about the planning section may do this.
#[utoipa::path(
    post,
    path = "/plans/{plan_id}/proposals",
    tag = "feedback",
    request_body = CreateProposal,
    security(("bearer" = ["feedback:write"])),
    responses((status = 201, description = "The proposal", body = Proposal)),
)]
pub async fn create_proposal(
    caller: Caller<FeedbackWrite>,
    plan_id: Path<PlanId>,
    post: Post<CreateProposal>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let access = Access::lock(txn, &caller, plan_id.0, &Precondition::none()).await?;
            access.act(txn, Right::Propose)?;
            let relation = access.relation();
            let asked = feedback::rules::sections_asked(relation.roles(), relation.reviewer_sections());
            if !asked.contains(&Section::Planning) {
                return Err(ProposalError::NotAsked.into());
            }
            let CreateProposal { title, description, development_area_id, due_on, template_id } =
                post.input.read()?;
            plans::rules::takes_responses(access.plan().status)?;
            let (answers, now) = (access.answers()?, txn.now());
            let mut faults = rules::check(&answers, development_area_id, due_on, caller.today(now));
            if let Some(template) = template_id
                && !action_templates::is_offered(txn, &caller, template).await?
            {
                faults.push(action_templates::not_offered());
            }
            if !faults.is_empty() {
                return Err(ProposalError::Invalid(faults).into());
            }
            let proposal = proposal::Model {
                tenant_id: caller.tenant,
                id: txn.id(),
                plan_id: plan_id.0,
                revision: access.plan().latest_revision,
                author_id: caller.person()?,
                title,
                description,
                development_area_id,
                due_on,
                template_id,
                status: ProposalStatus::Proposed,
                answer: None,
                action_item_id: None,
                closed_to_author: false,
                created_at: now,
                updated_at: now,
                version: 1,
            };
            let (id, plan_id) = (proposal.id, plan_id.0);
            let subject = OfProposal { plan_id, proposal_id: id, action_item_id: None, shared: true };
            let proposal = txn.create(proposal, Event::ProposalCreated(subject));
            let tag = proposal_tag(&proposal);
            let reply = Reply::created(format!("/v1/proposals/{id}"), &Proposal::from(proposal))?;
            Ok(KeptReply::<Proposal>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// Read a proposal
///
/// Returns a proposal. Its author can always read it, as can the plan's owner and, while the plan is shared, those who
/// read the whole plan.
#[utoipa::path(
    get,
    path = "/proposals/{proposal_id}",
    tag = "feedback",
    security(("bearer" = ["feedback:read"])),
    responses((status = 200, description = "The proposal", body = Proposal)),
)]
pub async fn read_proposal(
    caller: Caller<FeedbackRead>,
    proposal_id: Path<ProposalId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = ProposalAccess::read(&db, &caller, proposal_id.0).await?;
    Proposal::reply(access.into_proposal())
}
