//! Connection pools: one type over both engines, and the connections that they hand out.
//!
//! [deadpool](deadpool::managed) keeps the connections; [`Manager`] tells it how to open one and when to test one. sqlx's
//! own pool tests each connection that is returned by a round trip, which costs as much as a short query: here, only one
//! that has not been used for [`TEST_AFTER`] is tested.
//!
//! A [`Connection`] goes back to the pool when it is dropped, if it is known to be in order. One whose statement was
//! abandoned midway is closed instead, and a transaction that is still open is rolled back first.

use std::{
    fmt,
    future::Future,
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use deadpool::managed::{self, Metrics, Object, PoolError, QueueMode, RecycleError, RecycleResult, Timeouts};
use prometheus_client::metrics::{counter::Counter, histogram::Histogram};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult,
    RuntimeErr, Statement, Values,
    prelude::async_trait::async_trait,
    sqlx::{
        self, AssertSqlSafe, Connection as _, Database, Executor, IntoArguments, Postgres, SqlSafeStr,
        Sqlite, postgres::PgPoolOptions, query::Query, sqlite::SqlitePoolOptions,
    },
};
use sea_query_sqlx::SqlxValues;
use sqlx_core::{database::HasStatementCache, transaction::TransactionManager};
use tokio::{
    runtime::Handle,
    sync::Notify,
    time::{sleep, timeout},
};

use super::trouble::Trouble;
use crate::telemetry::traces::Span;

/// Buckets of the time that is spent waiting for a connection, in seconds.
const WAITS: [f64; 9] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0];

/// A connection that was not used for this long may have been cut off: it is tested by a ping before it is used.
const TEST_AFTER: Duration = Duration::from_secs(1);

/// A connection that was not used for this long is closed.
const MAX_IDLE: Duration = Duration::from_secs(600);

/// The age at which a connection is replaced, so that servers that were added meanwhile get their share.
const MAX_AGE: Duration = Duration::from_secs(1800);

/// The pause before connecting again to a server that is still starting.
const RECONNECT_AFTER: Duration = Duration::from_millis(50);

/// The most parameters of a statement that stays prepared. Larger ones write many rows and hardly ever come again with as
/// many, and each would take megabytes.
const MAX_VALUES_PREPARED: usize = 100;

/// Fails with a timeout instead of waiting when all connections are in use.
const DO_NOT_WAIT: Timeouts = Timeouts { wait: Some(Duration::ZERO), create: None, recycle: None };

type Options<D> = <<D as Database>::Connection as sqlx::Connection>::Options;

/// A pool of either engine, which also runs single statements.
#[derive(Clone, Debug)]
pub enum Pool {
    Sqlite(Arc<EnginePool<Sqlite>>),
    Postgres(Arc<EnginePool<Postgres>>),
}

/// How statements and transactions are sent to an engine.
#[derive(Clone, Debug)]
pub struct ConnectionPolicy {
    /// The statement that begins a transaction that writes.
    pub begin: String,
    /// Whether a statement may run outside a transaction, and stay prepared. If false, each single statement gets a
    /// transaction: a pooler in transaction mode that knows nothing of prepared statements needs it.
    pub standalone: bool,
    /// How long an answer is awaited before the connection is given up. None for SQLite, which is no server.
    pub statement_timeout: Option<Duration>,
}

/// A pool of connections to one database.
pub struct EnginePool<D: Database> {
    name: &'static str,
    pool: managed::Pool<Manager<D>>,
    wait: Duration,
    policy: ConnectionPolicy,
    waits: Histogram,
    timeouts: Counter,
    /// Notified whenever a connection has been returned or closed.
    returned: Notify,
}

/// What the metrics show of a pool.
#[derive(Debug)]
pub struct PoolStatus {
    pub name: &'static str,
    pub max: u32,
    pub used: u32,
    /// Open and not in use.
    pub idle: u32,
    /// How long requests waited that found all connections in use, in seconds.
    pub waits: Histogram,
    /// How many got no connection in time.
    pub timeouts: Counter,
}

