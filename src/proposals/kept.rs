//! How a repeated request reads the proposal that its response shows.

use super::{access::ProposalAccess, api::Proposal};
use crate::{
    auth::{Identity, scope::FeedbackRead},
    entity::proposal,
    http::{Problem, Reply},
    ids::ProposalId,
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// The response to a change of a proposal.
pub fn kept_reply(proposal: proposal::Model) -> Result<KeptReply<Proposal>, Problem> {
    Ok(KeptReply::new(proposal.id, Proposal::reply(proposal)?))
}

impl Kept for Proposal {
    const KIND: &'static str = "proposal";

    type Scope = FeedbackRead;
    type Id = ProposalId;

    async fn read(state: &State, caller: &Identity, id: ProposalId, _: Details) -> Result<Reply, Problem> {
        let access = ProposalAccess::read(&state.db.reader(caller.tenant), caller, id).await?;
        Self::reply(access.into_proposal())
    }
}
