//! The endpoints of webhooks.

use actix_web::{http::header::EntityTag, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{error::WebhookError, rules, rules::EventPattern, secret::seal, sign::new_secret, store};
use crate::{
    auth::{Caller, permissions::Right, scope::WebhooksManage},
    db::Read,
    entity::webhook::{self, DisabledReason, WebhookStatus},
    events,
    http::{Empty, Page, Paging, Patch, Path, Post, Precondition, Problem, Query, Reply, tag},
    ids::WebhookId,
    record::{Change, Event, OfWebhook},
    requests::KeptReply,
    state::State,
};

/// A URL that events are sent to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Webhook {
    pub id: WebhookId,
    /// The URL that events are sent to.
    #[schema(max_length = 2000, example = "https://hr.example.com/hooks/groundwork")]
    pub url: String,
    #[schema(required, max_length = 200)]
    pub description: Option<String>,
    #[schema(min_items = 1, max_items = 50)]
    pub event_types: Vec<EventPattern>,
    pub status: WebhookStatus,
    /// Why it is disabled; null while it is enabled.
    #[schema(required)]
    pub disabled_reason: Option<DisabledReason>,
    #[schema(required)]
    pub disabled_at: Option<DateTime<Utc>>,
    /// The time since which every attempt has failed. Null after a successful attempt.
    #[schema(required)]
    pub failing_since: Option<DateTime<Utc>>,
    /// The secret that signs requests. It is returned only once, by the request that creates it: store it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]
    pub secret: Option<String>,
    /// The time until which requests are also signed with the previous secret.
    #[schema(required)]
    pub previous_secret_until: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The URL and the event types of a new webhook.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateWebhook {
    /// Starts with `https://`. The host must have a public address; what a name resolves to is checked at each
    /// delivery.
    #[schema(max_length = 2000, example = "https://hr.example.com/hooks/groundwork")]
    pub url: String,
    #[schema(max_length = 200)]
    pub description: Option<String>,
    #[schema(min_items = 1, max_items = 50)]
    pub event_types: Vec<EventPattern>,
}

/// A merge patch (RFC 7396) of a webhook.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateWebhook {
    /// Starts with `https://`. The host must have a public address; what a name resolves to is checked at each
    /// delivery.
    #[schema(max_length = 2000)]
    pub url: String,
    #[schema(max_length = 200)]
    pub description: Option<String>,
    #[schema(min_items = 1, max_items = 50)]
    pub event_types: Vec<EventPattern>,
    /// Events that occur while the webhook is disabled are sent once it is enabled again.
    pub status: WebhookStatus,
}

impl Webhook {
    pub(super) fn of(webhook: webhook::Model) -> Result<Self, Problem> {
        let webhook::Model {
            tenant_id: _,
            id,
            url,
            description,
            event_types,
            status,
            disabled_reason,
            disabled_at,
            failing_since,
            secret: _,
            previous_secret: _,
            previous_secret_until,
            feed_position: _,
            feed_event_id: _,
            created_at,
            updated_at,
            version,
        } = webhook;
        Ok(Self {
            id,
            url,
            description,
            event_types: serde_json::from_str(&event_types).map_err(Problem::internal)?,
            status,
            disabled_reason,
            disabled_at,
            failing_since,
            secret: None,
            previous_secret_until,
            created_at,
            updated_at,
            version,
        })
    }

    /// The response that shows the secret, to the request that created it.
    fn with_secret(
        webhook: webhook::Model,
        secret: String,
        reply: impl FnOnce(&Self) -> Result<Reply, Problem>,
    ) -> Result<KeptReply<Self>, Problem> {
        let (id, tag) = (webhook.id, webhook_tag(&webhook));
        let shown = Self { secret: Some(secret.clone()), ..Self::of(webhook)? };
        Ok(KeptReply::new(id, reply(&shown)?.with_etag(tag)).with_secret(secret))
    }
}

