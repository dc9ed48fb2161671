//! Who is calling: from the bearer token to a [`Caller`], the extractor that every handler under `/v1`
//! has as its first argument.

pub mod keys;
pub mod limit;
pub mod permissions;
mod published;
pub mod scope;
#[cfg(test)]
mod testing;
pub mod token;

use std::{
    future::Future,
    marker::PhantomData,
    ops::{Deref, DerefMut},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderValue},
    web::Data,
};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use quick_cache::sync::Cache;
use sea_orm::FromQueryResult;

use self::{
    limit::RateLimit,
    permissions::{Forbidden, Right, Role, Roles},
    scope::Scope,
    token::{Claims, TokenError, Verifier},
};
use crate::{
    clock,
    clock::Clock,
    config::{AuthConfig, BadSetting, PersonMatch},
    db::{Database, Line, Read, Turn},
    http::{Kind, Problem},
    ids::{PersonId, TenantId},
    state::State,
};

/// How long a person is believed to be as last read. A change made by this process shows at once.
const PERSON_KEPT: Duration = Duration::seconds(5);
const PEOPLE_KEPT: usize = 20_000;

/// Who a believed token speaks for.
#[derive(Debug)]
pub struct Identity {
    pub tenant: TenantId,
    /// None for a service, and for an HR admin who is not in the directory.
    pub person: Option<PersonId>,
    /// Where the person is, for what "today" means to them.
    pub zone: Tz,
    claims: Arc<Claims>,
    line: Line,
    /// None while the caller has let its other requests go first.
    turn: Option<Turn>,
}

impl Identity {
    /// What tells callers of one tenant apart.
    pub fn key(&self) -> &str {
        &self.claims.subject
    }

    pub fn tenant_name(&self) -> &str {
        &self.claims.tenant
    }

    pub fn scopes(&self) -> &[String] {
        &self.claims.scopes
    }

    pub fn is_hr_admin(&self) -> bool {
        self.claims.hr_admin
    }

    /// Whether the token belongs to nobody, so that its scopes alone grant.
    pub fn is_service(&self) -> bool {
        self.person.is_none() && !self.claims.hr_admin
    }

    /// The person calling, as a parameter: an id that nobody has where there is none.
    pub fn id(&self) -> PersonId {
        self.person.unwrap_or(PersonId(uuid::Uuid::nil()))
    }

    /// Whether the caller reads whatever is shared in the tenant.
    pub fn reads_all(&self) -> bool {
        self.roles().may(Right::ReadShared)
    }

    pub fn is(&self, person: PersonId) -> bool {
        self.person == Some(person)
    }

    /// The roles that the caller has towards anything in the tenant.
    pub fn roles(&self) -> Roles {
        Roles::default().with(Role::HrAdmin, self.is_hr_admin()).with(Role::Service, self.is_service())
    }

    /// The person calling, where only a person will do.
    pub fn person(&self) -> Result<PersonId, Problem> {
        self.person.ok_or_else(|| {
            Problem::new(
                Kind::Forbidden,
                "this is for people of the directory, and the token's subject is none",
            )
        })
    }

    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        clock::today(now, self.zone)
    }

    /// Refuses unless the caller has the right without regard to any plan or person.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles().require(right)
    }

    /// Lets the caller's other requests go first, until the next turn.
    pub fn step_aside(&mut self) {
        self.turn = None;
    }

    /// Waits until it is this request's turn again, for as long as what is returned is kept.
    pub async fn next_turn(&self) -> Result<Turn, Problem> {
        Ok(self.line.turn().await?)
    }

    fn allows(&self, scope: &str) -> bool {
        let scopes = &self.claims.scopes;
        let narrowed = scopes.iter().any(|given| scope::ALL.contains(&given.as_str()));
        if narrowed { scopes.iter().any(|given| given == scope) } else { !self.is_service() }
    }
}

/// The caller of an operation that needs the scope `S`.
#[derive(Debug)]
pub struct Caller<S>(Identity, PhantomData<S>);

impl<S> Deref for Caller<S> {
    type Target = Identity;

    fn deref(&self) -> &Identity {
        &self.0
    }
}

impl<S> DerefMut for Caller<S> {
    fn deref_mut(&mut self) -> &mut Identity {
        &mut self.0
    }
}

impl<S: Scope> FromRequest for Caller<S> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = request.app_data::<Data<State>>().ok_or_else(|| Problem::internal("no state"))?;
            let identity = state.gate.admit(&request, &state.db).await?;
            match S::NAME {
                Some(scope) if !identity.allows(scope) => Err(missing_scope(scope)),
                _ => Ok(Self(identity, PhantomData)),
            }
        })
    }
}

/// Decides whom to let in. Cheap to clone.
#[derive(Clone)]
pub struct Gate(Arc<Inner>);

struct Inner {
    verifier: Verifier,
    person_match: PersonMatch,
    clock: Clock,
    people: Cache<(TenantId, String), Known>,
    /// Moves on when people change, which makes all that is kept of them old.
    generation: AtomicU64,
    limit: Option<RateLimit>,
}

/// A person as read at some time; none for the subject of a service's token.
#[derive(Clone, Copy)]
struct Known {
    person: Option<PersonRow>,
    read_at: DateTime<Utc>,
    generation: u64,
}

