//! What `serve`, `work` and `demo` share: a process of the service, from the opened database to the orderly end.

use std::{fs::File, net::SocketAddr};

use anyhow::Context as _;
use groundwork::{
    app,
    board::Board,
    clock::Clock,
    config::{BadSetting, DatabaseConfig, EventsConfig, HttpConfig, OperationsBind},
    db::{self, Database, Engine, Outage, Progress},
    ids::TenantId,
    operations::Operations,
    privacy::tenant,
    secrets::Secrets,
    state::{Core, State},
    telemetry::Telemetry,
};
use url::Url;

use super::background::{Background, flush_reads};

/// Opens the database that the settings name.
pub async fn open(config: &DatabaseConfig) -> anyhow::Result<Database> {
    let engine = config.engine()?;
    // The error's text includes its causes.
    Database::connect(config, engine).await.map_err(|error| {
        let name = database_name(&config.database_url);
        anyhow::anyhow!("cannot connect to {name}; check GROUNDWORK_DATABASE_URL: {error}")
    })
}

/// Claims an embedded database for this process, as long as the result is kept: two processes would not see each
/// other's changes in time, and would both send every webhook.
pub fn claim(config: &DatabaseConfig) -> anyhow::Result<Option<File>> {
    let Some(file) = config.sqlite_file() else { return Ok(None) };
    let cannot = || format!("cannot write beside {}; check the folder and its permissions", file.display());
    let claimed = db::claim(&file).with_context(cannot)?;
    if claimed.is_none() {
        anyhow::bail!("{} is in use by another process of groundwork; stop that first", file.display());
    }
    Ok(claimed)
}

/// Opens a database that must be there: a SQLite file is not created.
pub async fn open_existing(config: &DatabaseConfig) -> anyhow::Result<Database> {
    if let Some(file) = config.sqlite_file()
        && !file.exists()
    {
        anyhow::bail!("there is no database in {}; `groundwork serve` creates it", file.display());
    }
    open(config).await
}

/// The database, as commands use it that read no secret.
pub async fn core(config: &DatabaseConfig) -> anyhow::Result<Core> {
    let core = core_of(open_existing(config).await?)?;
    let missing = core.missing_migrations().await?;
    anyhow::ensure!(missing == 0, "the schema is not up to date; run: groundwork migrate up");
    Ok(core)
}

/// The tenant with this name, which must be there.
pub async fn existing_tenant(db: &Database, name: &str) -> anyhow::Result<TenantId> {
    let id = TenantId::of(name);
    anyhow::ensure!(tenant::exists(db, id).await?, "there is no tenant {name}");
    Ok(id)
}

/// What commands that read no secret need of a database.
pub fn core_of(db: Database) -> anyhow::Result<Core> {
    let events: EventsConfig = groundwork::config::defaults([""; 0])?;
    Ok(Core::new(db, Clock::system(), events.webhooks(), Secrets::new(Vec::new())))
}

/// The database that a URL names, without its password.
fn database_name(url: &str) -> String {
    let Ok(url) = Url::parse(url) else { return "the database".into() };
    match url.host_str() {
        Some(host) => {
            let (port, user, name) =
                (url.port().unwrap_or(5432), url.username(), url.path().trim_start_matches('/'));
            format!("the PostgreSQL database {name} at {host}:{port} as {user}")
        }
        None => format!("SQLite in {}", url.path()),
    }
}

/// Opens the database and migrates its schema: SQLite always, PostgreSQL if `migrate` says so.
pub async fn open_and_migrate(config: &DatabaseConfig, migrate: bool) -> anyhow::Result<Database> {
    let db = open(config).await?;
    if migrate || config.engine()? == Engine::Sqlite {
        self::migrate(&db, |step| tracing::info!(%step, "migrating the schema")).await?;
    }
    Ok(db)
}

/// Brings the schema up to date, and calls `report` before each step. If the database does not respond, the error says
/// what to do.
pub async fn migrate(db: &Database, report: impl FnMut(Progress<'_>)) -> anyhow::Result<()> {
    db.migrate(report).await.map_err(|error| match Outage::of(&error) {
        Some(outage) => {
            let remedy = outage.advice().remedy;
            let advice = format!("this step failed and has changed nothing; {remedy}; then migrate again");
            anyhow::Error::from(error).context(advice)
        }
        None => error.into(),
    })
}

/// Loads the encryption keys, and warns if they are in the database. Fails if one is missing.
pub async fn load_keys(core: &Core) -> anyhow::Result<()> {
    core.load_keys().await?;
    if !core.secrets.are_given() {
        tracing::warn!(
            "GROUNDWORK_ENCRYPTION_KEY is not set: the key that encrypts webhook secrets is in the database, and in \
             every copy and backup of it; make a key with: openssl rand -base64 32"
        );
    }
    Ok(())
}

/// A process that is ready to start.
pub struct Process {
    pub telemetry: Telemetry,
    pub core: Core,
    pub events: EventsConfig,
    /// None for the default address, if that is free.
    pub operations: Option<OperationsBind>,
}

impl Process {
    /// Serves requests until the process is told to stop; with `worker`, does the background work as well. Calls
    /// `started` with the address once requests are accepted.
    pub async fn serve(
        self,
        state: State,
        http: &HttpConfig,
        board: Option<Board>,
        worker: bool,
        started: impl FnOnce(SocketAddr) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let authenticator = Some(state.authenticator.clone());
        let (server, address) = app::server(state, http, board).map_err(|error| BadSetting {
            setting: "GROUNDWORK_BIND",
            fault: format!("cannot listen on {}: {error}", http.bind),
            remedy: "choose an address that is free",
        })?;
        let operations = self.start_operations()?;
        let stop = Some((server.handle(), http.drain_time));
        let background = Background::start(&self.core, authenticator, &self.events, stop, worker);
        started(address)?;
        server.await?;
        self.end(background, operations).await
    }

    /// Does the background work until the process is told to stop.
    pub async fn work(self) -> anyhow::Result<()> {
        let operations = self.start_operations()?;
        let background = Background::start(&self.core, None, &self.events, None, true);
        tracing::info!("working");
        self.core.stopping.cancelled().await;
        self.end(background, operations).await
    }

    fn start_operations(&self) -> anyhow::Result<Operations> {
        Ok(Operations::start(&self.core, self.telemetry.log_filter.clone(), self.operations)?)
    }

    /// Lets background work finish before the database is closed, and logs and traces last.
    async fn end(self, background: Background, operations: Operations) -> anyhow::Result<()> {
        self.core.stopping.cancel();
        background.end().await;
        // Those of the last requests.
        flush_reads(&self.core).await;
        operations.stop().await;
        self.core.db.close().await?;
        tracing::info!("stopped");
        self.telemetry.end();
        Ok(())
    }
}