/// A connection that is in use. It returns to its pool when it is dropped.
pub struct Connection<D: Database> {
    pool: Arc<EnginePool<D>>,
    /// None only while it is dropped.
    object: Option<Object<Manager<D>>>,
    /// False while a statement runs, and after an error that leaves the state of the connection unknown.
    reusable: bool,
}

/// Opens and tests connections for deadpool.
struct Manager<D: Database> {
    options: Options<D>,
    statement_timeout: Option<Duration>,
}

impl<D: Database> managed::Manager for Manager<D> {
    type Type = D::Connection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<D::Connection, sqlx::Error> {
        D::Connection::connect_with(&self.options).await
    }

    /// Refuses a connection that must not be used again; deadpool then tries the next, or opens one.
    async fn recycle(&self, connection: &mut D::Connection, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if metrics.age() > MAX_AGE {
            return Err(RecycleError::message("it is too old"));
        }
        if metrics.last_used() > TEST_AFTER {
            with_timeout(self.statement_timeout, connection.ping()).await?;
        }
        Ok(())
    }
}

impl ConnectionPolicy {
    pub fn of_sqlite() -> Self {
        // A deferred transaction that reads first and writes later fails if another has written in between.
        Self { begin: "begin immediate".into(), standalone: true, statement_timeout: None }
    }
}

impl<D: Database> EnginePool<D> {
    /// A pool that opens connections as they are needed, at most `connections`. A caller waits `wait` for one.
    pub fn new(
        name: &'static str,
        options: Options<D>,
        connections: u32,
        wait: Duration,
        policy: ConnectionPolicy,
    ) -> Result<Arc<Self>, DbErr> {
        let manager = Manager { options, statement_timeout: policy.statement_timeout };
        // The connection that was used last is the likeliest to be well, and the others can grow idle and be closed.
        let builder = managed::Pool::builder(manager).max_size(connections as usize);
        let pool = builder.queue_mode(QueueMode::Lifo).build();
        let pool = pool.map_err(|error| DbErr::Conn(RuntimeErr::Internal(error.to_string())))?;
        let (waits, timeouts) = (Histogram::new(WAITS), Counter::default());
        Ok(Arc::new(Self { name, pool, wait, policy, waits, timeouts, returned: Notify::new() }))
    }

    pub fn status(&self) -> PoolStatus {
        let status = self.pool.status();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        PoolStatus {
            name: self.name,
            max: count(status.max_size),
            used: count(status.size.saturating_sub(status.available)),
            idle: count(status.available),
            waits: self.waits.clone(),
            timeouts: self.timeouts.clone(),
        }
    }

    /// Waits at most `wait` for something, and records how long that took.
    pub async fn waited<T>(&self, what: impl Future<Output = T>) -> Result<T, DbErr> {
        let began = Instant::now();
        let outcome = self.within_wait(what).await;
        self.waits.observe(began.elapsed().as_secs_f64());
        outcome
    }

