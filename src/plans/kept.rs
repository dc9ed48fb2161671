//! How a repeated request reads the plan that its response shows.

use super::{
    access::Access,
    api::{Plan, reply},
};
use crate::{
    auth::{Identity, scope::PlansRead},
    http::{Problem, Reply},
    ids::PlanId,
    reads::ReadAction,
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// The response to a change of a plan.
pub fn kept_reply(access: Access) -> Result<KeptReply<Plan>, Problem> {
    Ok(KeptReply::new(access.plan().id, reply(access)?))
}

impl Kept for Plan {
    const KIND: &'static str = "plan";

    type Scope = PlansRead;
    type Id = PlanId;

    async fn read(state: &State, caller: &Identity, id: PlanId, _: Details) -> Result<Reply, Problem> {
        reply(Access::read(&state.db.reader(caller.tenant), caller, id, ReadAction::Plan).await?)
    }
}
