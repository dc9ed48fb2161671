//! How PostgreSQL keeps answers, which are read with every list: compressed by what is fastest to undo, and in the row
//! they belong to rather than in a table beside it. Rows that are there stay as they are.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A server may have been built without LZ4.
const POSTGRES: &str = "
do $$ begin
    alter table plans alter column answers set compression lz4;
    alter table revisions alter column answers set compression lz4, alter column action_items set compression lz4;
exception when feature_not_supported then null;
end $$;
alter table revisions set (toast_tuple_target = 4080);
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(POSTGRES).await?;
        }
        Ok(())
    }
}
