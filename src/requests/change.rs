//! Changes, each carried out once: the one way in which handlers write.
//!
//! A request with an `Idempotency-Key` leaves its answer in the transaction of its effect, and the
//! same request gets that answer again for 24 hours.

use actix_web::{
    HttpRequest,
    http::{StatusCode, header::EntityTag},
};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    auth::Identity,
    db::{self, Tenant, Transaction},
    entity::{columns, idempotency_record},
    http::{
        Answer, IdempotencyKey, Kind, Problem,
        idempotency::{Fingerprint, Keyed, key_of},
    },
    state::{Held, State},
};

/// How long answers are kept.
const KEPT: Duration = Duration::hours(24);

impl State {
    /// Carries out a change in one transaction, which is committed when `change` answers and undone
    /// when it refuses. With a key, at most once.
    pub async fn change<F>(
        &self,
        caller: &Identity,
        key: IdempotencyKey,
        change: F,
    ) -> Result<Answer, Problem>
    where
        F: AsyncFnOnce(&mut Transaction) -> Result<Answer, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        let txn = self.db.begin(caller.tenant).await?;
        Ok(self.carry_out(caller, &key, txn, change).await??)
    }

    /// As [`State::change`], for a change of little that others rarely change too: it locks nothing at first. Where
    /// somebody else was quicker, it is made again, with locks.
    pub async fn change_optimistically<F>(
        &self,
        caller: &Identity,
        key: IdempotencyKey,
        change: F,
    ) -> Result<Answer, Problem>
    where
        F: AsyncFn(&mut Transaction) -> Result<Answer, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        let txn = self.db.begin_optimistic(caller.tenant).await?;
        match self.carry_out(caller, &key, txn, &change).await? {
            Err(DbErr::RecordNotUpdated) => {
                let txn = self.db.begin(caller.tenant).await?;
                Ok(self.carry_out(caller, &key, txn, change).await??)
            }
            carried_out => Ok(carried_out?),
        }
    }

    /// The inner error is what has kept the change from being committed.
    async fn carry_out<F>(
        &self,
        caller: &Identity,
        IdempotencyKey(keyed): &IdempotencyKey,
        mut txn: Transaction,
        change: F,
    ) -> Result<Result<Answer, DbErr>, Problem>
    where
        F: AsyncFnOnce(&mut Transaction) -> Result<Answer, Problem>,
    {
        let Some(keyed) = keyed else {
            let answer = change(&mut txn).await?;
            return Ok(txn.commit().await.map(|()| answer));
        };
        if let Some(answer) = recorded(&mut txn, caller, keyed, self.clock.now()).await? {
            return Ok(Ok(answer));
        }
        let answer = change(&mut txn).await?;
        self.record(txn, caller, keyed, answer).await
    }

    /// Begins a request that is carried out in several transactions, while its body arrives.
    pub async fn begin_streamed<'a>(
        &'a self,
        caller: &'a Identity,
        request: &HttpRequest,
    ) -> Result<Streamed<'a>, Problem> {
        let Some(key) = key_of(request)? else { return Ok(Streamed { state: self, caller, retry: None }) };
        let held = self.hold(caller, &key)?;
        let earlier = find_record(&self.db.reader(caller.tenant), caller, &key).await?;
        let earlier = earlier.filter(|record| record.expires_at > self.clock.now());
        let retry = StreamedRetry { _held: held, key, fingerprint: Fingerprint::begin(request), earlier };
        Ok(Streamed { state: self, caller, retry: Some(retry) })
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

    /// Leaves the answer in the transaction of its effect, and commits that.
    async fn record(
        &self,
        mut txn: Transaction,
        caller: &Identity,
        Keyed { key, fingerprint }: &Keyed,
        answer: Answer,
    ) -> Result<Result<Answer, DbErr>, Problem> {
        txn.insert(idempotency_record::Model {
            tenant_id: caller.tenant,
            caller: caller.key().to_owned(),
            key: key.clone(),
            fingerprint: fingerprint.clone(),
            status: answer.status.as_u16().into(),
            location: answer.location.clone(),
            etag: answer.etag.as_ref().map(|etag| etag.tag().to_owned()),
            body: answer.body.clone().unwrap_or_default(),
            expires_at: self.clock.now() + KEPT,
        });
        match txn.commit().await {
            // Another replica was quicker; its answer is replayed at the next try.
            Err(error) if db::violates(&error, "idempotency_records_pk", "idempotency_records.") => {
                Err(in_progress())
            }
            committed => Ok(committed.map(|()| answer)),
        }
    }
}

