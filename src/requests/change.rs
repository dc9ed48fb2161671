//! Executes the changes of handlers, each in one transaction, and at most once per `Idempotency-Key`.
//!
//! The response to a request with a key is stored in the same transaction as its changes. For 24 hours, the same
//! request gets the stored response.

use actix_web::{
    HttpRequest,
    http::{StatusCode, header::EntityTag},
};
use chrono::{DateTime, Duration, Utc};
use sea_orm::DbErr;

use crate::{
    auth::Identity,
    db::{self, Database, Read},
    entity::idempotency_record,
    http::{
        IdempotencyKey, Problem, ProblemKind, Reply,
        idempotency::{Fingerprint, Keyed, key_of},
    },
    record::Change,
    state::{Held, State},
};

/// How long responses are stored.
const RETENTION: Duration = Duration::hours(24);

/// What a change does against concurrent changes of the rows that it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locking {
    /// Reads without row locks. The write fails if the version of a row has changed since; the change then runs again,
    /// with locks.
    Optimistic,
    /// Locks rows as it reads them.
    Locked,
}

/// The result of a transaction that no rule refused.
enum Outcome {
    Done(Reply),
    /// A row has changed since it was read: the transaction was rolled back.
    VersionConflict,
}

impl Outcome {
    /// The response of a change that is not tried again.
    fn done(self) -> Result<Reply, Problem> {
        match self {
            Self::Done(answer) => Ok(answer),
            Self::VersionConflict => Err(DbErr::RecordNotUpdated.into()),
        }
    }
}

impl State {
    /// Begins a transaction for a change by the caller.
    pub async fn begin_for(&self, caller: &Identity) -> Result<Change, DbErr> {
        self.core.begin(caller.tenant, caller.person).await
    }

    /// Runs `change` in a transaction: committed if `change` returns a response, rolled back if it returns a problem.
    /// With a key, returns the stored response of an earlier request instead.
    pub async fn change<F>(&self, caller: &Identity, key: IdempotencyKey, change: F) -> Result<Reply, Problem>
    where
        F: AsyncFnOnce(&mut Change) -> Result<Reply, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        self.run_once(caller, &key, change).await?.done()
    }

    /// As [`State::change`], but first without row locks, which saves round trips to the database. After a version
    /// conflict, `change` runs a second time, with locks. For changes of few rows that are rarely changed concurrently.
    pub async fn change_optimistically<F>(
        &self,
        caller: &Identity,
        key: IdempotencyKey,
        change: F,
    ) -> Result<Reply, Problem>
    where
        F: AsyncFn(&mut Change, Locking) -> Result<Reply, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        let first = self.run_once(caller, &key, async |txn| change(txn, Locking::Optimistic).await).await?;
        match first {
            Outcome::Done(answer) => Ok(answer),
            Outcome::VersionConflict => {
                self.run_once(caller, &key, async |txn| change(txn, Locking::Locked).await).await?.done()
            }
        }
    }

    /// One try of a change.
    async fn run_once<F>(
        &self,
        caller: &Identity,
        IdempotencyKey(keyed): &IdempotencyKey,
        change: F,
    ) -> Result<Outcome, Problem>
    where
        F: AsyncFnOnce(&mut Change) -> Result<Reply, Problem>,
    {
        let mut txn = self.begin_for(caller).await?;
        if let Some(keyed) = keyed
            && let Some(answer) = stored_answer(&mut txn, caller, keyed).await?
        {
            return Ok(Outcome::Done(answer));
        }
        let answer = change(&mut txn).await?;
        commit(txn, caller, keyed.as_ref(), answer).await
    }

    /// Begins a request that runs in several transactions while its body arrives.
    pub async fn begin_streaming<'a>(
        &'a self,
        caller: &'a Identity,
        request: &HttpRequest,
    ) -> Result<StreamingRequest<'a>, Problem> {
        let Some(key) = key_of(request)? else { return Ok(StreamingRequest { caller, keyed: None }) };
        let held = self.hold(caller, &key)?;
        let stored = find_record(&self.db.reader(caller.tenant), caller, &key).await?;
        let stored = stored.filter(|record| record.expires_at > self.clock.now());
        let keyed = StreamingKey { _held: held, key, fingerprint: Fingerprint::begin(request), stored };
        Ok(StreamingRequest { caller, keyed: Some(keyed) })
    }

    fn hold_key(
        &self,
        caller: &Identity,
        IdempotencyKey(keyed): &IdempotencyKey,
    ) -> Result<Option<Held<'_>>, Problem> {
        keyed.as_ref().map(|keyed| self.hold(caller, &keyed.key)).transpose()
    }

    /// Refuses with 409 if a request with the same key is running in this process.
    fn hold(&self, caller: &Identity, key: &str) -> Result<Held<'_>, Problem> {
        let key = (caller.tenant, caller.key().to_owned(), key.to_owned());
        self.in_flight.hold(key).ok_or_else(in_progress)
    }
}

