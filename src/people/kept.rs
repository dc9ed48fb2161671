//! How repeated requests read the person, or the result of the import, that their response shows.

use serde_json::Value;

use super::{api::Person, error::PeopleError, outcome::ImportResult};
use crate::{
    auth::{Identity, permissions::Right, scope::PeopleRead},
    db::Read as _,
    entity::person,
    http::{Problem, Reply},
    ids::PersonId,
    requests::{Details, Kept},
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
        let result: Value =
            serde_json::from_str(&details.json.unwrap_or_default()).map_err(Problem::internal)?;
        Reply::ok(&result)
    }
}