    async fn within_wait<T>(&self, what: impl Future<Output = T>) -> Result<T, DbErr> {
        timeout(self.wait, what).await.map_err(|_| {
            self.timeouts.inc();
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)
        })
    }

    /// A connection from the pool, or a new one while there are fewer than allowed. Connecting is repeated while a
    /// server is starting.
    pub async fn acquire(self: &Arc<Self>) -> Result<Connection<D>, DbErr> {
        let deadline = Instant::now() + self.wait;
        loop {
            let object = match self.within_wait(self.pool.timeout_get(&DO_NOT_WAIT)).await? {
                Err(PoolError::Timeout(_)) => self.waited(self.pool.get()).await?,
                at_once => at_once,
            };
            match object {
                Ok(object) => {
                    return Ok(Connection { pool: Arc::clone(self), object: Some(object), reusable: true });
                }
                Err(PoolError::Backend(error)) if is_starting(&error) && Instant::now() < deadline => {
                    sleep(RECONNECT_AFTER).await;
                }
                Err(PoolError::Backend(error)) => {
                    return Err(DbErr::Conn(RuntimeErr::SqlxError(error.into())));
                }
                Err(_) => return Err(closed()),
            }
        }
    }

    /// A connection for statements that are not in a transaction together; [`Connection::commit_if_open`] ends its use.
    pub async fn acquire_for_statement(self: &Arc<Self>) -> Result<Connection<D>, DbErr> {
        let mut connection = self.acquire().await?;
        if !self.policy.standalone {
            connection.begin().await?;
        }
        Ok(connection)
    }

    /// Closes connections that have not been used for long.
    fn close_idle(&self) {
        drop(self.pool.retain(|_, metrics| metrics.last_used() < MAX_IDLE));
    }

    /// Closes all connections, waiting for those in use.
    pub async fn close(&self) {
        loop {
            let returned = self.returned.notified();
            for connection in self.pool.retain(|_, _| false).removed {
                // It is gone either way.
                let _ = with_timeout(self.policy.statement_timeout, connection.close()).await;
            }
            if self.pool.status().size == 0 {
                return self.pool.close();
            }
            returned.await;
        }
    }
}

impl<D> EnginePool<D>
where
    D: Database + HasStatementCache,
    SqlxValues: IntoArguments<D>,
    QueryResult: From<D::Row>,
    ExecResult: From<D::QueryResult>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
{
    async fn one(self: &Arc<Self>, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut connection = self.acquire_for_statement().await?;
        let row = connection.one(statement).await?;
        connection.commit_if_open().await?;
        Ok(row)
    }

    async fn all(self: &Arc<Self>, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut connection = self.acquire_for_statement().await?;
        let rows = connection.all(statement).await?;
        connection.commit_if_open().await?;
        Ok(rows)
    }

    async fn execute(self: &Arc<Self>, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut connection = self.acquire_for_statement().await?;
        let result = connection.execute(statement).await?;
        connection.commit_if_open().await?;
        Ok(result)
    }
}

impl<D: Database> Connection<D> {
    /// The connection itself, for a statement. The caller passes what came of it to [`Connection::finish`]; if it never
    /// does, because the request was abandoned, the connection is not used again.
    pub fn session(&mut self) -> Result<&mut D::Connection, DbErr> {
        self.reusable = false;
        self.object.as_deref_mut().ok_or_else(closed)
    }

    /// Decides by the outcome of a statement whether the connection may be used again.
    pub fn finish<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, DbErr> {
        self.reusable = match &outcome {
            Ok(_) => true,
            Err(error @ sqlx::Error::Database(_)) => {
                !Trouble::of_sqlx(error).is_some_and(Trouble::spoils_connection)
            }
            Err(_) => false,
        };
        outcome.map_err(failed)
    }

    fn is_in_transaction(&self) -> bool {
        self.object.as_deref().is_some_and(sqlx::Connection::is_in_transaction)
    }

    fn statement_timeout(&self) -> Option<Duration> {
        self.pool.policy.statement_timeout
    }

    pub async fn begin(&mut self) -> Result<(), DbErr> {
        let span = Self::span("begin");
        let begin = AssertSqlSafe(self.pool.policy.begin.as_str()).into_sql_str();
        let limit = self.statement_timeout();
        let begun = with_timeout(limit, D::TransactionManager::begin(self.session()?, Some(begin))).await;
        end_span(span, self.finish(begun))
    }

    pub async fn begin_unless_open(&mut self) -> Result<(), DbErr> {
        if self.is_in_transaction() { Ok(()) } else { self.begin().await }
    }

    pub async fn commit(&mut self) -> Result<(), DbErr> {
        let span = Self::span("commit");
        let limit = self.statement_timeout();
        let committed = with_timeout(limit, D::TransactionManager::commit(self.session()?)).await;
        end_span(span, self.finish(committed))
    }

