//! Access control for plans: the caller's roles on a plan, and which parts of it the caller may read.
//!
//! [`Access`] and [`Relation`] are the only ways to load a plan's row, and their fields are private: a handler that
//! skips the check does not compile. Lists check access in SQL; a property test compares them with [`Access`].

use std::time::Duration;

use actix_web::http::header::EntityTag;
use chrono::{DateTime, Utc};
use sea_orm::{DbErr, Value};

use super::{
    answers::Answers,
    error::PlanError,
    may::{self, PlanAction},
    readable::RevisionFilter,
    rules::{self, View},
    store::{self, PlanForNewItem, PlanRow},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role, Roles},
        relations::{self, Standing},
    },
    db::Read,
    entity::plan::{self, PlanStatus},
    http::{Named, PersonRef, Precondition, Problem, tag},
    ids::{ActionItemId, PersonId, PlanId},
    reads::ReadAction,
    record::{Change, Event},
    requests::Locking,
};

/// The caller's roles on a plan, before it is checked whether the caller may see the plan. Use it for data with access
/// rules of its own: an author may read their feedback even after the plan was withdrawn.
#[derive(Debug)]
pub struct Relation {
    row: PlanRow,
    roles: Roles,
}

/// A plan that the caller may see.
#[derive(Debug)]
pub struct Access {
    relation: Relation,
    view: View,
}

impl Relation {
    pub async fn find(db: &impl Read, caller: &Identity, plan: PlanId) -> Result<Option<Self>, DbErr> {
        Ok(store::find_plan(db, caller, plan).await?.map(|row| Self::of(row, caller)))
    }

    /// Loads the plan that the row `id` of `table` belongs to, and locks the plan's row until the end of the
    /// transaction.
    ///
    /// Lock order: call this before the row itself is locked or changed. Every change locks the plan first, so two
    /// changes of one plan cannot deadlock.
    pub async fn lock_of(
        txn: &Change,
        caller: &Identity,
        table: &'static str,
        id: impl Into<Value>,
    ) -> Result<Option<Self>, DbErr> {
        Ok(store::lock_plan_of(txn, caller, table, id).await?.map(|row| Self::of(row, caller)))
    }

    pub(super) fn of(row: PlanRow, caller: &Identity) -> Self {
        let roles = row.roles(caller);
        Self { row, roles }
    }

    pub fn roles(&self) -> &Roles {
        &self.roles
    }

    pub fn is_shared(&self) -> bool {
        self.row.plan.shared_at.is_some()
    }

    /// The caller's access to the plan; None if the caller may not see it.
    pub fn admit(self) -> Option<Access> {
        let view = rules::view(self.is_shared(), &self.roles, self.row.reviewer_sections.as_deref())?;
        Some(Access { relation: self, view })
    }

    /// Which revisions the caller may read, and with them what is about a revision, such as feedback. Requires that the
    /// caller may see the plan.
    pub fn readable_revisions(&self) -> RevisionFilter {
        let plan = &self.row.plan;
        let closed_up_to =
            if self.roles.may(Right::ReadDraft) { plan.set_aside_up_to } else { plan.closed_up_to };
        if self.roles.may(Right::ReadEveryRevision) {
            return RevisionFilter { closed_up_to, from: 0, shared_with: None, since: None };
        }
        let latest = plan.latest_revision;
        if self.roles.manages() {
            let from = plan.earlier_revisions_visible_from.map_or(latest, |from| from.min(latest));
            // An acting manager reads what was shared since. A delegate reads what the manager reads.
            let as_manager = [Role::Manager, Role::Delegate].iter().any(|role| self.roles.has(*role));
            let shared_with = self.row.manager_id.filter(|_| as_manager);
            RevisionFilter { closed_up_to, from, shared_with, since: self.row.standing.acting_since }
        } else {
            RevisionFilter { closed_up_to, from: latest, shared_with: None, since: None }
        }
    }

    /// Whether people other than the owner may read what is about this revision, such as feedback.
    pub fn is_revision_shared(&self, revision: i32) -> bool {
        self.is_shared() && revision > self.row.plan.closed_up_to
    }

    /// Whether the caller may read what is about this revision, as far as that is not withdrawn: the owner also reads
    /// what was.
    pub fn is_open(&self, revision: i32) -> bool {
        if self.roles.may(Right::ReadDraft) {
            revision > self.row.plan.set_aside_up_to
        } else {
            self.is_revision_shared(revision)
        }
    }

