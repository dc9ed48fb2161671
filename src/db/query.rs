//! Putting statements together: conditions, order and the start of a page.

use chrono::{DateTime, Utc};
use sea_orm::Value;

/// Ends a statement that is not kept prepared.
pub(super) const PLANNED_EACH_TIME: &str = " -- planned each time";

/// The order of a list: by creation (ids sort by time) or by the last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub by_update: bool,
    pub descending: bool,
}

/// The row after which a page begins: its id, and the time of its last change if the list is in that order.
pub type Key<I> = (Option<DateTime<Utc>>, I);

/// A statement under construction. Conditions are appended with `and`; their parameters are written as `?`.
#[derive(Debug)]
pub struct Conditions {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Conditions {
    /// Starts with a statement that ends in a `where` clause, whose parameters from `$2` on are `values`.
    pub fn new(select: &str, values: impl IntoIterator<Item = Value>) -> Self {
        Self { sql: select.to_owned(), values: values.into_iter().collect() }
    }

    /// A condition without parameters.
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
        // A list, which PostgreSQL looks up in an index or hashes. A `values` clause would be joined, by comparing each
        // row with each value if the tenant was small when statistics were last gathered.
        let list = vec!["?"; values.len()].join(", ");
        self.and_all(&format!("{column} in ({list})"), values);
    }

    /// Keyset pagination on alias `p`: the rows after a key, in this order. `changed_at` is the time of the last
    /// change.
    pub fn page_in<I: Into<Value>>(
        &mut self,
        order: Order,
        changed_at: &str,
        after: Option<Key<I>>,
        limit: u32,
    ) {
        let (than, direction) = if order.descending { ("<", "desc") } else { (">", "asc") };
        match (order.by_update, after) {
            (true, Some((Some(at), id))) => {
                self.and_all(&format!("({changed_at}, p.id) {than} (?, ?)"), [at.into(), id.into()]);
            }
            (_, Some((_, id))) => self.and_all(&format!("p.id {than} ?"), [id.into()]),
            (_, None) => {}
        }
        let first = if order.by_update { format!("{changed_at} {direction}, ") } else { String::new() };
        self.page(&format!("{first}p.id {direction}"), limit);
    }

    /// Lets PostgreSQL plan the statement at each execution: whether an index is worth using depends on its values, as
    /// it does for rows changed since a time. Call it last.
    pub fn plan_each_time(&mut self) {
        self.sql.push_str(PLANNED_EACH_TIME);
    }

    /// Orders by `keys`, and takes one row more than `limit`, which shows whether there is a next page.
    ///
    /// The limit is part of the text: if it were a parameter, PostgreSQL's generic plan would have to assume a large
    /// one, so it would never be chosen, and the statement would be planned at every execution.
    pub fn page(&mut self, keys: &str, limit: u32) {
        self.sql.push_str(&format!(" order by {keys} limit {}", limit + 1));
    }
}
