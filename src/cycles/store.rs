//! Queries about cycles, their participants and their coverage.

use std::collections::{HashMap, HashSet};

use sea_orm::{DbErr, FromQueryResult};

use super::rules::{Members, differences};
use crate::{
    auth::{Identity, relations},
    db::{Conditions, Locked, Read},
    entity::{columns, cycle, cycle_count, cycle_department, cycle_person, plan},
    ids::{CycleId, PersonId, PlanId},
    record::{Change, Event},
};

/// Selects columns of the people `o` who take part in the cycle `$2`: active people, of its departments or on its list.
pub(super) fn members(columns: &str) -> String {
    format!(
        "select {columns} from people o where o.tenant_id = $1 and o.active and (o.department in ( \
             select d.department from cycle_departments d where d.tenant_id = $1 and d.cycle_id = $2) \
         or o.id in (select c.person_id from cycle_people c where c.tenant_id = $1 and c.cycle_id = $2))"
    )
}

pub async fn count_cycles(db: &impl Read) -> Result<i64, DbErr> {
    db.count("select count(*) as number from cycles where tenant_id = $1", []).await
}

/// Up to `limit + 1` cycles with ids after `after`, oldest first.
pub async fn list_cycles(
    db: &impl Read,
    after: Option<CycleId>,
    limit: u32,
) -> Result<Vec<cycle::Model>, DbErr> {
    let c = columns::<cycle::Entity>("c");
    let mut sql = Conditions::new(&format!("select {c} from cycles c where c.tenant_id = $1"), []);
    sql.and_if("c.id > ?", after);
    sql.page("c.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// Who takes part in each of these cycles, as it is set.
pub async fn list_members(
    db: &impl Read,
    cycles: impl IntoIterator<Item = CycleId>,
) -> Result<HashMap<CycleId, Members>, DbErr> {
    let cycles: Vec<CycleId> = cycles.into_iter().collect();
    let mut members: HashMap<CycleId, Members> = HashMap::new();
    let d = columns::<cycle_department::Entity>("d");
    let mut sql = Conditions::new(&format!("select {d} from cycle_departments d where d.tenant_id = $1"), []);
    sql.and_one_of("d.cycle_id", cycles.iter().copied());
    for row in db.list::<cycle_department::Model>(&sql.sql, sql.values).await? {
        members.entry(row.cycle_id).or_default().departments.insert(row.department);
    }
    let c = columns::<cycle_person::Entity>("c");
    let mut sql = Conditions::new(&format!("select {c} from cycle_people c where c.tenant_id = $1"), []);
    sql.and_one_of("c.cycle_id", cycles);
    for row in db.list::<cycle_person::Model>(&sql.sql, sql.values).await? {
        members.entry(row.cycle_id).or_default().people.insert(row.person_id);
    }
    Ok(members)
}

/// Those of these ids that are people's, who are not erased.
pub async fn list_known(db: &impl Read, people: &[PersonId]) -> Result<HashSet<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        id: PersonId,
    }
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let select = "select o.id from people o where o.tenant_id = $1 and o.erased_at is null";
    let mut sql = Conditions::new(select, []);
    sql.and_one_of("o.id", people.iter().copied());
    let found: Vec<Found> = db.list(&sql.sql, sql.values).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

/// Changes who takes part in a cycle.
pub async fn change_members(
    txn: &mut Change,
    cycle: CycleId,
    before: &Members,
    after: &Members,
) -> Result<(), DbErr> {
    let tenant_id = txn.tenant();
    let (gone, new) = differences(&before.departments, &after.departments);
    if !gone.is_empty() {
        let delete = "delete from cycle_departments where tenant_id = $1 and cycle_id = $2";
        let mut sql = Conditions::new(delete, [cycle.into()]);
        sql.and_one_of("department", gone);
        txn.execute(&sql.sql, sql.values).await?;
    }
    let department = |department| cycle_department::Model { tenant_id, cycle_id: cycle, department };
    txn.insert_all(new.into_iter().map(department).collect()).await?;
    let (gone, new) = differences(&before.people, &after.people);
    if !gone.is_empty() {
        let delete = "delete from cycle_people where tenant_id = $1 and cycle_id = $2";
        let mut sql = Conditions::new(delete, [cycle.into()]);
        sql.and_one_of("person_id", gone);
        txn.execute(&sql.sql, sql.values).await?;
    }
    let person = |person_id| cycle_person::Model { tenant_id, cycle_id: cycle, person_id };
    txn.insert_all(new.into_iter().map(person).collect()).await
}

/// How many plans a cycle has that keep it from being deleted.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct PlansOfCycle {
    pub shared: i64,
    pub drafts: i64,
}

