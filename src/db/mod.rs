//! The database: connecting to it, and handles that are bound to one tenant.
//!
//! [`Reader`] and [`Transaction`] give every statement the tenant as `$1` and stamp it on every row
//! that is written, so that no query can forget whose rows it is about. `$n` parameters mean the
//! same to SQLite and PostgreSQL: statements are written once.

pub mod backup;
mod connect;
mod effects;
mod group;
mod lend;
mod pool_metrics;
mod replica;
mod trouble;
mod writer;
mod writes;

pub use connect::Engine;
pub use effects::{Locked, Read};
pub use lend::PoolStatus;
pub use pool_metrics::PoolMetrics;
pub use trouble::{Told, Trouble};

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, FromQueryResult, IdenStatic, IntoActiveModel,
    Iterable, QueryTrait, Statement, TransactionTrait, Value, sea_query::OnConflict,
};

use self::{
    lend::Lender,
    replica::{Replica, Source},
    writer::{Lease, Writer},
    writes::{ColumnOf, OVERTAKEN, PrimaryKeyOf, Writes},
};
use crate::{entity::TenantOwned, ids::TenantId};

/// How many values a statement may have: SQLite's limit, which is the lower one.
const MAX_VALUES: usize = 32_766;

/// A step may take long; it waits no longer than others do for what somebody has locked, as everybody who comes
/// after it would wait too. The number means the schema, to us alone.
const MIGRATE_ALONE: &str = "set local statement_timeout = 0; select pg_advisory_xact_lock(4722090817)";

/// The pools, and who lends their connections. SQLite has one connection that writes and several that read;
/// PostgreSQL one pool, and another where it has a replica.
#[derive(Clone, Debug)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
    reads: Lender,
    writes: Lender,
    writer: Writer,
    replica: Option<Arc<Replica>>,
}

/// Reads of one tenant's rows, each its own statement.
pub type Reader = Tenant<Lender>;

/// A connection or transaction that sees one tenant's rows only.
#[derive(Debug)]
pub struct Tenant<C> {
    id: TenantId,
    connection: C,
}

/// One change and all that follows from it. Nothing is kept unless [`Transaction::commit`] is reached.
///
/// Single-row writes are held back and sent together, in one round trip, by `commit` or `flush`:
/// a statement that must see them needs a `flush` before it.
#[derive(Debug)]
pub struct Transaction {
    scope: Tenant<Lease>,
    /// Never contended: the lock lets reads send what is held back.
    pending: Mutex<Writes>,
}

impl Database {
    pub fn reader(&self, tenant: TenantId) -> Reader {
        Tenant { id: tenant, connection: self.reads.clone() }
    }

    /// For lists, which need not come from where they are changed: they have all that was acknowledged before.
    pub async fn list_reader(&self, tenant: TenantId) -> Result<Tenant<Source>, DbErr> {
        let connection = Source::find(self.replica.as_ref(), &self.reads, tenant).await?;
        Ok(Tenant { id: tenant, connection })
    }

    pub async fn begin(&self, tenant: TenantId) -> Result<Transaction, DbErr> {
        let connection = self.writer.begin().await?;
        let pending = Mutex::new(Writes::new(connection.get_database_backend()));
        Ok(Transaction { scope: Tenant { id: tenant, connection }, pending })
    }

    /// Brings the schema up to date, telling `report` of each step before it is taken. Whoever else does so
    /// at the same time waits.
    pub async fn migrate(&self, mut report: impl FnMut(&str)) -> Result<(), DbErr> {
        // What follows asks the pool, which may have lent everything.
        self.writes.give_back();
        loop {
            let txn = self.write.begin().await?;
            if txn.get_database_backend() == DbBackend::Postgres {
                txn.execute_unprepared(MIGRATE_ALONE).await?;
            }
            let pending = steps(&txn).await?.into_iter().find(|(_, taken)| !taken);
            let Some((step, _)) = pending else {
                continue_event_positions(&txn).await?;
                return txn.commit().await;
            };
            report(&step);
            Migrator::up(&txn, Some(1)).await?;
            txn.commit().await?;
        }
    }

