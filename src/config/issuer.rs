//! What the service has to know of each issuer of tokens, whether the environment or a file says it.

use std::{fmt, path::PathBuf, time::Duration};

use clap::ValueEnum;
use url::{Host, Url};

/// Which tokens are valid, and who their callers are.
#[derive(Clone)]
pub struct AuthSettings {
    /// One or more. The first may inherit the realm of the time before issuers were configured.
    pub issuers: Vec<IssuerSettings>,
    /// Whether a person's token needs the scope of each operation.
    pub require_scopes: bool,
    /// Tolerance for `exp` and `nbf`.
    pub leeway: Duration,
}

/// The settings of one issuer.
// No `Debug`: it would show the secret.
#[derive(Clone)]
pub struct IssuerSettings {
    /// The `iss` of its tokens. None if no issuer is configured: then every token is of this one.
    pub url: Option<String>,
    /// Required `aud`.
    pub audience: Option<String>,
    pub keys: KeySource,
    /// The setting that names the keys, for messages.
    pub keys_setting: &'static str,
    /// The line of the file that names them, if a file lists the issuers and the keys are in one.
    pub keys_line: Option<usize>,
    pub tenant: TenantRule,
    pub subject_claim: ClaimName,
    /// None for the subject.
    pub person_claim: Option<ClaimName>,
    pub person_match: PersonMatch,
    /// Whether an e-mail address counts without `email_verified`.
    pub trusts_email: bool,
    pub service_claims: Vec<ServiceRule>,
    pub roles_claim: Vec<ClaimName>,
    pub scope_claim: Vec<ClaimName>,
    /// Whether an identity that is not linked yet is linked to the person whom its token names.
    pub links_by_name: bool,
}

impl IssuerSettings {
    /// Whether its tokens may be of this tenant.
    pub fn may_name(&self, tenant: &str) -> bool {
        match &self.tenant {
            TenantRule::Claim(_) => true,
            TenantRule::ClaimAmong(_, tenants) => tenants.iter().any(|it| it == tenant),
            TenantRule::Fixed(fixed) => fixed == tenant,
        }
    }
}

/// Where the keys that verify tokens come from.
#[derive(Clone)]
pub enum KeySource {
    /// No keys are set, so no token is valid: for commands that verify none.
    None,
    Secret(String),
    JwksFile(PathBuf),
    JwksUrl(Url),
    /// OpenID Connect discovery at this issuer.
    Discovery(Url),
}

/// Whose tenant a token is.
#[derive(Clone)]
pub enum TenantRule {
    /// The tenant that this claim names.
    Claim(ClaimName),
    /// The tenant that this claim names, if it is one of these.
    ClaimAmong(ClaimName, Vec<String>),
    /// This tenant, whatever the token says.
    Fixed(String),
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

impl PersonMatch {
    /// The name of the field in the API.
    pub fn field(self) -> &'static str {
        match self {
            Self::UserName => "user_name",
            Self::ExternalId => "external_id",
            Self::Email => "email",
            Self::Id => "id",
        }
    }
}

/// The name of a claim that fits into an `error_description` (RFC 6750, section 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimName(String);

impl ClaimName {
    pub fn parse(name: &str) -> Result<Self, String> {
        let allowed = |byte| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~');
        if name.is_empty() || !name.bytes().all(allowed) {
            return Err(format!("is not the name of a claim: {name:?}"));
        }
        Ok(Self(name.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What says that a token is a service's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRule {
    pub claim: ClaimName,
    /// None if the claim must equal the subject.
    pub value: Option<String>,
}

impl ServiceRule {
    /// Reads `claim`, or `claim=value`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (claim, value) = text.split_once('=').map_or((text, None), |(claim, value)| (claim, Some(value)));
        Ok(Self { claim: ClaimName::parse(claim)?, value: value.map(str::to_owned) })
    }
}

/// What to do about a URL that is not trustworthy.
pub const INSECURE: &str = "is not an https URL: the keys could be replaced on the way";

/// Whether a response cannot be changed on the way: the URL is `https`, or of this machine.
pub fn is_trustworthy(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && loopback)
}

/// One line that says what is configured, without secrets.
impl fmt::Display for IssuerSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let audience = self.audience.as_deref().unwrap_or("any");
        write!(f, "issuer {}, audience {audience}, keys ", self.url.as_deref().unwrap_or("any"))?;
        match &self.keys {
            KeySource::None => f.write_str("not set")?,
            KeySource::Secret(_) => f.write_str("from a secret")?,
            KeySource::JwksFile(path) => write!(f, "from {}", path.display())?,
            KeySource::JwksUrl(url) => {
                write!(f, "from {}{}", url.host_str().unwrap_or_default(), url.path())?;
            }
            KeySource::Discovery(_) => f.write_str("by discovery")?,
        }
        match &self.tenant {
            TenantRule::Claim(_) => f.write_str(", any tenant")?,
            TenantRule::ClaimAmong(_, tenants) => write!(f, ", tenants {}", tenants.join(", "))?,
            TenantRule::Fixed(tenant) => write!(f, ", tenant {tenant}")?,
        }
        match self.links_by_name {
            true => write!(f, ", links people by {}", self.person_match.field()),
            false => f.write_str(", links no one by name"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_need_tls_unless_they_lead_to_this_machine() {
        for (url, fine) in [
            ("https://idp.example/keys", true),
            ("http://127.0.0.1:1/keys", true),
            ("http://[::1]/keys", true),
            ("http://localhost/keys", true),
            ("http://idp.example/keys", false),
            ("http://127.0.0.1.idp.example/keys", false),
            ("http://localhost.idp.example/keys", false),
            ("http://10.0.0.1/keys", false),
            ("ftp://localhost/keys", false),
            ("urn:idp", false),
        ] {
            assert_eq!(is_trustworthy(&url.parse().unwrap()), fine, "{url}");
        }
    }
}
