//! Queries of SCIM. Each leaves out who was deleted by SCIM.

use sea_orm::DbErr;

use super::condition::Condition;
use crate::{
    db::{Conditions, Read},
    entity::{columns, person},
    ids::PersonId,
    names,
};

fn select_users() -> String {
    let columns = columns::<person::Entity>("p");
    format!("select {columns} from people p where p.tenant_id = $1 and p.deleted_at is null")
}

pub async fn find_user(db: &impl Read, id: PersonId) -> Result<Option<person::Model>, DbErr> {
    db.find(&format!("{} and p.id = $2", select_users()), [id.into()]).await
}

/// The users from `offset` on, at most `limit`, in the order of `sort`.
pub async fn list_users(
    db: &impl Read,
    condition: &Condition,
    sort: &str,
    offset: i64,
    limit: i64,
) -> Result<Vec<person::Model>, DbErr> {
    let mut sql = filtered(&select_users(), condition);
    sql.sql.push_str(&format!(" order by {sort} limit {limit} offset {offset}"));
    db.list(&sql.sql, sql.values).await
}

pub async fn count_users(db: &impl Read, condition: &Condition) -> Result<i64, DbErr> {
    let select = "select count(*) as number from people p where p.tenant_id = $1 and p.deleted_at is null";
    let sql = filtered(select, condition);
    db.count(&sql.sql, sql.values).await
}

fn filtered(select: &str, condition: &Condition) -> Conditions {
    let mut sql = Conditions::new(select, []);
    if !condition.sql.is_empty() {
        sql.and_all(&condition.sql, condition.values.iter().cloned());
    }
    sql
}

/// The person with this `external_id`, deleted or not.
pub async fn find_by_external_id(db: &impl Read, external_id: &str) -> Result<Option<person::Model>, DbErr> {
    let columns = columns::<person::Entity>("p");
    let sql = format!("select {columns} from people p where p.tenant_id = $1 and p.external_id = $2");
    db.find(&sql, [external_id.into()]).await
}

/// The person who was deleted last of those with this user name and without an `externalId`.
pub async fn find_deleted(db: &impl Read, user_name: &str) -> Result<Option<person::Model>, DbErr> {
    let columns = columns::<person::Entity>("p");
    let sql = format!(
        "select {columns} from people p where p.tenant_id = $1 and p.user_name_key = $2 \
             and p.deleted_at is not null and p.erased_at is null and not p.external_id_given \
         order by p.deleted_at desc, p.id desc limit 1"
    );
    db.find(&sql, [names::key(user_name).into()]).await
}
