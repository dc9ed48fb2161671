//! The realm of the tokens that are accepted: subjects of different realms are different identities.

use std::sync::Arc;

use sea_orm::{DbErr, FromQueryResult};
use tokio::sync::OnceCell;

use crate::{
    clock::Clock,
    db::{Crossing, Database},
};

/// The realm of tokens without a configured issuer, and of the first issuer that is configured: so setting the issuer
/// locks nobody out.
pub const DEFAULT: &str = "default";

/// Finds the realm of the configured issuer.
pub struct Realms {
    db: Database,
    clock: Clock,
    issuer: Option<String>,
    realm: OnceCell<Arc<str>>,
}

impl Realms {
    pub fn new(db: Database, clock: Clock, issuer: Option<String>) -> Self {
        Self { db, clock, issuer, realm: OnceCell::new() }
    }

    /// The realm of every token that is accepted. It is looked up once.
    pub async fn current(&self) -> Result<Arc<str>, DbErr> {
        let find = async || {
            Ok(match &self.issuer {
                Some(issuer) => realm_of(&self.db, &self.clock, issuer).await?.into(),
                None => DEFAULT.into(),
            })
        };
        self.realm.get_or_try_init(find).await.cloned()
    }
}

/// The realm of an issuer. An issuer that is new gets one: the first inherits [`DEFAULT`], others have their own name.
pub async fn realm_of(db: &Database, clock: &Clock, issuer: &str) -> Result<String, DbErr> {
    for name in [None, Some(DEFAULT), Some(issuer)] {
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

/// The realm of an issuer that has been configured before.
pub async fn known_realm_of(db: &Database, issuer: &str) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        name: String,
    }
    let sql = "select name from realms where issuer = $1";
    let rows = db.query_all_tenants::<Row>(Crossing::Realms, sql, [issuer.into()]).await?;
    Ok(rows.into_iter().next().map(|row| row.name))
}
