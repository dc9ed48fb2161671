//! Access control for feedback. A draft is visible only to its author; submitted feedback is also visible to readers of
//! the revision that it is about.

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
    reads::ReadAction,
    record::{Change, Event, OfFeedback},
};

/// A feedback that the caller may see.
#[derive(Debug)]
pub struct FeedbackAccess {
    feedback: feedback::Model,
    plan: Relation,
    roles: Roles,
}

impl FeedbackAccess {
    /// Loads the feedback to show it, and notes the read of another's, for the audit log.
    ///
    /// # Errors
    ///
    /// [`FeedbackError::NotFound`] if the feedback does not exist or the caller may not see it.
    pub async fn read(db: &impl Read, caller: &Identity, id: FeedbackId) -> Result<Self, Problem> {
        let row = store::find_feedback(db, id).await?.ok_or(FeedbackError::NotFound)?;
        let plan_id = row.feedback.plan_id;
        let access = Self::admitted(row, Relation::find(db, caller, plan_id).await?, caller)?;
        if !access.roles.has(Role::Author) {
            caller.note_read(ReadAction::Feedback, Right::ReadFeedback, &access.roles, plan_id);
        }
        Ok(access)
    }

    /// Like [`FeedbackAccess::read`], but locks the plan's row until the end of the transaction, then checks
    /// `If-Match`. The lock protects the feedback too: every change of feedback locks the plan first.
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

    /// Checks that the caller may see the feedback; [`FeedbackError::NotFound`] otherwise.
    fn admitted(
        FeedbackRow { feedback, shared_with, shared_at }: FeedbackRow,
        plan: Option<Relation>,
        caller: &Identity,
    ) -> Result<Self, FeedbackError> {
        let plan = plan.ok_or(FeedbackError::NotFound)?;
        let is_author = caller.is(feedback.author_id) && !feedback.closed_to_author;
        let submitted = feedback.status != FeedbackStatus::Draft;
        let reads_revision = feedback_revisions(&plan)
            .is_some_and(|revisions| revisions.admits(feedback.revision, shared_with, shared_at));
        if is_author || (submitted && reads_revision) {
            let roles = plan.roles().clone().with(Role::Author, is_author);
            Ok(Self { feedback, plan, roles })
        } else {
            Err(FeedbackError::NotFound)
        }
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    /// Like [`FeedbackAccess::require`], for a change: its events say if the caller acts in the place of the manager.
    pub fn act(&self, txn: &mut Change, right: Right) -> Result<Role, Forbidden> {
        txn.act(&self.roles, right, self.plan.manager_id())
    }

    pub fn feedback(&self) -> &feedback::Model {
        &self.feedback
    }

    pub fn into_feedback(self) -> feedback::Model {
        self.feedback
    }

    /// The subject of events about the feedback.
    pub fn subject(&self) -> OfFeedback {
        subject(&self.feedback, &self.plan)
    }

    /// The caller's relation to the feedback's plan.
    pub fn plan(&self) -> &Relation {
        &self.plan
    }

    /// Updates the locked feedback and records the event.
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

/// The revisions whose submitted feedback by other authors the caller may read; None if there are none.
pub fn feedback_revisions(plan: &Relation) -> Option<RevisionFilter> {
    rules::may_read_others(plan.roles(), plan.is_shared()).then(|| plan.readable_revisions())
}

/// The ETag of a feedback as the caller sees it. The author's view differs: it contains the private note.
pub fn feedback_tag(feedback: &feedback::Model, caller: &Identity) -> EntityTag {
    tag(feedback.version, if caller.is(feedback.author_id) { "a" } else { "" })
}

/// The subject of events about a feedback. Feedback on a revision that was withdrawn is not in the feed.
pub fn subject(feedback: &feedback::Model, plan: &Relation) -> OfFeedback {
    OfFeedback {
        plan_id: feedback.plan_id,
        feedback_id: feedback.id,
        shared: plan.is_revision_shared(feedback.revision),
    }
}
