//! Bringing the schema up to date.

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};

use super::{
    Database,
    distribution::{self, Progress},
    positions,
};

/// Migrations of several processes run one after the other: they take an advisory lock, whose number is arbitrary, and
/// wait for it as long as it takes. A step may take long, so it has no time limit; `lock_timeout` holds for the locks
/// that it takes, as requests queue behind a lock that waits. Citus must change the shards of a node one after the
/// other if a transaction changes several tables with foreign keys between them; a server without Citus ignores the
/// setting.
const MIGRATION_LOCK: &str = "set local statement_timeout = 0; set local lock_timeout = 0; \
     select pg_advisory_xact_lock(4722090817); set local lock_timeout to default; \
     set local citus.multi_shard_modify_mode = 'sequential'";

impl Database {
    /// Brings the schema up to date, distributes it if the database is on Citus, and calls `report` before each step.
    /// Concurrent calls wait for each other.
    pub async fn migrate(&self, mut report: impl FnMut(Progress<'_>)) -> Result<(), DbErr> {
        let connection = self.writes.connect_for_migration().await?;
        let outcome = take_steps(&connection, &mut report).await;
        connection.close().await?;
        outcome
    }

    /// The names of all steps, each with whether it has been taken.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>, DbErr> {
        self.check_file()?;
        steps(&self.reads).await
    }
}

async fn take_steps(db: &DatabaseConnection, report: &mut impl FnMut(Progress<'_>)) -> Result<(), DbErr> {
    loop {
        let txn = db.begin().await?;
        if txn.get_database_backend() == DbBackend::Postgres {
            txn.execute_unprepared(MIGRATION_LOCK).await?;
        }
        let pending = steps(&txn).await?.into_iter().find(|(_, taken)| !taken);
        let Some((step, _)) = pending else {
            positions::settle(&txn).await?;
            distribution::distribute(&txn, report).await?;
            return txn.commit().await;
        };
        report(Progress::Step(&step));
        Migrator::up(&txn, Some(1)).await?;
        // Its new tables must not be seen before they are where the others are.
        if distribution::is_distributed(&txn).await? {
            distribution::distribute(&txn, report).await?;
        }
        txn.commit().await?;
    }
}

/// The names of all steps, each with whether it has been taken. Steps of a newer release, which may run on the same
/// database during an update, are left out.
async fn steps(db: &impl ConnectionTrait) -> Result<Vec<(String, bool)>, DbErr> {
    let backend = db.get_database_backend();
    let there = match backend {
        DbBackend::Postgres => "select 1 where to_regclass('seaql_migrations') is not null",
        _ => "select 1 from sqlite_schema where name = 'seaql_migrations'",
    };
    let mut taken = Vec::new();
    if db.query_one_raw(Statement::from_string(backend, there)).await?.is_some() {
        let sql = Statement::from_string(backend, "select version from seaql_migrations");
        let rows = db.query_all_raw(sql).await?;
        taken = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?;
    }
    let steps = Migrator::get_migration_files();
    Ok(steps
        .iter()
        .map(|step| (step.name().to_owned(), taken.iter().any(|name| name == step.name())))
        .collect())
}
