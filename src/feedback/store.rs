//! Queries about feedback and feedback requests.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{DbErr, FromQueryResult};

use super::{content::Content, error::FeedbackError, rules};
use crate::{
    action_items,
    db::{Conditions, Locked, Read},
    entity::{
        columns, feedback,
        feedback_request::{self, RequestOrigin, RequestStatus},
        person, revision,
    },
    http::Problem,
    ids::{ActionItemId, FeedbackId, FeedbackRequestId, PersonId, PlanId},
    plans::{ActionItemSnapshot, Answers, PlanError, Relation, RevisionFilter},
    record::Change,
};

/// A feedback, and with which manager and when its revision was shared.
#[derive(Debug, FromQueryResult)]
pub struct FeedbackRow {
    #[sea_orm(nested)]
    pub feedback: feedback::Model,
    pub shared_with: Option<PersonId>,
    pub shared_at: DateTime<Utc>,
}

pub async fn find_feedback(db: &impl Read, id: FeedbackId) -> Result<Option<FeedbackRow>, DbErr> {
    let f = columns::<feedback::Entity>("f");
    let sql = format!(
        "select {f}, r.manager_id as shared_with, r.shared_at from feedback f \
         join revisions r on r.tenant_id = f.tenant_id and r.plan_id = f.plan_id and r.number = f.revision \
         where f.tenant_id = $1 and f.id = $2"
    );
    db.find(&sql, [id.into()]).await
}

/// The feedback of `author` on a revision of a plan. There is at most one.
pub async fn find_feedback_by(
    db: &impl Read,
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

/// A page of the feedback that `reader` wrote on a plan, and of submitted feedback on the revisions in `others`, in
/// order of creation. Returns one row more than `limit` if there is a next page.
pub async fn list_feedback(
    db: &impl Read,
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
                &format!(
                    "(f.author_id = ? and not f.closed_to_author or f.status <> 'draft' and {readable})"
                ),
                std::iter::once(reader.into()).chain(values),
            );
        }
        None => sql.and_if("f.author_id = ? and not f.closed_to_author", Some(reader)),
    }
    sql.and_if("f.id > ?", after);
    sql.page("f.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// The feedback on a revision that was submitted, or of it only that of one author, in order of creation. At most
/// `limit`.
pub async fn list_submitted(
    db: &impl Read,
    plan: PlanId,
    revision: i32,
    only_of: Option<PersonId>,
    limit: usize,
) -> Result<Vec<feedback::Model>, DbErr> {
    let f = columns::<feedback::Entity>("f");
    let select = format!(
        "select {f} from feedback f \
         where f.tenant_id = $1 and f.plan_id = $2 and f.revision = $3 and f.status <> 'draft'"
    );
    let mut sql = Conditions::new(&select, [plan.into(), revision.into()]);
    sql.and_if("f.author_id = ? and not f.closed_to_author", only_of);
    sql.sql.push_str(&format!(" order by f.id limit {limit}"));
    db.list(&sql.sql, sql.values).await
}

/// The request to `reviewer` about a plan. There is at most one.
pub async fn find_request_to(
    db: &impl Read,
    reviewer: PersonId,
    plan: PlanId,
) -> Result<Option<feedback_request::Model>, DbErr> {
    let r = columns::<feedback_request::Entity>("r");
    let sql = format!(
        "select {r} from feedback_requests r where r.tenant_id = $1 and r.plan_id = $2 and r.reviewer_id = $3"
    );
    db.find(&sql, [plan.into(), reviewer.into()]).await
}

/// A page of the requests about a plan, or only of those to `reviewer`, in order of creation. Returns one row more than
/// `limit` if there is a next page.
pub async fn list_requests(
    db: &impl Read,
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

/// Which requests [`list_requests_for_managers`] finds.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// Those about a plan.
    About(PlanId),
    /// Those about the shared plans of these people.
    By(&'a [PersonId]),
}

/// A request, and the active manager of the plan's owner.
#[derive(Debug, FromQueryResult)]
pub struct AskedManager {
    #[sea_orm(nested)]
    pub request: feedback_request::Model,
    pub manager_id: PersonId,
}

/// The requests to the present managers of plans' owners, and those that sharing has made to former managers and that
/// are open. Locks them and their plans. None for plans whose owner has no active manager.
pub async fn list_requests_for_managers(txn: &Change, which: Asked<'_>) -> Result<Vec<AskedManager>, DbErr> {
    let select = format!(
        "select {r}, m.id as manager_id from feedback_requests r \
         join plans p on p.tenant_id = r.tenant_id and p.id = r.plan_id \
         join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         join people m on m.tenant_id = o.tenant_id and m.id = o.manager_id and m.active \
         where r.tenant_id = $1 and (r.reviewer_id = m.id or r.origin = $2 and r.status = $3)",
        r = columns::<feedback_request::Entity>("r")
    );
    let mut sql = Conditions::new(&select, [RequestOrigin::Share.into(), RequestStatus::Open.into()]);
    match which {
        Asked::About(plan) => sql.and_if("p.id = ?", Some(plan)),
        Asked::By(people) => {
            sql.and("p.shared_at is not null");
            sql.and_one_of("p.owner_id", people.iter().copied());
        }
    }
    sql.sql.push_str(" order by p.id, r.id");
    txn.list_for_update(&sql.sql, sql.values, "p, r", Locked::Wait).await
}

/// The time zone of a person; None if the directory does not have the person or the person is not active.
pub async fn find_zone_if_active(db: &impl Read, person: PersonId) -> Result<Option<Tz>, DbErr> {
    let person = db.row::<person::Entity>(person).await?.filter(|person| person.active);
    Ok(person.map(|person| person.time_zone.parse().unwrap_or(Tz::UTC)))
}

/// The content of a feedback, parsed.
pub fn content(feedback: &feedback::Model) -> Result<Content, Problem> {
    serde_json::from_str(&feedback.content).map_err(Problem::internal)
}

/// Checks a feedback against its revision and the sections that the caller is asked about. Returns the ids of the
/// plan's current action items.
pub async fn check(
    txn: &Change,
    plan: &Relation,
    plan_id: PlanId,
    revision: i32,
    content: &Content,
) -> Result<HashSet<ActionItemId>, Problem> {
    let revision = txn.row::<revision::Entity>((plan_id, revision)).await?.ok_or(PlanError::NoRevision)?;
    let answers: Answers = serde_json::from_str(&revision.answers).map_err(Problem::internal)?;
    let snapshots: Vec<ActionItemSnapshot> =
        serde_json::from_str(&revision.action_items).map_err(Problem::internal)?;
    let current_items = action_items::store::list_ids_of_plan(txn, plan_id).await?;
    // A feedback may be about an item of the revision that was deleted since, or about one that was added since.
    let known = snapshots.iter().map(|item| item.id).chain(current_items.iter().copied()).collect();
    let sections = rules::sections_asked(plan.roles(), plan.reviewer_sections());
    match rules::check(content, &sections, &answers, &known) {
        faults if faults.is_empty() => Ok(current_items.into_iter().collect()),
        faults => Err(FeedbackError::Invalid(faults).into()),
    }
}
