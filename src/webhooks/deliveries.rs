//! The endpoints of deliveries.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{api, error::WebhookError, store, worker};
use crate::{
    auth::{Caller, permissions::Right, scope::WebhooksManage},
    db::Read,
    entity::{
        delivery::{self, DeliveryStatus},
        delivery_attempt,
        webhook::{self, WebhookStatus},
    },
    http::{Empty, Page, Paged, Path, Post, Problem, Query, Reply},
    ids::{DeliveryId, EventId, WebhookId},
    record::{Event, OfWebhook},
    requests::KeptReply,
    state::State,
};

/// The delivery of one event to one webhook.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookDelivery {
    pub id: DeliveryId,
    pub webhook_id: WebhookId,
    /// The id of the event, sent as `webhook-id` in each attempt.
    pub event_id: EventId,
    #[schema(max_length = 200, example = "groundwork.plan.shared.v1")]
    pub event_type: String,
    pub status: DeliveryStatus,
    /// Every attempt, oldest first.
    pub attempts: Vec<DeliveryAttempt>,
    /// The time of the next attempt; null if there will be none.
    #[schema(required)]
    pub next_attempt_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    #[schema(required)]
    pub delivered_at: Option<DateTime<Utc>>,
}

/// One attempt to deliver an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryAttempt {
    pub attempted_at: DateTime<Utc>,
    #[schema(minimum = 0)]
    pub duration_ms: i32,
    /// The HTTP status of the receiver's response; null if there was none.
    #[schema(required, minimum = 100, maximum = 999)]
    pub status_code: Option<i32>,
    /// Why the attempt failed; null if it succeeded.
    #[schema(required)]
    pub error: Option<String>,
}

/// Filters the deliveries of a webhook.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListDeliveries {
    #[param(inline)]
    status: Option<DeliveryStatus>,
}

/// Selects the deliveries to send again: those created at or after a time.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedeliverSince {
    pub since: DateTime<Utc>,
}

/// The result of a redelivery.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Redelivered {
    /// How many deliveries are sent again.
    #[schema(minimum = 0)]
    pub deliveries: u64,
}

impl WebhookDelivery {
    pub(super) fn of(delivery: delivery::Model, attempts: Vec<delivery_attempt::Model>) -> Self {
        let delivery::Model {
            tenant_id: _,
            id,
            webhook_id,
            event_id,
            event_type,
            payload: _,
            status,
            tries: _,
            next_attempt_at,
            created_at,
            delivered_at,
            traceparent: _,
        } = delivery;
        Self {
            id,
            webhook_id,
            event_id,
            event_type,
            status,
            attempts: attempts.into_iter().map(DeliveryAttempt::from).collect(),
            next_attempt_at,
            created_at,
            delivered_at,
        }
    }
}

impl From<delivery_attempt::Model> for DeliveryAttempt {
    fn from(attempt: delivery_attempt::Model) -> Self {
        let delivery_attempt::Model {
            tenant_id: _,
            id: _,
            delivery_id: _,
            attempted_at,
            duration_ms,
            status_code,
            error,
        } = attempt;
        Self { attempted_at, duration_ms, status_code, error }
    }
}

/// Test a webhook
///
/// Sends an event of the type `groundwork.webhook.tested.v1` to the webhook, whatever its `event_types`. The result is
/// in its deliveries.
#[utoipa::path(
    post,
    path = "/webhooks/{webhook_id}/test",
    tag = "webhooks",
    request_body = Empty,
    security(("bearer" = ["webhooks:manage"])),
    responses((
        status = 201,
        description = "The delivery, which is sent at once",
        body = WebhookDelivery,
        headers(("Location" = String, description = "The webhook's deliveries")),
    )),
)]
pub async fn test_webhook(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    post: Post<Empty>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    state
        .change(&caller, post.key, async |txn| {
            let webhook = api::lock(txn, webhook_id.0).await?;
            let Empty {} = post.input.read()?;
            if webhook.status != WebhookStatus::Enabled {
                return Err(WebhookError::Disabled.into());
            }
            let event = Event::WebhookTested(OfWebhook { webhook_id: webhook.id });
            let event = txn.new_event(event).into();
            let delivery = worker::pending(txn.id(), webhook.id, caller.tenant, event, txn.now())
                .map_err(Problem::internal)?;
            txn.insert(delivery.clone());
            let location = format!("/v1/webhooks/{}/deliveries", webhook.id);
            let id = (webhook.id, delivery.id);
            let reply = Reply::created(location, &WebhookDelivery::of(delivery, Vec::new()))?;
            Ok(KeptReply::<WebhookDelivery>::new(id, reply))
        })
        .await
}

