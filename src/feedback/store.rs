//! Queries about feedback and requests for it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult};

use crate::{
    db::{Conditions, Tenant, Transaction},
    entity::{columns, feedback, feedback_request},
    ids::{FeedbackId, FeedbackRequestId, PersonId, PlanId},
    plans::store::RevisionFilter,
};

/// A feedback, and the manager with whom the revision that it answers was shared.
#[derive(Debug, FromQueryResult)]
pub struct FeedbackRow {
    #[sea_orm(nested)]
    pub feedback: feedback::Model,
    pub shared_with: Option<PersonId>,
}

pub async fn find_feedback(
    db: &Tenant<impl ConnectionTrait>,
    id: FeedbackId,
) -> Result<Option<FeedbackRow>, DbErr> {
    let f = columns::<feedback::Entity>("f");
    let sql = format!(
        "select {f}, r.manager_id as shared_with from feedback f \
         join revisions r on r.tenant_id = f.tenant_id and r.plan_id = f.plan_id and r.number = f.revision \
         where f.tenant_id = $1 and f.id = $2"
    );
    db.find(&sql, [id.into()]).await
}

/// What `author` has written to a revision of a plan.
pub async fn find_feedback_by(
    db: &Tenant<impl ConnectionTrait>,
    author: PersonId,
    plan: PlanId,
    revision: i32,
) -> Result<Option<feedback::Model>, DbErr> {
    let f = columns::<feedback::Entity>("f");
    let sql = format!(
        "select {f} from feedback f \
         where f.tenant_id = $1 and f.plan_id = $2 and f.revision = $3 and f.author_id = $4"
    );
    db.find(&sql, [plan.into(), revision.into(), author.into()]).await
}

/// What `reader` wrote to a plan, and what others have submitted to the revisions in `others`, by
/// creation; one more than `limit` where there are more.
pub async fn list_feedback(
    db: &Tenant<impl ConnectionTrait>,
    plan: PlanId,
    reader: PersonId,
    others: Option<RevisionFilter>,
    after: Option<FeedbackId>,
    limit: u32,
) -> Result<Vec<feedback::Model>, DbErr> {
    let f = columns::<feedback::Entity>("f");
    let select = format!(
        "select {f} from feedback f \
         join revisions r on r.tenant_id = f.tenant_id and r.plan_id = f.plan_id and r.number = f.revision \
         where f.tenant_id = $1 and f.plan_id = $2"
    );
    let mut sql = Conditions::new(&select, [plan.into()]);
    match others {
        Some(revisions) => {
            let (readable, values) = revisions.condition();
            sql.and_all(
                &format!("(f.author_id = ? or f.status <> 'draft' and {readable})"),
                std::iter::once(reader.into()).chain(values),
            );
        }
        None => sql.and_if("f.author_id = ?", Some(reader)),
    }
    sql.and_if("f.id > ?", after);
    sql.page("f.id", limit);
    db.list(&sql.sql, sql.values).await
}

pub async fn find_request(
    db: &Tenant<impl ConnectionTrait>,
    id: FeedbackRequestId,
) -> Result<Option<feedback_request::Model>, DbErr> {
    let r = columns::<feedback_request::Entity>("r");
    let sql = format!("select {r} from feedback_requests r where r.tenant_id = $1 and r.id = $2");
    db.find(&sql, [id.into()]).await
}

/// What `reviewer` was asked about a plan.
pub async fn find_request_to(
    db: &Tenant<impl ConnectionTrait>,
    reviewer: PersonId,
    plan: PlanId,
) -> Result<Option<feedback_request::Model>, DbErr> {
    let r = columns::<feedback_request::Entity>("r");
    let sql = format!(
        "select {r} from feedback_requests r where r.tenant_id = $1 and r.plan_id = $2 and r.reviewer_id = $3"
    );
    db.find(&sql, [plan.into(), reviewer.into()]).await
}

/// Who was asked about a plan, or that `reviewer` was, by creation; one more than `limit` where there are more.
pub async fn list_requests(
    db: &Tenant<impl ConnectionTrait>,
    plan: PlanId,
    reviewer: Option<PersonId>,
    after: Option<FeedbackRequestId>,
    limit: u32,
) -> Result<Vec<feedback_request::Model>, DbErr> {
    let r = columns::<feedback_request::Entity>("r");
    let select = format!("select {r} from feedback_requests r where r.tenant_id = $1 and r.plan_id = $2");
    let mut sql = Conditions::new(&select, [plan.into()]);
    sql.and_if("r.reviewer_id = ?", reviewer);
    sql.and_if("r.id > ?", after);
    sql.page("r.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// Marks what `reviewer` was asked about a plan as answered, unless it is about a newer revision.
pub async fn answer_request(
    txn: &mut Transaction,
    reviewer: PersonId,
    plan: PlanId,
    revision: i32,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let sql = "update feedback_requests set status = 'answered', updated_at = $5, version = version + 1 \
         where tenant_id = $1 and plan_id = $2 and reviewer_id = $3 and revision <= $4 and status = 'open'";
    txn.execute(sql, [plan.into(), reviewer.into(), revision.into(), now.into()]).await.map(drop)
}

/// Where an active person of the directory is.
pub async fn find_active_person(
    db: &Tenant<impl ConnectionTrait>,
    person: PersonId,
) -> Result<Option<Tz>, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        time_zone: String,
    }
    let sql = "select o.time_zone from people o where o.tenant_id = $1 and o.id = $2 and o.active";
    let found: Option<Found> = db.find(sql, [person.into()]).await?;
    Ok(found.map(|found| found.time_zone.parse().unwrap_or(Tz::UTC)))
}
