//! Adds the names of people to responses.

use std::collections::HashMap;

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::{Bytes, Data},
};
use chrono::{DateTime, Duration, Utc};
use quick_cache::sync::Cache;
use sea_orm::DbErr;

use crate::{
    db::{Conditions, Read},
    http::{
        Problem,
        person_ref::{PersonRef, Unnamed},
    },
    ids::{PersonId, TenantId},
    state::State,
};

/// Maximum age of a remembered name. Changes by this process are seen at once.
const MAX_AGE: Duration = Duration::seconds(60);
/// How many names are remembered.
const CAPACITY: usize = 20_000;

/// The names of people that were needed lately.
pub struct Names(Cache<(TenantId, PersonId), Known>);

#[derive(Clone)]
struct Known {
    person: PersonRef,
    read_at: DateTime<Utc>,
    generation: u64,
}

impl Default for Names {
    fn default() -> Self {
        Self(Cache::new(CAPACITY))
    }
}

impl Names {
    /// The people with these ids, in one statement for those who are not remembered.
    async fn find(
        &self,
        state: &State,
        tenant: TenantId,
        people: &[PersonId],
    ) -> Result<HashMap<PersonId, PersonRef>, DbErr> {
        let (now, generation) = (state.clock.now(), state.people_generation.current());
        let mut found = HashMap::with_capacity(people.len());
        let mut missing = Vec::new();
        for id in people {
            match self.0.get(&(tenant, *id)) {
                Some(known) if known.generation == generation && now < known.read_at + MAX_AGE => {
                    found.insert(*id, known.person);
                }
                _ => missing.push(*id),
            }
        }
        if !missing.is_empty() {
            let mut sql = Conditions::new(
                "select p.id, p.display_name, p.title from people p where p.tenant_id = $1",
                [],
            );
            sql.and_one_of("p.id", missing);
            for person in state.db.reader(tenant).list::<PersonRef>(&sql.sql, sql.values).await? {
                let known = Known { person: person.clone(), read_at: now, generation };
                self.0.insert((tenant, person.id), known);
                found.insert(person.id, person);
            }
        }
        Ok(found)
    }
}

/// Names the people in responses to one request.
#[derive(Clone)]
pub struct Namer {
    names: Data<Names>,
    state: Data<State>,
    tenant: TenantId,
}

impl Namer {
    /// None before the request is authenticated.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        let tenant = request.extensions().get::<TenantId>().copied()?;
        let names = request.app_data::<Data<Names>>()?.clone();
        let state = request.app_data::<Data<State>>()?.clone();
        Some(Self { names, state, tenant })
    }

    /// JSON with the names of its people.
    pub async fn name(&self, body: Bytes) -> Result<Bytes, Problem> {
        let unnamed = Unnamed::new(&body);
        let people = unnamed.people();
        if people.is_empty() {
            return Ok(body);
        }
        let names = self.names.find(&self.state, self.tenant, &people).await?;
        let person = |id| {
            let unknown = || PersonRef { id, display_name: String::new(), title: None };
            names.get(&id).cloned().unwrap_or_else(unknown)
        };
        Ok(unnamed.with_names(person).map_err(Problem::internal)?.into())
    }
}

/// Middleware: names the people in each response that is not a stream. Streams do it in each of their parts.
pub async fn named(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let (request, response) = next.call(request).await?.into_parts();
    let (response, body) = response.into_parts();
    let body = match Namer::of(&request) {
        Some(namer) => match body.try_into_bytes() {
            Ok(bytes) => namer.name(bytes).await?.boxed(),
            Err(stream) => stream,
        },
        None => body,
    };
    Ok(ServiceResponse::new(request, response.set_body(body)))
}
