//! Reading lists from a replica without missing an acknowledged change.
//!
//! Every change records an event in its transaction, and the event's position is the transaction's number. The replica
//! reports the number of the oldest transaction that it may not have seen complete. If the leader has no event of the
//! tenant from that number on, the replica has everything of the tenant; otherwise the leader is read.

use std::{
    sync::{self, Arc, PoisonError},
    time::{Duration, Instant},
};

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement, prelude::async_trait::async_trait,
    sqlx::Postgres,
};
use tokio::{sync::Mutex, time::timeout};

use super::{
    error::Outage,
    pool::{EnginePool, Pool, PoolStatus},
    transaction_source::TransactionConnection,
};
use crate::ids::TenantId;

/// Back-off after a failure of the replica.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// How long the replica may take to report its position.
pub const WAIT: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub struct Replica {
    pool: Arc<EnginePool<Postgres>>,
    /// After a failure: when the replica may be asked again.
    retry_at: sync::Mutex<Option<Instant>>,
}

/// Reads from the replica if it is up to date for the tenant, else from the leader.
#[derive(Debug)]
pub struct ReadConnection {
    replica: Option<(Arc<Replica>, TransactionConnection)>,
    leader: Pool,
}

impl ReadConnection {
    pub async fn find(
        replica: Option<&Arc<Replica>>,
        leader: &Pool,
        tenant: TenantId,
    ) -> Result<Self, DbErr> {
        let mut source = Self { replica: None, leader: leader.clone() };
        if let Some(replica) = replica
            && let Some((connection, lacks_from)) = replica.ask().await
            && !has_changed_since(leader, tenant, lacks_from).await?
        {
            source.replica = Some((Arc::clone(replica), connection));
        }
        Ok(source)
    }
}

/// Whether a transaction of this number or a later one has changed anything of the tenant. Events outside the feed have
/// an index of their own, so there are two conditions.
async fn has_changed_since(leader: &Pool, tenant: TenantId, transaction: String) -> Result<bool, DbErr> {
    let newer = "select 1 from events where tenant_id = $1 and position >= event_position($2::text::xid8)";
    let sql = format!("select exists ({newer} and in_feed) or exists ({newer} and not in_feed)");
    let values = [tenant.into(), transaction.into()];
    let row = leader.query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
    row.map_or(Ok(true), |row| row.try_get_by_index(0))
}

impl Replica {
    pub fn new(pool: Arc<EnginePool<Postgres>>) -> Self {
        Self { pool, retry_at: sync::Mutex::new(None) }
    }

    /// A connection to the replica, and the number of the oldest transaction that it may not have seen complete. None
    /// if the replica does not answer.
    async fn ask(&self) -> Option<(TransactionConnection, String)> {
        if !self.may_be_asked() {
            return None;
        }
        let asked = async {
            let connection =
                TransactionConnection::Postgres(Mutex::new(self.pool.acquire_for_statement().await?));
            // The oldest, as a snapshot on a replica does not list which later transactions are still open.
            let sql = "select pg_snapshot_xmin(pg_current_snapshot())::text, \
                 to_regclass('pg_catalog.pg_dist_partition') is not null";
            let row = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
            let row = row.ok_or_else(|| DbErr::RecordNotFound("the replica's snapshot".into()))?;
            // Its numbers are those of the coordinator, and say nothing of what other nodes have.
            if row.try_get_by_index(1)? {
                return Err(DbErr::Custom("a replica of a distributed database cannot be read from".into()));
            }
            Ok((connection, row.try_get_by_index(0)?))
        };
        match timeout(WAIT, asked).await {
            Ok(Ok(found)) => {
                self.has_answered();
                Some(found)
            }
            Ok(Err(error)) => {
                self.has_failed(&error);
                None
            }
            Err(_) => {
                self.has_failed(&DbErr::Custom(format!("no answer within {} s", WAIT.as_secs())));
                None
            }
        }
    }

    fn may_be_asked(&self) -> bool {
        let mut until = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        match *until {
            None => true,
            Some(instant) if Instant::now() < instant => false,
            // Only this request tries the replica. Until it has an answer, the others use the leader.
            Some(_) => {
                *until = Some(Instant::now() + RETRY_AFTER);
                true
            }
        }
    }

    fn has_answered(&self) {
        if self.retry_at.lock().unwrap_or_else(PoisonError::into_inner).take().is_some() {
            tracing::info!("the replica answers again");
        }
    }

    fn has_failed(&self, error: &DbErr) {
        let until = Some(Instant::now() + RETRY_AFTER);
        let mut retry_at = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        if std::mem::replace(&mut *retry_at, until).is_none() {
            tracing::warn!(
                cause = %error,
                remedy = "check GROUNDWORK_DATABASE_READ_URL, and the server that it leads to",
                "the replica does not answer: lists are read from the leader until it does"
            );
        }
    }

    pub fn status(&self) -> PoolStatus {
        self.pool.status()
    }

    pub fn close_idle(&self) {
        self.pool.close_idle();
    }

    pub async fn close(&self) {
        self.pool.close().await;
    }
}

impl ReadConnection {
    /// The outcome of a statement on the replica. None if the statement is to be repeated on the leader.
    fn answer_or_fall_back<T>(
        &self,
        replica: &Replica,
        outcome: Result<T, DbErr>,
    ) -> Option<Result<T, DbErr>> {
        let error = match outcome {
            Ok(found) => return Some(Ok(found)),
            Err(error) => error,
        };
        match Outage::of(&error) {
            // The leader would take as long.
            Some(Outage::TooSlow) => return Some(Err(error)),
            Some(trouble) if trouble.spoils_connection() => replica.has_failed(&error),
            _ => tracing::debug!(cause = %error, "the replica could not answer, and the leader is asked"),
        }
        None
    }
}

#[async_trait]
impl ConnectionTrait for ReadConnection {
    fn get_database_backend(&self) -> DbBackend {
        self.leader.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.leader.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.leader.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        if let Some((replica, connection)) = &self.replica {
            let outcome = connection.query_one_raw(statement.clone()).await;
            if let Some(outcome) = self.answer_or_fall_back(replica, outcome) {
                return outcome;
            }
        }
        self.leader.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if let Some((replica, connection)) = &self.replica {
            let outcome = connection.query_all_raw(statement.clone()).await;
            if let Some(outcome) = self.answer_or_fall_back(replica, outcome) {
                return outcome;
            }
        }
        self.leader.query_all_raw(statement).await
    }
}
