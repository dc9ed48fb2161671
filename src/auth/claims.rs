//! The claims of a token: which must be there, and what they may be.
//!
//! They are read here rather than by jsonwebtoken, which reports a claim of a wrong type (`"sub": ["ana"]`) as
//! malformed JSON and does not name it.

use serde_json::{Map, Value};

use super::error::TokenError;
use crate::config::{AuthConfig, BadSetting};

/// Longest name of a tenant or a person, in characters.
pub const MAX_NAME: usize = 200;
/// The role that makes its holder an HR admin.
const HR_ADMIN: &str = "hr_admin";

/// The claims of a verified token that we use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Name of the tenant.
    pub tenant: String,
    /// Name of the person or the service, from the claim that the settings name.
    pub subject: String,
    /// Whether `hr_admin` is among the roles.
    pub hr_admin: bool,
    pub roles: Vec<String>,
    /// Every scope that the token lists, including those of other services.
    pub scopes: Vec<String>,
    /// Seconds since the Unix epoch.
    pub expires_at: i64,
    /// Seconds since the Unix epoch.
    pub not_before: Option<i64>,
}

/// What the settings demand of claims.
pub struct ClaimRules {
    issuer: Option<String>,
    audience: Option<String>,
    /// The names of the claims to read.
    tenant: String,
    person: String,
    roles: String,
    scopes: String,
}

impl ClaimRules {
    /// The rules of the settings; refuses names that a header field cannot hold.
    pub fn new(config: &AuthConfig) -> Result<Self, BadSetting> {
        Ok(Self {
            issuer: config.auth_issuer.clone(),
            audience: config.auth_audience.clone(),
            tenant: claim_name("GROUNDWORK_AUTH_TENANT_CLAIM", &config.auth_tenant_claim)?,
            person: claim_name("GROUNDWORK_AUTH_PERSON_CLAIM", &config.auth_person_claim)?,
            roles: claim_name("GROUNDWORK_AUTH_ROLES_CLAIM", &config.auth_roles_claim)?,
            scopes: claim_name("GROUNDWORK_AUTH_SCOPE_CLAIM", &config.auth_scope_claim)?,
        })
    }

    /// Reads the claims of a token's payload, and checks all but the times.
    pub fn read(&self, payload: &Map<String, Value>) -> Result<Claims, TokenError> {
        self.check_issuer(payload)?;
        self.check_audience(payload)?;
        let roles = words(payload, &self.roles)?;
        Ok(Claims {
            tenant: name(payload, &self.tenant)?,
            subject: name(payload, &self.person)?,
            hr_admin: roles.iter().any(|role| role == HR_ADMIN),
            roles,
            scopes: words(payload, &self.scopes)?,
            expires_at: instant(payload, "exp")?.ok_or_else(|| TokenError::MissingClaim("exp".into()))?,
            not_before: instant(payload, "nbf")?,
        })
    }

    fn check_issuer(&self, payload: &Map<String, Value>) -> Result<(), TokenError> {
        let Some(required) = &self.issuer else { return Ok(()) };
        match claim(payload, "iss") {
            None => Err(TokenError::MissingClaim("iss".into())),
            Some(Value::String(issuer)) if issuer == required => Ok(()),
            Some(_) => Err(TokenError::WrongIssuer),
        }
    }

    fn check_audience(&self, payload: &Map<String, Value>) -> Result<(), TokenError> {
        let Some(required) = &self.audience else { return Ok(()) };
        match claim(payload, "aud") {
            None => Err(TokenError::MissingClaim("aud".into())),
            Some(Value::String(audience)) if audience == required => Ok(()),
            Some(Value::Array(audiences)) if audiences.iter().any(|it| it == required) => Ok(()),
            Some(_) => Err(TokenError::WrongAudience),
        }
    }
}

/// A claim's value; null counts as absent.
fn claim<'a>(payload: &'a Map<String, Value>, claim: &str) -> Option<&'a Value> {
    payload.get(claim).filter(|value| !value.is_null())
}

/// A claim that is the name of a tenant or a person.
fn name(payload: &Map<String, Value>, of: &str) -> Result<String, TokenError> {
    match claim(payload, of) {
        None => Err(TokenError::MissingClaim(of.into())),
        Some(Value::String(name)) if is_name(name) => Ok(name.clone()),
        Some(_) => Err(TokenError::BadClaim(of.into())),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_NAME && !text.contains(char::is_control)
}

/// A claim that is a list of words: an array of strings, or one string with spaces between the words.
fn words(payload: &Map<String, Value>, of: &str) -> Result<Vec<String>, TokenError> {
    let words: Option<Vec<String>> = match claim(payload, of) {
        None => Some(Vec::new()),
        Some(Value::String(text)) => Some(text.split_ascii_whitespace().map(Into::into).collect()),
        Some(Value::Array(items)) => items.iter().map(|item| item.as_str().map(Into::into)).collect(),
        Some(_) => None,
    };
    words.ok_or_else(|| TokenError::BadClaim(of.into()))
}

/// A claim that is an instant, in seconds since the Unix epoch; fractions are cut off.
fn instant(payload: &Map<String, Value>, of: &str) -> Result<Option<i64>, TokenError> {
    let Some(value) = claim(payload, of) else { return Ok(None) };
    let seconds = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64));
    seconds.map(Some).ok_or_else(|| TokenError::BadClaim(of.into()))
}

/// A claim's name from the settings. It must fit into an `error_description` (RFC 6750, section 3).
fn claim_name(setting: &'static str, name: &str) -> Result<String, BadSetting> {
    let allowed = |byte| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~');
    if name.is_empty() || !name.bytes().all(allowed) {
        return Err(BadSetting {
            setting,
            fault: format!("is not the name of a claim: {name:?}"),
            remedy: "use visible ASCII characters without quotes and backslashes",
        });
    }
    Ok(name.into())
}