    /// The latest revision; 0 before the first.
    pub fn latest_revision(&self) -> i32 {
        self.row.plan.latest_revision
    }

    /// Revisions up to this one were withdrawn.
    pub fn closed_up_to(&self) -> i32 {
        self.row.plan.closed_up_to
    }

    pub fn owner_id(&self) -> PersonId {
        self.row.plan.owner_id
    }

    pub fn plan_id(&self) -> PlanId {
        self.row.plan.id
    }

    /// The owner's current manager, if there is one and that person is active. Not read for services.
    pub fn manager_id(&self) -> Option<PersonId> {
        self.row.manager_id
    }

    /// The plan's status: it decides whether feedback on the plan may be written.
    pub fn status(&self) -> PlanStatus {
        self.row.plan.status
    }

    /// The sections that the caller was invited to review, as a JSON array; None if the caller was not invited.
    pub fn reviewer_sections(&self) -> Option<&str> {
        self.row.reviewer_sections.as_deref()
    }
}

impl Access {
    /// Loads the plan with the content that the caller may read, to show it or what belongs to it: notes the read of
    /// another person's plan, for the audit log.
    ///
    /// # Errors
    ///
    /// [`PlanError::NotFound`] if the plan does not exist or the caller may not see it.
    pub async fn read(
        db: &impl Read,
        caller: &Identity,
        plan: PlanId,
        action: ReadAction,
    ) -> Result<Self, Problem> {
        let access = Self::find(db, caller, plan).await?;
        let right = match action {
            ReadAction::Feedback => Right::ReadFeedback,
            ReadAction::ActionItems => Right::ReadActionItems,
            ReadAction::Discussions => Right::ReadDiscussions,
            ReadAction::Proposals => Right::ReadProposals,
            _ => Right::ReadShared,
        };
        caller.note_read(action, right, access.roles(), plan);
        Ok(access)
    }

    /// As [`Access::read`], for a request that shows nothing of the plan.
    pub async fn find(db: &impl Read, caller: &Identity, plan: PlanId) -> Result<Self, Problem> {
        Self::admitted(Relation::find(db, caller, plan).await?)
    }

    /// Like [`Access::read`], but locks the plan's row until the end of the transaction, then checks `If-Match`.
    pub async fn lock(
        txn: &Change,
        caller: &Identity,
        plan: PlanId,
        precondition: &Precondition,
    ) -> Result<Self, Problem> {
        let row = store::lock_plan(txn, caller, plan).await?;
        let access = Self::admitted(row.map(|row| Relation::of(row, caller)))?;
        precondition.check(&access.tag())?;
        Ok(access)
    }

    /// Access to a plan that the caller, its owner, is creating in this request.
    pub fn created(plan: plan::Model, progress_percent: i64, caller: &Identity) -> Self {
        let row = PlanRow {
            plan,
            manager_id: None,
            manager_gone_at: None,
            reviewer_sections: None,
            standing: Standing::default(),
            progress_percent,
            next_discussion_at: None,
            owner_name: None,
            owner_title: None,
        };
        Self { relation: Relation::of(row, caller), view: View::WorkingCopy }
    }

    /// Checks that the plan exists and that the caller may see it; [`PlanError::NotFound`] otherwise.
    pub(super) fn admitted(relation: Option<Relation>) -> Result<Self, Problem> {
        Ok(relation.and_then(Relation::admit).ok_or(PlanError::NotFound)?)
    }

