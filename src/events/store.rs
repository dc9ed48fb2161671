//! Queries about events.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use uuid::Uuid;

use super::position::{Horizon, RETRIES};
use crate::{
    db::{Conditions, Crossing, Database, Read},
    entity::{event, tenant},
    ids::{EventId, PersonId, TenantId, first_at},
    record::EventType,
};

/// The key of an event in the feed. On PostgreSQL the events of a transaction share a position, and follow by id.
pub type FeedKey = (i64, EventId);

/// A page of the feed.
#[derive(Debug)]
pub struct FeedPage {
    pub events: Vec<EventRow>,
    /// The key to continue after. It also skips the events that were read but not selected by their type.
    pub next: FeedKey,
}

/// An event as it is stored.
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
    /// An event that is not in the feed, with position 0.
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

/// One row of a page. A page without events is one row without an event.
#[derive(Debug, FromQueryResult)]
struct FeedRow {
    /// The highest position below the horizon.
    last: i64,
    /// Whether the horizon is exact, rather than a lower bound.
    sure: bool,
    /// Whether the statement ran where positions come from.
    counts: bool,
    /// Events up to this position have been deleted.
    forgotten: i64,
    #[sea_orm(nested)]
    event: Option<EventRow>,
}

/// The first `limit` events after the key `after`, of some types or of all. None if events after `after` have been
/// deleted, so that the reader has missed them.
pub async fn list_events(
    db: &impl Read,
    after: Option<FeedKey>,
    types: Option<&[EventType]>,
    limit: u32,
) -> Result<Option<FeedPage>, DbErr> {
    let after_or_start = after.unwrap_or((0, EventId(Uuid::nil())));
    let mut horizon = Horizon::first(db).await?;
    let mut rows = read_page(db, horizon, after_or_start, types, limit).await?;
    if rows.first().is_some_and(|row| !row.counts) {
        horizon = Horizon::of_coordinator(db).await?;
        rows = read_page(db, horizon, after_or_start, types, limit).await?;
    }
    for _ in 0..RETRIES {
        if rows.first().is_none_or(|row| row.sure) {
            break;
        }
        rows = read_page(db, horizon, after_or_start, types, limit).await?;
    }
    let Some(FeedRow { last, forgotten, .. }) = rows.first() else {
        return Err(DbErr::RecordNotFound("the horizon of the change feed".into()));
    };
    if after.is_some_and(|(position, _)| position < *forgotten) {
        return Ok(None);
    }
    // After a partial page continue after its last event, else after the last position before the horizon. Not at the
    // horizon itself: PostgreSQL may assign the same numbers again after a crash if their transactions wrote nothing.
    let latest = (*last.max(forgotten), EventId(Uuid::max()));
    let events: Vec<EventRow> = rows.into_iter().filter_map(|row| row.event).collect();
    let full = events.last().filter(|_| events.len() == limit as usize);
    let next = full.map_or(latest, |last| (last.position, last.id)).max(after_or_start);
    Ok(Some(FeedPage { events, next }))
}

/// The rows of a page after the key `after`. There is always one.
async fn read_page(
    db: &impl Read,
    horizon: Horizon,
    after: FeedKey,
    types: Option<&[EventType]>,
    limit: u32,
) -> Result<Vec<FeedRow>, DbErr> {
    // One statement, so that all it reads comes from one snapshot: `next` may point to the horizon only if the events
    // before it were read as well. `materialized` computes the horizon once; the left join returns it even if no event
    // follows.
    let mut sql = Conditions::new(
        &format!(
            "with h as materialized (select x.horizon, x.sure, x.counts, \
                 coalesce((select e.position from events e \
                     where e.tenant_id = $1 and e.in_feed and e.position < x.horizon \
                     order by e.position desc limit 1), 0) as last, \
                 coalesce((select t.forgotten_position from tenants t where t.id = $1), 0) as forgotten from {} x) \
             select h.last, h.sure, h.counts, h.forgotten, e.* from h \
             left join (select e.position, e.id, e.type as event_type, e.subject, \
                     e.actor_id, e.data, e.occurred_at, e.traceparent \
                 from events e where e.tenant_id = $1 and e.in_feed and e.position < (select horizon from h)",
            horizon.as_from_item(db.backend())
        ),
        horizon.values(),
    );
    sql.and_all("(e.position, e.id) > (?, ?)", [after.0.into(), after.1.into()]);
    if let Some(types) = types {
        sql.and_one_of("e.type", types.iter().map(|each| each.about().name));
    }
    sql.sql
        .push_str(&format!(" order by e.position, e.id limit {limit}) e on true order by e.position, e.id"));
    db.list(&sql.sql, sql.values).await
}

