//! How a repeated request reads the template that its response shows.

use super::api::{ActionTemplate, find};
use crate::{
    auth::{Identity, scope::PlansRead},
    http::{Problem, Reply},
    ids::TemplateId,
    requests::{Details, Kept},
    state::State,
};

impl Kept for ActionTemplate {
    const KIND: &'static str = "action_template";

    type Scope = PlansRead;
    type Id = TemplateId;

    async fn read(state: &State, caller: &Identity, id: TemplateId, _: Details) -> Result<Reply, Problem> {
        Self::reply(find(&state.db.reader(caller.tenant), caller, id).await?)
    }
}
