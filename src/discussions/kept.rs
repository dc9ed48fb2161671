//! How repeated requests read the discussion, or the calendar address, that their response shows.

use super::{
    access::DiscussionAccess,
    address::{self, CalendarAddress},
    error::DiscussionError,
    show::{Discussion, Shown},
};
use crate::{
    auth::{Identity, scope::PlansRead},
    db::Read,
    entity::calendar_address,
    http::{Problem, Reply},
    ids::{DiscussionId, PersonId},
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// The response to a change of a discussion.
pub fn kept_reply(shown: Shown) -> Result<KeptReply<Discussion>, Problem> {
    Ok(KeptReply::new(shown.row.discussion.id, shown.reply()?))
}

impl Kept for Discussion {
    const KIND: &'static str = "discussion";

    type Scope = PlansRead;
    type Id = DiscussionId;

    async fn read(state: &State, caller: &Identity, id: DiscussionId, _: Details) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        let access = DiscussionAccess::read(&db, caller, id).await?;
        Shown::of(&db, &access, caller, state.clock.now()).await?.reply()
    }
}

impl Kept for CalendarAddress {
    const KIND: &'static str = "calendar_address";

    type Scope = PlansRead;
    type Id = PersonId;

    /// The caller's address, which is shown again as long as it is the one that the request has made.
    async fn read(
        state: &State,
        caller: &Identity,
        person: PersonId,
        details: Details,
    ) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        let row = db.row::<calendar_address::Entity>(person).await?.filter(|_| caller.is(person));
        let row = row.ok_or(DiscussionError::NoAddress)?;
        let address = details.secret.filter(|address| address::is_of(address, &row.digest));
        Reply::ok(&CalendarAddress { address, created_at: row.created_at })
    }
}
