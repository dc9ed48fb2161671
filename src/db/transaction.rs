//! Transactions that write.

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, IdenStatic, IntoActiveModel, Iterable, QueryTrait, Statement, Value,
    sea_query::OnConflict,
};

use super::{
    tenant::Tenant,
    writer::Lease,
    writes::{ColumnOf, OVERTAKEN, PrimaryKeyOf, Writes},
};
use crate::{entity::TenantOwned, ids::TenantId};

/// The most parameters of one statement: SQLite's limit, which is lower than PostgreSQL's.
const MAX_VALUES: usize = 32_766;

/// One change and all that follows from it. Nothing is kept unless [`Transaction::commit`] is reached.
///
/// Single-row writes are held back and sent together, in one round trip, by `commit` or `flush`:
/// a statement that must see them needs a `flush` before it.
#[derive(Debug)]
pub struct Transaction {
    scope: Tenant<Lease>,
    pending: Writes,
    optimistic: bool,
}

impl std::ops::Deref for Transaction {
    type Target = Tenant<Lease>;

    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}

impl Transaction {
    pub(super) fn new(tenant: TenantId, connection: Lease, optimistic: bool) -> Self {
        let pending = Writes::new(connection.get_database_backend());
        Self { scope: Tenant { id: tenant, connection }, pending, optimistic }
    }

    /// The words that lock the rows of `alias` until the end of the transaction. SQLite needs none:
    /// its one writer holds them already.
    pub async fn lock(&self, alias: &str) -> Result<String, DbErr> {
        self.connection.begin().await?;
        Ok(match self.backend() {
            DbBackend::Postgres => format!(" for update of {alias}"),
            _ => String::new(),
        })
    }

    /// The words that lock rows in that manner, and leave out those that somebody else has locked.
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

    /// Whether rows need not be locked if they are updated, or kept: should they have changed by then, nothing is
    /// written.
    pub fn is_optimistic(&self) -> bool {
        self.optimistic
    }

    /// Adds a row.
    pub fn insert<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) {
        let mut row = row.into_active_model();
        row.stamp(self.id);
        self.pending.insert(&row);
    }

    /// Writes what has changed of a row since it was read: a column that is not written costs no index, no
    /// check of what it refers to, and no journey.
    pub fn update<A: TenantOwned, M: IntoActiveModel<A>>(
        &mut self,
        before: M,
        after: M,
    ) -> Result<(), DbErr> {
        let mut after = after.into_active_model();
        after.stamp(self.id);
        self.pending.update(&before.into_active_model(), &after)
    }

    /// Has the row that the primary key names stay as it was at `version` until the change is made.
    pub fn keep<A: TenantOwned>(&mut self, mut key: A, version: i64) -> Result<(), DbErr> {
        key.stamp(self.id);
        self.pending.keep(&key, version)
    }

    /// Deletes the row that the primary key names.
    pub fn delete<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) -> Result<(), DbErr> {
        let mut row = row.into_active_model();
        row.stamp(self.id);
        self.pending.delete(&row)
    }

    /// Adds rows, in as few statements as their values fit in.
    pub async fn insert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        self.send_all(rows, None).await
    }

    /// Adds rows in this manner; one whose primary key is taken is written over what is there.
    pub async fn put_all<A: TenantOwned>(&mut self, rows: Vec<impl IntoActiveModel<A>>) -> Result<(), DbErr> {
        let key: Vec<&str> = PrimaryKeyOf::<A>::iter().map(|column| column.as_str()).collect();
        let mut over = OnConflict::columns(PrimaryKeyOf::<A>::iter());
        // Were the key set to what it is, SQLite would look for references to each row.
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

    /// Makes changes of the tenant's people wait for each other until the end of the transaction. The
    /// tenant is made known where it is not.
    pub async fn lock_tenant(&self, name: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
        // What is updated on conflict stays as it is, but its row is locked.
        let sql = "insert into tenants (id, name, created_at) values ($1, $2, $3) \
             on conflict (id) do update set name = excluded.name";
        let values = [self.id.into(), name.into(), now.into()];
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        self.connection.execute_raw(statement).await.map(drop)
    }

    /// Changes any number of rows, at once.
    pub async fn execute(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        self.flush().await?;
        self.scope.execute(sql, values).await
    }

    /// Sends what is held back. Each write changes exactly one row, as it was read, or the whole fails.
    pub async fn flush(&mut self) -> Result<(), DbErr> {
        self.send(false).await
    }

    async fn send(&mut self, last: bool) -> Result<(), DbErr> {
        let Some(writes) = self.pending.take() else { return Ok(()) };
        match &self.scope.connection {
            Lease::Postgres(connection) => {
                let mut connection = connection.lock().await;
                if !last {
                    connection.begin_unless_open().await?;
                }
                let sent = connection.one(writes).await.map(drop);
                sent.map_err(|error| {
                    if error.to_string().contains(OVERTAKEN) { DbErr::RecordNotUpdated } else { error }
                })
            }
            Lease::Sqlite(member) => {
                let changed = member.lock().await.write(writes, last).await?;
                if changed { Ok(()) } else { Err(DbErr::RecordNotUpdated) }
            }
        }
    }

    /// Sends what is held back and makes it last.
    pub async fn commit(mut self) -> Result<(), DbErr> {
        self.send(true).await?;
        self.scope.connection.commit().await
    }
}
