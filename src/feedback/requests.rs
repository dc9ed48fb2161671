//! Feedback requests: who is asked, and about what.

use sea_orm::DbErr;

use crate::{
    auth::Identity,
    db::Transaction,
    entity::feedback_request::{self, RequestOrigin, RequestStatus},
    events::{self, Event},
    ids::{FeedbackRequestId, PersonId, PlanId},
    state::State,
};

/// The sections that a manager is asked about: all.
const ALL_SECTIONS: &str = r#"["basic","deeper","planning"]"#;

/// Asks the manager for feedback on a revision that has just been shared, anew if need be.
pub async fn ask_manager(
    txn: &mut Transaction,
    state: &State,
    caller: &Identity,
    plan: PlanId,
    manager: PersonId,
    revision: i32,
) -> Result<(), DbErr> {
    let now = state.clock.now();
    let sql = "select r.* from feedback_requests r where r.tenant_id = $1 and r.plan_id = $2 and r.reviewer_id = $3";
    let present = txn.find::<feedback_request::Model>(sql, [plan.into(), manager.into()]).await?;
    let request: FeedbackRequestId = match present {
        Some(mut request) => {
            let id = request.id;
            request.origin = RequestOrigin::Share;
            request.sections = ALL_SECTIONS.to_owned();
            request.revision = revision;
            request.status = RequestStatus::Open;
            request.updated_at = now;
            request.version += 1;
            txn.replace(request)?;
            id
        }
        None => {
            let id = state.ids.next();
            txn.insert(feedback_request::Model {
                tenant_id: txn.tenant(),
                id,
                plan_id: plan,
                reviewer_id: manager,
                origin: RequestOrigin::Share,
                sections: ALL_SECTIONS.to_owned(),
                due_on: None,
                message: None,
                revision,
                status: RequestStatus::Open,
                created_at: now,
                updated_at: now,
                version: 1,
            });
            id
        }
    };
    let event = Event::FeedbackRequested { plan, request, reviewer: manager };
    events::record(txn, &state.ids, caller, event, now);
    Ok(())
}