    /// The names of all steps, each with whether it has been taken.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>, DbErr> {
        steps(&self.reads).await
    }

    /// Every tenant that people have been imported for.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, DbErr> {
        self.tenants_where("select id from tenants order by id", []).await
    }

    /// The tenants that a statement finds, for work that nobody in particular has asked for.
    pub async fn tenants_where(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<TenantId>, DbErr> {
        let sql = Statement::from_sql_and_values(self.reads.get_database_backend(), sql, values);
        let rows = self.reads.query_all_raw(sql).await?;
        rows.iter().map(|row| row.try_get_by_index(0)).collect()
    }

    /// What a statement about the whole installation finds, for figures that tell of nobody.
    pub async fn survey<T: FromQueryResult>(
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

    /// How the pools fare, each told of once.
    pub fn pools(&self) -> Vec<PoolStatus> {
        let mut pools = vec![self.reads.status(), self.writes.status()];
        pools.dedup_by_key(|pool| pool.name);
        pools.extend(self.replica.as_ref().map(|replica| replica.status()));
        pools
    }

    /// Runs a statement on the rows of all tenants, for work that is done in the background; how many rows it changed.
    pub async fn execute_for_all_tenants(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        let statement = Statement::from_sql_and_values(self.writes.get_database_backend(), sql, values);
        Ok(self.writes.execute_raw(statement).await?.rows_affected())
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.reads.give_back();
        self.writes.give_back();
        if let Some(replica) = self.replica {
            replica.close().await;
        }
        self.read.close().await?;
        self.write.close().await
    }
}

/// The names of all steps, each with whether it has been taken. Those of a newer release, which works on the same
/// database while this one is replaced, are none of ours.
async fn steps(db: &impl ConnectionTrait) -> Result<Vec<(String, bool)>, DbErr> {
    let backend = db.get_database_backend();
    let there = match backend {
        DbBackend::Postgres => "select 1 where to_regclass('seaql_migrations') is not null",
        _ => "select 1 from sqlite_schema where name = 'seaql_migrations'",
    };
    let mut taken = Vec::new();
    if db.query_one_raw(Statement::from_string(backend, there)).await?.is_some() {
        let sql = Statement::from_string(backend, "select version from seaql_migrations");
        let rows = db.query_all_raw(sql).await?;
        taken = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?;
    }
    let steps = Migrator::get_migration_files();
    Ok(steps
        .iter()
        .map(|step| (step.name().to_owned(), taken.iter().any(|name| name == step.name())))
        .collect())
}

/// A PostgreSQL server that a dump has been restored to counts transactions anew: from here on, places in the
/// change feed come after those that are taken, or may have been told since the dump was made.
async fn continue_event_positions(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let ahead =
        "select max(position) from events having max(position) >= event_position(pg_current_xact_id())";
    let ahead = db.query_one_raw(Statement::from_string(DbBackend::Postgres, ahead)).await?;
    let Some(ahead) = ahead else { return Ok(()) };
    let taken: i64 = ahead.try_get_by_index(0)?;
    let shift = format!(
        "create or replace function event_position(transaction xid8) returns bigint language sql stable \
         return transaction::text::bigint + {}",
        taken + backup::ROOM
    );
    db.execute_unprepared(&shift).await.map(drop)
}

impl<C: ConnectionTrait> Tenant<C> {
    /// Runs a statement for its effect; the number of rows it changed.
    async fn execute(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, DbErr> {
        let statement = effects::bind(self.connection.get_database_backend(), self.id, sql, values)?;
        Ok(self.connection.execute_raw(statement).await?.rows_affected())
    }
}

impl Transaction {
    /// Locks the rows that a statement finds until the end of the transaction.
    pub async fn lock_rows(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<(), DbErr> {
        let mut statement = effects::read(self.backend(), self.tenant(), sql, values)?;
        if self.backend() == DbBackend::Postgres {
            statement.sql.push_str(" for update");
            self.flush().await?;
            self.scope.connection.execute_raw(statement).await?;
        }
        Ok(())
    }

    /// Adds a row.
    pub fn insert<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) {
        let mut row = row.into_active_model();
        row.stamp(self.tenant());
        self.pending().insert(&row);
    }

    /// Writes what differs between two states of a row, as it is: no version is raised and no event recorded. A
    /// column that is not written costs no index, no check of what it refers to, and no journey.
    pub fn touch<A: TenantOwned, M: IntoActiveModel<A>>(&mut self, before: M, after: M) -> Result<(), DbErr> {
        let mut after = after.into_active_model();
        after.stamp(self.tenant());
        self.pending().update(&before.into_active_model(), &after)
    }

    /// Has the row that the primary key names stay as it was at `version` until the change is made.
    pub fn expect_version<A: TenantOwned>(&mut self, mut key: A, version: i64) -> Result<(), DbErr> {
        key.stamp(self.tenant());
        self.pending().keep(&key, version)
    }

    /// Deletes the row that the primary key names.
    pub fn delete<A: TenantOwned>(&mut self, row: impl IntoActiveModel<A>) -> Result<(), DbErr> {
        let mut row = row.into_active_model();
        row.stamp(self.tenant());
        self.pending().delete(&row)
    }

    /// Adds rows, in as few statements as their values fit in.
    pub async fn insert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
        self.send_all(rows, None).await
    }

    /// Adds rows in this manner; one whose primary key is taken is written over what is there.
    pub async fn upsert_all<A: TenantOwned>(
        &mut self,
        rows: Vec<impl IntoActiveModel<A>>,
    ) -> Result<(), DbErr> {
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
            row.stamp(self.tenant());
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
            let changed = self.scope.connection.execute_raw(backend.build(&insert)).await?.rows_affected();
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
        let values = [self.tenant().into(), name.into(), now.into()];
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        self.scope.connection.execute_raw(statement).await.map(drop)
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

    fn pending(&self) -> MutexGuard<'_, Writes> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends what is held back. Each write changes exactly one row, as it was read, or the whole fails.
    pub async fn flush(&self) -> Result<(), DbErr> {
        self.send(false).await
    }

    async fn send(&self, last: bool) -> Result<(), DbErr> {
        let Some(writes) = self.pending().take() else { return Ok(()) };
        match &self.scope.connection {
            Lease::Postgres(loan) => {
                let mut loan = loan.lock().await;
                if !last {
                    loan.begin_unless_begun().await?;
                }
                let sent = loan.one(writes).await.map(drop);
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
    pub async fn commit(self) -> Result<(), DbErr> {
        self.send(true).await?;
        self.scope.connection.commit().await
    }
}

/// Whether a write was refused by a constraint: PostgreSQL tells its name, SQLite the columns of a
/// unique one, each after the name of the table.
pub fn violates(error: &DbErr, constraint: &str, sqlite_columns: &str) -> bool {
    error.sql_err().is_some_and(|error| {
        let message = error.to_string();
        message.contains(constraint) || message.contains(sqlite_columns)
    })
}

/// How things are listed: by creation, which their ids tell, or by their last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub by_update: bool,
    pub descending: bool,
}

/// Where a page begins: after the thing with this id, changed last at this time where that is the order.
pub type Key<I> = (Option<DateTime<Utc>>, I);

/// A statement that is put together from conditions, each with its parameters, written as `?`.
#[derive(Debug)]
pub struct Conditions {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Conditions {
    /// Begins with a statement that has a `where`, whose parameters from `$2` on are `values`.
    pub fn new(select: &str, values: impl IntoIterator<Item = Value>) -> Self {
        Self { sql: select.to_owned(), values: values.into_iter().collect() }
    }

    /// A condition without parameters of its own.
    pub fn and(&mut self, condition: &str) {
        self.and_all(condition, []);
    }

    /// A condition on a value, if there is one.
    pub fn and_if<V: Into<Value>>(&mut self, condition: &str, value: Option<V>) {
        if let Some(value) = value {
            self.and_all(condition, [value.into()]);
        }
    }

    /// A condition on several values.
    pub fn and_all(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" and ");
        let mut values = values.into_iter();
        for (position, text) in condition.split('?').enumerate() {
            if position > 0 {
                self.values.extend(values.next());
                // `$1` is the tenant, which every statement has before these values.
                self.sql.push_str(&format!("${}", self.values.len() + 1));
            }
            self.sql.push_str(text);
        }
    }

    /// A condition that `column` is one of several values.
    pub fn and_one_of<V: Into<Value>>(&mut self, column: &str, values: impl IntoIterator<Item = V>) {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if values.is_empty() {
            return self.and("false");
        }
        // Joined to rather than listed: PostgreSQL would compare every row with every item of a list.
        let rows = vec!["(?)"; values.len()].join(", ");
        self.and_all(&format!("{column} in (select v.column1 from (values {rows}) v)"), values);
    }

    /// The page of `p` that begins after a key.
    pub fn page_in<I: Into<Value>>(&mut self, order: Order, after: Option<Key<I>>, limit: u32) {
        let (than, direction) = if order.descending { ("<", "desc") } else { (">", "asc") };
        match (order.by_update, after) {
            (true, Some((Some(at), id))) => {
                self.and_all(&format!("(p.updated_at, p.id) {than} (?, ?)"), [at.into(), id.into()]);
            }
            (_, Some((_, id))) => self.and_all(&format!("p.id {than} ?"), [id.into()]),
            (_, None) => {}
        }
        let first = if order.by_update { format!("p.updated_at {direction}, ") } else { String::new() };
        self.page(&format!("{first}p.id {direction}"), limit);
    }

    /// Orders by `keys`, and takes one row more than `limit`. The number stands in the text, as SQLite
    /// would prepare the statement anew for each execution were it a parameter.
    pub fn page(&mut self, keys: &str, limit: u32) {
        self.sql.push_str(&format!(" order by {keys} limit {}", limit + 1));
    }
}
