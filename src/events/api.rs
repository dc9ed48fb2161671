//! The change feed on the wire.

use std::time::Duration;

use actix_web::{HttpRequest, get, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::time::Instant;
use utoipa::{IntoParams, ToSchema};

use super::store::{self, EventRow, FeedKey};
use crate::{
    auth::{Caller, permissions::Right, scope::EventsRead},
    http::{FieldError, Problem, ProblemKind, Query, Reply, page, time_limit},
    ids::{EventId, PersonId, TenantId},
    record::{EventData, EventType, matching, no_match},
    state::State,
};

/// How often the feed is looked at while a reader waits.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// An event, as CloudEvents 1.0 describes it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct CloudEvent {
    /// The version of CloudEvents.
    #[schema(value_type = String, example = "1.0")]
    pub specversion: &'static str,
    /// The same wherever the event is seen: in the feed and in each delivery.
    pub id: EventId,
    /// The tenant, as a URN (RFC 9562).
    #[schema(example = "urn:uuid:4f8a1d5e-0b7c-5c53-9c60-0a4f5f0c8a11")]
    pub source: String,
    #[serde(rename = "type")]
    #[schema(value_type = EventType)]
    pub event_type: String,
    /// What it happened to: a path under `/v1/`.
    #[schema(example = "plans/019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d41")]
    pub subject: String,
    pub time: DateTime<Utc>,
    #[schema(value_type = String, example = "application/json")]
    pub datacontenttype: &'static str,
    /// The person who did it; absent for a service and for what time has brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub actorid: Option<PersonId>,
    #[doc = " The span that brought it about (W3C Trace Context, as CloudEvents' extension for distributed \
        tracing has it); only"]
    /// where traces are collected.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(
        nullable = false,
        pattern = "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
        max_length = 55,
        example = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    )]
    pub traceparent: Option<String>,
    #[schema(value_type = EventData)]
    pub data: Box<RawValue>,
}

impl CloudEvent {
    pub fn of(tenant: TenantId, row: EventRow) -> Result<Self, serde_json::Error> {
        Ok(Self {
            specversion: "1.0",
            id: row.id,
            source: format!("urn:uuid:{tenant}"),
            event_type: row.event_type,
            subject: row.subject,
            time: row.occurred_at,
            datacontenttype: "application/json",
            actorid: row.actor_id,
            traceparent: row.traceparent,
            data: RawValue::from_string(row.data)?,
        })
    }
}

/// A part of the change feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPage {
    pub items: Vec<CloudEvent>,
    /// Where to go on: pass it as `after`, also when there was nothing new.
    pub next_cursor: String,
}

/// Which part of the feed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListEvents {
    /// The `next_cursor` of the answer before; without it, the feed begins with the oldest event that is kept.
    #[param(max_length = 500)]
    after: Option<String>,
    /// Types of events separated by commas, each whole or with a star at its end, as in `groundwork.plan.*`.
    #[param(max_length = 2000)]
    types: Option<String>,
    /// The most events in the answer.
    #[param(minimum = 1, maximum = 100, default = 25)]
    limit: Option<u32>,
    /// How many seconds to wait for an event where there is none yet. The answer comes with the first one, and
    /// before the time limit of requests.
    #[param(minimum = 0, maximum = 30, default = 0)]
    wait: Option<u64>,
}

/// Follow the change feed
///
/// Everything that has happened to what is shared, as CloudEvents 1.0, in an order that never changes. Whoever goes on
#[doc = " from each `next_cursor` sees every event once and misses none, whatever is written meanwhile. For \
    HR admins and services."]
#[utoipa::path(
    tag = "events",
    params(ListEvents),
    security(("bearer" = ["events:read"])),
    responses(
        (status = 200, description = "The next events, if any", body = EventPage),
        (status = 410, description = "Events after the cursor are no longer kept"),
    ),
)]
#[get("/events")]
pub async fn list_events(
    mut caller: Caller<EventsRead>,
    query: Query<ListEvents>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ReadEvents)?;
    let query = query.0;
    let types = query.types.as_deref().map(wanted).transpose()?;
    let limit = query.limit.unwrap_or(page::DEFAULT_LIMIT);
    let mut after: Option<FeedKey> = page::decode(query.after.as_deref()).map_err(|_| {
        let fault = FieldError::new(
            "/after",
            "is not a cursor of the change feed; pass the next_cursor of an answer",
        );
        Problem::invalid(ProblemKind::InvalidQuery, vec![fault])
    })?;
    let until = Instant::now() + patience(&request, query.wait.unwrap_or_default());
    let db = state.db.reader(caller.tenant);
    // Whoever waits keeps no other request of this caller waiting.
    caller.release_permit();
    loop {
        let permit = caller.acquire_permit().await?;
        let stretch = store::list_events(&db, after, types.as_deref(), limit).await?;
        drop(permit);
        let stretch = stretch.ok_or_else(|| Problem::of(ProblemKind::CursorExpired))?;
        let left = until.saturating_duration_since(Instant::now());
        if !stretch.events.is_empty() || left.is_zero() || state.stopping.is_cancelled() {
            let items = stretch.events.into_iter().map(|row| CloudEvent::of(caller.tenant, row));
            let items = items.collect::<Result<_, _>>().map_err(Problem::internal)?;
            return Reply::ok(&EventPage { items, next_cursor: page::encode(&stretch.next)? });
        }
        after = Some(stretch.next);
        // Whether it is time or the service stops, the feed is looked at once more.
        let _ = tokio::time::timeout(left.min(LOOK_EVERY), state.stopping.cancelled()).await;
    }
}

/// How long a request may wait, so that it ends by itself before it is given up.
fn patience(request: &HttpRequest, seconds: u64) -> Duration {
    Duration::from_secs(seconds).min(time_limit(request).saturating_sub(Duration::from_secs(1)))
}

fn wanted(patterns: &str) -> Result<Vec<EventType>, Problem> {
    let mut types = Vec::new();
    let mut faults = Vec::new();
    for pattern in patterns.split(',').map(str::trim) {
        match matching(pattern) {
            found if found.is_empty() => faults.push(FieldError::new("/types", no_match(pattern))),
            found => types.extend(found),
        }
    }
    if faults.is_empty() { Ok(types) } else { Err(Problem::invalid(ProblemKind::InvalidQuery, faults)) }
}
