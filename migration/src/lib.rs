//! The schema, step by step. A step expands what is there and a later one contracts it, so that
//! two neighbouring releases can work on one database; there is no way down.

use sea_orm_migration::{
    MigrationTrait, async_trait,
    sea_orm::{ConnectionTrait, DbBackend, Statement},
};
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
mod m20261127_000100_distribution;
mod m20261127_000120_plan_progress;
mod m20261127_000200_scim;
mod m20261127_000220_audit;
mod m20261127_000230_relations;
mod m20261127_000240_erasure;
mod m20261127_000241_retention;
mod m20261127_000260_agreement;
mod m20261127_000300_team_history;
mod m20261127_000310_discussions;
mod m20261127_000320_comments;
mod m20261127_000330_renewal;
mod m20261127_000331_cycles;
mod m20261127_000340_references;
mod m20261127_000341_questionnaires;
mod m20261127_000342_templates;
mod m20261127_000360_reference_counts;
mod m20261128_000370_reminders;

/// Runs the statements of a text, each alone: Citus passes the text of a statement on to its nodes, which take no more than
/// one. Each ends with a semicolon at the end of a line.
async fn run(connection: &impl ConnectionTrait, statements: &str) -> Result<(), DbErr> {
    for statement in statements.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()) {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Whether Citus distributes the tables. It allows no such triggers on them.
async fn is_distributed(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let found = async |sql| {
        let row = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        Ok::<_, DbErr>(row.is_some())
    };
    let extension = "select 1 from pg_extension where extname = 'citus'";
    let distributed = "select 1 from pg_dist_partition where logicalrelid = to_regclass('action_items')";
    Ok(found(extension).await? && found(distributed).await?)
}

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
            Box::new(m20261127_000100_distribution::Migration),
            Box::new(m20261127_000120_plan_progress::Migration),
            Box::new(m20261127_000200_scim::Migration),
            Box::new(m20261127_000220_audit::Migration),
            Box::new(m20261127_000230_relations::Migration),
            Box::new(m20261127_000240_erasure::Migration),
            Box::new(m20261127_000241_retention::Migration),
            Box::new(m20261127_000260_agreement::Migration),
            Box::new(m20261127_000310_discussions::Migration),
            Box::new(m20261127_000340_references::Migration),
            Box::new(m20261127_000341_questionnaires::Migration),
            Box::new(m20261127_000342_templates::Migration),
            Box::new(m20261127_000300_team_history::Migration),
            Box::new(m20261127_000320_comments::Migration),
            Box::new(m20261127_000330_renewal::Migration),
            Box::new(m20261127_000331_cycles::Migration),
            Box::new(m20261127_000360_reference_counts::Migration),
            Box::new(m20261128_000370_reminders::Migration),
        ]
    }
}
