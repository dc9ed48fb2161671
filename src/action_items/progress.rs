//! The HTTP operations on progress updates, which form the append-only history of an action item.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{access::ItemAccess, rules, store};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{PlansRead, ProgressWrite},
    },
    entity::{
        action_item::{self, ActionItemStatus},
        progress_update,
    },
    http::{FieldError, Named, Page, Paging, Path, Post, Problem, Query, Reply},
    ids::{ActionItemId, PersonId, ProgressUpdateId},
    plans,
    record::Event,
    requests::KeptReply,
    state::State,
};

/// One entry of an action item's history. Entries never change.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressUpdate {
    pub id: ProgressUpdateId,
    pub action_item_id: ActionItemId,
    /// The person who recorded it; null for a service.
    #[schema(required)]
    pub author_id: Option<PersonId>,
    #[schema(required)]
    pub author: Option<Named>,
    pub status: ActionItemStatus,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i32,
    #[schema(required, max_length = 2000)]
    pub note: Option<String>,
    pub recorded_at: DateTime<Utc>,
}

/// A progress update, with at least one field. If only the percentage is given, the status is derived from it; status
/// `done` sets the percentage to 100.
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
    /// Rejects an update without any field.
    pub fn checked(self) -> Result<Self, Problem> {
        if self.status.is_none() && self.progress_percent.is_none() && self.note.is_none() {
            let fault = FieldError::new("", "needs at least one of status, progress_percent and note");
            return Err(Problem::invalid_body(vec![fault]));
        }
        Ok(self)
    }

    /// Returns the updated item, the history entry and the event. The caller must write them.
    pub fn apply(
        self,
        access: &ItemAccess,
        caller: &Identity,
        id: ProgressUpdateId,
        now: DateTime<Utc>,
    ) -> Result<(action_item::Model, progress_update::Model, Event), Problem> {
        access.require(Right::RecordProgress)?;
        plans::rules::may_change(access.plan_status())?;
        let mut item = access.item().clone();
        let event = rules::advance(&mut item, access.subject(), self.status, self.progress_percent, now)?;
        let update = progress_update::Model {
            tenant_id: caller.tenant,
            id,
            action_item_id: item.id,
            author_id: caller.person,
            status: item.status,
            progress_percent: item.progress_percent,
            note: self.note,
            recorded_at: now,
            while_draft: !access.subject().shared,
        };
        Ok((item, update, event))
    }
}

impl From<progress_update::Model> for ProgressUpdate {
    fn from(update: progress_update::Model) -> Self {
        let progress_update::Model {
            tenant_id: _,
            id,
            action_item_id,
            author_id,
            status,
            progress_percent,
            note,
            recorded_at,
            while_draft: _,
        } = update;
        let author = author_id.map(Named::Later);
        Self { id, action_item_id, author_id, author, status, progress_percent, note, recorded_at }
    }
}

/// List an action item's progress
///
/// Returns the progress updates of an action item, oldest first, for callers who may see the item. Only the owner sees
/// those recorded while the plan was a draft.
#[utoipa::path(
    get,
    path = "/action-items/{action_item_id}/progress",
    tag = "action items",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of progress updates", body = Page<ProgressUpdate>)),
)]
pub async fn list_progress(
    caller: Caller<PlansRead>,
    action_item_id: Path<ActionItemId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<ProgressUpdate>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = ItemAccess::read(&db, &caller, action_item_id.0).await?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let rows = store::list_progress(&db, action_item_id.0, access.is_owner(), after, limit).await?;
    Page::of(&caller, rows, limit, |update| update.id, |update| Ok(update.into()))
}

/// Record progress
///
/// Adds a progress update to the item's history and sets the item's status and percentage. The plan's owner, the person
/// who promised the support, and services may do this.
///
/// An update that repeats the latest one changes nothing: no entry is added, and the response is the latest one.
#[utoipa::path(
    post,
    path = "/action-items/{action_item_id}/progress",
    tag = "action items",
    request_body = RecordProgress,
    security(("bearer" = ["progress:write"])),
    responses(
        (
            status = 201,
            description = "The progress update",
            body = ProgressUpdate,
            headers(("Location" = String, description = "The item's history")),
        ),
        (
            status = 200,
            description = "The item's latest progress update, which the request only repeats",
            body = ProgressUpdate,
        ),
    ),
)]
pub async fn record_progress(
    caller: Caller<ProgressWrite>,
    action_item_id: Path<ActionItemId>,
    post: Post<RecordProgress>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    // Optimistic: an update of one item seldom collides with another, and saves the row lock.
    state
        .change_optimistically(&caller, post.key, async |txn, locking| {
            let access = ItemAccess::for_progress(txn, &caller, action_item_id.0, locking).await?;
            access.require(Right::RecordProgress)?;
            let input = post.input.read()?.checked()?;
            let (item, update, event) = input.apply(&access, &caller, txn.id(), txn.now())?;
            let moves = rules::moves(access.item(), &item);
            if !moves
                && let Some(latest) = store::find_latest_progress(txn, item.id).await?
                && rules::repeats(&latest, &update)
            {
                let id = (latest.action_item_id, latest.id);
                return Ok(KeptReply::<ProgressUpdate>::new(id, Reply::ok(&ProgressUpdate::from(latest))?));
            }
            txn.insert(update.clone());
            txn.revise_always(access.into_item(), item, event)?;
            let location = format!("/v1/action-items/{}/progress", action_item_id.0);
            let id = (update.action_item_id, update.id);
            let reply = Reply::created(location, &ProgressUpdate::from(update))?;
            Ok(KeptReply::<ProgressUpdate>::new(id, reply))
        })
        .await
}
