//! Look-ups in the directory: people by the beginnings of the words of their names, and people who wait for a manager.

use std::collections::BTreeSet;

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend, Statement, Value, prelude::Uuid},
};

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Words are compared byte by byte, so that those with one beginning stand together. SQLite does so anyway.
const COLLATION: &str = "alter table person_words alter column word type text collate \"C\"";

/// People of one read of the directory.
const PAGE: usize = 1_000;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        run(connection, include_str!("m20261127_000050_directory.sql")).await?;
        let backend = manager.get_database_backend();
        if backend == DbBackend::Postgres {
            connection.execute_unprepared(COLLATION).await?;
        }
        fill(connection, backend).await
    }
}

/// Adds the words of the people who are there.
async fn fill(connection: &impl ConnectionTrait, backend: DbBackend) -> Result<(), DbErr> {
    let mut last: Option<[Value; 2]> = None;
    loop {
        let after = if last.is_some() { "where (tenant_id, id) > ($1, $2)" } else { "" };
        let sql = format!(
            "select tenant_id, id, display_name from people {after} order by tenant_id, id limit {PAGE}"
        );
        let values = last.take().into_iter().flatten();
        let people = connection.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let mut rows: Vec<[Value; 3]> = Vec::new();
        for person in &people {
            let tenant: Uuid = person.try_get_by_index(0)?;
            let id: Uuid = person.try_get_by_index(1)?;
            let name: String = person.try_get_by_index(2)?;
            rows.extend(words(&name).into_iter().map(|word| [tenant.into(), word.into(), id.into()]));
            last = Some([tenant.into(), id.into()]);
        }
        for rows in rows.chunks(PAGE) {
            let places =
                (0..rows.len()).map(|row| format!("(${}, ${}, ${})", 3 * row + 1, 3 * row + 2, 3 * row + 3));
            let places = places.collect::<Vec<_>>().join(", ");
            let sql = format!("insert into person_words (tenant_id, word, person_id) values {places}");
            let values = rows.iter().flatten().cloned();
            connection.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
        if people.len() < PAGE {
            return Ok(());
        }
    }
}

/// The words of a name in lower case, each once. As the service had them when this migration was written.
fn words(name: &str) -> BTreeSet<String> {
    let name = name.to_lowercase();
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
