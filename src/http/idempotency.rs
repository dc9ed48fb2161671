//! Changes, each carried out once: the one way in which handlers write.
//!
//! A request with an `Idempotency-Key` leaves its answer in the transaction of its effect, and the
//! same request gets that answer again for 24 hours.

use std::{
    collections::HashSet,
    fmt::Write as _,
    sync::{Arc, Mutex, PoisonError},
};

use actix_web::{
    HttpRequest,
    http::{StatusCode, header::EntityTag},
};
use chrono::Duration;
use sea_orm::DbErr;
use sha2::{Digest, Sha256};

use super::{
    answer::Answer,
    problem::{Kind, Problem},
};
use crate::{
    auth::Identity,
    db::{self, Transaction},
    entity::idempotency_record,
    ids::TenantId,
    state::State,
};

/// How long answers are kept.
const KEPT: Duration = Duration::hours(24);

/// How a request is recognised when it comes again.
#[derive(Debug)]
pub struct Retry(Option<Keyed>);

#[derive(Debug)]
struct Keyed {
    key: String,
    fingerprint: String,
}

impl Retry {
    /// For what does not come again under a key: PATCH and DELETE, which `If-Match` makes safe.
    pub fn none() -> Self {
        Self(None)
    }

    /// The key of `request`, whose body is `body`.
    pub fn of(request: &HttpRequest, body: &[u8]) -> Result<Self, Problem> {
        let Some(key) = request.headers().get("Idempotency-Key") else { return Ok(Self(None)) };
        let key = key.to_str().ok().filter(|key| (1..=255).contains(&key.len())).ok_or_else(|| {
            Problem::new(Kind::InvalidHeader, "Idempotency-Key must have 1 to 255 visible ASCII characters")
        })?;
        let mut hash = Sha256::new();
        for part in [request.method().as_str().as_bytes(), request.uri().to_string().as_bytes(), body] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Ok(Self(Some(Keyed { key: key.to_owned(), fingerprint: hex(&hash.finalize()) })))
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The keys of requests that are being carried out in this process.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashSet<(TenantId, String, String)>>>);

/// Holds a key until it is dropped.
struct Held<'a> {
    keys: &'a InFlight,
    key: (TenantId, String, String),
}

impl InFlight {
    fn hold(&self, key: (TenantId, String, String)) -> Option<Held<'_>> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(key.clone()).then_some(Held { keys: self, key })
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

impl State {
    /// Carries out a change in one transaction, which is committed when `change` answers and undone
    /// when it refuses. With a key, at most once.
    pub async fn change<F>(&self, caller: &Identity, retry: Retry, change: F) -> Result<Answer, Problem>
    where
        F: AsyncFnOnce(&mut Transaction) -> Result<Answer, Problem>,
    {
        let Retry(Some(Keyed { key, fingerprint })) = retry else {
            let mut txn = self.db.begin(caller.tenant).await?;
            let answer = change(&mut txn).await?;
            txn.commit().await?;
            return Ok(answer);
        };
        let _held = self
            .in_flight
            .hold((caller.tenant, caller.key().to_owned(), key.clone()))
            .ok_or_else(in_progress)?;
        let mut txn = self.db.begin(caller.tenant).await?;
        if let Some(answer) = recorded(&mut txn, caller, &key, &fingerprint, self.clock.now()).await? {
            return Ok(answer);
        }
        let answer = change(&mut txn).await?;
        txn.insert(idempotency_record::Model {
            tenant_id: caller.tenant,
            caller: caller.key().to_owned(),
            key,
            fingerprint,
            status: answer.status.as_u16().into(),
            location: answer.location.clone(),
            etag: answer.etag.as_ref().map(|etag| etag.tag().to_owned()),
            body: answer.body.clone().unwrap_or_default(),
            expires_at: self.clock.now() + KEPT,
        });
        txn.commit().await.map_err(|error: DbErr| {
            // Another replica was quicker; its answer is replayed at the next try.
            if db::violates(&error, "idempotency_records_pk", "idempotency_records.") {
                in_progress()
            } else {
                error.into()
            }
        })?;
        Ok(answer)
    }
}

async fn recorded(
    txn: &mut Transaction,
    caller: &Identity,
    key: &str,
    fingerprint: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Answer>, Problem> {
    let sql = "select * from idempotency_records where tenant_id = $1 and caller = $2 and key = $3";
    let found = txn.find::<idempotency_record::Model>(sql, [caller.key().into(), key.into()]).await?;
    let Some(record) = found else { return Ok(None) };
    if record.expires_at <= now {
        let sql = "delete from idempotency_records where tenant_id = $1 and caller = $2 and key = $3";
        txn.execute(sql, [caller.key().into(), key.into()]).await?;
        return Ok(None);
    }
    if record.fingerprint != fingerprint {
        return Err(Problem::of(Kind::IdempotencyKeyReused));
    }
    let status = u16::try_from(record.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok(Some(Answer::replay(
        status.unwrap_or(StatusCode::OK),
        record.body,
        record.etag.map(EntityTag::new_strong),
        record.location,
    )))
}

fn in_progress() -> Problem {
    Problem::passing(
        Kind::RequestInProgress,
        "the same request is being carried out; send it again in a second",
    )
}
