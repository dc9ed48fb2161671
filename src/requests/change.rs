//! Changes, each carried out once: the one way in which handlers write.
//!
//! A request with an `Idempotency-Key` leaves its answer in the transaction of its effect, and the same request gets
//! that answer again for 24 hours.

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

/// How long answers are kept.
const KEPT: Duration = Duration::hours(24);

/// How a change keeps others from changing what it has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locking {
    /// Not at all: the write fails if a row has changed since, and the change is made again with locks.
    Optimistic,
    /// By locking rows as they are read.
    Locked,
}

/// What became of a change that was not refused.
enum Outcome {
    Done(Reply),
    /// A row had changed since it was read: nothing was written.
    Overtaken,
}

impl State {
    /// Begins a change that the caller makes.
    pub async fn begin_for(&self, caller: &Identity) -> Result<Change, DbErr> {
        self.core.begin(caller.tenant, caller.person).await
    }

    /// Carries out a change in one transaction, which is committed when `change` answers and undone
    /// when it refuses. With a key, at most once.
    pub async fn change<F>(&self, caller: &Identity, key: IdempotencyKey, change: F) -> Result<Reply, Problem>
    where
        F: AsyncFnOnce(&mut Change) -> Result<Reply, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        match self.carry_out(caller, &key, change).await? {
            Outcome::Done(answer) => Ok(answer),
            Outcome::Overtaken => Err(DbErr::RecordNotUpdated.into()),
        }
    }

    /// As [`State::change`], for a change of few rows that others rarely change too. It is made without locks first,
    /// and again with locks if another change was quicker, so `change` may run twice.
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
        let first = self.carry_out(caller, &key, async |txn| change(txn, Locking::Optimistic).await).await?;
        let outcome = match first {
            Outcome::Overtaken => {
                self.carry_out(caller, &key, async |txn| change(txn, Locking::Locked).await).await?
            }
            done => done,
        };
        match outcome {
            Outcome::Done(answer) => Ok(answer),
            Outcome::Overtaken => Err(DbErr::RecordNotUpdated.into()),
        }
    }

    async fn carry_out<F>(
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
            && let Some(answer) = recorded(&mut txn, caller, keyed).await?
        {
            return Ok(Outcome::Done(answer));
        }
        let answer = change(&mut txn).await?;
        commit(txn, caller, keyed.as_ref(), answer).await
    }

    /// Begins a request that is carried out in several transactions, while its body arrives.
    pub async fn begin_streamed<'a>(
        &'a self,
        caller: &'a Identity,
        request: &HttpRequest,
    ) -> Result<Streamed<'a>, Problem> {
        let Some(key) = key_of(request)? else { return Ok(Streamed { caller, retry: None }) };
        let held = self.hold(caller, &key)?;
        let earlier = find_record(&self.db.reader(caller.tenant), caller, &key).await?;
        let earlier = earlier.filter(|record| record.expires_at > self.clock.now());
        let retry = StreamedRetry { _held: held, key, fingerprint: Fingerprint::begin(request), earlier };
        Ok(Streamed { caller, retry: Some(retry) })
    }

    fn hold_key(
        &self,
        caller: &Identity,
        IdempotencyKey(keyed): &IdempotencyKey,
    ) -> Result<Option<Held<'_>>, Problem> {
        keyed.as_ref().map(|keyed| self.hold(caller, &keyed.key)).transpose()
    }

    fn hold(&self, caller: &Identity, key: &str) -> Result<Held<'_>, Problem> {
        let key = (caller.tenant, caller.key().to_owned(), key.to_owned());
        self.in_flight.hold(key).ok_or_else(in_progress)
    }
}

/// Commits a change, with its answer where the request has a key.
async fn commit(
    mut txn: Change,
    caller: &Identity,
    keyed: Option<&Keyed>,
    answer: Reply,
) -> Result<Outcome, Problem> {
    if let Some(Keyed { key, fingerprint }) = keyed {
        let expires_at = txn.now() + KEPT;
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
        Err(DbErr::RecordNotUpdated) => Ok(Outcome::Overtaken),
        // Another replica was quicker; its answer is replayed at the next try.
        Err(error) if db::violates(&error, "idempotency_records_pk", "idempotency_records.") => {
            Err(in_progress())
        }
        Err(error) => Err(error.into()),
    }
}

/// A request that is carried out in several transactions, while its body arrives. Its answer is left in
/// the last of them.
pub struct Streamed<'a> {
    caller: &'a Identity,
    retry: Option<StreamedRetry<'a>>,
}

struct StreamedRetry<'a> {
    _held: Held<'a>,
    key: String,
    /// Of what has been read so far.
    fingerprint: Fingerprint,
    earlier: Option<idempotency_record::Model>,
}

impl Streamed<'_> {
    /// Adds the next bytes of the body to the fingerprint.
    pub fn read(&mut self, bytes: &[u8]) {
        if let Some(retry) = &mut self.retry {
            retry.fingerprint.update(bytes);
        }
    }

    /// Whether the key has an answer already: the body is read only to compare it with the earlier one.
    pub fn is_answered(&self) -> bool {
        self.retry.as_ref().is_some_and(|retry| retry.earlier.is_some())
    }

    /// The answer given before, once the body has been read; none where there was none.
    pub fn replay(&mut self) -> Result<Option<Reply>, Problem> {
        let Some(retry) = &mut self.retry else { return Ok(None) };
        let Some(earlier) = retry.earlier.take() else { return Ok(None) };
        answer_again(earlier, &retry.fingerprint.clone().finish()).map(Some)
    }

    /// Commits the last transaction, and the answer in it.
    pub async fn finish(self, mut txn: Change, answer: Reply) -> Result<Reply, Problem> {
        let Self { caller, retry } = self;
        let keyed =
            retry.map(|retry| Keyed { key: retry.key.clone(), fingerprint: retry.fingerprint.finish() });
        if let Some(keyed) = &keyed
            && let Some(earlier) = recorded(&mut txn, caller, keyed).await?
        {
            return Ok(earlier);
        }
        match commit(txn, caller, keyed.as_ref(), answer).await? {
            Outcome::Done(answer) => Ok(answer),
            Outcome::Overtaken => Err(DbErr::RecordNotUpdated.into()),
        }
    }
}

/// The answer recorded for a key, if that has not expired.
async fn recorded(txn: &mut Change, caller: &Identity, keyed: &Keyed) -> Result<Option<Reply>, Problem> {
    let Some(record) = find_record(txn, caller, &keyed.key).await? else { return Ok(None) };
    if record.expires_at <= txn.now() {
        txn.delete(record)?;
        // Gone before the new answer is inserted under the same key.
        txn.flush().await?;
        return Ok(None);
    }
    answer_again(record, &keyed.fingerprint).map(Some)
}

async fn find_record(
    db: &impl Read,
    caller: &Identity,
    key: &str,
) -> Result<Option<idempotency_record::Model>, DbErr> {
    db.row::<idempotency_record::Entity>((caller.key().to_owned(), key.to_owned())).await
}

/// Deletes the answers of all tenants that have expired; how many.
pub async fn delete_expired_answers(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    db.execute_for_all_tenants("delete from idempotency_records where expires_at < $1", [now.into()]).await
}

/// The answer on record, for the request that it was given to.
fn answer_again(record: idempotency_record::Model, fingerprint: &str) -> Result<Reply, Problem> {
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
        "the same request is being carried out; send it again in a second",
    )
}
