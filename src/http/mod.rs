//! The HTTP conventions that all endpoints share: validation, problems, pages, entity tags, idempotency keys and the
//! OpenAPI document. Nothing here knows the caller or the domain.

pub mod accept;
pub mod body;
pub mod document;
pub mod idempotency;
pub mod input;
pub mod json;
pub mod language;
pub mod ndjson;
pub mod page;
pub mod pages;
pub mod path_number;
pub mod person_ref;
pub mod precondition;
pub mod problem;
pub mod reply;
pub mod router;
pub mod routes;
pub mod schema;
pub mod scim;
pub mod scim_error;
pub mod stored_json;

use std::{borrow::Cow, sync::Arc, time::Duration};

use actix_web::{HttpRequest, web::Data};

pub(crate) use self::router::add_operations;
pub use self::{
    accept::wants,
    idempotency::IdempotencyKey,
    input::{Empty, Patch, Path, Post, Query, Unchecked},
    page::{Page, Paged, Paging},
    path_number::PathNumber,
    person_ref::{Named, PersonRef},
    precondition::{Precondition, tag},
    problem::{FieldError, Problem, ProblemKind},
    reply::Reply,
    router::{Operations, Router, template},
    stored_json::StoredJson,
};

/// Maximum time from a request until its response starts.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit(pub Duration);

/// The id of a request, as its response and the log name it.
#[derive(Clone, Debug)]
pub struct RequestId(pub Arc<str>);

/// The URL at which clients reach the service, without a slash at its end. Empty if it is not known: links are then
/// paths.
#[derive(Clone, Debug, Default)]
pub struct PublicUrl(pub String);

/// Whether a path is one of the API, which needs a database and, with few exceptions, a token.
pub fn is_api(path: &str) -> bool {
    path.starts_with("/v1/") || scim_error::is_scim(path)
}

/// A path as responses name it: without the secret in the address of a calendar.
pub fn without_secret(path: &str) -> Cow<'_, str> {
    const CALENDARS: &str = "/v1/calendar/";
    if path.starts_with(CALENDARS) { format!("{CALENDARS}{{secret}}.ics").into() } else { path.into() }
}

pub fn time_limit(request: &HttpRequest) -> Duration {
    request.app_data::<Data<TimeLimit>>().map_or(Duration::MAX, |limit| limit.0)
}
