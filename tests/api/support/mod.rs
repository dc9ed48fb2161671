//! A running service for each test, with a database and a clock of its own, and the people who use it.

pub mod collector;
pub mod database;
pub mod people;
pub mod process;
pub mod proxy;
pub mod receiver;
mod reply;
pub mod wire;

use std::{future::Future, net::SocketAddr, sync::Arc, time::Duration};

use actix_web::dev::ServerHandle;
use clap::Args;
use groundwork::{
    app,
    auth::{CallerLimits, token},
    board::Board,
    clock::Clock,
    config::{
        self, AuthConfig, BoardConfig, DatabaseConfig, EncryptionConfig, EventsConfig, HttpConfig,
        PlansConfig,
    },
    db::Database,
    state::{Core, State},
};
pub use serde_json::{Value, json};

use self::database::TestDatabase;
pub use self::reply::Reply;

/// Signs the tokens of all tests.
pub const SECRET: &str = "a secret for tests that is long enough";

/// Where and when every test begins.
pub const START: &str = "2026-03-02T09:00:00Z";

/// A service that runs for one test.
#[derive(Clone)]
pub struct TestApp(Arc<Running>);

pub struct Running {
    pub address: SocketAddr,
    pub clock: Clock,
    pub state: State,
    client: reqwest::Client,
    server: ServerHandle,
    database: Arc<TestDatabase>,
}

/// The settings that a command line without arguments has.
#[derive(Args)]
struct Settings {
    #[command(flatten)]
    database: DatabaseConfig,
    #[command(flatten)]
    encryption: EncryptionConfig,
    #[command(flatten)]
    auth: AuthConfig,
    #[command(flatten)]
    http: HttpConfig,
    #[command(flatten)]
    board: BoardConfig,
    #[command(flatten)]
    events: EventsConfig,
    #[command(flatten)]
    plans: PlansConfig,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// With some settings of its own, as flags.
    pub async fn start_with(flags: &[&str]) -> Self {
        Self::start_in(TestDatabase::create().await, flags).await
    }

    pub async fn start_in(database: TestDatabase, flags: &[&str]) -> Self {
        Self::start_on(Arc::new(database), Clock::manual(START.parse().unwrap()), flags, None).await
    }

    /// With a board that no settings describe, such as the demo's.
    pub async fn start_with_board(board: impl FnOnce(Clock) -> Board) -> Self {
        let (database, clock) = (TestDatabase::create().await, Clock::manual(START.parse().unwrap()));
        let board = board(clock.clone());
        Self::start_on(Arc::new(database), clock, &[], Some(board)).await
    }

    /// A second service on the same database and clock, as another process would be.
    pub async fn start_replica(&self) -> Self {
        self.start_replica_with(&[]).await
    }

    /// The same, with some settings of its own.
    pub async fn start_replica_with(&self, flags: &[&str]) -> Self {
        Self::start_on(Arc::clone(&self.0.database), self.clock().clone(), flags, None).await
    }

    async fn start_on(
        database: Arc<TestDatabase>,
        clock: Clock,
        flags: &[&str],
        board: Option<Board>,
    ) -> Self {
        let of_database = database.flags();
        let mut arguments = vec!["--bind=127.0.0.1:0", "--workers=1"];
        if !flags.iter().any(|flag| flag.starts_with("--auth-issuers-file")) {
            arguments.extend(["--auth-hs256-secret", SECRET]);
        }
        arguments.extend(of_database.iter().map(String::as_str));
        arguments.extend(flags);
        let settings: Settings = config::defaults(arguments).unwrap();
        let engine = settings.database.engine().unwrap();
        let db = Database::connect(&settings.database, engine).await.unwrap();
        let secrets = settings.encryption.secrets().unwrap();
        let mut core = Core::new(db, clock.clone(), settings.events.webhooks(), secrets);
        core.plans = settings.plans;
        core.load_keys().await.unwrap();
        let limits = CallerLimits::new(&settings.http, &settings.database);
        let auth = settings.auth.settings().unwrap();
        let state = State::new(core, &auth, limits).unwrap();
        let board = board.or_else(|| settings.board.settings(&auth).unwrap().as_ref().map(Board::new));
        let (server, address) = app::server(state.clone(), &settings.http, board).unwrap();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        let client = groundwork::client::http_client(Duration::from_secs(60)).unwrap();
        Self(Arc::new(Running { address, clock, state, client, server: handle, database }))
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub fn state(&self) -> &State {
        &self.0.state
    }

    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// Stops the service, and waits until running requests are finished.
    pub async fn stops(&self) {
        self.0.server.stop(true).await;
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }

    /// A request without a token or other headers.
    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.0.client.request(method.parse().unwrap(), self.url(path))
    }

    /// A token with these claims besides its tenant, `acme`, and an hour of life.
    pub fn token(&self, claims: Value) -> String {
        let mut all = json!({
            "tenant": "acme",
            "exp": self.clock().now().timestamp() + 3600,
        });
        all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
        token::mint(SECRET, &all).unwrap()
    }

    /// The database itself, for what the API does not offer.
    pub fn database(&self) -> &TestDatabase {
        &self.0.database
    }

    /// Rows of a table, counted straight from the database.
    pub async fn count(&self, table: &str) -> i64 {
        self.0.database.count(table).await
    }

    /// Types of the events recorded so far, in order, straight from the database.
    pub async fn events(&self) -> Vec<String> {
        self.0.database.texts("select type from events order by id").await
    }
}

/// Sends requests at the same time; returns the responses in the order of the requests.
pub async fn at_once<R>(requests: impl IntoIterator<Item = R>) -> Vec<Reply>
where
    R: Future<Output = Reply> + 'static,
{
    let running: Vec<_> = requests.into_iter().map(actix_web::rt::spawn).collect();
    let mut replies = Vec::new();
    for request in running {
        replies.push(request.await.unwrap());
    }
    replies
}

/// A few numbers that look random and are the same every time.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ends the accept loop; what still runs ends with the test's runtime.
        drop(self.server.stop(false));
    }
}
