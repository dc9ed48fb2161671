//! Queries about teams.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, FromQueryResult};

use super::{
    periods::Period,
    query::{ListTeam, ReadHistory, SortedBy, TeamSort},
    rules,
    statement::{self, Statement},
    team::{SortKey, Team, TeamKey},
};
use crate::{
    auth::Identity,
    db::Read,
    entity::plan::PlanStatus,
    ids::{PersonId, PlanId},
};

/// The totals of a team, and one person of it with one plan or without a plan.
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
    pub department: Option<String>,
    pub manager_id: Option<PersonId>,
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
    /// Greater than 0 if the caller has a manager's rights over the person.
    pub is_managed: Option<i64>,
    pub feedback_asked: bool,
    pub feedback_unread: bool,
    /// Set if the rows are sorted by name.
    pub name_key: Option<String>,
}

impl TeamRow {
    /// Whether the caller may read the person's plan, once it is shared.
    pub fn is_readable(&self, team: &Team) -> bool {
        team.reads_all
            || self.is_managed.is_some_and(|managed| managed > 0)
            || self.person_id == Some(team.caller)
    }

    pub fn progress_percent(&self) -> i64 {
        rules::mean_percent(self.percent, self.items)
    }

    /// None if the row has only the totals.
    pub fn key(&self, team: &Team, sort: Option<TeamSort>) -> Option<TeamKey> {
        let person = self.person_id?;
        let value = match sort.map(TeamSort::by) {
            None => None,
            Some(SortedBy::Name) => self.name_key.clone().map(SortKey::Name),
            Some(SortedBy::Progress) => Some(SortKey::Number(self.progress_percent())),
            Some(SortedBy::Overdue) => Some(SortKey::Number(self.overdue)),
            Some(SortedBy::LastProgress) => self.last_progress_at.map(SortKey::At),
            Some(SortedBy::NextDue) => self.next_due_on.filter(|_| self.is_readable(team)).map(SortKey::Day),
        };
        Some(TeamKey { value, person, row: self.plan_id.map_or(person.0, |plan| plan.0) })
    }
}

/// A page of the rows of a team, each with the totals of all rows that the filters leave. Returns one row more than
/// `limit` if there is a next page, and a single row without a person if the page is empty.
pub async fn list_team_progress(
    db: &impl Read,
    team: &Team,
    query: &ListTeam,
    after: Option<TeamKey>,
    limit: u32,
) -> Result<Vec<TeamRow>, DbErr> {
    let Statement { sql, values } = statement::list(db.backend(), team, query, after, limit);
    db.list(&sql, values).await
}

/// What changes of a team's sums in one period.
#[derive(Debug, FromQueryResult)]
pub struct HistoryStep {
    /// The number of the period.
    pub period: i64,
    pub items: i64,
    pub done: i64,
    pub percent: i64,
    pub planned: i64,
    pub overdue: i64,
}

/// What changes of a team's sums in each of these periods, in their order; none of a period in which nothing does.
pub async fn list_history(
    db: &impl Read,
    team: &Team,
    query: &ReadHistory,
    periods: &[Period],
) -> Result<Vec<HistoryStep>, DbErr> {
    let department = query.department.as_deref();
    let Statement { sql, values } = statement::history(db.backend(), team, department, periods);
    db.list(&sql, values).await
}

/// A person's position in the reporting hierarchy. Counts, because SQLite has no booleans.
#[derive(Debug, FromQueryResult)]
pub struct HierarchyPosition {
    /// None if the person is not in the directory.
    pub time_zone: Option<String>,
    /// Greater than 0 if the person reports to the caller, directly or indirectly.
    pub below: i64,
}

/// Whether `person` exists, and reports to the caller. The recursive query walks from the person up to the top; `union`
/// without `all` removes duplicates, so it also ends if the managers form a cycle.
pub async fn find_position(
    db: &impl Read,
    person: PersonId,
    caller: &Identity,
) -> Result<Option<HierarchyPosition>, DbErr> {
    let sql = "with recursive line (id, manager_id) as ( \
             select o.id, o.manager_id from people o where o.tenant_id = $1 and o.id = $2 \
             union select o.id, o.manager_id from line l join people o on o.tenant_id = $1 and o.id = l.manager_id) \
         select coalesce(sum(case when manager_id = $3 then 1 else 0 end), 0) as below, \
             (select p.time_zone from people p where p.tenant_id = $1 and p.id = $2) as time_zone from line";
    db.find(sql, [person.into(), caller.id_or_nil().into()]).await
}
