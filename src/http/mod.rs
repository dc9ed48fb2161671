//! The words of the wire: what every endpoint says alike, built once. Nothing here knows who is calling or what there
//! is.

pub mod accept;
pub mod document;
pub mod idempotency;
pub mod input;
pub mod mount;
pub mod ndjson;
pub mod page;
pub mod pages;
pub mod precondition;
pub mod problem;
pub mod reply;
pub mod routes;
pub mod schema;

use std::time::Duration;

use actix_web::{HttpRequest, web::Data};

pub use self::{
    accept::wants,
    idempotency::IdempotencyKey,
    input::{NoParticulars, Patch, Path, Post, Query},
    mount::Mount,
    page::{Page, Paged, Paging},
    precondition::{Precondition, tag},
    problem::{FieldError, Problem, ProblemKind},
    reply::Reply,
};

/// The longest time that a request may take until its answer begins.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit(pub Duration);

pub fn time_limit(request: &HttpRequest) -> Duration {
    request.app_data::<Data<TimeLimit>>().map_or(Duration::MAX, |limit| limit.0)
}