    pub async fn commit_if_open(&mut self) -> Result<(), DbErr> {
        if self.is_in_transaction() { self.commit().await } else { Ok(()) }
    }

    /// Rolls back. If that fails, the connection stays marked as not reusable.
    async fn roll_back(&mut self) -> Result<(), DbErr> {
        let limit = self.statement_timeout();
        let done = with_timeout(limit, D::TransactionManager::rollback(self.session()?)).await;
        self.reusable = done.is_ok();
        done.map_err(failed)
    }

    /// The span of a statement, if the request is traced.
    pub fn span(statement: &str) -> Option<Span> {
        Span::of_statement(if D::NAME == Sqlite::NAME { "sqlite" } else { "postgresql" }, statement)
    }
}

impl<D> Connection<D>
where
    D: Database + HasStatementCache,
    SqlxValues: IntoArguments<D>,
    QueryResult: From<D::Row>,
    ExecResult: From<D::QueryResult>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
{
    pub async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (span, limit, query) = self.prepare(statement);
        let row = with_timeout(limit, query.fetch_optional(self.session()?)).await;
        Ok(end_span(span, self.finish(row))?.map(QueryResult::from))
    }

    pub async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (span, limit, query) = self.prepare(statement);
        let rows = with_timeout(limit, query.fetch_all(self.session()?)).await;
        Ok(end_span(span, self.finish(rows))?.into_iter().map(QueryResult::from).collect())
    }

    pub async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (span, limit, query) = self.prepare(statement);
        let result = with_timeout(limit, query.execute(self.session()?)).await;
        Ok(end_span(span, self.finish(result))?.into())
    }

    fn prepare(
        &self,
        statement: Statement,
    ) -> (Option<Span>, Option<Duration>, Query<'static, D, SqlxValues>) {
        let span = Self::span(&statement.sql);
        (span, self.statement_timeout(), query(statement, self.pool.policy.standalone))
    }
}

impl<D: Database> Drop for Connection<D> {
    fn drop(&mut self) {
        let in_transaction = self.is_in_transaction();
        let Some(object) = self.object.take() else { return };
        let pool = Arc::clone(&self.pool);
        match Handle::try_current() {
            Ok(runtime) if self.reusable && in_transaction => {
                // Not reusable until the rollback has succeeded: if the runtime ends before, the connection is closed.
                let mut connection = Self { pool, object: Some(object), reusable: false };
                runtime.spawn(async move { connection.roll_back().await });
                return;
            }
            _ if self.reusable && !in_transaction => drop(object),
            // Closing the connection rolls back what was not committed.
            _ => drop(Object::take(object)),
        }
        pool.returned.notify_waiters();
    }
}

/// Does the same with a pool of either engine.
macro_rules! on {
    ($pool:expr, |$it:ident| $work:expr) => {
        match $pool {
            Self::Sqlite($it) => $work,
            Self::Postgres($it) => $work,
        }
    };
}

impl Pool {
    pub fn status(&self) -> PoolStatus {
        on!(self, |pool| pool.status())
    }

    /// Closes connections that have not been used for long.
    pub fn close_idle(&self) {
        on!(self, |pool| pool.close_idle());
    }

    /// Closes all connections, waiting for those in use.
    pub async fn close(&self) {
        on!(self, |pool| pool.close().await);
    }

    /// One more connection, as the migrator of sea-orm takes it. The caller closes it.
    pub async fn connect_for_migration(&self) -> Result<DatabaseConnection, DbErr> {
        let connected = match self {
            Self::Sqlite(pool) => {
                let one = SqlitePoolOptions::new().max_connections(1).acquire_timeout(pool.wait);
                one.connect_with(pool.pool.manager().options.clone()).await.map(DatabaseConnection::from)
            }
            Self::Postgres(pool) => {
                let one = PgPoolOptions::new().max_connections(1).acquire_timeout(pool.wait);
                one.connect_with(pool.pool.manager().options.clone()).await.map(DatabaseConnection::from)
            }
        };
        connected.map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))
    }
}

