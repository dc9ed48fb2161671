//! The door to a plan: who the caller is to it, and what the caller reads of it. A plan's row is had in no other way,
//! so a handler that does not ask does not compile. Lists are SQL; a property test holds them to what [`Access`]
//! admits.

use actix_web::http::header::EntityTag;
use sea_orm::{DbErr, Value};

use super::{
    answers::Answers,
    error::PlanError,
    rules::{self, View},
    store::{self, PlanForNewItem, PlanRow, RevisionFilter},
};
use crate::{
    auth::{
        Identity,
        permissions::{Forbidden, Right, Role, Roles},
    },
    db::Read,
    entity::plan::{self, PlanStatus},
    http::{Precondition, Problem, tag},
    ids::{ActionItemId, PersonId, PlanId},
    record::{Change, Event},
    requests::Locking,
};

/// What a caller is to a plan, whether or not the caller may know of it: for what is read under rules of its own, as an
/// author reads their feedback after the plan was withdrawn.
#[derive(Debug)]
pub struct Relation {
    row: PlanRow,
    roles: Roles,
}

/// A plan that the caller may know of.
#[derive(Debug)]
pub struct Access {
    relation: Relation,
    view: View,
}

impl Relation {
    pub async fn find(db: &impl Read, caller: &Identity, plan: PlanId) -> Result<Option<Self>, DbErr> {
        Ok(store::find_plan(db, caller, plan).await?.map(|row| Self::of(row, caller)))
    }

    /// Of the plan that a row of `table` belongs to, which is locked until the end of the transaction: to be called
    /// before such a row is changed, so that two changes of one plan never wait for each other.
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

    /// The caller's access to the plan, if the caller may know of it.
    pub fn admit(self) -> Option<Access> {
        let view = rules::view(self.is_shared(), &self.roles, self.row.reviewer_sections.as_deref())?;
        Some(Access { relation: self, view })
    }

    /// Which revisions the caller reads, given that the caller may know of the plan.
    pub fn readable_revisions(&self) -> RevisionFilter {
        if self.roles.may(Right::ReadEveryRevision) {
            return RevisionFilter::All;
        }
        let latest = self.row.plan.latest_revision;
        match self.row.manager_id.filter(|_| self.roles.has(Role::Manager)) {
            Some(_) if self.row.plan.earlier_revisions_visible => RevisionFilter::All,
            Some(manager) => RevisionFilter::LatestOrSharedWith { latest, manager },
            None => RevisionFilter::Only(latest),
        }
    }

    /// The plan itself, for rules that decide whether its feedback may be worked on.
    pub fn status(&self) -> PlanStatus {
        self.row.plan.status
    }

    /// The sections that an invited reviewer was asked about, as a JSON array; none for a caller who was not invited.
    pub fn reviewer_sections(&self) -> Option<&str> {
        self.row.reviewer_sections.as_deref()
    }
}

impl Access {
    /// The plan as the caller reads it; [`PlanError::NotFound`] unless the caller may know of it.
    pub async fn read(db: &impl Read, caller: &Identity, plan: PlanId) -> Result<Self, Problem> {
        Self::admitted(Relation::find(db, caller, plan).await?)
    }

    /// As [`Access::read`], with the plan locked until the end of the transaction, if it is still as the caller saw it.
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

    /// A plan that the caller has just created.
    pub(super) fn created(plan: plan::Model, caller: &Identity) -> Self {
        let row = PlanRow { plan, manager_id: None, reviewer_sections: None, progress_percent: 0 };
        Self { relation: Relation::of(row, caller), view: View::WorkingCopy }
    }

    pub(super) fn admitted(relation: Option<Relation>) -> Result<Self, Problem> {
        Ok(relation.and_then(Relation::admit).ok_or(PlanError::NotFound)?)
    }

    /// Refuses unless the caller has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.relation.roles.require(right)
    }

    pub fn roles(&self) -> &Roles {
        &self.relation.roles
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    /// The row, with title, days and answers as the caller may read them.
    pub fn plan(&self) -> &plan::Model {
        &self.relation.row.plan
    }

    /// The owner's manager in the directory now.
    pub fn manager_id(&self) -> Option<PersonId> {
        self.relation.row.manager_id
    }

    pub fn progress_percent(&self) -> i64 {
        self.relation.row.progress_percent
    }

    /// The answers that the row holds.
    pub fn answers(&self) -> Result<Answers, Problem> {
        serde_json::from_str(&self.plan().answers).map_err(Problem::internal)
    }

    pub fn relation(&self) -> &Relation {
        &self.relation
    }

    pub fn readable_revisions(&self) -> RevisionFilter {
        self.relation.readable_revisions()
    }

    /// The tag of the plan in the form that the caller sees; progress is part of it.
    pub fn tag(&self) -> EntityTag {
        let form = match self.view {
            View::WorkingCopy => 'w',
            View::Shared => 's',
            View::Sections(_) => 'p',
        };
        tag(self.plan().version, &format!("{form}{}", self.progress_percent()))
    }

    /// Changes the locked plan, with its event.
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
    /// Loads it, with what the caller is to the plan. The item may support `supports`; answers are loaded only if
    /// `with_answers`.
    ///
    /// With [`Locking::Optimistic`] the plan is not locked: the commit fails if its version has changed.
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
        let roles =
            store::roles(caller, found.owner_id, found.manager_id, found.reviewer_sections.as_deref());
        rules::view(found.shared_at.is_some(), &roles, found.reviewer_sections.as_deref())
            .ok_or(PlanError::NotFound)?;
        Ok((found, roles))
    }
}
