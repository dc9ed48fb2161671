//! Who is calling.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    claims::Claims,
    concurrency::{BodyMemory, ConcurrencyLimit, Permit},
    cursors::ListCipher,
    permissions::{Forbidden, Right, Role, Roles},
    scope::Scope,
};
use crate::{
    clock,
    http::{Problem, ProblemKind},
    ids::{LinkId, PersonId, PlanId, TenantId},
    reads::{ReadAction, ReadKey, ReadLog, ReadSubject, Reader},
};

/// Who makes a change, as events and audit records name it. The default is the service itself: its scheduled work, and
/// its operator's commands.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub link: Option<LinkId>,
    /// A service, by the subject of its token.
    pub client: Option<String>,
    pub request_id: Option<String>,
}

/// The person or service that a verified token stands for.
#[derive(Debug)]
pub struct Identity {
    pub tenant: TenantId,
    /// The time of the request, at which the periods of relations are judged.
    pub now: DateTime<Utc>,
    /// None for a service, and for an HR admin who imports the first people of a tenant.
    pub person: Option<PersonId>,
    /// The link through which the identity is the person.
    pub link: Option<LinkId>,
    /// Tells the callers of a tenant apart: the link of a person, the client of a service.
    pub(super) key: String,
    /// The person's time zone, which decides what "today" is; UTC without a person.
    pub zone: Tz,
    pub(super) claims: Arc<Claims>,
    /// Whether the token may only do what its scopes grant.
    pub(super) is_limited: bool,
    /// What the cursors of this request are bound to, besides the caller.
    pub(super) list: ListCipher,
    /// Where reads are noted, and the time of this request.
    pub(super) reads: ReadLog,
    pub(super) began_at: DateTime<Utc>,
    pub(super) request_id: Option<Arc<str>>,
    pub(super) limit: ConcurrencyLimit,
    /// None after [`Identity::release_permit`].
    pub(super) permit: Option<Permit>,
}

impl Identity {
    /// What tells the callers of a tenant apart. It names the link, so it changes with the identity of a person.
    pub fn key(&self) -> &str {
        &self.key
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

    /// Whether the token says that it is a service's. Such a token may do only what its scopes grant.
    pub fn is_service(&self) -> bool {
        self.claims.service
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
            Problem::new(ProblemKind::Forbidden, "this is for people, and the token is a service's")
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

    /// The caller as the actor of a change.
    pub fn actor(&self) -> Actor {
        let request_id = self.request_id.as_deref().map(str::to_owned);
        Actor { person: self.person, link: self.link, client: self.client(), request_id }
    }

    fn client(&self) -> Option<String> {
        self.is_service().then(|| self.claims.subject.clone())
    }

    /// Notes that the caller, who has these roles, has read of a plan: for the audit log and the owner's access log. An
    /// owner's own reads are not noted, nor those of a caller without the right.
    pub fn note_read(&self, action: ReadAction, right: Right, roles: &Roles, plan: PlanId) {
        if let Some(role) = roles.reads_as().filter(|_| roles.may(right)) {
            self.note(action, role, ReadSubject::Plan(plan), []);
        }
    }

    /// Notes that the caller has read a list, in which `shown` are the plans of others, each with the role by which the
    /// caller reads it.
    pub fn note_list(
        &self,
        action: ReadAction,
        subject: ReadSubject,
        shown: impl IntoIterator<Item = (PlanId, Role)>,
    ) {
        let mut by_role: Vec<(Role, Vec<PlanId>)> = Vec::new();
        for (plan, role) in shown {
            match by_role.iter_mut().find(|(known, _)| *known == role) {
                Some((_, plans)) => plans.push(plan),
                None => by_role.push((role, vec![plan])),
            }
        }
        for (role, plans) in by_role {
            self.note(action, role, subject, plans);
        }
    }

    /// Notes a read.
    pub fn note(
        &self,
        action: ReadAction,
        role: Role,
        subject: ReadSubject,
        plans: impl IntoIterator<Item = PlanId>,
    ) {
        let reader = Reader { person: self.person, link: self.link, client: self.client() };
        let key = ReadKey { reader, action, right: role.name(), subject };
        self.reads.note(self.tenant, key, plans, self.began_at);
    }

    /// Whether the token may be used for operations of the scope `S`.
    pub fn allows_scope<S: Scope>(&self) -> bool {
        S::NAME.is_none_or(|scope| self.allows(scope))
    }

    /// Whether the token may be used for operations of `scope`.
    pub fn allows(&self, scope: &str) -> bool {
        !self.is_limited || self.claims.has_scope(scope)
    }
}
