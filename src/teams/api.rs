//! The HTTP operation on team progress, as JSON or CSV.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use super::{
    access::admit,
    item::{TeamMemberProgress, TeamProgress, TeamTotals},
    query::ListTeam,
    spreadsheet,
    store::{self, TeamRow},
    team::{Team, TeamKey},
};
use crate::{
    auth::{Caller, Identity, scope::ProgressRead},
    clock,
    http::{Page, Paged, Paging, Path, Problem, Query, page, page::Cursor, wants},
    ids::PersonId,
    requests,
    state::State,
};

/// Rows that a CSV file of the whole team reads at a time. Each page counts the team again, so larger ones cost less;
/// a row takes about half a kilobyte of memory.
const CSV_PAGE: u32 = 2000;

/// Read a team's progress
///
/// Returns the progress of the plans of a manager's direct reports, or with `scope=subtree` of everyone below the
/// manager: totals, and one row per plan. The manager, managers above them, the manager's delegates, HR admins and
/// services may read it. Managers see figures alone of people who are not their direct reports. People whose acting
/// manager this person is now belong to the team for the person, HR admins and services.
///
/// Filters and order apply to all rows, and the totals are those of the rows that the filters leave.
///
/// With `Accept: text/csv` all rows are returned as a CSV file for spreadsheets (RFC 4180, UTF-8 with a byte order
/// mark), or one page of them if the request has `limit` or `cursor`. A text that a spreadsheet would take for a
/// formula gets an apostrophe before it.
#[utoipa::path(
    get,
    path = "/people/{person_id}/team-progress",
    tag = "teams",
    params(("person_id" = PersonId, Path, description = "The manager"), Paged<ListTeam>),
    security(("bearer" = ["progress:read"])),
    responses((
        status = 200,
        description = "A page of the team's progress; as CSV, all rows",
        content((TeamProgress = "application/json"), (String = "text/csv")),
    )),
)]
pub async fn read_team_progress(
    caller: Caller<ProgressRead>,
    person_id: Path<PersonId>,
    query: Query<Paged<ListTeam>>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let Paged { list: query, paging } = query.0;
    let (team, zone) = admit(&state, &caller, person_id.0, query.scope).await?;
    if !wants(&request, spreadsheet::MEDIA_TYPE) {
        let page = read_page(&state, &caller, &team, &query, paging.after(&caller)?, paging.limit()).await?;
        return Ok(page::linked(&request, page.next_cursor.as_ref()).json(page));
    }
    let rows = move |items: &[TeamMemberProgress], is_first| spreadsheet::of_team(items, zone, is_first);
    let today = clock::today(team.now, zone);
    if paging.limit.is_some() || paging.cursor.is_some() {
        let page = read_page(&state, &caller, &team, &query, paging.after(&caller)?, paging.limit()).await?;
        let mut response = page::linked(&request, page.next_cursor.as_ref());
        return Ok(spreadsheet::file(&mut response, "team-progress", today).body(rows(&page.items, true)));
    }
    let pages = async move |caller: &Identity, cursor: Option<String>, _: u32| {
        let after = Paging { limit: None, cursor }.after(caller)?;
        let TeamProgress { items, next_cursor, .. } =
            read_page(&state, caller, &team, &query, after, CSV_PAGE).await?;
        Ok(Page { items, next_cursor })
    };
    let encode = move |items: &[TeamMemberProgress], is_first| Ok(rows(items, is_first));
    let rows = requests::stream_whole(&request, caller, pages, encode).await?;
    Ok(spreadsheet::file(&mut HttpResponse::Ok(), "team-progress", today).streaming(rows))
}

/// Reads a page of the rows, with the totals of all.
async fn read_page(
    state: &State,
    caller: &Identity,
    team: &Team,
    query: &ListTeam,
    after: Option<TeamKey>,
    limit: u32,
) -> Result<TeamProgress, Problem> {
    let db = state.db.list_reader(caller.tenant).await?;
    let mut rows = store::list_team_progress(&db, team, query, after, limit).await?;
    let totals = rows
        .first()
        .map(TeamTotals::of)
        .ok_or_else(|| Problem::internal("the team query returned no row"))?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let last = rows.last().and_then(|row: &TeamRow| row.key(team, query.sort)).filter(|_| more);
    let next_cursor = last.map(|key| Cursor::of(caller, &key)).transpose()?;
    let items = rows.into_iter().filter_map(|row| TeamMemberProgress::of(row, team)).collect();
    Ok(TeamProgress { as_of: team.now, totals, items, next_cursor })
}
