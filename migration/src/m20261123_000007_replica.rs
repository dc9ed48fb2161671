//! Whether a replica has all that a tenant has, told by the places of events. Those that are not in the change feed have
//! an index of their own, so that an event is still in one.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite has no replicas.
        if manager.get_database_backend() == DbBackend::Postgres {
            let index = "create index events_beside_feed on events (tenant_id, position) where not in_feed";
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }
}
