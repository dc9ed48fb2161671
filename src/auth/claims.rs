//! The claims of a token: which must be there, and what they may be.
//!
//! They are read here rather than by jsonwebtoken, which reports a claim of a wrong type (`"sub": ["ana"]`) as
//! malformed JSON and does not name it.

use serde_json::{Map, Value};

use super::{
    claim_path::{ClaimPath, present},
    error::TokenError,
};
use crate::{
    config::{IssuerSettings, PersonMatch, TenantRule},
    names::{self, MAX_NAME, is_name},
};

/// Longest value of the claim that is compared with a field of people: as long as the longest of those fields.
const MAX_PERSON: usize = 320;
/// The role that makes its holder an HR admin.
const HR_ADMIN: &str = "hr_admin";
/// Claims that name the client. If one of them is the subject, the token was issued to the client itself.
const CLIENT_CLAIMS: [&str; 3] = ["client_id", "azp", "cid"];

/// The claims of a verified token that we use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Name of the tenant.
    pub tenant: String,
    /// `iss`.
    pub issuer: Option<String>,
    /// The place of the issuer among those that are configured.
    pub place: usize,
    /// Who calls, as the issuer knows them. Never compared with the directory.
    pub subject: String,
    /// What a person who is not linked yet is looked for by.
    pub person: PersonName,
    /// Whether the token says that it is a service's.
    pub service: bool,
    /// Whether `hr_admin` is among the roles. Never for a service.
    pub hr_admin: bool,
    /// The roles of a person.
    pub roles: Vec<String>,
    /// Every scope that the token lists, including those of other services.
    pub scopes: Vec<String>,
    /// Seconds since the Unix epoch.
    pub expires_at: i64,
    /// Seconds since the Unix epoch.
    pub not_before: Option<i64>,
}

/// The claim that is compared with a field of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonName {
    /// Its value, as names are compared.
    Given(String),
    /// The token does not have the claim.
    Missing,
    /// An e-mail address that the issuer has not verified.
    Unverified,
}

impl Claims {
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|given| given == scope)
    }
}

/// What the settings of one issuer demand of claims.
pub struct ClaimRules {
    place: usize,
    issuer: Option<String>,
    audience: Option<String>,
    tenant: Tenant,
    subject: ClaimPath,
    /// None for the subject.
    person: Option<ClaimPath>,
    roles: Vec<ClaimPath>,
    scopes: Vec<ClaimPath>,
    services: Vec<ServiceClaim>,
    /// Whether an e-mail address counts only if the token says that it is verified.
    verified_email: bool,
}

/// See [`TenantRule`].
enum Tenant {
    Claim(ClaimPath),
    ClaimAmong(ClaimPath, Vec<String>),
    Fixed(String),
}

/// What says that a token is a service's, besides [`CLIENT_CLAIMS`].
struct ServiceClaim {
    claim: ClaimPath,
    /// None if the claim must equal the subject.
    value: Option<String>,
}

/// The rules of the issuer that a payload names, whose keys must then verify it. `all` are those of the configured
/// issuers; one without a name takes every token.
pub fn rules_for<'a>(
    all: &'a [ClaimRules],
    payload: &Map<String, Value>,
) -> Result<&'a ClaimRules, TokenError> {
    let named = present(payload.get("iss"));
    let is_named = |rules: &&ClaimRules| match &rules.issuer {
        Some(issuer) => named.and_then(Value::as_str) == Some(issuer),
        None => true,
    };
    all.iter().find(is_named).ok_or_else(|| match named {
        None => TokenError::MissingClaim("iss".into()),
        Some(_) => TokenError::WrongIssuer,
    })
}

impl ClaimRules {
    /// The rules of each issuer.
    pub fn of_all(issuers: &[IssuerSettings]) -> Vec<Self> {
        issuers.iter().enumerate().map(|(place, issuer)| Self::new(place, issuer)).collect()
    }

    fn new(place: usize, settings: &IssuerSettings) -> Self {
        let services = settings
            .service_claims
            .iter()
            .map(|rule| ServiceClaim { claim: ClaimPath::new(&rule.claim), value: rule.value.clone() });
        Self {
            place,
            issuer: settings.url.clone(),
            audience: settings.audience.clone(),
            tenant: match &settings.tenant {
                TenantRule::Claim(claim) => Tenant::Claim(ClaimPath::new(claim)),
                TenantRule::ClaimAmong(claim, names) => {
                    Tenant::ClaimAmong(ClaimPath::new(claim), names.clone())
                }
                TenantRule::Fixed(name) => Tenant::Fixed(name.clone()),
            },
            subject: ClaimPath::new(&settings.subject_claim),
            person: settings.person_claim.as_ref().map(ClaimPath::new),
            roles: settings.roles_claim.iter().map(ClaimPath::new).collect(),
            scopes: settings.scope_claim.iter().map(ClaimPath::new).collect(),
            services: services.collect(),
            verified_email: settings.person_match == PersonMatch::Email && !settings.trusts_email,
        }
    }

