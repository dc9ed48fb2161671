//! Every setting: read once, documented once (in `--help`), checked at start.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use clap::{Args, ValueEnum};
use url::Url;

/// What is wrong with the settings, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{setting}: {fault}\n  remedy: {remedy}")]
pub struct BadSetting {
    pub setting: &'static str,
    pub fault: String,
    pub remedy: &'static str,
}

/// How to reach the database.
// No `Debug`: it would show the password.
#[derive(Args, Clone)]
#[command(next_help_heading = "Database")]
pub struct DatabaseConfig {
    /// Where plans are kept: `sqlite:FILE` (embedded, one process) or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_URL",
        default_value = "sqlite:groundwork.db",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub database_url: String,

    /// Another server of the same database that follows the first: lists and team progress are read from it, wherever
    /// it has all that the tenant has written
    #[arg(long, env = "GROUNDWORK_DATABASE_READ_URL", hide_env_values = true, value_name = "URL")]
    pub database_read_url: Option<String>,

    /// The most connections held open: to PostgreSQL (as many to a server that is only read from), or for reading
    /// from SQLite (which has one more, for writing). Half as many requests of one caller are carried out at a time;
    /// its others wait
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_CONNECTIONS",
        default_value_t = 8,
        value_name = "COUNT",
        value_parser = clap::value_parser!(u32).range(1..=1000),
    )]
    pub database_connections: u32,

    /// How long a request waits for its turn, and for a free connection, before it is answered 503
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_WAIT",
        default_value = "5s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_wait: Duration,

    /// Longest that one statement may take on PostgreSQL before it is ended and its request answered 503; SQLite's
    /// last as long as their request may
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_STATEMENT_TIMEOUT",
        default_value = "15s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_statement_timeout: Duration,

    /// Longest that a statement waits on PostgreSQL for what somebody else has locked; on SQLite, whose one writer
    /// holds back all others, GROUNDWORK_DATABASE_WAIT says so
    #[arg(
        long,
        env = "GROUNDWORK_DATABASE_LOCK_TIMEOUT",
        default_value = "5s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub database_lock_timeout: Duration,

    /// What stands between the service and PostgreSQL, as PgBouncer, and lends a session for a transaction only:
    /// nothing, or what passes on `prepared` statements (PgBouncer 1.21 and later, with `max_prepared_statements`),
    /// or what does not (`unprepared`: each statement then takes some round trips more)
    #[arg(long, env = "GROUNDWORK_DATABASE_POOLER", default_value = "none", value_name = "KIND")]
    pub database_pooler: Pooler,
}

/// What lends sessions of a PostgreSQL server for a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Pooler {
    None,
    Prepared,
    Unprepared,
}

/// Which tokens are believed. Give an HS256 secret, or a JWKS by URL or file, or only an issuer (OpenID Connect
/// discovery then finds its keys).
// No `Debug`: it would show the secret.
#[derive(Args, Clone)]
#[command(next_help_heading = "Who is calling")]
pub struct AuthConfig {
    /// Required `iss` of every token; alone, its OpenID Connect discovery document names the keys
    #[arg(long, env = "GROUNDWORK_AUTH_ISSUER", value_name = "URL")]
    pub auth_issuer: Option<String>,

    /// Required `aud` of every token
    #[arg(long, env = "GROUNDWORK_AUTH_AUDIENCE", value_name = "NAME")]
    pub auth_audience: Option<String>,

    /// Secret that HS256 tokens are signed with, 32 bytes or more
    #[arg(long, env = "GROUNDWORK_AUTH_HS256_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub auth_hs256_secret: Option<String>,

    /// Where the issuer publishes its public keys (RFC 7517)
    #[arg(long, env = "GROUNDWORK_AUTH_JWKS_URL", value_name = "URL")]
    pub auth_jwks_url: Option<Url>,

    /// A file with the issuer's public keys (RFC 7517)
    #[arg(long, env = "GROUNDWORK_AUTH_JWKS_FILE", value_name = "FILE")]
    pub auth_jwks_file: Option<PathBuf>,

    /// Claim that names the tenant
    #[arg(long, env = "GROUNDWORK_AUTH_TENANT_CLAIM", default_value = "tenant", value_name = "CLAIM")]
    pub auth_tenant_claim: String,

