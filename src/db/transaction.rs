//! Transactions that write.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, FromQueryResult, IdenStatic, IntoActiveModel, Iterable, QueryResult,
    QuerySelect, QueryTrait, Statement, Value, sea_query::OnConflict,
};

use super::{
    error::as_version_conflict,
    read::{Read, bind, read},
    transaction_source::TransactionConnection,
    writes::{ColumnOf, PrimaryKeyOf, Writes},
};
use crate::{
    entity::{TenantOwned, TenantTable},
    ids::TenantId,
};

/// The most parameters of one statement: SQLite's limit, which is lower than PostgreSQL's.
const MAX_VALUES: usize = 32_766;

/// A change with all its consequences. It is rolled back unless [`Transaction::commit`] succeeds.
///
/// Single-row writes are held back and sent together, in one round trip, with the commit or before the next statement:
/// reads see them.
#[derive(Debug)]
pub struct Transaction {
    tenant: TenantId,
    connection: TransactionConnection,
    /// Never contended: the mutex lets reads, which take `&self`, send what is held back.
    pending: Mutex<Writes>,
}

/// What a statement that locks rows does about those that another transaction has locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    Wait,
    /// Leaves them out of the result.
    Skip,
}

/// How a statement locks rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    /// Against all other locks.
    Update(Locked),
    /// Against changes: several transactions can hold it.
    Share,
}

impl Transaction {
    pub(super) fn new(tenant: TenantId, connection: TransactionConnection) -> Self {
        let pending = Mutex::new(Writes::new(connection.get_database_backend()));
        Self { tenant, connection, pending }
    }

    fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    fn pending(&self) -> MutexGuard<'_, Writes> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first row of a `select`, with the rows of the aliases in `rows` locked until the end of the transaction.
    pub async fn find_for_update<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        rows: &str,
    ) -> Result<Option<T>, DbErr> {
        let found = self.locked(sql, values, rows, Lock::Update(Locked::Wait)).await?;
        found.first().map(|row| T::from_query_result(row, "")).transpose()
    }

    /// The first row of a `select`, with the rows of the aliases in `rows` locked against changes until the end of the
    /// transaction. Others can lock them in the same way.
    pub async fn find_for_share<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        rows: &str,
    ) -> Result<Option<T>, DbErr> {
        let found = self.locked(sql, values, rows, Lock::Share).await?;
        found.first().map(|row| T::from_query_result(row, "")).transpose()
    }

    /// All rows of a `select`, with the rows of the aliases in `rows` locked until the end of the transaction.
    pub async fn list_for_update<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        rows: &str,
        others: Locked,
    ) -> Result<Vec<T>, DbErr> {
        let found = self.locked(sql, values, rows, Lock::Update(others)).await?;
        found.iter().map(|row| T::from_query_result(row, "")).collect()
    }

    /// The row with this key, locked until the end of the transaction.
    pub async fn row_for_update<E: TenantTable>(&self, key: E::Key) -> Result<Option<E::Model>, DbErr> {
        self.begin_and_flush().await?;
        let statement = E::by_key(self.tenant, key).lock_exclusive().build(self.backend());
        let row = self.connection.query_one_raw(statement).await?;
        row.map(|row| E::Model::from_query_result(&row, "")).transpose()
    }

    /// Runs an `insert`, `update` or `delete` that returns rows.
    pub async fn update_returning<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let statement = bind(self.backend(), self.tenant, sql, values)?;
        self.flush().await?;
        let rows = self.connection.write_returning(statement).await?;
        rows.iter().map(|row| T::from_query_result(row, "")).collect()
    }

    /// SQLite locks nothing: its one writer has the database to itself already.
    async fn locked(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        rows: &str,
        lock: Lock,
    ) -> Result<Vec<QueryResult>, DbErr> {
        let mut statement = read(self.backend(), self.tenant, sql, values)?;
        if self.backend() == DbBackend::Postgres {
            let (strength, suffix) = match lock {
                Lock::Update(Locked::Wait) => ("update", ""),
                Lock::Update(Locked::Skip) => ("update", " skip locked"),
                Lock::Share => ("share", ""),
            };
            statement.sql.push_str(&format!(" for {strength} of {rows}{suffix}"));
        }
        self.begin_and_flush().await?;
        self.connection.query_all_raw(statement).await
    }

    async fn begin_and_flush(&self) -> Result<(), DbErr> {
        self.connection.begin().await?;
        self.flush().await
    }

    /// Locks the rows that a statement finds until the end of the transaction.
    pub async fn lock_rows(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<(), DbErr> {
        let mut statement = read(self.backend(), self.tenant, sql, values)?;
        if self.backend() == DbBackend::Postgres {
            statement.sql.push_str(" for update");
            self.flush().await?;
            self.connection.execute_raw(statement).await?;
        }
        Ok(())
    }

    /// Adds a row.
    pub fn insert<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) {
        let mut row = row.into_active_model();
        row.stamp(self.tenant);
        self.pending().insert(&row);
    }

    /// Adds the numbers of `row` to those of the stored row with its primary key, which is added if there is none.
    pub fn add_up<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) {
        let mut row = row.into_active_model();
        row.stamp(self.tenant);
        self.pending().add_up(&row);
    }

    /// Writes the columns of a row that changed since it was read, and nothing else: no version is raised and no event
    /// recorded. Leaving out the other columns saves index updates, foreign key checks and bytes.
    pub fn touch<A: TenantOwned, M: IntoActiveModel<A>>(&mut self, before: M, after: M) -> Result<(), DbErr> {
        let mut after = after.into_active_model();
        after.stamp(self.tenant);
        self.pending().update(&before.into_active_model(), &after)
    }

    /// Makes the commit fail if the row with this primary key no longer has this version.
    pub fn expect_version<A: TenantOwned>(&mut self, mut key: A, version: i64) -> Result<(), DbErr> {
        key.stamp(self.tenant);
        self.pending().expect_version(&key, version)
    }

    /// Deletes the row with this primary key.
    pub fn delete<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) -> Result<(), DbErr> {
        let mut row = row.into_active_model();
        row.stamp(self.tenant);
        self.pending().delete(&row)
    }

    /// Adds rows, in as few statements as the limit of parameters allows.
    pub async fn insert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        self.send_all(rows, None, true).await
    }

    /// Adds rows as [`Transaction::insert_all`] does, and overwrites those whose primary key exists (upsert).
    pub async fn upsert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        let key: Vec<&str> = PrimaryKeyOf::<A>::iter().map(|column| column.as_str()).collect();
        let mut over = OnConflict::columns(PrimaryKeyOf::<A>::iter());
        // If the key were assigned too, SQLite would check every foreign key that refers to the row.
        over.update_columns(ColumnOf::<A>::iter().filter(|column| !key.contains(&column.as_str())));
        self.send_all(rows, Some(over), true).await
    }

    /// Adds rows whose primary key does not exist.
    pub async fn insert_missing<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        let mut over = OnConflict::columns(PrimaryKeyOf::<A>::iter());
        over.do_nothing();
        self.send_all(rows, Some(over), false).await
    }

    /// With `each`, fails unless each row is written.
    async fn send_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
        on_conflict: Option<OnConflict>,
        each: bool,
    ) -> Result<(), DbErr> {
        self.flush().await?;
        let backend = self.backend();
        let size = MAX_VALUES / ColumnOf::<A>::iter().count().max(1);
        let mut rows = rows.into_iter().map(|row| {
            let mut row = row.into_active_model();
            row.stamp(self.tenant);
            row
        });
        loop {
            let some: Vec<A> = rows.by_ref().take(size).collect();
            let expected = some.len() as u64;
            if expected == 0 {
                return Ok(());
            }
            let mut insert = sea_orm::Insert::many(some).into_query();
            if let Some(on_conflict) = &on_conflict {
                insert.on_conflict(on_conflict.clone());
            }
            let changed = self.connection.execute_raw(backend.build(&insert)).await?.rows_affected();
            if each && changed != expected {
                return Err(DbErr::RecordNotUpdated);
            }
        }
    }

    /// Inserts or updates the tenant's row, which locks it until the end of the transaction: changes of one tenant's
    /// people run one after the other. With `opens`, an HR admin who is not in the directory can no longer import.
    pub async fn lock_tenant(&self, name: &str, now: DateTime<Utc>, opens: bool) -> Result<(), DbErr> {
        let sql = "insert into tenants (id, name, created_at, opened_at) values ($1, $2, $3, $4) \
             on conflict (id) do update set name = excluded.name, \
                 opened_at = coalesce(tenants.opened_at, excluded.opened_at)";
        let values = [self.tenant.into(), name.into(), now.into(), opens.then_some(now).into()];
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        self.connection.execute_raw(statement).await.map(drop)
    }

    /// Runs a statement that changes any number of rows, after the writes held back. The number of rows changed.
    pub async fn execute(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        let statement = bind(self.backend(), self.tenant, sql, values)?;
        self.flush().await?;
        Ok(self.connection.execute_raw(statement).await?.rows_affected())
    }

    /// Sends the writes held back. All fail with [`DbErr::RecordNotUpdated`] unless each changes exactly one row.
    pub async fn flush(&self) -> Result<(), DbErr> {
        self.send(false).await
    }

    async fn send(&self, last: bool) -> Result<(), DbErr> {
        let Some(writes) = self.pending().take() else { return Ok(()) };
        match &self.connection {
            TransactionConnection::Postgres(connection) => {
                let mut connection = connection.lock().await;
                if !last {
                    connection.begin_unless_open().await?;
                }
                connection.one(writes).await.map(drop).map_err(as_version_conflict)
            }
            TransactionConnection::Sqlite(change) => {
                let changed = change.lock().await.write_all(writes, last).await?;
                if changed { Ok(()) } else { Err(DbErr::RecordNotUpdated) }
            }
        }
    }

    /// Sends the writes held back and commits.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.send(true).await?;
        self.connection.commit().await
    }
}

impl Read for Transaction {
    fn tenant(&self) -> TenantId {
        self.tenant
    }

    fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.flush().await?;
        self.connection.query_all_raw(statement).await
    }

    async fn first(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.flush().await?;
        self.connection.query_one_raw(statement).await
    }
}
