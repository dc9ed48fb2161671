//! A database for each test: a copy of one that is migrated once. SQLite, or PostgreSQL where
//! `GROUNDWORK_TEST_POSTGRES_URL` names a server.

use std::{
    env,
    sync::atomic::{AtomicU32, Ordering},
};

use groundwork::{
    config::{DatabaseConfig, defaults},
    db::Database,
};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;
use tokio::sync::OnceCell;

pub struct TestDatabase {
    pub url: String,
    /// Holds the file of a SQLite database.
    _folder: Option<TempDir>,
    /// The server and name of a PostgreSQL database, to drop it by.
    on_server: Option<(String, String)>,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);
static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

enum Template {
    Sqlite(TempDir),
    Postgres { server: String, name: String },
}

impl TestDatabase {
    pub async fn create() -> Self {
        match TEMPLATE.get_or_init(Template::create).await {
            Template::Sqlite(template) => {
                let folder = TempDir::new().unwrap();
                let file = folder.path().join("test.db");
                std::fs::copy(template.path().join("template.db"), &file).unwrap();
                Self { url: format!("sqlite:{}", file.display()), _folder: Some(folder), on_server: None }
            }
            Template::Postgres { server, name: template } => {
                let name = format!("{template}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                administer(server, &format!("create database {name} template {template}")).await;
                let url = format!("{server}/{name}");
                Self { url, _folder: None, on_server: Some((server.clone(), name)) }
            }
        }
    }

    /// One without a schema.
    pub async fn create_empty() -> Self {
        match TEMPLATE.get_or_init(Template::create).await {
            Template::Sqlite(_) => {
                let folder = TempDir::new().unwrap();
                let url = format!("sqlite:{}", folder.path().join("test.db").display());
                Self { url, _folder: Some(folder), on_server: None }
            }
            Template::Postgres { server, name: template } => {
                let name = format!("{template}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                administer(server, &format!("create database {name}")).await;
                let url = format!("{server}/{name}");
                Self { url, _folder: None, on_server: Some((server.clone(), name)) }
            }
        }
    }

    /// A connection that creates a SQLite database.
    pub async fn connect_for_migration(&self) -> DatabaseConnection {
        let create = if self.on_server.is_none() { "?mode=rwc" } else { "" };
        sea_orm::Database::connect(format!("{}{create}", self.url)).await.unwrap()
    }

    /// A SQLite database, whatever the other tests use.
    pub async fn create_sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        migrate(&url).await;
        Self { url, _folder: Some(folder), on_server: None }
    }

    /// The database settings of a service: through the pooler, if `GROUNDWORK_TEST_POOLER_URL` is set.
    pub fn flags(&self) -> Vec<String> {
        let pooler = (self.on_server.as_ref(), env::var("GROUNDWORK_TEST_POOLER_URL"));
        let (Some((_, name)), Ok(pooler)) = pooler else {
            return vec![format!("--database-url={}", self.url)];
        };
        let kind = env::var("GROUNDWORK_TEST_POOLER").unwrap();
        vec![format!("--database-url={pooler}/{name}"), format!("--database-pooler={kind}")]
    }

    /// Its address on a PostgreSQL server; SQLite has no server.
    pub fn server_url(&self) -> Option<&str> {
        self.on_server.as_ref().map(|_| self.url.as_str())
    }

    /// Brings its schema up to date, as `groundwork migrate up` does.
    pub async fn migrate(&self) {
        migrate(&self.url).await;
    }

    pub async fn connect(&self) -> DatabaseConnection {
        sea_orm::Database::connect(&self.url).await.unwrap()
    }

    /// The connection that all statements use.
    pub async fn connect_once(&self) -> DatabaseConnection {
        let mut options = ConnectOptions::new(&self.url);
        sea_orm::Database::connect(options.max_connections(1).to_owned()).await.unwrap()
    }

    /// Runs a statement directly on the database.
    pub async fn execute(&self, sql: &str) {
        let connection = self.connect().await;
        connection.execute_unprepared(sql).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Locks the plans against changes until the connection is closed.
    pub async fn hold_plans(&self) -> DatabaseConnection {
        let connection = self.connect_once().await;
        let hold = match connection.get_database_backend() {
            DbBackend::Sqlite => "begin immediate",
            _ => "begin; lock table plans",
        };
        connection.execute_unprepared(hold).await.unwrap();
        connection
    }

    /// Opens a transaction that holds back later events of the feed until the connection is closed; none on SQLite,
    /// where that cannot happen.
    pub async fn open_transaction(&self) -> Option<DatabaseConnection> {
        self.on_server.as_ref()?;
        let mut options = ConnectOptions::new(&self.url);
        let connection = sea_orm::Database::connect(options.max_connections(1).to_owned()).await.unwrap();
        connection.execute_unprepared("begin; select pg_current_xact_id()").await.unwrap();
        Some(connection)
    }

    /// Ends every connection that a server has to this database; SQLite has no server.
    pub async fn cut_connections(&self) {
        if let Some((server, name)) = &self.on_server {
            let cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname";
            administer(server, &format!("{cut} = '{name}'")).await;
        }
    }

    /// Makes new sessions read-only or writable; a replica is read-only.
    pub async fn becomes_read_only(&self, read_only: bool) {
        if let Some((server, name)) = &self.on_server {
            let set = format!("alter database {name} set default_transaction_read_only = {read_only}");
            administer(server, &set).await;
        }
    }

    pub async fn count(&self, table: &str) -> i64 {
        let connection = self.connect().await;
        let sql = Statement::from_string(
            connection.get_database_backend(),
            format!("select count(*) from {table}"),
        );
        let count = connection.query_one_raw(sql).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        connection.close().await.unwrap();
        count
    }

    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let connection = self.connect().await;
        let sql = Statement::from_string(connection.get_database_backend(), sql);
        let rows = connection.query_all_raw(sql).await.unwrap();
        connection.close().await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.on_server.take() else { return };
        let dropping = std::thread::spawn(move || {
            actix_web::rt::System::new()
                .block_on(administer(&server, &format!("drop database if exists {name} with (force)")));
        });
        let _ = dropping.join();
    }
}

impl Template {
    async fn create() -> Self {
        match env::var("GROUNDWORK_TEST_POSTGRES_URL") {
            Ok(url) => {
                let server = url.trim_end_matches('/').to_owned();
                let name = format!("groundwork_test_{}", std::process::id());
                administer(&server, &format!("drop database if exists {name} with (force)")).await;
                administer(&server, &format!("create database {name}")).await;
                migrate(&format!("{server}/{name}")).await;
                eprintln!("the API suite runs on PostgreSQL");
                Self::Postgres { server, name }
            }
            Err(_) => {
                let folder = TempDir::new().unwrap();
                migrate(&format!("sqlite:{}", folder.path().join("template.db").display())).await;
                eprintln!("the API suite runs on SQLite; scripts/test runs it on PostgreSQL as well");
                Self::Sqlite(folder)
            }
        }
    }
}

async fn migrate(url: &str) {
    let config: DatabaseConfig = defaults(["--database-url", url]).unwrap();
    let db = Database::connect(&config, config.engine().unwrap()).await.unwrap();
    db.migrate(|_| {}).await.unwrap();
    db.close().await.unwrap();
}

/// Runs a statement on the server's own database. PostgreSQL copies one template at a time, so these queue.
async fn administer(server: &str, sql: &str) {
    let connection = sea_orm::Database::connect(format!("{server}/postgres")).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}
