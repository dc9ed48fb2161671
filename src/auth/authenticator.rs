//! Decides whether a request is let in: a valid token, within the caller's limits, of an active person or a service.

use std::{sync::Arc, time::Duration};

use actix_web::{HttpMessage, HttpRequest, http::header};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    Identity,
    claims::Claims,
    concurrency::{ConcurrencyLimit, ConcurrencyLimits, Permit},
    cursors::ListCipher,
    error::{missing_scope, missing_token, not_in_directory},
    limit::{RateLimit, RateLimitStatus},
    people::{Found, LinkRule, People, PeopleGeneration},
    realms::Realm,
    scim_tokens::{ScimTokens, is_scim_token},
    scope::{self, Scope},
    token::Verifier,
};
use crate::{
    clock::Clock,
    config::{AuthSettings, BadSetting, DatabaseConfig, HttpConfig},
    db::Database,
    http::{Problem, ProblemKind, RequestId},
    ids::{Ids, PersonId, TenantId},
    reads::ReadLog,
    secrets::Secrets,
};

/// Names the readers of calendars among the callers that are limited. No realm has this name.
const CALENDARS: &str = "calendars";

/// How much of the service one caller may use. Each process counts for itself.
#[derive(Clone, Copy, Debug)]
pub struct CallerLimits {
    /// Requests a minute; 0 sets no limit.
    rate: u32,
    /// Database connections of the process, of which a caller gets half.
    connections: u32,
    /// Longest that a request waits for others of its caller to end.
    wait: Duration,
    /// Maximum bytes of a body.
    body: u32,
}

impl CallerLimits {
    pub fn new(http: &HttpConfig, database: &DatabaseConfig) -> Self {
        Self {
            rate: http.rate_limit,
            connections: database.database_connections,
            wait: database.database_wait,
            body: http.body_limit,
        }
    }
}

/// Authenticates requests. Cheap to clone.
#[derive(Clone)]
pub struct Authenticator(Arc<Inner>);

struct Inner {
    verifier: Verifier,
    scim_tokens: ScimTokens,
    clock: Clock,
    rate_limit: Option<RateLimit>,
    concurrency: ConcurrencyLimits,
    /// In the order of the settings.
    issuers: Vec<Issuer>,
    people: People,
    reads: ReadLog,
    require_scopes: bool,
}

/// What becomes of the identities of one issuer.
struct Issuer {
    realm: Realm,
    links: LinkRule,
}

/// What an authenticator shares with the rest of the process.
pub struct Shared {
    /// Where people are read from.
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub secrets: Secrets,
    /// Advancing it makes people be read again.
    pub generation: PeopleGeneration,
    pub reads: ReadLog,
}

impl Authenticator {
    pub fn new(settings: &AuthSettings, limits: CallerLimits, shared: Shared) -> Result<Self, BadSetting> {
        let Shared { db, clock, ids, secrets, generation, reads } = shared;
        let issuers = settings.issuers.iter().enumerate().map(|(place, issuer)| Issuer {
            realm: Realm::new(db.clone(), clock.clone(), issuer.url.clone(), place == 0),
            links: LinkRule { field: issuer.person_match, by_name: issuer.links_by_name },
        });
        Ok(Self(Arc::new(Inner {
            verifier: Verifier::new(settings, clock.clone())?,
            scim_tokens: ScimTokens::new(db.clone()),
            clock: clock.clone(),
            rate_limit: RateLimit::new(limits.rate),
            concurrency: ConcurrencyLimits::new(limits.connections, limits.wait, limits.body),
            issuers: issuers.collect(),
            people: People::new(db, clock, ids, secrets, generation),
            reads,
            require_scopes: settings.require_scopes,
        })))
    }

    /// Removes callers from memory that have not called for a while.
    pub fn purge_idle(&self) {
        if let Some(limit) = &self.0.rate_limit {
            limit.purge_idle();
        }
        self.0.concurrency.purge_idle();
    }

    /// Lets in a request for a calendar, which has no token. All of them together use at most as many connections as
    /// one caller: a request with a wrong secret costs a look-up, too.
    pub async fn admit_reader_of_calendar(&self) -> Result<Permit, Problem> {
        self.0.concurrency.of_caller(TenantId(Uuid::nil()), CALENDARS).acquire().await
    }

    /// Counts a request for the calendar of a person, as one of a caller of its own.
    pub fn limit_calendar(
        &self,
        tenant: TenantId,
        person: PersonId,
    ) -> Result<Option<RateLimitStatus>, Problem> {
        let limit = self.0.rate_limit.as_ref();
        limit.map(|limit| limit.check(tenant, &format!("{CALENDARS} {person}"))).transpose()
    }

    /// Starts fetching the keys of issuers that were not fetched yet, or will soon be too old; a failure is logged. To
    /// be called every few seconds.
    pub fn refresh_keys(&self) {
        self.0.verifier.refresh_keys();
    }

