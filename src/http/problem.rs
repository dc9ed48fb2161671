//! Every error of every layer, as RFC 9457 problem details.
//!
//! Code refuses with a [`Problem`]; the outermost middleware renders it, as only there the path and
//! the request id are known. Each kind has a page at `/problems/{name}`.

use std::fmt;

use actix_web::{
    HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
};
use sea_orm::DbErr;
use serde::Serialize;
use utoipa::{
    ToSchema,
    openapi::{Array, Ref},
};

use crate::db::{Advice, Outage};

/// Something wrong with the input, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Fault)]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) into the body; for a query parameter, a slash and its name.
    #[schema(example = "/answers/values/0/name")]
    pub pointer: String,
    /// What is wrong and what would be right.
    #[schema(example = "must have at most 200 characters")]
    pub detail: String,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

/// An error, as RFC 9457 describes it.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails<'a> {
    /// The kind of problem: a path on this service that explains it.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "/problems/invalid-body")]
    pub kind: &'a str,
    /// The kind of problem, in words.
    #[schema(value_type = String, example = "The body breaks a rule")]
    pub title: &'a str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599, example = 422)]
    pub status: u16,
    /// What happened this time and what to do about it.
    #[schema(value_type = String)]
    pub detail: &'a str,
    /// The path that was asked for.
    #[schema(value_type = String, example = "/v1/plans")]
    pub instance: &'a str,
    /// The id of the request, also in `X-Request-Id`; quote it when you report the problem.
    #[schema(value_type = String)]
    pub request_id: &'a str,
    /// Every fault of an invalid request; empty for other problems.
    #[schema(value_type = Vec<FieldError>)]
    pub errors: &'a [FieldError],
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = findings)]
    pub findings: Option<&'a serde_json::Value>,
}

/// The findings of the plans, which this module does not know, by the name that they have in the document.
fn findings() -> Array {
    Array::builder()
        .description(Some(
            "What keeps a plan from being shared, as in `Readiness`; only with `plan-not-ready`.",
        ))
        .items(Ref::from_schema_name("Finding"))
        .build()
}

/// What a kind of problem means.
#[derive(Debug)]
pub struct ProblemInfo {
    pub name: &'static str,
    /// The name as a path, which is the problem's `type`.
    pub path: &'static str,
    pub status: StatusCode,
    pub title: &'static str,
    pub explanation: &'static str,
    pub remedy: &'static str,
}

macro_rules! kinds {
    ($($kind:ident = $status:ident $name:literal: $title:literal, $explanation:literal, $remedy:literal;)*) => {
        /// Every kind of problem that the service answers with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ProblemKind { $($kind),* }

        impl ProblemKind {
            pub const ALL: &[ProblemKind] = &[$(ProblemKind::$kind),*];

            pub fn about(self) -> &'static ProblemInfo {
                match self {
                    $(ProblemKind::$kind => &ProblemInfo {
                        name: $name,
                        path: concat!("/problems/", $name),
                        status: StatusCode::$status,
                        title: $title,
                        explanation: $explanation,
                        remedy: $remedy,
                    }),*
                }
            }
        }
    };
}

