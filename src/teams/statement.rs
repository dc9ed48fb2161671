//! Puts the statements about teams together: from files, whose lines are chosen by tags, and from the filters and the
//! order that a request has. A text depends on which filters there are, never on their values.

use sea_orm::{DbBackend, Value};

use super::{
    periods::Period,
    query::{ListTeam, SortedBy, TeamScope, TeamSort, TeamStatus},
    team::{SortKey, Team, TeamKey},
};
use crate::{auth::relations, entity::plan::PlanStatus};

/// A statement with its parameters from `$2` on.
#[derive(Debug)]
pub struct Statement {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Statement {
    /// Adds a value, and returns its parameter.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        // `$1` is the tenant, which every statement has before these values.
        format!("${}", self.values.len() + 1)
    }

    fn fill(&mut self, name: &str, text: &str) {
        self.sql = self.sql.replace(&format!("{{{name}}}"), text);
    }
}

/// The lines of `file` that have no tags, or only these; without comments.
fn lines(file: &str, tags: &[&str]) -> String {
    const TAGS: [&str; 5] = ["once", "each", "reports", "subtree", "acting"];
    let chosen = file.lines().filter_map(|line| {
        let (text, comment) = line.split_once("--").unwrap_or((line, ""));
        let mut of_line = comment.split_whitespace().filter(|word| TAGS.contains(word));
        let is_chosen = text.trim().is_empty() || of_line.all(|tag| tags.contains(&tag));
        (is_chosen && !text.trim().is_empty()).then(|| text.trim_end())
    });
    chosen.collect::<Vec<_>>().join("\n")
}

/// A statement about the people of a team, from a file that begins with those.
pub fn of_team(file: &str, team: &Team, at_once: bool) -> Statement {
    let mut tags = vec![
        if at_once { "once" } else { "each" },
        match team.scope {
            TeamScope::Reports => "reports",
            TeamScope::Subtree => "subtree",
        },
    ];
    tags.extend(team.with_acting.then_some("acting"));
    let members =
        lines(include_str!("members.sql"), &tags).replace("{acting}", &relations::people_acted_for());
    let sql = lines(file, &tags).replace("{members}", &members);
    Statement { sql, values: vec![team.manager.into(), team.now.into()] }
}

/// Whether the caller, `$4`, manages the person of a row `x` with the manager's rights: as the manager, as acting
/// manager or as the manager's delegate. A condition.
fn manages(x: &str) -> String {
    let mine = format!("x.tenant_id = $1 and x.other_id = $4 and {}", relations::IN_FORCE);
    format!(
        "({x}.person_id <> $4 and ({x}.manager_id = $4 \
             or {x}.person_id in (select x.person_id from relations x where {mine} and x.kind = 'acting') \
             or {x}.manager_id in (select x.person_id from relations x \
                 join people m on m.tenant_id = $1 and m.id = x.person_id and m.active \
                 where {mine} and x.kind = 'delegate')))"
    )
}

/// The manager of a row `x` whose word counts: that of the team, else the one in the directory, if active.
fn counts(x: &str) -> String {
    format!(
        "case when {x}.manager_id = $2 then {x}.manager_id else ( \
             select m.id from people m where m.tenant_id = $1 and m.id = {x}.manager_id and m.active) end"
    )
}

fn feedback_asked(x: &str) -> String {
    format!(
        "exists (select 1 from feedback_requests r where r.tenant_id = $1 and r.plan_id = {x}.plan_id \
             and r.status = 'open' and (r.reviewer_id = {counts} or {x}.is_acted = 1 and r.reviewer_id = $2))",
        counts = counts(x)
    )
}

fn last_progress_at(x: &str) -> String {
    format!(
        "case when {x}.shared_at is not null then ( \
             select max(i.shared_progress_at) from action_items i \
             where i.tenant_id = $1 and i.plan_id = {x}.plan_id and i.status <> 'cancelled' \
         ) end"
    )
}

fn next_due_on(x: &str) -> String {
    format!(
        "case when {x}.shared_at is not null and {x}.plan_status <> 'completed' then ( \
             select min(i.due_on) from action_items i \
             where i.tenant_id = $1 and i.plan_id = {x}.plan_id and i.status not in ('done', 'cancelled') \
                 and i.overdue_from > $3 \
         ) end"
    )
}

fn waits_for_caller(x: &str) -> String {
    format!(
        "case when {manages} and ({x}.plan_status = 'shared' and {asked} \
             or {x}.plan_status in ('shared', 'agreed') and {x}.manager_agreed_at is null) then 1 else 0 end",
        manages = manages(x),
        asked = feedback_asked(x)
    )
}

