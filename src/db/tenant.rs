//! Handles that see one tenant's rows only.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

use super::pool::Pool;
use crate::ids::TenantId;

/// Reads of one tenant's rows, each its own statement.
pub type Reader = Tenant<Pool>;

/// A connection or transaction that sees one tenant's rows only.
#[derive(Debug)]
pub struct Tenant<C> {
    pub(super) id: TenantId,
    pub(super) connection: C,
}

impl<C: ConnectionTrait> Tenant<C> {
    pub fn tenant(&self) -> TenantId {
        self.id
    }

    pub fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    /// A subquery with the column `horizon`: the position in the change feed before which no further event can appear.
    /// On PostgreSQL that is the position of the oldest open transaction; on SQLite, with its one writer, the next
    /// position. If its column `sure` is false, `horizon` is a lower bound: ask again.
    pub fn event_horizon(&self) -> &'static str {
        match self.backend() {
            DbBackend::Postgres => "event_horizon()",
            _ => {
                "(select coalesce(max(position), 0) + 1 as horizon, true as sure from events \
                 where tenant_id = $1 and in_feed)"
            }
        }
    }

    /// The first row of a statement whose `$1` is the tenant and whose further parameters are `values`.
    pub async fn find<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, DbErr> {
        let row = self.connection.query_one_raw(self.bind(sql, values)).await?;
        row.map(|row| T::from_query_result(&row, "")).transpose()
    }

    /// All rows of such a statement.
    pub async fn list<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let rows = self.connection.query_all_raw(self.bind(sql, values)).await?;
        rows.iter().map(|row| T::from_query_result(row, "")).collect()
    }

    /// Runs such a statement for its effect; the number of rows it changed.
    pub(super) async fn execute(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbErr> {
        Ok(self.connection.execute_raw(self.bind(sql, values)).await?.rows_affected())
    }

    pub(super) fn bind(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        debug_assert!(sql.contains("tenant_id = $1"), "a statement that does not name the tenant: {sql}");
        let values = std::iter::once(Value::from(self.id)).chain(values);
        Statement::from_sql_and_values(self.backend(), sql, values)
    }
}
