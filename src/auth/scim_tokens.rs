//! Long-lived tokens with which an identity provider calls SCIM, and nothing else.
//!
//! A token is random and names its tenant, so it is verified by one look-up among that tenant's tokens, by its SHA-256,
//! which alone is stored. It is looked up with every request: a token that is revoked is refused at once.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, FromQueryResult};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    claims::{Claims, PersonName},
    error::TokenError,
    scope::{Scim, Scope as _},
};
use crate::{
    db::{Database, Read as _},
    entity::{columns, scim_token},
    http::{Problem, idempotency::hex},
    ids::{Ids, ScimTokenId, TenantId},
    names::{MAX_NAME, is_name},
};

/// What every token begins with, so that scanners of source code can recognise one.
const PREFIX: &str = "gws_";
/// Bytes of the tenant's id, and of the random part.
const TENANT: usize = 16;
const RANDOM: usize = 32;

/// Whether a bearer token is one for SCIM. A JWT has no underscore before its first dot.
pub fn is_scim_token(token: &str) -> bool {
    token.starts_with(PREFIX)
}

/// Finds the tokens of all tenants.
pub struct ScimTokens(Database);

#[derive(FromQueryResult)]
struct Found {
    id: ScimTokenId,
    tenant: String,
    revoked_at: Option<DateTime<Utc>>,
    last_used_on: Option<NaiveDate>,
}

impl ScimTokens {
    pub fn new(db: Database) -> Self {
        Self(db)
    }

    /// What a token stands for: a service of its tenant with the scope of SCIM alone.
    pub async fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Arc<Claims>, Problem> {
        let tenant = tenant_of(token).ok_or(TokenError::UnknownScimToken)?;
        let sql = "select k.id, t.name as tenant, k.revoked_at, k.last_used_on from scim_tokens k \
             join tenants t on t.id = k.tenant_id where k.tenant_id = $1 and k.digest = $2";
        let found: Option<Found> = self.0.reader(tenant).find(sql, [digest(token).into()]).await?;
        let found = found.filter(|found| found.revoked_at.is_none()).ok_or(TokenError::UnknownScimToken)?;
        let today = now.date_naive();
        if found.last_used_on.is_none_or(|last| last < today) {
            let mut txn = self.0.begin(tenant).await?;
            let used = "update scim_tokens set last_used_on = $2 where tenant_id = $1 and id = $3";
            txn.execute(used, [today.into(), found.id.into()]).await?;
            txn.commit().await?;
        }
        Ok(Arc::new(Claims {
            tenant: found.tenant,
            issuer: None,
            // Of the first issuer, whose realm no identity of such a token is looked for in.
            place: 0,
            subject: found.id.to_string(),
            person: PersonName::Missing,
            service: true,
            hr_admin: false,
            roles: Vec::new(),
            scopes: Scim::NAME.into_iter().map(str::to_owned).collect(),
            expires_at: i64::MAX,
            not_before: None,
        }))
    }
}

/// The tenant that a token names; none for what cannot be a token.
fn tenant_of(token: &str) -> Option<TenantId> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(token.strip_prefix(PREFIX)?).ok()?;
    let (tenant, random) = bytes.split_at_checked(TENANT)?;
    (random.len() == RANDOM).then(|| Uuid::from_slice(tenant).ok().map(TenantId)).flatten()
}

fn digest(token: &str) -> String {
    hex(&Sha256::digest(token))
}

/// Makes a token of a tenant, which is added if it is new. Returns the token: it is not stored, and cannot be read
/// again.
pub async fn create(
    db: &Database,
    ids: &Ids,
    tenant: &str,
    name: &str,
    now: DateTime<Utc>,
) -> Result<(ScimTokenId, String), CreateError> {
    if !is_name(tenant, MAX_NAME) {
        return Err(CreateError::Tenant);
    }
    let tenant_id = TenantId::of(tenant);
    let mut bytes = tenant_id.0.as_bytes().to_vec();
    bytes.resize(TENANT + RANDOM, 0);
    getrandom::fill(bytes.get_mut(TENANT..).unwrap_or_default())?;
    let token = format!("{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(&bytes));
    let id = ids.next();
    let mut txn = db.begin(tenant_id).await?;
    txn.lock_tenant(tenant, now, false).await?;
    txn.insert(scim_token::Model {
        tenant_id,
        id,
        name: name.to_owned(),
        digest: digest(&token),
        created_at: now,
        revoked_at: None,
        last_used_on: None,
    });
    txn.commit().await?;
    Ok((id, token))
}

/// Why a token is not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    #[error("a tenant's name has 1 to {MAX_NAME} visible characters")]
    Tenant,
    #[error("the operating system gives no random numbers: {0}")]
    Random(#[from] getrandom::Error),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The tokens of a tenant, in the order in which they were made.
pub async fn list(db: &Database, tenant: TenantId) -> Result<Vec<scim_token::Model>, DbErr> {
    let columns = columns::<scim_token::Entity>("k");
    let sql = format!("select {columns} from scim_tokens k where k.tenant_id = $1 order by k.id");
    db.reader(tenant).list(&sql, []).await
}

/// Revokes a token at once. False if the tenant has no such token, or it was revoked before.
pub async fn revoke(
    db: &Database,
    tenant: TenantId,
    id: ScimTokenId,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let mut txn = db.begin(tenant).await?;
    let sql =
        "update scim_tokens set revoked_at = $2 where tenant_id = $1 and id = $3 and revoked_at is null";
    let revoked = txn.execute(sql, [now.into(), id.into()]).await?;
    txn.commit().await?;
    Ok(revoked == 1)
}