    /// Claim that names the person
    #[arg(long, env = "GROUNDWORK_AUTH_PERSON_CLAIM", default_value = "sub", value_name = "CLAIM")]
    pub auth_person_claim: String,

    /// Which field of a person that claim is matched with
    #[arg(long, env = "GROUNDWORK_AUTH_PERSON_MATCH", default_value = "user-name", value_name = "FIELD")]
    pub auth_person_match: PersonMatch,

    /// Claim that lists the roles; `hr_admin` is the one that counts
    #[arg(long, env = "GROUNDWORK_AUTH_ROLES_CLAIM", default_value = "roles", value_name = "CLAIM")]
    pub auth_roles_claim: String,

    /// Claim that lists the scopes, separated by spaces or as an array
    #[arg(long, env = "GROUNDWORK_AUTH_SCOPE_CLAIM", default_value = "scope", value_name = "CLAIM")]
    pub auth_scope_claim: String,

    /// How far clocks may disagree about `exp` and `nbf`
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_LEEWAY",
        default_value = "30s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub auth_leeway: Duration,
}

/// The field of a person that a token's person claim is matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PersonMatch {
    UserName,
    ExternalId,
    Email,
    Id,
}

/// Where keys come from: exactly one place.
#[derive(Clone)]
pub enum KeySource {
    Secret(String),
    JwksFile(PathBuf),
    JwksUrl(Url),
    /// OpenID Connect discovery at this issuer.
    Discovery(Url),
}

impl DatabaseConfig {
    /// The defaults, for a database at `url`.
    pub fn at(url: &str) -> Self {
        Self {
            database_url: url.to_owned(),
            database_read_url: None,
            database_connections: 8,
            database_wait: Duration::from_secs(5),
            database_statement_timeout: Duration::from_secs(15),
            database_lock_timeout: Duration::from_secs(5),
            database_pooler: Pooler::None,
        }
    }
}

impl AuthConfig {
    /// The defaults, for tokens signed with `secret`.
    pub fn of_secret(secret: &str) -> Self {
        Self {
            auth_issuer: None,
            auth_audience: None,
            auth_hs256_secret: Some(secret.to_owned()),
            auth_jwks_url: None,
            auth_jwks_file: None,
            auth_tenant_claim: "tenant".into(),
            auth_person_claim: "sub".into(),
            auth_person_match: PersonMatch::UserName,
            auth_roles_claim: "roles".into(),
            auth_scope_claim: "scope".into(),
            auth_leeway: Duration::from_secs(30),
        }
    }

    /// The one place that keys come from, or what to change so that there is one.
    pub fn key_source(&self) -> Result<KeySource, BadSetting> {
        const REMEDY: &str = "set exactly one of GROUNDWORK_AUTH_HS256_SECRET, GROUNDWORK_AUTH_JWKS_URL and \
             GROUNDWORK_AUTH_JWKS_FILE, or only GROUNDWORK_AUTH_ISSUER for OpenID Connect discovery; \
             `groundwork demo` needs none of them";
        let given = [
            self.auth_hs256_secret.clone().map(KeySource::Secret),
            self.auth_jwks_url.clone().map(KeySource::JwksUrl),
            self.auth_jwks_file.clone().map(KeySource::JwksFile),
        ];
        let mut given = given.into_iter().flatten();
        let source = match (given.next(), given.next(), &self.auth_issuer) {
            (Some(source), None, _) => source,
            (Some(_), Some(_), _) => {
                return Err(BadSetting {
                    setting: "GROUNDWORK_AUTH_*",
                    fault: "keys are named in more than one way".into(),
                    remedy: REMEDY,
                });
            }
            (None, _, Some(issuer)) => {
                KeySource::Discovery(Url::parse(issuer).map_err(|error| BadSetting {
                    setting: "GROUNDWORK_AUTH_ISSUER",
                    fault: format!("is not a URL, which discovery needs: {error}"),
                    remedy: REMEDY,
                })?)
            }
            (None, _, None) => {
                return Err(BadSetting {
                    setting: "GROUNDWORK_AUTH_*",
                    fault: "there is no way to verify tokens".into(),
                    remedy: REMEDY,
                });
            }
        };
        match &source {
            KeySource::Secret(secret) if secret.len() < 32 => Err(BadSetting {
                setting: "GROUNDWORK_AUTH_HS256_SECRET",
                fault: format!(
                    "has {} bytes; HS256 is safe with 32 or more (RFC 7518, section 3.2)",
                    secret.len()
                ),
                remedy: "make one with: openssl rand -base64 48",
            }),
            _ => Ok(source),
        }
    }
}

