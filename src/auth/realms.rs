//! The realm of the tokens that are accepted: subjects of different realms are different identities.

use std::sync::Arc;

use sea_orm::{DbErr, FromQueryResult};
use tokio::sync::OnceCell;

use crate::{
    clock::Clock,
    db::{Crossing, Database},
};

/// The realm of tokens without a configured issuer, and of the first issuer that is configured: so setting the issuer
/// locks no one out.
pub const DEFAULT: &str = "default";

/// Finds the realm of a configured issuer.
pub struct Realm {
    db: Database,
    clock: Clock,
    /// None if no issuer is configured.
    issuer: Option<String>,
    may_inherit: bool,
    name: OnceCell<Arc<str>>,
}

impl Realm {
    /// The realm of an issuer. `may_inherit` is true of the first one that the settings name.
    pub fn new(db: Database, clock: Clock, issuer: Option<String>, may_inherit: bool) -> Self {
        Self { db, clock, issuer, may_inherit, name: OnceCell::new() }
    }

    /// The realm of the issuer's tokens. It is looked up once.
    pub async fn name(&self) -> Result<Arc<str>, DbErr> {
        let find = async || {
            Ok(match &self.issuer {
                Some(issuer) => realm_of(&self.db, &self.clock, issuer, self.may_inherit).await?.into(),
                None => DEFAULT.into(),
            })
        };
        self.name.get_or_try_init(find).await.cloned()
    }
}

/// The realm of an issuer. An issuer that is new gets one: [`DEFAULT`], if it may inherit that and no other has it, or
/// one of its own name.
pub async fn realm_of(
    db: &Database,
    clock: &Clock,
    issuer: &str,
    may_inherit: bool,
) -> Result<String, DbErr> {
    for name in [None, may_inherit.then_some(DEFAULT), Some(issuer)] {
        if let Some(name) = name {
            let insert =
                "insert into realms (name, issuer, created_at) values ($1, $2, $3) on conflict do nothing";
            let values = [name.into(), issuer.into(), clock.now().into()];
            db.execute_for_installation(Crossing::Realms, insert, values).await?;
        }
        if let Some(realm) = known_realm_of(db, issuer).await? {
            return Ok(realm);
        }
    }
    Err(DbErr::Custom(format!("the issuer {issuer} has the name of another one's realm")))
}

/// The realm that [`realm_of`] would return; nothing is written.
pub async fn future_realm_of(db: &Database, issuer: &str, may_inherit: bool) -> Result<String, DbErr> {
    let rows = list(db).await?;
    let known = rows.iter().find(|row| row.issuer == issuer).map(|row| row.name.clone());
    let is_free = rows.iter().all(|row| row.name != DEFAULT);
    Ok(known.unwrap_or_else(|| if may_inherit && is_free { DEFAULT } else { issuer }.to_owned()))
}

/// The realm of an issuer that has been configured before.
pub async fn known_realm_of(db: &Database, issuer: &str) -> Result<Option<String>, DbErr> {
    Ok(list(db).await?.into_iter().find(|row| row.issuer == issuer).map(|row| row.name))
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    issuer: String,
}

async fn list(db: &Database) -> Result<Vec<Row>, DbErr> {
    db.query_all_tenants(Crossing::Realms, "select name, issuer from realms", []).await
}
