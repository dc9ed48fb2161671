//! How a repeated request reads the comment that its response shows.

use super::{api::Comment, error::CommentError, store};
use crate::{
    auth::{Identity, scope::FeedbackRead},
    http::{Problem, Reply},
    ids::CommentId,
    plans,
    requests::{Details, Kept},
    state::State,
};

impl Kept for Comment {
    const KIND: &'static str = "comment";

    type Scope = FeedbackRead;
    type Id = CommentId;

    /// A comment as the list of the plan's comments shows it.
    async fn read(state: &State, caller: &Identity, id: CommentId, _: Details) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        let comment = store::find_comment(&db, id).await?.ok_or(CommentError::NotFound)?;
        let access = plans::Access::find(&db, caller, comment.plan_id).await?;
        let comment = store::find_readable(&db, &access, caller, id).await?.ok_or(CommentError::NotFound)?;
        Self::reply(comment)
    }
}
