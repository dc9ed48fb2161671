//! Reads of one tenant's rows. The text of each statement is checked: it names the tenant, and only reads, so that a
//! write cannot run as a read, outside the transaction.

use std::{cell::RefCell, collections::HashSet, future::Future};

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, FromQueryResult, QueryResult, QueryTrait, Statement, Value,
};

use super::{connection::is_used_again, scope, tenant::Tenant};
use crate::{entity::TenantTable, ids::TenantId};

/// Reads of one tenant's rows, from a connection or within a transaction, which sees its own writes.
///
/// The text of a statement has the tenant as `$1`; `values` are its further parameters.
pub trait Read: Sync {
    fn tenant(&self) -> TenantId;

    fn backend(&self) -> DbBackend;

    /// All rows of a statement that reads.
    fn rows(&self, statement: Statement) -> impl Future<Output = Result<Vec<QueryResult>, DbErr>> + Send;

    /// The first row of a statement that reads.
    fn first(&self, statement: Statement) -> impl Future<Output = Result<Option<QueryResult>, DbErr>> + Send;

    /// The first row of a `select`.
    fn find<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> impl Future<Output = Result<Option<T>, DbErr>> + Send {
        let statement = read(self.backend(), self.tenant(), sql, values);
        async move {
            let row = self.first(statement?).await?;
            row.map(|row| T::from_query_result(&row, "")).transpose()
        }
    }

    /// All rows of a `select`.
    fn list<T: FromQueryResult + Send>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> impl Future<Output = Result<Vec<T>, DbErr>> + Send {
        let statement = read(self.backend(), self.tenant(), sql, values);
        async move {
            let rows = self.rows(statement?).await?;
            rows.iter().map(|row| T::from_query_result(row, "")).collect()
        }
    }

    /// The number of a `select count(*) as number`.
    fn count(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> impl Future<Output = Result<i64, DbErr>> + Send {
        let counted = self.find::<Counted>(sql, values);
        async move { Ok(counted.await?.map_or(0, |counted| counted.number)) }
    }

    /// The row of a statement about the server, which reads no table.
    fn ask_server<T: FromQueryResult>(
        &self,
        sql: &'static str,
    ) -> impl Future<Output = Result<Option<T>, DbErr>> + Send {
        let statement = Statement::from_string(self.backend(), sql);
        async move {
            let row = self.first(statement).await?;
            row.map(|row| T::from_query_result(&row, "")).transpose()
        }
    }

    /// The row with this key.
    fn row<E: TenantTable>(
        &self,
        key: E::Key,
    ) -> impl Future<Output = Result<Option<E::Model>, DbErr>> + Send {
        let statement = E::by_key(self.tenant(), key).build(self.backend());
        async move {
            let row = self.first(statement).await?;
            row.map(|row| E::Model::from_query_result(&row, "")).transpose()
        }
    }
}

#[derive(FromQueryResult)]
struct Counted {
    number: i64,
}

impl<C: ConnectionTrait + Sync> Read for Tenant<C> {
    fn tenant(&self) -> TenantId {
        self.id
    }

    fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.connection.query_all_raw(statement).await
    }

    async fn first(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.connection.query_one_raw(statement).await
    }
}

/// A statement that only reads; an error for any other.
pub fn read(
    backend: DbBackend,
    tenant: TenantId,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Statement, DbErr> {
    let statement = with_tenant(backend, tenant, sql, values);
    if !is_known(sql) {
        if !only_reads(sql) {
            return Err(DbErr::Custom(format!("a statement that does not only read: {sql}")));
        }
        check_tenant(sql)?;
        if is_used_again(&statement) {
            remember(sql);
        }
    }
    Ok(statement)
}

/// How many texts a thread remembers. Those of requests are fewer.
const MAX_KNOWN: usize = 1000;

thread_local! {
    /// Texts that passed the checks of [`read`]. Reading a text again takes longer than finding it here.
    static KNOWN: RefCell<HashSet<Box<str>>> = RefCell::default();
}

fn is_known(sql: &str) -> bool {
    KNOWN.with_borrow(|known| known.contains(sql))
}

fn remember(sql: &str) {
    KNOWN.with_borrow_mut(|known| {
        if known.len() < MAX_KNOWN {
            known.insert(sql.into());
        }
    });
}

/// A statement with the tenant as its first parameter; an error for one that does not ask for it.
pub fn bind(
    backend: DbBackend,
    tenant: TenantId,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Statement, DbErr> {
    check_tenant(sql)?;
    Ok(with_tenant(backend, tenant, sql, values))
}

fn check_tenant(sql: &str) -> Result<(), DbErr> {
    // Rows that a statement makes from a parameter have the tenant as their first column.
    let inserts =
        sql.starts_with("insert into ") && sql.contains(" (tenant_id, ") && sql.contains(" select $1, ");
    if !inserts && !sql.contains("tenant_id = $1") {
        return Err(DbErr::Custom(format!("a statement that is not about one tenant: {sql}")));
    }
    scope::check_text(sql)
}

fn with_tenant(
    backend: DbBackend,
    tenant: TenantId,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    let values = std::iter::once(Value::from(tenant)).chain(values);
    Statement::from_sql_and_values(backend, sql, values)
}

/// Whether a statement neither writes nor locks. `update` covers `for update`, and PostgreSQL's writes within `with`.
pub fn only_reads(sql: &str) -> bool {
    let mut sql = sql.trim_start();
    while let Some(comment) = sql.strip_prefix("--") {
        sql = comment.split_once('\n').map_or("", |(_, rest)| rest.trim_start());
    }
    const EFFECTS: [&str; 6] = ["insert", "update", "delete", "merge", "share", "truncate"];
    let mut words = sql
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
        .filter(|word| !word.is_empty());
    words.next().is_some_and(|first| first == "select" || first == "with")
        && !words.any(|word| word.len() >= 5 && EFFECTS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_neither_writes_nor_locks_is_a_read() {
        for reads in [
            "select a.updated_at from a",
            "with x as (select 1) select * from x",
            "select '1' as share_count",
            "-- how an update is told\nselect 1",
        ] {
            assert!(only_reads(reads), "{reads}");
        }
        for writes in [
            "update a set b = 1 returning id",
            "insert into a values (1) returning id",
            "delete from a",
            "with x as (update a set b = 1 returning id) select * from x",
            "with x as (delete from a returning id) select * from x",
            "-- a comment\nselect * from a for update",
            "select * from a for no key update of a",
            "select * from a for share",
            "vacuum",
            "",
        ] {
            assert!(!only_reads(writes), "{writes}");
        }
    }
}
