//! Queries about teams.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult};
use uuid::Uuid;

use crate::{
    db::Read,
    entity::plan::PlanStatus,
    ids::{PersonId, PlanId},
};

/// Reads the progress of a team of any size in one statement.
fn team_progress(backend: DbBackend) -> &'static str {
    static POSTGRES: LazyLock<String> = LazyLock::new(|| without_lines_for("SQLite"));
    static SQLITE: LazyLock<String> = LazyLock::new(|| without_lines_for("PostgreSQL"));
    match backend {
        DbBackend::Postgres => &POSTGRES,
        _ => &SQLITE,
    }
}

fn without_lines_for(engine: &str) -> String {
    let mark = format!("-- {engine}");
    let lines = include_str!("team_progress.sql").lines().filter(|line| !line.ends_with(&mark));
    lines.collect::<Vec<_>>().join("\n")
}

/// The totals of a team, and one direct report with one plan or without a plan.
#[derive(Debug, FromQueryResult)]
pub struct TeamRow {
    pub people: i64,
    pub with_plan: i64,
    pub shared: i64,
    pub agreed: i64,
    pub all_items: i64,
    pub all_done: i64,
    pub all_in_progress: i64,
    pub all_blocked: i64,
    pub all_overdue: i64,
    pub all_percent: i64,
    /// None if the page is empty: the row then has only the totals.
    pub person_id: Option<PersonId>,
    pub display_name: Option<String>,
    pub title: Option<String>,
    pub plan_id: Option<PlanId>,
    pub plan_status: Option<PlanStatus>,
    pub shared_at: Option<DateTime<Utc>>,
    pub owner_agreed_at: Option<DateTime<Utc>>,
    pub manager_agreed_at: Option<DateTime<Utc>>,
    pub items: i64,
    pub done: i64,
    pub in_progress: i64,
    pub blocked: i64,
    pub overdue: i64,
    pub percent: i64,
    pub next_due_on: Option<NaiveDate>,
    pub last_progress_at: Option<DateTime<Utc>>,
    pub feedback_asked: bool,
    pub feedback_unread: bool,
}

/// The key of the last row of the previous page: the person's id, and the plan's id or the person's again if there is
/// no plan.
pub type TeamKey = (PersonId, Uuid);

impl TeamRow {
    pub fn key(&self) -> Option<TeamKey> {
        let person = self.person_id?;
        Some((person, self.plan_id.map_or(person.0, |plan| plan.0)))
    }
}

/// A page of the plans of a team, each row with the team's totals; `with_acting` adds those of people whose acting
/// manager the person is. Returns one row more than `limit` if there is a next
/// page, and a single row without a person if the page is empty.
pub async fn list_team_progress(
    db: &impl Read,
    manager: PersonId,
    with_acting: bool,
    after: Option<TeamKey>,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<Vec<TeamRow>, DbErr> {
    // Part of the text and not a parameter: PostgreSQL plans a generic limit badly. See `Conditions::page`.
    let limit = (limit + 1).to_string();
    let sql = team_progress(db.backend()).replace("{limit}", &limit);
    let (person, plan) = after.unwrap_or((PersonId(Uuid::nil()), Uuid::nil()));
    let acting = if with_acting { manager } else { PersonId(Uuid::nil()) };
    db.list(&sql, [manager.into(), now.into(), person.into(), plan.into(), acting.into()]).await
}

/// A person's position in the reporting hierarchy. Counts, because SQLite has no booleans.
#[derive(Debug, FromQueryResult)]
pub struct HierarchyPosition {
    /// Greater than 0 if the person is in the directory.
    pub known: i64,
    /// Greater than 0 if the person reports to `above`, directly or indirectly.
    pub below: i64,
}

/// Whether `person` exists and reports to `above`. The recursive query walks from the person up to the top; `union`
/// without `all` removes duplicates, so it also ends if the managers form a cycle.
pub async fn find_position(
    db: &impl Read,
    person: PersonId,
    above: PersonId,
) -> Result<Option<HierarchyPosition>, DbErr> {
    let sql = "with recursive line (id, manager_id) as ( \
             select o.id, o.manager_id from people o where o.tenant_id = $1 and o.id = $2 \
             union select o.id, o.manager_id from line l join people o on o.tenant_id = $1 and o.id = l.manager_id) \
         select count(*) as known, coalesce(sum(case when manager_id = $3 then 1 else 0 end), 0) as below from line";
    db.find(sql, [person.into(), above.into()]).await
}
