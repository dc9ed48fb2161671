//! Access control for proposals: the author's and the owner's, and of those who read the whole plan.

use actix_web::http::header::EntityTag;
use sea_orm::DbErr;

use super::{
    error::ProposalError,
    rules,
    store::{self, ProposalRow},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role, Roles},
    },
    db::Read,
    entity::proposal,
    http::{Precondition, Problem, tag},
    ids::{ActionItemId, PlanId, ProposalId},
    plans::{Relation, RevisionFilter},
    reads::ReadAction,
    record::{Change, Event, OfProposal},
};

/// A proposal that the caller may see.
#[derive(Debug)]
pub struct ProposalAccess {
    proposal: proposal::Model,
    plan: Relation,
    roles: Roles,
}

impl ProposalAccess {
    /// Loads the proposal to show it, and notes the read of another's, for the audit log.
    ///
    /// # Errors
    ///
    /// [`ProposalError::NotFound`] if the proposal does not exist or the caller may not see it.
    pub async fn read(db: &impl Read, caller: &Identity, id: ProposalId) -> Result<Self, Problem> {
        let row = store::find_proposal(db, id).await?.ok_or(ProposalError::NotFound)?;
        let plan_id = row.proposal.plan_id;
        let access = Self::admitted(row, Relation::find(db, caller, plan_id).await?, caller)?;
        if !access.roles.has(Role::Author) {
            caller.note_read(ReadAction::Proposals, Right::ReadProposals, &access.roles, plan_id);
        }
        Ok(access)
    }

    /// Like [`ProposalAccess::read`], but locks the plan's row until the end of the transaction, then checks
    /// `If-Match`. The proposal must be one of `plan_id`. The lock protects it too: every change of a proposal locks
    /// the plan first.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        plan_id: PlanId,
        id: ProposalId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let plan = Relation::lock_of(txn, caller, "proposals", id).await?;
        let row = store::find_proposal(txn, id).await?.filter(|row| row.proposal.plan_id == plan_id);
        let access = Self::admitted(row.ok_or(ProposalError::NotFound)?, plan, caller)?;
        precondition.check(&proposal_tag(&access.proposal))?;
        Ok(access)
    }

    fn admitted(
        ProposalRow { proposal, shared_with, shared_at }: ProposalRow,
        plan: Option<Relation>,
        caller: &Identity,
    ) -> Result<Self, ProposalError> {
        let plan = plan.ok_or(ProposalError::NotFound)?;
        let is_author = caller.is(proposal.author_id) && !proposal.closed_to_author;
        let reads_revision = readable(&plan)
            .is_some_and(|revisions| revisions.admits(proposal.revision, shared_with, shared_at));
        if is_author || reads_revision {
            let roles = plan.roles().clone().with(Role::Author, is_author);
            Ok(Self { proposal, plan, roles })
        } else {
            Err(ProposalError::NotFound)
        }
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    pub fn proposal(&self) -> &proposal::Model {
        &self.proposal
    }

    pub fn into_proposal(self) -> proposal::Model {
        self.proposal
    }

    /// The caller's relation to the proposal's plan.
    pub fn plan(&self) -> &Relation {
        &self.plan
    }

    /// The subject of events about the proposal.
    pub fn subject(&self, action_item_id: Option<ActionItemId>) -> OfProposal {
        OfProposal {
            plan_id: self.proposal.plan_id,
            proposal_id: self.proposal.id,
            action_item_id,
            shared: self.plan.is_revision_shared(self.proposal.revision),
        }
    }

    /// Updates the locked proposal and records the event.
    pub fn revise(
        self,
        txn: &mut Change,
        event: Event,
        change: impl FnOnce(&mut proposal::Model),
    ) -> Result<proposal::Model, DbErr> {
        let mut after = self.proposal.clone();
        change(&mut after);
        txn.revise(self.proposal, after, event)
    }
}

/// The revisions on which the caller may read the proposals of others; None if there are none.
pub fn readable(plan: &Relation) -> Option<RevisionFilter> {
    rules::may_read_others(plan.roles(), plan.is_shared()).then(|| plan.readable_revisions())
}

pub fn proposal_tag(proposal: &proposal::Model) -> EntityTag {
    tag(proposal.version, "")
}
