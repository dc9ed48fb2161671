//! The door to a feedback: its author's alone until submitted, then for those who read the revision that it answers.

use actix_web::http::header::EntityTag;
use sea_orm::DbErr;

use super::{
    error::FeedbackError,
    rules,
    store::{self, FeedbackRow},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role, Roles},
    },
    db::Read,
    entity::feedback::{self, FeedbackStatus},
    http::{Precondition, Problem, tag},
    ids::FeedbackId,
    plans::{Relation, RevisionFilter},
    record::{Change, Event, OfFeedback},
};

/// A feedback that the caller may know of.
#[derive(Debug)]
pub struct FeedbackAccess {
    feedback: feedback::Model,
    plan: Relation,
    roles: Roles,
}

impl FeedbackAccess {
    /// The feedback; [`FeedbackError::NotFound`] unless the caller may know of it.
    pub async fn read(db: &impl Read, caller: &Identity, id: FeedbackId) -> Result<Self, Problem> {
        let row = store::find_feedback(db, id).await?.ok_or(FeedbackError::NotFound)?;
        let plan = Relation::find(db, caller, row.feedback.plan_id).await?;
        Ok(Self::admitted(row, plan, caller)?)
    }

    /// As [`FeedbackAccess::read`], with the feedback and its plan kept from being changed by others until the end of
    /// the transaction, if the feedback is still as the caller saw it.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        id: FeedbackId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let plan = Relation::lock_of(txn, caller, "feedback", id).await?;
        let row = store::find_feedback(txn, id).await?.ok_or(FeedbackError::NotFound)?;
        let access = Self::admitted(row, plan, caller)?;
        precondition.check(&feedback_tag(&access.feedback, caller))?;
        Ok(access)
    }

    fn admitted(
        FeedbackRow { feedback, shared_with }: FeedbackRow,
        plan: Option<Relation>,
        caller: &Identity,
    ) -> Result<Self, FeedbackError> {
        let plan = plan.ok_or(FeedbackError::NotFound)?;
        let is_author = caller.is(feedback.author_id);
        let submitted = feedback.status != FeedbackStatus::Draft;
        let admitted =
            || others(&plan).is_some_and(|revisions| revisions.admits(feedback.revision, shared_with));
        if is_author || (submitted && admitted()) {
            let roles = plan.roles().clone().with(Role::Author, is_author);
            Ok(Self { feedback, plan, roles })
        } else {
            Err(FeedbackError::NotFound)
        }
    }

    /// Refuses unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    pub fn feedback(&self) -> &feedback::Model {
        &self.feedback
    }

    pub fn into_feedback(self) -> feedback::Model {
        self.feedback
    }

    /// What the caller is to the feedback's plan.
    pub fn plan(&self) -> &Relation {
        &self.plan
    }

    /// Changes the locked feedback, with its event.
    pub fn revise(
        self,
        txn: &mut Change,
        event: Event,
        change: impl FnOnce(&mut feedback::Model),
    ) -> Result<feedback::Model, DbErr> {
        let mut after = self.feedback.clone();
        change(&mut after);
        txn.revise(self.feedback, after, event)
    }
}

/// The revisions to which the caller reads what others have submitted, if any.
pub fn others(plan: &Relation) -> Option<RevisionFilter> {
    rules::may_read_others(plan.roles(), plan.is_shared()).then(|| plan.readable_revisions())
}

/// The tag of a feedback in the form that the caller sees: its author sees more of it.
pub fn feedback_tag(feedback: &feedback::Model, caller: &Identity) -> EntityTag {
    tag(feedback.version, if caller.is(feedback.author_id) { "a" } else { "" })
}

/// A feedback as an event names it.
pub fn subject(feedback: &feedback::Model) -> OfFeedback {
    OfFeedback { plan_id: feedback.plan_id, feedback_id: feedback.id }
}
