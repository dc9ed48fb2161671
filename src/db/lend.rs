//! Connections, lent for a statement or for longer.
//!
//! A pool tests each connection that comes back to it, by a round trip that costs as much as a short query
//! does. Here, one that comes back in good order waits on a shelf for whoever is next. Every second it takes
//! the way through the pool all the same, which tests it and closes what has grown old.

use std::{
    fmt,
    future::Future,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use prometheus_client::metrics::{counter::Counter, histogram::Histogram};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement,
    Values,
    prelude::async_trait::async_trait,
    sqlx::{
        self, AssertSqlSafe, Database, Executor, IntoArguments, Pool, Postgres, SqlSafeStr, Sqlite,
        pool::PoolConnection, query::Query,
    },
};
use sea_query_sqlx::SqlxValues;
use sqlx_core::{database::HasStatementCache, transaction::TransactionManager};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::trouble::Trouble;
use crate::telemetry::traces::Span;

/// How long somebody waits for a connection, in seconds.
const WAITS: [f64; 9] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0];

/// How long a connection stays away from the pool.
const KEPT: Duration = Duration::from_secs(1);

/// How many values a statement may have that stays prepared. Those with more write many rows, hardly ever as many
/// again, and each would take megabytes.
const MOST_VALUES_KEPT: usize = 100;

/// Lends the connections of a pool, and runs single statements on them.
#[derive(Clone, Debug)]
pub enum Lender {
    Sqlite(Arc<Shelf<Sqlite>>),
    Postgres(Arc<Shelf<Postgres>>),
}

#[derive(Debug)]
enum AnyLoan {
    Sqlite(Loan<Sqlite>),
    Postgres(Loan<Postgres>),
}

/// How an engine is spoken to.
#[derive(Clone, Debug)]
pub struct Manner {
    /// What begins a transaction that writes.
    pub begin: String,
    /// Whether a statement may stand alone, and stays prepared. Where a pooler lends sessions for a transaction only
    /// and knows nothing of prepared statements, each has a transaction to itself.
    pub alone: bool,
    /// How long is waited for an answer until the connection is given up; none for an engine that is no server.
    pub patience: Option<Duration>,
}

pub struct Shelf<D: Database> {
    name: &'static str,
    pool: Pool<D>,
    connections: u32,
    wait: Duration,
    manner: Manner,
    /// As many as the pool has connections: whoever holds one finds a connection here or in the pool.
    permits: Arc<Semaphore>,
    waiting: Mutex<Vec<Taken<D>>>,
    /// How long those waited who had to, in seconds, and how often they gave up.
    waits: Histogram,
    timeouts: Counter,
}

/// How a pool fares.
#[derive(Debug)]
pub struct PoolStatus {
    pub name: &'static str,
    pub max: u32,
    pub used: u32,
    /// Open, and waiting for whoever is next.
    pub idle: u32,
    pub waits: Histogram,
    pub timeouts: Counter,
}

/// A connection, and when it has to go back to the pool.
struct Taken<D: Database> {
    connection: PoolConnection<D>,
    until: Instant,
}

pub struct Loan<D: Database> {
    shelf: Arc<Shelf<D>>,
    /// None once it has been dropped.
    taken: Option<Taken<D>>,
    /// Whether neither a statement nor a transaction has been left half way.
    settled: bool,
    /// Whether it is good for more.
    fit: bool,
    _permit: OwnedSemaphorePermit,
}

impl Manner {
    pub fn of_sqlite() -> Self {
        // Begun otherwise, it would read what another changes before it writes, and fail.
        Self { begin: "begin immediate".into(), alone: true, patience: None }
    }
}

impl<D: Database> Shelf<D> {
    /// `connections` is how many the pool has, and `wait` how long somebody waits for one.
    pub fn new(
        name: &'static str,
        pool: Pool<D>,
        connections: u32,
        wait: Duration,
        manner: Manner,
    ) -> Arc<Self> {
        let permits = Arc::new(Semaphore::new(connections as usize));
        let (waits, timeouts) = (Histogram::new(WAITS), Counter::default());
        Arc::new(Self {
            name,
            pool,
            connections,
            wait,
            manner,
            permits,
            waiting: Mutex::default(),
            waits,
            timeouts,
        })
    }

    pub fn status(&self) -> PoolStatus {
        let free = u32::try_from(self.permits.available_permits()).unwrap_or(u32::MAX);
        let used = self.connections.saturating_sub(free);
        let idle = self.pool.size().saturating_sub(used);
        let (waits, timeouts) = (self.waits.clone(), self.timeouts.clone());
        PoolStatus { name: self.name, max: self.connections, used, idle, waits, timeouts }
    }

