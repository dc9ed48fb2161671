//! Settings of authentication.

use std::{path::PathBuf, time::Duration};

use clap::Args;
use url::Url;

use super::{
    BadSetting, duration,
    given::Given,
    issuer::{
        AuthSettings, ClaimName, INSECURE, IssuerSettings, KeySource, PersonMatch, ServiceRule, TenantRule,
        is_trustworthy,
    },
    issuers_file::IssuersFile,
};

const TENANT_CLAIM: &str = "tenant";
const SUBJECT_CLAIM: &str = "sub";
const ROLES_CLAIM: &str = "roles";
const SCOPE_CLAIM: &str = "scope,scp";

/// Which tokens are valid. Set an HS256 secret, a JWKS by URL or file, or only an issuer, whose keys are then found by
/// OpenID Connect discovery. Several issuers are listed in a file.
// No `Debug`: it would show the secret.
#[derive(Args, Clone)]
#[command(next_help_heading = "Authentication")]
pub struct AuthConfig {
    // The first, since reading a field takes it away from the arguments.
    #[command(flatten)]
    pub given: Given,

    #[command(flatten)]
    pub issuers_file: IssuersFile,

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
    #[arg(long, env = "GROUNDWORK_AUTH_TENANT_CLAIM", default_value = TENANT_CLAIM, value_name = "CLAIM")]
    pub auth_tenant_claim: String,

    /// Claim that identifies the caller for good. It is never compared with the directory. Entra ID: `oid`
    #[arg(long, env = "GROUNDWORK_AUTH_SUBJECT_CLAIM", default_value = SUBJECT_CLAIM, value_name = "CLAIM")]
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
        default_value = ROLES_CLAIM,
        value_delimiter = ',',
        value_name = "CLAIM"
    )]
    pub auth_roles_claim: Vec<String>,

    /// Claims that list the scopes, separated by commas; each is an array, or a string separated by spaces
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_SCOPE_CLAIM",
        default_value = SCOPE_CLAIM,
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

impl AuthConfig {
    /// The issuers, or what is wrong with their settings.
    pub fn settings(&self) -> Result<AuthSettings, BadSetting> {
        self.settings_with(|| self.key_source())
    }

    /// The same for commands that verify no token: keys of a single issuer need not be set.
    pub fn settings_without_keys(&self) -> Result<AuthSettings, BadSetting> {
        self.settings_with(|| Ok(self.key_source().unwrap_or((KeySource::None, "GROUNDWORK_AUTH_*"))))
    }

    fn settings_with(
        &self,
        keys: impl FnOnce() -> Result<(KeySource, &'static str), BadSetting>,
    ) -> Result<AuthSettings, BadSetting> {
        let issuers = match self.issuers_file.read()? {
            None => vec![self.single_issuer(keys()?)?],
            Some(issuers) => {
                let contradicting = self.set_for_single_issuer();
                if !contradicting.is_empty() {
                    return Err(BadSetting {
                        setting: "GROUNDWORK_AUTH_ISSUERS_FILE",
                        fault: format!(
                            "the file names the issuers, and so does {}",
                            contradicting.join(", ")
                        ),
                        remedy: "leave those out, and write what they say into the file",
                    });
                }
                issuers
            }
        };
        Ok(AuthSettings { issuers, require_scopes: self.auth_require_scopes, leeway: self.auth_leeway })
    }

    /// The settings that are given, be it as the default, and say something of a single issuer.
    fn set_for_single_issuer(&self) -> Vec<&'static str> {
        let all = [
            ("GROUNDWORK_AUTH_ISSUER", "auth_issuer"),
            ("GROUNDWORK_AUTH_AUDIENCE", "auth_audience"),
            ("GROUNDWORK_AUTH_HS256_SECRET", "auth_hs256_secret"),
            ("GROUNDWORK_AUTH_JWKS_URL", "auth_jwks_url"),
            ("GROUNDWORK_AUTH_JWKS_FILE", "auth_jwks_file"),
            ("GROUNDWORK_AUTH_TENANT_CLAIM", "auth_tenant_claim"),
            ("GROUNDWORK_AUTH_SUBJECT_CLAIM", "auth_subject_claim"),
            ("GROUNDWORK_AUTH_PERSON_CLAIM", "auth_person_claim"),
            ("GROUNDWORK_AUTH_PERSON_MATCH", "auth_person_match"),
            ("GROUNDWORK_AUTH_EMAIL_TRUSTED", "auth_email_trusted"),
            ("GROUNDWORK_AUTH_SERVICE_CLAIM", "auth_service_claim"),
            ("GROUNDWORK_AUTH_ROLES_CLAIM", "auth_roles_claim"),
            ("GROUNDWORK_AUTH_SCOPE_CLAIM", "auth_scope_claim"),
        ];
        all.into_iter().filter_map(|(setting, id)| self.given.has(id).then_some(setting)).collect()
    }

