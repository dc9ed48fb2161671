//! Access control for a single comment: its author sees it, and those who may read its subject.

use actix_web::http::header::EntityTag;

use super::{error::CommentError, store};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role, Roles},
    },
    entity::{comment, plan::PlanStatus},
    http::{Precondition, Problem, tag},
    ids::CommentId,
    plans::Relation,
    record::{Change, OfComment},
};

/// A comment that the caller may see, and whose plan is locked.
#[derive(Debug)]
pub struct CommentAccess {
    comment: comment::Model,
    plan: PlanStatus,
    /// Whether people other than its author and the plan's owner may read it.
    shared: bool,
    roles: Roles,
}

impl CommentAccess {
    /// Loads the comment, and locks its plan's row until the end of the transaction, then checks `If-Match`.
    ///
    /// # Errors
    ///
    /// [`CommentError::NotFound`] if the comment does not exist or the caller may not see it.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        id: CommentId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let plan = Relation::lock_of(txn, caller, "comments", id).await?.ok_or(CommentError::NotFound)?;
        let comment = store::find_comment(txn, id).await?.ok_or(CommentError::NotFound)?;
        let is_author = caller.is(comment.author_id) && !comment.closed_to_author;
        let roles = plan.roles().clone().with(Role::Author, is_author);
        let (status, shared) = (plan.status(), plan.is_revision_shared(comment.revision));
        if !is_author {
            // The author can see it also after the plan was withdrawn.
            let access = plan.admit().ok_or(CommentError::NotFound)?;
            store::find_readable(txn, &access, caller, id).await?.ok_or(CommentError::NotFound)?;
        }
        precondition.check(&comment_tag())?;
        Ok(Self { comment, plan: status, shared, roles })
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    pub fn comment(&self) -> &comment::Model {
        &self.comment
    }

    pub fn into_comment(self) -> comment::Model {
        self.comment
    }

    pub fn plan_status(&self) -> PlanStatus {
        self.plan
    }

    /// The subject of the event that the comment was deleted.
    pub fn subject(&self) -> OfComment {
        let (plan_id, comment_id) = (self.comment.plan_id, self.comment.id);
        OfComment { plan_id, comment_id, mentions: Vec::new(), shared: self.shared }
    }
}

/// The ETag of every comment: none ever changes.
pub fn comment_tag() -> EntityTag {
    tag(1, "")
}
