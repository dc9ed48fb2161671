//! Team progress on the wire, as JSON or CSV.

use actix_web::{HttpRequest, HttpResponse, get, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rules::{self, Awaited, Standing},
    store::{self, TeamKey, TeamRow},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Right, Role},
        scope::ProgressRead,
    },
    entity::plan::PlanStatus,
    http::{Paging, Path, Problem, Query, page, wants},
    ids::{PersonId, PlanId},
    state::State,
};

/// How the plans of a manager's reports progress.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamProgress {
    /// The instant for which it was worked out.
    pub as_of: DateTime<Utc>,
    pub totals: TeamTotals,
    /// A row for each plan that is not archived, and one for each person without any.
    pub items: Vec<TeamMemberProgress>,
    /// Where the next page begins: pass it as `cursor`. Null on the last page.
    #[schema(required)]
    pub next_cursor: Option<String>,
}

/// Figures of the whole team, whatever the page. Action items of drafts and cancelled ones are not counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamTotals {
    /// Active reports.
    #[schema(minimum = 0)]
    pub people: i64,
    /// Those who have a plan, be it a draft.
    #[schema(minimum = 0)]
    pub with_plan: i64,
    /// Those who have shared one.
    #[schema(minimum = 0)]
    pub shared: i64,
    /// Those whose plan is agreed, or completed since.
    #[schema(minimum = 0)]
    pub agreed: i64,
    pub action_items: ActionItemCounts,
    /// The mean of the action items' progress.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
}

/// How many action items there are, and how many of them in what state. Cancelled ones are not counted.
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
    /// Still to be done although the due day is over where the responsible person is.
    #[schema(minimum = 0)]
    pub overdue: i64,
}

/// One plan of a report, or a report without a plan. Of a draft no more is told than that there is one.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMemberProgress {
    pub person: TeamMember,
    /// Null without a plan, and for a draft.
    #[schema(required)]
    pub plan_id: Option<PlanId>,
    #[schema(required)]
    pub plan_status: Option<PlanStatus>,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i64,
    pub action_items: ActionItemCounts,
    /// The next due day of an action item that is still to be done.
    #[schema(required)]
    pub next_due_on: Option<NaiveDate>,
    #[schema(required)]
    pub last_progress_at: Option<DateTime<Utc>>,
    /// What the plan waits for, in the order in which it best happens.
    pub awaiting: Vec<Awaited>,
}

/// A report.
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
    /// The row's person and plan; none where the page is empty.
    fn of(row: TeamRow) -> Option<Self> {
        let awaiting = row.plan_status.map(|status| {
            rules::awaiting(Standing {
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

/// Refuses, as if there were no such person, unless the caller may see how the person's team progresses.
async fn admit(state: &State, caller: &Identity, manager: PersonId) -> Result<(), Problem> {
    if caller.is(manager) {
        return Ok(());
    }
    let place = store::find_place(&state.db.reader(caller.tenant), manager, caller.id_or_nil()).await?;
    let roles = caller.roles().with(Role::SeniorManager, place.as_ref().is_some_and(|place| place.below > 0));
    if place.is_some_and(|place| place.known > 0) && roles.may(Right::ReadTeamProgress) {
        Ok(())
    } else {
        Err(Problem::not_found("team"))
    }
}

/// Read a team's progress
///
/// How the plans of a manager's own reports progress: totals, and a row for each plan. For the manager, the
/// managers above, HR and services. As CSV, one page at a time as well, when `Accept` asks for `text/csv`.
#[utoipa::path(
    tag = "teams",
    params(("person_id" = PersonId, Path, description = "The manager"), Paging),
    security(("bearer" = ["progress:read"])),
    responses((
        status = 200,
        description = "A page of the team's progress",
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
    admit(&state, &caller, person_id.0).await?;
    let as_of = state.clock.now();
    let after: Option<TeamKey> = query.0.after()?;
    let limit = query.0.limit();
    let db = state.db.list_reader(caller.tenant).await?;
    let mut rows = store::list_team_progress(&db, person_id.0, after, limit, as_of).await?;
    let totals =
        rows.first().map(TeamTotals::of).ok_or_else(|| Problem::internal("a team without totals"))?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let last = rows.last().and_then(TeamRow::key).filter(|_| more);
    let next_cursor = last.map(|key| page::encode(&key)).transpose()?;
    let items: Vec<TeamMemberProgress> = rows.into_iter().filter_map(TeamMemberProgress::of).collect();
    if wants(&request, "text/csv") {
        let body = csv(&items).map_err(Problem::internal)?;
        return Ok(page::linked(&request, next_cursor.as_deref())
            .content_type("text/csv; charset=utf-8")
            .body(body));
    }
    let mut answer = page::linked(&request, next_cursor.as_deref());
    Ok(answer.json(TeamProgress { as_of, totals, items, next_cursor }))
}

/// The rows as RFC 4180 has them, under a header with the names of the JSON fields.
fn csv(items: &[TeamMemberProgress]) -> csv::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "person_id",
        "display_name",
        "title",
        "plan_id",
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
    ])?;
    for item in items {
        let text = |value: Result<serde_json::Value, serde_json::Error>| {
            value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        };
        let awaiting: Vec<String> =
            item.awaiting.iter().map(|each| text(serde_json::to_value(each))).collect();
        writer.write_record([
            item.person.id.to_string(),
            item.person.display_name.clone(),
            item.person.title.clone().unwrap_or_default(),
            item.plan_id.map(|id| id.to_string()).unwrap_or_default(),
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
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
