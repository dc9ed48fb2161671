//! Room in the change feed for what was told after a backup was made that has been restored.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// SQLite counts places on from here. PostgreSQL's are moved by its function.
const SQLITE: &str = "
drop trigger events_take_position;
create trigger events_take_position after insert on events when new.in_feed begin
    update events set position = 1 + max(
        coalesce((select max(position) from events where tenant_id = new.tenant_id and in_feed), 0),
        coalesce((select max(forgotten_position, restored_position) from tenants where id = new.tenant_id), 0))
    where tenant_id = new.tenant_id and id = new.id;
end;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(include_str!("m20261123_000006_restoring.sql")).await?;
        if manager.get_database_backend() == DbBackend::Sqlite {
            connection.execute_unprepared(SQLITE).await?;
        }
        Ok(())
    }
}
