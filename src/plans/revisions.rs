//! The HTTP operations on revisions, and how a revision is made from the working copy.

use actix_web::{http::header::EntityTag, web::Data};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};

use super::{
    access::Access,
    answers::{Answers, Horizon, advances},
    api::answers_for,
    changes::{self, RevisionChanges},
    error::PlanError,
    links::{ActionItemLink, links_of},
    rules::View,
    store,
};
use crate::{
    auth::{Caller, scope::PlansRead},
    db::Read,
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        revision,
    },
    http::{Page, Paging, Path, PathNumber, Problem, Query, Reply, StoredJson, idempotency::hex},
    ids::{ActionItemId, AnswerId, PersonId, PlanId},
    questionnaires::Section,
    reads::ReadAction,
    state::State,
};

/// An immutable snapshot of a plan, made when the plan was shared.
#[derive(Debug, Serialize, ToSchema)]
pub struct Revision {
    /// Number of the revision within its plan, from 1.
    #[schema(minimum = 1)]
    pub number: i32,
    pub shared_at: DateTime<Utc>,
    #[schema(max_length = 200)]
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[schema(value_type = Answers)]
    pub answers: StoredJson,
    /// The action items at the time of sharing; empty for a reviewer who was not asked about the planning section.
    #[schema(value_type = Vec<ActionItemSnapshot>)]
    pub action_items: StoredJson,
    /// SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of an object with the fields `answers` and
    /// `action_items` of this response. An invited reviewer's differs, since it covers only what the reviewer reads.
    #[schema(
        pattern = "^[0-9a-f]{64}$",
        example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    pub digest: String,
    /// The owner's note to the manager, given when sharing. Null for invited reviewers.
    #[schema(required, max_length = 2000)]
    pub note: Option<String>,
}

/// An action item at the time the plan was shared.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ActionItemSnapshot {
    pub id: ActionItemId,
    pub kind: ActionItemKind,
    #[schema(max_length = 200)]
    pub title: String,
    #[schema(required, max_length = 4000)]
    pub description: Option<String>,
    pub responsible_id: PersonId,
    #[schema(required)]
    pub development_area_id: Option<AnswerId>,
    pub advances: Vec<Horizon>,
    #[schema(required)]
    pub supports_action_item_id: Option<ActionItemId>,
    pub status: ActionItemStatus,
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i32,
    #[schema(required)]
    pub starts_on: Option<NaiveDate>,
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    #[schema(required, max_length = 2000)]
    pub support_needed: Option<String>,
    /// Missing if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 10)]
    pub links: Vec<ActionItemLink>,
}

impl ActionItemSnapshot {
    pub fn of(item: &action_item::Model) -> serde_json::Result<Self> {
        Ok(Self {
            id: item.id,
            kind: item.kind,
            title: item.title.clone(),
            description: item.description.clone(),
            responsible_id: item.responsible_id,
            development_area_id: item.development_area_id,
            advances: advances(item),
            supports_action_item_id: item.supports_action_item_id,
            status: item.status,
            progress_percent: item.progress_percent,
            starts_on: item.starts_on,
            due_on: item.due_on,
            support_needed: item.support_needed.clone(),
            links: links_of(item)?,
        })
    }
}

/// The revision to compare with.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CompareRevisions {
    /// Number of the earlier revision. Defaults to the previous one.
    #[param(minimum = 1)]
    since: Option<i32>,
}

/// Makes a revision of the working copy and the plan's action items. `answers` are those of the working copy.
pub fn freeze(
    access: &Access,
    answers: &str,
    items: &[action_item::Model],
    number: i32,
    note: Option<String>,
    now: DateTime<Utc>,
) -> Result<revision::Model, Problem> {
    let plan = access.plan();
    let items: Result<Vec<_>, _> = items.iter().map(ActionItemSnapshot::of).collect();
    let action_items =
        serde_json::to_string(&items.map_err(Problem::internal)?).map_err(Problem::internal)?;
    let digest = digest(answers, &action_items)?;
    Ok(revision::Model {
        tenant_id: plan.tenant_id,
        plan_id: plan.id,
        number,
        title: plan.title.clone(),
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        answers: answers.to_owned(),
        action_items,
        digest,
        note,
        manager_id: access.manager_id(),
        shared_at: now,
    })
}

