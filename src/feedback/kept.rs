//! How repeated requests read the feedback, or the request for it, that their response shows.

use super::{
    access::FeedbackAccess,
    api::Feedback,
    error::FeedbackError,
    requests::{FeedbackRequest, request_tag},
};
use crate::{
    auth::{Identity, permissions::Right, scope::FeedbackRead},
    db::Read,
    entity::{feedback, feedback_request},
    http::{Problem, Reply},
    ids::{FeedbackId, FeedbackRequestId},
    plans,
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// The response to a change of a feedback.
pub fn kept_reply(feedback: feedback::Model, caller: &Identity) -> Result<KeptReply<Feedback>, Problem> {
    Ok(KeptReply::new(feedback.id, Feedback::reply(feedback, caller)?))
}

impl Kept for Feedback {
    const KIND: &'static str = "feedback";

    type Scope = FeedbackRead;
    type Id = FeedbackId;

    async fn read(state: &State, caller: &Identity, id: FeedbackId, _: Details) -> Result<Reply, Problem> {
        let access = FeedbackAccess::read(&state.db.reader(caller.tenant), caller, id).await?;
        Self::reply(access.into_feedback(), caller)
    }
}

impl Kept for FeedbackRequest {
    const KIND: &'static str = "feedback_request";

    type Scope = FeedbackRead;
    type Id = FeedbackRequestId;

    /// A request as the list of the plan's requests shows it.
    async fn read(
        state: &State,
        caller: &Identity,
        id: FeedbackRequestId,
        _: Details,
    ) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        let request = db.row::<feedback_request::Entity>(id).await?.ok_or(FeedbackError::NoRequest)?;
        let access = plans::Access::find(&db, caller, request.plan_id).await?;
        if !access.roles().may(Right::ReadFeedbackRequests) && !caller.is(request.reviewer_id) {
            return Err(FeedbackError::NoRequest.into());
        }
        let tag = request_tag(&request);
        Ok(Reply::ok(&Self::for_caller(request, &access, caller)?)?.with_etag(tag))
    }
}
