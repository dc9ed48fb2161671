//! The agreement of a plan's present manager, kept in the plan: changes of the directory look it up, reads do not.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use super::{is_distributed, run};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        run(connection, include_str!("m20261127_000260_agreement.sql")).await?;
        if manager.get_database_backend() == DbBackend::Postgres && !is_distributed(connection).await? {
            let look_up = include_str!("m20261127_000260_agreement.postgres.sql");
            connection.execute_unprepared(look_up).await?;
        }
        Ok(())
    }
}
