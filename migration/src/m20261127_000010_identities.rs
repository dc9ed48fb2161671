//! Identities that are linked to people, what was set aside when a link ended, and names that are compared without case.
//!
//! Names are normalised in Rust, because SQLite lowers ASCII letters only. Names of inactive people are free: the unique
//! constraint on `user_name` gives way to a unique index over the normalised names of active people. Names that collide
//! under the new comparison are marked and left out of that index, so that the migration never fails.

use std::collections::HashMap;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{DbBackend, Statement, prelude::Uuid},
};
use unicode_normalization::UnicodeNormalization;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &str = include_str!("m20261127_000010_identities.sql");

/// SQLite cannot drop a constraint: the table is copied. The connection of migrations does not enforce foreign keys.
const SQLITE_PEOPLE: &str = "
create table people_copy (
    tenant_id uuid not null,
    id uuid not null,
    external_id text not null,
    user_name text not null,
    display_name text not null,
    email text,
    manager_id uuid,
    manager_external_id text,
    department text,
    title text,
    time_zone text not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint people_pk primary key (tenant_id, id),
    constraint people_external_id_unique unique (tenant_id, external_id),
    constraint people_tenant_fk foreign key (tenant_id) references tenants (id),
    constraint people_manager_fk foreign key (tenant_id, manager_id) references people (tenant_id, id)
);
insert into people_copy select tenant_id, id, external_id, user_name, display_name, email, manager_id,
    manager_external_id, department, title, time_zone, active, created_at, updated_at, version from people;
drop table people;
alter table people_copy rename to people;
create index people_by_manager on people (tenant_id, manager_id, id);
create index people_by_awaited_manager on people (tenant_id, manager_external_id);
create index people_by_update on people (tenant_id, updated_at, id);
";

const POSTGRES_PEOPLE: &str = "alter table people drop constraint people_user_name_unique";

/// How many people are written by one statement.
const BATCH: usize = 1000;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = manager.get_database_backend();
        let people = if backend == DbBackend::Postgres { POSTGRES_PEOPLE } else { SQLITE_PEOPLE };
        connection.execute_unprepared(people).await?;
        connection.execute_unprepared(TABLES).await?;
        normalise_names(connection).await?;
        if backend == DbBackend::Sqlite {
            let check = Statement::from_string(backend, "pragma foreign_key_check");
            if connection.query_one_raw(check).await?.is_some() {
                return Err(DbErr::Migration("a row refers to a row that does not exist".into()));
            }
        }
        Ok(())
    }
}

/// Stores the normalised names of everyone, and the names of today as those by which people may link.
async fn normalise_names(connection: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    let select = "select tenant_id, id, external_id, user_name, email, active from people";
    let rows = connection.query_all_raw(Statement::from_string(backend, select)).await?;
    let mut people = Vec::with_capacity(rows.len());
    let mut holders: HashMap<(Uuid, String), usize> = HashMap::new();
    for row in rows {
        let tenant: Uuid = row.try_get_by_index(0)?;
        let (id, active): (Uuid, bool) = (row.try_get_by_index(1)?, row.try_get_by_index(5)?);
        let (external_id, user_name): (String, String) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let (external_id, user_name) = (key(&external_id), key(&user_name));
        let email: Option<String> = row.try_get_by_index(4)?;
        if active {
            *holders.entry((tenant, user_name.clone())).or_default() += 1;
        }
        people.push((tenant, id, external_id, user_name, email.as_deref().map(key), active));
    }
    for batch in people.chunks(BATCH) {
        let mut values: Vec<Value> = Vec::with_capacity(batch.len() * 6);
        let mut tuples = Vec::with_capacity(batch.len());
        for (tenant, id, external_id, user_name, email, active) in batch {
            let first = values.len() + 1;
            tuples.push(format!(
                "({})",
                (first..first + 6).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
            ));
            let holders = holders.get(&(*tenant, user_name.clone())).copied().unwrap_or_default();
            values.extend::<[Value; 6]>([
                (*tenant).into(),
                (*id).into(),
                external_id.clone().into(),
                user_name.clone().into(),
                email.clone().into(),
                (*active && holders > 1).into(),
            ]);
        }
        let update = format!(
            "update people set external_id_key = v.column3, user_name_key = v.column4, email_key = v.column5, \
             user_name_collides = v.column6, link_name = v.column4, link_email = v.column5 \
             from (values {}) v where people.tenant_id = v.column1 and people.id = v.column2",
            tuples.join(", ")
        );
        connection.execute_raw(Statement::from_sql_and_values(backend, update, values)).await?;
    }
    Ok(())
}

/// A name as it is compared: without case, trimmed, in NFC. As `names::key` was when this step was written.
fn key(text: &str) -> String {
    let lower = text.trim().nfc().collect::<String>().to_lowercase().replace('ς', "σ");
    lower.nfc().collect()
}
