//! The HTTP operation on the history of a team's progress, as JSON or CSV.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use super::{
    access::admit,
    item::{HistoryItem, TeamHistory},
    periods::{self, Period},
    query::ReadHistory,
    rules, spreadsheet,
    store::{self, HistoryStep},
};
use crate::{
    auth::{Caller, scope::ProgressRead},
    clock,
    http::{Path, Problem, ProblemKind, Query, wants},
    ids::PersonId,
    state::State,
};

/// Adds up what changes in each period.
fn sums(periods: &[Period], steps: &[HistoryStep]) -> Vec<HistoryItem> {
    let mut steps = steps.iter().peekable();
    let (mut total, mut planned, mut done, mut overdue, mut percent) = (0, 0, 0, 0, 0);
    let mut items = Vec::with_capacity(periods.len());
    for (number, period) in (0..).zip(periods) {
        while let Some(step) = steps.next_if(|step| step.period <= number) {
            total += step.items;
            planned += step.planned;
            done += step.done;
            overdue += step.overdue;
            percent += step.percent;
        }
        let progress_percent = rules::mean_percent(percent, total);
        let (from, to) = (period.first, period.last);
        items.push(HistoryItem { from, to, total, planned, done, overdue, progress_percent });
    }
    items
}

/// Read a team's history
///
/// Returns how much of a team's action items was planned, done and overdue at the end of each week or month, for
/// callers who may read the team's progress. Days begin and end in the manager's time zone.
///
/// The team is that of today, with its plans that are not archived. A plan counts from when it was shared, after a
/// withdrawal from when it was shared again, with the state that it was shared in: progress recorded in a draft shows
/// at no earlier time. The last item, if its period has not ended, has the figures of the team's progress now.
///
/// With `Accept: text/csv` the response is a CSV file for spreadsheets.
#[utoipa::path(
    get,
    path = "/people/{person_id}/team-progress/history",
    tag = "teams",
    params(("person_id" = PersonId, Path, description = "The manager"), ReadHistory),
    security(("bearer" = ["progress:read"])),
    responses((
        status = 200,
        description = "The history, as JSON or CSV",
        content((TeamHistory = "application/json"), (String = "text/csv")),
    )),
)]
pub async fn read_team_history(
    caller: Caller<ProgressRead>,
    person_id: Path<PersonId>,
    query: Query<ReadHistory>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let query = query.0;
    let (team, zone) = admit(&state, &caller, person_id.0, query.scope).await?;
    let periods = periods::periods(query.interval, query.from, query.to, zone, team.now)
        .map_err(|fault| Problem::invalid(ProblemKind::InvalidQuery, vec![fault]))?;
    let steps = if periods.is_empty() {
        Vec::new()
    } else {
        let db = state.db.list_reader(caller.tenant).await?;
        store::list_history(&db, &team, &query, &periods).await?
    };
    let items = sums(&periods, &steps);
    if wants(&request, spreadsheet::MEDIA_TYPE) {
        let mut response = HttpResponse::Ok();
        let today = clock::today(team.now, zone);
        let file = spreadsheet::file(&mut response, "team-history", today);
        return Ok(file.body(spreadsheet::of_history(&items)));
    }
    let history = TeamHistory { as_of: team.now, time_zone: zone.name().to_owned(), items };
    Ok(HttpResponse::Ok().json(history))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn a_period_without_a_change_has_the_sums_of_the_one_before() {
        let day = |text: &str| text.parse().expect("a day");
        let week = |first: &str, last: &str| Period {
            first: day(first),
            last: day(last),
            ends_at: DateTime::UNIX_EPOCH,
        };
        let weeks = [
            week("2026-02-23", "2026-03-01"),
            week("2026-03-02", "2026-03-08"),
            week("2026-03-09", "2026-03-15"),
        ];
        let step =
            |period, items, percent| HistoryStep { period, items, done: 0, percent, planned: 0, overdue: 0 };
        let items = sums(&weeks, &[step(0, 2, 100), step(2, -1, -20)]);
        let shown: Vec<_> = items.iter().map(|item| (item.total, item.progress_percent)).collect();
        assert_eq!(shown, [(2, 50), (2, 50), (1, 80)]);
    }
}
