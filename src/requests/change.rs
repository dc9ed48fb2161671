//! Executes the changes of handlers, each in one transaction, and at most once per `Idempotency-Key`.
//!
//! What identifies the response to a request with a key is stored in the same transaction as its changes. For 24 hours,
//! the same request reads the response again (see [`Kept`]).

use std::collections::BTreeMap;

use actix_web::{HttpRequest, http::StatusCode};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{DbErr, FromQueryResult, Value};

use super::kept::{Details, Kept, KeptReply};
use crate::{
    auth::{Identity, scope::Scope},
    db::{Conditions, Constraint, Crossing, Database, Read},
    entity::{columns, idempotency_record, identity},
    http::{
        IdempotencyKey, Problem, ProblemKind, Reply,
        idempotency::{Fingerprint, Keyed, digest, key_of},
    },
    ids::{PersonId, TenantId},
    reads::ReadSubject,
    record::Change,
    secrets::Purpose,
    state::{Held, State},
};

/// How long responses are stored.
const RETENTION: Duration = Duration::hours(24);

/// How many expired responses are found by one statement.
const EXPIRED_AT_ONCE: usize = 1000;

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
    /// A row has changed since it was read, or is gone: the transaction was rolled back.
    VersionConflict(DbErr),
}

impl Outcome {
    /// The response of a change that is not tried again.
    fn done(self) -> Result<Reply, Problem> {
        match self {
            Self::Done(answer) => Ok(answer),
            Self::VersionConflict(error) => Err(error.into()),
        }
    }
}

impl State {
    /// Begins a transaction for a change by the caller.
    pub async fn begin_for(&self, caller: &Identity) -> Result<Change, DbErr> {
        self.core.begin(caller.tenant, caller.actor()).await
    }

    /// Runs the `change` of a PATCH or DELETE in a transaction: committed if `change` returns a response, rolled back
    /// if it returns a problem. `If-Match` makes such requests safe to repeat.
    pub async fn update<F>(&self, caller: &Identity, change: F) -> Result<Reply, Problem>
    where
        F: AsyncFnOnce(&mut Change) -> Result<Reply, Problem>,
    {
        let mut txn = self.begin_for(caller).await?;
        let reply = change(&mut txn).await?;
        txn.commit().await?;
        Ok(reply)
    }

