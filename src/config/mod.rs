//! Every setting: its name, default, limits and help text, and the checks at start. A setting is a flag and an
//! environment variable; nothing else reads the environment.

mod auth;
mod board;
mod encryption;
mod given;
mod issuer;
mod issuers_file;
mod telemetry;

use std::{net::SocketAddr, time::Duration};

use clap::{ArgAction, Args, Command, ValueEnum};
use url::Url;

pub use self::{
    auth::AuthConfig,
    board::{BoardConfig, BoardSettings},
    encryption::EncryptionConfig,
    issuer::{
        AuthSettings, ClaimName, IssuerSettings, KeySource, PersonMatch, ServiceRule, TenantRule,
        is_trustworthy,
    },
    issuers_file::IssuersFile,
    telemetry::{LogFormat, OperationsBind, TelemetryConfig},
};

/// A setting that stops the start, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{setting}: {fault}\n  remedy: {remedy}")]
pub struct BadSetting {
    pub setting: &'static str,
    pub fault: String,
    pub remedy: &'static str,
}

/// The settings `T` as `flags` have them, with the defaults for all others: for tests and the demo. The environment is
/// not read.
pub fn defaults<T: Args>(flags: impl IntoIterator<Item = impl AsRef<str>>) -> Result<T, clap::Error> {
    let flags = flags.into_iter().map(|flag| flag.as_ref().to_owned());
    let command = T::augment_args(Command::new("groundwork").no_binary_name(true).args_override_self(true));
    let command = command.mut_args(|arg| arg.env(None::<&'static str>));
    T::from_arg_matches(&command.try_get_matches_from(flags.collect::<Vec<_>>())?)
}

/// How to reach the database.
// No `Debug`: it would show the password.
#[derive(Args, Clone)]
#[command(next_help_heading = "Database")]
pub struct DatabaseConfig {
    /// The database: `sqlite:FILE` (embedded, one process) or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_URL",
        default_value = "sqlite:groundwork.db",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub database_url: String,

    /// A replica of the PostgreSQL database. Lists and team progress are read from it, unless it lags behind the
    /// tenant's last change
    #[arg(long, env = "GROUNDWORK_DATABASE_READ_URL", hide_env_values = true, value_name = "URL")]
    pub database_read_url: Option<String>,

    /// Maximum open connections to PostgreSQL (and as many to a replica), or for reading SQLite (which has one more,
    /// for writing). One caller may use at most half of them at a time
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_CONNECTIONS",
        default_value_t = 8,
        value_name = "COUNT",
        value_parser = clap::value_parser!(u32).range(1..=1000),
    )]
    pub database_connections: u32,

    /// Longest wait of a request for a free connection, and for other requests of the same caller, before it gets 503
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_WAIT",
        default_value = "5s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_wait: Duration,

    /// Longest that a statement may run on PostgreSQL before it is cancelled and its request gets 503. SQLite has no
    /// such limit; GROUNDWORK_REQUEST_TIMEOUT applies
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_STATEMENT_TIMEOUT",
        default_value = "15s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_statement_timeout: Duration,

    /// Longest wait of a statement for a lock on PostgreSQL. On SQLite, which has one writer, GROUNDWORK_DATABASE_WAIT
    /// applies
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_LOCK_TIMEOUT",
        default_value = "5s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_lock_timeout: Duration,

    /// Connection pooler in transaction mode, such as PgBouncer, between the service and PostgreSQL: `none`,
    /// `prepared` if it supports prepared statements (PgBouncer 1.21 and later, with `max_prepared_statements`), or
    /// `unprepared` if not (statements then take more round trips)
    #[arg(long, env = "GROUNDWORK_DATABASE_POOLER", default_value = "none", value_name = "KIND")]
    pub database_pooler: Pooler,
}

/// Kind of connection pooler in transaction mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Pooler {
    None,
    Prepared,
    Unprepared,
}