/// What is looked up for each row: `early` for all rows, if a filter or the order needs it, `late` for those of a page.
#[derive(Default)]
struct LookUps {
    early: String,
    late: Vec<String>,
}

impl LookUps {
    fn add(&mut self, name: &str, is_early: bool, of: impl Fn(&str) -> String) {
        if is_early {
            self.early.push_str(&format!(", {} as {name}", of("t")));
            self.late.push(format!("g.{name}"));
        } else {
            self.late.push(format!("{} as {name}", of("g")));
        }
    }
}

/// A page of team progress after the row with a key. The page has one row more than `limit` if there is a next one.
pub fn list(
    backend: DbBackend,
    team: &Team,
    query: &ListTeam,
    after: Option<TeamKey>,
    limit: u32,
) -> Statement {
    let at_once = backend == DbBackend::Postgres && team.scope == TeamScope::Reports;
    let mut sql = of_team(include_str!("team_progress.sql"), team, at_once);
    sql.bind(team.caller);
    let sorted_by = query.sort.map(TeamSort::by);
    let key = sorted_by.map(|by| key(by, team));

    let mut found = LookUps::default();
    let asks_for_silence = query.silent_days.is_some() || sorted_by == Some(SortedBy::LastProgress);
    found.add("last_progress_at", asks_for_silence, last_progress_at);
    found.add("is_managed", sorted_by == Some(SortedBy::NextDue), |x| {
        format!("cast(case when {} then 1 else 0 end as bigint)", manages(x))
    });
    if at_once {
        found.late.push("g.next_due_on".to_owned());
    } else {
        found.add("next_due_on", sorted_by == Some(SortedBy::NextDue), next_due_on);
    }
    if query.awaiting_me.is_some() {
        found.add("waits_for_caller", true, waits_for_caller);
    }
    found.late.push("g.manager_agreed_at".to_owned());
    found.add("feedback_asked", false, feedback_asked);
    found.add("feedback_unread", false, |x| {
        format!(
            "exists (select 1 from feedback f where f.tenant_id = $1 and f.plan_id = {x}.plan_id \
                 and f.status = 'submitted' and f.revision > {x}.closed_up_to)"
        )
    });
    found.late.push(match sorted_by {
        Some(SortedBy::Name) => format!("{} as name_key", key.as_deref().unwrap_or_default()),
        _ => "cast(null as text) as name_key".to_owned(),
    });

    let of_people = of_people_and_plans(&mut sql, query.department.as_deref(), query.status);
    let filters = filters(&mut sql, team, query);
    let after = after.map(|after| rows_after(&mut sql, query.sort, key.as_deref(), after));
    let order = match (&key, query.sort.is_some_and(TeamSort::is_descending)) {
        (None, _) => "g.person_id, g.row_id".to_owned(),
        (Some(key), false) => format!("{key} asc nulls last, g.person_id, g.row_id"),
        (Some(key), true) => format!("{key} desc nulls last, g.person_id, g.row_id"),
    };
    sql.fill("of_team", &of_people);
    sql.fill("early", &found.early);
    sql.fill("late", &found.late.join(", "));
    sql.fill("filters", &filters);
    sql.fill("after", after.as_deref().unwrap_or_default());
    sql.fill("order", &order);
    // Part of the text and not a parameter: PostgreSQL plans a generic limit badly. See `Conditions::page`.
    sql.fill("limit", &(limit + 1).to_string());
    sql
}

/// The steps of a team's history in these periods, which are in the order of time.
pub fn history(backend: DbBackend, team: &Team, department: Option<&str>, periods: &[Period]) -> Statement {
    let mut sql = of_team(include_str!("history.sql"), team, false);
    let of_people = of_people_and_plans(&mut sql, department, None);
    let ends: Vec<String> = periods.iter().map(|period| sql.bind(period.ends_at)).collect();
    sql.fill("of_team", &of_people);
    for (name, column) in [
        ("created_in", "i.created_at"),
        ("shared_in", "p.shared_at"),
        ("due_in", "i.overdue_from"),
        ("ended_in", "coalesce(p.completed_at, p.shared_updated_at)"),
        ("recorded_in", "u.recorded_at"),
    ] {
        sql.fill(name, &period_of(column, &ends, 0));
    }
    sql.fill("periods", &ends.len().to_string());
    sql.fill("greatest", if backend == DbBackend::Postgres { "greatest" } else { "max" });
    sql
}

