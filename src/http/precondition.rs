//! Conditional requests (RFC 9110, section 13).
//!
//! Our entity tags are versions. Proxies that compress responses make them weak (`W/"3"`), so they are compared weakly,
//! also in `If-Match`: the same version is the same resource, however it was encoded.

use std::future::{Ready, ready};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, ETag, EntityTag, Header, IfMatch, IfNoneMatch, TryIntoHeaderValue},
};

use super::problem::{Problem, ProblemKind};

/// The entity tag of a resource. `variant` distinguishes representations of the same version.
pub fn tag(version: i64, variant: &str) -> EntityTag {
    EntityTag::new_strong(format!("{version}{variant}"))
}

/// Whether `If-None-Match` lists `etag`, so that 304 can be sent.
pub fn is_known(request: &HttpRequest, etag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => request.headers().contains_key(header::IF_NONE_MATCH),
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|tag| tag.weak_eq(etag)),
        Err(_) => false,
    }
}

/// The `If-Match` header of a request. A header that cannot be parsed matches no tag.
#[derive(Debug)]
pub struct Precondition(Option<IfMatch>);

impl Precondition {
    /// No precondition, for a request that creates a resource.
    pub fn none() -> Self {
        Self(None)
    }

    /// Fails with 412 if the request has an `If-Match` that does not list `etag`.
    pub fn check(&self, etag: &EntityTag) -> Result<(), Problem> {
        match &self.0 {
            Some(IfMatch::Items(tags)) if !tags.iter().any(|tag| tag.weak_eq(etag)) => {
                let problem = Problem::new(
                    ProblemKind::PreconditionFailed,
                    format!(
                        "the current version is {etag}, including the quotes; read it again before you change it"
                    ),
                );
                let value = ETag(etag.clone()).try_into_value().map_err(Problem::internal)?;
                Err(problem.with_header(header::ETAG, value))
            }
            _ => Ok(()),
        }
    }
}

impl FromRequest for Precondition {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let given = request.headers().contains_key(header::IF_MATCH);
        ready(Ok(Self(given.then(|| IfMatch::parse(request).unwrap_or(IfMatch::Items(Vec::new()))))))
    }
}
