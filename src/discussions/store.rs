//! Queries about discussions and the addresses of calendars.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Value};

use super::agenda::Submitted;
use crate::{
    auth::{Identity, relations},
    db::{Conditions, Read},
    entity::{
        columns,
        discussion::{self, DiscussionStatus},
        discussion_note,
    },
    feedback::{self, store::content},
    http::Problem,
    ids::{DiscussionId, PersonId, PlanId},
    plans::{Relation, rules::MAX_ACTION_ITEMS},
    record::Change,
};

/// A discussion with the caller's own private note.
#[derive(Clone, Debug, FromQueryResult)]
pub struct DiscussionRow {
    #[sea_orm(nested)]
    pub discussion: discussion::Model,
    pub note: Option<String>,
    /// The version of the caller's note; 0 if there is none.
    pub note_version: i64,
}

/// A discussion, and what decides who reads it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct FoundDiscussion {
    #[sea_orm(nested)]
    pub row: DiscussionRow,
    /// With whom the revision was shared that it is about.
    pub shared_with: Option<PersonId>,
    pub shared_at: DateTime<Utc>,
}

/// Selects [`FoundDiscussion`]s, with the private note of the author `$2`.
fn select() -> String {
    let d = columns::<discussion::Entity>("d");
    format!(
        "select {d}, n.text as note, cast(coalesce(n.version, 0) as bigint) as note_version, \
             r.manager_id as shared_with, r.shared_at \
         from discussions d join revisions r on r.tenant_id = d.tenant_id and r.plan_id = d.plan_id \
             and r.number = d.revision \
         left join discussion_notes n on n.tenant_id = d.tenant_id and n.discussion_id = d.id and n.author_id = $2 \
         where d.tenant_id = $1"
    )
}

pub async fn find_discussion(
    db: &impl Read,
    caller: &Identity,
    id: DiscussionId,
) -> Result<Option<FoundDiscussion>, DbErr> {
    db.find(&format!("{} and d.id = $3", select()), [caller.id_or_nil().into(), id.into()]).await
}

/// A page of the discussions of a plan that the caller sees, in order of creation. Returns one row more than `limit` if
/// there is a next page. `talks_as` are the people as whom the caller talks with the owner. Must agree with
/// [`sight`](super::access::sight).
pub async fn list_discussions(
    db: &impl Read,
    caller: &Identity,
    plan: &Relation,
    talks_as: [Option<PersonId>; 2],
    after: Option<DiscussionId>,
    limit: u32,
) -> Result<Vec<FoundDiscussion>, DbErr> {
    let revisions = plan.readable_revisions();
    let (readable, values) = revisions.condition();
    let mut sql = Conditions::new(&select(), [caller.id_or_nil().into()]);
    sql.and_if("d.plan_id = ?", Some(plan.plan_id()));
    sql.and_if("d.revision > ?", Some(revisions.closed_up_to));
    sql.and("(not d.deleted or n.text is not null)");
    sql.and_all(
        &format!("(d.status = 'planned' or d.manager_id = ? or d.manager_id = ? or {readable})"),
        talks_as.map(Value::from).into_iter().chain(values),
    );
    sql.and_if("d.id > ?", after);
    sql.page("d.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// How many discussions a plan has, also those that are deleted.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Counts {
    pub all: i64,
    pub planned: i64,
}

pub async fn count_discussions(db: &impl Read, plan: PlanId) -> Result<Counts, DbErr> {
    let sql = "select count(*) as \"all\", count(case when d.status = 'planned' then 1 end) as planned \
         from discussions d where d.tenant_id = $1 and d.plan_id = $2";
    Ok(db.find(sql, [plan.into()]).await?.unwrap_or(Counts { all: 0, planned: 0 }))
}

/// The planned discussions of a plan, in order of creation.
pub async fn list_planned(db: &impl Read, plan: PlanId) -> Result<Vec<discussion::Model>, DbErr> {
    let d = columns::<discussion::Entity>("d");
    let sql = format!(
        "select {d} from discussions d \
         where d.tenant_id = $1 and d.plan_id = $2 and d.status = 'planned' order by d.id"
    );
    db.list(&sql, [plan.into()]).await
}

/// The private note of an author, also one that was taken back.
pub async fn find_note(
    db: &impl Read,
    discussion: DiscussionId,
    author: PersonId,
) -> Result<Option<discussion_note::Model>, DbErr> {
    let n = columns::<discussion_note::Entity>("n");
    let sql = format!(
        "select {n} from discussion_notes n \
         where n.tenant_id = $1 and n.discussion_id = $2 and n.author_id = $3"
    );
    db.find(&sql, [discussion.into(), author.into()]).await
}

/// The feedback on a revision that was submitted, in order of creation. At most as much as there are action items.
pub async fn list_submitted(db: &impl Read, plan: PlanId, revision: i32) -> Result<Vec<Submitted>, Problem> {
    let rows = feedback::store::list_submitted(db, plan, revision, None, MAX_ACTION_ITEMS).await?;
    let submitted = rows.into_iter().map(|row| {
        Ok(Submitted { id: row.id, at: row.submitted_at.unwrap_or(row.updated_at), content: content(&row)? })
    });
    submitted.collect()
}

/// Lets planned discussions in which no one has written go on after their plan was withdrawn and is shared again: an
/// appointment says nothing of a revision.
pub async fn keep_appointments(txn: &mut Change, plan: PlanId, revision: i32) -> Result<(), DbErr> {
    let sql = "update discussions set revision = $3 where tenant_id = $1 and plan_id = $2 \
         and status = 'planned' and agenda is null and shared_notes is null and outcomes = '[]'";
    txn.execute(sql, [plan.into(), revision.into()]).await.map(drop)
}

/// What a calendar shows of a discussion.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Appointment {
    pub id: DiscussionId,
    pub status: DiscussionStatus,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub time_zone: String,
    pub sequence: i32,
    pub sequenced_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    /// The other person.
    pub with_name: Option<String>,
}

