//! Queries about webhooks and deliveries.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::{Conditions, Crossing, Database, Locked, Read, TenantWork},
    entity::{
        columns,
        delivery::{self, DeliveryStatus},
        delivery_attempt, webhook,
    },
    ids::{DeliveryId, TenantId, WebhookId, first_at},
    record::Change,
};

#[derive(FromQueryResult)]
struct Id {
    id: WebhookId,
}

/// The tenants that have enabled webhooks.
pub async fn tenants_with_enabled_webhooks(db: &Database) -> Result<TenantWork, DbErr> {
    let sql = "select distinct tenant_id from webhooks where status = 'enabled'";
    db.work_on_tenants_where(Crossing::EnabledWebhooks, sql, []).await
}

/// The tenants that have webhooks.
pub async fn tenants_with_webhooks(db: &Database) -> Result<TenantWork, DbErr> {
    db.work_on_tenants_where(Crossing::Webhooks, "select distinct tenant_id from webhooks", []).await
}

pub async fn count_webhooks(db: &impl Read) -> Result<i64, DbErr> {
    db.count("select count(*) as number from webhooks where tenant_id = $1", []).await
}

/// Up to `limit + 1` webhooks with ids after `after`, oldest first.
pub async fn list_webhooks(
    db: &impl Read,
    after: Option<WebhookId>,
    limit: u32,
) -> Result<Vec<webhook::Model>, DbErr> {
    let w = columns::<webhook::Entity>("w");
    let mut sql = Conditions::new(&format!("select {w} from webhooks w where w.tenant_id = $1"), []);
    sql.and_if("w.id > ?", after);
    sql.page("w.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// The ids of all webhooks of a tenant.
pub async fn list_ids(db: &impl Read) -> Result<Vec<WebhookId>, DbErr> {
    let sql = "select w.id from webhooks w where w.tenant_id = $1";
    Ok(db.list::<Id>(sql, []).await?.into_iter().map(|row| row.id).collect())
}

/// All enabled webhooks of a tenant.
pub async fn list_enabled(db: &impl Read) -> Result<Vec<webhook::Model>, DbErr> {
    let w = columns::<webhook::Entity>("w");
    let sql =
        format!("select {w} from webhooks w where w.tenant_id = $1 and w.status = 'enabled' order by w.id");
    db.list(&sql, []).await
}

/// The enabled webhooks of a tenant that have due deliveries.
pub async fn webhooks_with_deliveries(db: &impl Read, now: DateTime<Utc>) -> Result<Vec<WebhookId>, DbErr> {
    let sql = "select w.id from webhooks w where w.tenant_id = $1 and w.status = 'enabled' and exists ( \
         select 1 from deliveries d where d.tenant_id = $1 \
             and d.webhook_id = w.id and d.next_attempt_at <= $2)";
    Ok(db.list::<Id>(sql, [now.into()]).await?.into_iter().map(|row| row.id).collect())
}

/// Up to `limit` due deliveries of a webhook, with row locks. Skips rows that another process has locked.
pub async fn lock_due_deliveries(
    txn: &Change,
    webhook: WebhookId,
    now: DateTime<Utc>,
    limit: usize,
) -> Result<Vec<delivery::Model>, DbErr> {
    let d = columns::<delivery::Entity>("d");
    let sql = format!(
        "select {d} from deliveries d where d.tenant_id = $1 and d.webhook_id = $2 and d.next_attempt_at <= $3 \
         order by d.next_attempt_at, d.id limit {limit}"
    );
    txn.list_for_update(&sql, [webhook.into(), now.into()], "d", Locked::Skip).await
}

/// Loads the delivery and locks its row until the end of the transaction.
pub async fn lock_delivery(
    txn: &Change,
    webhook: WebhookId,
    id: DeliveryId,
) -> Result<Option<delivery::Model>, DbErr> {
    let delivery = txn.row_for_update::<delivery::Entity>(id).await?;
    Ok(delivery.filter(|delivery| delivery.webhook_id == webhook))
}

/// Up to `limit + 1` deliveries of a webhook with ids before `before`, latest first.
pub async fn list_deliveries(
    db: &impl Read,
    webhook: WebhookId,
    status: Option<DeliveryStatus>,
    before: Option<DeliveryId>,
    limit: u32,
) -> Result<Vec<delivery::Model>, DbErr> {
    let d = columns::<delivery::Entity>("d");
    let select = format!("select {d} from deliveries d where d.tenant_id = $1 and d.webhook_id = $2");
    let mut sql = Conditions::new(&select, [webhook.into()]);
    sql.and_if("d.status = ?", status);
    sql.and_if("d.id < ?", before);
    sql.page("d.id desc", limit);
    db.list(&sql.sql, sql.values).await
}

/// The attempts of some deliveries, by delivery, oldest first.
pub async fn list_attempts(
    db: &impl Read,
    deliveries: impl IntoIterator<Item = DeliveryId>,
) -> Result<HashMap<DeliveryId, Vec<delivery_attempt::Model>>, DbErr> {
    let a = columns::<delivery_attempt::Entity>("a");
    let mut sql = Conditions::new(&format!("select {a} from delivery_attempts a where a.tenant_id = $1"), []);
    sql.and_one_of("a.delivery_id", deliveries);
    sql.sql.push_str(" order by a.id");
    let mut attempts: HashMap<_, Vec<delivery_attempt::Model>> = HashMap::new();
    for attempt in db.list::<delivery_attempt::Model>(&sql.sql, sql.values).await? {
        attempts.entry(attempt.delivery_id).or_default().push(attempt);
    }
    Ok(attempts)
}

/// Makes the deliveries of a webhook that were created at or after `since` pending again, and returns how many.
pub async fn redeliver_since(
    txn: &mut Change,
    webhook: WebhookId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let sql = "update deliveries set status = 'pending', tries = 0, next_attempt_at = $4, delivered_at = null \
         where tenant_id = $1 and webhook_id = $2 and created_at >= $3";
    let values = [webhook.into(), since.into(), txn.now().into()];
    txn.execute(sql, values).await
}

/// Deletes the deliveries of all tenants that are not pending and were created before what `before` says of the tenant.
/// Returns how many.
pub async fn delete_expired_deliveries(
    db: &Database,
    before: impl Fn(TenantId) -> DateTime<Utc>,
) -> Result<u64, DbErr> {
    let mut work = tenants_with_webhooks(db).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(delete_expired_of(db, tenant, before(tenant)).await)?;
    }
    work.finish()
}

/// By id, as no index has the time: all deliveries of the tenant would be read while no one else may write.
const EXPIRED: &str = "delete from deliveries where tenant_id = $1 and id < $2 and status <> 'pending'";

async fn delete_expired_of(db: &Database, tenant: TenantId, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let mut txn = db.begin(tenant).await?;
    let deleted = txn.execute(EXPIRED, [first_at::<DeliveryId>(before).into()]).await?;
    txn.commit().await?;
    Ok(deleted)
}

#[cfg(test)]
mod tests {
    use migration::{Migrator, MigratorTrait as _};

    use super::*;
    use crate::db::query_plan;

    #[tokio::test]
    async fn old_deliveries_are_found_by_their_ids() {
        let db = sea_orm::Database::connect("sqlite::memory:").await.unwrap();
        Migrator::up(&db, None).await.unwrap();

        let steps = query_plan(&db, EXPIRED).await;

        let found = "SEARCH deliveries USING INDEX sqlite_autoindex_deliveries_1 (tenant_id=? AND id<?)";
        assert_eq!(steps.first().map(String::as_str), Some(found));
    }
}
