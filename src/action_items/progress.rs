//! Progress updates on the wire: the append-only history of an action item.

use actix_web::{get, post, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    api::{lock, readable},
    error::ActionItemError,
    rules::{self, Standing},
    store,
};
use crate::{
    auth::{
        Caller,
        scope::{PlansRead, ProgressWrite},
    },
    entity::{action_item::ActionItemStatus, progress_update},
    events::{self, Event},
    http::{Answer, Fault, Page, Path, Post, Problem, Query, page},
    ids::{ActionItemId, PersonId, ProgressUpdateId},
    plans, reminders,
    state::State,
};

/// One entry of an action item's history. It is never changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressUpdate {
    pub id: ProgressUpdateId,
    pub action_item_id: ActionItemId,
    /// Who reported it; null for a service.
    #[schema(required)]
    pub author_id: Option<PersonId>,
    pub status: ActionItemStatus,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i32,
    #[schema(required, max_length = 2000)]
    pub note: Option<String>,
    pub recorded_at: DateTime<Utc>,
}

/// How far an action item is: at least one of these. A percentage alone tells the status too, and the status
/// `done` the percentage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordProgress {
    pub status: Option<ActionItemStatus>,
    #[schema(minimum = 0, maximum = 100, example = 40)]
    pub progress_percent: Option<i32>,
    #[schema(max_length = 2000, example = "Two reviews led; the third is prepared.")]
    pub note: Option<String>,
}

/// A page of an item's history.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListProgress {
    /// The most items on a page.
    #[param(minimum = 1, maximum = 100, default = 25)]
    limit: Option<u32>,
    /// The `next_cursor` of the page before.
    #[param(max_length = 500)]
    cursor: Option<String>,
}

impl From<progress_update::Model> for ProgressUpdate {
    fn from(update: progress_update::Model) -> Self {
        Self {
            id: update.id,
            action_item_id: update.action_item_id,
            author_id: update.author_id,
            status: update.status,
            progress_percent: update.progress_percent,
            note: update.note,
            recorded_at: update.recorded_at,
        }
    }
}

/// List an action item's progress
///
/// Every update that was recorded, oldest first.
#[utoipa::path(tag = "action items", params(("action_item_id" = ActionItemId, Path), ListProgress), security(("bearer" = ["plans:read"])), responses((status = 200, description = "A page of progress updates", body = Page<ProgressUpdate>, headers(("Link" = String, description = "The next page, if there is one (RFC 8288)")))))]
#[get("/action-items/{action_item_id}/progress")]
pub async fn list_progress(
    caller: Caller<PlansRead>,
    action_item_id: Path<ActionItemId>,
    query: Query<ListProgress>,
    state: Data<State>,
) -> Result<Page<ProgressUpdate>, Problem> {
    let db = state.db.reader(caller.tenant);
    let row = store::find_action_item(&db, action_item_id.0).await?.ok_or(ActionItemError::NotFound)?;
    readable(&row, &caller)?;
    let after = page::decode(query.0.cursor.as_deref())?;
    let limit = query.0.limit.unwrap_or(page::DEFAULT_LIMIT);
    let rows = store::list_progress(&db, action_item_id.0, after, limit).await?;
    Page::of(rows, limit, |update| update.id, |update| Ok(update.into()))
}

/// Record progress
///
/// Adds to the item's history, whose latest update tells the item's status and percentage. For the plan's
/// owner, for whoever promised the support, and for services.
#[utoipa::path(tag = "action items", params(("action_item_id" = ActionItemId, Path)), request_body = RecordProgress, security(("bearer" = ["progress:write"])), responses((status = 201, description = "The progress update", body = ProgressUpdate, headers(("Location" = String, description = "The item's history")))))]
#[post("/action-items/{action_item_id}/progress")]
pub async fn record_progress(
    caller: Caller<ProgressWrite>,
    action_item_id: Path<ActionItemId>,
    post: Post<RecordProgress>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let RecordProgress { status, progress_percent, note } = post.input;
    if status.is_none() && progress_percent.is_none() && note.is_none() {
        let fault = Fault::new("", "needs at least one of status, progress_percent and note");
        return Err(Problem::invalid_body(vec![fault]));
    }
    state
        .change(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let (row, roles) = lock(txn, &caller, action_item_id.0).await?;
            rules::may_record_progress(&roles)?;
            plans::rules::may_change(row.plan_status)?;
            let mut item = row.item.clone();
            let before = Standing { status: item.status, percent: item.progress_percent };
            let after = rules::progress(before, status, progress_percent)?;
            let update = progress_update::Model {
                tenant_id: caller.tenant,
                id: state.ids.next(),
                action_item_id: item.id,
                author_id: caller.person,
                status: after.status,
                progress_percent: after.percent,
                note: note.clone(),
                recorded_at: now,
            };
            item.status = after.status;
            item.progress_percent = after.percent;
            item.last_progress_at = Some(now);
            item.completed_at = match after.status {
                ActionItemStatus::Done => item.completed_at.or(Some(now)),
                _ => None,
            };
            item.updated_at = now;
            item.version += 1;
            let of = row.subject();
            let event = match after.status {
                ActionItemStatus::Done if before.status != ActionItemStatus::Done => {
                    Event::ActionItemCompleted(of)
                }
                ActionItemStatus::Blocked if before.status != ActionItemStatus::Blocked => {
                    Event::ActionItemBlocked(of)
                }
                _ => Event::ActionItemProgressed(of),
            };
            txn.insert(update.clone());
            txn.update(row.item, reminders::rules::with_next(item))?;
            events::record(txn, &state.ids, &caller, event, now);
            let location = format!("/v1/action-items/{}/progress", of.action_item_id);
            Answer::created(location, &ProgressUpdate::from(update))
        })
        .await
}
