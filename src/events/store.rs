//! Queries about events.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use uuid::{NoContext, Timestamp, Uuid};

use super::position::horizon;
use crate::{
    db::{Conditions, Database, Read},
    entity::event,
    ids::{EventId, PersonId},
    record::EventType,
};

/// How often there is another look where it is not sure how far the feed can be read.
const LOOKS: usize = 5;

/// Where a reader stands: after the event with this id among those of this place.
pub type FeedKey = (i64, EventId);

/// A part of the feed.
#[derive(Debug)]
pub struct Stretch {
    pub events: Vec<EventRow>,
    /// Where the reader stands after it: past events that were not asked for as well.
    pub next: FeedKey,
}

/// An event as it is kept.
#[derive(Debug, FromQueryResult)]
pub struct EventRow {
    pub position: i64,
    pub id: EventId,
    pub event_type: String,
    pub subject: String,
    pub actor_id: Option<PersonId>,
    pub data: String,
    pub occurred_at: DateTime<Utc>,
    pub traceparent: Option<String>,
}

impl From<event::Model> for EventRow {
    /// An event that has no position in the feed.
    fn from(event: event::Model) -> Self {
        Self {
            position: 0,
            id: event.id,
            event_type: event.event_type,
            subject: event.subject,
            actor_id: event.actor_id,
            data: event.data,
            occurred_at: event.occurred_at,
            traceparent: event.traceparent,
        }
    }
}

/// One row of a stretch; without an event where that has none.
#[derive(Debug, FromQueryResult)]
struct FeedRow {
    /// The last place that is taken, of those before which nothing can appear any more.
    last: i64,
    /// Whether that is as far as the feed can be read.
    sure: bool,
    /// Up to which place events are no longer kept.
    forgotten: i64,
    #[sea_orm(nested)]
    event: Option<EventRow>,
}

/// At most `limit` events after a place, of some types or of all; none where events have been forgotten that
/// the reader has not seen.
pub async fn list_events(
    db: &impl Read,
    after: Option<FeedKey>,
    types: Option<&[EventType]>,
    limit: u32,
) -> Result<Option<Stretch>, DbErr> {
    let after_or_start = after.unwrap_or((0, EventId(Uuid::nil())));
    // Looked at once: what is not returned because it lies beyond must not be passed.
    let mut sql = Conditions::new(
        &format!(
            "with h as materialized (select x.horizon, x.sure, \
                 coalesce((select e.position from events e \
                     where e.tenant_id = $1 and e.in_feed and e.position < x.horizon \
                     order by e.position desc limit 1), 0) as last, \
                 coalesce((select t.forgotten_position from tenants t where t.id = $1), 0) as forgotten from {} x) \
             select h.last, h.sure, h.forgotten, e.* from h \
             left join (select e.position, e.id, e.type as event_type, e.subject, \
                     e.actor_id, e.data, e.occurred_at, e.traceparent \
                 from events e where e.tenant_id = $1 and e.in_feed and e.position < (select horizon from h)",
            horizon(db.backend())
        ),
        [],
    );
    sql.and_all("(e.position, e.id) > (?, ?)", [after_or_start.0.into(), after_or_start.1.into()]);
    if let Some(types) = types {
        sql.and_one_of("e.type", types.iter().map(|each| each.about().name));
    }
    sql.sql
        .push_str(&format!(" order by e.position, e.id limit {limit}) e on true order by e.position, e.id"));
    let mut rows: Vec<FeedRow> = db.list(&sql.sql, sql.values.clone()).await?;
    for _ in 0..LOOKS {
        if rows.first().is_none_or(|row| row.sure) {
            break;
        }
        rows = db.list(&sql.sql, sql.values.clone()).await?;
    }
    let Some(FeedRow { last, forgotten, .. }) = rows.first() else {
        return Err(DbErr::RecordNotFound("the head of the change feed".into()));
    };
    if after.is_some_and(|(position, _)| position < *forgotten) {
        return Ok(None);
    }
    // No further: a server that crashes gives numbers again whose transactions had left nothing behind.
    let head = (*last.max(forgotten), EventId(Uuid::max()));
    let events: Vec<EventRow> = rows.into_iter().filter_map(|row| row.event).collect();
    let full = events.last().filter(|_| events.len() == limit as usize);
    let next = full.map_or(head, |last| (last.position, last.id)).max(after_or_start);
    Ok(Some(Stretch { events, next }))
}

/// Where a reader stands who has seen everything so far.
pub async fn head(db: &impl Read) -> Result<FeedKey, DbErr> {
    let none = list_events(db, None, Some(&[]), 1).await?;
    Ok(none.map_or((0, EventId(Uuid::nil())), |stretch| stretch.next))
}

/// Deletes the events of every tenant from before an instant; how many those were.
pub async fn forget_events(db: &Database, before: DateTime<Utc>) -> Result<u64, DbErr> {
    // An id begins with its time, so the key finds the old ones.
    let seconds = before.timestamp().unsigned_abs();
    let oldest = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, 0)).as_u128() & !(u128::MAX >> 48);
    let oldest = EventId(Uuid::from_u128(oldest));
    let mut forgotten = 0;
    for tenant in db.tenants().await? {
        let mut txn = db.begin(tenant).await?;
        let note = "update tenants set forgotten_position = coalesce((select max(e.position) from events e \
                where e.tenant_id = $1 and e.in_feed and e.id < $2), forgotten_position) where id = $1";
        txn.execute(note, [oldest.into()]).await?;
        // Two transactions may overlap: whole places are forgotten, so that a reader stands before or after one.
        let delete = "delete from events where tenant_id = $1 and (id < $2 \
                or in_feed and position <= (select forgotten_position from tenants where id = $1))";
        forgotten += txn.execute(delete, [oldest.into()]).await?;
        txn.commit().await?;
    }
    Ok(forgotten)
}
