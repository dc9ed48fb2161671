//! What is kept of an answer for retries: which resource it shows, in place of its body. And the key that the service
//! makes itself, for an installation that sets none.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager.get_connection(), include_str!("m20261127_000020_kept_answers.sql")).await
    }
}