    /// Fails with [`Forbidden`] unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.relation.roles.require(right)
    }

    pub fn roles(&self) -> &Roles {
        &self.relation.roles
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    /// The plan's row. Title, dates and answers are the working copy's for the owner and the latest revision's for
    /// other readers.
    pub fn plan(&self) -> &plan::Model {
        &self.relation.row.plan
    }

    /// The plan's row, and its owner's name.
    pub(super) fn into_parts(self) -> (plan::Model, Named) {
        let PlanRow { plan, owner_name, owner_title, .. } = self.relation.row;
        let owner = |display_name| PersonRef { id: plan.owner_id, display_name, title: owner_title };
        let owner = owner_name.map_or(Named::Later(plan.owner_id), |name| Named::Known(owner(name)));
        (plan, owner)
    }

    /// The owner's current manager, if there is one and that person is active.
    pub fn manager_id(&self) -> Option<PersonId> {
        self.relation.manager_id()
    }

    /// Like [`Access::require`], for a change: its events say if the caller acts in the place of the manager. Returns
    /// the role that has the right.
    pub fn act(&self, txn: &mut Change, right: Right) -> Result<Role, Forbidden> {
        txn.act(self.roles(), right, self.manager_id())
    }

    /// Whether the owner's agreement alone makes the plan agreed: there is no active manager, and if there was one, it
    /// has been so for `wait`.
    pub fn is_without_manager(&self, wait: Duration, now: DateTime<Utc>) -> bool {
        self.manager_id().is_none() && self.relation.row.manager_gone_at.is_none_or(|at| at + wait <= now)
    }

    pub fn progress_percent(&self) -> i64 {
        self.relation.row.progress_percent
    }

    /// When the next planned discussion starts; none for who does not read the whole plan.
    pub fn next_discussion_at(&self) -> Option<DateTime<Utc>> {
        self.relation.row.next_discussion_at.filter(|_| self.roles().may(Right::ReadDiscussions))
    }

    /// The answers of [`Access::plan`], parsed.
    pub fn answers(&self) -> Result<Answers, Problem> {
        serde_json::from_str(&self.plan().answers).map_err(Problem::internal)
    }

    /// What the caller may do with the plan.
    pub fn may(&self) -> impl Iterator<Item = PlanAction> {
        may::may(self.plan(), self.roles(), self.manager_id().is_some())
    }

    pub fn relation(&self) -> &Relation {
        &self.relation
    }

    pub fn readable_revisions(&self) -> RevisionFilter {
        self.relation.readable_revisions()
    }

    /// The version and the time of change of what the caller sees.
    pub fn seen(&self) -> (i64, DateTime<Utc>) {
        rules::seen(self.plan(), self.roles())
    }

    /// The ETag of the plan as the caller sees it. It contains the kind of view, and what changes without a new version
    /// of the plan: the progress, the agreement of the current manager, the next discussion, and what the caller may
    /// do.
    pub fn tag(&self) -> EntityTag {
        let agreed_at = self.plan().manager_agreed_at.map_or(0, |at| at.timestamp_micros());
        let next = self.next_discussion_at();
        let next = next.map(|at| format!("-{:x}", at.timestamp_micros())).unwrap_or_default();
        let form = match &self.view {
            View::WorkingCopy => format!("w{}-{agreed_at:x}{next}", self.progress_percent()),
            View::Shared => format!("s{}-{agreed_at:x}{next}", self.progress_percent()),
            View::Sections(sections) => {
                let sections = sections.iter().fold(0, |all, section| all | 1 << *section as u8);
                format!("p{sections}")
            }
        };
        let may = self.may().fold(0, |all, action| all | 1 << action as u16);
        tag(self.seen().0, &format!("{form}-{may:x}"))
    }

    /// Updates the locked plan and records the event.
    pub fn revise(
        mut self,
        txn: &mut Change,
        event: Event,
        change: impl FnOnce(&mut plan::Model),
    ) -> Result<Self, DbErr> {
        let before = self.plan().clone();
        let mut after = before.clone();
        change(&mut after);
        self.relation.row.plan = txn.revise(before, after, event)?;
        Ok(self)
    }
}

impl PlanForNewItem {
    /// Loads what a new action item is checked against, and the caller's roles on the plan. `supports` is the action
    /// item that the new one supports, if any. Answers are loaded only if `with_answers`.
    ///
    /// With [`Locking::Optimistic`] the plan is usually not locked: the commit fails if its version has changed.
    pub async fn find(
        txn: &mut Change,
        caller: &Identity,
        plan: PlanId,
        supports: Option<ActionItemId>,
        with_answers: bool,
        locking: Locking,
    ) -> Result<(Self, Roles), Problem> {
        let found = store::find_plan_for_new_item(txn, caller, plan, supports, with_answers, locking).await?;
        let found = found.ok_or(PlanError::NotFound)?;
        let manager = found.manager_id;
        let standing = relations::find_standing(txn, caller, found.owner_id, manager).await?;
        let sections = found.reviewer_sections.as_deref();
        let roles = store::roles(caller, found.owner_id, manager, sections, standing);
        rules::view(found.shared_at.is_some(), &roles, found.reviewer_sections.as_deref())
            .ok_or(PlanError::NotFound)?;
        Ok((found, roles))
    }
}
