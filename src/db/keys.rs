//! Encryption keys: the one that the database holds, and the ids of those that its values name.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use super::{Crossing, Database};
use crate::secrets::key_of;

/// Selects every encrypted value that must stay readable. Those of stored responses expire within a day, and are left
/// out.
pub(super) const SEALED_VALUES: &str = "select secret from webhooks \
     union all select previous_secret as secret from webhooks where previous_secret is not null";

/// The name of the key that the service makes if the settings name none.
const OWN: &str = "own";

impl Database {
    /// The key that the database holds, in Base64.
    pub async fn own_key(&self) -> Result<Option<String>, DbErr> {
        #[derive(FromQueryResult)]
        struct Row {
            key: String,
        }
        let sql = "select key from installation_keys where name = $1";
        Ok(self.query_all_tenants::<Row>(Crossing::OwnKey, sql, [OWN.into()]).await?.pop().map(|row| row.key))
    }

    /// Stores a key, unless the database has one already.
    pub async fn offer_own_key(&self, key: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
        let sql = "insert into installation_keys (name, key, created_at) values ($1, $2, $3) \
             on conflict (name) do nothing";
        self.execute_for_installation(Crossing::OwnKey, sql, [OWN.into(), key.into(), now.into()]).await
    }

    /// The ids of the keys that values of the database name.
    pub async fn keys_in_use(&self) -> Result<BTreeSet<String>, DbErr> {
        #[derive(FromQueryResult)]
        struct Row {
            secret: String,
        }
        let rows = self.query_all_tenants::<Row>(Crossing::KeysInUse, SEALED_VALUES, []).await?;
        Ok(rows.iter().filter_map(|row| key_of(&row.secret)).map(str::to_owned).collect())
    }
}