/// Commits a change; with a key, stores the response in the same transaction.
async fn commit(
    mut txn: Change,
    caller: &Identity,
    keyed: Option<&Keyed>,
    answer: Reply,
) -> Result<Outcome, Problem> {
    if let Some(Keyed { key, fingerprint }) = keyed {
        let expires_at = txn.now() + RETENTION;
        txn.insert(idempotency_record::Model {
            tenant_id: caller.tenant,
            caller: caller.key().to_owned(),
            key: key.clone(),
            fingerprint: fingerprint.clone(),
            status: answer.status.as_u16().into(),
            location: answer.location.clone(),
            etag: answer.etag.as_ref().map(|etag| etag.tag().to_owned()),
            body: answer.body.clone().unwrap_or_default(),
            expires_at,
        });
    }
    match txn.commit().await {
        Ok(()) => Ok(Outcome::Done(answer)),
        Err(DbErr::RecordNotUpdated) => Ok(Outcome::VersionConflict),
        // Another process has committed the same request first. The client's next try gets its response.
        Err(error) if db::violates(&error, "idempotency_records_pk", "idempotency_records.") => {
            Err(in_progress())
        }
        Err(error) => Err(error.into()),
    }
}

/// A request that runs in several transactions while its body arrives. Its response is stored in the last one.
pub struct StreamingRequest<'a> {
    caller: &'a Identity,
    /// None if the request has no `Idempotency-Key`.
    keyed: Option<StreamingKey<'a>>,
}

struct StreamingKey<'a> {
    _held: Held<'a>,
    key: String,
    /// Of the part of the body that has been read.
    fingerprint: Fingerprint,
    /// The response to an earlier request with this key.
    stored: Option<idempotency_record::Model>,
}

impl StreamingRequest<'_> {
    /// Adds the next bytes of the body to the fingerprint.
    pub fn read(&mut self, bytes: &[u8]) {
        if let Some(keyed) = &mut self.keyed {
            keyed.fingerprint.update(bytes);
        }
    }

    /// Whether a response is stored for the key. The body is then read only to compare its fingerprint.
    pub fn is_answered(&self) -> bool {
        self.keyed.as_ref().is_some_and(|keyed| keyed.stored.is_some())
    }

    /// The stored response, if there is one. To be called after the whole body has been read.
    pub fn replay(&mut self) -> Result<Option<Reply>, Problem> {
        let Some(keyed) = &mut self.keyed else { return Ok(None) };
        let Some(stored) = keyed.stored.take() else { return Ok(None) };
        replay(stored, &keyed.fingerprint.clone().finish()).map(Some)
    }

    /// Commits the last transaction, and stores the response in it.
    pub async fn finish(self, mut txn: Change, answer: Reply) -> Result<Reply, Problem> {
        let Self { caller, keyed } = self;
        // The key stays held until the commit.
        let (_held, keyed) = match keyed {
            Some(StreamingKey { _held, key, fingerprint, .. }) => {
                (Some(_held), Some(Keyed { key, fingerprint: fingerprint.finish() }))
            }
            None => (None, None),
        };
        if let Some(keyed) = &keyed
            && let Some(stored) = stored_answer(&mut txn, caller, keyed).await?
        {
            return Ok(stored);
        }
        commit(txn, caller, keyed.as_ref(), answer).await?.done()
    }
}

/// The response stored for a key, if it has not expired. Deletes an expired one.
async fn stored_answer(txn: &mut Change, caller: &Identity, keyed: &Keyed) -> Result<Option<Reply>, Problem> {
    let Some(record) = find_record(txn, caller, &keyed.key).await? else { return Ok(None) };
    if record.expires_at <= txn.now() {
        txn.delete(record)?;
        // Writes are buffered. The deletion must be sent before the new response is inserted under the same key.
        txn.flush().await?;
        return Ok(None);
    }
    replay(record, &keyed.fingerprint).map(Some)
}

async fn find_record(
    db: &impl Read,
    caller: &Identity,
    key: &str,
) -> Result<Option<idempotency_record::Model>, DbErr> {
    db.row::<idempotency_record::Entity>((caller.key().to_owned(), key.to_owned())).await
}

/// Deletes the expired responses of all tenants, and returns how many.
pub async fn delete_expired_answers(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    db.execute_for_all_tenants("delete from idempotency_records where expires_at < $1", [now.into()]).await
}

/// The stored response. Refuses with 422 if it belongs to another request with the same key.
fn replay(record: idempotency_record::Model, fingerprint: &str) -> Result<Reply, Problem> {
    if record.fingerprint != fingerprint {
        return Err(Problem::of(ProblemKind::IdempotencyKeyReused));
    }
    let status = u16::try_from(record.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok(Reply::replay(
        status.unwrap_or(StatusCode::OK),
        record.body,
        record.etag.map(EntityTag::new_strong),
        record.location,
    ))
}

fn in_progress() -> Problem {
    Problem::passing(
        ProblemKind::RequestInProgress,
        "the same request is still running; send it again in a second",
    )
}