/// How the service meets its callers.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "HTTP")]
pub struct HttpConfig {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "GROUNDWORK_BIND", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub bind: SocketAddr,

    /// Threads that serve requests; 0 takes one a core
    #[arg(
        long,
        env = "GROUNDWORK_WORKERS",
        default_value_t = 0,
        value_name = "COUNT",
        value_parser = clap::value_parser!(u16).range(0..=1024),
    )]
    pub workers: u16,

    /// Largest request body, in bytes; an import may be 16 times as large
    #[arg(
        long,
        env = "GROUNDWORK_BODY_LIMIT",
        default_value_t = 1_048_576,
        value_name = "BYTES",
        value_parser = clap::value_parser!(u32).range(1024..=1_073_741_824),
    )]
    pub body_limit: u32,

    /// Longest that a request may take before it is answered 503, and that a client may leave an answer unread before
    /// it is hung up on
    #[arg(
        long,
        env = "GROUNDWORK_REQUEST_TIMEOUT",
        default_value = "30s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub request_timeout: Duration,

    /// Longest that a client may take to send a request's head
    #[arg(
        long,
        env = "GROUNDWORK_HEADER_TIMEOUT",
        default_value = "10s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub header_timeout: Duration,

    /// How long requests are still taken after SIGTERM, while `/health/ready` answers 503: until whoever sends them has
    /// noticed. 0s where nobody is in front
    #[arg(
        long,
        env = "GROUNDWORK_DRAIN_TIME",
        default_value = "0s",
        value_name = "DURATION",
        value_parser = duration_or_none,
    )]
    pub drain_time: Duration,

    /// Longest that running requests are then given to finish
    #[arg(
        long,
        env = "GROUNDWORK_SHUTDOWN_TIMEOUT",
        default_value = "25s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub shutdown_timeout: Duration,

    /// Requests a minute that each caller may make, all at once or spread over it; 0 sets no limit. Each process
    /// counts for itself: behind a balancer, a caller may make as many of every replica
    #[arg(long, env = "GROUNDWORK_RATE_LIMIT", default_value_t = 0, value_name = "COUNT")]
    pub rate_limit: u32,

    /// Origins whose pages may call the service, separated by commas; `*` for any
    #[arg(long, env = "GROUNDWORK_CORS_ORIGINS", value_delimiter = ',', value_name = "ORIGIN")]
    pub cors_origins: Vec<String>,
}

/// What happens, and how long it is told of.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Events")]
pub struct EventsConfig {
    /// How long the change feed keeps events
    #[arg(
        long,
        env = "GROUNDWORK_EVENT_RETENTION",
        default_value = "90d",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub event_retention: Duration,

    /// How long nothing is heard of a shared plan's action items until an event tells so
    #[arg(
        long,
        env = "GROUNDWORK_PLAN_STALE_AFTER",
        default_value = "30d",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub plan_stale_after: Duration,

    /// Let webhooks lead to private addresses and use plain HTTP: for development
    #[arg(long, env = "GROUNDWORK_WEBHOOKS_ALLOW_PRIVATE")]
    pub webhooks_allow_private: bool,

    /// Longest that the receiver of a webhook may take to answer
    #[arg(
        long,
        env = "GROUNDWORK_WEBHOOKS_TIMEOUT",
        default_value = "15s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub webhooks_timeout: Duration,
}

/// How webhooks are sent.
#[derive(Clone, Copy, Debug)]
pub struct WebhookSettings {
    /// Whether they may lead to private addresses, over plain HTTP too.
    pub allow_private: bool,
    pub timeout: Duration,
}

impl Default for WebhookSettings {
    fn default() -> Self {
        Self { allow_private: false, timeout: Duration::from_secs(15) }
    }
}

impl EventsConfig {
    pub fn webhooks(&self) -> WebhookSettings {
        WebhookSettings { allow_private: self.webhooks_allow_private, timeout: self.webhooks_timeout }
    }
}

