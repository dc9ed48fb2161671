//! Reading a row column by column.

use std::fmt;

use sea_orm::{ColIdx, DbErr, QueryResult, TryGetable};

/// The columns of a row, read one after the other. For the rows of which a page has many: a derived `FromQueryResult`
/// looks up each column by its name, and writes a text about each null, which takes twice as long.
pub struct Columns<'a> {
    row: &'a QueryResult,
    next: usize,
}

impl<'a> Columns<'a> {
    pub fn of(row: &'a QueryResult) -> Self {
        Self { row, next: 0 }
    }

    /// The next column, which must have this name; builds for tests compare.
    pub fn read<T: TryGetable>(&mut self, name: &str) -> Result<T, DbErr> {
        let position = self.next;
        self.next += 1;
        if cfg!(debug_assertions) && self.row.column_names().get(position).is_none_or(|found| found != name) {
            return Err(DbErr::Custom(format!("column {position} is not {name}")));
        }
        Ok(T::try_get_by(self.row, Position(position))?)
    }
}

/// The position of a column in its row.
#[derive(Clone, Copy)]
struct Position(usize);

/// Nothing: it is what an error says about a null, and there is such an error, unseen, for each null.
impl fmt::Debug for Position {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl ColIdx for Position {
    type SqlxPostgresIndex = usize;
    type SqlxSqliteIndex = usize;

    fn as_sqlx_postgres_index(&self) -> usize {
        self.0
    }

    fn as_sqlx_sqlite_index(&self) -> usize {
        self.0
    }

    fn as_str(&self) -> Option<&str> {
        None
    }

    fn as_usize(&self) -> Option<&usize> {
        Some(&self.0)
    }
}
