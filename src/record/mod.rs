//! Writes rows together with their events, in one transaction (a transactional outbox). Events contain ids, never
//! answers or comments.
//!
//! All inserts, updates and deletes go through a [`Change`]. It raises versions, sets derived columns and records
//! events, so that no handler has to remember this.

mod catalogue;
mod lookup;
mod progress;
mod seal;

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::NotSet, DbBackend, DbErr, IntoActiveModel, QueryResult, Statement};

use self::lookup::Lookups;
pub use self::{
    catalogue::{
        ActedAs, Audience, Event, EventData, EventType, OfAuditLog, OfComment, OfDiscussion, OfFeedback,
        OfItem, OfPlan, OfProposal, OfQuestionnaire, OfRequest, OfRevision, OfSeal, OfTemplate, OfWebhook,
        StandIn, matching, no_match,
    },
    lookup::Lookup,
    progress::KeptProgress,
    seal::Seal,
};
use crate::{
    auth::{
        Actor, PeopleGeneration,
        permissions::{Forbidden, Right, Role, Roles},
    },
    db::{Read, Transaction},
    entity::{Versioned, action_item, audit_detail, event},
    ids::{Ids, PersonId, TenantId},
    secrets::{Key, SealError},
    telemetry::traces,
};

/// A versioned row that has derived columns.
pub trait Tracked: Versioned {
    /// Whether the table is `people`, whose rows the authenticator caches.
    const IS_PERSON: bool = false;

    /// Sets the derived columns, such as when the row is next due. Called before each write. `before` is the stored
    /// row; none if the row is new.
    #[expect(unused_variables, reason = "most rows have no such columns")]
    fn derive(&mut self, before: Option<&Self>, now: DateTime<Utc>) {}

    /// The rows by which this one is found, if they differ from those of the stored row, `before`.
    #[expect(unused_variables, reason = "most rows are found by their own columns")]
    fn lookups(before: Option<&Self>, after: &Self) -> Vec<Lookup> {
        Vec::new()
    }

    /// The row as an action item, if it is one: its plan's progress is kept beside the plan.
    fn counted(&self) -> Option<&action_item::Model> {
        None
    }
}

/// A row with its version and derived columns set, ready to be written.
#[derive(Debug)]
pub struct Revised<M>(M);

impl<M> Deref for Revised<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.0
    }
}

/// A transaction of one actor, all of it at one instant. Dropping it without [`Change::commit`] rolls it back.
#[derive(Debug)]
pub struct Change {
    txn: Transaction,
    ids: Ids,
    actor: Actor,
    /// In whose place the actor acts, if in that of a manager.
    stand_in: Option<StandIn>,
    now: DateTime<Utc>,
    people_generation: PeopleGeneration,
    changes_people: bool,
    /// Written with the commit.
    progress: KeptProgress,
    /// Written with the commit, too.
    lookups: Lookups,
}

impl Change {
    pub fn new(
        txn: Transaction,
        ids: Ids,
        actor: Actor,
        now: DateTime<Utc>,
        people_generation: PeopleGeneration,
    ) -> Self {
        Self {
            txn,
            ids,
            actor,
            stand_in: None,
            now,
            people_generation,
            changes_people: false,
            progress: KeptProgress::default(),
            lookups: Lookups::default(),
        }
    }

    /// The instant of the change, which all its rows and events have.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The person who makes the change; none for services and scheduled work.
    pub fn actor(&self) -> Option<PersonId> {
        self.actor.person
    }