fn digest(answers: &str, action_items: &str) -> Result<String, Problem> {
    let parse = |json| serde_json::from_str::<Value>(json).map_err(Problem::internal);
    let content = serde_json::json!({ "answers": parse(answers)?, "action_items": parse(action_items)? });
    let canonical = serde_json_canonicalizer::to_vec(&content).map_err(Problem::internal)?;
    Ok(hex(&Sha256::digest(canonical)))
}

impl Revision {
    fn for_view(revision: revision::Model, view: &View) -> Result<Self, Problem> {
        let answers = answers_for(revision.answers, view)?;
        let whole = !matches!(view, View::Sections(_));
        let action_items = if view.has(Section::Planning) { revision.action_items } else { "[]".to_owned() };
        // A digest of more than the reader gets could be used to check guesses at the rest.
        let digest = if whole { revision.digest } else { digest(answers.get(), &action_items)? };
        Ok(Self {
            number: revision.number,
            shared_at: revision.shared_at,
            title: revision.title,
            starts_on: revision.starts_on,
            ends_on: revision.ends_on,
            answers,
            action_items: StoredJson::of_column(action_items),
            digest,
            note: revision.note.filter(|_| whole),
        })
    }
}

async fn find(db: &impl Read, access: &Access, number: i32) -> Result<revision::Model, Problem> {
    let revision = store::find_revision(db, access.plan().id, &access.readable_revisions(), number).await?;
    Ok(revision.ok_or(PlanError::NoRevision)?)
}

/// List a plan's revisions
///
/// Returns the revisions that the caller may read, oldest first. A manager reads the latest revision and those that
/// were shared with them, and earlier ones if `earlier_revisions_visible_from` is set; an acting manager, also those
/// shared since the acting began. An invited reviewer reads the latest.
/// Only the owner reads revisions that were withdrawn.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/revisions",
    tag = "plans",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of revisions", body = Page<Revision>)),
)]
pub async fn list_revisions(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<Revision>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id.0, ReadAction::Plan).await?;
    let after = query.0.after(&caller)?;
    let limit = query.0.limit();
    let rows = store::list_revisions(&db, plan_id.0, &access.readable_revisions(), after, limit).await?;
    Page::of(&caller, rows, limit, |row| row.number, |row| Revision::for_view(row, access.view()))
}

/// Read a revision
///
/// Returns one revision, for callers who may read it. A revision never changes.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/revisions/{number}",
    tag = "plans",
    params(("number" = i32, Path, minimum = 1)),
    security(("bearer" = ["plans:read"])),
    responses((
        status = 200,
        description = "The revision",
        body = Revision,
        headers(("ETag" = String, description = "The version of the resource")),
    )),
)]
pub async fn read_revision(
    caller: Caller<PlansRead>,
    path: Path<(PlanId, PathNumber)>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let Path((plan_id, PathNumber(number))) = path;
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id, ReadAction::Plan).await?;
    let revision = find(&db, &access, number).await?;
    let form = if matches!(access.view(), View::Sections(_)) { "p" } else { "" };
    let revision = Revision::for_view(revision, access.view())?;
    let tag = EntityTag::new_strong(format!("{}{form}", revision.digest));
    Ok(Reply::ok(&revision)?.with_etag(tag))
}

/// Compare two revisions
///
/// Returns the differences, field by field, from the revision `since` to this one. The caller must be allowed to read
/// both.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/revisions/{number}/changes",
    tag = "plans",
    params(("number" = i32, Path, minimum = 1), CompareRevisions),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The changes", body = RevisionChanges)),
)]
pub async fn read_revision_changes(
    caller: Caller<PlansRead>,
    path: Path<(PlanId, PathNumber)>,
    query: Query<CompareRevisions>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let Path((plan_id, PathNumber(number))) = path;
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id, ReadAction::Plan).await?;
    // Compared in the form that the caller may read, so that a difference reveals nothing more.
    let read = async |number: i32| -> Result<Value, Problem> {
        let revision = find(&db, &access, number).await?;
        serde_json::to_value(Revision::for_view(revision, access.view())?).map_err(Problem::internal)
    };
    let since = query.0.since.unwrap_or_else(|| number.saturating_sub(1));
    let (before, after) = (read(since).await?, read(number).await?);
    Reply::ok(&RevisionChanges { since, number, changes: changes::between(&before, &after) })
}
