//! The audit log of a tenant, for HR admins and services.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::store::{self, RecordFilter, RecordKey, RecordRow};
use crate::{
    auth::{Caller, Identity, permissions::Right, scope::AuditRead},
    http::{Named, Page, Paged, Problem, Query, page},
    ids::{AuditRecordId, LinkId, PersonId},
    reads::{ReadAction, ReadSubject},
    record::Seal,
    requests,
    state::State,
};

/// A change, or reads of one kind by one reader within ten minutes. It has ids, never answers, titles or comments.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditRecord {
    pub id: AuditRecordId,
    /// When it was changed, or first read in these ten minutes.
    pub at: DateTime<Utc>,
    /// The person who did it. Null for services and for the service's own work.
    #[schema(required)]
    pub actor_id: Option<PersonId>,
    #[schema(required)]
    pub actor: Option<Named>,
    /// The link through which the identity was the person.
    #[schema(required)]
    pub link_id: Option<LinkId>,
    /// The service that did it, by the subject of its token. Null for people.
    #[schema(required, max_length = 300, example = "hr-portal")]
    pub client: Option<String>,
    /// For a change the type of its event without `groundwork.` and version; for reads `plan.read`, `plan.listed`,
    /// `plan.exported`, `plan.exported_with_person`, `plan.brief_read`, `action_item.read`, `action_item.listed`,
    /// `action_item.exported`, `feedback.read`, `comment.read`, `proposal.read`, `audit_log.listed` or
    /// `audit_log.exported`.
    #[schema(max_length = 100, example = "plan.shared")]
    pub action: String,
    /// The path, under `/v1/`, of what it is about.
    #[schema(max_length = 200, example = "plans/019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d41")]
    pub subject: String,
    /// The role by which it was read, such as `manager`, `delegate`, `hr_admin` or `service`. Null for changes.
    #[schema(required, max_length = 50, example = "manager")]
    pub right: Option<String>,
    /// The request that made the change. Null for reads.
    #[schema(required, max_length = 128)]
    pub request_id: Option<String>,
    /// How often it was read in these ten minutes; each page of a list counts. 1 for a change.
    #[schema(minimum = 1)]
    pub count: i64,
    /// The digest by which the record is part of the log's chain: the id of the key and an HMAC, with a point between.
    /// Null until the record is sealed: a change within a minute, reads when their ten minutes are over.
    #[schema(required, max_length = 120)]
    pub digest: Option<String>,
}

impl From<RecordRow> for AuditRecord {
    fn from(row: RecordRow) -> Self {
        let RecordRow {
            id,
            at,
            actor_id,
            link_id,
            client,
            action,
            subject,
            held_right,
            request_id,
            count,
            digest,
        } = row;
        let (actor, right) = (actor_id.map(Named::Later), held_right);
        // Without the number, whose gaps would tell of drafts.
        let seal = digest.and_then(|digest| digest.parse::<Seal>().ok());
        let digest = seal.map(|seal| seal.signature.to_string());
        Self { id, at, actor_id, actor, link_id, client, action, subject, right, request_id, count, digest }
    }
}

/// Filters for the audit log.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListAuditLog {
    /// Only records of this person.
    #[param(inline)]
    actor_id: Option<PersonId>,
    /// Only records about the plan, person, feedback, action item or other resource with this id. What lists have shown
    /// of a plan is in the plan's access log.
    subject_id: Option<Uuid>,
    /// Only records with this action.
    #[param(max_length = 100, example = "plan.shared")]
    action: Option<String>,
    /// Only records at or after this time.
    from: Option<DateTime<Utc>>,
    /// Only records before this time.
    to: Option<DateTime<Utc>>,
}

/// What has an id of its own under `/v1/`.
const KINDS: [&str; 8] =
    ["plans", "people", "feedback", "feedback-requests", "action-items", "comments", "proposals", "webhooks"];

impl ListAuditLog {
    fn filter(self) -> RecordFilter {
        let Self { actor_id, subject_id, action, from, to } = self;
        let subjects = subject_id.map(|id| KINDS.map(|kind| format!("{kind}/{id}")).to_vec());
        RecordFilter { actor_id, subjects, action, from, to }
    }
}

/// List the audit log
///
/// Returns who changed what, and who read the plans of others, the latest first. Changes of what only its author can
/// read, such as drafts, are sealed with the log and not listed. The list is itself recorded. For HR admins and
/// services.
#[utoipa::path(
    get,
    path = "/audit-log",
    tag = "audit",
    params(Paged<ListAuditLog>),
    security(("bearer" = ["audit:read"])),
    responses((status = 200, description = "A page of audit records", body = Page<AuditRecord>)),
)]
pub async fn list_audit_log(
    caller: Caller<AuditRead>,
    query: Query<Paged<ListAuditLog>>,
    state: Data<State>,
) -> Result<Page<AuditRecord>, Problem> {
    caller.require(Right::ReadAuditLog)?;
    let Paged { list: query, paging } = query.0;
    pages(state, query, ReadAction::AuditLogListed)(&caller, paging.cursor.clone(), paging.limit()).await
}

/// Export the audit log
///
/// Returns the audit log as NDJSON: one record per line, the latest first. The export is itself recorded. If the stream
/// fails midway, the connection is closed without the final chunk, and HTTP clients report an error. For HR admins and
/// services.
#[utoipa::path(
    get,
    path = "/audit-log/export",
    tag = "audit",
    params(ListAuditLog),
    security(("bearer" = ["audit:read"])),
    responses((
        status = 200,
        description = "All audit records, one per line",
        content_type = "application/x-ndjson",
        body = AuditRecord,
    )),
)]
pub async fn export_audit_log(
    caller: Caller<AuditRead>,
    query: Query<ListAuditLog>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let pages = pages(state, query.0, ReadAction::AuditLogExported);
    requests::export(&request, caller, Right::ReadAuditLog, pages).await
}

/// Reads the pages of the audit log.
fn pages(
    state: Data<State>,
    query: ListAuditLog,
    action: ReadAction,
) -> impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<AuditRecord>, Problem> + 'static {
    let filter = query.filter();
    async move |caller: &Identity, cursor: Option<String>, limit: u32| {
        let after: Option<RecordKey> = page::decode(caller, cursor.as_deref())?;
        let db = state.db.reader(caller.tenant);
        let rows = store::list_records(&db, &filter, after, limit).await?;
        if let Some(role) = caller.roles().reads_as() {
            caller.note(action, role, ReadSubject::AuditLog, []);
        }
        Page::of(caller, rows, limit, |row| (row.at, row.id), |row| Ok(row.into()))
    }
}
