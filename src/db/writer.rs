//! Who begins transactions, and the connections that these have.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement, prelude::async_trait::async_trait,
    sqlx::Postgres,
};
use tokio::sync::Mutex;

use super::{
    group::{Group, Member},
    pool::{Connection, EnginePool},
};

/// Begins transactions that write.
#[derive(Clone, Debug)]
pub enum Writer {
    Sqlite(Arc<Group>),
    Postgres(Arc<EnginePool<Postgres>>),
}

/// A connection with a transaction, which is undone unless it is committed. PostgreSQL's begins with the first lock or
/// write that is not the last: until then, its statements would see no more of each other in one.
///
/// There is never anybody to wait for at the lock: it makes a connection usable by reference.
#[derive(Debug)]
pub enum Lease {
    Sqlite(Mutex<Member>),
    Postgres(Mutex<Connection<Postgres>>),
}

impl Writer {
    pub async fn begin(&self) -> Result<Lease, DbErr> {
        Ok(match self {
            Self::Sqlite(group) => Lease::Sqlite(Mutex::new(group.begin().await?)),
            Self::Postgres(pool) => Lease::Postgres(Mutex::new(pool.acquire_for_statement().await?)),
        })
    }
}

impl Lease {
    /// Begins the transaction, if that has not been done.
    pub async fn begin(&self) -> Result<(), DbErr> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => connection.lock().await.begin_unless_open().await,
        }
    }

    pub async fn commit(self) -> Result<(), DbErr> {
        match self {
            Self::Sqlite(member) => member.into_inner().commit().await,
            Self::Postgres(connection) => connection.into_inner().commit_if_open().await,
        }
    }
}

/// Does the same with a connection of either kind.
macro_rules! on {
    ($lease:ident, |$it:ident| $work:expr) => {
        match $lease {
            Self::Sqlite(member) => {
                let mut $it = member.lock().await;
                $work
            }
            Self::Postgres(connection) => {
                let mut $it = connection.lock().await;
                $work
            }
        }
    };
}

#[async_trait]
impl ConnectionTrait for Lease {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    /// What is executed is no mere question: it needs the transaction.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.begin().await?;
        on!(self, |it| it.execute(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        on!(self, |it| it.one(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        on!(self, |it| it.all(statement).await)
    }
}