/// What the service says about itself.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Telemetry")]
pub struct TelemetryConfig {
    /// What is logged, as in `info` or `groundwork=debug,warn`; `groundwork::http=debug` shows every request
    #[arg(
        long,
        env = "GROUNDWORK_LOG",
        default_value = "info,actix_server=warn,sea_orm_migration=warn",
        value_name = "FILTER"
    )]
    pub log: String,

    /// How it looks; `auto` is readable on a terminal and JSON elsewhere
    #[arg(long, env = "GROUNDWORK_LOG_FORMAT", default_value = "auto", value_name = "FORMAT")]
    pub log_format: LogFormat,

    /// Address and port of metrics, health and the log filter, or `off`: for those who operate the service, not for
    /// callers. Unless given, `127.0.0.1:9464` where that is free; `demo` has none
    #[arg(long, env = "GROUNDWORK_OPERATIONS_BIND", value_name = "ADDRESS", value_parser = operations_bind)]
    pub operations_bind: Option<OperationsBind>,

    /// The OpenTelemetry collector that traces are sent to, by OTLP over HTTP; its usual companions are heeded as well
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT", value_name = "URL")]
    pub otlp_endpoint: Option<String>,

    /// The same, as the whole URL for traces
    #[arg(long, env = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", value_name = "URL")]
    pub otlp_traces_endpoint: Option<String>,
}

impl TelemetryConfig {
    /// Where traces are sent to, if they are.
    pub fn traces_endpoint(&self) -> Result<Option<String>, BadSetting> {
        let given = |setting, url: &Option<String>, path| {
            let url = url.as_deref().map(str::trim).filter(|url| !url.is_empty())?;
            Some((setting, format!("{}{path}", url.trim_end_matches('/'))))
        };
        let whole = given("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", &self.otlp_traces_endpoint, "");
        let base = || given("OTEL_EXPORTER_OTLP_ENDPOINT", &self.otlp_endpoint, "/v1/traces");
        let Some((setting, url)) = whole.or_else(base) else { return Ok(None) };
        let fault = match Url::parse(&url) {
            Ok(parsed) if matches!(parsed.scheme(), "http" | "https") => return Ok(Some(url)),
            Ok(_) => "begins neither with http:// nor with https://".to_owned(),
            Err(error) => format!("is no URL: {error}"),
        };
        Err(BadSetting {
            setting,
            fault,
            remedy: "write the collector's address, as in http://127.0.0.1:4318",
        })
    }
}

/// Where those who operate the service find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationsBind {
    Off,
    At(SocketAddr),
}

fn operations_bind(text: &str) -> Result<OperationsBind, String> {
    match text {
        "off" => Ok(OperationsBind::Off),
        address => address
            .parse()
            .map(OperationsBind::At)
            .map_err(|_| "write an address and a port, as in 127.0.0.1:9464, or off".into()),
    }
}

/// The looks that logs can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Auto,
    Json,
    Text,
}

/// The longest that a setting may last, in milliseconds: a hundred years, by which no instant of ours overflows.
const LONGEST: u64 = 36_500 * 86_400_000;

/// A length of time as people write it: `500ms`, `30s`, `5m`, `1h`, `90d`.
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
        .ok_or_else(|| "write a time above zero, of at most 36500d: 500ms, 30s, 5m, 1h or 90d".into())
}

/// Such a length of time, or none: `0s`.
fn duration_or_none(text: &str) -> Result<Duration, String> {
    if text == "0s" { Ok(Duration::ZERO) } else { duration(text) }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Settings {
        #[command(flatten)]
        telemetry: TelemetryConfig,
    }

    #[test]
    fn traces_go_to_a_path_of_the_collector_or_to_the_very_url() {
        let endpoint = |flags: &[&str]| {
            let flags = ["test"].iter().chain(flags);
            Settings::parse_from(flags).telemetry.traces_endpoint().map_err(|error| error.setting)
        };
        let url = |url: &str| Ok(Some(url.to_owned()));
        assert_eq!(endpoint(&["--otlp-endpoint", ""]), Ok(None));
        assert_eq!(endpoint(&["--otlp-endpoint=http://otel:4318"]), url("http://otel:4318/v1/traces"));
        assert_eq!(endpoint(&["--otlp-endpoint=https://otel/tenant/"]), url("https://otel/tenant/v1/traces"));
        let both = ["--otlp-endpoint=http://otel:4318", "--otlp-traces-endpoint=http://tempo:4318/in"];
        assert_eq!(endpoint(&both), url("http://tempo:4318/in"));
        assert_eq!(
            endpoint(&["--otlp-traces-endpoint=otel:4317"]),
            Err("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
        );
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
