//! Backups of the embedded database: made while the service runs, and verified before they are kept or restored.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr,
    sqlx::{
        self, AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _, SqliteConnection,
        sqlite::{SqliteConnectOptions, SqliteJournalMode},
    },
};

use super::{Database, Engine, keys::SEALED_VALUES, positions::GAP_AFTER_RESTORE, private_file};
use crate::{
    config::DatabaseConfig,
    secrets::{Key, key_of},
};

/// Why a backup or a restore failed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error(
        "this is for the embedded database, and GROUNDWORK_DATABASE_URL names another; back up PostgreSQL with \
         pg_dump or by archiving its log"
    )]
    NotEmbedded,
    #[error("{0} is not there")]
    Missing(PathBuf),
    #[error("{0} is there already; name another file, or move it away")]
    Exists(PathBuf),
    #[error("{0} is there already; with --replace it is kept beside what is restored")]
    WouldReplace(PathBuf),
    #[error("{0} is in use; stop the service first")]
    InUse(PathBuf),
    #[error("{file} cannot be relied on: {fault}")]
    Damaged { file: PathBuf, fault: String },
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Migration(#[from] DbErr),
    #[error(transparent)]
    File(#[from] std::io::Error),
}

/// What a backup holds: its size, row counts, and the ids of the encryption keys that its values name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub bytes: u64,
    pub tenants: i64,
    pub people: i64,
    pub plans: i64,
    pub events: i64,
    /// Those of GROUNDWORK_ENCRYPTION_KEY, which the backup does not hold.
    pub needed_keys: BTreeSet<String>,
    /// The key that the service has made itself, which the backup holds.
    pub own_key: Option<String>,
}

/// Copies a snapshot of the database to a new file. The service may write at the same time.
pub async fn back_up(config: &DatabaseConfig, to: &Path) -> Result<Contents, BackupError> {
    let from = embedded(config)?;
    if !from.exists() {
        return Err(BackupError::Missing(from));
    }
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    // Under its name there is either a whole backup or none.
    let partial = beside(to, "partial");
    let _ = fs::remove_file(&partial);
    // SQLite writes into an empty file, and keeps its mode.
    private_file::create(&partial)?;
    let mut database =
        SqliteConnectOptions::new().filename(&from).busy_timeout(Duration::from_secs(30)).connect().await?;
    sqlx::query("vacuum into ?").bind(partial.display().to_string()).execute(&mut database).await?;
    database.close().await?;
    let contents = verify(&partial).await.inspect_err(|_| drop(fs::remove_file(&partial)))?;
    keep(&partial, to)?;
    Ok(contents)
}

/// Replaces the database, which must not be in use, by a backup. A database that was there is kept under another name,
/// which is returned. `forget` gets the restored database before it is put in place, to forget what was erased since.
pub async fn restore(
    config: &DatabaseConfig,
    from: &Path,
    replace: bool,
    now: DateTime<Utc>,
    forget: impl AsyncFnOnce(&Database) -> Result<(), DbErr>,
) -> Result<(Contents, Option<PathBuf>), BackupError> {
    let to = embedded(config)?;
    if !from.exists() {
        return Err(BackupError::Missing(from.to_owned()));
    }
    if to.exists() && !replace {
        return Err(BackupError::WouldReplace(to));
    }
    let contents = verify(from).await?;
    let partial = beside(&to, "partial");
    let _ = fs::remove_file(&partial);
    // Not `fs::copy`, which copies the mode of the backup as well.
    io::copy(&mut File::open(from)?, &mut private_file::create(&partial)?)?;
    prepare(config, &partial, forget).await?;
    let mut replaced = None;
    if to.exists() {
        let held = hold(&to).await?;
        let kept = beside(&to, &now.format("replaced-%Y%m%d%H%M%S").to_string());
        fs::rename(&to, &kept)?;
        replaced = Some(kept);
        held.close().await?;
    }
    keep(&partial, &to)?;
    Ok((contents, replaced))
}

/// The file of the embedded database.
fn embedded(config: &DatabaseConfig) -> Result<PathBuf, BackupError> {
    config.sqlite_file().ok_or(BackupError::NotEmbedded)
}

/// The name of a file with an extension appended.
fn beside(file: &Path, addition: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(addition);
    name.into()
}