    /// A new id, for a row or for a part of its JSON.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        self.ids.next()
    }

    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// Refuses an actor with these roles who does not have the right. If the actor has it in the place of the owner's
    /// manager, all events of this change say so. Returns the role that has the right.
    pub fn act(&mut self, roles: &Roles, right: Right, manager: Option<PersonId>) -> Result<Role, Forbidden> {
        let role = roles.by(right).ok_or(Forbidden(right))?;
        self.stand_in = match role {
            Role::Acting => Some(StandIn { acted_as: ActedAs::Acting, on_behalf_of_id: manager }),
            Role::Delegate => Some(StandIn { acted_as: ActedAs::Delegate, on_behalf_of_id: manager }),
            _ => None,
        };
        Ok(role)
    }

    /// Inserts a row and records the event. Returns the row with its derived columns.
    pub fn create<M: Tracked>(&mut self, row: M, event: impl Into<Option<Event>>) -> M {
        let Revised(row) = self.created(row);
        self.txn.insert(row.clone());
        self.record(event);
        row
    }

    /// Updates a row: raises its version, sets `updated_at` and records the event. Returns the new row. The write fails
    /// with [`DbErr::RecordNotUpdated`] if the stored version is not that of `before`.
    ///
    /// A change that changes nothing is none: it makes no version and no event.
    ///
    /// `event` may be none if another event of this change covers the update, or if the feed does not include such
    /// rows.
    pub fn revise<M: Tracked + PartialEq>(
        &mut self,
        before: M,
        after: M,
        event: impl Into<Option<Event>>,
    ) -> Result<M, DbErr> {
        if before == after { Ok(before) } else { self.revise_always(before, after, event) }
    }

    /// Like [`Change::revise`], even if the row stays as it is: for a change that also adds a row beside it, such as an
    /// entry of a history.
    pub fn revise_always<M: Tracked>(
        &mut self,
        before: M,
        after: M,
        event: impl Into<Option<Event>>,
    ) -> Result<M, DbErr> {
        let Revised(after) = self.revised(&before, after);
        self.txn.touch(before, after.clone())?;
        self.record(event);
        Ok(after)
    }

    /// Prepares a changed row for [`Change::save_all`], to which it must get: its plan's progress contains it already.
    pub fn revised<M: Tracked>(&mut self, before: &M, mut after: M) -> Revised<M> {
        self.changes_people |= M::IS_PERSON;
        after.mark(before.version() + 1, self.now);
        after.derive(Some(before), self.now);
        self.count(Some(before), Some(&after));
        self.lookups.add(M::lookups(Some(before), &after));
        Revised(after)
    }

    /// Prepares a new row for [`Change::save_all`], as [`Change::revised`].
    pub fn created<M: Tracked>(&mut self, mut row: M) -> Revised<M> {
        self.changes_people |= M::IS_PERSON;
        row.derive(None, self.now);
        self.count(None, Some(&row));
        self.lookups.add(M::lookups(None, &row));
        Revised(row)
    }

    /// Notes what a write changes of the progress that is kept.
    fn count<M: Tracked>(&mut self, before: Option<&M>, after: Option<&M>) {
        if let Some(item) = before.and_then(M::counted) {
            self.progress.subtract(item);
        }
        if let Some(item) = after.and_then(M::counted) {
            self.progress.add(item);
        }
    }

    /// Upserts many rows and records events, in few statements. The caller must have locked the rows: their versions
    /// are not compared.
    pub async fn save_all<M: Tracked>(
        &mut self,
        rows: impl IntoIterator<Item = Revised<M>>,
        events: impl IntoIterator<Item = Event>,
    ) -> Result<(), DbErr> {
        self.txn.upsert_all(rows.into_iter().map(|Revised(row)| row).collect()).await?;
        self.record_all(events).await
    }

    /// Records many events in few statements. The caller writes the rows that they are about.
    pub async fn record_all(&mut self, events: impl IntoIterator<Item = Event>) -> Result<(), DbErr> {
        let events: Vec<_> = events.into_iter().map(|event| row(self.new_event(event))).collect();
        self.txn.insert_all(events).await
    }

    /// Deletes a row and records the event.
    pub fn remove<M: Tracked>(&mut self, row: M, event: impl Into<Option<Event>>) -> Result<(), DbErr> {
        self.count(Some(&row), None);
        self.txn.delete(row)?;
        self.record(event);
        Ok(())
    }

    /// Records an event. The caller writes the row that it is about.
    pub fn record(&mut self, event: impl Into<Option<Event>>) {
        if let Some(event) = event.into() {
            self.txn.insert(row(self.new_event(event)));
        }
    }

    /// Records an event with what is personal in it, such as a name or a reason: `detail`, a JSON object about
    /// `person`. It lies in a row that can be erased, and the audit record has its salted digest.
    pub fn record_with(
        &mut self,
        event: Event,
        person: PersonId,
        detail: &serde_json::Value,
    ) -> Result<(), SealError> {
        let event = self.new_event(event);
        self.txn.insert(audit_detail::Model {
            tenant_id: event.tenant_id,
            record_id: event.id.0.into(),
            person_id: person,
            salt: Key::generate()?,
            detail: detail.to_string(),
        });
        self.txn.insert(row(event));
        Ok(())
    }

    /// Makes an event of this change without recording it.
    pub fn new_event(&self, event: Event) -> event::Model {
        let (about, subject) = (event.event_type().about(), event.subject());
        event::Model {
            tenant_id: self.txn.tenant(),
            id: self.ids.next(),
            event_type: about.name.to_owned(),
            subject: subject.path(),
            actor_id: self.actor.person,
            link_id: self.actor.link,
            client: self.actor.client.clone(),
            request_id: self.actor.request_id.clone(),
            data: serde_json::to_string(&subject.data().by(self.stand_in)).unwrap_or_default(),
            occurred_at: self.now,
            in_feed: about.audience == Audience::Feed && subject.is_shared(),
            traceparent: traces::present(),
            position: None,
        }
    }

    /// Notes that the change links or unlinks an identity, so that callers are looked up again after the commit.
    pub fn changes_links(&mut self) {
        self.changes_people = true;
    }

    pub async fn commit(mut self) -> Result<(), DbErr> {
        std::mem::take(&mut self.lookups).write(&mut self.txn).await?;
        for sums in std::mem::take(&mut self.progress).into_rows() {
            self.txn.add_up(sums);
        }
        self.txn.commit().await?;
        if self.changes_people {
            // Invalidates the cached people of this process, so that its next request sees the change.
            self.people_generation.advance();
        }
        Ok(())
    }
}

impl Read for Change {
    fn tenant(&self) -> TenantId {
        self.txn.tenant()
    }

    fn backend(&self) -> DbBackend {
        self.txn.backend()
    }

    async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.txn.rows(statement).await
    }

    async fn first(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.txn.first(statement).await
    }
}

/// For the queries, locks and raw statements of the transaction.
impl Deref for Change {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        &self.txn
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut Transaction {
        &mut self.txn
    }
}

/// The row of an event without its feed position, which the database assigns.
fn row(event: event::Model) -> event::ActiveModel {
    event::ActiveModel { position: NotSet, ..event.into_active_model() }
}
