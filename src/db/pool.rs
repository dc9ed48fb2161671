//! Connection pools, one for each engine and a type over both.
//!
//! [deadpool](deadpool::managed) keeps the connections; `Manager` tells it how to open one and when to test one. sqlx's
//! own pool tests each connection that is returned by a round trip, which costs as much as a short query. Here, only
//! one that was not used for a second is tested.

use std::{
    fmt,
    future::Future,
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use deadpool::managed::{self, PoolError, QueueMode, Timeouts};
use prometheus_client::metrics::{counter::Counter, histogram::Histogram};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult,
    RuntimeErr, Statement,
    prelude::async_trait::async_trait,
    sqlx::{
        self, Connection as _, Database, Executor, IntoArguments, Postgres, Sqlite, postgres::PgPoolOptions,
        sqlite::SqlitePoolOptions,
    },
};
use sea_query_sqlx::SqlxValues;
use sqlx_core::database::HasStatementCache;
use tokio::{
    sync::Notify,
    time::{sleep, timeout},
};

use super::{
    connection::{Connection, ConnectionPolicy, PoolContext, closed},
    manager::{Manager, Options, with_timeout},
};

/// Buckets of the time that is spent waiting for a connection, in seconds.
const WAITS: [f64; 9] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0];

/// A connection that was not used for this long is closed.
const MAX_IDLE: Duration = Duration::from_secs(600);

/// The pause before connecting again to a server that is still starting.
const RECONNECT_AFTER: Duration = Duration::from_millis(50);

/// Fails with a timeout instead of waiting when all connections are in use.
const DO_NOT_WAIT: Timeouts = Timeouts { wait: Some(Duration::ZERO), create: None, recycle: None };

/// A pool of either engine, which also runs single statements.
#[derive(Clone, Debug)]
pub enum Pool {
    Sqlite(Arc<EnginePool<Sqlite>>),
    Postgres(Arc<EnginePool<Postgres>>),
}

/// A pool of connections to one database.
pub struct EnginePool<D: Database> {
    name: &'static str,
    pool: managed::Pool<Manager<D>>,
    wait: Duration,
    context: Arc<PoolContext>,
    waits: Histogram,
    timeouts: Counter,
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
        let context = Arc::new(PoolContext { policy, returned: Notify::new() });
        Ok(Arc::new(Self { name, pool, wait, context, waits, timeouts }))
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
                Err(PoolError::Timeout(_)) => Box::pin(self.waited(self.pool.get())).await?,
                at_once => at_once,
            };
            match object {
                Ok(object) => return Ok(Connection::new(Arc::clone(&self.context), object)),
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
        if !self.context.policy.standalone {
            connection.begin().await?;
        }
        Ok(connection)
    }

    /// Closes connections that have not been used for long.
    pub fn close_idle(&self) {
        drop(self.pool.retain(|_, metrics| metrics.last_used() < MAX_IDLE));
    }

    /// Closes all connections, waiting for those in use.
    pub async fn close(&self) {
        loop {
            let returned = self.context.returned.notified();
            for connection in self.pool.retain(|_, _| false).removed {
                // It is gone either way.
                let _ = with_timeout(self.context.policy.statement_timeout, connection.close()).await;
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
                // A step that copies a table must be able to drop the old one. It checks the foreign keys itself.
                let options = pool.pool.manager().options.clone().foreign_keys(false);
                one.connect_with(options).await.map(DatabaseConnection::from)
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

impl<D: Database> fmt::Debug for EnginePool<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnginePool").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use deadpool::managed::{Manager as _, Metrics};
    use futures_util::FutureExt;
    use prometheus_client::{encoding::text::encode, registry::Registry};
    use sea_orm::sqlx::sqlite::SqliteConnectOptions;
    use tempfile::TempDir;

    use super::*;
    use crate::db::{
        Outage,
        manager::{MAX_AGE, TEST_AFTER},
    };

    /// A pool of one connection to an empty database, which lasts as long as the folder.
    fn pool() -> (Pool, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let pool =
            EnginePool::new("write", options, 1, Duration::from_secs(5), ConnectionPolicy::of_sqlite())
                .unwrap();
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
        let numbers = "(with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000) \
            select i from n)";
        for _ in 0..10 {
            let all = Statement::from_string(DbBackend::Sqlite, format!("select * from {numbers}"));
            assert!(pool.query_all_raw(all).now_or_never().is_none());
            assert_eq!(count(&pool, numbers).await, 1000);
        }
    }

    #[tokio::test]
    async fn a_connection_that_was_not_used_for_long_is_tested_before_it_is_used_again() {
        let pool = pool();
        let mut manager = manager(&pool);
        manager.statement_timeout = Some(Duration::from_millis(1));
        let mut connection = manager.create().await.unwrap();
        let long = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000000) \
             select count(*) from n";
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
    async fn waiting_in_vain_for_a_connection_is_counted() {
        let (mut pool, _folder) = pool();
        // Connecting is not limited as the wait is below.
        count(&pool, "sqlite_master").await;
        let Pool::Sqlite(sqlite) = &mut pool else { panic!("SQLite") };
        Arc::get_mut(sqlite).unwrap().wait = Duration::from_millis(10);
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
    async fn a_full_file_is_reported_as_such_and_written_to_again_once_there_is_room() {
        let (pool, _folder) = pool();
        pool.execute_unprepared("create table kept (text text)").await.unwrap();
        pool.execute_unprepared("pragma max_page_count = 8").await.unwrap();
        let Pool::Sqlite(sqlite) = &pool else { panic!("SQLite") };
        let much = Statement::from_string(DbBackend::Sqlite, "insert into kept values (zeroblob(100000))");
        let mut connection = sqlite.acquire().await.unwrap();
        connection.begin().await.unwrap();

        let full = connection.execute(much.clone()).await.unwrap_err();

        assert_eq!(Outage::of(&full), Some(Outage::Full));
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
