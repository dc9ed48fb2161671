//! The secrets that sign requests, encrypted in the database.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::store;
use crate::{
    auth::Actor,
    db::{Outcomes, Read},
    entity::webhook,
    ids::{TenantId, WebhookId},
    secrets::{Purpose, SealError, Secrets, key_of},
    state::Core,
};

/// A secret as it is stored.
pub fn seal(
    secrets: &Secrets,
    tenant: TenantId,
    webhook: WebhookId,
    secret: &str,
) -> Result<String, SealError> {
    secrets.seal_text(Purpose::WebhookSecret, &[tenant.0.as_bytes(), webhook.0.as_bytes()], secret)
}

/// A stored secret, decrypted. One that an earlier release has stored is not encrypted yet.
fn open(secrets: &Secrets, webhook: &webhook::Model, stored: &str) -> Result<String, SealError> {
    if key_of(stored).is_none() {
        return Ok(stored.to_owned());
    }
    let context = [webhook.tenant_id.0.as_bytes().as_slice(), webhook.id.0.as_bytes()];
    secrets.open_text(Purpose::WebhookSecret, &context, stored)
}

/// The secrets that sign requests at `now`.
pub fn valid_secrets(
    secrets: &Secrets,
    webhook: &webhook::Model,
    now: DateTime<Utc>,
) -> Result<Vec<String>, SealError> {
    let previous = webhook.previous_secret.as_deref();
    let previous = previous.filter(|_| webhook.previous_secret_until.is_some_and(|until| now < until));
    let stored = [Some(webhook.secret.as_str()), previous].into_iter().flatten();
    stored.map(|stored| open(secrets, webhook, stored)).collect()
}

/// Encrypts, with the key that encrypts now, the secrets of all tenants that are not encrypted with it: those of an
/// earlier release, and those of a replaced key. Returns how many webhooks were changed.
pub async fn encrypt_all(core: &Core) -> Result<u64, DbErr> {
    let mut work = store::tenants_with_webhooks(&core.db).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(encrypt_secrets_of(core, tenant).await)?;
    }
    work.finish()
}

async fn encrypt_secrets_of(core: &Core, tenant: TenantId) -> Result<u64, DbErr> {
    let mut changed = Outcomes::default();
    for id in store::list_ids(&core.db.reader(tenant)).await? {
        changed.record(encrypt_secrets_of_one(core, tenant, id).await)?;
    }
    changed.finish()
}

async fn encrypt_secrets_of_one(core: &Core, tenant: TenantId, id: WebhookId) -> Result<u64, DbErr> {
    let mut txn = core.begin(tenant, Actor::default()).await?;
    if txn.row::<webhook::Entity>(id).await?.is_none_or(|webhook| is_current(core, &webhook)) {
        return Ok(0);
    }
    let Some(before) = txn.row_for_update::<webhook::Entity>(id).await? else { return Ok(0) };
    let after = encrypted(core, &before).map_err(|error| DbErr::Custom(error.to_string()))?;
    // `touch`: the webhook itself does not change.
    txn.touch(before, after)?;
    txn.commit().await?;
    Ok(1)
}

fn is_current(core: &Core, webhook: &webhook::Model) -> bool {
    let stored = [Some(&webhook.secret), webhook.previous_secret.as_ref()];
    stored.into_iter().flatten().all(|stored| core.secrets.is_current(stored))
}

fn encrypted(core: &Core, webhook: &webhook::Model) -> Result<webhook::Model, SealError> {
    let again = |stored: &String| {
        let secret = open(&core.secrets, webhook, stored)?;
        seal(&core.secrets, webhook.tenant_id, webhook.id, &secret)
    };
    Ok(webhook::Model {
        secret: again(&webhook.secret)?,
        previous_secret: webhook.previous_secret.as_ref().map(again).transpose()?,
        ..webhook.clone()
    })
}