/// How requests are served.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "HTTP")]
pub struct HttpConfig {
    /// Address and port to listen on; port 0 picks a free port
    #[arg(
        long,
        env = "GROUNDWORK_BIND",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS",
        value_parser = socket_address,
    )]
    pub bind: SocketAddr,

    /// Threads that serve requests; 0 means one per core
    #[arg(
        long,
        env = "GROUNDWORK_WORKERS",
        default_value_t = 0,
        value_name = "COUNT",
        value_parser = clap::value_parser!(u16).range(0..=1024),
    )]
    pub workers: u16,

    /// Largest request body, in bytes; imports may be 16 times as large
    #[arg(
        long,
        env = "GROUNDWORK_BODY_LIMIT",
        default_value_t = 1_048_576,
        value_name = "BYTES",
        value_parser = clap::value_parser!(u32).range(1024..=1_073_741_824),
    )]
    pub body_limit: u32,

    /// Longest that a request may take before it gets 503, and that a client may leave a response unread before the
    /// connection is closed
    #[arg(
        long,
        env = "GROUNDWORK_REQUEST_TIMEOUT",
        default_value = "30s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub request_timeout: Duration,

    /// Longest that a client may take to send the request line and headers
    #[arg(
        long,
        env = "GROUNDWORK_HEADER_TIMEOUT",
        default_value = "10s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub header_timeout: Duration,

    /// How long requests are still accepted after SIGTERM, while `/health/ready` answers 503, so that a load balancer
    /// notices. Leave it at 0s without a load balancer
    #[arg(
        long,
        env = "GROUNDWORK_DRAIN_TIME",
        default_value = "0s",
        value_name = "DURATION",
        value_parser = duration_or_none,
    )]
    pub drain_time: Duration,

    /// Longest that running requests may then take to finish
    #[arg(
        long,
        env = "GROUNDWORK_SHUTDOWN_TIMEOUT",
        default_value = "25s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub shutdown_timeout: Duration,

    /// Requests a minute that each caller may make, in a burst or spread out; 0 sets no limit. Each process counts for
    /// itself, so with several processes behind a load balancer the limit is a multiple of this
    #[arg(long, env = "GROUNDWORK_RATE_LIMIT", default_value_t = 0, value_name = "COUNT")]
    pub rate_limit: u32,

    /// Origins of web pages that may call the service (CORS), separated by commas; `*` allows any
    #[arg(
        long,
        env = "GROUNDWORK_CORS_ORIGINS",
        value_delimiter = ',',
        value_name = "ORIGIN",
        value_parser = origin,
    )]
    pub cors_origins: Vec<String>,

    /// URL at which clients reach the service, such as `https://hr.example.com/groundwork`. Set it if a proxy serves
    /// the service under a path prefix: `Location`, `Link`, the `type` of problems and the OpenAPI document then have
    /// full URLs. Without it they have paths
    #[arg(long, env = "GROUNDWORK_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
}

/// Events, and the webhooks that deliver them.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Events")]
pub struct EventsConfig {
    /// How long the change feed keeps events, and deliveries of them are shown. A tenant may have a rule of its own:
    /// `groundwork tenant retention`
    #[arg(
        long,
        env = "GROUNDWORK_EVENT_RETENTION",
        default_value = "90d",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub event_retention: Duration,

    /// How long audit records are kept; `0s` keeps them for good. The log is cut at a sealed checkpoint, from which it
    /// can still be verified
    #[arg(
        long,
        env = "GROUNDWORK_AUDIT_RETENTION",
        default_value = "1095d",
        value_name = "DURATION",
        value_parser = duration_or_none,
    )]
    pub audit_retention: Duration,
    /// How long after they have left people are erased, for good. No one is unless this is set, or the tenant has a
    /// rule of its own
    #[arg(long, env = "GROUNDWORK_LEAVER_RETENTION", value_name = "DURATION", value_parser = duration)]
    pub leaver_retention: Option<Duration>,

    /// Time without progress on a shared plan's action items before an event reports the plan as stale
    #[arg(
        long,
        env = "GROUNDWORK_PLAN_STALE_AFTER",
        default_value = "30d",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub plan_stale_after: Duration,

    /// Allow webhooks to private addresses and over plain HTTP (development only)
    #[arg(long, env = "GROUNDWORK_WEBHOOKS_ALLOW_PRIVATE")]
    pub webhooks_allow_private: bool,

    /// Longest that the receiver of a webhook may take to respond
    #[arg(
        long,
        env = "GROUNDWORK_WEBHOOKS_TIMEOUT",
        default_value = "15s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub webhooks_timeout: Duration,
}

/// The rules of plans.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Plans")]
pub struct PlansConfig {
    /// Time without an active manager after which the owner's agreement alone makes a plan agreed. A person who never
    /// had a manager does not wait
    #[arg(
        long,
        env = "GROUNDWORK_AGREE_WITHOUT_MANAGER_AFTER",
        default_value = "24h",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub agree_without_manager_after: Duration,
}

impl Default for PlansConfig {
    fn default() -> Self {
        Self { agree_without_manager_after: Duration::from_secs(24 * 3600) }
    }
}

/// How webhooks are sent.
#[derive(Clone, Copy, Debug)]
pub struct WebhookSettings {
    /// Whether they may be sent to private addresses, and over plain HTTP.
    pub allow_private: bool,
    /// Longest that a receiver may take to respond.
    pub timeout: Duration,
}

impl EventsConfig {
    pub fn webhooks(&self) -> WebhookSettings {
        WebhookSettings { allow_private: self.webhooks_allow_private, timeout: self.webhooks_timeout }
    }
}

/// What only `groundwork serve` has to decide.
#[derive(Args, Clone, Debug)]
pub struct ServeConfig {
    /// Migrate the schema of a PostgreSQL database at start; SQLite is always migrated
    #[arg(long, env = "GROUNDWORK_MIGRATE", help_heading = "Database")]
    pub migrate: bool,

