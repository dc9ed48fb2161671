//! What a distributed PostgreSQL requires: every unique constraint holds the column by which the table is distributed.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The id of a tenant is a UUIDv5 of its name, so that equal names have equal ids. SQLite, which cannot drop a
/// constraint, keeps this one: it says no more than the primary key.
const POSTGRES: &str = "alter table tenants drop constraint tenants_name_unique";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(POSTGRES).await?;
        }
        Ok(())
    }
}
