//! Which revisions of a plan a caller may read.

use sea_orm::Value;

use crate::ids::PersonId;

/// Which revisions of a plan the caller may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevisionFilter {
    /// Revisions up to this number were withdrawn. 0 for the owner, who reads those too.
    pub closed_up_to: i32,
    /// All revisions from this number on.
    pub from: i32,
    /// Earlier ones too, if they were shared with this manager.
    pub shared_with: Option<PersonId>,
}

impl RevisionFilter {
    /// An SQL condition on a revision `r`, with its parameters. Must agree with [`RevisionFilter::admits`].
    pub fn condition(&self) -> (&'static str, Vec<Value>) {
        let manager = self.shared_with.unwrap_or(PersonId(uuid::Uuid::nil()));
        (
            "(r.number > ? and (r.number >= ? or r.manager_id = ?))",
            vec![self.closed_up_to.into(), self.from.into(), manager.into()],
        )
    }

    /// Whether the caller may read revision number `revision`, which was shared with the manager `shared_with`.
    pub fn admits(&self, revision: i32, shared_with: Option<PersonId>) -> bool {
        let shared_with_caller = self.shared_with.is_some() && self.shared_with == shared_with;
        revision > self.closed_up_to && (revision >= self.from || shared_with_caller)
    }
}