    /// Send webhooks and report what is due; set to false where `groundwork work` does it
    #[arg(
        long,
        env = "GROUNDWORK_WORKER",
        default_value_t = true,
        action = ArgAction::Set,
        value_name = "BOOL",
        help_heading = "Events",
    )]
    pub worker: bool,
}

/// Longest duration of a setting, in milliseconds: a hundred years, so that adding it to an instant cannot overflow.
const LONGEST: u64 = 36_500 * 86_400_000;

/// Parses a duration such as `500ms`, `30s`, `5m`, `1h` or `90d`.
pub fn duration(text: &str) -> Result<Duration, String> {
    let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let millis = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err("write a whole number and a unit: 500ms, 30s, 5m, 1h or 90d".into()),
    };
    number
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_mul(millis))
        .filter(|total| (1..=LONGEST).contains(total))
        .map(Duration::from_millis)
        .ok_or_else(|| "write a duration above zero and up to 36500d: 500ms, 30s, 5m, 1h or 90d".into())
}

/// Parses an address to listen on. Host names have several, so they are refused.
fn socket_address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "write an IP address and a port, such as 127.0.0.1:8080 or [::1]:8080".into())
}

/// Parses the origin of web pages (RFC 6454) as browsers send it, or `*`.
fn origin(text: &str) -> Result<String, String> {
    const REMEDY: &str =
        "write scheme and host, as in https://hr.example.com, and the port if it is not the default";
    let text = text.trim();
    if text == "*" {
        return Ok(text.into());
    }
    let url = Url::parse(text).map_err(|error| format!("is not an origin ({error}); {REMEDY}"))?;
    let origin = url.origin();
    if !origin.is_tuple() || !matches!(url.scheme(), "http" | "https") {
        return Err(format!("has no scheme http or https; {REMEDY}"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(format!("has more than an origin; {REMEDY}"));
    }
    Ok(origin.ascii_serialization())
}

/// Parses a URL that paths are appended to: without a slash at its end.
fn public_url(text: &str) -> Result<String, String> {
    const REMEDY: &str = "write it as in https://hr.example.com/groundwork";
    let url = Url::parse(text.trim()).map_err(|error| format!("is not a URL ({error}); {REMEDY}"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("has no scheme http or https; {REMEDY}"));
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(format!("has more than scheme, host and path; {REMEDY}"));
    }
    Ok(url.as_str().trim_end_matches('/').into())
}

/// As [`duration`], or `0s`.
fn duration_or_none(text: &str) -> Result<Duration, String> {
    if text == "0s" { Ok(Duration::ZERO) } else { duration(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_do_not_come_from_the_environment() {
        // Cargo sets this one for every test.
        #[derive(Args)]
        struct Settings {
            #[arg(long, env = "CARGO_MANIFEST_DIR", default_value = "the default")]
            folder: String,
        }
        assert_eq!(defaults::<Settings>([""; 0]).unwrap().folder, "the default");
        assert_eq!(defaults::<Settings>(["--folder=/tmp"]).unwrap().folder, "/tmp");
    }

    #[test]
    fn origins_are_read_as_browsers_send_them() {
        for (text, read) in [
            ("https://hr.example", "https://hr.example"),
            (" https://HR.example/ ", "https://hr.example"),
            ("https://hr.example:443", "https://hr.example"),
            ("http://localhost:5173", "http://localhost:5173"),
            ("*", "*"),
        ] {
            assert_eq!(origin(text).as_deref(), Ok(read), "{text}");
        }
        for wrong in
            ["", "hr.example", "localhost:5173", "https://hr.example/app", "https://*.example/?a", "null"]
        {
            let fault = origin(wrong).unwrap_err();
            assert!(fault.contains("write scheme and host"), "{wrong}: {fault}");
        }
    }

    #[test]
    fn the_public_url_has_no_slash_at_its_end() {
        for text in ["https://hr.example/groundwork", "https://hr.example/groundwork/"] {
            assert_eq!(public_url(text).as_deref(), Ok("https://hr.example/groundwork"));
        }
        assert_eq!(public_url("http://localhost:8080").as_deref(), Ok("http://localhost:8080"));
        for wrong in ["", "hr.example", "/groundwork", "ftp://hr.example", "https://hr.example/?a=1"] {
            assert!(public_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("30s"), Ok(Duration::from_secs(30)));
        assert_eq!(duration("1h"), Ok(Duration::from_secs(3600)));
        assert_eq!(duration("90d"), Ok(Duration::from_secs(90 * 86_400)));
        for wrong in ["", "30", "s", "-1s", "0s", "1.5s", "36501d", "99999999999999999999h"] {
            assert!(duration(wrong).is_err(), "{wrong} was taken");
        }
    }
}