    /// Runs the `change` of a POST, as [`State::update`]. With a key, and after an earlier request with it, reads the
    /// resource of the earlier response instead.
    pub async fn change<R, F>(
        &self,
        caller: &Identity,
        key: IdempotencyKey,
        change: F,
    ) -> Result<Reply, Problem>
    where
        R: Kept,
        F: AsyncFnOnce(&mut Change) -> Result<KeptReply<R>, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        self.run_once(caller, &key, change).await?.done()
    }

    /// As [`State::change`], but first without row locks, which saves round trips to the database. After a version
    /// conflict, `change` runs a second time, with locks. For changes of few rows that are rarely changed concurrently.
    pub async fn change_optimistically<R, F>(
        &self,
        caller: &Identity,
        key: IdempotencyKey,
        change: F,
    ) -> Result<Reply, Problem>
    where
        R: Kept,
        F: AsyncFn(&mut Change, Locking) -> Result<KeptReply<R>, Problem>,
    {
        let _held = self.hold_key(caller, &key)?;
        let first = self.run_once(caller, &key, async |txn| change(txn, Locking::Optimistic).await).await?;
        match first {
            Outcome::Done(answer) => Ok(answer),
            Outcome::VersionConflict(_) => {
                self.run_once(caller, &key, async |txn| change(txn, Locking::Locked).await).await?.done()
            }
        }
    }

    /// One try of a change.
    async fn run_once<R, F>(
        &self,
        caller: &Identity,
        IdempotencyKey(keyed): &IdempotencyKey,
        change: F,
    ) -> Result<Outcome, Problem>
    where
        R: Kept,
        F: AsyncFnOnce(&mut Change) -> Result<KeptReply<R>, Problem>,
    {
        let mut txn = self.begin_for(caller).await?;
        if let Some(keyed) = keyed
            && let Some(record) = valid_record(&mut txn, caller, keyed).await?
        {
            drop(txn);
            return self.replay::<R>(caller, keyed, record).await.map(Outcome::Done);
        }
        let answer = change(&mut txn).await?;
        self.commit(txn, caller, keyed.as_ref(), answer).await
    }

    /// Commits a change; with a key, stores what identifies the response in the same transaction.
    async fn commit<R: Kept>(
        &self,
        mut txn: Change,
        caller: &Identity,
        keyed: Option<&Keyed>,
        KeptReply { reply, id, details, read }: KeptReply<R>,
    ) -> Result<Outcome, Problem> {
        if let Some(keyed) = keyed {
            let shown_once = details.secret.as_deref().map(|secret| {
                self.secrets.seal_text(Purpose::ShownOnce, &once_context(caller, keyed), secret)
            });
            let expires_at = txn.now() + RETENTION;
            txn.insert(idempotency_record::Model {
                tenant_id: caller.tenant,
                caller: caller.key().to_owned(),
                key: stored_key(caller, &keyed.key),
                fingerprint: keyed.fingerprint.clone(),
                status: reply.status.as_u16().into(),
                location: reply.location.clone(),
                etag: None,
                body: String::new(),
                expires_at,
                resource_kind: Some(R::KIND.to_owned()),
                resource: Some(serde_json::to_string(&id).map_err(Problem::internal)?),
                details: details.json,
                shown_once: shown_once.transpose().map_err(Problem::internal)?,
                could_read: caller.allows_scope::<R::Scope>(),
            });
        }
        match txn.commit().await {
            Ok(()) => {
                if let Some((action, role, plan)) = read {
                    caller.note(action, role, ReadSubject::Plan(plan), []);
                }
                Ok(Outcome::Done(reply))
            }
            Err(error @ DbErr::RecordNotUpdated) => Ok(Outcome::VersionConflict(error)),
            Err(error) => match Constraint::violated(&error) {
                // Another process has committed the same request first. The client's next try gets its response.
                Some(Constraint::RequestOnce) => Err(in_progress()),
                // What a new row belongs to was deleted since it was read. One server notices the missing version
                // first; others check the foreign key before.
                Some(Constraint::ParentExists) => Ok(Outcome::VersionConflict(error)),
                _ => Err(error.into()),
            },
        }
    }

    /// The response to an earlier request, as the caller may read it now. Refuses with 422 if it belongs to another
    /// request with the same key.
    async fn replay<R: Kept>(
        &self,
        caller: &Identity,
        keyed: &Keyed,
        record: idempotency_record::Model,
    ) -> Result<Reply, Problem> {
        if record.fingerprint != keyed.fingerprint {
            return Err(Problem::of(ProblemKind::IdempotencyKeyReused));
        }
        let idempotency_record::Model { resource_kind, resource, .. } = record;
        let Some(resource) = resource.filter(|_| resource_kind.as_deref() == Some(R::KIND)) else {
            return Err(Problem::new(
                ProblemKind::Conflict,
                "this request was answered before the service was updated, and its response is no longer stored; \
                 read the resource",
            ));
        };
        // A token that could read the resource when it was answered must still have the scope.
        if let Some(scope) = R::Scope::NAME.filter(|_| record.could_read) {
            caller.require_scope(scope)?;
        }
        let secret = record.shown_once.and_then(|sealed| {
            let opened = self.secrets.open_text(Purpose::ShownOnce, &once_context(caller, keyed), &sealed);
            // Its key may have been removed. The resource is shown without its secret then.
            opened.inspect_err(|error| tracing::warn!(cause = %error, "a stored secret is lost")).ok()
        });
        let id = serde_json::from_str(&resource).map_err(Problem::internal)?;
        let reply = R::read(self, caller, id, Details { json: record.details, secret }).await?;
        let status = u16::try_from(record.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
        Ok(reply.replayed(status.unwrap_or(StatusCode::OK), record.location))
    }

    /// Begins a request that runs in several transactions while its body arrives.
    pub async fn begin_streaming<'a>(
        &'a self,
        caller: &'a Identity,
        request: &HttpRequest,
    ) -> Result<StreamingRequest<'a>, Problem> {
        let Some(key) = key_of(request)? else {
            return Ok(StreamingRequest { state: self, caller, keyed: None });
        };
        let held = self.hold(caller, &key)?;
        let stored = find_record(&self.db.reader(caller.tenant), caller, &key).await?;
        let stored = stored.filter(|record| record.expires_at > self.clock.now());
        let keyed = StreamingKey { _held: held, key, fingerprint: Fingerprint::begin(request), stored };
        Ok(StreamingRequest { state: self, caller, keyed: Some(keyed) })
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

/// A request that runs in several transactions while its body arrives. Its response is stored in the last one.
pub struct StreamingRequest<'a> {
    state: &'a State,
    caller: &'a Identity,
    /// None if the request has no `Idempotency-Key`.
    keyed: Option<StreamingKey<'a>>,
}