kinds! {
    MalformedJson = BAD_REQUEST "malformed-json": "The body is not JSON",
        "The request's body could not be read as JSON (RFC 8259).",
        "Correct the place that `detail` names.";
    InvalidQuery = BAD_REQUEST "invalid-query": "A query parameter is wrong",
        "A query parameter is unknown, or its value is not one that the parameter takes.",
        "Correct every parameter that `errors` names; the OpenAPI document lists them with their values.";
    InvalidHeader = BAD_REQUEST "invalid-header": "A request header is wrong",
        "A header that the service understands has a value that it cannot read.",
        "Correct the header that `detail` names.";
    BadRequest = BAD_REQUEST "bad-request": "The request cannot be read",
        "The request breaks the rules of HTTP, or its body ended early.",
        "Send it again with a client that speaks HTTP/1.1.";
    Unauthorized = UNAUTHORIZED "unauthorized": "The caller is not known",
        "The request carries no bearer token, or one that is not believed. `WWW-Authenticate` says why.",
        "Send `Authorization: Bearer` with a valid token of the configured issuer.";
    MissingScope = FORBIDDEN "missing-scope": "The token lacks a scope",
        "The token names Groundwork scopes, or belongs to no person, and lacks the scope that the operation needs.",
        "Ask for a token with the scope that `detail` names.";
    Forbidden = FORBIDDEN "forbidden": "This is not yours to do",
        "The caller may know of the resource, but not do this with it.",
        "Ask somebody whose part it is: `detail` says whose.";
    NotFound = NOT_FOUND "not-found": "There is no such thing",
        "Nothing is there, or nothing that the caller may know of.",
        "Check the path and the id, and whether it has been shared with you.";
    MethodNotAllowed = METHOD_NOT_ALLOWED "method-not-allowed": "The path does not take this method",
        "The path exists, but not with this method.",
        "Use one of the methods that the `Allow` header lists.";
    NotAcceptable = NOT_ACCEPTABLE "not-acceptable": "No acceptable form",
        "The `Accept` header allows none of the forms in which the answer can be sent.",
        "Accept `application/json`.";
    Conflict = CONFLICT "conflict": "The present state does not allow it",
        "The request is right in itself, but not at this moment.",
        "Read the resource again, and do what `detail` says.";
    PlanNotReady = CONFLICT "plan-not-ready": "The plan is not ready to be shared",
        "Something that a plan needs before it can be shared is missing. `findings` lists every blocker.",
        "Mend every finding, and share again. `GET /v1/plans/{plan_id}/readiness` shows them at any time.";
    PlanNotShared = CONFLICT "plan-not-shared": "The plan is not shared",
        "The step needs a plan that others can read, and this one is its owner's alone.",
        "Share the plan first.";
    PlanNotAgreed = CONFLICT "plan-not-agreed": "The plan is not agreed",
        "Only a plan that owner and manager have both agreed to can be completed.",
        "Let owner and manager agree to the latest revision first.";
    PlanArchived = CONFLICT "plan-archived": "The plan is archived",
        "An archived plan is kept as it is.",
        "Begin a new plan.";
    PlanCompleted = CONFLICT "plan-completed": "The plan is completed",
        "A completed plan is neither shared nor agreed to again, and takes no more feedback.",
        "Begin a new plan, or archive this one.";
    PlanWasShared = CONFLICT "plan-was-shared": "The plan has been shared",
        "A plan that has ever been shared is part of a conversation and cannot be deleted.",
        "Archive it instead.";
    NotLatestRevision = CONFLICT "not-latest-revision": "There is a newer revision",
        "Agreement is given to the latest revision, and the request names another.",
        "Read the latest revision, and agree to that.";
    AlreadyAgreed = CONFLICT "already-agreed": "This side has agreed already",
        "Owner and manager each agree once to a revision.",
        "Nothing is left to do; the other side's agreement may still be awaited.";
    FeedbackExists = CONFLICT "feedback-exists": "The feedback has been begun already",
        "An author gives one feedback to one revision.",
        "Change the feedback that exists; `GET /v1/plans/{plan_id}/feedback` lists it.";
    FeedbackSubmitted = CONFLICT "feedback-submitted": "The feedback has been submitted",
        "Submitted feedback is part of the conversation, and is not changed, deleted or submitted again.",
        "Give feedback to the next revision, or talk.";
    FeedbackNotSubmitted = CONFLICT "feedback-not-submitted": "The feedback is not awaiting acknowledgement",
        "Only submitted feedback can be acknowledged, and only once.",
        "Nothing is left to do once it has been acknowledged.";
    RequestInProgress = CONFLICT "request-in-progress": "The same request is being carried out",
        "Another request with the same `Idempotency-Key` has not ended yet.",
        "Wait as long as `Retry-After` says, and send the same request again: its answer will be replayed.";
    PreconditionFailed = PRECONDITION_FAILED "precondition-failed": "It has changed since you read it",
        "The `If-Match` header names another version than the present one, whose tag is in `ETag`.",
        "Read the resource again, apply your change to what it is now, and send that with its tag.";
    CursorExpired = GONE "cursor-expired": "The cursor is too old",
        "Events that the reader of the change feed has not seen are no longer kept: it was away \
         for longer than the service keeps them.",
        "Read everything that you follow anew, and then follow the feed from its start, without `after`.";
    BodyTooLarge = PAYLOAD_TOO_LARGE "body-too-large": "The body is too large",
        "The request's body has more bytes than the service takes.",
        "Send less at a time.";
    UnsupportedMediaType = UNSUPPORTED_MEDIA_TYPE "unsupported-media-type": "The body's type is not supported",
        "The `Content-Type` header names a type that the operation does not read.",
        "Send `application/json`; for PATCH, `application/merge-patch+json` as well.";
    InvalidBody = UNPROCESSABLE_ENTITY "invalid-body": "The body breaks a rule",
        "The body is JSON, but not what the operation takes. `errors` names every fault and where it is.",
        "Correct every fault that `errors` names.";
    IdempotencyKeyReused = UNPROCESSABLE_ENTITY "idempotency-key-reused": "The key belongs to another request",
        "The `Idempotency-Key` was used within 24 hours for a request with another method, path or body.",
        "Make a new key for each new request, and keep it only for retries of that request.";
    TooManyRequests = TOO_MANY_REQUESTS "too-many-requests": "Too many requests",
        "The caller has made more requests than it may within a minute.",
        "Wait as long as `Retry-After` says.";
    Internal = INTERNAL_SERVER_ERROR "internal-error": "Something went wrong here",
        "The service failed. What it had begun and not finished has been undone.",
        "Try again later; when it lasts, report the `request_id`.";
    Unavailable = SERVICE_UNAVAILABLE "unavailable": "The service cannot answer now",
        "Something that the service depends on, as its database, cannot be reached or is too busy.",
        "Try again after `Retry-After`, with the same `Idempotency-Key`.";
    TimedOut = SERVICE_UNAVAILABLE "timed-out": "The request took too long",
        "The request was given up after the longest time that one may take.",
        "Try again after `Retry-After`, with the same `Idempotency-Key`, or ask for less at a time.";
}

