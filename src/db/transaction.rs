//! Transactions that write.

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, FromQueryResult, IdenStatic, IntoActiveModel, Iterable, QueryTrait,
    Statement, Value, sea_query::OnConflict,
};

use super::{
    error::as_version_conflict,
    tenant::Tenant,
    transaction_source::TransactionConnection,
    writes::{ColumnOf, PrimaryKeyOf, Writes},
};
use crate::{entity::TenantOwned, ids::TenantId};

/// The most parameters of one statement: SQLite's limit, which is lower than PostgreSQL's.
const MAX_VALUES: usize = 32_766;

/// A change with all its consequences. It is rolled back unless [`Transaction::commit`] succeeds.
///
/// Single-row writes are held back and sent together, in one round trip, by `commit` or `flush`. A statement that has to
/// see them needs a `flush` before it.
#[derive(Debug)]
pub struct Transaction {
    scope: Tenant<TransactionConnection>,
    pending: Writes,
    optimistic: bool,
}

impl std::ops::Deref for Transaction {
    type Target = Tenant<TransactionConnection>;

    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}

impl Transaction {
    pub(super) fn new(tenant: TenantId, connection: TransactionConnection, optimistic: bool) -> Self {
        let pending = Writes::new(connection.get_database_backend());
        Self { scope: Tenant { id: tenant, connection }, pending, optimistic }
    }

    /// The SQL clause that locks the rows of `alias` until the end of the transaction. It is empty for SQLite, whose one
    /// writer excludes all others.
    pub async fn lock(&self, alias: &str) -> Result<String, DbErr> {
        self.connection.begin().await?;
        Ok(match self.backend() {
            DbBackend::Postgres => format!(" for update of {alias}"),
            _ => String::new(),
        })
    }

    /// As [`Transaction::lock`], but skips rows that another transaction has locked.
    pub async fn lock_free_rows(&self, alias: &str) -> Result<String, DbErr> {
        Ok(match self.lock(alias).await? {
            none if none.is_empty() => none,
            lock => lock + " skip locked",
        })
    }

    /// Locks the rows that a statement finds until the end of the transaction.
    pub async fn lock_rows(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<(), DbErr> {
        if self.backend() == DbBackend::Postgres {
            self.scope.execute(&format!("{sql} for update"), values).await?;
        }
        Ok(())
    }

    /// Whether rows that are passed to `update` or `keep` need no lock: if another transaction has changed them by the
    /// commit, nothing is written.
    pub fn is_optimistic(&self) -> bool {
        self.optimistic
    }

    /// Adds a row.
    pub fn insert<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) {
        let mut row = row.into_active_model();
        row.stamp(self.id);
        self.pending.insert(&row);
    }

    /// Writes the columns of a row that changed since it was read. Leaving out the others saves index updates, foreign
    /// key checks and bytes.
    pub fn update<A: TenantOwned, M: IntoActiveModel<A>>(
        &mut self,
        before: M,
        after: M,
    ) -> Result<(), DbErr> {
        let mut after = after.into_active_model();
        after.stamp(self.id);
        self.pending.update(&before.into_active_model(), &after)
    }

    /// Makes the commit fail if the row with this primary key no longer has this version.
    pub fn keep<A: TenantOwned>(&mut self, mut key: A, version: i64) -> Result<(), DbErr> {
        key.stamp(self.id);
        self.pending.keep(&key, version)
    }

    /// Deletes the row with this primary key.
    pub fn delete<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) -> Result<(), DbErr> {
        let mut row = row.into_active_model();
        row.stamp(self.id);
        self.pending.delete(&row)
    }

    /// Adds rows, in as few statements as the limit of parameters allows.
    pub async fn insert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        self.send_all(rows, None).await
    }

    /// Adds rows as [`Transaction::insert_all`] does, and overwrites those whose primary key exists (upsert).
    pub async fn put_all<A: TenantOwned>(&mut self, rows: Vec<impl IntoActiveModel<A>>) -> Result<(), DbErr> {
        let key: Vec<&str> = PrimaryKeyOf::<A>::iter().map(|column| column.as_str()).collect();
        let mut over = OnConflict::columns(PrimaryKeyOf::<A>::iter());
        // If the key were assigned too, SQLite would check every foreign key that refers to the row.
        over.update_columns(ColumnOf::<A>::iter().filter(|column| !key.contains(&column.as_str())));
        self.send_all(rows, Some(over)).await
    }

    async fn send_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
        on_conflict: Option<OnConflict>,
    ) -> Result<(), DbErr> {
        self.flush().await?;
        let backend = self.backend();
        let size = MAX_VALUES / ColumnOf::<A>::iter().count().max(1);
        let mut rows = rows.into_iter().map(|row| {
            let mut row = row.into_active_model();
            row.stamp(self.id);
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
            if changed != expected {
                return Err(DbErr::RecordNotUpdated);
            }
        }
    }

    /// Inserts or updates the tenant's row, which locks it until the end of the transaction: changes of one tenant's
    /// people run one after the other.
    pub async fn lock_tenant(&self, name: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
        let sql = "insert into tenants (id, name, created_at) values ($1, $2, $3) \
             on conflict (id) do update set name = excluded.name";
        let values = [self.id.into(), name.into(), now.into()];
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        self.connection.execute_raw(statement).await.map(drop)
    }

    /// Runs a statement that changes any number of rows, after the writes held back. The number of rows changed.
    pub async fn execute(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        self.flush().await?;
        self.scope.execute(sql, values).await
    }

    /// Runs a statement that changes rows and returns them, after the writes held back.
    pub async fn update_returning<T: FromQueryResult>(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        self.flush().await?;
        let rows = self.connection.write_returning(self.bind(sql, values)).await?;
        rows.iter().map(|row| T::from_query_result(row, "")).collect()
    }

    /// Sends the writes held back. All fail with [`DbErr::RecordNotUpdated`] unless each changes exactly one row.
    pub async fn flush(&mut self) -> Result<(), DbErr> {
        self.send(false).await
    }

    async fn send(&mut self, last: bool) -> Result<(), DbErr> {
        let Some(writes) = self.pending.take() else { return Ok(()) };
        match &self.scope.connection {
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
    pub async fn commit(mut self) -> Result<(), DbErr> {
        self.send(true).await?;
        self.scope.connection.commit().await
    }
}