    /// Waits for something as long as one may, and takes note of how long that was.
    pub async fn waited<T>(&self, what: impl Future<Output = T>) -> Result<T, DbErr> {
        let began = Instant::now();
        let reached = timeout(self.wait, what).await;
        self.waits.observe(began.elapsed().as_secs_f64());
        reached.map_err(|_| self.timed_out())
    }

    fn timed_out(&self) -> DbErr {
        self.timeouts.inc();
        DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)
    }

    fn unavailable(&self, error: sqlx::Error) -> DbErr {
        match error {
            sqlx::Error::PoolTimedOut => self.timed_out(),
            sqlx::Error::PoolClosed => closed(),
            error => DbErr::Conn(RuntimeErr::SqlxError(error.into())),
        }
    }

    pub async fn lend(self: &Arc<Self>) -> Result<Loan<D>, DbErr> {
        let permit = match Arc::clone(&self.permits).try_acquire_owned() {
            Ok(permit) => permit,
            Err(_) => self.waited(Arc::clone(&self.permits).acquire_owned()).await?.map_err(|_| closed())?,
        };
        // One that has waited for long may be dead by now: the pool finds out.
        let waiting = self.waiting().pop().filter(|taken| Instant::now() < taken.until);
        let taken = match waiting {
            Some(taken) => taken,
            None => Taken {
                connection: self.pool.acquire().await.map_err(|error| self.unavailable(error))?,
                until: Instant::now() + KEPT,
            },
        };
        Ok(Loan { shelf: Arc::clone(self), taken: Some(taken), settled: true, fit: true, _permit: permit })
    }

    /// Lends for statements that each stand alone.
    pub async fn lend_for_one(self: &Arc<Self>) -> Result<Loan<D>, DbErr> {
        let mut loan = self.lend().await?;
        if !self.manner.alone {
            loan.begin().await?;
        }
        Ok(loan)
    }

    /// Closes the pool.
    pub async fn close(&self) {
        self.waiting().clear();
        self.pool.close().await;
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Taken<D>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<D: Database> Drop for Shelf<D> {
    /// Closes what is left, past the pool: that takes a runtime, which may have ended.
    fn drop(&mut self) {
        self.waiting().drain(..).for_each(|taken| drop(taken.connection.leak()));
    }
}

impl<D: Database> Taken<D> {
    fn is_in_transaction(&self) -> bool {
        D::TransactionManager::get_transaction_depth(&self.connection) > 0
    }
}

impl<D: Database> Loan<D> {
    /// The connection itself; whoever does something with it says by [`Loan::settle`] what has come of it.
    pub fn connection(&mut self) -> Result<&mut D::Connection, DbErr> {
        // Nobody knows when a server will answer, if ever.
        (self.settled, self.fit) = (false, self.patience().is_none());
        let taken = self.taken.as_mut().ok_or_else(closed)?;
        Ok(&mut taken.connection)
    }

    fn patience(&self) -> Option<Duration> {
        self.shelf.manner.patience
    }

    pub async fn begin(&mut self) -> Result<(), DbErr> {
        let span = Self::span("begin");
        let (patience, begin) =
            (self.patience(), AssertSqlSafe(self.shelf.manner.begin.as_str()).into_sql_str());
        let begun = D::TransactionManager::begin(self.connection()?, Some(begin));
        let begun = patient(patience, begun).await;
        ended(span, self.settle(begun))
    }

    pub async fn begin_unless_begun(&mut self) -> Result<(), DbErr> {
        if self.taken.as_ref().is_some_and(Taken::is_in_transaction) { Ok(()) } else { self.begin().await }
    }

    /// Commits, if there is a transaction.
    pub async fn end(&mut self) -> Result<(), DbErr> {
        if self.settled { Ok(()) } else { self.commit().await }
    }

    pub async fn commit(&mut self) -> Result<(), DbErr> {
        let span = Self::span("commit");
        let patience = self.patience();
        let committed = patient(patience, D::TransactionManager::commit(self.connection()?)).await;
        ended(span, self.settle(committed))
    }

    /// The span of a statement, where the request that it belongs to is traced.
    pub fn span(statement: &str) -> Option<Span> {
        Span::of_statement(if D::NAME == Sqlite::NAME { "sqlite" } else { "postgresql" }, statement)
    }

    /// To be called with what has come of something.
    pub fn settle<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, DbErr> {
        self.settled = outcome.is_ok() && !self.taken.as_ref().is_some_and(Taken::is_in_transaction);
        self.fit = match &outcome {
            Ok(_) => true,
            Err(error @ sqlx::Error::Database(_)) => {
                !Trouble::of_sqlx(error).is_some_and(Trouble::spoils_connection)
            }
            Err(_) => false,
        };
        outcome.map_err(failed)
    }
}

impl<D> Loan<D>
where
    D: Database + HasStatementCache,
    SqlxValues: IntoArguments<D>,
    QueryResult: From<D::Row>,
    ExecResult: From<D::QueryResult>,
    for<'c> &'c mut D::Connection: Executor<'c, Database = D>,
{
    pub async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (span, patience, query) = self.prepare(statement);
        let row = patient(patience, query.fetch_optional(self.connection()?)).await;
        Ok(ended(span, self.settle(row))?.map(QueryResult::from))
    }

    pub async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (span, patience, query) = self.prepare(statement);
        let rows = patient(patience, query.fetch_all(self.connection()?)).await;
        Ok(ended(span, self.settle(rows))?.into_iter().map(QueryResult::from).collect())
    }

    pub async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (span, patience, query) = self.prepare(statement);
        let result = patient(patience, query.execute(self.connection()?)).await;
        Ok(ended(span, self.settle(result))?.into())
    }

    fn prepare(
        &self,
        statement: Statement,
    ) -> (Option<Span>, Option<Duration>, Query<'static, D, SqlxValues>) {
        let span = Self::span(&statement.sql);
        (span, self.patience(), query(statement, self.shelf.manner.alone))
    }
}

