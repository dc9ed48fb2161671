//! Which revisions of a plan a caller may read.

use chrono::{DateTime, Utc};
use sea_orm::Value;

use crate::ids::PersonId;

/// Which revisions of a plan the caller may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevisionFilter {
    /// Revisions up to this number were withdrawn. The owner reads those too, unless they were set aside.
    pub closed_up_to: i32,
    /// All revisions from this number on.
    pub from: i32,
    /// Earlier ones too, if they were shared with this manager.
    pub shared_with: Option<PersonId>,
    /// And those shared since then, when the caller was acting manager already.
    pub since: Option<DateTime<Utc>>,
}

impl RevisionFilter {
    /// An SQL condition on a revision `r`, with its parameters. Must agree with [`RevisionFilter::admits`].
    pub fn condition(&self) -> (&'static str, Vec<Value>) {
        let manager = self.shared_with.unwrap_or(PersonId(uuid::Uuid::nil()));
        (
            "(r.number > ? and (r.number >= ? or r.manager_id = ? or r.shared_at >= ?))",
            vec![self.closed_up_to.into(), self.from.into(), manager.into(), self.since.into()],
        )
    }

    /// Whether the caller may read revision number `revision`, which was shared at `shared_at` with the manager
    /// `shared_with`.
    pub fn admits(&self, revision: i32, shared_with: Option<PersonId>, shared_at: DateTime<Utc>) -> bool {
        let shared_with_caller = self.shared_with.is_some() && self.shared_with == shared_with;
        let since = self.since.is_some_and(|since| shared_at >= since);
        revision > self.closed_up_to && (revision >= self.from || shared_with_caller || since)
    }
}