    /// Who sends `request`, which needs the scope `S`, or why it is refused. Waits while the caller has too many
    /// requests running.
    ///
    /// `receive` receives the body. It runs when the token is verified and has the scope, and before the request waits
    /// for anything or holds anything. The identity comes last: only a call that is accepted may link it.
    pub async fn authenticate<S: Scope, B>(
        &self,
        request: &HttpRequest,
        receive: impl AsyncFnOnce(&ConcurrencyLimit) -> Result<B, Problem>,
    ) -> Result<(Identity, B), Problem> {
        let token = bearer_token(request)?;
        let is_scim_token = S::TAKES_SCIM_TOKENS && is_scim_token(token);
        let claims = match is_scim_token {
            true => self.0.scim_tokens.verify(token, self.0.clock.now()).await?,
            false => self.0.verifier.verify(token).await?,
        };
        let tenant = TenantId::of(&claims.tenant);
        request.extensions_mut().insert(tenant);
        let issuer = self.0.issuers.get(claims.place);
        let issuer = issuer.ok_or_else(|| Problem::internal("no such issuer"))?;
        let realm = issuer.realm.name().await?;
        let caller = match is_scim_token {
            true => format!("scim-token {}", claims.subject),
            false => format!("{realm} {}", claims.subject),
        };
        if let Some(limit) = &self.0.rate_limit {
            let status = limit.check(tenant, &caller)?;
            request.extensions_mut().insert(status);
        }
        let is_limited = self.is_limited(&claims);
        if let Some(scope) = S::NAME.filter(|scope| is_limited && !claims.has_scope(scope)) {
            return Err(missing_scope(scope));
        }
        let limit = self.0.concurrency.of_caller(tenant, &caller);
        let body = receive(&limit).await?;
        let permit = Some(limit.acquire().await?);
        let found = match is_scim_token {
            true => Found::Service,
            false => self.0.people.find(tenant, &realm, &claims, issuer.links).await?,
        };
        let (person, key) = match found {
            Found::Person(person) if person.active => (Some(person), format!("link {}", person.link)),
            Found::Person(_) => {
                return Err(Problem::new(ProblemKind::Forbidden, "this person is not active; ask HR"));
            }
            Found::Service => (None, format!("service {caller}")),
            Found::Stranger(_) if self.opens_tenant::<S>(tenant, &claims).await? => {
                (None, format!("opener {caller}"))
            }
            Found::Stranger(why) => {
                let claim = self.0.verifier.person_claim(&claims);
                return Err(not_in_directory(why, claim, issuer.links.field.field()));
            }
            Found::Conflict if claims.service => {
                return Err(Problem::new(
                    ProblemKind::IdentityConflict,
                    "the token says that it is a service's, and its subject is linked to a person",
                ));
            }
            Found::Conflict => {
                return Err(Problem::new(
                    ProblemKind::IdentityConflict,
                    "the person whom the token names is linked to another identity",
                ));
            }
            Found::Unlinked => {
                return Err(Problem::new(
                    ProblemKind::IdentityUnlinked,
                    "the link between this identity and its person was ended",
                ));
            }
        };
        let identity = Identity {
            tenant,
            now: self.0.clock.now(),
            person: person.map(|person| person.id),
            link: person.map(|person| person.link),
            key,
            zone: person.map_or(Tz::UTC, |person| person.zone),
            is_limited,
            list: ListCipher::of(request)?,
            reads: self.0.reads.clone(),
            began_at: self.0.clock.now(),
            request_id: request.extensions().get::<RequestId>().map(|id| Arc::clone(&id.0)),
            claims,
            limit,
            permit,
        };
        Ok((identity, body))
    }

    /// Whether the token may only do what its scopes grant: a service's always, and a person's that names any of our
    /// scopes, or every one if the settings say so.
    fn is_limited(&self, claims: &Claims) -> bool {
        self.0.require_scopes
            || claims.service
            || claims.scopes.iter().any(|given| scope::ALL.contains(&given.as_str()))
    }

    /// Whether an HR admin who is not in the directory may do this: import people while the tenant has never had a
    /// linked HR admin.
    async fn opens_tenant<S: Scope>(&self, tenant: TenantId, claims: &Claims) -> Result<bool, Problem> {
        Ok(S::OPENS_TENANT && claims.hr_admin && self.0.people.is_unopened(tenant).await?)
    }
}

/// The token of `Authorization: Bearer` (RFC 6750). Several fields are refused: proxies differ on which one counts.
fn bearer_token(request: &HttpRequest) -> Result<&str, Problem> {
    let mut fields = request.headers().get_all(header::AUTHORIZATION);
    let field = fields.next();
    if fields.next().is_some() {
        return Err(Problem::new(ProblemKind::InvalidHeader, "send one Authorization header, not several"));
    }
    let token = || {
        let (scheme, token) = field?.to_str().ok()?.split_once(' ')?;
        (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then_some(token.trim())
    };
    token().ok_or_else(missing_token)
}
