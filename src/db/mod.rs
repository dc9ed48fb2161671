//! The database: connection pools, and handles that are bound to one tenant.
//!
//! [`Reader`] and [`Transaction`] give every statement the tenant as `$1` and stamp it on every row that is written, so
//! that no query can forget the tenant. Both engines read `$n` parameters, so statements are written once.

mod address;
pub mod backup;
mod connect;
mod connection;
mod distribution;
mod embedded;
mod error;
mod group_commit;
mod keys;
mod manager;
mod migrate;
mod pool;
mod pool_metrics;
mod private_file;
mod query;
mod read;
mod replica;
mod tenant;
mod transaction;
mod transaction_source;
mod writes;

pub use connect::Engine;
pub use distribution::{Distribution, Placement, Progress};
pub use embedded::claim;
pub use error::{Advice, Outage, violates};
pub use pool::PoolStatus;
pub use pool_metrics::PoolMetrics;
pub use query::{Conditions, Key, Order};
pub use read::Read;
pub use tenant::{Reader, Tenant};
pub use transaction::{Locked, Transaction};

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

use self::{
    embedded::EmbeddedFile,
    pool::Pool,
    replica::{ReadConnection, Replica},
    transaction_source::TransactionSource,
};
use crate::ids::TenantId;

/// How many positions of the change feed are skipped after a restore: readers may already know events that were
/// recorded after the backup was made, and the new events must come after those.
const POSITION_GAP_AFTER_RESTORE: i64 = 1_000_000_000;

/// The connection pools. SQLite has one for its single writing connection and one for reads; PostgreSQL has one, and
/// another if it has a replica.
#[derive(Clone, Debug)]
pub struct Database {
    reads: Pool,
    writes: Pool,
    transactions: TransactionSource,
    replica: Option<Arc<Replica>>,
    /// The file of SQLite.
    file: Option<Arc<EmbeddedFile>>,
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
        self.tenants_where("select id from tenants order by id", []).await
    }

    /// The tenants that a statement finds, for background work.
    pub async fn tenants_where(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<TenantId>, DbErr> {
        let sql = Statement::from_sql_and_values(self.reads.get_database_backend(), sql, values);
        let rows = self.reads.query_all_raw(sql).await?;
        rows.iter().map(|row| row.try_get_by_index(0)).collect()
    }

    /// The rows of a statement over all tenants, for totals.
    pub async fn query_all_tenants<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let sql = Statement::from_sql_and_values(self.reads.get_database_backend(), sql, values);
        let rows = self.reads.query_all_raw(sql).await?;
        rows.iter().map(|row| T::from_query_result(row, "")).collect()
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

    /// Runs a statement on the rows of all tenants, for background work. The number of rows changed.
    pub async fn execute_for_all_tenants(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        let statement = Statement::from_sql_and_values(self.writes.get_database_backend(), sql, values);
        Ok(self.writes.execute_raw(statement).await?.rows_affected())
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
