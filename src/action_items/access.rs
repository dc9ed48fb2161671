//! The door to an action item: what the caller is to it, and whether the caller may know of it.

use actix_web::http::header::EntityTag;
use chrono::{DateTime, Utc};

use super::{
    error::ActionItemError,
    rules,
    store::{self, ActionItemRow},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Roles},
    },
    db::Read,
    entity::{action_item, plan::PlanStatus},
    http::{Precondition, Problem, tag},
    ids::ActionItemId,
    record::{Change, OfItem},
    requests::Locking,
};

/// An action item that the caller may know of.
#[derive(Debug)]
pub struct ItemAccess {
    row: ActionItemRow,
    roles: Roles,
}

impl ItemAccess {
    /// The item; [`ActionItemError::NotFound`] unless the caller may know of it.
    pub async fn read(db: &impl Read, caller: &Identity, id: ActionItemId) -> Result<Self, Problem> {
        Ok(Self::admitted(store::find_action_item(db, id).await?, caller)?)
    }

    /// As [`ItemAccess::read`], with the item and its plan locked until the end of the transaction, if the item is
    /// still as the caller saw it.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        id: ActionItemId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let access = Self::admitted(store::lock_action_item(txn, id).await?, caller)?;
        precondition.check(&item_tag(access.item(), txn.now()))?;
        Ok(access)
    }

    /// As [`ItemAccess::read`], for a progress update: locks the item alone, or with [`Locking::Optimistic`] nothing.
    pub async fn for_progress(
        txn: &Change,
        caller: &Identity,
        id: ActionItemId,
        locking: Locking,
    ) -> Result<Self, Problem> {
        Ok(Self::admitted(store::find_item_for_progress(txn, id, locking).await?, caller)?)
    }

    /// Access to a row that was loaded with others.
    pub(super) fn admitted(row: Option<ActionItemRow>, caller: &Identity) -> Result<Self, ActionItemError> {
        let row = row.ok_or(ActionItemError::NotFound)?;
        let roles = row.roles(caller);
        if rules::may_read(&roles, row.plan_shared_at.is_some()) {
            Ok(Self { row, roles })
        } else {
            Err(ActionItemError::NotFound)
        }
    }

    /// Refuses unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    pub fn item(&self) -> &action_item::Model {
        &self.row.item
    }

    pub fn into_item(self) -> action_item::Model {
        self.row.item
    }

    pub fn plan_status(&self) -> PlanStatus {
        self.row.plan_status
    }

    /// Where the responsible person is, as a name of the IANA time zone database.
    pub fn responsible_zone(&self) -> &str {
        &self.row.responsible_zone
    }

    /// The item as an event names it.
    pub fn subject(&self) -> OfItem {
        self.row.subject()
    }
}

/// The tag of an item; that it becomes overdue changes it too.
pub fn item_tag(item: &action_item::Model, now: DateTime<Utc>) -> EntityTag {
    tag(item.version, if rules::is_overdue(item, now) { "o" } else { "" })
}