pub async fn count_plans(db: &impl Read, cycle: CycleId) -> Result<PlansOfCycle, DbErr> {
    let sql = "select count(p.shared_at) as shared, count(case when p.status = 'draft' then 1 end) as drafts \
         from plans p where p.tenant_id = $1 and p.cycle_id = $2";
    Ok(db.find(sql, [cycle.into()]).await?.unwrap_or(PlansOfCycle { shared: 0, drafts: 0 }))
}

/// How many drafts are loaded at once.
const SOME: usize = 200;

/// Takes the drafts out of a cycle that is being deleted. What is archived never changes, and keeps the id.
///
/// Lock order: a plan is locked before its cycle. Call this before the cycle is locked.
pub async fn release_drafts(txn: &mut Change, cycle: CycleId) -> Result<(), DbErr> {
    let mut after = None;
    loop {
        let drafts = lock_drafts(txn, cycle, after).await?;
        let is_last = drafts.len() < SOME;
        after = drafts.last().map(|plan| plan.id);
        for plan in drafts {
            let event = Event::PlanUpdated(plan.id);
            let released = plan::Model { cycle_id: None, ..plan.clone() };
            txn.revise(plan, released, event)?;
        }
        if is_last {
            return Ok(());
        }
    }
}

/// The first drafts of a cycle after the plan `after`, locked, in order of their ids. At most [`SOME`].
async fn lock_drafts(txn: &Change, cycle: CycleId, after: Option<PlanId>) -> Result<Vec<plan::Model>, DbErr> {
    let p = columns::<plan::Entity>("p");
    let mut sql = Conditions::new(&format!("select {p} from plans p where p.tenant_id = $1"), []);
    sql.and_all("p.cycle_id = ? and p.status = 'draft'", [cycle.into()]);
    sql.and_if("p.id > ?", after);
    sql.sql.push_str(&format!(" order by p.id limit {SOME}"));
    txn.list_for_update(&sql.sql, sql.values, "p", Locked::Wait).await
}

/// A person who takes part in a cycle.
#[derive(Debug, FromQueryResult)]
pub struct MemberRow {
    pub id: PersonId,
    pub display_name: String,
    pub title: Option<String>,
    pub department: Option<String>,
}