#[derive(Clone, Copy, Debug)]
struct PersonRow {
    id: PersonId,
    zone: Tz,
    active: bool,
}

impl Gate {
    /// `rate_limit` is in requests a minute; 0 sets none.
    pub fn new(config: &AuthConfig, rate_limit: u32, clock: Clock) -> Result<Self, BadSetting> {
        Ok(Self(Arc::new(Inner {
            verifier: Verifier::new(config, clock.clone())?,
            person_match: config.auth_person_match,
            clock,
            people: Cache::new(PEOPLE_KEPT),
            generation: AtomicU64::new(0),
            limit: RateLimit::new(rate_limit),
        })))
    }

    /// To be called once a change of people has been committed.
    pub fn people_changed(&self) {
        self.0.generation.fetch_add(1, Ordering::Relaxed);
    }

    /// Forgets callers who have long been silent.
    pub fn tidy(&self) {
        if let Some(limit) = &self.0.limit {
            limit.tidy();
        }
    }

    async fn admit(&self, request: &HttpRequest, db: &Database) -> Result<Identity, Problem> {
        let token = bearer(request)?;
        let claims = self.0.verifier.verify(token).await.map_err(refusal)?;
        let tenant = TenantId::of(&claims.tenant);
        if let Some(limit) = &self.0.limit {
            let standing = limit.check(tenant, &claims.subject)?;
            request.extensions_mut().insert(standing);
        }
        let line = db.line(tenant, &claims.subject);
        let turn = Some(line.turn().await?);
        let person = self.person(db, tenant, &claims.subject).await?;
        if person.is_some_and(|person| !person.active) {
            return Err(Problem::new(Kind::Forbidden, "this person is not active; ask HR"));
        }
        Ok(Identity {
            tenant,
            person: person.map(|person| person.id),
            zone: person.map_or(Tz::UTC, |person| person.zone),
            claims,
            line,
            turn,
        })
    }

    /// The person that `subject` names.
    async fn person(
        &self,
        db: &Database,
        tenant: TenantId,
        subject: &str,
    ) -> Result<Option<PersonRow>, Problem> {
        let inner = &self.0;
        let now = inner.clock.now();
        let generation = inner.generation.load(Ordering::Relaxed);
        let key = (tenant, subject.to_owned());
        if let Some(known) = inner.people.get(&key)
            && known.generation == generation
            && now < known.read_at + PERSON_KEPT
        {
            return Ok(known.person);
        }
        let person = self.read_person(db, tenant, subject).await?;
        inner.people.insert(key, Known { person, read_at: now, generation });
        Ok(person)
    }

    async fn read_person(
        &self,
        db: &Database,
        tenant: TenantId,
        subject: &str,
    ) -> Result<Option<PersonRow>, Problem> {
        #[derive(FromQueryResult)]
        struct Row {
            id: PersonId,
            time_zone: String,
            active: bool,
        }
        let (column, value) = match self.0.person_match {
            PersonMatch::UserName => ("user_name", subject.into()),
            PersonMatch::ExternalId => ("external_id", subject.into()),
            PersonMatch::Email => ("email", subject.into()),
            PersonMatch::Id => match subject.parse::<PersonId>() {
                Ok(id) => ("id", id.into()),
                Err(_) => return Ok(None),
            },
        };
        let sql = format!(
            "select id, time_zone, active from people where tenant_id = $1 and {column} = $2 limit 2"
        );
        let rows = db.reader(tenant).list::<Row>(&sql, [value]).await?;
        // Two people with one email address are not to be taken for each other.
        let [row] = rows.as_slice() else { return Ok(None) };
        Ok(Some(PersonRow { id: row.id, zone: row.time_zone.parse().unwrap_or(Tz::UTC), active: row.active }))
    }
}

/// The token of `Authorization: Bearer` (RFC 6750).
fn bearer(request: &HttpRequest) -> Result<&str, Problem> {
    let value = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, token) = value.and_then(|value| value.split_once(' ')).unwrap_or_default();
    if scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty() {
        Ok(token.trim())
    } else {
        Err(challenge(
            Problem::new(Kind::Unauthorized, "send a token: Authorization: Bearer …"),
            r#"Bearer realm="groundwork""#,
        ))
    }
}

fn refusal(error: TokenError) -> Problem {
    if matches!(error, TokenError::KeysUnavailable) {
        return Problem::passing(
            Kind::Unavailable,
            "the keys that tokens are verified with cannot be fetched now",
        );
    }
    let reason = error.to_string().replace(['"', '\\'], "'");
    challenge(
        Problem::new(Kind::Unauthorized, format!("the token is not believed: {error}")),
        &format!(r#"Bearer realm="groundwork", error="invalid_token", error_description="{reason}""#),
    )
}

fn missing_scope(scope: &str) -> Problem {
    challenge(
        Problem::new(Kind::MissingScope, format!("the token needs the scope {scope}")),
        &format!(r#"Bearer realm="groundwork", error="insufficient_scope", scope="{scope}""#),
    )
}

fn challenge(problem: Problem, challenge: &str) -> Problem {
    match HeaderValue::from_str(challenge) {
        Ok(value) => problem.with_header(header::WWW_AUTHENTICATE, value),
        Err(_) => problem,
    }
}
