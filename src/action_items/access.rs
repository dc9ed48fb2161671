//! Access control for action items: the caller's roles on an item, and whether the caller may see it.

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
    ids::{ActionItemId, PersonId},
    reads::ReadAction,
    record::{Change, OfItem},
    requests::Locking,
};

/// An action item that the caller may see.
#[derive(Debug)]
pub struct ItemAccess {
    row: ActionItemRow,
    roles: Roles,
}

impl ItemAccess {
    /// Loads the item to show it, and notes the read of another person's plan, for the audit log.
    ///
    /// # Errors
    ///
    /// [`ActionItemError::NotFound`] if the item does not exist or the caller may not see it.
    pub async fn read(db: &impl Read, caller: &Identity, id: ActionItemId) -> Result<Self, Problem> {
        let access = Self::admitted(store::find_action_item(db, caller, id).await?, caller)?;
        access.note_read(caller);
        Ok(access)
    }

    /// Notes that the caller is shown the item, for the audit log: also one that the caller has promised, since it
    /// belongs to another person's plan.
    pub fn note_read(&self, caller: &Identity) {
        let (action, right) = (ReadAction::ActionItems, Right::ReadActionItem);
        caller.note_read(action, right, &self.roles, self.item().plan_id);
    }

    /// Like [`ItemAccess::read`], but locks the rows of the item and its plan until the end of the transaction, then
    /// checks `If-Match`.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        id: ActionItemId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let access = Self::admitted(store::lock_action_item(txn, caller, id).await?, caller)?;
        precondition.check(&item_tag(access.item(), access.plan_status(), txn.now()))?;
        Ok(access)
    }

    /// Like [`ItemAccess::read`], for a progress update: locks only the item's row, or no row with
    /// [`Locking::Optimistic`].
    pub async fn for_progress(
        txn: &Change,
        caller: &Identity,
        id: ActionItemId,
        locking: Locking,
    ) -> Result<Self, Problem> {
        Ok(Self::admitted(store::find_item_for_progress(txn, caller, id, locking).await?, caller)?)
    }

    /// Checks that the row exists and that the caller may see it; [`ActionItemError::NotFound`] otherwise.
    pub(super) fn admitted(row: Option<ActionItemRow>, caller: &Identity) -> Result<Self, ActionItemError> {
        let row = row.ok_or(ActionItemError::NotFound)?;
        let roles = row.roles(caller);
        if rules::may_read(&roles, row.plan_shared_at.is_some()) {
            Ok(Self { row, roles })
        } else {
            Err(ActionItemError::NotFound)
        }
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles.require(right)
    }

    pub fn item(&self) -> &action_item::Model {
        &self.row.item
    }

    pub fn into_item(self) -> action_item::Model {
        self.row.item
    }

    /// Whether the caller owns the plan, and so reads what was recorded while it was a draft.
    pub fn is_owner(&self) -> bool {
        self.roles.may(Right::ReadDraft)
    }

    pub fn plan_status(&self) -> PlanStatus {
        self.row.plan_status
    }

    /// The status and the owner of the plan.
    pub fn plan(&self) -> (PlanStatus, PersonId) {
        (self.row.plan_status, self.row.owner_id)
    }

    /// The responsible person's time zone, as a name of the IANA time zone database.
    pub fn responsible_zone(&self) -> &str {
        &self.row.responsible_zone
    }

    /// The subject of events about the item.
    pub fn subject(&self) -> OfItem {
        self.row.subject()
    }
}

/// The ETag of an item. It also changes when the item becomes overdue, which makes no new version.
pub fn item_tag(item: &action_item::Model, plan: PlanStatus, now: DateTime<Utc>) -> EntityTag {
    tag(item.version, if rules::is_overdue(item, plan, now) { "o" } else { "" })
}
