//! How a repeated request reads the cycle that its response shows.

use super::api::{self, Cycle};
use crate::{
    auth::{Identity, permissions::Right, scope::CyclesRead},
    http::{Problem, Reply},
    ids::CycleId,
    requests::{Details, Kept},
    state::State,
};

impl Kept for Cycle {
    const KIND: &'static str = "cycle";

    type Scope = CyclesRead;
    type Id = CycleId;

    async fn read(state: &State, caller: &Identity, id: CycleId, _: Details) -> Result<Reply, Problem> {
        caller.require(Right::ReadCycles)?;
        api::find(&state.db.reader(caller.tenant), id).await
    }
}
