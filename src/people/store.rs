//! Queries about people.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::{Conditions, Key, Order, Read},
    entity::{columns, person},
    ids::PersonId,
    names,
    record::Change,
};

/// Selects people; `$1` is the tenant. Append further conditions.
fn select() -> String {
    format!("select {} from people p where p.tenant_id = $1", columns::<person::Entity>("p"))
}

/// A person and the name of their manager.
#[derive(Debug, FromQueryResult)]
pub struct PersonRow {
    #[sea_orm(nested)]
    pub person: person::Model,
    pub manager_display_name: Option<String>,
}

pub async fn find_person_and_manager(db: &impl Read, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    let sql = format!(
        "select {p}, m.display_name as manager_display_name from people p \
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
    sql.page_in(order, "p.updated_at", after, limit);
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

/// Sets the manager of all people whose `manager_external_id` is among `arrived`, the external ids of new people.
/// Returns the ids of the updated people.
pub async fn resolve_managers(txn: &Change, arrived: &[String]) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Resolved {
        id: PersonId,
    }
    if arrived.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Conditions::new(
        "update people set updated_at = $2, version = version + 1, manager_id = (select m.id from people m \
             where m.tenant_id = $1 and m.external_id = people.manager_external_id) \
         where tenant_id = $1 and manager_id is null",
        [txn.now().into()],
    );
    sql.and_one_of("manager_external_id", arrived.iter().map(String::as_str));
    sql.sql.push_str(" returning id");
    let resolved: Vec<Resolved> = txn.update_returning(&sql.sql, sql.values).await?;
    Ok(resolved.into_iter().map(|person| person.id).collect())
}