/// List a webhook's deliveries
///
/// Returns the deliveries, latest first, with their attempts. They are stored as long as events.
#[utoipa::path(
    get,
    path = "/webhooks/{webhook_id}/deliveries",
    tag = "webhooks",
    params(Paged<ListDeliveries>),
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "A page of deliveries", body = Page<WebhookDelivery>)),
)]
pub async fn list_deliveries(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    query: Query<Paged<ListDeliveries>>,
    state: Data<State>,
) -> Result<Page<WebhookDelivery>, Problem> {
    let Paged { list: query, paging } = query.0;
    caller.require(Right::ManageWebhooks)?;
    let db = state.db.reader(caller.tenant);
    db.row::<webhook::Entity>(webhook_id.0).await?.ok_or(WebhookError::NotFound)?;
    let before = paging.after(&caller)?;
    let limit = paging.limit();
    let rows = store::list_deliveries(&db, webhook_id.0, query.status, before, limit).await?;
    let mut attempts = store::list_attempts(&db, rows.iter().map(|delivery| delivery.id)).await?;
    Page::of(
        &caller,
        rows,
        limit,
        |delivery| delivery.id,
        |delivery| {
            let attempts = attempts.remove(&delivery.id).unwrap_or_default();
            Ok(WebhookDelivery::of(delivery, attempts))
        },
    )
}

/// Redeliver an event
///
/// Sends the event again, with the same `webhook-id` and a full set of retries.
#[utoipa::path(
    post,
    path = "/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver",
    tag = "webhooks",
    request_body = Empty,
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "The delivery, which is sent at once", body = WebhookDelivery)),
)]
pub async fn redeliver(
    caller: Caller<WebhooksManage>,
    path: Path<(WebhookId, DeliveryId)>,
    post: Post<Empty>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    let (webhook_id, delivery_id) = path.0;
    state
        .change(&caller, post.key, async |txn| {
            let webhook = api::lock(txn, webhook_id).await?;
            let delivery = store::lock_delivery(txn, webhook.id, delivery_id).await?;
            let delivery = delivery.ok_or(WebhookError::NoDelivery)?;
            let Empty {} = post.input.read()?;
            let after = delivery::Model {
                status: DeliveryStatus::Pending,
                tries: 0,
                next_attempt_at: Some(txn.now()),
                delivered_at: None,
                ..delivery.clone()
            };
            txn.touch(delivery, after.clone())?;
            let mut attempts = store::list_attempts(txn, [delivery_id]).await?;
            let attempts = attempts.remove(&delivery_id).unwrap_or_default();
            let reply = Reply::ok(&WebhookDelivery::of(after, attempts))?;
            Ok(KeptReply::<WebhookDelivery>::new((webhook.id, delivery_id), reply))
        })
        .await
}

/// Redeliver events since a time
///
/// Sends again all events whose deliveries were created at or after the time.
#[utoipa::path(
    post,
    path = "/webhooks/{webhook_id}/redeliver",
    tag = "webhooks",
    request_body = RedeliverSince,
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "How many deliveries are sent again", body = Redelivered)),
)]
pub async fn redeliver_since(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    post: Post<RedeliverSince>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    state
        .change(&caller, post.key, async |txn| {
            let webhook = api::lock(txn, webhook_id.0).await?;
            let RedeliverSince { since } = post.input.read()?;
            let deliveries = store::redeliver_since(txn, webhook.id, since).await?;
            let result = Redelivered { deliveries };
            let json = serde_json::to_string(&result).map_err(Problem::internal)?;
            Ok(KeptReply::<Redelivered>::new(webhook.id, Reply::ok(&result)?).with_json(json))
        })
        .await
}
