//! How repeated requests read the person, or the result of the import, that their response shows.

use super::{api::Person, error::PeopleError, outcome::ImportResult};
use crate::{
    auth::{Identity, permissions::Right, scope::PeopleRead},
    db::Read as _,
    entity::person,
    http::{Problem, Reply},
    ids::PersonId,
    requests::{
        Details, Kept,
        import::{ImportOutcome, KeptRoom},
    },
    state::State,
};

impl Kept for Person {
    const KIND: &'static str = "person";

    type Scope = PeopleRead;
    type Id = PersonId;

    async fn read(state: &State, caller: &Identity, id: PersonId, _: Details) -> Result<Reply, Problem> {
        caller.require(Right::ManagePeople)?;
        let person = state.db.reader(caller.tenant).row::<person::Entity>(id).await?;
        Self::reply(person.ok_or(PeopleError::NotFound)?)
    }
}

impl Kept for ImportResult {
    const KIND: &'static str = "people_import";

    type Scope = PeopleRead;
    type Id = ();

    /// Only for those who may read the people that it names.
    async fn read(_: &State, caller: &Identity, (): (), details: Details) -> Result<Reply, Problem> {
        caller.require(Right::ManagePeople)?;
        let result: Self =
            serde_json::from_str(&details.json.unwrap_or_default()).map_err(Problem::internal)?;
        Reply::ok(&result)
    }
}

impl ImportOutcome for ImportResult {
    fn shorten(&mut self, room: &mut KeptRoom) {
        room.keep(&mut self.rows, &mut self.results_left_out);
        room.keep(&mut self.warnings, &mut self.warnings_left_out);
    }
}
