//! Access control for discussions: the plan's owner and those who manage read all of it, HR and services when it is.
//! One about a revision that was withdrawn is the owner's alone. Of one about a revision that a manager may not read,
//! which was planned with another, the manager sees when it is, until it is over or they take it over.

use sea_orm::DbErr;

use super::{
    error::DiscussionError,
    store::{self, DiscussionRow, FoundDiscussion},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role},
    },
    db::Read,
    entity::discussion::{self, DiscussionStatus},
    http::Problem,
    ids::{DiscussionId, PersonId},
    plans::Relation,
    reads::ReadAction,
    record::{Change, Event, OfDiscussion},
};

/// What a caller sees of a discussion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// When it is.
    Appointment,
    /// All of it, but the private notes of others.
    Whole,
}

/// What the caller sees of a discussion about the plan; none if nothing. Must agree with [`store::list_discussions`].
pub fn sight(found: &FoundDiscussion, plan: &Relation, caller: &Identity) -> Option<Sight> {
    let FoundDiscussion { row: DiscussionRow { discussion, note, .. }, shared_with, shared_at } = found;
    let (revision, roles) = (discussion.revision, plan.roles());
    let is_gone = discussion.deleted && note.is_none();
    if is_gone || !roles.may(Right::ReadDiscussions) || !plan.is_open(revision) {
        return None;
    }
    let is_theirs =
        discussion.manager_id.is_some_and(|manager| talks_as(plan, caller).contains(&Some(manager)));
    let is_readable = is_theirs || plan.readable_revisions().admits(revision, *shared_with, *shared_at);
    match discussion.status {
        _ if is_readable && roles.may(Right::Discuss) => Some(Sight::Whole),
        _ if is_readable => Some(Sight::Appointment),
        DiscussionStatus::Planned => Some(Sight::Appointment),
        DiscussionStatus::Held | DiscussionStatus::Cancelled => None,
    }
}

/// The people as whom the caller talks with the owner: a delegate talks as the manager, too.
pub fn talks_as(plan: &Relation, caller: &Identity) -> [Option<PersonId>; 2] {
    [caller.person, plan.manager_id().filter(|_| plan.roles().has(Role::Delegate))]
}

/// A discussion that the caller may see.
#[derive(Debug)]
pub struct DiscussionAccess {
    row: DiscussionRow,
    plan: Relation,
    sight: Sight,
}

impl DiscussionAccess {
    /// Loads the discussion to show it, and notes the read of another person's plan, for the audit log.
    ///
    /// # Errors
    ///
    /// [`DiscussionError::NotFound`] if the discussion does not exist or the caller may not see it.
    pub async fn read(db: &impl Read, caller: &Identity, id: DiscussionId) -> Result<Self, Problem> {
        let access = Self::find(db, caller, id).await?;
        access.note_read(caller);
        Ok(access)
    }

    /// Notes the read of another person's plan that showing the discussion is.
    pub fn note_read(&self, caller: &Identity) {
        let plan = self.discussion().plan_id;
        caller.note_read(ReadAction::Discussions, Right::ReadDiscussions, self.plan.roles(), plan);
    }

    async fn find(db: &impl Read, caller: &Identity, id: DiscussionId) -> Result<Self, Problem> {
        let found = store::find_discussion(db, caller, id).await?.ok_or(DiscussionError::NotFound)?;
        let plan = Relation::find(db, caller, found.row.discussion.plan_id).await?;
        Ok(Self::admitted(found, plan, caller)?)
    }

    /// Like [`DiscussionAccess::read`], but locks the plan's row until the end of the transaction. The lock protects
    /// the discussion too: every change of a discussion locks the plan first.
    pub async fn lock(txn: &Change, caller: &Identity, id: DiscussionId) -> Result<Self, Problem> {
        let plan = Relation::lock_of(txn, caller, "discussions", id).await?;
        let found = store::find_discussion(txn, caller, id).await?.ok_or(DiscussionError::NotFound)?;
        Ok(Self::admitted(found, plan, caller)?)
    }

    fn admitted(
        found: FoundDiscussion,
        plan: Option<Relation>,
        caller: &Identity,
    ) -> Result<Self, DiscussionError> {
        let plan = plan.ok_or(DiscussionError::NotFound)?;
        let sight = sight(&found, &plan, caller).ok_or(DiscussionError::NotFound)?;
        Ok(Self { row: found.row, plan, sight })
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.plan.roles().require(right)
    }

    /// Refuses a change unless the caller takes part. Its events say if the caller acts in the place of the manager.
    pub fn act(&self, txn: &mut Change) -> Result<Role, Problem> {
        let role = txn.act(self.plan.roles(), Right::Discuss, self.plan.manager_id())?;
        match self.sight {
            Sight::Whole => Ok(role),
            Sight::Appointment => Err(DiscussionError::NotTakenOver.into()),
        }
    }

    pub fn sight(&self) -> Sight {
        self.sight
    }

    pub fn discussion(&self) -> &discussion::Model {
        &self.row.discussion
    }

    pub fn row(&self) -> &DiscussionRow {
        &self.row
    }

    /// The caller's relation to the plan.
    pub fn plan(&self) -> &Relation {
        &self.plan
    }

    /// The subject of events about the discussion.
    pub fn subject(&self) -> OfDiscussion {
        subject(self.discussion(), self.plan.is_revision_shared(self.discussion().revision))
    }

    /// Refuses if the discussion is about a revision that was withdrawn: the owner alone sees it, and what comes of it
    /// would be shown to others.
    pub fn is_not_withdrawn(&self) -> Result<(), DiscussionError> {
        if self.plan.is_revision_shared(self.discussion().revision) {
            Ok(())
        } else {
            Err(DiscussionError::Withdrawn)
        }
    }

    /// Updates the locked discussion and records the event.
    pub fn revise(
        &mut self,
        txn: &mut Change,
        after: discussion::Model,
        event: impl Into<Option<Event>>,
    ) -> Result<(), DbErr> {
        self.row.discussion = txn.revise(self.row.discussion.clone(), after, event)?;
        Ok(())
    }

    /// Sets the caller's note, as it was written.
    pub fn set_note(&mut self, note: Option<String>, version: i64) {
        self.row.note = note;
        self.row.note_version = version;
    }
}

/// The subject of events about a discussion. `shared` is whether others than the owner may read it.
pub fn subject(discussion: &discussion::Model, shared: bool) -> OfDiscussion {
    OfDiscussion { plan_id: discussion.plan_id, discussion_id: discussion.id, shared }
}