struct StreamingKey<'a> {
    _held: Held<'a>,
    key: String,
    /// Of the part of the body that has been read.
    fingerprint: Fingerprint,
    /// What is stored of the response to an earlier request with this key.
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

    /// The response to an earlier request, if there is one. To be called after the whole body has been read.
    pub async fn replay<R: Kept>(&mut self) -> Result<Option<Reply>, Problem> {
        let Some(StreamingKey { key, fingerprint, stored, .. }) = &mut self.keyed else { return Ok(None) };
        let Some(stored) = stored.take() else { return Ok(None) };
        let keyed = Keyed { key: key.clone(), fingerprint: fingerprint.clone().finish() };
        self.state.replay::<R>(self.caller, &keyed, stored).await.map(Some)
    }

    /// Commits the last transaction, and stores what identifies the response in it.
    pub async fn finish<R: Kept>(self, mut txn: Change, answer: KeptReply<R>) -> Result<Reply, Problem> {
        let Self { state, caller, keyed } = self;
        // The key stays held until the commit.
        let (_held, keyed) = match keyed {
            Some(StreamingKey { _held, key, fingerprint, .. }) => {
                (Some(_held), Some(Keyed { key, fingerprint: fingerprint.finish() }))
            }
            None => (None, None),
        };
        if let Some(keyed) = &keyed
            && let Some(record) = valid_record(&mut txn, caller, keyed).await?
        {
            drop(txn);
            return state.replay::<R>(caller, keyed, record).await;
        }
        state.commit(txn, caller, keyed.as_ref(), answer).await?.done()
    }
}

/// The record of a key, if it has not expired. Deletes an expired one.
async fn valid_record(
    txn: &mut Change,
    caller: &Identity,
    keyed: &Keyed,
) -> Result<Option<idempotency_record::Model>, Problem> {
    let Some(record) = find_record(txn, caller, &keyed.key).await? else { return Ok(None) };
    if record.expires_at <= txn.now() {
        txn.delete(record)?;
        // Writes are buffered. The deletion must be sent before the new response is inserted under the same key.
        txn.flush().await?;
        return Ok(None);
    }
    Ok(Some(record))
}

async fn find_record(
    db: &impl Read,
    caller: &Identity,
    key: &str,
) -> Result<Option<idempotency_record::Model>, DbErr> {
    let r = columns::<idempotency_record::Entity>("r");
    // An earlier release stored the key itself.
    let sql = format!(
        "select {r} from idempotency_records r where r.tenant_id = $1 and r.caller = $2 and r.key in ($3, $4)"
    );
    db.find(&sql, [caller.key().into(), stored_key(caller, key).into(), key.into()]).await
}

/// Deletes what is kept of the responses to the requests of a person, who is linked by `links`, and of those that show
/// the person. The number of rows deleted.
pub async fn forget_kept_answers(
    txn: &mut Change,
    person: PersonId,
    links: &[identity::Model],
) -> Result<u64, DbErr> {
    let callers = links.iter().flat_map(|link| {
        // The second is an HR admin's, from before the person was in the directory.
        [format!("link {}", link.id), format!("opener {} {}", link.realm, link.subject)]
    });
    let mut sql = Conditions::new("delete from idempotency_records where tenant_id = $1", []);
    sql.and_one_of("caller", callers);
    let mut deleted = txn.execute(&sql.sql, sql.values).await?;
    let shows = "delete from idempotency_records where tenant_id = $1 and resource like $2";
    deleted += txn.execute(shows, [format!("%{person}%").into()]).await?;
    Ok(deleted)
}

/// What stands for a key in the database, which must not name it: the key also encrypts what is shown once.
fn stored_key(caller: &Identity, key: &str) -> String {
    digest([caller.key(), key])
}

/// What a secret that is shown once is encrypted with, besides the key of the server.
fn once_context<'a>(caller: &'a Identity, keyed: &'a Keyed) -> [&'a [u8]; 3] {
    [caller.tenant.0.as_bytes(), caller.key().as_bytes(), keyed.key.as_bytes()]
}

/// Deletes the expired responses of all tenants, and returns how many.
pub async fn delete_expired_answers(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    #[derive(FromQueryResult)]
    struct Expired {
        tenant_id: TenantId,
        caller: String,
        key: String,
    }
    let expired = format!(
        "select tenant_id, caller, key from idempotency_records where expires_at < $1 \
         order by expires_at limit {EXPIRED_AT_ONCE}"
    );
    let mut deleted = 0;
    loop {
        let rows: Vec<Expired> =
            db.query_all_tenants(Crossing::ExpiredResponses, &expired, [now.into()]).await?;
        let found = rows.len();
        let mut by_tenant: BTreeMap<TenantId, Vec<Value>> = BTreeMap::new();
        for Expired { tenant_id, caller, key } in rows {
            by_tenant.entry(tenant_id).or_default().extend([caller.into(), key.into()]);
        }
        for (tenant, keys) in by_tenant {
            let rows = vec!["(?, ?)"; keys.len() / 2].join(", ");
            // The time again: another request may have taken the key since.
            let delete = "delete from idempotency_records where tenant_id = $1 and expires_at < $2";
            let mut sql = Conditions::new(delete, [now.into()]);
            sql.and_all(&format!("(caller, key) in (values {rows})"), keys);
            let mut txn = db.begin(tenant).await?;
            deleted += txn.execute(&sql.sql, sql.values).await?;
            txn.commit().await?;
        }
        if found < EXPIRED_AT_ONCE {
            return Ok(deleted);
        }
    }
}

fn in_progress() -> Problem {
    Problem::passing(
        ProblemKind::RequestInProgress,
        "the same request is still running; send it again in a second",
    )
}
