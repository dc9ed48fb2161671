//! CSV that Excel and LibreOffice open well: RFC 4180, with a byte order mark, by which they know UTF-8. Texts are
//! quoted, so that a spreadsheet that separates by semicolons does not divide them, and none is taken for a formula.

use std::borrow::Cow;

use actix_web::{HttpResponseBuilder, http::header, web::Bytes};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::Value;

use super::item::{HistoryItem, TeamMemberProgress};
use crate::clock;

pub const MEDIA_TYPE: &str = "text/csv";

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of team progress, named as the JSON fields. Names come first, ids last. `last_progress_on` is the day of
/// `last_progress_at` for the manager: spreadsheets know days, but no instants.
const OF_TEAM: [&str; 18] = [
    "display_name",
    "title",
    "department",
    "plan_status",
    "progress_percent",
    "action_items",
    "done",
    "in_progress",
    "blocked",
    "overdue",
    "next_due_on",
    "last_progress_on",
    "awaiting",
    "last_progress_at",
    "figures_only",
    "person_id",
    "manager_id",
    "plan_id",
];

/// The columns of a history, named as the JSON fields.
const OF_HISTORY: [&str; 7] = ["from", "to", "total", "planned", "done", "overdue", "progress_percent"];

/// The header fields of a file of CSV.
pub fn file<'a>(
    response: &'a mut HttpResponseBuilder,
    name: &str,
    day: NaiveDate,
) -> &'a mut HttpResponseBuilder {
    let name = format!("attachment; filename=\"{name}-{day}.csv\"");
    response.content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name))
}

/// Rows of team progress, with the mark and the names of columns before the first ones. `zone` is the manager's.
pub fn of_team(items: &[TeamMemberProgress], zone: Tz, is_first: bool) -> Bytes {
    let mut csv = if is_first { begin(&OF_TEAM) } else { String::new() };
    for item in items {
        let optional = |text: &Option<String>| text.as_deref().map(quoted).unwrap_or_default();
        let awaiting: Vec<String> = item.awaiting.iter().map(name).collect();
        let counts = &item.action_items;
        let last_on = item.last_progress_at.map(|at| clock::today(at, zone).to_string());
        let cells: [String; OF_TEAM.len()] = [
            quoted(&item.person.display_name),
            optional(&item.person.title),
            optional(&item.department),
            name(&item.plan_status),
            item.progress_percent.to_string(),
            counts.total.to_string(),
            counts.done.to_string(),
            counts.in_progress.to_string(),
            counts.blocked.to_string(),
            counts.overdue.to_string(),
            item.next_due_on.map(|day| day.to_string()).unwrap_or_default(),
            last_on.unwrap_or_default(),
            awaiting.join(" "),
            name(&item.last_progress_at),
            item.figures_only.to_string(),
            item.person.id.to_string(),
            item.manager_id.map(|id| id.to_string()).unwrap_or_default(),
            item.plan_id.map(|id| id.to_string()).unwrap_or_default(),
        ];
        push_line(&mut csv, &cells);
    }
    csv.into()
}

/// A whole history.
pub fn of_history(items: &[HistoryItem]) -> Bytes {
    let mut csv = begin(&OF_HISTORY);
    for item in items {
        let cells: [String; OF_HISTORY.len()] = [
            item.from.to_string(),
            item.to.to_string(),
            item.total.to_string(),
            item.planned.to_string(),
            item.done.to_string(),
            item.overdue.to_string(),
            item.progress_percent.to_string(),
        ];
        push_line(&mut csv, &cells);
    }
    csv.into()
}

/// A name or an instant, as JSON has it; empty for null.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The mark and the names of columns.
fn begin(columns: &[&str]) -> String {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    push_line(&mut csv, &columns.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
    csv
}

fn push_line(csv: &mut String, cells: &[String]) {
    csv.push_str(&cells.join(","));
    csv.push_str("\r\n");
}

/// A text as a cell that is a text for every spreadsheet.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('"', "\"\""))
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before it if it begins like one. White space
/// before the beginning does not help.
fn escaped(text: &str) -> Cow<'_, str> {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    let begins = text.trim_start().starts_with(FORMULA) || text.starts_with(['\t', '\r', '\n']);
    if begins { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_gets_an_apostrophe() {
        for text in ["=HYPERLINK(\"http://a\")", "+1", "-2", "@SUM(A1)", " =1", "\t=1", "\tx", "\u{ff1d}1"] {
            assert_eq!(escaped(text), format!("'{text}"));
        }
        for text in ["", "Ana", "'Ana", "a=b", "Ana - Lead", "1-2"] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn a_text_is_quoted_whatever_it_holds() {
        assert_eq!(quoted("Ruiz, \"Ana\""), "\"Ruiz, \"\"Ana\"\"\"");
        assert_eq!(quoted("Ana;=1+1"), "\"Ana;=1+1\"");
        assert_eq!(quoted("a\r\nb"), "\"a\r\nb\"");
    }
}