    /// The place of the issuer among those that are configured.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Reads the claims of a payload that names this issuer, and checks all but the times.
    pub fn read(&self, payload: &Map<String, Value>) -> Result<Claims, TokenError> {
        self.check_audience(payload)?;
        let tenant = self.tenant(payload)?;
        let subject = name(payload, &self.subject, MAX_NAME)?.ok_or_else(|| self.subject.missing())?;
        let service = self.is_service(payload, &subject)?;
        let roles = words(payload, &self.roles)?;
        // Not compared with the clock, but a token whose times are wrong is not understood.
        instant(payload, "iat")?;
        Ok(Claims {
            tenant,
            issuer: present(payload.get("iss")).and_then(Value::as_str).map(str::to_owned),
            place: self.place,
            person: self.person(payload, &subject)?,
            subject,
            service,
            hr_admin: !service && roles.iter().any(|role| role == HR_ADMIN),
            roles: if service { Vec::new() } else { roles },
            scopes: words(payload, &self.scopes)?,
            expires_at: instant(payload, "exp")?.ok_or_else(|| TokenError::MissingClaim("exp".into()))?,
            not_before: instant(payload, "nbf")?,
        })
    }

    /// The name of the claim that is compared with a field of people.
    pub fn person_claim(&self) -> &str {
        self.person.as_ref().unwrap_or(&self.subject).name()
    }

    fn person(&self, payload: &Map<String, Value>, subject: &str) -> Result<PersonName, TokenError> {
        let value = match &self.person {
            Some(claim) => name(payload, claim, MAX_PERSON)?,
            None => Some(subject.to_owned()),
        };
        let verified = || match payload.get("email_verified") {
            Some(Value::Bool(verified)) => *verified,
            Some(Value::String(verified)) => verified == "true",
            _ => false,
        };
        Ok(match value {
            None => PersonName::Missing,
            Some(_) if self.verified_email && !verified() => PersonName::Unverified,
            Some(value) => PersonName::Given(names::key(&value)),
        })
    }

    fn is_service(&self, payload: &Map<String, Value>, subject: &str) -> Result<bool, TokenError> {
        let is_subject = |value: Option<&Value>| value.and_then(Value::as_str) == Some(subject);
        // If one were of another type, it could not be told whose the token is.
        for claim in CLIENT_CLAIMS {
            if present(payload.get(claim)).is_some_and(|value| !value.is_string()) {
                return Err(TokenError::BadClaim(claim.into()));
            }
        }
        Ok(CLIENT_CLAIMS.iter().any(|claim| is_subject(payload.get(*claim)))
            || self.services.iter().any(|ServiceClaim { claim, value }| match (claim.find(payload), value) {
                (found, None) => is_subject(found),
                (Some(Value::String(found)), Some(value)) => found == value,
                // As in `groundwork_service: true`.
                (Some(Value::Bool(found)), Some(value)) => value.parse() == Ok(*found),
                (Some(Value::Number(found)), Some(value)) => value.parse().ok().as_ref() == Some(found),
                _ => false,
            }))
    }

    /// The tenant of the token. An issuer may name its own tenants alone.
    fn tenant(&self, payload: &Map<String, Value>) -> Result<String, TokenError> {
        let (claim, allowed) = match &self.tenant {
            Tenant::Fixed(tenant) => return Ok(tenant.clone()),
            Tenant::Claim(claim) => (claim, None),
            Tenant::ClaimAmong(claim, allowed) => (claim, Some(allowed)),
        };
        let tenant = name(payload, claim, MAX_NAME)?.ok_or_else(|| claim.missing())?;
        if allowed.is_some_and(|allowed| !allowed.contains(&tenant)) {
            return Err(TokenError::WrongTenant);
        }
        Ok(tenant)
    }

    fn check_audience(&self, payload: &Map<String, Value>) -> Result<(), TokenError> {
        let Some(required) = &self.audience else { return Ok(()) };
        match present(payload.get("aud")) {
            None => Err(TokenError::MissingClaim("aud".into())),
            Some(Value::String(audience)) if audience == required => Ok(()),
            Some(Value::Array(audiences)) if audiences.iter().any(|it| it == required) => Ok(()),
            Some(_) => Err(TokenError::WrongAudience),
        }
    }
}

/// A claim that is a name; none if the token does not have it.
fn name(payload: &Map<String, Value>, claim: &ClaimPath, max: usize) -> Result<Option<String>, TokenError> {
    match claim.find(payload) {
        None => Ok(None),
        Some(Value::String(name)) if is_name(name, max) => Ok(Some(name.clone())),
        Some(_) => Err(claim.bad()),
    }
}

/// The words of several claims, each an array of strings, or one string with spaces between the words.
fn words(payload: &Map<String, Value>, claims: &[ClaimPath]) -> Result<Vec<String>, TokenError> {
    let mut all = Vec::new();
    for claim in claims {
        let words: Option<Vec<String>> = match claim.find(payload) {
            None => Some(Vec::new()),
            Some(Value::String(text)) => Some(text.split_ascii_whitespace().map(Into::into).collect()),
            Some(Value::Array(items)) => items.iter().map(|item| item.as_str().map(Into::into)).collect(),
            Some(_) => None,
        };
        all.extend(words.ok_or_else(|| claim.bad())?);
    }
    Ok(all)
}

/// The last second of the year 9999. What is later is no instant in seconds, but perhaps one in milliseconds.
const MAX_INSTANT: f64 = 253_402_300_799.0;

/// A claim that is an instant, in seconds since the Unix epoch (a NumericDate, RFC 7519); fractions are cut off.
fn instant(payload: &Map<String, Value>, of: &str) -> Result<Option<i64>, TokenError> {
    let Some(value) = payload.get(of) else { return Ok(None) };
    let value = present(Some(value)).ok_or_else(|| TokenError::MissingClaim(of.into()))?;
    let seconds = value.as_f64().filter(|seconds| (0.0..=MAX_INSTANT).contains(seconds));
    seconds.map(|seconds| Some(seconds as i64)).ok_or_else(|| TokenError::BadClaim(of.into()))
}