#[async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        on!(self, |pool| pool.execute(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        on!(self, |pool| pool.one(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        on!(self, |pool| pool.all(statement).await)
    }
}

/// Whether a server refuses connections because it starts, or because others have just left theirs.
fn is_starting(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => error.kind() == io::ErrorKind::ConnectionRefused,
        sqlx::Error::Database(error) => error.is_transient_in_connect_phase(),
        _ => false,
    }
}

/// Ends the span of a statement with its outcome. The text of an error may hold private values, so it is left out.
pub fn end_span<T>(span: Option<Span>, outcome: Result<T, DbErr>) -> Result<T, DbErr> {
    if let (Some(span), Err(_)) = (span, &outcome) {
        span.failed("database");
    }
    outcome
}

pub fn query<D: Database + HasStatementCache>(
    statement: Statement,
    stays_prepared: bool,
) -> Query<'static, D, SqlxValues>
where
    SqlxValues: IntoArguments<D>,
{
    let values = statement.values.unwrap_or(Values(Vec::new()));
    let keep = stays_prepared && values.0.len() <= MAX_VALUES_PREPARED;
    sqlx::query_with(AssertSqlSafe(statement.sql), SqlxValues(values)).persistent(keep)
}

/// Awaits an answer for a limited time: a server may be gone without having closed the connection.
async fn with_timeout<T>(
    limit: Option<Duration>,
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    let Some(limit) = limit else { return answer.await };
    let silent = |_| io::Error::new(io::ErrorKind::TimedOut, "the database does not answer");
    timeout(limit, answer).await.map_err(silent)?
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// The error of a pool that has been closed.
pub fn closed() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}

impl<D: Database> fmt::Debug for EnginePool<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnginePool").field("name", &self.name).finish_non_exhaustive()
    }
}