impl<D: Database> Drop for Loan<D> {
    fn drop(&mut self) {
        let Some(mut taken) = self.taken.take() else { return };
        if !self.fit {
            // Closes it. What has not been committed is undone.
            drop(taken.connection.detach());
        } else if !self.settled {
            D::TransactionManager::start_rollback(&mut taken.connection);
        } else if Instant::now() < taken.until && !self.shelf.pool.is_closed() {
            self.shelf.waiting().push(taken);
        }
    }
}

/// Does the same with a connection of either kind.
macro_rules! on {
    ($any:ident, $loan:expr, |$it:ident| $work:expr) => {
        match $loan {
            $any::Sqlite($it) => $work,
            $any::Postgres($it) => $work,
        }
    };
}

impl Lender {
    pub fn status(&self) -> PoolStatus {
        on!(Self, self, |shelf| shelf.status())
    }

    /// A connection for a single statement, which is over with [`AnyLoan::end`].
    async fn lend_for_one(&self) -> Result<AnyLoan, DbErr> {
        Ok(match self {
            Self::Sqlite(shelf) => AnyLoan::Sqlite(shelf.lend_for_one().await?),
            Self::Postgres(shelf) => AnyLoan::Postgres(shelf.lend_for_one().await?),
        })
    }

    /// Gives back to the pool what nobody uses just now.
    pub fn give_back(&self) {
        on!(Self, self, |shelf| shelf.waiting().clear());
    }
}

impl AnyLoan {
    /// Ends what was lent for a single statement.
    async fn end(&mut self) -> Result<(), DbErr> {
        on!(Self, self, |loan| loan.end().await)
    }

    async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        on!(Self, self, |loan| loan.one(statement).await)
    }

    async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        on!(Self, self, |loan| loan.all(statement).await)
    }

    async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        on!(Self, self, |loan| loan.execute(statement).await)
    }
}

/// Ends the span of a statement with what came of it. The error itself may tell what is private.
pub fn ended<T>(span: Option<Span>, outcome: Result<T, DbErr>) -> Result<T, DbErr> {
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
    let keep = stays_prepared && values.0.len() <= MOST_VALUES_KEPT;
    sqlx::query_with(AssertSqlSafe(statement.sql), SqlxValues(values)).persistent(keep)
}

/// Waits for an answer only so long: a server may be gone without having hung up.
async fn patient<T>(
    patience: Option<Duration>,
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    let Some(patience) = patience else { return answer.await };
    let silent = |_| io::Error::new(io::ErrorKind::TimedOut, "the database does not answer");
    timeout(patience, answer).await.map_err(silent)?
}

pub fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// There is no connection any more.
pub fn closed() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}