/// A request that is carried out in several transactions, while its body arrives. Its answer is left in
/// the last of them.
pub struct Streamed<'a> {
    state: &'a State,
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
    /// Takes note of the next bytes of the body.
    pub fn read(&mut self, bytes: &[u8]) {
        if let Some(retry) = &mut self.retry {
            retry.fingerprint.update(bytes);
        }
    }

    /// Whether the key has an answer already: the body is read only to tell whether it is the same one.
    pub fn is_answered(&self) -> bool {
        self.retry.as_ref().is_some_and(|retry| retry.earlier.is_some())
    }

    /// The answer given before, once the body has been read; none where there was none.
    pub fn replay(&mut self) -> Result<Option<Answer>, Problem> {
        let Some(retry) = &mut self.retry else { return Ok(None) };
        let Some(earlier) = retry.earlier.take() else { return Ok(None) };
        answer_again(earlier, &retry.fingerprint.clone().finish()).map(Some)
    }

    /// Commits the last transaction, and the answer in it.
    pub async fn finish(self, mut txn: Transaction, answer: Answer) -> Result<Answer, Problem> {
        let Self { state, caller, retry } = self;
        let Some(retry) = retry else {
            txn.commit().await?;
            return Ok(answer);
        };
        let keyed = Keyed { key: retry.key, fingerprint: retry.fingerprint.finish() };
        if let Some(earlier) = recorded(&mut txn, caller, &keyed, state.clock.now()).await? {
            return Ok(earlier);
        }
        Ok(state.record(txn, caller, &keyed, answer).await??)
    }
}

/// The answer recorded for a key, if that has not expired.
async fn recorded(
    txn: &mut Transaction,
    caller: &Identity,
    keyed: &Keyed,
    now: DateTime<Utc>,
) -> Result<Option<Answer>, Problem> {
    let Some(record) = find_record(txn, caller, &keyed.key).await? else { return Ok(None) };
    if record.expires_at <= now {
        let sql = "delete from idempotency_records where tenant_id = $1 and caller = $2 and key = $3";
        txn.execute(sql, [caller.key().into(), keyed.key.as_str().into()]).await?;
        return Ok(None);
    }
    answer_again(record, &keyed.fingerprint).map(Some)
}

async fn find_record(
    db: &Tenant<impl ConnectionTrait>,
    caller: &Identity,
    key: &str,
) -> Result<Option<idempotency_record::Model>, DbErr> {
    let r = columns::<idempotency_record::Entity>("r");
    let sql = format!(
        "select {r} from idempotency_records r where r.tenant_id = $1 and r.caller = $2 and r.key = $3"
    );
    db.find(&sql, [caller.key().into(), key.into()]).await
}

/// The answer on record, for the request that it was given to.
fn answer_again(record: idempotency_record::Model, fingerprint: &str) -> Result<Answer, Problem> {
    if record.fingerprint != fingerprint {
        return Err(Problem::of(Kind::IdempotencyKeyReused));
    }
    let status = u16::try_from(record.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok(Answer::replay(
        status.unwrap_or(StatusCode::OK),
        record.body,
        record.etag.map(EntityTag::new_strong),
        record.location,
    ))
}

fn in_progress() -> Problem {
    Problem::passing(
        Kind::RequestInProgress,
        "the same request is being carried out; send it again in a second",
    )
}