/// Maximum appointments in a calendar.
const MAX_APPOINTMENTS: u32 = 500;

/// The person whose calendar has an address with this digest, if that person is active.
pub async fn find_person_of(db: &impl Read, digest: &str) -> Result<Option<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: PersonId,
    }
    let sql = "select a.person_id from calendar_addresses a \
         join people p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.active \
         where a.tenant_id = $1 and a.digest = $2";
    Ok(db.find::<Row>(sql, [digest.into()]).await?.map(|row| row.person_id))
}

/// The appointments of a person that start after `from`: with the person's manager about the person's plans, and as
/// manager or acting manager with others about their shared plans. The planned ones come first, of these and of the
/// others those to come, the nearest first. `now` is when relations are judged.
pub async fn list_appointments(
    db: &impl Read,
    person: PersonId,
    now: DateTime<Utc>,
    from: DateTime<Utc>,
) -> Result<Vec<Appointment>, DbErr> {
    let own = "select x.id from plans q join discussions x on x.tenant_id = q.tenant_id and x.plan_id = q.id \
         where q.tenant_id = $1 and q.owner_id = $2 and x.starts_at > $4 and x.revision > q.set_aside_up_to";
    let shared = "q.shared_at is not null and x.revision > q.closed_up_to and x.starts_at > $4";
    let managed = format!(
        "select x.id from people s join plans q on q.tenant_id = s.tenant_id and q.owner_id = s.id \
         join discussions x on x.tenant_id = q.tenant_id and x.plan_id = q.id \
         where s.tenant_id = $1 and s.manager_id = $2 and {shared} \
             and (x.manager_id = $2 or x.manager_id is null)"
    );
    let acting = format!(
        "select x.id from plans q join discussions x on x.tenant_id = q.tenant_id and x.plan_id = q.id \
         where q.tenant_id = $1 and q.owner_id in ({}) and {shared} and x.manager_id = $2",
        relations::people_acted_for()
    );
    let sql = format!(
        "select d.id, d.status, d.starts_at, d.ends_at, d.time_zone, d.sequence, d.sequenced_at, d.created_at, \
             case when p.owner_id = $2 then m.display_name else o.display_name end as with_name \
         from discussions d join plans p on p.tenant_id = d.tenant_id and p.id = d.plan_id \
         join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         left join people m on m.tenant_id = d.tenant_id and m.id = d.manager_id \
         where d.tenant_id = $1 and not d.deleted and d.id in ({own} union all {managed} union all {acting}) \
         order by case when d.status = 'planned' then 0 else 1 end, case when d.starts_at > $3 then 0 else 1 end, \
             case when d.starts_at > $3 then d.starts_at end, d.starts_at desc, d.id limit {MAX_APPOINTMENTS}"
    );
    let values: [Value; 3] = [person.into(), now.into(), from.into()];
    db.list(&sql, values).await
}