/// The key of a reader who has read the whole feed.
pub async fn latest_key(db: &impl Read) -> Result<FeedKey, DbErr> {
    // An empty list of types selects no event.
    let page = list_events(db, None, Some(&[]), 1).await?;
    Ok(page.map_or((0, EventId(Uuid::nil())), |page| page.next))
}

/// Deletes the events that are older than `before`, of all tenants that have no rule of their own, and returns how
/// many.
pub async fn delete_expired_events(db: &Database, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let with_old_events = "select t.id from tenants t where t.events_kept_days is null and exists ( \
             select 1 from events e where e.tenant_id = t.id and e.id < $1)";
    let find = Crossing::OldEvents;
    let mut work =
        db.work_on_tenants_where(find, with_old_events, [first_at::<EventId>(before).into()]).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(delete_unless_own_rule(db, tenant, before).await)?;
    }
    work.finish()
}

/// While a node is down, the work is on all tenants of the others, also those with a rule of their own.
async fn delete_unless_own_rule(
    db: &Database,
    tenant: TenantId,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let row = db.reader(tenant).row::<tenant::Entity>(()).await?;
    if row.is_some_and(|row| row.events_kept_days.is_some()) {
        return Ok(0);
    }
    delete_events_before(db, tenant, before).await
}

/// Deletes the events of a tenant that are older than `before`, and returns how many.
pub async fn delete_events_before(
    db: &Database,
    tenant: TenantId,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let oldest: EventId = first_at(before);
    let mut txn = db.begin(tenant).await?;
    if has_unsealed(&txn, oldest).await? {
        let why = "old events are kept: the audit log is not sealed up to them; is a worker running?";
        tracing::warn!(%tenant, "{why}");
        return Ok(0);
    }
    let note = "update tenants set forgotten_position = coalesce((select max(e.position) from events e \
            where e.tenant_id = $1 and e.in_feed and e.id < $2), forgotten_position) where id = $1";
    txn.execute(note, [oldest.into()]).await?;
    // The ids of overlapping transactions interleave. Deleting whole positions means that a reader's cursor is either
    // before all deleted events of a position or after them.
    let delete = "delete from events where tenant_id = $1 and (id < $2 \
            or in_feed and position <= (select forgotten_position from tenants where id = $1))";
    let deleted = txn.execute(delete, [oldest.into()]).await?;
    txn.commit().await?;
    Ok(deleted)
}

/// Whether the audit log lacks an event with an id below `before`. Its records are made of events.
async fn has_unsealed(db: &impl Read, before: EventId) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Unsealed {
        #[expect(dead_code, reason = "a row says enough")]
        id: EventId,
    }
    let sql = "select e.id from events e left join audit_heads h on h.tenant_id = e.tenant_id \
         where e.tenant_id = $1 and e.id < $2 and e.position >= coalesce(h.sealed_position, 0) \
             and (e.position > coalesce(h.sealed_position, 0) or e.id > h.sealed_event_id) limit 1";
    let found: Option<Unsealed> = db.find(sql, [before.into()]).await?;
    Ok(found.is_some())
}
