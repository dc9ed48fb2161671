//! How a repeated import reads the result of the first.

use serde_json::Value;

use super::import::ImportResult;
use crate::{
    auth::{Identity, permissions::Right, scope::PeopleRead},
    http::{Problem, Reply},
    requests::{Details, Kept},
    state::State,
};

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
