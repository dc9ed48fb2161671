//! Whether a statement stays within one tenant, told by its text.
//!
//! On a distributed PostgreSQL a statement runs on the one node that holds the tenant only if the planner can tell that
//! each table is limited to it. It can if each `select` names the tenant itself, and the tables that are joined there
//! are joined on it; a tenant that comes from the surrounding `select` is not enough. Otherwise the statement runs on
//! all nodes, and fails if it locks rows.
//!
//! The text is checked where statements are given their tenant, and again where they are sent, in builds with debug
//! assertions: so in all tests, each of which reads every statement that it causes.

use std::{
    cell::Cell,
    collections::HashSet,
    iter::Peekable,
    sync::{Mutex, PoisonError},
};

use sea_orm::{DbErr, Statement, Value};

use crate::entity::is_tenant_table;

/// The statements that may go beyond one tenant, because a [`super::Crossing`] covers them.
static COVERED: Mutex<Option<HashSet<String>>> = Mutex::new(None);

/// Lets a statement pass [`check`].
pub fn cover(sql: &str) {
    if cfg!(debug_assertions) {
        let mut covered = COVERED.lock().unwrap_or_else(PoisonError::into_inner);
        covered.get_or_insert_default().insert(sql.to_owned());
    }
}

/// Fails for a statement that is about to run and is not about one tenant, in builds with debug assertions. All
/// statements come by here, so each one of a test is read.
pub fn check(statement: &Statement) -> Result<(), DbErr> {
    if !cfg!(debug_assertions) {
        return Ok(());
    }
    let values = statement.values.as_ref().map_or(&[][..], |values| &values.0);
    let tenant: Cell<Option<&Value>> = Cell::new(None);
    // The same tenant everywhere. Parameters without a number are those of an entity, which has only one.
    let is_tenant = |word: &str| match word.strip_prefix('$').map(|number| number.parse::<usize>()) {
        Some(Ok(number)) => values.get(number.wrapping_sub(1)).is_some_and(|value| {
            let known = tenant.get().unwrap_or(value);
            tenant.set(Some(known));
            known == value
        }),
        _ => word == "?",
    };
    let Some(fault) = beyond(&statement.sql, &is_tenant) else { return Ok(()) };
    let covered = COVERED.lock().unwrap_or_else(PoisonError::into_inner);
    if covered.as_ref().is_some_and(|covered| covered.contains(&statement.sql)) {
        return Ok(());
    }
    Err(not_of_one_tenant(&fault, &statement.sql))
}

/// Fails for a text that is not about the tenant `$1`, in builds with debug assertions.
pub fn check_text(sql: &str) -> Result<(), DbErr> {
    if !cfg!(debug_assertions) {
        return Ok(());
    }
    beyond_tenant(sql).map_or(Ok(()), |fault| Err(not_of_one_tenant(&fault, sql)))
}

fn not_of_one_tenant(fault: &str, sql: &str) -> DbErr {
    DbErr::Custom(format!("a statement that is not about one tenant, as {fault}: {sql}"))
}

/// What is wrong with a text; none if each of its parts is about the tenant `$1`.
fn beyond_tenant(sql: &str) -> Option<String> {
    beyond(sql, &|word| word == "$1")
}

/// What is wrong with a text; none if each of its parts is about one tenant, which `is_tenant` recognises.
fn beyond(sql: &str, is_tenant: &dyn Fn(&str) -> bool) -> Option<String> {
    let sql = sql.replace('"', "").to_ascii_lowercase();
    let mut faults = Vec::new();
    let mut words = words(&sql).peekable();
    while words.peek().is_some() {
        Part::read(&mut words, is_tenant, &mut faults);
    }
    faults.into_iter().next()
}

/// Whether a statement reads or writes a table of tenants.
pub fn has_tenant_table(sql: &str) -> bool {
    words(sql).any(is_tenant_table)
}

/// One `select`, `insert`, `update` or `delete`, without those that are nested in it.
#[derive(Default)]
struct Part<'a> {
    /// Tables, each with its alias.
    tables: Vec<(&'a str, &'a str)>,
    /// A table that is inserted into, which has the tenant among its values.
    inserts: bool,
    names_tenant: bool,
    equal: Vec<(&'a str, &'a str)>,
}

