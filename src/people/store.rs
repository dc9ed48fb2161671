//! Queries about people.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use uuid::Uuid;

use super::directory::words_with;
use crate::{
    db::{Conditions, Key, Order, Read},
    entity::{columns, person, relation},
    ids::PersonId,
    names,
    record::Change,
    requests::import::BATCH,
};

/// Selects people; `$1` is the tenant. Append further conditions.
fn select() -> String {
    format!("select {} from people p where p.tenant_id = $1", columns::<person::Entity>("p"))
}

/// A person, with name and title of their manager.
#[derive(Debug, FromQueryResult)]
pub struct PersonRow {
    #[sea_orm(nested)]
    pub person: person::Model,
    pub manager_display_name: Option<String>,
    pub manager_title: Option<String>,
}

pub async fn find_person_and_manager(db: &impl Read, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    let sql = format!(
        "select {p}, m.display_name as manager_display_name, m.title as manager_title from people p \
         left join people m on m.tenant_id = p.tenant_id and m.id = p.manager_id and m.active \
         where p.tenant_id = $1 and p.id = $2",
        p = columns::<person::Entity>("p")
    );
    db.find(&sql, [id.into()]).await
}

/// Filters for a list of people.
#[derive(Debug, Default)]
pub struct PersonFilter {
    pub active: Option<bool>,
    pub department: Option<String>,
    pub manager_id: Option<PersonId>,
    pub external_id: Option<String>,
    pub user_name: Option<String>,
    pub updated_since: Option<DateTime<Utc>>,
    /// Beginnings of words of the name.
    pub beginnings: Vec<String>,
}

/// The key of the last person of the previous page.
pub type PersonKey = Key<PersonId>;

/// A page of the people of the tenant. Returns one row more than `limit` if there is a next page.
pub async fn list_people(
    db: &impl Read,
    filter: PersonFilter,
    order: Order,
    after: Option<PersonKey>,
    limit: u32,
) -> Result<Vec<person::Model>, DbErr> {
    let mut sql = Conditions::new(&select(), []);
    sql.and_if("p.active = ?", filter.active);
    sql.and_if("p.department = ?", filter.department);
    sql.and_if("p.manager_id = ?", filter.manager_id);
    sql.and_if("p.external_id = ?", filter.external_id);
    sql.and_if("p.user_name_key = ?", filter.user_name.as_deref().map(names::key));
    sql.and_if("p.updated_at >= ?", filter.updated_since);
    for beginning in &filter.beginnings {
        let named = "p.id in (select w.person_id from person_words w \
             where w.tenant_id = $1 and w.word >= ? and w.word < ?)";
        sql.and_all(named, words_with(beginning));
    }
    sql.page_in(order, "p.updated_at", after, limit);
    if filter.updated_since.is_some() || !filter.beginnings.is_empty() {
        sql.plan_each_time();
    }
    db.list(&sql.sql, sql.values).await
}

/// The people with one of these external ids or user names. A union, so that each part can use an index of its own.
pub async fn list_named(
    db: &impl Read,
    external_ids: &[&str],
    user_names: &[&str],
) -> Result<Vec<person::Model>, DbErr> {
    let select = select();
    let mut sql = Conditions::new(&select, []);
    sql.and_one_of("p.external_id", external_ids.iter().copied());
    sql.sql.push_str(" union ");
    sql.sql.push_str(&select);
    sql.and_one_of("p.user_name_key", user_names.iter().map(|name| names::key(name)));
    db.list(&sql.sql, sql.values).await
}

/// A person who is named as a manager, or is above one in the hierarchy.
#[derive(Debug, FromQueryResult)]
pub struct Superior {
    pub id: PersonId,
    pub external_id: String,
    /// The `external_id` of this person's own manager, who may not exist yet.
    pub manager_external_id: Option<String>,
}

/// The people with these `external_id`s, and all people above them.
///
/// The recursive query walks up from manager to manager. `union` without `all` removes duplicates, so each person is
/// visited once, and the query also ends if the managers form a cycle.
pub async fn list_superiors(db: &impl Read, external_ids: &[&str]) -> Result<Vec<Superior>, DbErr> {
    const SELECT: &str = "select p.id, p.external_id, p.manager_id, p.manager_external_id from people p";
    let mut sql = Conditions::new(&format!("with recursive above as ({SELECT} where p.tenant_id = $1"), []);
    sql.and_one_of("p.external_id", external_ids.iter().copied());
    sql.sql.push_str(&format!(
        " union {SELECT} join above a on p.tenant_id = $1 and p.id = a.manager_id) \
         select a.id, a.external_id, coalesce(m.external_id, a.manager_external_id) as manager_external_id \
         from above a left join people m on m.tenant_id = $1 and m.id = a.manager_id"
    ));
    db.list(&sql.sql, sql.values).await
}