impl<D: Database> fmt::Debug for Connection<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("reusable", &self.reusable).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use deadpool::managed::Manager as _;
    use futures_util::FutureExt;
    use prometheus_client::{encoding::text::encode, registry::Registry};
    use sea_orm::sqlx::sqlite::SqliteConnectOptions;
    use tempfile::TempDir;

    use super::*;

    /// A pool of one connection to an empty database, which lasts as long as the folder.
    fn pool() -> (Pool, TempDir) {
        pool_with(Duration::from_secs(5))
    }

    fn pool_with(wait: Duration) -> (Pool, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let pool = EnginePool::new("write", options, 1, wait, ConnectionPolicy::of_sqlite()).unwrap();
        (Pool::Sqlite(pool), folder)
    }

    fn manager((pool, _folder): &(Pool, TempDir)) -> Manager<Sqlite> {
        let Pool::Sqlite(pool) = pool else { panic!("SQLite") };
        Manager { options: pool.pool.manager().options.clone(), statement_timeout: None }
    }

    async fn count(on: &impl ConnectionTrait, what: &str) -> i64 {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("select count(*) from {what}"));
        on.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    #[tokio::test]
    async fn a_statement_that_is_given_up_leaves_nothing_to_the_next() {
        let (pool, _folder) = pool();
        let numbers = "(with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000) select i from n)";
        for _ in 0..10 {
            let all = Statement::from_string(DbBackend::Sqlite, format!("select * from {numbers}"));
            assert!(pool.query_all_raw(all).now_or_never().is_none());
            assert_eq!(count(&pool, numbers).await, 1000);
        }
    }

    #[tokio::test]
    async fn a_connection_that_has_waited_for_long_is_tested_before_it_is_lent_again() {
        let pool = pool();
        let mut manager = manager(&pool);
        manager.statement_timeout = Some(Duration::from_millis(1));
        let mut connection = manager.create().await.unwrap();
        let long = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000000) select count(*) from n";
        // It does not answer while this runs.
        assert!(sqlx::query(long).fetch_one(&mut connection).now_or_never().is_none());
        let now = Metrics::default();
        let long_ago = Metrics { created: now.created - 2 * TEST_AFTER, ..now };
        let too_old = Metrics { created: now.created - 2 * MAX_AGE, recycled: Some(now.created), ..now };

        assert!(manager.recycle(&mut connection, &now).await.is_ok());
        assert!(manager.recycle(&mut connection, &long_ago).await.is_err());
        assert!(manager.recycle(&mut connection, &too_old).await.is_err());
    }

    #[tokio::test]
    async fn a_transaction_that_is_given_up_is_rolled_back_and_its_connection_used_again() {
        let (pool, _folder) = pool();
        let Pool::Sqlite(sqlite) = &pool else { panic!("SQLite") };
        pool.execute_unprepared("create temp table kept (text text)").await.unwrap();
        let mut connection = sqlite.acquire().await.unwrap();
        connection.begin().await.unwrap();
        connection
            .execute(Statement::from_string(DbBackend::Sqlite, "insert into kept values ('')"))
            .await
            .unwrap();

        drop(connection);

        // Another connection would not have the table.
        assert_eq!(count(&pool, "kept").await, 0);
    }

    #[tokio::test]
    async fn closing_waits_for_connections_in_use() {
        let (pool, _folder) = pool();
        let Pool::Sqlite(sqlite) = &pool else { panic!("SQLite") };
        let connection = sqlite.acquire().await.unwrap();
        let mut closing = Box::pin(pool.close());
        assert!(closing.as_mut().now_or_never().is_none());

        drop(connection);

        closing.await;
        let refused = sqlite.acquire().await.unwrap_err();
        assert!(matches!(refused, DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)));
    }

    #[tokio::test]
    async fn whoever_waits_in_vain_is_counted() {
        let (pool, _folder) = pool_with(Duration::from_millis(10));
        let Pool::Sqlite(sqlite) = &pool else { panic!("SQLite") };
        let connection = sqlite.acquire().await.unwrap();

        let refused = sqlite.acquire().await.unwrap_err();

        assert!(matches!(refused, DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)));
        let status = pool.status();
        assert_eq!((status.used, status.idle, status.timeouts.get()), (1, 0, 1));
        let (mut registry, mut text) = (Registry::default(), String::new());
        registry.register("waits", "", status.waits);
        encode(&mut text, &registry).unwrap();
        assert!(text.contains("waits_count 1"), "{text}");
        drop(connection);
        assert_eq!((pool.status().used, pool.status().max), (0, 1));
    }

    #[tokio::test]
    async fn a_refused_statement_does_not_keep_its_connection() {
        let (pool, _folder) = pool();
        for _ in 0..3 {
            pool.execute_unprepared("select nonsense").await.unwrap_err();
        }
        assert_eq!(count(&pool, "sqlite_master").await, 0);
    }

    #[tokio::test]
    async fn a_full_file_is_told_as_such_and_written_to_again_once_there_is_room() {
        let (pool, _folder) = pool();
        pool.execute_unprepared("create table kept (text text)").await.unwrap();
        pool.execute_unprepared("pragma max_page_count = 8").await.unwrap();
        let Pool::Sqlite(sqlite) = &pool else { panic!("SQLite") };
        let much = Statement::from_string(DbBackend::Sqlite, "insert into kept values (zeroblob(100000))");
        let mut connection = sqlite.acquire().await.unwrap();
        connection.begin().await.unwrap();

        let full = connection.execute(much.clone()).await.unwrap_err();

        assert_eq!(Trouble::of(&full), Some(Trouble::Full));
        drop(connection);
        assert_eq!(count(&pool, "kept").await, 0);
        // Another connection knows nothing of the limit.
        let mut connection = sqlite.acquire().await.unwrap();
        connection.begin().await.unwrap();
        connection.execute(much).await.unwrap();
        connection.commit().await.unwrap();
        drop(connection);
        assert_eq!(count(&pool, "kept").await, 1);
    }
}
