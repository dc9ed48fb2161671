//! The progress of plans, kept beside them instead of counted item by item whenever a plan is read.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use super::{is_distributed, run};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Room on each page for the next version of a row: an update that changes no indexed column then writes no index.
const ROOM: &str = "alter table action_items set (fillfactor = 85)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        // Each change of an item makes a new version of the row; a page half full takes it in.
        let storage = if postgres { " with (fillfactor = 50)" } else { " without rowid" };
        let sql = include_str!("m20261127_000120_plan_progress.sql").replace("{storage}", storage);
        run(connection, &sql).await?;
        if postgres {
            connection.execute_unprepared(ROOM).await?;
            if !is_distributed(connection).await? {
                let count = include_str!("m20261127_000120_plan_progress.postgres.sql");
                connection.execute_unprepared(count).await?;
            }
        }
        Ok(())
    }
}
