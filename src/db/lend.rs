//! Connections, lent for a statement or for a transaction.
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

use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement,
    Values,
    prelude::async_trait::async_trait,
    sqlx::{
        self, AssertSqlSafe, Database, IntoArguments, Pool, Postgres, SqlSafeStr, Sqlite,
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

/// How long a connection stays away from the pool.
const KEPT: Duration = Duration::from_secs(1);

/// Lends the connections of a pool, and runs single statements on them.
#[derive(Clone, Debug)]
pub enum Lender {
    Sqlite(Arc<Shelf<Sqlite>>),
    Postgres(Arc<Shelf<Postgres>>),
}

/// A connection; with a transaction, as a rule, which is undone unless it is committed.
#[derive(Debug)]
pub struct Lease {
    backend: DbBackend,
    /// There is never anybody to wait for: this makes it usable by reference.
    loan: tokio::sync::Mutex<AnyLoan>,
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
    /// Whether a statement may stand alone, and stays prepared. Where a pooler lends sessions for a transaction only and
    /// knows nothing of prepared statements, each has a transaction to itself.
    pub alone: bool,
    /// How long is waited for an answer until the connection is given up; none for an engine that is no server.
    pub patience: Option<Duration>,
}

pub struct Shelf<D: Database> {
    pool: Pool<D>,
    wait: Duration,
    manner: Manner,
    /// As many as the pool has connections: whoever holds one finds a connection here or in the pool.
    permits: Arc<Semaphore>,
    waiting: Mutex<Vec<Taken<D>>>,
}

/// A connection, and when it has to go back to the pool.
struct Taken<D: Database> {
    connection: PoolConnection<D>,
    until: Instant,
}

struct Loan<D: Database> {
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
    pub fn new(pool: Pool<D>, connections: u32, wait: Duration, manner: Manner) -> Arc<Self> {
        let permits = Arc::new(Semaphore::new(connections as usize));
        Arc::new(Self { pool, wait, manner, permits, waiting: Mutex::default() })
    }

    async fn lend(self: &Arc<Self>) -> Result<Loan<D>, DbErr> {
        let permit = timeout(self.wait, Arc::clone(&self.permits).acquire_owned()).await;
        let Ok(Ok(permit)) = permit else { return Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)) };
        // One that has waited for long may be dead by now: the pool finds out.
        let waiting = self.waiting().pop().filter(|taken| Instant::now() < taken.until);
        let taken = match waiting {
            Some(taken) => taken,
            None => Taken {
                connection: self.pool.acquire().await.map_err(unavailable)?,
                until: Instant::now() + KEPT,
            },
        };
        Ok(Loan { shelf: Arc::clone(self), taken: Some(taken), settled: true, fit: true, _permit: permit })
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

impl<D: Database> Loan<D> {
    fn connection(&mut self) -> Result<&mut D::Connection, DbErr> {
        // Nobody knows when a server will answer, if ever.
        (self.settled, self.fit) = (false, self.patience().is_none());
        let taken = self.taken.as_mut().ok_or(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
        Ok(&mut taken.connection)
    }

    fn patience(&self) -> Option<Duration> {
        self.shelf.manner.patience
    }

    async fn begin(&mut self) -> Result<(), DbErr> {
        let (patience, begin) =
            (self.patience(), AssertSqlSafe(self.shelf.manner.begin.as_str()).into_sql_str());
        let begun = D::TransactionManager::begin(self.connection()?, Some(begin));
        let begun = patient(patience, begun).await;
        self.settle(begun)
    }

    async fn commit(&mut self) -> Result<(), DbErr> {
        let patience = self.patience();
        let committed = patient(patience, D::TransactionManager::commit(self.connection()?)).await;
        self.settle(committed)
    }

    /// To be called with what has come of something.
    fn settle<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, DbErr> {
        let depth = |taken: &Taken<D>| D::TransactionManager::get_transaction_depth(&taken.connection);
        self.settled = outcome.is_ok() && self.taken.as_ref().is_some_and(|taken| depth(taken) == 0);
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
    async fn lend(&self) -> Result<AnyLoan, DbErr> {
        Ok(match self {
            Self::Sqlite(shelf) => AnyLoan::Sqlite(shelf.lend().await?),
            Self::Postgres(shelf) => AnyLoan::Postgres(shelf.lend().await?),
        })
    }

    /// A connection with a transaction that writes.
    pub async fn begin(&self) -> Result<Lease, DbErr> {
        let mut loan = self.lend().await?;
        loan.begin().await?;
        Ok(Lease { backend: self.get_database_backend(), loan: tokio::sync::Mutex::new(loan) })
    }

    /// A connection for several statements that are each for themselves.
    pub async fn hold(&self) -> Result<Lease, DbErr> {
        let loan = self.lend_for_one().await?;
        Ok(Lease { backend: self.get_database_backend(), loan: tokio::sync::Mutex::new(loan) })
    }

    /// A connection for a single statement, which is over with [`AnyLoan::end`].
    async fn lend_for_one(&self) -> Result<AnyLoan, DbErr> {
        let mut loan = self.lend().await?;
        if !on!(Self, self, |shelf| shelf.manner.alone) {
            loan.begin().await?;
        }
        Ok(loan)
    }

    /// Gives back to the pool what nobody uses just now.
    pub fn give_back(&self) {
        on!(Self, self, |shelf| shelf.waiting().clear());
    }

    /// Closes the pool.
    pub async fn close(&self) {
        self.give_back();
        on!(Self, self, |shelf| shelf.pool.close().await);
    }
}

impl Lease {
    pub async fn commit(self) -> Result<(), DbErr> {
        self.loan.into_inner().commit().await
    }
}

impl AnyLoan {
    async fn begin(&mut self) -> Result<(), DbErr> {
        on!(Self, self, |loan| loan.begin().await)
    }

    async fn commit(&mut self) -> Result<(), DbErr> {
        on!(Self, self, |loan| loan.commit().await)
    }

    /// Ends what was lent for a single statement.
    async fn end(&mut self) -> Result<(), DbErr> {
        if on!(Self, self, |loan| loan.settled) { Ok(()) } else { self.commit().await }
    }

    async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        on!(Self, self, |loan| {
            let (patience, query) = (loan.patience(), query(statement, loan.shelf.manner.alone));
            let row = patient(patience, query.fetch_optional(loan.connection()?)).await;
            Ok(loan.settle(row)?.map(QueryResult::from))
        })
    }

    async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        on!(Self, self, |loan| {
            let (patience, query) = (loan.patience(), query(statement, loan.shelf.manner.alone));
            let rows = patient(patience, query.fetch_all(loan.connection()?)).await;
            Ok(loan.settle(rows)?.into_iter().map(QueryResult::from).collect())
        })
    }

    async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        on!(Self, self, |loan| {
            let (patience, query) = (loan.patience(), query(statement, loan.shelf.manner.alone));
            let result = patient(patience, query.execute(loan.connection()?)).await;
            Ok(loan.settle(result)?.into())
        })
    }
}