/// A page of the people who take part in a cycle now. Returns one row more than `limit` if there is a next page.
pub async fn list_participants(
    db: &impl Read,
    cycle: CycleId,
    after: Option<PersonId>,
    limit: u32,
) -> Result<Vec<MemberRow>, DbErr> {
    let select = members("o.id, o.display_name, o.title, o.department");
    let mut sql = Conditions::new(&select, [cycle.into()]);
    sql.and_if("o.id > ?", after);
    sql.page("o.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// How far a department is in a cycle.
#[derive(Debug, FromQueryResult)]
pub struct CoverageRow {
    /// Empty for people without a department.
    pub department: String,
    /// How many people of the department take part, also those whom an HR partner does not read.
    pub everyone: i64,
    pub people: i64,
    pub shared: i64,
    pub answered: i64,
    pub discussed: i64,
    pub agreed: i64,
    /// As it is stored for the day.
    pub prepared: Option<i32>,
}

/// How far each department is in the cycle `$2`, in one statement. For a partner, `$4`, only that HR partner's people
/// are counted, at `$3`.
pub fn coverage(for_partner: bool) -> String {
    let mine = match for_partner {
        true => format!("case when m.id in ({}) then 1 else 0 end", relations::people_of_partner()),
        false => "1".to_owned(),
    };
    // What HR sees of each person: the plan is shared, has a response that is not withdrawn, and is agreed.
    format!(
        "with members as ({members}), \
         mine as (select m.id, coalesce(m.department, '') as department, {mine} as mine from members m), \
         plans_shared as ( \
             select p.owner_id, 1 as shared, \
                 max(case when exists (select 1 from feedback f where f.tenant_id = $1 and f.plan_id = p.id \
                     and f.status <> 'draft' and f.revision > p.closed_up_to) then 1 else 0 end) as answered, \
                 max(case when exists (select 1 from discussions d where d.tenant_id = $1 and d.plan_id = p.id \
                     and d.status = 'held' and d.revision > p.closed_up_to) then 1 else 0 end) as discussed, \
                 max(case when p.status in ('agreed', 'completed') or p.status = 'archived' \
                     and p.owner_agreed_at is not null and (p.agreed_without_manager or exists ( \
                         select 1 from agreements a where a.tenant_id = $1 and a.plan_id = p.id \
                             and a.revision = p.latest_revision)) then 1 else 0 end) as agreed \
             from plans p where p.tenant_id = $1 and p.cycle_id = $2 and p.shared_at is not null \
             group by p.owner_id), \
         numbers as (select n.department, n.prepared from cycle_counts n \
             where n.tenant_id = $1 and n.cycle_id = $2) \
         select m.department, count(*) as everyone, cast(sum(m.mine) as bigint) as people, \
             cast(coalesce(sum(m.mine * s.shared), 0) as bigint) as shared, \
             cast(coalesce(sum(m.mine * s.answered), 0) as bigint) as answered, \
             cast(coalesce(sum(m.mine * s.discussed), 0) as bigint) as discussed, \
             cast(coalesce(sum(m.mine * s.agreed), 0) as bigint) as agreed, \
             min(q.prepared) as prepared \
         from mine m left join plans_shared s on s.owner_id = m.id left join numbers q on q.department = m.department \
         group by m.department order by m.department",
        members = members("o.id, o.department")
    )
}

/// How far each department is in a cycle. With a `partner`, only that HR partner's people are counted.
pub async fn list_coverage(
    db: &impl Read,
    cycle: CycleId,
    partner: Option<&Identity>,
) -> Result<Vec<CoverageRow>, DbErr> {
    let mut values = vec![cycle.into()];
    if let Some(caller) = partner {
        values.extend([caller.now.into(), caller.id_or_nil().into()]);
    }
    db.list(&coverage(partner.is_some()), values).await
}

/// A person who takes part in a cycle, with what the person has in it. Numbers, because SQLite has no booleans.
#[derive(Debug, FromQueryResult)]
pub struct StateRow {
    pub id: PersonId,
    pub department: String,
    /// Greater than 0 if the person has a draft of the cycle, and none of the person's plans there was ever shared or
    /// in another cycle.
    pub draft: i64,
    /// Greater than 0 if a draft of the cycle has no blocker.
    pub ready: i64,
    /// Greater than 0 if a plan of the cycle is shared.
    pub shared: i64,
}

/// What each participant of a cycle has in it, for the numbers of the day. The answers themselves are not read.
pub async fn list_states(db: &impl Read, cycle: CycleId) -> Result<Vec<StateRow>, DbErr> {
    let sql = format!(
        "with members as ({members}), \
         states as ( \
             select p.owner_id, \
                 min(case when p.latest_revision > 0 or p.cycle_changed then 0 else 1 end) as private, \
                 max(case when p.status = 'draft' then 1 else 0 end) as draft, \
                 max(case when p.status = 'draft' and p.answers_complete and g.items + g.cancelled > 0 \
                     then 1 else 0 end) as ready, \
                 max(case when p.shared_at is not null then 1 else 0 end) as shared \
             from plans p left join plan_progress g on g.tenant_id = p.tenant_id and g.plan_id = p.id \
             where p.tenant_id = $1 and p.cycle_id = $2 group by p.owner_id) \
         select m.id, coalesce(m.department, '') as department, \
             cast(coalesce(s.private * s.draft, 0) as bigint) as draft, \
             cast(coalesce(s.ready, 0) as bigint) as ready, cast(coalesce(s.shared, 0) as bigint) as shared \
         from members m left join states s on s.owner_id = m.id order by m.id",
        members = members("o.id, o.department")
    );
    db.list(&sql, [cycle.into()]).await
}

/// The stored numbers of a cycle.
pub async fn list_counts(db: &impl Read, cycle: CycleId) -> Result<Vec<cycle_count::Model>, DbErr> {
    let n = columns::<cycle_count::Entity>("n");
    let sql = format!(
        "select {n} from cycle_counts n where n.tenant_id = $1 and n.cycle_id = $2 order by n.department"
    );
    db.list(&sql, [cycle.into()]).await
}

/// How many earlier cycles differ from this one in some people, but fewer than `least`.
pub async fn count_alike(db: &impl Read, cycle: CycleId, least: usize) -> Result<i64, DbErr> {
    let sql = format!(
        "with members as ( \
             select c.cycle_id, o.id from cycle_people c \
             join people o on o.tenant_id = c.tenant_id and o.id = c.person_id \
             where c.tenant_id = $1 and c.cycle_id <= $2 and o.active \
             union select d.cycle_id, o.id from cycle_departments d \
             join people o on o.tenant_id = d.tenant_id and o.department = d.department \
             where d.tenant_id = $1 and d.cycle_id <= $2 and o.active), \
         own as (select id from members where cycle_id = $2), \
         sizes as ( \
             select m.cycle_id, count(*) as size, count(w.id) as common \
             from members m left join own w on w.id = m.id where m.cycle_id <> $2 group by m.cycle_id) \
         select count(*) as number from sizes s cross join (select count(*) as size from own) w \
         where s.size + w.size - 2 * s.common between 1 and {least} - 1"
    );
    db.count(&sql, [cycle.into()]).await
}
