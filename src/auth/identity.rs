//! Who is calling.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    claims::Claims,
    concurrency::{BodyMemory, ConcurrencyLimit, Permit},
    permissions::{Forbidden, Right, Role, Roles},
    scope,
};
use crate::{
    clock,
    http::{Problem, ProblemKind},
    ids::{PersonId, TenantId},
};

/// The person or service that a verified token stands for.
#[derive(Debug)]
pub struct Identity {
    pub tenant: TenantId,
    /// None for a service, and for an HR admin who is not in the directory.
    pub person: Option<PersonId>,
    /// The person's time zone, which decides what "today" is; UTC without a person.
    pub zone: Tz,
    pub(super) claims: Arc<Claims>,
    pub(super) limit: ConcurrencyLimit,
    /// None after [`Identity::release_permit`].
    pub(super) permit: Option<Permit>,
}

impl Identity {
    /// The token's subject, which tells the callers of a tenant apart.
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

    /// Whether the token belongs to no person. Such a token may do only what its scopes grant.
    pub fn is_service(&self) -> bool {
        self.person.is_none() && !self.claims.hr_admin
    }

    /// The person's id as a parameter of a statement; the nil UUID, which no person has, for a caller that is no
    /// person.
    pub fn id_or_nil(&self) -> PersonId {
        self.person.unwrap_or(PersonId(Uuid::nil()))
    }

    /// Whether the caller may read everything that is shared in the tenant.
    pub fn reads_all(&self) -> bool {
        self.roles().may(Right::ReadShared)
    }

    pub fn is(&self, person: PersonId) -> bool {
        self.person == Some(person)
    }

    /// The roles that the caller has for every plan and person of the tenant.
    pub fn roles(&self) -> Roles {
        Roles::default().with(Role::HrAdmin, self.is_hr_admin()).with(Role::Service, self.is_service())
    }

    /// The person's id; refuses a caller that is no person.
    pub fn person(&self) -> Result<PersonId, Problem> {
        self.person.ok_or_else(|| {
            Problem::new(
                ProblemKind::Forbidden,
                "this is for people of the directory, and the token's subject is none",
            )
        })
    }

    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        clock::today(now, self.zone)
    }

    /// Refuses unless the caller has the right for every plan and person of the tenant.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        self.roles().require(right)
    }

    /// Gives the request's permit back, so that other requests of this caller can run while this one waits.
    pub fn release_permit(&mut self) {
        self.permit = None;
    }

    /// Waits for a permit again. It is held until it is dropped.
    pub async fn acquire_permit(&self) -> Result<Permit, Problem> {
        self.limit.acquire().await
    }

    /// Counts the bodies that this request keeps in memory.
    pub fn body_memory(&self) -> BodyMemory {
        BodyMemory::of(&self.limit)
    }

    /// Whether the token may be used for operations of `scope`.
    ///
    /// A token that names any of our scopes is limited to those it names. One that names none may do everything that
    /// its person may, and nothing if it belongs to no person.
    pub(super) fn allows(&self, scope: &str) -> bool {
        let scopes = &self.claims.scopes;
        let is_limited = scopes.iter().any(|given| scope::ALL.contains(&given.as_str()));
        if is_limited { scopes.iter().any(|given| given == scope) } else { !self.is_service() }
    }
}
