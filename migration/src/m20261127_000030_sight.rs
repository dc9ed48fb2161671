//! What others see of a plan: revisions closed by a withdrawal, versions that move only with what is seen, agreements
//! that belong to a person, progress recorded while a plan is a draft.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The id of the plan that an event `e` is about, taken from its subject, `plans/{id}`.
const POSTGRES_PLAN: &str = "case when e.subject like 'plans/%' then cast(substr(e.subject, 7) as uuid) end";
const SQLITE_PLAN: &str = "unhex(replace(substr(e.subject, 7), '-', ''))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        let plan = if postgres { POSTGRES_PLAN } else { SQLITE_PLAN };
        let sql = include_str!("m20261127_000030_sight.sql").replace("{plan}", plan);
        run(manager.get_connection(), &sql).await
    }
}
