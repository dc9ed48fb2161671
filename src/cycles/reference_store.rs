//! Queries about the references in the plans of a cycle.

use std::collections::BTreeSet;

use sea_orm::{DbErr, FromQueryResult};

use super::store::members;
use crate::{
    db::{Conditions, Read},
    entity::{columns, cycle_reference_count, cycle_roster},
    ids::{CycleId, PersonId, PlanId},
};

/// A plan that a participant of a cycle shares in it.
#[derive(Debug, FromQueryResult)]
pub struct SharerRow {
    pub owner_id: PersonId,
    pub plan_id: PlanId,
    pub latest_revision: i32,
}

/// The plans that participants of a cycle share in it, oldest first. Not those that were in another cycle before.
pub async fn list_sharers(db: &impl Read, cycle: CycleId) -> Result<Vec<SharerRow>, DbErr> {
    let sql = format!(
        "with members as ({members}) \
         select p.owner_id, p.id as plan_id, p.latest_revision from plans p join members m on m.id = p.owner_id \
         where p.tenant_id = $1 and p.cycle_id = $2 and p.shared_at is not null and not p.cycle_changed \
         order by p.id",
        members = members("o.id")
    );
    db.list(&sql, [cycle.into()]).await
}

/// The plans of a cycle whose references can be read: not those of people who are erased.
pub async fn list_readable(db: &impl Read, cycle: CycleId) -> Result<BTreeSet<PlanId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Readable {
        id: PlanId,
    }
    let sql = "select p.id from plans p join people o on o.tenant_id = $1 and o.id = p.owner_id \
         where p.tenant_id = $1 and p.cycle_id = $2 and p.latest_revision > 0 and o.erased_at is null";
    let readable: Vec<Readable> = db.list(sql, [cycle.into()]).await?;
    Ok(readable.into_iter().map(|plan| plan.id).collect())
}

/// The rosters of a cycle.
pub async fn list_rosters(db: &impl Read, cycle: CycleId) -> Result<Vec<cycle_roster::Model>, DbErr> {
    let r = columns::<cycle_roster::Entity>("r");
    let sql = format!("select {r} from cycle_rosters r where r.tenant_id = $1 and r.cycle_id = $2");
    db.list(&sql, [cycle.into()]).await
}

/// A reference in a shared revision.
#[derive(Debug, FromQueryResult)]
pub struct NamingRow {
    pub plan_id: PlanId,
    pub revision: i32,
    pub question: String,
    pub uri: String,
    pub name: String,
}

/// The references in the revisions of a cycle's plans, of those that several plans have, `least` at least, or that are
/// counted.
pub async fn list_namings(db: &impl Read, cycle: CycleId, least: usize) -> Result<Vec<NamingRow>, DbErr> {
    let sql = format!(
        "select x.plan_id, x.revision, x.question, x.uri, x.name from plan_references x \
         join plans p on p.tenant_id = $1 and p.id = x.plan_id \
         join (select y.question, y.uri from plan_references y join plans q on q.tenant_id = $1 and q.id = y.plan_id \
             where y.tenant_id = $1 and y.revision > 0 and q.cycle_id = $2 \
             group by y.question, y.uri having count(distinct y.plan_id) >= {least} \
             union select n.question, n.uri from cycle_reference_counts n \
                 where n.tenant_id = $1 and n.cycle_id = $2) often \
             on often.question = x.question and often.uri = x.uri \
         where x.tenant_id = $1 and x.revision > 0 and p.cycle_id = $2 \
         order by x.plan_id, x.revision, x.answer_id"
    );
    db.list(&sql, [cycle.into()]).await
}

/// The stored numbers of a cycle by reference.
pub async fn list_reference_counts(
    db: &impl Read,
    cycle: CycleId,
) -> Result<Vec<cycle_reference_count::Model>, DbErr> {
    let n = columns::<cycle_reference_count::Entity>("n");
    let sql = format!("select {n} from cycle_reference_counts n where n.tenant_id = $1 and n.cycle_id = $2");
    db.list(&sql, [cycle.into()]).await
}

/// A reference of which a cycle tells a number.
#[derive(Debug, FromQueryResult)]
pub struct ReferenceRow {
    pub question: String,
    pub uri: String,
    pub name: Option<String>,
}

/// A page of the references of which a cycle tells a number today, by question and URI. Returns one row more than
/// `limit` if there is a next page.
pub async fn list_told_references(
    db: &impl Read,
    cycle: CycleId,
    after: Option<(String, String)>,
    limit: u32,
) -> Result<Vec<ReferenceRow>, DbErr> {
    let select = "select n.question, n.uri, min(n.name) as name from cycle_reference_counts n \
         where n.tenant_id = $1 and n.cycle_id = $2 and n.named is not null";
    let mut sql = Conditions::new(select, [cycle.into()]);
    if let Some((question, uri)) = after {
        sql.and_all("(n.question, n.uri) > (?, ?)", [question.into(), uri.into()]);
    }
    sql.sql.push_str(" group by n.question, n.uri");
    sql.page("n.question, n.uri", limit);
    db.list(&sql.sql, sql.values).await
}

/// A number that a cycle tells today.
#[derive(Debug, FromQueryResult)]
pub struct ToldRow {
    pub question: String,
    pub uri: String,
    pub department: String,
    pub named: i32,
}

/// The numbers that a cycle tells of these URIs.
pub async fn list_told(
    db: &impl Read,
    cycle: CycleId,
    uris: impl IntoIterator<Item = String>,
) -> Result<Vec<ToldRow>, DbErr> {
    let select = "select n.question, n.uri, n.department, n.named from cycle_reference_counts n \
         where n.tenant_id = $1 and n.cycle_id = $2 and n.named is not null";
    let mut sql = Conditions::new(select, [cycle.into()]);
    sql.and_one_of("n.uri", uris);
    db.list(&sql.sql, sql.values).await
}

/// How many people of a department take part in a cycle.
#[derive(Debug, FromQueryResult)]
pub struct SizeRow {
    /// Empty for people without a department.
    pub department: String,
    pub people: i64,
}

pub async fn list_sizes(db: &impl Read, cycle: CycleId) -> Result<Vec<SizeRow>, DbErr> {
    let sql = format!(
        "select m.department, count(*) as people from ({members}) m group by m.department",
        members = members("coalesce(o.department, '') as department")
    );
    db.list(&sql, [cycle.into()]).await
}
