//! Queries about teams.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult};
use uuid::Uuid;

use crate::{
    db::Read,
    entity::plan::PlanStatus,
    ids::{PersonId, PlanId},
};

/// The progress of a team, in one statement whatever its size. What it needs of `action_items` is in an
/// index.
const TEAM_PROGRESS: &str = include_str!("team_progress.sql");

/// The totals of a team, and one report with one plan or with none.
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
    /// None where the page is empty.
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

/// Where a page begins: after this plan of this person, or after the person where there is no plan.
pub type TeamKey = (PersonId, Uuid);

impl TeamRow {
    pub fn key(&self) -> Option<TeamKey> {
        let person = self.person_id?;
        Some((person, self.plan_id.map_or(person.0, |plan| plan.0)))
    }
}

/// The team's totals with one page of its plans, one more than `limit` where there are more; a single row
/// without a person where the page is empty.
pub async fn list_team_progress(
    db: &impl Read,
    manager: PersonId,
    after: Option<TeamKey>,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<Vec<TeamRow>, DbErr> {
    let (lateral, which) = match db.backend() {
        DbBackend::Postgres => ("lateral", "i.plan_id = t.plan_id and t.shared_at is not null"),
        _ => ("", "i.plan_id in (select plan_id from team where shared_at is not null)"),
    };
    let limit = (limit + 1).to_string();
    let sql =
        TEAM_PROGRESS.replace("{lateral}", lateral).replace("{which}", which).replace("{limit}", &limit);
    let (person, plan) = after.unwrap_or((PersonId(Uuid::nil()), Uuid::nil()));
    db.list(&sql, [manager.into(), now.into(), person.into(), plan.into()]).await
}

/// Whether somebody is in the directory, and whether under `above`, at whatever distance.
#[derive(Debug, FromQueryResult)]
pub struct Place {
    pub known: i64,
    pub below: i64,
}

pub async fn find_place(db: &impl Read, person: PersonId, above: PersonId) -> Result<Option<Place>, DbErr> {
    let sql = "with recursive line (id, manager_id) as ( \
             select o.id, o.manager_id from people o where o.tenant_id = $1 and o.id = $2 \
             union select o.id, o.manager_id from line l join people o on o.tenant_id = $1 and o.id = l.manager_id) \
         select count(*) as known, coalesce(sum(case when manager_id = $3 then 1 else 0 end), 0) as below from line";
    db.find(sql, [person.into(), above.into()]).await
}
