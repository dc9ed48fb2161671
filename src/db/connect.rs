//! Opening the pools, with the options of each engine.

use std::{path::PathBuf, str::FromStr as _, sync::Arc, time::Duration};

use sea_orm::{
    ConnectionTrait as _, DbErr, RuntimeErr,
    sqlx::{
        ConnectOptions as _, Postgres,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::{
    Database, address,
    connection::ConnectionPolicy,
    embedded::EmbeddedFile,
    group_commit::GroupCommit,
    pool::{EnginePool, Pool},
    private_file,
    replica::{self, Replica},
    transaction_source::TransactionSource,
};
use crate::config::{BadSetting, DatabaseConfig, Pooler};

/// Page cache of each connection, in KiB. Small, as the operating system caches the file too, and each commit of
/// another connection makes all forget what they hold. With a quarter of it, a team of 200 costs 1.7 times as much.
const SQLITE_CACHE_KIB: i32 = 256;

/// The kind of database that GROUNDWORK_DATABASE_URL names.
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
        let addresses = [
            ("GROUNDWORK_DATABASE_URL", Some(url)),
            ("GROUNDWORK_DATABASE_READ_URL", self.database_read_url.as_deref()),
        ];
        for (setting, address) in addresses {
            let address = address.filter(|address| is_postgres(address));
            if let Some(fault) = address.and_then(|address| address::parse(address).err()) {
                let remedy =
                    "write postgres://USER:PASSWORD@HOST:PORT/NAME, with user and password percent-encoded";
                return Err(BadSetting { setting, fault: fault.to_string(), remedy });
            }
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

    /// The file of an embedded database; none for PostgreSQL.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        match self.engine() {
            Ok(Engine::Sqlite) => {
                let options = SqliteConnectOptions::from_str(&self.database_url).ok()?;
                Some(options.get_filename().to_owned())
            }
            _ => None,
        }
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

impl Database {
    /// Opens the pools and checks that the database answers; creates a SQLite file that does not exist.
    pub async fn connect(config: &DatabaseConfig, engine: Engine) -> Result<Self, DbErr> {
        match engine {
            Engine::Sqlite => {
                let pool = |name, connections, read_only| {
                    let options = sqlite_options(config, read_only)?;
                    let policy = ConnectionPolicy::of_sqlite();
                    EnginePool::new(name, options, connections, config.database_wait, policy)
                };
                private_file::prepare(sqlite_options(config, false)?.get_filename());
                let write = pool("write", 1, false)?;
                let read = pool("read", config.database_connections, true)?;
                let transactions = TransactionSource::Sqlite(GroupCommit::new(Arc::clone(&write)));
                let (reads, writes) = (Pool::Sqlite(read), Pool::Sqlite(write));
                // The writer comes first: it creates the file. A connection opens the write-ahead log with its first
                // read, and only one that has it open moves it into the file when it is the last to be closed.
                for pool in [&writes, &reads] {
                    pool.execute_unprepared("select 1 from sqlite_schema").await?;
                }
                let file = config.sqlite_file().as_deref().map(EmbeddedFile::of).transpose();
                let file = file.map_err(|error| DbErr::Conn(RuntimeErr::Internal(error.to_string())))?;
                Ok(Self {
                    reads,
                    writes,
                    transactions,
                    replica: None,
                    node_outage: Arc::default(),
                    file: file.map(Arc::new),
                })
            }
            Engine::Postgres => {
                let pool = postgres_pool("write", config, &config.database_url, config.database_wait)?;
                pool.acquire().await?;
                let replica = match &config.database_read_url {
                    // Not connected to yet: the service starts without its replica.
                    Some(url) => {
                        Some(Arc::new(Replica::new(postgres_pool("replica", config, url, replica::WAIT)?)))
                    }
                    None => None,
                };
                Ok(Self {
                    reads: Pool::Postgres(Arc::clone(&pool)),
                    writes: Pool::Postgres(Arc::clone(&pool)),
                    transactions: TransactionSource::Postgres(pool),
                    replica,
                    node_outage: Arc::default(),
                    file: None,
                })
            }
        }
    }
}

fn sqlite_options(config: &DatabaseConfig, read_only: bool) -> Result<SqliteConnectOptions, DbErr> {
    let options = SqliteConnectOptions::from_str(&config.database_url)
        .map_err(|_| DbErr::Custom("the address has a parameter or a value that is not known".into()))?;
    let options = options
        .disable_statement_logging()
        .foreign_keys(true)
        .busy_timeout(config.database_wait)
        .synchronous(SqliteSynchronous::Full)
        .pragma("cache_size", format!("-{SQLITE_CACHE_KIB}"))
        .pragma("temp_store", "memory");
    Ok(if read_only {
        options.read_only(true)
    } else {
        // Deleted and overwritten content is zeroed in the file, so that what is erased cannot be found there.
        options.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).pragma("secure_delete", "on")
    })
}

fn postgres_pool(
    name: &'static str,
    config: &DatabaseConfig,
    url: &str,
    wait: Duration,
) -> Result<Arc<EnginePool<Postgres>>, DbErr> {
    let options = address::parse(url).map_err(|fault| DbErr::Custom(format!("the address {fault}")))?;
    let options = options.disable_statement_logging();
    let options = if config.database_pooler == Pooler::None {
        options.options(session_settings(config))
    } else {
        // PgBouncer refuses sessions with start-up parameters that it does not know.
        options.extra_float_digits(None)
    };
    EnginePool::new(name, options, config.database_connections, wait, policy(config))
}

/// What the server is told for a session: its time limits in milliseconds, and not to compile statements to machine
/// code. It would compile those whose cost it thinks high, for longer than they run: 1.1 s for the 0.15 s of a team of
/// 20,000.
fn session_settings(config: &DatabaseConfig) -> [(&'static str, String); 3] {
    [
        ("statement_timeout", config.database_statement_timeout.as_millis().to_string()),
        ("lock_timeout", config.database_lock_timeout.as_millis().to_string()),
        ("jit", "off".to_owned()),
    ]
}

/// With a pooler, a session is shared with others, so its settings are made in each transaction instead.
fn policy(config: &DatabaseConfig) -> ConnectionPolicy {
    let settings = match config.database_pooler {
        Pooler::None => String::new(),
        _ => session_settings(config).map(|(name, value)| format!("; set local {name} = {value}")).concat(),
    };
    ConnectionPolicy {
        begin: format!("begin{settings}"),
        standalone: config.database_pooler != Pooler::Unprepared,
        // The server ends a slow statement itself. If there is no answer a second later, the connection is dead.
        statement_timeout: Some(config.database_statement_timeout + Duration::from_secs(1)),
    }
}
