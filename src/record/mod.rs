//! What is written with every change: the events that tell of it, in the transaction of the change itself. Thin: ids,
//! never answers or comments.
//!
//! A [`Change`] is the one way in which rows come, change and go: what must follow from a write follows from it here,
//! so that no handler has to remember it.

mod catalogue;

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::NotSet, DbBackend, DbErr, IntoActiveModel, QueryResult, Statement};

pub use self::catalogue::{
    Audience, Event, EventData, EventType, OfFeedback, OfItem, OfPlan, OfRequest, OfRevision, OfWebhook,
    matching, no_match,
};
use crate::{
    auth::PeopleGeneration,
    db::{Read, Transaction},
    entity::{Versioned, event},
    ids::{Ids, PersonId, TenantId},
    telemetry::traces,
};

/// A row whose changes are told apart by a version, with what follows from its other columns.
pub trait Tracked: Versioned {
    /// Whether it is the row of a person, which callers are remembered by.
    const IS_PERSON: bool = false;

    /// Sets the columns that follow from others, such as when the row is next due. Called before each write; `before`
    /// is the row as it was, if it is not new.
    #[expect(unused_variables, reason = "most rows have no such columns")]
    fn derive(&mut self, before: Option<&Self>, now: DateTime<Utc>) {}
}

/// A row with its version raised and all that follows set, not yet written.
#[derive(Debug)]
pub struct Revised<M>(M);

impl<M> Deref for Revised<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.0
    }
}

/// One change and all that follows from it, by one actor at one instant. Nothing is kept unless [`Change::commit`] is
/// reached.
#[derive(Debug)]
pub struct Change {
    txn: Transaction,
    ids: Ids,
    /// The person who makes it; none for a service and for what falls due with time.
    actor: Option<PersonId>,
    now: DateTime<Utc>,
    people_generation: PeopleGeneration,
    changes_people: bool,
}

impl Change {
    pub fn new(
        txn: Transaction,
        ids: Ids,
        actor: Option<PersonId>,
        now: DateTime<Utc>,
        people_generation: PeopleGeneration,
    ) -> Self {
        Self { txn, ids, actor, now, people_generation, changes_people: false }
    }

    /// The instant of the change: its rows and events all carry it.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new id, for a row or a part of one.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        self.ids.next()
    }

    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// Adds a row and records the event; the row as it is kept.
    pub fn create<M: Tracked>(&mut self, row: M, event: impl Into<Option<Event>>) -> M {
        let Revised(row) = self.created(row);
        self.txn.insert(row.clone());
        self.record(event);
        row
    }

    /// Changes a row: raises its version, dates it and records the event; the row as it is kept. The write fails with
    /// [`DbErr::RecordNotUpdated`] if the row has changed since `before` was read.
    ///
    /// No event: where another event of this change tells of it, or where no reader follows such rows.
    pub fn revise<M: Tracked>(
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

    /// A changed row as it is to be kept, for [`Change::save_all`].
    pub fn revised<M: Tracked>(&mut self, before: &M, mut after: M) -> Revised<M> {
        self.changes_people |= M::IS_PERSON;
        after.mark(before.version() + 1, self.now);
        after.derive(Some(before), self.now);
        Revised(after)
    }

    /// A new row as it is to be kept, for [`Change::save_all`].
    pub fn created<M: Tracked>(&mut self, mut row: M) -> Revised<M> {
        self.changes_people |= M::IS_PERSON;
        row.derive(None, self.now);
        Revised(row)
    }

    /// Writes many rows and events, in as few statements as their values fit in. The rows must be locked: their
    /// versions are not compared.
    pub async fn save_all<M: Tracked>(
        &mut self,
        rows: impl IntoIterator<Item = Revised<M>>,
        events: impl IntoIterator<Item = Event>,
    ) -> Result<(), DbErr> {
        self.txn.upsert_all(rows.into_iter().map(|Revised(row)| row).collect()).await?;
        self.record_all(events).await
    }

    /// Records many events, whose changes are written otherwise, in as few statements as their values fit in.
    pub async fn record_all(&mut self, events: impl IntoIterator<Item = Event>) -> Result<(), DbErr> {
        let events: Vec<_> = events.into_iter().map(|event| row(self.new_event(event))).collect();
        self.txn.insert_all(events).await
    }

    /// Deletes a row and records the event.
    pub fn remove<M: Versioned>(&mut self, row: M, event: impl Into<Option<Event>>) -> Result<(), DbErr> {
        self.txn.delete(row)?;
        self.record(event);
        Ok(())
    }

    /// Records an event whose change is written otherwise.
    pub fn record(&mut self, event: impl Into<Option<Event>>) {
        if let Some(event) = event.into() {
            self.txn.insert(row(self.new_event(event)));
        }
    }

    /// An event of this change that is not recorded.
    pub fn new_event(&self, event: Event) -> event::Model {
        let (about, subject) = (event.event_type().about(), event.subject());
        event::Model {
            tenant_id: self.txn.tenant(),
            id: self.ids.next(),
            event_type: about.name.to_owned(),
            subject: subject.path(),
            actor_id: self.actor,
            data: serde_json::to_string(&subject.data()).unwrap_or_default(),
            occurred_at: self.now,
            in_feed: about.audience == Audience::Feed && subject.is_shared(),
            traceparent: traces::present(),
            position: None,
        }
    }

    pub async fn commit(self) -> Result<(), DbErr> {
        self.txn.commit().await?;
        if self.changes_people {
            // This process forgets whom it remembered, so that the change shows at once.
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

/// A change locks and writes as its transaction does.
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

/// The row of an event: its position in the feed is given by the database.
fn row(event: event::Model) -> event::ActiveModel {
    event::ActiveModel { position: NotSet, ..event.into_active_model() }
}
