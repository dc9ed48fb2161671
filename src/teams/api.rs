//! The HTTP operation on team progress, as JSON or CSV.

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder, get,
    http::header,
    web::{Bytes, Data},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rules::{self, Awaited, PlanState},
    store::{self, TeamKey, TeamRow},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        relations,
        scope::ProgressRead,
    },
    entity::plan::PlanStatus,
    http::{Page, Paging, Path, Problem, Query, page, page::Cursor, wants},
    ids::{PersonId, PlanId},
    requests,
    state::State,
};

/// The progress of the plans of a manager's direct reports.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamProgress {
    /// The time of the calculation.
    pub as_of: DateTime<Utc>,
    pub totals: TeamTotals,
    /// One row for each plan that is not archived, and one for each person without such a plan.
    pub items: Vec<TeamMemberProgress>,
    /// Pass it as `cursor` to get the next page. Null on the last page.
    #[schema(required, value_type = Option<String>)]
    pub next_cursor: Option<Cursor>,
}

/// Totals of the whole team, the same on each page. Cancelled action items and those of drafts are not counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamTotals {
    /// Number of active direct reports.
    #[schema(minimum = 0)]
    pub people: i64,
    /// Number of people with a plan, including drafts.
    #[schema(minimum = 0)]
    pub with_plan: i64,
    /// Number of people with a shared plan.
    #[schema(minimum = 0)]
    pub shared: i64,
    /// Number of people with an agreed or completed plan.
    #[schema(minimum = 0)]
    pub agreed: i64,
    pub action_items: ActionItemCounts,
    /// Mean progress of the action items, rounded.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
}

/// Numbers of action items, in total and by state. Cancelled items are not counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionItemCounts {
    #[schema(minimum = 0)]
    pub total: i64,
    #[schema(minimum = 0)]
    pub done: i64,
    #[schema(minimum = 0)]
    pub in_progress: i64,
    #[schema(minimum = 0)]
    pub blocked: i64,
    /// Open items whose due day has ended in the responsible person's time zone. Those of a completed plan are not
    /// overdue.
    #[schema(minimum = 0)]
    pub overdue: i64,
}

/// One plan of a direct report, or a direct report without a plan. A draft has only its status.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMemberProgress {
    pub person: TeamMember,
    /// Null if there is no plan, and for a draft.
    #[schema(required)]
    pub plan_id: Option<PlanId>,
    #[schema(required)]
    pub plan_status: Option<PlanStatus>,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
    pub action_items: ActionItemCounts,
    /// The next due day of the plan's action items that are not done, from today on. Null for a completed plan.
    #[schema(required)]
    pub next_due_on: Option<NaiveDate>,
    #[schema(required)]
    pub last_progress_at: Option<DateTime<Utc>>,
    /// The steps that the plan waits for, in the recommended order.
    pub awaiting: Vec<Awaited>,
}

/// A direct report.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMember {
    pub id: PersonId,
    pub display_name: String,
    #[schema(required)]
    pub title: Option<String>,
}

impl TeamTotals {
    fn of(row: &TeamRow) -> Self {
        Self {
            people: row.people,
            with_plan: row.with_plan,
            shared: row.shared,
            agreed: row.agreed,
            action_items: ActionItemCounts {
                total: row.all_items,
                done: row.all_done,
                in_progress: row.all_in_progress,
                blocked: row.all_blocked,
                overdue: row.all_overdue,
            },
            progress_percent: rules::mean_percent(row.all_percent, row.all_items),
        }
    }
}

impl TeamMemberProgress {
    /// The row's person and plan; None if the row has only the totals.
    fn of(row: TeamRow) -> Option<Self> {
        let awaiting = row.plan_status.map(|status| {
            rules::awaiting(PlanState {
                status,
                feedback_asked: row.feedback_asked,
                feedback_unread: row.feedback_unread,
                owner_agreed: row.owner_agreed_at.is_some(),
                manager_agreed: row.manager_agreed_at.is_some(),
            })
        });
        Some(Self {
            person: TeamMember {
                id: row.person_id?,
                display_name: row.display_name.unwrap_or_default(),
                title: row.title,
            },
            plan_id: row.plan_id.filter(|_| row.shared_at.is_some()),
            plan_status: row.plan_status,
            progress_percent: rules::mean_percent(row.percent, row.items),
            action_items: ActionItemCounts {
                total: row.items,
                done: row.done,
                in_progress: row.in_progress,
                blocked: row.blocked,
                overdue: row.overdue,
            },
            next_due_on: row.next_due_on,
            last_progress_at: row.last_progress_at,
            awaiting: awaiting.unwrap_or_default(),
        })
    }
}

/// The team of a manager.
#[derive(Clone, Copy)]
struct Team {
    manager: PersonId,
    with_acting: bool,
}

/// Fails with 404 unless the caller may read the progress of this manager's team. Returns whether the team has the
/// people whose acting manager this person is: they are not those of managers above, nor of delegates.
async fn admit(state: &State, caller: &Identity, manager: PersonId) -> Result<bool, Problem> {
    if caller.is(manager) {
        return Ok(true);
    }
    let db = state.db.reader(caller.tenant);
    let position = store::find_position(&db, manager, caller.id_or_nil()).await?;
    let (exists, is_senior) = position.map_or((false, false), |found| (found.known > 0, found.below > 0));
    let mut roles = caller.roles().with(Role::SeniorManager, is_senior);
    if exists && !roles.may(Right::ReadTeamProgress) {
        roles = roles.with(Role::Delegate, relations::is_delegate(&db, caller, manager).await?);
    }
    if !exists || !roles.may(Right::ReadTeamProgress) {
        return Err(Problem::not_found("team"));
    }
    Ok(caller.reads_all())
}

