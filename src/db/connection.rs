//! A connection that was taken from a pool, and how statements are run on it.
//!
//! It goes back to the pool when it is dropped, if it is known to be in order. One whose statement was abandoned
//! midway is closed instead, and a transaction that is still open is rolled back first.

use std::{fmt, sync::Arc, time::Duration};

use deadpool::managed::Object;
use sea_orm::{
    ConnAcquireErr, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
    sqlx::{self, AssertSqlSafe, Database, Executor, IntoArguments, SqlSafeStr, Sqlite, query::Query},
};
use sea_query_sqlx::SqlxValues;
use sqlx_core::{database::HasStatementCache, transaction::TransactionManager};
use tokio::{runtime::Handle, sync::Notify};

use super::{
    error::Outage,
    manager::{Manager, with_timeout},
    query::PLANNED_EACH_TIME,
    scope,
};
use crate::telemetry::traces::Span;

/// The most parameters of a statement that is kept for the next time.
const MAX_VALUES_KEPT: usize = 100;

/// Whether a statement is worth keeping as a text that has been checked. Those of more parameters hardly ever come
/// again with as many, and each would take much memory.
pub fn is_used_again(statement: &Statement) -> bool {
    statement.values.as_ref().is_none_or(|values| values.0.len() <= MAX_VALUES_KEPT)
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

/// What all connections of a pool share.
#[derive(Debug)]
pub struct PoolContext {
    pub policy: ConnectionPolicy,
    /// Notified whenever a connection has been returned or closed.
    pub returned: Notify,
}

/// A statement that is about to be sent, with its span and its time limit.
type Prepared<D> = (Option<Span>, Option<Duration>, Query<'static, D, SqlxValues>);

/// A connection that is in use.
pub struct Connection<D: Database> {
    context: Arc<PoolContext>,
    /// None only while it is dropped.
    object: Option<Object<Manager<D>>>,
    /// False while a statement runs, and after an error that leaves the state of the connection unknown.
    reusable: bool,
}

impl ConnectionPolicy {
    pub fn of_sqlite() -> Self {
        // A deferred transaction that reads first and writes later fails if another has written in between.
        Self { begin: "begin immediate".into(), standalone: true, statement_timeout: None }
    }
}

impl<D: Database> Connection<D> {
    pub fn new(context: Arc<PoolContext>, object: Object<Manager<D>>) -> Self {
        Self { context, object: Some(object), reusable: true }
    }

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
                !Outage::of_sqlx(error).is_some_and(Outage::spoils_connection)
            }
            Err(_) => false,
        };
        outcome.map_err(failed)
    }

    fn is_in_transaction(&self) -> bool {
        self.object.as_deref().is_some_and(sqlx::Connection::is_in_transaction)
    }

    fn statement_timeout(&self) -> Option<Duration> {
        self.context.policy.statement_timeout
    }

    pub async fn begin(&mut self) -> Result<(), DbErr> {
        let span = Self::span("begin");
        let begin = AssertSqlSafe(self.context.policy.begin.as_str()).into_sql_str();
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
        let (span, limit, query) = self.prepare(statement)?;
        let row = with_timeout(limit, query.fetch_optional(self.session()?)).await;
        Ok(end_span(span, self.finish(row))?.map(QueryResult::from))
    }

    pub async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (span, limit, query) = self.prepare(statement)?;
        let rows = with_timeout(limit, query.fetch_all(self.session()?)).await;
        Ok(end_span(span, self.finish(rows))?.into_iter().map(QueryResult::from).collect())
    }

    pub async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (span, limit, query) = self.prepare(statement)?;
        let result = with_timeout(limit, query.execute(self.session()?)).await;
        Ok(end_span(span, self.finish(result))?.into())
    }

    fn prepare(&self, statement: Statement) -> Result<Prepared<D>, DbErr> {
        scope::check(&statement)?;
        let span = Self::span(&statement.sql);
        Ok((span, self.statement_timeout(), query(statement, self.context.policy.standalone)))
    }
}

impl<D: Database> Drop for Connection<D> {
    fn drop(&mut self) {
        let in_transaction = self.is_in_transaction();
        let Some(object) = self.object.take() else { return };
        let context = Arc::clone(&self.context);
        match Handle::try_current() {
            Ok(runtime) if self.reusable && in_transaction => {
                // Not reusable until the rollback has succeeded: if the runtime ends before, the connection is closed.
                let mut connection = Self { context, object: Some(object), reusable: false };
                runtime.spawn(async move { connection.roll_back().await });
                return;
            }
            _ if self.reusable && !in_transaction => drop(object),
            // Closing the connection rolls back what was not committed.
            _ => drop(Object::take(object)),
        }
        context.returned.notify_waiters();
    }
}

/// Ends the span of a statement with its outcome. The text of an error may hold private values, so it is left out.
pub fn end_span<T>(span: Option<Span>, outcome: Result<T, DbErr>) -> Result<T, DbErr> {
    if let (Some(span), Err(_)) = (span, &outcome) {
        span.failed("database");
    }
    outcome
}

/// The statement as sqlx runs it; `stays_prepared` allows it to be kept for the next time.
pub fn query<D: Database + HasStatementCache>(
    statement: Statement,
    stays_prepared: bool,
) -> Query<'static, D, SqlxValues>
where
    SqlxValues: IntoArguments<D>,
{
    let is_planned_once =
        statement.db_backend != DbBackend::Postgres || !statement.sql.ends_with(PLANNED_EACH_TIME);
    let keep = stays_prepared && is_used_again(&statement) && is_planned_once;
    let values = statement.values.unwrap_or(Values(Vec::new()));
    sqlx::query_with(AssertSqlSafe(statement.sql), SqlxValues(values)).persistent(keep)
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// The error of a pool that has been closed.
pub fn closed() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}

impl<D: Database> fmt::Debug for Connection<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("reusable", &self.reusable).finish_non_exhaustive()
    }
}
