//! How repeated requests read the export or the proof that their response shows. An export is made again; nothing of it
//! is kept.

use super::{
    api::{self, Erasure},
    erase,
    error::PrivacyError,
    export::PersonExport,
};
use crate::{
    auth::{Identity, permissions::Right, scope::PeopleRead},
    http::{Problem, Reply},
    ids::PersonId,
    requests::{Details, Kept},
    state::State,
};

impl Kept for PersonExport {
    const KIND: &'static str = "person_export";

    type Scope = PeopleRead;
    type Id = PersonId;

    async fn read(state: &State, caller: &Identity, id: PersonId, _: Details) -> Result<Reply, Problem> {
        let reader = api::reader(caller, id)?;
        api::export_reply(&state.db.reader(caller.tenant), caller, id, reader, state.clock.now()).await
    }
}

impl Kept for Erasure {
    const KIND: &'static str = "erasure";

    type Scope = PeopleRead;
    type Id = PersonId;

    async fn read(state: &State, caller: &Identity, id: PersonId, _: Details) -> Result<Reply, Problem> {
        caller.require(Right::ErasePerson)?;
        let proof = erase::find(&state.db.reader(caller.tenant), id).await?;
        Self::reply(proof.ok_or(PrivacyError::NotFound)?)
    }
}