/// The number of the first of the periods that ends at an instant or later; the number after the last if none does.
/// `first` is the number of the first of `ends`. A binary search, as an expression.
fn period_of(column: &str, ends: &[String], first: usize) -> String {
    let middle = ends.len() / 2;
    let Some((end, later)) = ends.get(middle..).and_then(|rest| rest.split_first()) else {
        return first.to_string();
    };
    let earlier = ends.get(..middle).unwrap_or_default();
    format!(
        "case when {column} <= {end} then {} else {} end",
        period_of(column, earlier, first),
        period_of(column, later, first + middle + 1)
    )
}

/// Conditions on members `m` and their plans `p`.
pub fn of_people_and_plans(
    sql: &mut Statement,
    department: Option<&str>,
    status: Option<TeamStatus>,
) -> String {
    let mut conditions = String::new();
    if let Some(department) = department {
        conditions.push_str(&format!(" and m.department = {}", sql.bind(department)));
    }
    let status = match status {
        Some(TeamStatus::None) => {
            conditions.push_str(" and p.id is null");
            None
        }
        Some(TeamStatus::Draft) => Some(PlanStatus::Draft),
        Some(TeamStatus::Shared) => Some(PlanStatus::Shared),
        Some(TeamStatus::Agreed) => Some(PlanStatus::Agreed),
        Some(TeamStatus::Completed) => Some(PlanStatus::Completed),
        None => None,
    };
    if let Some(status) = status {
        conditions.push_str(&format!(" and p.status = {}", sql.bind(status)));
    }
    conditions
}

/// Conditions on the figures of rows `g`.
fn filters(sql: &mut Statement, team: &Team, query: &ListTeam) -> String {
    let mut conditions = String::new();
    let more_than_none = |is_so: bool| if is_so { "> 0" } else { "= 0" };
    if let Some(late) = query.late {
        conditions.push_str(&format!(" and coalesce(g.overdue, 0) {}", more_than_none(late)));
    }
    if let Some(blocked) = query.blocked {
        conditions.push_str(&format!(" and coalesce(g.blocked, 0) {}", more_than_none(blocked)));
    }
    if let Some(days) = query.silent_days {
        let since = sql.bind(team.now - chrono::Duration::days(days.into()));
        conditions.push_str(&format!(
            " and g.plan_status in ('shared', 'agreed') and g.shared_at <= {since} \
             and (g.last_progress_at is null or g.last_progress_at <= {since})"
        ));
    }
    if let Some(waits) = query.awaiting_me {
        conditions.push_str(&format!(" and g.waits_for_caller {}", more_than_none(waits)));
    }
    conditions
}

/// What rows `g` are sorted by. When a plan that the caller may not read is due is none of the caller's business.
fn key(by: SortedBy, team: &Team) -> String {
    match by {
        // A cursor has room for so many characters.
        SortedBy::Name => "substr(lower(g.display_name), 1, 32)".to_owned(),
        SortedBy::Progress => "case when coalesce(g.items, 0) = 0 then 0 \
             else cast((2 * g.percent + g.items) / (2 * g.items) as bigint) end"
            .to_owned(),
        SortedBy::Overdue => "coalesce(g.overdue, 0)".to_owned(),
        SortedBy::LastProgress => "g.last_progress_at".to_owned(),
        SortedBy::NextDue if team.reads_all => "g.next_due_on".to_owned(),
        SortedBy::NextDue => {
            "case when g.is_managed = 1 or g.person_id = $4 then g.next_due_on end".to_owned()
        }
    }
}

/// The condition that a row `g` comes after the one with this key.
fn rows_after(
    sql: &mut Statement,
    sort: Option<TeamSort>,
    key: Option<&str>,
    TeamKey { value, person, row }: TeamKey,
) -> String {
    let (person, row) = (sql.bind(person), sql.bind(row));
    let beside = format!("(g.person_id, g.row_id) > ({person}, {row})");
    let than = if sort.is_some_and(TeamSort::is_descending) { "<" } else { ">" };
    match (key, value.map(|value: SortKey| sql.bind(value))) {
        (None, _) => format!(" and {beside}"),
        (Some(key), None) => format!(" and {key} is null and {beside}"),
        (Some(key), Some(value)) => {
            format!(" and ({key} {than} {value} or {key} = {value} and {beside} or {key} is null)")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_for_statements_with_all_of_its_tags() {
        let file = "-- A comment\na -- once\nb -- acting reports\nc\n    -- each is told\nd -- each";
        assert_eq!(lines(file, &["once", "reports"]), "a\nc");
        assert_eq!(lines(file, &["each", "reports", "acting"]), "b\nc\nd");
        assert_eq!(lines(file, &["each", "subtree", "acting"]), "c\nd");
    }
}
