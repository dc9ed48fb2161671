//! Opening the pools, each tuned for its engine.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, Database as SeaDatabase, DatabaseConnection, DbErr,
    sqlx::{
        Connection, Postgres,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};
use tokio::time::timeout;

use super::{
    Database,
    group::Group,
    lend::{Lender, Manner, Shelf},
    replica::{self, Replica},
    writer::Writer,
};
use crate::config::{BadSetting, DatabaseConfig, Pooler};

/// Each reader's share of page cache, in kibibytes: small, as the operating system caches the file too.
const SQLITE_CACHE_KIB: i32 = 1024;

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
        if self.database_read_url.as_deref().is_some_and(|read| !is_postgres(url) || !is_postgres(read)) {
            return Err(BadSetting {
                setting: "GROUNDWORK_DATABASE_READ_URL",
                fault: "names what cannot be a replica: only PostgreSQL has any".into(),
                remedy: "name a replica of the PostgreSQL server that GROUNDWORK_DATABASE_URL names, or none",
            });
        }
        if is_postgres(url) {
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

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

impl Database {
    /// Opens the pools; a SQLite file is made where there is none.
    pub async fn connect(config: &DatabaseConfig, engine: Engine) -> Result<Self, DbErr> {
        match engine {
            Engine::Sqlite => {
                let write = sqlite(config, 1, false).await?;
                let read = sqlite(config, config.database_connections, true).await?;
                let shelf = |name, pool: &DatabaseConnection, connections| {
                    let pool = pool.get_sqlite_connection_pool().clone();
                    Shelf::new(name, pool, connections, config.database_wait, Manner::of_sqlite())
                };
                let reads = Lender::Sqlite(shelf("read", &read, config.database_connections));
                let one = shelf("write", &write, 1);
                let writer = Writer::Sqlite(Group::new(Arc::clone(&one)));
                Ok(Self { read, write, reads, writes: Lender::Sqlite(one), writer, replica: None })
            }
            Engine::Postgres => {
                let write = postgres(config, options(config, config.database_connections)).await?;
                let shelf = postgres_shelf("write", config, &write, config.database_wait);
                let lender = Lender::Postgres(Arc::clone(&shelf));
                let replica = match &config.database_read_url {
                    Some(url) => Some(Arc::new(connect_replica(config, url).await?)),
                    None => None,
                };
                Ok(Self {
                    read: write.clone(),
                    write,
                    reads: lender.clone(),
                    writes: lender,
                    writer: Writer::Postgres(shelf),
                    replica,
                })
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

/// A replica that is away keeps nobody from serving.
async fn connect_replica(config: &DatabaseConfig, url: &str) -> Result<Replica, DbErr> {
    let config = DatabaseConfig { database_url: url.to_owned(), ..config.clone() };
    let mut options = options(&config, config.database_connections);
    options.connect_lazy(true).acquire_timeout(replica::WAIT).connect_timeout(replica::WAIT);
    let pool = postgres(&config, options).await?;
    Ok(Replica::new(postgres_shelf("replica", &config, &pool, replica::WAIT)))
}

fn postgres_shelf(
    name: &'static str,
    config: &DatabaseConfig,
    pool: &DatabaseConnection,
    wait: Duration,
) -> Arc<Shelf<Postgres>> {
    let pool = pool.get_postgres_connection_pool().clone();
    Shelf::new(name, pool, config.database_connections, wait, manner(config))
}

async fn postgres(config: &DatabaseConfig, mut options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    // Whatever was cut off while it was idle is found out here.
    options.test_before_acquire(true);
    let limits = limits(config);
    let session_is_ours = config.database_pooler == Pooler::None;
    options.map_sqlx_postgres_opts(move |postgres: PgConnectOptions| {
        if session_is_ours {
            postgres.options(limits)
        } else {
            // PgBouncer lets nobody in who asks for more than it knows of.
            postgres.extra_float_digits(None)
        }
    });
    // The pool tests what comes back to it, and would wait for an answer for ever.
    let patience = patience(config);
    options.map_sqlx_postgres_pool_opts(move |pool| {
        pool.after_release(move |connection, _| {
            Box::pin(
                async move { Ok(timeout(patience, connection.ping()).await.is_ok_and(|ping| ping.is_ok())) },
            )
        })
    });
    SeaDatabase::connect(options).await
}

/// The server's time limits, in milliseconds.
fn limits(config: &DatabaseConfig) -> [(&'static str, u128); 2] {
    [
        ("statement_timeout", config.database_statement_timeout.as_millis()),
        ("lock_timeout", config.database_lock_timeout.as_millis()),
    ]
}

/// How long is waited for a server that should have ended a statement itself.
fn patience(config: &DatabaseConfig) -> Duration {
    config.database_statement_timeout + Duration::from_secs(1)
}

/// A session that somebody else may have next is not told of limits, but each transaction is, where that begins.
fn manner(config: &DatabaseConfig) -> Manner {
    let limits = limits(config).map(|(name, limit)| format!("; set local {name} = {limit}"));
    let told = if config.database_pooler == Pooler::None { String::new() } else { limits.concat() };
    Manner {
        begin: format!("begin{told}"),
        alone: config.database_pooler != Pooler::Unprepared,
        patience: Some(patience(config)),
    }
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