/// Frees the user names of people who give them up in this change, so that others can take them: a unique index is
/// checked row by row. The rows of these people are written later in the same change.
pub async fn free_user_names(txn: &mut Change, people: &[PersonId]) -> Result<(), DbErr> {
    for people in people.chunks(BATCH) {
        // No one can know this text beforehand, so no one has such a name.
        let prefix = format!("{}:", txn.id::<Uuid>());
        let mut sql = Conditions::new(
            "update people set user_name_key = cast($2 as text) || user_name_key where tenant_id = $1",
            [prefix.into()],
        );
        sql.and_one_of("id", people.iter().copied());
        txn.execute(&sql.sql, sql.values).await?;
    }
    Ok(())
}

/// The people after `after` who wait for their manager, by id: the manager is named, but was not in the directory. At
/// most `limit`.
///
/// The import compares them with those who have arrived. A join in SQL would take the product of both: without
/// statistics, as in a new database, PostgreSQL expects one person to wait and compares each with each.
pub async fn list_waiting(
    db: &impl Read,
    after: Option<PersonId>,
    limit: u32,
) -> Result<Vec<person::Model>, DbErr> {
    let mut sql = Conditions::new(&select(), []);
    sql.and("p.manager_id is null and p.manager_external_id is not null");
    sql.and_if("p.id > ?", after);
    sql.sql.push_str(&format!(" order by p.id limit {limit}"));
    db.list(&sql.sql, sql.values).await
}

/// Some of the people who wait for one of these managers, at most `limit`. Without an order, so that the index of
/// awaited managers finds them.
pub async fn list_waiting_for(
    db: &impl Read,
    managers: &[&str],
    limit: u32,
) -> Result<Vec<person::Model>, DbErr> {
    let mut sql = Conditions::new(&select(), []);
    sql.and("p.manager_id is null");
    sql.and_one_of("p.manager_external_id", managers.iter().copied());
    sql.sql.push_str(&format!(" limit {limit}"));
    db.list(&sql.sql, sql.values).await
}

/// The relations of a person, by kind, start and person.
pub async fn list_relations(db: &impl Read, person: PersonId) -> Result<Vec<relation::Model>, DbErr> {
    let x = columns::<relation::Entity>("x");
    let sql = format!(
        "select {x} from relations x where x.tenant_id = $1 and x.person_id = $2 \
         order by x.kind, x.starts_at, x.other_id"
    );
    db.list(&sql, [person.into()]).await
}

#[derive(FromQueryResult)]
struct Found {
    id: PersonId,
}

/// Those among `people` who are active.
pub async fn list_active(db: &impl Read, people: &[PersonId]) -> Result<HashSet<PersonId>, DbErr> {
    let mut sql = Conditions::new("select p.id from people p where p.tenant_id = $1 and p.active", []);
    sql.and_one_of("p.id", people.iter().copied());
    let found: Vec<Found> = db.list(&sql.sql, sql.values).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

/// Those among `people` who report to `person`, directly or over others, by the directory and by acting managers who
/// are or will be in force.
///
/// The recursive query walks up from each of them. `union` without `all` ends it if the managers form a cycle.
pub async fn list_below(
    txn: &Change,
    person: PersonId,
    people: &[PersonId],
) -> Result<HashSet<PersonId>, DbErr> {
    let mut sql = Conditions::new(
        "with recursive line (first_id, id) as ( \
             select p.id, p.id from people p where p.tenant_id = $1",
        [person.into(), txn.now().into()],
    );
    sql.and_one_of("p.id", people.iter().copied());
    sql.sql.push_str(
        " union select l.first_id, case when k.number = 1 then p.manager_id else x.other_id end \
             from line l \
             join people p on p.tenant_id = $1 and p.id = l.id \
             left join relations x on x.tenant_id = $1 and x.person_id = l.id and x.kind = 'acting' \
                 and (x.ends_at is null or x.ends_at > $3) \
             cross join (select 1 as number union all select 2 as number) k) \
         select distinct l.first_id as id from line l where l.id = $2",
    );
    let found: Vec<Found> = txn.list(&sql.sql, sql.values).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}
