//! Beginning transactions, and the connections that they run on.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement, prelude::async_trait::async_trait,
    sqlx::Postgres,
};
use tokio::sync::Mutex;

use super::{
    connection::Connection,
    group_commit::{Change, GroupCommit},
    pool::EnginePool,
};

/// Begins transactions that write.
#[derive(Clone, Debug)]
pub enum TransactionSource {
    Sqlite(Arc<GroupCommit>),
    Postgres(Arc<EnginePool<Postgres>>),
}

/// A connection for a transaction, which is rolled back unless it is committed.
///
/// On PostgreSQL, BEGIN is sent before the first lock or write. Under READ COMMITTED earlier reads would share no
/// snapshot anyway, and a single final write needs no BEGIN.
///
/// The mutex is never contended; it gives `&self` methods mutable access to the connection.
#[derive(Debug)]
pub enum TransactionConnection {
    Sqlite(Mutex<Change>),
    Postgres(Mutex<Connection<Postgres>>),
}

impl TransactionSource {
    pub async fn begin(&self) -> Result<TransactionConnection, DbErr> {
        Ok(match self {
            Self::Sqlite(group) => TransactionConnection::Sqlite(Mutex::new(group.begin().await?)),
            Self::Postgres(pool) => {
                TransactionConnection::Postgres(Mutex::new(pool.acquire_for_statement().await?))
            }
        })
    }
}

impl TransactionConnection {
    /// Sends BEGIN, unless that has been done.
    pub async fn begin(&self) -> Result<(), DbErr> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => connection.lock().await.begin_unless_open().await,
        }
    }

    /// Runs a statement that writes and returns rows.
    pub async fn write_returning(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.begin().await?;
        match self {
            Self::Sqlite(change) => change.lock().await.write_returning(statement).await,
            Self::Postgres(connection) => connection.lock().await.all(statement).await,
        }
    }

    pub async fn commit(self) -> Result<(), DbErr> {
        match self {
            Self::Sqlite(change) => change.into_inner().commit().await,
            Self::Postgres(connection) => connection.into_inner().commit_if_open().await,
        }
    }
}

/// Queries only read; what is executed writes.
#[async_trait]
impl ConnectionTrait for TransactionConnection {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.begin().await?;
        match self {
            Self::Sqlite(change) => change.lock().await.write(statement).await,
            Self::Postgres(connection) => connection.lock().await.execute(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(change) => change.lock().await.read_one(statement).await,
            Self::Postgres(connection) => connection.lock().await.one(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(change) => change.lock().await.read_all(statement).await,
            Self::Postgres(connection) => connection.lock().await.all(statement).await,
        }
    }
}