impl ProblemKind {
    /// The kind called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.about().name == name)
    }

    /// The kind for a status that a library answered with.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Internal,
        }
    }
}

/// Why a request is refused.
#[derive(Clone, Debug)]
pub struct Problem(Box<Parts>);

#[derive(Clone, Debug)]
struct Parts {
    kind: ProblemKind,
    detail: String,
    errors: Vec<FieldError>,
    findings: Option<serde_json::Value>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            kind,
            detail: detail.into(),
            errors: Vec::new(),
            findings: None,
            headers: Vec::new(),
        }))
    }

    /// A problem of which there is nothing to say but what its kind says.
    pub fn of(kind: ProblemKind) -> Self {
        Self::new(kind, kind.about().explanation)
    }

    pub fn not_found(what: &str) -> Self {
        Self::new(ProblemKind::NotFound, format!("there is no such {what}, or none that you may know of"))
    }

    pub fn invalid_body(errors: Vec<FieldError>) -> Self {
        Self::invalid(ProblemKind::InvalidBody, errors)
    }

    pub fn invalid(kind: ProblemKind, errors: Vec<FieldError>) -> Self {
        let mut problem = Self::new(kind, format!("{} to correct; see errors", count(errors.len(), "fault")));
        problem.0.errors = errors;
        problem
    }

    /// A failure that will pass.
    pub fn passing(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self::new(kind, detail).with_header(header::RETRY_AFTER, HeaderValue::from_static("1"))
    }

    /// A failure of ours: logged here, once, and not shown to the caller.
    pub fn internal(cause: impl fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::of(ProblemKind::Internal)
    }

    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.push((name, value));
        self
    }

    pub fn with_findings(mut self, findings: serde_json::Value) -> Self {
        self.0.findings = Some(findings);
        self
    }

    pub fn kind(&self) -> ProblemKind {
        self.0.kind
    }

    /// The faults that it names, or itself as one fault at `pointer`: for a row of many.
    pub fn into_faults(self, pointer: &str) -> Vec<FieldError> {
        let Parts { detail, errors, .. } = *self.0;
        if errors.is_empty() { vec![FieldError::new(pointer, detail)] } else { errors }
    }

    /// The problem as it is sent.
    pub fn render(&self, instance: &str, request_id: &str) -> HttpResponse {
        let about = self.0.kind.about();
        let mut response = HttpResponse::build(about.status);
        for (name, value) in &self.0.headers {
            response.insert_header((name.clone(), value.clone()));
        }
        let body = ProblemDetails {
            kind: about.path,
            title: about.title,
            status: about.status.as_u16(),
            detail: &self.0.detail,
            instance,
            request_id,
            errors: &self.0.errors,
            findings: self.0.findings.as_ref(),
        };
        response
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .body(serde_json::to_string(&body).unwrap_or_default())
    }
}

/// `1 fault`, `2 faults`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.0.kind.about().status
    }

    /// Carries the problem to the outermost middleware, which renders it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// A statement that failed is our failure, unless the database has an outage, which passes.
impl From<DbErr> for Problem {
    fn from(error: DbErr) -> Self {
        let Some(outage) = Outage::of(&error) else { return Self::internal(error) };
        let Advice { detail, retry_after, remedy } = outage.advice();
        tracing::error!(cause = %error, remedy, "the database does not answer");
        let kind = if outage == Outage::TooSlow { ProblemKind::TimedOut } else { ProblemKind::Unavailable };
        Self::new(kind, detail).with_header(header::RETRY_AFTER, HeaderValue::from(retry_after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for kind in ProblemKind::ALL {
            assert_eq!(ProblemKind::named(kind.about().name), Some(*kind));
        }
    }
}
