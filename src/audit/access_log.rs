//! Who has read a plan, for its owner.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;

use super::store::{self, AccessRow, RecordKey};
use crate::{
    auth::{Caller, permissions::Right, scope::PlansRead},
    db::Read,
    http::{Named, Page, Paging, Path, Problem, Query},
    ids::{AuditRecordId, PersonId, PlanId},
    plans::Access,
    reads::ReadAction,
    state::State,
};

/// Reads of a plan of one kind by one reader within ten minutes. Or that the link between the owner and an identity was
/// ended or given back.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccessLogEntry {
    pub id: AuditRecordId,
    /// When it was first read in these ten minutes.
    pub at: DateTime<Utc>,
    /// The person who read it. Null for services, and for the operator of the service.
    #[schema(required)]
    pub reader_id: Option<PersonId>,
    #[schema(required)]
    pub reader: Option<Named>,
    /// The role by which it was read, at that time: `manager`, `acting`, `delegate`, `reviewer`,
    /// `matrix`, `author` (of support promised on the plan), `hr_partner`, `hr_admin`, `service` or `operator`.
    #[schema(max_length = 50, example = "manager")]
    pub right: String,
    /// As in the audit log.
    #[schema(max_length = 100, example = "plan.read")]
    pub action: String,
    /// How often it was read in these ten minutes.
    #[schema(minimum = 1)]
    pub count: i64,
    /// The entry in words.
    #[schema(max_length = 2000, example = "Ben Okafor, your manager, read the shared plan 3 times.")]
    pub text: String,
}

impl From<AccessRow> for AccessLogEntry {
    fn from(row: AccessRow) -> Self {
        let text = text(&row);
        let AccessRow { id, at, reader_id, reader_name: _, client: _, held_right, action, count, reason: _ } =
            row;
        Self {
            id,
            at,
            reader_id,
            reader: reader_id.map(Named::Later),
            right: held_right,
            action,
            count,
            text,
        }
    }
}

/// An entry of the access log of a plan, in the export of its owner.
#[derive(Debug, Serialize)]
pub struct PlanRead {
    plan_id: PlanId,
    at: DateTime<Utc>,
    reader_id: Option<PersonId>,
    right: String,
    action: String,
    count: i64,
    text: String,
}

/// Who has read these plans besides their owner, the oldest first.
pub async fn list_reads_of(db: &impl Read, plans: &[PlanId]) -> Result<Vec<PlanRead>, DbErr> {
    let reads = store::list_reads_of(db, plans).await?;
    let shown = reads.into_iter().map(|(plan_id, row)| {
        let text = text(&row);
        let AccessRow { at, reader_id, held_right: right, action, count, .. } = row;
        PlanRead { plan_id, at, reader_id, right, action, count, text }
    });
    Ok(shown.collect())
}

/// An entry in words.
fn text(row: &AccessRow) -> String {
    let name = row.reader_name.as_deref().filter(|name| !name.is_empty());
    let name = name.unwrap_or("A person who is not in the directory any more");
    let reader = match row.held_right.as_str() {
        "manager" => format!("{name}, your manager at that time,"),
        "reviewer" => format!("{name}, whom you asked for feedback,"),
        "acting" => format!("{name}, your acting manager at that time,"),
        "delegate" => format!("{name}, in the name of your manager at that time,"),
        "matrix" => format!("{name}, your matrix manager at that time,"),
        "author" => format!("{name}, who promised you support,"),
        "hr_admin" | "hr_partner" => format!("{name}, of HR,"),
        "operator" => "The operator of the service".into(),
        "service" => {
            format!("The service {}", row.client.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        _ => name.to_owned(),
    };
    let reason = row.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let known = ReadAction::ALL.iter().find(|action| action.name() == row.action);
    match (known, row.action.as_str()) {
        (Some(action), _) => format!("{reader} {}{}.", action.text(), times(row.count)),
        (None, "person.identity_unlinked") => {
            format!("{reader} ended the link between you and your account{reason}.")
        }
        (None, _) => {
            format!("{reader} gave back to you what was set aside when the link to your account ended.")
        }
    }
}

fn times(count: i64) -> String {
    match count {
        ..=1 => String::new(),
        2 => " twice".into(),
        count => format!(" {count} times"),
    }
}

/// Read a plan's access log
///
/// Returns who has read the plan besides its owner, the latest first, and when the link between the owner and an
/// identity was ended or given back. A read appears within a second or two. Only the owner may read it.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/access-log",
    tag = "audit",
    params(Paging),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of entries", body = Page<AccessLogEntry>)),
)]
pub async fn read_access_log(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<AccessLogEntry>, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = Access::find(&db, &caller, plan_id.0).await?;
    access.require(Right::ReadAccessLog)?;
    let after: Option<RecordKey> = query.0.after(&*caller)?;
    let limit = query.0.limit();
    let owner = access.plan().owner_id;
    let rows = store::list_accesses(&db, plan_id.0, owner, after, limit).await?;
    Page::of(&*caller, rows, limit, |row| (row.at, row.id), |row| Ok(row.into()))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn says(name: &str, right: &str, action: &str, count: i64) -> String {
        text(&AccessRow {
            id: AuditRecordId(Uuid::nil()),
            at: DateTime::UNIX_EPOCH,
            reader_id: None,
            reader_name: Some(name.into()),
            client: Some("hr-portal".into()),
            held_right: right.into(),
            action: action.into(),
            count,
            reason: None,
        })
    }

    #[test]
    fn an_entry_says_who_did_what_in_words() {
        for (right, action, count, text) in [
            ("manager", "plan.read", 3, "Ben, your manager at that time, read the shared plan 3 times."),
            ("reviewer", "plan.read", 1, "Ben, whom you asked for feedback, read the shared plan."),
            ("acting", "plan.read", 1, "Ben, your acting manager at that time, read the shared plan."),
            (
                "delegate",
                "plan.read",
                1,
                "Ben, in the name of your manager at that time, read the shared plan.",
            ),
            ("hr_partner", "plan.read", 1, "Ben, of HR, read the shared plan."),
            ("author", "action_item.read", 1, "Ben, who promised you support, read its action items."),
            ("hr_admin", "plan.listed", 2, "Ben, of HR, read it in a list of plans twice."),
            ("service", "plan.exported", 1, "The service hr-portal exported it with other plans."),
        ] {
            assert_eq!(says("Ben", right, action, count), text);
        }
        assert_eq!(
            says("", "manager", "feedback.read", 1),
            "A person who is not in the directory any more, your manager at that time, read the feedback on it."
        );
    }
}