/// The entity tag. `failing_since` is part of the representation but does not raise the version, so the tag includes
/// it.
pub(super) fn webhook_tag(webhook: &webhook::Model) -> EntityTag {
    tag(webhook.version, if webhook.failing_since.is_some() { "-failing" } else { "" })
}

/// Loads the webhook and locks its row until the end of the transaction.
pub async fn lock(txn: &Change, id: WebhookId) -> Result<webhook::Model, Problem> {
    Ok(txn.row_for_update::<webhook::Entity>(id).await?.ok_or(WebhookError::NotFound)?)
}

/// List webhooks
///
/// Returns the webhooks of the tenant, oldest first, without their secrets.
#[utoipa::path(
    get,
    path = "/webhooks",
    tag = "webhooks",
    params(Paging),
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "A page of webhooks", body = Page<Webhook>)),
)]
pub async fn list_webhooks(
    caller: Caller<WebhooksManage>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Webhook>, Problem> {
    caller.require(Right::ManageWebhooks)?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let rows = store::list_webhooks(&state.db.reader(caller.tenant), after, limit).await?;
    Page::of(&caller, rows, limit, |webhook| webhook.id, Webhook::of)
}

/// Create a webhook
///
/// Sends new events of the given types to the URL, as CloudEvents 1.0. Each POST is signed as Standard Webhooks
/// specifies, with the `secret` in this response. It is shown only once: store it.
#[utoipa::path(
    post,
    path = "/webhooks",
    tag = "webhooks",
    request_body = CreateWebhook,
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 201, description = "The webhook, enabled, and its secret", body = Webhook)),
)]
pub async fn create_webhook(
    caller: Caller<WebhooksManage>,
    post: Post<CreateWebhook>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    let CreateWebhook { url, description, event_types } = post.input.read()?;
    let faults = rules::check(&url, &event_types, state.webhooks.allow_private);
    if !faults.is_empty() {
        return Err(WebhookError::Invalid(faults).into());
    }
    state
        .change(&caller, post.key, async |txn| {
            let now = txn.now();
            if store::count_webhooks(txn).await? >= rules::MAX_PER_TENANT {
                return Err(WebhookError::TooMany(rules::MAX_PER_TENANT).into());
            }
            let (feed_position, feed_event_id) = events::store::latest_key(txn).await?;
            let (id, secret) = (txn.id(), new_secret().map_err(Problem::internal)?);
            let webhook = webhook::Model {
                tenant_id: caller.tenant,
                id,
                url: rules::normalized(&url),
                description: description.clone(),
                event_types: serde_json::to_string(&event_types).map_err(Problem::internal)?,
                status: WebhookStatus::Enabled,
                disabled_reason: None,
                disabled_at: None,
                failing_since: None,
                secret: seal(&state.secrets, caller.tenant, id, &secret).map_err(Problem::internal)?,
                previous_secret: None,
                previous_secret_until: None,
                feed_position,
                feed_event_id,
                created_at: now,
                updated_at: now,
                version: 1,
            };
            let event = Event::WebhookCreated(OfWebhook { webhook_id: webhook.id });
            let webhook = txn.create(webhook, event);
            let location = format!("/v1/webhooks/{id}");
            Webhook::with_secret(webhook, secret, |shown| Reply::created(location, shown))
        })
        .await
}

/// Read a webhook
///
/// Returns the webhook without its secret.
#[utoipa::path(
    get,
    path = "/webhooks/{webhook_id}",
    tag = "webhooks",
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "The webhook", body = Webhook)),
)]
pub async fn read_webhook(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    let db = state.db.reader(caller.tenant);
    let webhook = db.row::<webhook::Entity>(webhook_id.0).await?.ok_or(WebhookError::NotFound)?;
    let tag = webhook_tag(&webhook);
    Ok(Reply::ok(&Webhook::of(webhook)?)?.with_etag(tag))
}