fn query<D: Database + HasStatementCache>(
    statement: Statement,
    stays_prepared: bool,
) -> Query<'static, D, SqlxValues>
where
    SqlxValues: IntoArguments<D>,
{
    let values = statement.values.unwrap_or(Values(Vec::new()));
    sqlx::query_with(AssertSqlSafe(statement.sql), SqlxValues(values)).persistent(stays_prepared)
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

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

fn unavailable(error: sqlx::Error) -> DbErr {
    match error {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        error => DbErr::Conn(RuntimeErr::SqlxError(error.into())),
    }
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

#[async_trait]
impl ConnectionTrait for Lease {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.loan.lock().await.execute(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.backend, sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.loan.lock().await.one(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.loan.lock().await.all(statement).await
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
    use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
    use tempfile::TempDir;

    use super::*;

    /// One connection to an empty database, lent as long as the folder is there.
    async fn lender() -> (Lender, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
        (Lender::Sqlite(Shelf::new(pool, 1, Duration::from_secs(5), Manner::of_sqlite())), folder)
    }

    async fn count(on: &impl ConnectionTrait, what: &str) -> i64 {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("select count(*) from {what}"));
        on.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    #[tokio::test]
    async fn what_is_not_committed_is_undone() {
        let (lender, _folder) = lender().await;
        let lease = lender.begin().await.unwrap();
        lease.execute_unprepared("create table kept (id integer)").await.unwrap();
        lease.commit().await.unwrap();
        let lease = lender.begin().await.unwrap();
        lease.execute_unprepared("insert into kept values (1)").await.unwrap();
        assert_eq!(count(&lease, "kept").await, 1);
        drop(lease);

        assert_eq!(count(&lender, "kept").await, 0);
    }

    #[tokio::test]
    async fn a_statement_that_is_given_up_leaves_nothing_to_the_next() {
        let (lender, _folder) = lender().await;
        let numbers = "(with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000) select i from n)";
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
    async fn a_refused_statement_does_not_keep_its_connection() {
        let (lender, _folder) = lender().await;
        for _ in 0..3 {
            lender.execute_unprepared("select nonsense").await.unwrap_err();
            lender.begin().await.unwrap().execute_unprepared("select nonsense").await.unwrap_err();
        }
        assert_eq!(count(&lender, "sqlite_master").await, 0);
    }

    #[tokio::test]
    async fn a_full_file_is_told_as_such_and_written_to_again_once_there_is_room() {
        let (lender, _folder) = lender().await;
        lender.execute_unprepared("create table kept (text text)").await.unwrap();
        lender.execute_unprepared("pragma max_page_count = 8").await.unwrap();
        let lease = lender.begin().await.unwrap();

        let full = lease.execute_unprepared("insert into kept values (zeroblob(100000))").await.unwrap_err();

        assert_eq!(Trouble::of(&full), Some(Trouble::Full));
        drop(lease);
        assert_eq!(count(&lender, "kept").await, 0);
        // Another connection knows nothing of the limit.
        let lease = lender.begin().await.unwrap();
        lease.execute_unprepared("insert into kept values (zeroblob(100000))").await.unwrap();
        lease.commit().await.unwrap();
        assert_eq!(count(&lender, "kept").await, 1);
    }
}
