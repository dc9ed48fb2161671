//! Decides whether a request is let in: a valid token, within the caller's limits, of an active person or a service.

use std::{sync::Arc, time::Duration};

use actix_web::{HttpMessage, HttpRequest, http::header};
use chrono_tz::Tz;

use super::{
    Identity,
    concurrency::ConcurrencyLimits,
    error::missing_token,
    limit::RateLimit,
    people::{People, PeopleGeneration},
    token::Verifier,
};
use crate::{
    clock::Clock,
    config::{AuthConfig, BadSetting, DatabaseConfig},
    db::Database,
    http::{Problem, ProblemKind},
    ids::TenantId,
};

/// How much of the service one caller may use. Each process counts for itself.
#[derive(Clone, Copy, Debug)]
pub struct CallerLimits {
    /// Requests a minute; 0 sets no limit.
    rate: u32,
    /// Database connections of the process, of which a caller gets half.
    connections: u32,
    /// Longest that a request waits for others of its caller to end.
    wait: Duration,
}

impl CallerLimits {
    /// `rate` is in requests a minute; 0 sets no limit.
    pub fn new(rate: u32, database: &DatabaseConfig) -> Self {
        Self { rate, connections: database.database_connections, wait: database.database_wait }
    }
}

/// Authenticates requests. Cheap to clone.
#[derive(Clone)]
pub struct Authenticator(Arc<Inner>);

struct Inner {
    verifier: Verifier,
    rate_limit: Option<RateLimit>,
    concurrency: ConcurrencyLimits,
    people: People,
}

impl Authenticator {
    /// An authenticator that reads people from `db`. Advancing `generation` makes it read them again.
    pub fn new(
        config: &AuthConfig,
        limits: CallerLimits,
        db: Database,
        clock: Clock,
        generation: PeopleGeneration,
    ) -> Result<Self, BadSetting> {
        Ok(Self(Arc::new(Inner {
            verifier: Verifier::new(config, clock.clone())?,
            rate_limit: RateLimit::new(limits.rate),
            concurrency: ConcurrencyLimits::new(limits.connections, limits.wait),
            people: People::new(db, config.auth_person_match, clock, generation),
        })))
    }

    /// Removes callers from memory that have not called for a while.
    pub fn purge_idle(&self) {
        if let Some(limit) = &self.0.rate_limit {
            limit.purge_idle();
        }
        self.0.concurrency.purge_idle();
    }

    /// Who sends `request`, or why it is refused. Waits while the caller has too many requests running.
    pub async fn authenticate(&self, request: &HttpRequest) -> Result<Identity, Problem> {
        let token = bearer_token(request).ok_or_else(missing_token)?;
        let claims = self.0.verifier.verify(token).await?;
        let tenant = TenantId::of(&claims.tenant);
        request.extensions_mut().insert(tenant);
        if let Some(limit) = &self.0.rate_limit {
            let status = limit.check(tenant, &claims.subject)?;
            request.extensions_mut().insert(status);
        }
        let limit = self.0.concurrency.of_caller(tenant, &claims.subject);
        let permit = Some(limit.acquire().await?);
        let person = self.0.people.find(tenant, &claims.subject).await?;
        if person.is_some_and(|person| !person.active) {
            return Err(Problem::new(ProblemKind::Forbidden, "this person is not active; ask HR"));
        }
        Ok(Identity {
            tenant,
            person: person.map(|person| person.id),
            zone: person.map_or(Tz::UTC, |person| person.zone),
            claims,
            limit,
            permit,
        })
    }
}

/// The token of `Authorization: Bearer` (RFC 6750).
fn bearer_token(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then_some(token.trim())
}
