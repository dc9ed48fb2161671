//! How repeated requests read the webhook or the delivery that their response shows.

use super::{
    api::{Webhook, webhook_tag},
    deliveries::{Redelivered, WebhookDelivery},
    error::WebhookError,
    store,
};
use crate::{
    auth::{Identity, permissions::Right, scope::WebhooksManage},
    db::Read,
    entity::{delivery, webhook},
    http::{Problem, Reply},
    ids::{DeliveryId, WebhookId},
    requests::{Details, Kept},
    state::State,
};

/// The webhook, if the caller may manage it.
async fn find(db: &impl Read, caller: &Identity, id: WebhookId) -> Result<webhook::Model, Problem> {
    caller.require(Right::ManageWebhooks)?;
    Ok(db.row::<webhook::Entity>(id).await?.ok_or(WebhookError::NotFound)?)
}

impl Kept for Webhook {
    const KIND: &'static str = "webhook";

    type Scope = WebhooksManage;
    type Id = WebhookId;

    /// The webhook, and the secret that the first response showed.
    async fn read(
        state: &State,
        caller: &Identity,
        id: WebhookId,
        details: Details,
    ) -> Result<Reply, Problem> {
        let webhook = find(&state.db.reader(caller.tenant), caller, id).await?;
        let tag = webhook_tag(&webhook);
        Ok(Reply::ok(&Self { secret: details.secret, ..Self::of(webhook)? })?.with_etag(tag))
    }
}

impl Kept for WebhookDelivery {
    const KIND: &'static str = "delivery";

    type Scope = WebhooksManage;
    type Id = (WebhookId, DeliveryId);

    /// A delivery as the webhook's list shows it.
    async fn read(
        state: &State,
        caller: &Identity,
        (webhook, id): Self::Id,
        _: Details,
    ) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        find(&db, caller, webhook).await?;
        let delivery = db.row::<delivery::Entity>(id).await?.ok_or(WebhookError::NoDelivery)?;
        let attempts = store::list_attempts(&db, [id]).await?.remove(&id).unwrap_or_default();
        Reply::ok(&Self::of(delivery, attempts))
    }
}

impl Kept for Redelivered {
    const KIND: &'static str = "redelivery";

    type Scope = WebhooksManage;
    type Id = WebhookId;

    /// The count, as long as the webhook exists.
    async fn read(
        state: &State,
        caller: &Identity,
        id: WebhookId,
        details: Details,
    ) -> Result<Reply, Problem> {
        find(&state.db.reader(caller.tenant), caller, id).await?;
        let result: Self =
            serde_json::from_str(&details.json.unwrap_or_default()).map_err(Problem::internal)?;
        Reply::ok(&result)
    }
}