impl<'a> Part<'a> {
    /// Reads up to the parenthesis that closes this part.
    fn read(
        words: &mut Peekable<impl Iterator<Item = &'a str>>,
        is_tenant: &dyn Fn(&str) -> bool,
        faults: &mut Vec<String>,
    ) {
        let (mut part, mut depth, mut before, mut word) = (Self::default(), 0, "", "");
        // The depth of parentheses at which a list of tables stands.
        let mut from = None;
        loop {
            let (earlier, last) = (before, word);
            let Some(next) = words.next() else { break };
            (before, word) = (last, next);
            match word {
                "(" if words.peek().is_some_and(|next| begins_part(next)) => {
                    Self::read(words, is_tenant, faults);
                }
                "(" => depth += 1,
                ")" if depth == 0 => break,
                ")" => depth -= 1,
                "union" | "intersect" | "except" | ";" => std::mem::take(&mut part).check(is_tenant, faults),
                "tenant_id" => part.names_tenant = true,
                "from" => from = Some(depth),
                "select" | "where" | "set" | "order" | "group" | "returning" => from = None,
                _ => {}
            }
            if before == "=" {
                part.equal.push((earlier, word));
            }
            let is_listed = before == "," && from == Some(depth);
            let is_table = is_listed || matches!(before, "from" | "join" | "into" | "update" | "using");
            if is_table && is_tenant_table(word) {
                if before == "into" {
                    // A row of `tenants` has the tenant as its id.
                    part.inserts |= word != "tenants";
                } else {
                    let mut alias = words.peek().copied().unwrap_or_default();
                    if alias == "as" {
                        words.next();
                        alias = words.peek().copied().unwrap_or_default();
                    }
                    part.tables.push((word, if is_alias(alias) { alias } else { word }));
                }
            }
        }
        part.check(is_tenant, faults);
    }

    fn check(self, is_tenant: &dyn Fn(&str) -> bool, faults: &mut Vec<String>) {
        if self.inserts && !self.names_tenant {
            faults.push("an insert without a tenant".into());
        }
        let mut is_pinned = self.tables.is_empty();
        for (table, alias) in &self.tables {
            let column = if *table == "tenants" { "id" } else { "tenant_id" };
            let mut is_limited = false;
            for (left, right) in self.equal.iter().flat_map(|(left, right)| [(left, right), (right, left)]) {
                let is_own = left.strip_prefix(alias).and_then(|rest| rest.strip_prefix('.')) == Some(column);
                is_limited |= is_own || (*left == column && is_tenant(right));
                is_pinned |= (is_own || *left == column) && is_tenant(right);
            }
            if !is_limited {
                faults.push(format!("{table} {alias} is not limited to the tenant"));
            }
        }
        if !is_pinned {
            let tables: Vec<_> = self.tables.iter().map(|(table, _)| *table).collect();
            faults.push(format!("the part with {} does not name the tenant", tables.join(", ")));
        }
    }
}

fn begins_part(word: &str) -> bool {
    matches!(word, "select" | "with" | "insert" | "update" | "delete")
}

fn is_alias(word: &str) -> bool {
    const NEXT: [&str; 14] = [
        "where",
        "join",
        "left",
        "inner",
        "cross",
        "on",
        "set",
        "order",
        "group",
        "limit",
        "for",
        "union",
        "using",
        "returning",
    ];
    word.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !NEXT.contains(&word)
}

