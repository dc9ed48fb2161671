//! What happened: recorded in the transaction of the change itself, thin (ids, never answers or
//! comments), and read from the change feed.

mod api;
mod catalogue;
pub mod document;
pub mod store;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::NotSet, DbErr, IntoActiveModel};

pub use self::{
    api::CloudEvent,
    catalogue::{
        Audience, Event, EventData, EventType, OfFeedback, OfItem, OfPlan, OfRequest, OfRevision, OfWebhook,
        matching, no_match,
    },
};
use crate::{
    auth::Identity,
    db::Transaction,
    entity::event,
    http::Mount,
    ids::{Ids, PersonId, TenantId},
    telemetry::traces,
};

pub fn routes(config: &mut impl Mount) {
    config.service(api::list_events);
}

/// Records what `actor` did, with the rest of the transaction.
pub fn record(txn: &mut Transaction, ids: &Ids, actor: &Identity, event: Event, now: DateTime<Utc>) {
    txn.insert(row(ids, actor.tenant, actor.person, event, now));
}

/// Records what nobody has done, but time has brought.
pub fn record_of_time(txn: &mut Transaction, ids: &Ids, event: Event, now: DateTime<Utc>) {
    txn.insert(row(ids, txn.tenant(), None, event, now));
}

/// Records several changes, at once.
pub async fn record_all(
    txn: &mut Transaction,
    ids: &Ids,
    actor: &Identity,
    events: impl IntoIterator<Item = Event>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let rows = events.into_iter().map(|event| row(ids, actor.tenant, actor.person, event, now));
    txn.insert_all(rows.collect()).await
}

/// An event as it is told, before it is recorded or where it is told to one reader alone.
pub fn unrecorded(ids: &Ids, actor: Option<PersonId>, event: Event, now: DateTime<Utc>) -> store::EventRow {
    let (about, subject) = (event.event_type().about(), event.subject());
    store::EventRow {
        position: 0,
        id: ids.next(),
        event_type: about.name.to_owned(),
        subject: subject.path(),
        actor_id: actor,
        data: serde_json::to_string(&subject.data()).unwrap_or_default(),
        occurred_at: now,
        traceparent: traces::present(),
    }
}

fn row(
    ids: &Ids,
    tenant: TenantId,
    actor: Option<PersonId>,
    event: Event,
    now: DateTime<Utc>,
) -> event::ActiveModel {
    let in_feed = event.event_type().about().audience == Audience::Feed && event.subject().is_shared();
    let event = unrecorded(ids, actor, event, now);
    let row = event::Model {
        tenant_id: tenant,
        id: event.id,
        event_type: event.event_type,
        subject: event.subject,
        actor_id: event.actor_id,
        data: event.data,
        occurred_at: event.occurred_at,
        in_feed,
        traceparent: event.traceparent,
        position: None,
    };
    event::ActiveModel { position: NotSet, ..row.into_active_model() }
}