#[async_trait]
impl ConnectionTrait for Lender {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut loan = self.lend_for_one().await?;
        let result = loan.execute(statement).await?;
        loan.end().await?;
        Ok(result)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut loan = self.lend_for_one().await?;
        let row = loan.one(statement).await?;
        loan.end().await?;
        Ok(row)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut loan = self.lend_for_one().await?;
        let rows = loan.all(statement).await?;
        loan.end().await?;
        Ok(rows)
    }
}

impl<D: Database> fmt::Debug for Shelf<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf").field("waiting", &self.waiting().len()).finish_non_exhaustive()
    }
}

impl<D: Database> fmt::Debug for Loan<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loan").field("settled", &self.settled).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use prometheus_client::{encoding::text::encode, registry::Registry};
    use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
    use tempfile::TempDir;

    use super::*;

    /// One connection to an empty database, lent as long as the folder is there.
    async fn lender() -> (Lender, TempDir) {
        lender_with(Duration::from_secs(5)).await
    }

    async fn lender_with(wait: Duration) -> (Lender, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
        (Lender::Sqlite(Shelf::new("write", pool, 1, wait, Manner::of_sqlite())), folder)
    }

    async fn count(on: &impl ConnectionTrait, what: &str) -> i64 {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("select count(*) from {what}"));
        on.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    #[tokio::test]
    async fn a_statement_that_is_given_up_leaves_nothing_to_the_next() {
        let (lender, _folder) = lender().await;
        let numbers = "(with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000) \
            select i from n)";
        for _ in 0..10 {
            let all = Statement::from_string(DbBackend::Sqlite, format!("select * from {numbers}"));
            assert!(lender.query_all_raw(all).now_or_never().is_none());
            assert_eq!(count(&lender, numbers).await, 1000);
        }
    }

    #[tokio::test]
    async fn a_connection_that_has_waited_for_long_is_tested_before_it_is_lent_again() {
        let (lender, _folder) = lender().await;
        let Lender::Sqlite(shelf) = &lender else { panic!("SQLite") };
        count(&lender, "sqlite_master").await;
        let now = Instant::now();
        shelf.waiting().iter_mut().for_each(|taken| taken.until = now);

        let loan = shelf.lend().await.unwrap();

        assert!(loan.taken.as_ref().unwrap().until > now);
        assert!(shelf.waiting().is_empty());
    }

    #[tokio::test]
    async fn whoever_waits_in_vain_is_counted() {
        let (lender, _folder) = lender_with(Duration::from_millis(10)).await;
        let Lender::Sqlite(shelf) = &lender else { panic!("SQLite") };
        let loan = shelf.lend().await.unwrap();

        let refused = shelf.lend().await.unwrap_err();

        assert!(matches!(refused, DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)));
        let status = lender.status();
        assert_eq!((status.used, status.idle, status.timeouts.get()), (1, 0, 1));
        let (mut registry, mut text) = (Registry::default(), String::new());
        registry.register("waits", "", status.waits);
        encode(&mut text, &registry).unwrap();
        assert!(text.contains("waits_count 1"), "{text}");
        drop(loan);
        assert_eq!((lender.status().used, lender.status().max), (0, 1));
    }

    #[tokio::test]
    async fn a_refused_statement_does_not_keep_its_connection() {
        let (lender, _folder) = lender().await;
        for _ in 0..3 {
            lender.execute_unprepared("select nonsense").await.unwrap_err();
        }
        assert_eq!(count(&lender, "sqlite_master").await, 0);
    }

    #[tokio::test]
    async fn a_full_file_is_told_as_such_and_written_to_again_once_there_is_room() {
        let (lender, _folder) = lender().await;
        lender.execute_unprepared("create table kept (text text)").await.unwrap();
        lender.execute_unprepared("pragma max_page_count = 8").await.unwrap();
        let Lender::Sqlite(shelf) = &lender else { panic!("SQLite") };
        let much = Statement::from_string(DbBackend::Sqlite, "insert into kept values (zeroblob(100000))");
        let mut loan = shelf.lend().await.unwrap();
        loan.begin().await.unwrap();

        let full = loan.execute(much.clone()).await.unwrap_err();

        assert_eq!(Trouble::of(&full), Some(Trouble::Full));
        drop(loan);
        assert_eq!(count(&lender, "kept").await, 0);
        // Another connection knows nothing of the limit.
        let mut loan = shelf.lend().await.unwrap();
        loan.begin().await.unwrap();
        loan.execute(much).await.unwrap();
        loan.commit().await.unwrap();
        drop(loan);
        assert_eq!(count(&lender, "kept").await, 1);
    }
}
