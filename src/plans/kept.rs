//! How a repeated request reads the plan that its response shows.

use super::{
    access::Access,
    api::{Plan, reply},
};
use crate::{
    auth::{Identity, permissions::Right, scope::PlansRead},
    http::{Problem, Reply},
    ids::PlanId,
    reads::ReadAction,
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// The response to a change of a plan. It shows the plan as `GET` does, so it is a read of it.
pub fn kept_reply(access: Access) -> Result<KeptReply<Plan>, Problem> {
    let (id, roles) = (access.plan().id, access.roles().clone());
    Ok(KeptReply::new(id, reply(access)?).reading(ReadAction::Plan, Right::ReadShared, &roles, id))
}

impl Kept for Plan {
    const KIND: &'static str = "plan";

    type Scope = PlansRead;
    type Id = PlanId;

    async fn read(state: &State, caller: &Identity, id: PlanId, _: Details) -> Result<Reply, Problem> {
        reply(Access::read(&state.db.reader(caller.tenant), caller, id, ReadAction::Plan).await?)
    }
}
