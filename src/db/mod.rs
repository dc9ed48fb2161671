//! The database: connection pools, and handles that are bound to one tenant.
//!
//! [`Reader`] and [`Transaction`] give every statement the tenant as `$1` and stamp it on every row that is written, so
//! that no query can forget the tenant. What is not about one tenant needs a [`Crossing`]. Both engines read `$n`
//! parameters, so statements are written once.

mod address;
pub mod backup;
mod columns;
mod connect;
mod connection;
mod constraint;
mod crossing;
mod distribution;
mod embedded;
mod error;
mod group_commit;
mod keys;
mod manager;
mod migrate;
mod pool;
mod pool_metrics;
mod positions;
mod private_file;
mod query;
mod read;
mod replica;
mod scope;
mod tenant;
mod tenant_work;
mod transaction;
mod transaction_source;
mod writes;

pub use columns::Columns;
pub use connect::Engine;
pub use constraint::Constraint;
pub use crossing::{About, Crossing, Issuer, in_request};
pub use distribution::{Distribution, Placement, Progress};
pub use embedded::claim;
pub use error::{Advice, Outage, json_error};
pub use pool::PoolStatus;
pub use pool_metrics::PoolMetrics;
pub use query::{Conditions, Key, Order};
pub use read::Read;
pub use tenant::{Reader, Tenant};
pub use tenant_work::{Outcomes, TenantWork};
pub use transaction::{Locked, Transaction};

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, QueryResult, Statement, Value};

use self::{
    embedded::EmbeddedFile,
    pool::Pool,
    replica::{ReadConnection, Replica},
    tenant_work::NodeOutage,
    transaction_source::TransactionSource,
};
use crate::ids::TenantId;

/// The connection pools. SQLite has one for its single writing connection and one for reads; PostgreSQL has one, and
/// another if it has a replica.
#[derive(Clone, Debug)]
pub struct Database {
    reads: Pool,
    writes: Pool,
    transactions: TransactionSource,
    replica: Option<Arc<Replica>>,
    node_outage: Arc<NodeOutage>,
    /// The file of SQLite.
    file: Option<Arc<EmbeddedFile>>,
}

/// The steps in which SQLite runs a statement.
#[cfg(test)]
pub async fn query_plan(db: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let explain = Statement::from_string(DbBackend::Sqlite, format!("explain query plan {sql}"));
    let rows = db.query_all_raw(explain).await.unwrap();
    rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect()
}

impl Database {
    /// For reads of rows as they are now.
    pub fn reader(&self, tenant: TenantId) -> Reader {
        Tenant { id: tenant, connection: self.reads.clone() }
    }

    /// For lists: reads from a replica if there is one that has every acknowledged change.
    pub async fn list_reader(&self, tenant: TenantId) -> Result<Tenant<ReadConnection>, DbErr> {
        let connection = ReadConnection::find(self.replica.as_ref(), &self.reads, tenant).await?;
        Ok(Tenant { id: tenant, connection })
    }

    /// A transaction that locks what it changes.
    pub async fn begin(&self, tenant: TenantId) -> Result<Transaction, DbErr> {
        self.check_file()?;
        Ok(Transaction::new(tenant, self.transactions.begin().await?))
    }

    /// Fails if the file of SQLite is no longer in its place.
    fn check_file(&self) -> Result<(), DbErr> {
        self.file.as_ref().map_or(Ok(()), |file| file.check())
    }

    /// Moves the write-ahead log of SQLite into the file and empties it, so that it no longer contains what was
    /// deleted. Does nothing while a reader uses the log, and on PostgreSQL.
    pub async fn truncate_log(&self) -> Result<(), DbErr> {
        if self.backend() == DbBackend::Sqlite {
            self.writes.execute_unprepared("pragma wal_checkpoint(truncate)").await?;
        }
        Ok(())
    }

    /// Closes connections that have not been used for long.
    pub fn close_idle(&self) {
        self.reads.close_idle();
        self.writes.close_idle();
        if let Some(replica) = &self.replica {
            replica.close_idle();
        }
    }

    /// Every tenant, which is every organisation that people were imported for.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, DbErr> {
        self.tenants_where(Crossing::Tenants, "select id from tenants order by id", []).await
    }

    /// The tenants that a statement over all tenants finds.
    pub async fn tenants_where(
        &self,
        crossing: Crossing,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<TenantId>, DbErr> {
        let rows = self.read_beyond_tenant(crossing, sql, values).await?;
        rows.iter().map(|row| row.try_get_by_index(0)).collect()
    }

    /// The rows of a statement that is not about one tenant.
    pub async fn query_all_tenants<T: FromQueryResult>(
        &self,
        crossing: Crossing,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let rows = self.read_beyond_tenant(crossing, sql, values).await?;
        rows.iter().map(|row| T::from_query_result(row, "")).collect()
    }

    async fn read_beyond_tenant(
        &self,
        crossing: Crossing,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>, DbErr> {
        crossing.check(sql)?;
        self.reads.query_all_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await
    }

    /// The row of a statement about the server, which reads no table.
    pub async fn ask_server<T: FromQueryResult>(&self, sql: &'static str) -> Result<Option<T>, DbErr> {
        let row = self.reads.query_one_raw(Statement::from_string(self.backend(), sql)).await?;
        row.map(|row| T::from_query_result(&row, "")).transpose()
    }

    pub fn backend(&self) -> DbBackend {
        self.reads.get_database_backend()
    }

    /// The status of each pool.
    pub fn pools(&self) -> Vec<PoolStatus> {
        let mut pools = vec![self.reads.status(), self.writes.status()];
        pools.dedup_by_key(|pool| pool.name);
        pools.extend(self.replica.as_ref().map(|replica| replica.status()));
        pools
    }

    /// Runs a statement on a table of the installation, whose rows belong to no tenant.
    pub async fn execute_for_installation(
        &self,
        crossing: Crossing,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), DbErr> {
        crossing.check(sql)?;
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        self.writes.execute_raw(statement).await.map(drop)
    }

    /// Closes all connections, waiting for those in use.
    pub async fn close(self) -> Result<(), DbErr> {
        if let Some(replica) = self.replica {
            replica.close().await;
        }
        self.reads.close().await;
        self.writes.close().await;
        Ok(())
    }
}