    fn single_issuer(
        &self,
        (keys, keys_setting): (KeySource, &'static str),
    ) -> Result<IssuerSettings, BadSetting> {
        let claim = |setting, name: &str| ClaimName::parse(name).map_err(|fault| bad_claim(setting, fault));
        let claims = |setting, names: &[String]| -> Result<Vec<ClaimName>, BadSetting> {
            names.iter().map(|name| claim(setting, name)).collect()
        };
        let rules = self.auth_service_claim.iter().map(|rule| {
            ServiceRule::parse(rule).map_err(|fault| bad_claim("GROUNDWORK_AUTH_SERVICE_CLAIM", fault))
        });
        let person = self.auth_person_claim.as_deref();
        Ok(IssuerSettings {
            url: self.auth_issuer.clone(),
            audience: self.auth_audience.clone(),
            keys,
            keys_setting,
            keys_line: None,
            tenant: TenantRule::Claim(claim("GROUNDWORK_AUTH_TENANT_CLAIM", &self.auth_tenant_claim)?),
            subject_claim: claim("GROUNDWORK_AUTH_SUBJECT_CLAIM", &self.auth_subject_claim)?,
            person_claim: person.map(|name| claim("GROUNDWORK_AUTH_PERSON_CLAIM", name)).transpose()?,
            person_match: self.auth_person_match,
            trusts_email: self.auth_email_trusted,
            service_claims: rules.collect::<Result<_, _>>()?,
            roles_claim: claims("GROUNDWORK_AUTH_ROLES_CLAIM", &self.auth_roles_claim)?,
            scope_claim: claims("GROUNDWORK_AUTH_SCOPE_CLAIM", &self.auth_scope_claim)?,
            links_by_name: true,
        })
    }

    /// The one source of keys, with the setting that names it; refuses none, or more than one.
    fn key_source(&self) -> Result<(KeySource, &'static str), BadSetting> {
        const REMEDY: &str = "set exactly one of GROUNDWORK_AUTH_HS256_SECRET, GROUNDWORK_AUTH_JWKS_URL and \
             GROUNDWORK_AUTH_JWKS_FILE, or only GROUNDWORK_AUTH_ISSUER for OpenID Connect discovery, or list several \
             issuers in GROUNDWORK_AUTH_ISSUERS_FILE; `groundwork demo` needs none of them";
        let bad = |setting, fault| BadSetting { setting, fault, remedy: REMEDY };
        let given = [
            self.auth_hs256_secret.clone().map(|it| (KeySource::Secret(it), "GROUNDWORK_AUTH_HS256_SECRET")),
            self.auth_jwks_url.clone().map(|it| (KeySource::JwksUrl(it), "GROUNDWORK_AUTH_JWKS_URL")),
            self.auth_jwks_file.clone().map(|it| (KeySource::JwksFile(it), "GROUNDWORK_AUTH_JWKS_FILE")),
        ];
        let mut given = given.into_iter().flatten();
        let (source, setting) = match (given.next(), given.next(), &self.auth_issuer) {
            (Some(only), None, _) => only,
            (Some(_), Some(_), _) => {
                return Err(bad("GROUNDWORK_AUTH_*", "keys are named in more than one way".into()));
            }
            (None, _, Some(issuer)) => {
                const SETTING: &str = "GROUNDWORK_AUTH_ISSUER";
                let url = Url::parse(issuer)
                    .map_err(|error| bad(SETTING, format!("is not a URL, which discovery needs: {error}")))?;
                (KeySource::Discovery(url), SETTING)
            }
            (None, _, None) => {
                return Err(bad("GROUNDWORK_AUTH_*", "there is no way to verify tokens".into()));
            }
        };
        match &source {
            KeySource::Secret(secret) if secret.len() < 32 => Err(BadSetting {
                setting,
                fault: format!(
                    "has {} bytes; HS256 is safe with 32 or more (RFC 7518, section 3.2)",
                    secret.len()
                ),
                remedy: "make one with: openssl rand -base64 48",
            }),
            KeySource::JwksUrl(url) | KeySource::Discovery(url) if !is_trustworthy(url) => Err(BadSetting {
                setting,
                fault: INSECURE.into(),
                remedy: "use https (plain http is accepted on this machine only), or fetch the keys by other means \
                         and set GROUNDWORK_AUTH_JWKS_FILE",
            }),
            _ => Ok((source, setting)),
        }
    }
}

fn bad_claim(setting: &'static str, fault: String) -> BadSetting {
    const REMEDY: &str = "use visible ASCII characters without quotes and backslashes";
    BadSetting { setting, fault, remedy: REMEDY }
}