/// Renames a file after its content has reached the disk.
fn keep(partial: &Path, file: &Path) -> std::io::Result<()> {
    File::open(partial)?.sync_all()?;
    fs::rename(partial, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// Checks a backup: SQLite's integrity check, foreign keys, and row counts.
async fn verify(file: &Path) -> Result<Contents, BackupError> {
    let damaged = |fault: String| BackupError::Damaged { file: file.to_owned(), fault };
    let unreadable = |error: sqlx::Error| damaged(error.to_string());
    let mut backup = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(true)
        .connect()
        .await
        .map_err(unreadable)?;
    let found = text(&mut backup, "pragma integrity_check(1)").await.map_err(unreadable)?;
    if found.as_deref() != Some("ok") {
        return Err(damaged(found.unwrap_or_else(|| "it does not say why".into())));
    }
    if let Some(table) = text(&mut backup, "pragma foreign_key_check").await.map_err(unreadable)? {
        return Err(damaged(format!("a row of {table} refers to nothing")));
    }
    let mut contents = Contents {
        bytes: fs::metadata(file)?.len(),
        tenants: 0,
        people: 0,
        plans: 0,
        events: 0,
        needed_keys: BTreeSet::new(),
        own_key: None,
    };
    for (table, count) in [
        ("tenants", &mut contents.tenants),
        ("people", &mut contents.people),
        ("plans", &mut contents.plans),
        ("events", &mut contents.events),
    ] {
        let sql = AssertSqlSafe(format!("select count(*) from {table}"));
        *count = sqlx::query_scalar(sql).fetch_one(&mut backup).await.map_err(unreadable)?;
    }
    (contents.needed_keys, contents.own_key) = keys(&mut backup).await.map_err(unreadable)?;
    backup.close().await?;
    Ok(contents)
}

/// The ids of the keys that values of the backup name, without the key that it holds, and the id of that key.
async fn keys(backup: &mut SqliteConnection) -> Result<(BTreeSet<String>, Option<String>), sqlx::Error> {
    let sealed: Vec<String> = sqlx::query_scalar(SEALED_VALUES).fetch_all(&mut *backup).await?;
    let mut named: BTreeSet<String> =
        sealed.iter().filter_map(|text| key_of(text)).map(str::to_owned).collect();
    // Backups of earlier releases lack the table.
    let table = "select name from sqlite_schema where name = 'installation_keys'";
    let own = match text(backup, table).await? {
        Some(_) => text(backup, "select key from installation_keys").await?,
        None => None,
    };
    let own = own.and_then(|key| Key::parse(&key)).map(|key| key.id()).filter(|id| named.remove(id));
    Ok((named, own))
}

/// The first column of the first row that a pragma returns.
async fn text(database: &mut SqliteConnection, sql: &'static str) -> Result<Option<String>, sqlx::Error> {
    let row = sqlx::query(sql).fetch_optional(database).await?;
    row.map(|row| row.try_get(0)).transpose()
}

/// Migrates a restored database and lets it forget. Makes new events get positions beyond all that readers may already
/// know from after the backup, so that no reader misses one.
async fn prepare(
    config: &DatabaseConfig,
    file: &Path,
    forget: impl AsyncFnOnce(&Database) -> Result<(), DbErr>,
) -> Result<(), BackupError> {
    let config = DatabaseConfig { database_url: format!("sqlite:{}", file.display()), ..config.clone() };
    let database = Database::connect(&config, Engine::Sqlite).await?;
    database.migrate(|_| {}).await?;
    forget(&database).await?;
    database.close().await?;
    let mut database =
        SqliteConnectOptions::new().filename(file).journal_mode(SqliteJournalMode::Delete).connect().await?;
    let sql = "update tenants set restored_position = ? + max(forgotten_position, restored_position, \
         coalesce((select max(position) from events where tenant_id = tenants.id and in_feed), 0))";
    sqlx::query(sql).bind(GAP_AFTER_RESTORE).execute(&mut database).await?;
    Ok(database.close().await?)
}

/// Locks the database for this process, after moving its write-ahead log into the file.
async fn hold(file: &Path) -> Result<SqliteConnection, BackupError> {
    let in_use = |_| BackupError::InUse(file.to_owned());
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::ZERO);
    let mut database = options.journal_mode(SqliteJournalMode::Delete).connect().await.map_err(in_use)?;
    sqlx::query("begin exclusive").execute(&mut database).await.map_err(in_use)?;
    Ok(database)
}