/// Read a team's progress
///
/// Returns the progress of the plans of a manager's direct reports: totals, and one row per plan. The manager, managers
/// above them, the manager's delegates, HR admins and services may read it. People whose acting manager this person is
/// now belong to the team for the person, HR admins and services.
///
/// With `Accept: text/csv` all rows are returned as a CSV file for spreadsheets (UTF-8 with a byte order mark), or one
/// page of them if the request has `limit` or `cursor`. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
#[utoipa::path(
    tag = "teams",
    params(("person_id" = PersonId, Path, description = "The manager"), Paging),
    security(("bearer" = ["progress:read"])),
    responses((
        status = 200,
        description = "A page of the team's progress; as CSV, all rows",
        content((TeamProgress = "application/json"), (String = "text/csv")),
    )),
)]
#[get("/people/{person_id}/team-progress")]
pub async fn read_team_progress(
    caller: Caller<ProgressRead>,
    person_id: Path<PersonId>,
    query: Query<Paging>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let manager = person_id.0;
    let team = Team { manager, with_acting: admit(&state, &caller, manager).await? };
    let as_of = state.clock.now();
    if !wants(&request, "text/csv") {
        let page = read_page(&state, &caller, team, query.0.after(&caller)?, query.0.limit(), as_of).await?;
        return Ok(page::linked(&request, page.next_cursor.as_ref()).json(page));
    }
    if query.0.limit.is_some() || query.0.cursor.is_some() {
        let page = read_page(&state, &caller, team, query.0.after(&caller)?, query.0.limit(), as_of).await?;
        let mut response = page::linked(&request, page.next_cursor.as_ref());
        return Ok(csv_file(&mut response, as_of).body(csv(&page.items, true)?));
    }
    let pages = async move |caller: &Identity, cursor: Option<String>, limit: u32| {
        let after = Paging { limit: None, cursor }.after(caller)?;
        let TeamProgress { items, next_cursor, .. } =
            read_page(&state, caller, team, after, limit, as_of).await?;
        Ok(Page { items, next_cursor })
    };
    let rows = requests::stream_whole(&request, caller, pages, csv).await?;
    Ok(csv_file(&mut HttpResponse::Ok(), as_of).streaming(rows))
}

/// Reads a page of the rows, with the totals of the whole team.
async fn read_page(
    state: &State,
    caller: &Identity,
    Team { manager, with_acting }: Team,
    after: Option<TeamKey>,
    limit: u32,
    as_of: DateTime<Utc>,
) -> Result<TeamProgress, Problem> {
    let db = state.db.list_reader(caller.tenant).await?;
    let mut rows = store::list_team_progress(&db, manager, with_acting, after, limit, as_of).await?;
    let totals = rows
        .first()
        .map(TeamTotals::of)
        .ok_or_else(|| Problem::internal("the team query returned no row"))?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let last = rows.last().and_then(TeamRow::key).filter(|_| more);
    let next_cursor = last.map(|key| Cursor::of(caller, &key)).transpose()?;
    let items = rows.into_iter().filter_map(TeamMemberProgress::of).collect();
    Ok(TeamProgress { as_of, totals, items, next_cursor })
}

/// The header fields of a file of CSV.
fn csv_file(response: &mut HttpResponseBuilder, as_of: DateTime<Utc>) -> &mut HttpResponseBuilder {
    let name = format!("attachment; filename=\"team-progress-{}.csv\"", as_of.format("%F"));
    response.content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name))
}

/// The byte order mark, by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The columns of CSV, named as the JSON fields. Names come first, ids last.
const COLUMNS: [&str; 14] = [
    "display_name",
    "title",
    "plan_status",
    "progress_percent",
    "action_items",
    "done",
    "in_progress",
    "blocked",
    "overdue",
    "next_due_on",
    "last_progress_at",
    "awaiting",
    "person_id",
    "plan_id",
];

/// The rows as CSV (RFC 4180); with the header row before the first ones.
fn csv(items: &[TeamMemberProgress], is_first: bool) -> Result<Bytes, Problem> {
    let start = if is_first { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
    let mut writer = csv::Writer::from_writer(start);
    if is_first {
        writer.write_record(COLUMNS).map_err(Problem::internal)?;
    }
    for item in items {
        let text = |value: Result<serde_json::Value, serde_json::Error>| {
            value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        };
        let awaiting: Vec<String> =
            item.awaiting.iter().map(|each| text(serde_json::to_value(each))).collect();
        let cells = [
            rules::escaped(&item.person.display_name).into_owned(),
            rules::escaped(item.person.title.as_deref().unwrap_or_default()).into_owned(),
            text(serde_json::to_value(item.plan_status)),
            item.progress_percent.to_string(),
            item.action_items.total.to_string(),
            item.action_items.done.to_string(),
            item.action_items.in_progress.to_string(),
            item.action_items.blocked.to_string(),
            item.action_items.overdue.to_string(),
            item.next_due_on.map(|day| day.to_string()).unwrap_or_default(),
            text(serde_json::to_value(item.last_progress_at)),
            awaiting.join(" "),
            item.person.id.to_string(),
            item.plan_id.map(|id| id.to_string()).unwrap_or_default(),
        ];
        writer.write_record(cells).map_err(Problem::internal)?;
    }
    let rows = writer.into_inner().map_err(|error| Problem::internal(error.into_error()))?;
    Ok(rows.into())
}
