//! Settings of authentication.

use std::{path::PathBuf, time::Duration};

use clap::{Args, ValueEnum};
use url::Url;

use super::{BadSetting, duration};

/// Which tokens are valid. Set an HS256 secret, a JWKS by URL or file, or only an issuer, whose keys are then found by
/// OpenID Connect discovery.
// No `Debug`: it would show the secret.
#[derive(Args, Clone)]
#[command(next_help_heading = "Authentication")]
pub struct AuthConfig {
    /// Required `iss` of every token. If no keys are set, they are found by its OpenID Connect discovery document
    #[arg(long, env = "GROUNDWORK_AUTH_ISSUER", value_name = "URL")]
    pub auth_issuer: Option<String>,

    /// Required `aud` of every token
    #[arg(long, env = "GROUNDWORK_AUTH_AUDIENCE", value_name = "NAME")]
    pub auth_audience: Option<String>,

    /// Secret that HS256 tokens are signed with, at least 32 bytes
    #[arg(long, env = "GROUNDWORK_AUTH_HS256_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub auth_hs256_secret: Option<String>,

    /// URL of the issuer's public keys (RFC 7517)
    #[arg(long, env = "GROUNDWORK_AUTH_JWKS_URL", hide_env_values = true, value_name = "URL")]
    pub auth_jwks_url: Option<Url>,

    /// File with the issuer's public keys (RFC 7517)
    #[arg(long, env = "GROUNDWORK_AUTH_JWKS_FILE", value_name = "FILE")]
    pub auth_jwks_file: Option<PathBuf>,

    /// Claim that names the tenant. Claims are named by path: `realm_access.roles`, or `/realm_access/roles`. A claim
    /// whose whole name is the text comes first
    #[arg(long, env = "GROUNDWORK_AUTH_TENANT_CLAIM", default_value = "tenant", value_name = "CLAIM")]
    pub auth_tenant_claim: String,

    /// Claim that identifies the caller for good. It is never compared with the directory. Entra ID: `oid`
    #[arg(long, env = "GROUNDWORK_AUTH_SUBJECT_CLAIM", default_value = "sub", value_name = "CLAIM")]
    pub auth_subject_claim: String,

    /// Claim that a person is found by at the first call, which links the subject to the person; the subject claim
    /// unless set
    #[arg(long, env = "GROUNDWORK_AUTH_PERSON_CLAIM", value_name = "CLAIM")]
    pub auth_person_claim: Option<String>,

    /// The field of a person that this claim is compared with, without case. `email` needs `email_verified` in the
    /// token
    #[arg(long, env = "GROUNDWORK_AUTH_PERSON_MATCH", default_value = "user-name", value_name = "FIELD")]
    pub auth_person_match: PersonMatch,

    /// Accept e-mail addresses without `email_verified`, from an issuer that verifies every address
    #[arg(long, env = "GROUNDWORK_AUTH_EMAIL_TRUSTED")]
    pub auth_email_trusted: bool,

    /// What says that a token is a service's, separated by commas: a claim that equals the subject, or `CLAIM=VALUE`,
    /// such as `idtyp=app`. A token whose `client_id`, `azp` or `cid` equals the subject always is
    #[arg(long, env = "GROUNDWORK_AUTH_SERVICE_CLAIM", value_delimiter = ',', value_name = "CLAIM")]
    pub auth_service_claim: Vec<String>,

    /// Claims that list the roles, separated by commas; only `hr_admin` has a meaning
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_ROLES_CLAIM",
        default_value = "roles",
        value_delimiter = ',',
        value_name = "CLAIM"
    )]
    pub auth_roles_claim: Vec<String>,

    /// Claims that list the scopes, separated by commas; each is an array, or a string separated by spaces
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_SCOPE_CLAIM",
        default_value = "scope,scp",
        value_delimiter = ',',
        value_name = "CLAIM"
    )]
    pub auth_scope_claim: Vec<String>,

    /// Whether a person's token needs the scope of each operation, as a service's does. Without it, a token that has no
    /// Groundwork scope has all the person's rights
    #[arg(long, env = "GROUNDWORK_AUTH_REQUIRE_SCOPES")]
    pub auth_require_scopes: bool,

    /// Tolerance for `exp` and `nbf`, because clocks differ
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_LEEWAY",
        default_value = "30s",
        value_name = "DURATION",
        value_parser = duration,
    )]
    pub auth_leeway: Duration,
}

/// The field of a person that a token's person claim is compared with. `id` is the safest: nothing that is written to
/// the directory can move it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PersonMatch {
    UserName,
    ExternalId,
    Email,
    Id,
}

/// Where the keys that verify tokens come from.
#[derive(Clone)]
pub enum KeySource {
    Secret(String),
    JwksFile(PathBuf),
    JwksUrl(Url),
    /// OpenID Connect discovery at this issuer.
    Discovery(Url),
}

impl AuthConfig {
    /// The one source of keys; refuses none, or more than one.
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
