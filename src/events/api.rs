//! The endpoint of the change feed.

use std::time::Duration;

use actix_web::{HttpRequest, web::Data};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;
use utoipa::{IntoParams, ToSchema};

use super::store::{self, EventRow, FeedKey};
use crate::{
    auth::{Caller, permissions::Right, scope::EventsRead},
    http::{
        FieldError, Problem, ProblemKind, Query, Reply, StoredJson, page,
        page::{Cursor, CursorCipher},
        time_limit,
    },
    ids::{EventId, PersonId, TenantId},
    record::{EventData, EventType, matching, no_match},
    secrets::{Purpose, SealError, Secrets},
    state::State,
};

/// How often the feed is queried while a request waits for an event.
const POLL_EVERY: Duration = Duration::from_millis(500);

/// An event in the format of CloudEvents 1.0.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct CloudEvent {
    /// The version of CloudEvents.
    #[schema(value_type = String, example = "1.0")]
    pub specversion: &'static str,
    /// The same in the feed and in every delivery.
    pub id: EventId,
    /// The tenant, as a URN (RFC 9562).
    #[schema(example = "urn:uuid:4f8a1d5e-0b7c-5c53-9c60-0a4f5f0c8a11")]
    pub source: String,
    #[serde(rename = "type")]
    #[schema(value_type = EventType)]
    pub event_type: String,
    /// The path, under `/v1/`, of the resource that the event is about.
    #[schema(example = "plans/019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d41")]
    pub subject: String,
    pub time: DateTime<Utc>,
    #[schema(value_type = String, example = "application/json")]
    pub datacontenttype: &'static str,
    /// The person who caused the event. Absent for service tokens and scheduled events.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub actorid: Option<PersonId>,
    /// The span of the request that caused the event (W3C Trace Context, CloudEvents' distributed tracing extension).
    /// Only if the service collects traces.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(
        nullable = false,
        pattern = "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
        max_length = 55,
        example = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    )]
    pub traceparent: Option<String>,
    #[schema(value_type = EventData)]
    pub data: StoredJson,
}

impl CloudEvent {
    pub fn of(tenant: TenantId, row: EventRow) -> Self {
        Self {
            specversion: "1.0",
            id: row.id,
            source: format!("urn:uuid:{tenant}"),
            event_type: row.event_type,
            subject: row.subject,
            time: row.occurred_at,
            datacontenttype: "application/json",
            actorid: row.actor_id,
            traceparent: row.traceparent,
            data: StoredJson::of_column(row.data),
        }
    }
}

/// A page of the change feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPage {
    pub items: Vec<CloudEvent>,
    /// Pass it as `after` in the next request, even if this page is empty. It stays valid for all callers of the tenant
    /// and for other `types`.
    #[schema(value_type = String)]
    pub next_cursor: Cursor,
}

/// Selects a page of the feed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListEvents {
    /// The `next_cursor` of the previous response. Without it, the feed starts with the oldest event that is stored.
    #[param(max_length = 500)]
    after: Option<String>,
    /// Event types to return, separated by commas. Each is a full type or a prefix with a star, such as
    /// `groundwork.plan.*`.
    #[param(max_length = 2000)]
    types: Option<String>,
    /// Maximum events in the response.
    #[param(minimum = 1, maximum = 100, default = 25)]
    limit: Option<u32>,
    /// Seconds to wait if there is no event yet (long polling). The response is sent with the first event, and always
    /// before the request's time limit.
    #[param(minimum = 0, maximum = 30, default = 0)]
    wait: Option<u64>,
}

/// Follow the change feed
///
/// Returns the events about shared data, as CloudEvents 1.0, in an order that never changes. A client that always
/// continues from `next_cursor` gets every event exactly once, even while others write. For HR admins and services.
#[utoipa::path(
    get,
    path = "/events",
    tag = "events",
    params(ListEvents),
    security(("bearer" = ["events:read"])),
    responses(
        (status = 200, description = "The next events, if any", body = EventPage),
        (status = 410, description = "Events after the cursor have been deleted"),
    ),
)]
pub async fn list_events(
    mut caller: Caller<EventsRead>,
    query: Query<ListEvents>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ReadEvents)?;
    let query = query.0;
    let types = query.types.as_deref().map(parse_types).transpose()?;
    let limit = query.limit.unwrap_or(page::DEFAULT_LIMIT);
    let cipher = FeedCipher { secrets: &state.secrets, tenant: caller.tenant };
    let mut after = query.after.as_deref().map(|after| decode(&cipher, after)).transpose()?;
    let until = Instant::now() + max_wait(&request, query.wait.unwrap_or_default());
    let db = state.db.reader(caller.tenant);
    // Each query takes its own permit: a waiting request must not block the caller's other requests.
    caller.release_permit();
    loop {
        let permit = caller.acquire_permit().await?;
        let found = store::list_events(&db, after, types.as_deref(), limit).await?;
        drop(permit);
        let found = found.ok_or_else(|| Problem::of(ProblemKind::CursorExpired))?;
        let left = until.saturating_duration_since(Instant::now());
        if !found.events.is_empty() || left.is_zero() || state.stopping.is_cancelled() {
            let items = found.events.into_iter().map(|row| CloudEvent::of(caller.tenant, row)).collect();
            return Reply::ok(&EventPage { items, next_cursor: Cursor::of(&cipher, &found.next)? });
        }
        after = Some(found.next);
        // When the time is up or the service stops, the feed is queried one last time.
        state.pause(left.min(POLL_EVERY)).await;
    }
}

/// Encrypts the cursors of a tenant's feed. They are not bound to the caller or to `types`: readers keep their place
/// when their token or their filter changes.
struct FeedCipher<'a> {
    secrets: &'a Secrets,
    tenant: TenantId,
}

impl CursorCipher for FeedCipher<'_> {
    fn seal(&self, key: &[u8]) -> Result<Vec<u8>, SealError> {
        self.secrets.seal(Purpose::FeedCursor, &[self.tenant.0.as_bytes()], key)
    }

    fn open(&self, cursor: &[u8]) -> Result<Vec<u8>, SealError> {
        self.secrets.open(Purpose::FeedCursor, &[self.tenant.0.as_bytes()], cursor)
    }
}

/// The key in `cursor`. Fails with 410 for a cursor of an earlier release, which was not encrypted: whatever position
/// it names, its reader has to start again.
fn decode(cipher: &FeedCipher<'_>, cursor: &str) -> Result<FeedKey, Problem> {
    let refused = || {
        let detail = "is not a cursor of the change feed; pass the next_cursor of a response";
        Problem::invalid(ProblemKind::InvalidQuery, vec![FieldError::new("/after", detail)])
    };
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refused())?;
    if serde_json::from_slice::<FeedKey>(&bytes).is_ok() {
        return Err(Problem::of(ProblemKind::CursorExpired));
    }
    let key = page::decode(cipher, Some(cursor)).map_err(|_| refused())?;
    key.ok_or_else(refused)
}

/// How long to wait: `seconds`, but at least one second less than the request's time limit, which would make it fail.
fn max_wait(request: &HttpRequest, seconds: u64) -> Duration {
    Duration::from_secs(seconds).min(time_limit(request).saturating_sub(Duration::from_secs(1)))
}

/// The types that match `patterns`, which are separated by commas.
fn parse_types(patterns: &str) -> Result<Vec<EventType>, Problem> {
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
