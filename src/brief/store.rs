//! Queries for the brief.

use std::collections::HashMap;

use sea_orm::DbErr;

use crate::{
    db::{Conditions, Read},
    http::PersonRef,
    ids::PersonId,
};

/// The names of these people.
pub async fn list_names(db: &impl Read, people: &[PersonId]) -> Result<HashMap<PersonId, String>, DbErr> {
    let select = "select p.id, p.display_name, p.title from people p where p.tenant_id = $1";
    let mut sql = Conditions::new(select, []);
    sql.and_one_of("p.id", people.iter().copied());
    let people: Vec<PersonRef> = db.list(&sql.sql, sql.values).await?;
    Ok(people.into_iter().map(|person| (person.id, person.display_name)).collect())
}
