//! Progress updates on the wire: the append-only history of an action item.

use actix_web::{get, post, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    api::readable,
    error::ActionItemError,
    rules,
    store::{self, ActionItemRow},
};
use crate::{
    auth::{
        Caller, Identity,
        scope::{PlansRead, ProgressWrite},
    },
    entity::{action_item::ActionItemStatus, progress_update},
    events::{self, Event},
    http::{Answer, Fault, Page, Paging, Path, Post, Problem, Query},
    ids::{ActionItemId, PersonId, ProgressUpdateId},
    plans,
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
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordProgress {
    pub status: Option<ActionItemStatus>,
    #[schema(minimum = 0, maximum = 100, example = 40)]
    pub progress_percent: Option<i32>,
    #[schema(max_length = 2000, example = "Two reviews led; the third is prepared.")]
    pub note: Option<String>,
}

impl RecordProgress {
    /// Refuses an update that tells nothing.
    pub fn checked(self) -> Result<Self, Problem> {
        if self.status.is_none() && self.progress_percent.is_none() && self.note.is_none() {
            let fault = Fault::new("", "needs at least one of status, progress_percent and note");
            return Err(Problem::invalid_body(vec![fault]));
        }
        Ok(self)
    }

    /// What the caller tells of an item: the entry in its history and the event, which are still to be written,
    /// as is the item.
    pub fn record(
        self,
        row: &mut ActionItemRow,
        caller: &Identity,
        id: ProgressUpdateId,
        now: DateTime<Utc>,
    ) -> Result<(progress_update::Model, Event), Problem> {
        let roles = readable(row, caller)?;
        rules::may_record_progress(&roles)?;
        plans::rules::may_change(row.plan_status)?;
        let subject = row.subject();
        let item = &mut row.item;
        let event = rules::advance(item, subject, self.status, self.progress_percent, now)?;
        let update = progress_update::Model {
            tenant_id: caller.tenant,
            id,
            action_item_id: item.id,
            author_id: caller.person,
            status: item.status,
            progress_percent: item.progress_percent,
            note: self.note,
            recorded_at: now,
        };
        Ok((update, event))
    }
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
#[utoipa::path(
    tag = "action items",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of progress updates", body = Page<ProgressUpdate>)),
)]
#[get("/action-items/{action_item_id}/progress")]
pub async fn list_progress(
    caller: Caller<PlansRead>,
    action_item_id: Path<ActionItemId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<ProgressUpdate>, Problem> {
    let db = state.db.reader(caller.tenant);
    let row = store::find_action_item(&db, action_item_id.0).await?.ok_or(ActionItemError::NotFound)?;
    readable(&row, &caller)?;
    let after = query.0.after()?;
    let limit = query.0.limit();
    let rows = store::list_progress(&db, action_item_id.0, after, limit).await?;
    Page::of(rows, limit, |update| update.id, |update| Ok(update.into()))
}

/// Record progress
///
/// Adds to the item's history, whose latest update tells the item's status and percentage. For the plan's
/// owner, for whoever promised the support, and for services.
#[utoipa::path(
    tag = "action items",
    request_body = RecordProgress,
    security(("bearer" = ["progress:write"])),
    responses((
        status = 201,
        description = "The progress update",
        body = ProgressUpdate,
        headers(("Location" = String, description = "The item's history")),
    )),
)]
#[post("/action-items/{action_item_id}/progress")]
pub async fn record_progress(
    caller: Caller<ProgressWrite>,
    action_item_id: Path<ActionItemId>,
    post: Post<RecordProgress>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    let told = post.input.checked()?;
    state
        .change_optimistically(&caller, post.retry, async |txn| {
            let now = state.clock.now();
            let row = store::hold_item_alone(txn, action_item_id.0).await?;
            let mut row = row.ok_or(ActionItemError::NotFound)?;
            let before = row.item.clone();
            let (update, event) = told.clone().record(&mut row, &caller, state.ids.next(), now)?;
            txn.insert(update.clone());
            txn.update(before, row.item)?;
            events::record(txn, &state.ids, &caller, event, now);
            let location = format!("/v1/action-items/{}/progress", action_item_id.0);
            Answer::created(location, &ProgressUpdate::from(update))
        })
        .await
}