/// Change a webhook
///
/// Changes the webhook by JSON Merge Patch (RFC 7396). One that is enabled again continues where it stopped, as far as
/// the events are still stored.
#[utoipa::path(
    patch,
    path = "/webhooks/{webhook_id}",
    tag = "webhooks",
    request_body = UpdateWebhook,
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "The webhook, changed", body = Webhook)),
)]
pub async fn update_webhook(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    patch: Patch<UpdateWebhook>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    state
        .update(&caller, async |txn| {
            let webhook = lock(txn, webhook_id.0).await?;
            precondition.check(&webhook_tag(&webhook))?;
            let present = UpdateWebhook {
                url: webhook.url.clone(),
                description: webhook.description.clone(),
                event_types: serde_json::from_str(&webhook.event_types).map_err(Problem::internal)?,
                status: webhook.status,
            };
            let UpdateWebhook { url, description, event_types, status } = patch.apply(&present)?;
            let faults = rules::check(&url, &event_types, state.webhooks.allow_private);
            if !faults.is_empty() {
                return Err(WebhookError::Invalid(faults).into());
            }
            let after = webhook::Model {
                url: rules::normalized(&url),
                description,
                event_types: serde_json::to_string(&event_types).map_err(Problem::internal)?,
                ..webhook.clone()
            };
            let after = match (webhook.status, status) {
                (WebhookStatus::Enabled, WebhookStatus::Disabled) => {
                    rules::disabled(after, DisabledReason::Requested, txn.now())
                }
                (_, WebhookStatus::Enabled) => rules::enabled(after),
                _ => after,
            };
            let event = Event::WebhookUpdated(OfWebhook { webhook_id: webhook.id });
            let after = txn.revise(webhook, after, event)?;
            let tag = webhook_tag(&after);
            Ok(Reply::ok(&Webhook::of(after)?)?.with_etag(tag))
        })
        .await
}

/// Delete a webhook
///
/// Deletes the webhook and its deliveries, including those that have not been sent.
#[utoipa::path(
    delete,
    path = "/webhooks/{webhook_id}",
    tag = "webhooks",
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 204, description = "The webhook has been deleted")),
)]
pub async fn delete_webhook(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    state
        .update(&caller, async |txn| {
            let webhook = lock(txn, webhook_id.0).await?;
            precondition.check(&webhook_tag(&webhook))?;
            let event = Event::WebhookDeleted(OfWebhook { webhook_id: webhook.id });
            txn.remove(webhook, event)?;
            Ok(Reply::no_content())
        })
        .await
}

/// Rotate a webhook's secret
///
/// Creates a new secret, which is shown only in this response. For 24 hours, requests are signed with both the old and
/// the new secret, so that the receiver can change over in that time.
#[utoipa::path(
    post,
    path = "/webhooks/{webhook_id}/rotate-secret",
    tag = "webhooks",
    request_body = Empty,
    security(("bearer" = ["webhooks:manage"])),
    responses((status = 200, description = "The webhook, and its new secret", body = Webhook)),
)]
pub async fn rotate_webhook_secret(
    caller: Caller<WebhooksManage>,
    webhook_id: Path<WebhookId>,
    post: Post<Empty>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageWebhooks)?;
    state
        .change(&caller, post.key, async |txn| {
            let webhook = lock(txn, webhook_id.0).await?;
            let Empty {} = post.input.read()?;
            precondition.check(&webhook_tag(&webhook))?;
            let secret = new_secret().map_err(Problem::internal)?;
            let after = webhook::Model {
                secret: seal(&state.secrets, caller.tenant, webhook.id, &secret)
                    .map_err(Problem::internal)?,
                previous_secret: Some(webhook.secret.clone()),
                previous_secret_until: Some(txn.now() + rules::SECRET_OVERLAP),
                ..webhook.clone()
            };
            let event = Event::WebhookSecretRotated(OfWebhook { webhook_id: webhook.id });
            let after = txn.revise(webhook, after, event)?;
            Webhook::with_secret(after, secret, Reply::ok)
        })
        .await
}
