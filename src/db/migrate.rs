//! Bringing the schema up to date.

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};

use super::{Database, positions};

/// Migrations of several processes run one after the other: they take an advisory lock, whose number is arbitrary.
/// A step may take long, so it has no time limit; `lock_timeout` still holds, as requests queue behind a lock that
/// waits.
const MIGRATION_LOCK: &str = "set local statement_timeout = 0; select pg_advisory_xact_lock(4722090817)";

impl Database {
    /// Brings the schema up to date and calls `report` before each step. Concurrent calls wait for each other.
    pub async fn migrate(&self, report: impl FnMut(&str)) -> Result<(), DbErr> {
        let connection = self.writes.connect_for_migration().await?;
        let outcome = take_steps(&connection, report).await;
        connection.close().await?;
        outcome
    }

    /// The names of all steps, each with whether it has been taken.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>, DbErr> {
        self.check_file()?;
        steps(&self.reads).await
    }
}

async fn take_steps(db: &DatabaseConnection, mut report: impl FnMut(&str)) -> Result<(), DbErr> {
    loop {
        let txn = db.begin().await?;
        if txn.get_database_backend() == DbBackend::Postgres {
            txn.execute_unprepared(MIGRATION_LOCK).await?;
        }
        let pending = steps(&txn).await?.into_iter().find(|(_, taken)| !taken);
        let Some((step, _)) = pending else {
            positions::settle(&txn).await?;
            return txn.commit().await;
        };
        report(&step);
        Migrator::up(&txn, Some(1)).await?;
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
