//! Writes of single rows, collected so that they reach the database in one round trip.

use sea_orm::{
    ActiveModelTrait, DbBackend, DbErr, EntityName, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn,
    Statement, Value,
};

use super::error::VERSION_CONFLICT;

pub type ColumnOf<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Column;
pub type PrimaryKeyOf<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::PrimaryKey;

/// The column for optimistic locking, in tables that have one.
const VERSION: &str = "version";

/// Writes that have not been sent. SQLite gets several statements in one call; PostgreSQL gets one statement with a
/// common table expression for each write, which fails as a whole unless each changes exactly one row.
#[derive(Debug)]
pub struct Writes {
    backend: DbBackend,
    sql: String,
    values: Vec<Value>,
    count: usize,
}

impl Writes {
    pub fn new(backend: DbBackend) -> Self {
        Self { backend, sql: String::new(), values: Vec::new(), count: 0 }
    }

    pub fn insert<A: ActiveModelTrait>(&mut self, row: &A) {
        self.insert_into(row);
        self.end();
    }

    fn insert_into<A: ActiveModelTrait>(&mut self, row: &A) {
        self.begin(&["insert into ", table::<A>(), " ("]);
        let values = self.values.len();
        for column in ColumnOf::<A>::iter() {
            if let Some(value) = row.get(column).into_value() {
                self.sql.push_str(if self.values.len() > values { ", " } else { "" });
                self.sql.push_str(column.as_str());
                self.values.push(value);
            }
        }
        self.sql.push_str(") values (");
        for number in values + 1..=self.values.len() {
            self.sql.push_str(if number > values + 1 { ", $" } else { "$" });
            self.sql.push_str(&number.to_string());
        }
        self.sql.push(')');
    }

    /// Adds the numbers of `row` to those of the stored row with its primary key, or inserts it if there is none. The
    /// database adds, so changes that add to one row at once need not have read it.
    pub fn add_up<A: ActiveModelTrait>(&mut self, row: &A) {
        self.insert_into(row);
        let key: Vec<&str> = PrimaryKeyOf::<A>::iter().map(|key| key.into_column().as_str()).collect();
        self.sql.push_str(&format!(" on conflict ({}) do update set ", key.join(", ")));
        let numbers =
            ColumnOf::<A>::iter().map(|column| column.as_str()).filter(|column| !key.contains(column));
        for (number, column) in numbers.enumerate() {
            self.sql.push_str(if number > 0 { ", " } else { "" });
            self.sql.push_str(&format!("{column} = {}.{column} + excluded.{column}", table::<A>()));
        }
        self.end();
    }

    /// Writes the columns that differ, if any, on condition that the row still has the version that was read.
    pub fn update<A: ActiveModelTrait>(&mut self, before: &A, after: &A) -> Result<(), DbErr> {
        let mut changed = ColumnOf::<A>::iter()
            .filter_map(|column| {
                let (was, is) = (before.get(column).into_value()?, after.get(column).into_value()?);
                (was != is).then_some((column, is))
            })
            .peekable();
        if changed.peek().is_none() {
            return Ok(());
        }
        self.begin(&["update ", table::<A>()]);
        for (number, (column, value)) in changed.enumerate() {
            self.equal(if number == 0 { " set " } else { ", " }, column.as_str(), value);
        }
        self.by_key(after)?;
        if let Some(version) = ColumnOf::<A>::iter().find(|column| column.as_str() == VERSION)
            && let Some(version) = before.get(version).into_value()
        {
            self.equal(" and ", VERSION, version);
        }
        self.end();
        Ok(())
    }

    /// Writes nothing, but locks the row and requires it to have this version. SQLite needs no lock: its one writer
    /// excludes other changes since the row was read.
    pub fn expect_version<A: ActiveModelTrait>(&mut self, key: &A, version: i64) -> Result<(), DbErr> {
        if self.backend == DbBackend::Postgres {
            self.begin(&["select 1 from ", table::<A>()]);
            self.by_key(key)?;
            self.equal(" and ", VERSION, version.into());
            self.sql.push_str(" for no key update)");
        }
        Ok(())
    }

    pub fn delete<A: ActiveModelTrait>(&mut self, row: &A) -> Result<(), DbErr> {
        self.begin(&["delete from ", table::<A>()]);
        self.by_key(row)?;
        self.end();
        Ok(())
    }

    /// Takes all writes as one statement; none if there are no writes.
    pub fn take(&mut self) -> Option<Statement> {
        let mut writes = std::mem::replace(self, Self::new(self.backend));
        if writes.count == 0 {
            return None;
        }
        if self.backend == DbBackend::Postgres {
            for number in 0..writes.count {
                writes.sql.push_str(if number == 0 { " select cast(case when " } else { " + " });
                writes.sql.push_str(&format!("(select count(*) from write_{number})"));
            }
            // Plain SQL has no RAISE. If a row was missing, this casts a text that is no number, which aborts the whole
            // statement with SQLSTATE 22P02; `as_version_conflict` recognises it.
            writes
                .sql
                .push_str(&format!(" = {} then '1' else '{VERSION_CONFLICT}' end as integer)", writes.count));
        }
        Some(Statement::from_sql_and_values(self.backend, writes.sql, writes.values))
    }

    fn begin(&mut self, words: &[&str]) {
        if self.backend == DbBackend::Postgres {
            self.sql.push_str(if self.count == 0 { "with " } else { ", " });
            self.sql.push_str(&format!("write_{} as (", self.count));
        }
        self.count += 1;
        words.iter().for_each(|word| self.sql.push_str(word));
    }

    fn end(&mut self) {
        self.sql.push_str(if self.backend == DbBackend::Postgres { " returning 1)" } else { ";" });
    }

    fn equal(&mut self, before: &str, column: &str, value: Value) {
        self.values.push(value);
        let number = self.values.len().to_string();
        [before, column, " = $", &number].iter().for_each(|word| self.sql.push_str(word));
    }

    /// Adds the condition on the whole primary key.
    fn by_key<A: ActiveModelTrait>(&mut self, row: &A) -> Result<(), DbErr> {
        for (number, key) in PrimaryKeyOf::<A>::iter().enumerate() {
            let column = key.into_column();
            let value = row.get(column).into_value().ok_or(DbErr::UpdateGetPrimaryKey)?;
            self.equal(if number == 0 { " where " } else { " and " }, column.as_str(), value);
        }
        Ok(())
    }
}

fn table<A: ActiveModelTrait>() -> &'static str {
    A::Entity::default().table_name()
}
