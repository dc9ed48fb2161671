//! How a repeated request reads the version that its response shows.

use super::api::QuestionnaireVersion;
use crate::{
    auth::{Identity, permissions::Right, scope::QuestionnairesManage},
    http::{Problem, Reply},
    requests::{Details, Kept},
    state::State,
};

impl Kept for QuestionnaireVersion {
    const KIND: &'static str = "questionnaire";

    type Scope = QuestionnairesManage;
    type Id = i32;

    async fn read(state: &State, caller: &Identity, version: i32, _: Details) -> Result<Reply, Problem> {
        caller.require(Right::ManageQuestionnaires)?;
        Self::find(&state.db.reader(caller.tenant), version).await?.reply()
    }
}
