//! The schema, step by step. A step expands what is there and a later one contracts it, so that
//! two neighbouring releases can work on one database; there is no way down.

use sea_orm_migration::{MigrationTrait, async_trait};
pub use sea_orm_migration::{MigratorTrait, SchemaManager, sea_orm::DbErr};

mod m20261123_000001_initial;
mod m20261123_000002_change_feed;
mod m20261123_000003_reminders;
mod m20261123_000004_webhooks;
mod m20261123_000005_traces;
mod m20261123_000006_restoring;
mod m20261123_000007_replica;
mod m20261123_000008_layout;
mod m20261127_000010_identities;
mod m20261127_000020_kept_answers;
mod m20261127_000030_sight;
mod m20261127_000050_directory;
mod m20261127_000120_plan_progress;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_initial::Migration),
            Box::new(m20261123_000002_change_feed::Migration),
            Box::new(m20261123_000003_reminders::Migration),
            Box::new(m20261123_000004_webhooks::Migration),
            Box::new(m20261123_000005_traces::Migration),
            Box::new(m20261123_000006_restoring::Migration),
            Box::new(m20261123_000007_replica::Migration),
            Box::new(m20261123_000008_layout::Migration),
            Box::new(m20261127_000010_identities::Migration),
            Box::new(m20261127_000020_kept_answers::Migration),
            Box::new(m20261127_000030_sight::Migration),
            Box::new(m20261127_000050_directory::Migration),
            Box::new(m20261127_000120_plan_progress::Migration),
        ]
    }
}
