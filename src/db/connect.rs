//! Opening the pools, each tuned for its engine.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, Database as SeaDatabase, DatabaseConnection, DbErr,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use super::{
    Database,
    group::Group,
    lend::{Lender, Shelf},
    turns::Turns,
    writer::Writer,
};
use crate::config::{BadSetting, DatabaseConfig};

/// Each reader's share of page cache, in kibibytes: small, as the operating system caches the file too.
const SQLITE_CACHE_KIB: i32 = 2048;

/// The database that the settings name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl DatabaseConfig {
    pub fn engine(&self) -> Result<Engine, BadSetting> {
        let url = self.database_url.as_str();
        let remedy = "write sqlite:FILE, or postgres://USER:PASSWORD@HOST:PORT/NAME";
        let refuse =
            |fault: &str| Err(BadSetting { setting: "GROUNDWORK_DATABASE_URL", fault: fault.into(), remedy });
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Engine::Postgres)
        } else if url.contains(":memory:") {
            refuse("names a database in memory, which each connection would have for itself")
        } else if url.starts_with("sqlite:") {
            Ok(Engine::Sqlite)
        } else {
            refuse("names neither a SQLite nor a PostgreSQL database")
        }
    }
}

impl Database {
    /// Opens the pools; a SQLite file is made where there is none.
    pub async fn connect(config: &DatabaseConfig, engine: Engine) -> Result<Self, DbErr> {
        let turns = Arc::new(Turns::new(config.database_connections, config.database_wait));
        match engine {
            Engine::Sqlite => {
                let write = sqlite(config, 1, false).await?;
                let read = sqlite(config, config.database_connections, true).await?;
                let shelf = |name, pool: &DatabaseConnection, connections| {
                    let pool = pool.get_sqlite_connection_pool().clone();
                    Shelf::new(name, pool, connections, config.database_wait)
                };
                let reads = Lender::Sqlite(shelf("read", &read, config.database_connections));
                let one = shelf("write", &write, 1);
                let writer = Writer::Sqlite(Group::new(Arc::clone(&one)));
                Ok(Self { read, write, reads, writes: Lender::Sqlite(one), writer, turns })
            }
            Engine::Postgres => {
                let write = SeaDatabase::connect(options(config, config.database_connections)).await?;
                let pool = write.get_postgres_connection_pool().clone();
                let shelf = Shelf::new("write", pool, config.database_connections, config.database_wait);
                let lender = Lender::Postgres(Arc::clone(&shelf));
                let writer = Writer::Postgres(shelf);
                Ok(Self { read: write.clone(), write, reads: lender.clone(), writes: lender, writer, turns })
            }
        }
    }
}

async fn sqlite(
    config: &DatabaseConfig,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let wait = config.database_wait;
    let mut options = options(config, connections);
    options.map_sqlx_sqlite_opts(move |sqlite: SqliteConnectOptions| {
        let sqlite = sqlite
            .foreign_keys(true)
            .busy_timeout(wait)
            .synchronous(SqliteSynchronous::Full)
            .pragma("cache_size", format!("-{SQLITE_CACHE_KIB}"))
            .pragma("temp_store", "memory");
        if read_only {
            sqlite.read_only(true)
        } else {
            sqlite.create_if_missing(true).journal_mode(SqliteJournalMode::Wal)
        }
    });
    SeaDatabase::connect(options).await
}

fn options(config: &DatabaseConfig, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(&config.database_url);
    options
        .max_connections(connections)
        .acquire_timeout(config.database_wait)
        .connect_timeout(config.database_wait)
        .idle_timeout(Duration::from_secs(600))
        .test_before_acquire(false)
        .sqlx_logging(false);
    options
}