/// The words and signs of a statement, without comments and texts.
fn words(sql: &str) -> impl Iterator<Item = &str> {
    let mut rest = sql;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start();
            if let Some(comment) = rest.strip_prefix("--") {
                rest = comment.split_once('\n').map_or("", |(_, after)| after);
            } else if let Some(text) = rest.strip_prefix('\'') {
                rest = text.split_once('\'').map_or("", |(_, after)| after);
            } else {
                break;
            }
        }
        let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '$');
        let length = match rest.chars().next()? {
            first if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            first => first.len_utf8(),
        };
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use sea_orm::{DbBackend, prelude::Uuid};

    use super::*;

    #[test]
    fn what_names_the_tenant_in_each_part_stays_within_it() {
        for within in [
            "select p.id from plans p where p.tenant_id = $1",
            "select id from plans where tenant_id = $1 and id = $2",
            "select 1 from plans p join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
                 left join people m on m.tenant_id = o.tenant_id where p.tenant_id = $1",
            "select p.id, (select count(*) from action_items i where i.tenant_id = $1 and i.plan_id = p.id) as items \
                 from plans p where p.tenant_id = $1 for update of p",
            "select id from plans where tenant_id = $1 union all select plan_id from action_items where tenant_id = $1",
            "with a as (select id from plans where tenant_id = $1) select * from a join (values (1)) v on true",
            "update plans set title = (select 'a from people' || $2) where tenant_id = $1",
            "update people set email = v.column2 from (values ($2, $3)) v where people.tenant_id = $1",
            "update tenants set opened_at = $2 where id = $1",
            "insert into tenants (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name",
            // A column with the name of a table.
            "insert into revisions (tenant_id, action_items) values ($1, $2)",
            "select r.number, action_items from revisions r where r.tenant_id = $1 order by number, action_items",
            "insert into plans (tenant_id, id) values ($1, $2) on conflict do update set id = $2",
            "-- every one of them\nselect i.id from action_items i join tenants t on t.id = i.tenant_id \
                 where i.tenant_id = $1",
        ] {
            assert_eq!(beyond_tenant(within), None, "{within}");
        }
    }

    #[test]
    fn a_part_that_leaves_the_tenant_out_is_found() {
        for beyond in [
            "select id from plans",
            "select id from plans where tenant_id = $2",
            "select p.id from plans p join people o on o.id = p.owner_id where p.tenant_id = $1",
            // Only the surrounding `select` names it.
            "select p.id, (select count(*) from action_items i where i.tenant_id = p.tenant_id) as items \
                 from plans p where p.tenant_id = $1",
            "select id from plans where tenant_id = $1 union all select plan_id from action_items",
            "with a as (select id from plans) select a.id from a join people p on true where p.tenant_id = $1",
            "delete from plans where id = $1",
            "update plans set title = $2",
            "insert into plans (id) values ($1)",
            "select 1 from tenants where name = $1",
            "select p.id from plans p, people o where p.tenant_id = $1",
        ] {
            assert!(beyond_tenant(beyond).is_some(), "{beyond}");
        }
    }

    fn issued(sql: &str, values: impl IntoIterator<Item = Value>) -> Result<(), DbErr> {
        check(&Statement::from_sql_and_values(DbBackend::Postgres, sql, values))
    }

    #[test]
    fn a_statement_that_is_sent_names_one_tenant_wherever_it_is_written() {
        let (one, other) = (Value::from(Uuid::from_u128(1)), Value::from(Uuid::from_u128(2)));
        let writes = "with write_0 as (insert into events (tenant_id, id) values ($1, $2) returning 1), \
             write_1 as (update plans set title = $3 where tenant_id = $4 and id = $5 returning 1), \
             write_2 as (select 1 from plans where tenant_id = $6 and id = $7 for no key update) select 1";
        let values = |last: &Value| [&one, &other, &other, &one, &other, last, &other].map(Clone::clone);
        assert!(issued(writes, values(&one)).is_ok());
        assert!(issued(writes, values(&other)).is_err());
        let entity = r#"SELECT "plans"."id" FROM "plans" WHERE "plans"."tenant_id" = ? AND "plans"."id" = ?"#;
        assert!(issued(entity, []).is_ok());
        assert!(
            issued("savepoint change;update plans set title = $1 where id = $2;release change", []).is_err()
        );
    }

    #[test]
    fn only_what_is_covered_goes_beyond_one_tenant() {
        let everyone = "select count(*) from people where active and 'this test' <> ''";
        assert!(issued(everyone, []).is_err());
        cover(everyone);
        assert!(issued(everyone, []).is_ok());
    }
}
