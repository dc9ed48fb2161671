//! Errors as RFC 9457 problem details.
//!
//! Handlers and extractors return a [`Problem`]. The outermost middleware renders it, because only there are the path
//! and the request id known. Each kind has a page at `/problems/{name}`. The table of kinds is what makes the file
//! long.

use std::fmt;

use actix_web::{
    HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::{
    ToSchema,
    openapi::{Array, Ref},
};

use super::scim_error::{self, ScimError, ScimType};
use crate::db::{Advice, Outage};

/// One error in the input, and its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[schema(as = Fault)]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) into the body. For a query parameter, a slash and the parameter's name.
    #[schema(example = "/answers/values/0/name")]
    pub pointer: String,
    /// What is wrong, and what is allowed.
    #[schema(example = "must have at most 200 characters")]
    pub detail: String,
}

/// Maximum errors that a response lists.
pub const MAX_ERRORS: usize = 100;

/// Maximum bytes of a pointer or detail. Both may contain names and values from the request.
const MAX_TEXT: usize = 500;

impl FieldError {
    /// Long texts are cut.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: cut(pointer.into()), detail: cut(detail.into()) }
    }
}

/// `text`, cut to [`MAX_TEXT`] bytes.
fn cut(mut text: String) -> String {
    if text.len() > MAX_TEXT {
        text.truncate(text.floor_char_boundary(MAX_TEXT - "…".len()));
        text.shrink_to_fit();
        text.push('…');
    }
    text
}

/// The first [`MAX_ERRORS`] of `errors`, and how many others there are.
pub fn first_errors(mut errors: Vec<FieldError>) -> (Vec<FieldError>, usize) {
    let left_out = errors.len().saturating_sub(MAX_ERRORS);
    errors.truncate(MAX_ERRORS);
    errors.shrink_to_fit();
    (errors, left_out)
}

/// An error in the format of RFC 9457.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails<'a> {
    /// The kind of problem: the URL of a page that explains it. It is a path on this service, or a full URL if the
    /// service knows its public URL.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "/problems/invalid-body")]
    pub kind: &'a str,
    /// The kind of problem, as a sentence.
    #[schema(value_type = String, example = "The body breaks a rule")]
    pub title: &'a str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599, example = 422)]
    pub status: u16,
    /// What went wrong with this request, and what to do about it.
    #[schema(value_type = String)]
    pub detail: &'a str,
    /// The path of the request, or its URL if the service knows its public URL.
    #[schema(value_type = String, example = "/v1/plans")]
    pub instance: &'a str,
    /// The request's id, also in `X-Request-Id`. Quote it when you report the problem.
    #[schema(value_type = String)]
    pub request_id: &'a str,
    /// The errors of an invalid request, at most 100. Empty for other problems.
    #[schema(value_type = Vec<FieldError>, max_items = 100)]
    pub errors: &'a [FieldError],
    /// Number of errors that `errors` leaves out.
    #[schema(minimum = 0, example = 0)]
    pub errors_left_out: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = findings)]
    pub findings: Option<&'a serde_json::Value>,
}

/// Refers to the schema `Finding` by its name in the document, because this layer may not import the plans.
fn findings() -> Array {
    Array::builder()
        .description(Some("What blocks sharing the plan, as in `Readiness`. Only in `plan-not-ready`."))
        .items(Ref::from_schema_name("Finding"))
        .build()
}

/// The status and texts of a kind of problem.
#[derive(Debug)]
pub struct ProblemInfo {
    pub name: &'static str,
    /// `/problems/{name}`, the problem's `type`.
    pub path: &'static str,
    pub status: StatusCode,
    pub title: &'static str,
    pub explanation: &'static str,
    pub remedy: &'static str,
}

macro_rules! kinds {
    ($($kind:ident = $status:ident $name:literal: $title:literal, $explanation:literal, $remedy:literal;)*) => {
        /// Every kind of problem that the service returns.
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
        "The request body is not valid JSON (RFC 8259).",
        "Fix the place that `detail` names.";
    InvalidQuery = BAD_REQUEST "invalid-query": "A query parameter is invalid",
        "A query parameter is unknown, or its value is not allowed.",
        "Fix each parameter listed in `errors`; the OpenAPI document lists the parameters and their values.";
    InvalidHeader = BAD_REQUEST "invalid-header": "A request header is invalid",
        "A request header has a value that the service cannot parse.",
        "Fix the header that `detail` names.";
    BadRequest = BAD_REQUEST "bad-request": "The request cannot be read",
        "The request is not valid HTTP, or its body ended early.",
        "Send it again with an HTTP/1.1 client.";
    Unauthorized = UNAUTHORIZED "unauthorized": "The caller is not authenticated",
        "The request carries no bearer token, or an invalid one. `WWW-Authenticate` says why.",
        "Send `Authorization: Bearer` with a valid token of the configured issuer.";
    MissingScope = FORBIDDEN "missing-scope": "The token lacks a scope",
        "The operation needs a scope that the token does not have. A service token needs it always, a person's token \
         only if it has any Groundwork scope.",
        "Request a token with the scope that `detail` names.";
    Forbidden = FORBIDDEN "forbidden": "You are not allowed to do this",
        "The caller may see the resource, but not do this with it.",
        "Ask someone who may do it; `detail` says who.";
    NotInDirectory = FORBIDDEN "not-in-directory": "The caller is not in the directory",
        "The token is a person's, and matches no active person of the directory. `detail` says which claim was \
         compared with which field.",
        "Ask HR to add the person, or to correct the field. An HR admin imports the first people of a new tenant with \
         `POST /v1/people/import`. If the token is a service's, it must say so: see GROUNDWORK_AUTH_SERVICE_CLAIM.";
    IdentityConflict = FORBIDDEN "identity-conflict": "The identity conflicts with a link",
        "The person whom the token names is linked to another identity, or a service's token has the identity of a \
         person. A link is not moved by a token or by the directory.",
        "Use the identity that first called for this person. If the person has a new one, HR ends the old link with \
         `POST /v1/people/{person_id}/unlink-identity`.";
    IdentityUnlinked = FORBIDDEN "identity-unlinked": "The identity was unlinked",
        "HR or the operator has ended the link between the identity and its person.",
        "Ask HR. The operator can link the identity again with `groundwork identities`.";
    NotFound = NOT_FOUND "not-found": "Not found",
        "The resource does not exist, or the caller may not see it.",
        "Check the path and the id, and whether the resource has been shared with you.";
    MethodNotAllowed = METHOD_NOT_ALLOWED "method-not-allowed": "The path does not support this method",
        "The path exists, but not with this method.",
        "Use a method that the `Allow` header lists.";
    NotAcceptable = NOT_ACCEPTABLE "not-acceptable": "No acceptable media type",
        "The operation can return none of the media types that the `Accept` header allows.",
        "Accept `application/json`.";
    Conflict = CONFLICT "conflict": "The current state does not allow it",
        "The request is valid, but the resource is in a state that does not allow it.",
        "Read the resource again, and do what `detail` says.";
    PlanNotReady = CONFLICT "plan-not-ready": "The plan is not ready to be shared",
        "Something that a plan needs before it can be shared is missing. `findings` lists every blocker.",
        "Fix every finding, and share again. `GET /v1/plans/{plan_id}/readiness` returns the findings at any time.";
    PlanNotShared = CONFLICT "plan-not-shared": "The plan is not shared",
        "The operation needs a shared plan, and this plan is a draft.",
        "Share the plan first.";
    PlanNotAgreed = CONFLICT "plan-not-agreed": "The plan is not agreed",
        "A plan can be completed only after owner and manager have both agreed to it.",
        "Owner and manager must agree to the latest revision first.";
    PlanArchived = CONFLICT "plan-archived": "The plan is archived",
        "An archived plan cannot be changed.",
        "Create a new plan.";
    PlanCompleted = CONFLICT "plan-completed": "The plan is completed",
        "A completed plan cannot be shared or agreed to again, and accepts no further feedback.",
        "Create a new plan, or archive this one.";
    PlanWasShared = CONFLICT "plan-was-shared": "The plan has been shared",
        "A plan that has been shared, even once, cannot be deleted.",
        "Archive it instead.";
    LegalHold = CONFLICT "legal-hold": "A legal hold forbids it",
        "The person's data is under a legal hold, and must not be erased.",
        "An HR admin releases the hold with `DELETE /v1/people/{person_id}/legal-hold`, once it is no longer needed.";
    NotLatestRevision = CONFLICT "not-latest-revision": "There is a newer revision",
        "Only the latest revision can be agreed to, and the request names another one.",
        "Read the latest revision, and agree to that one.";
    AlreadyAgreed = CONFLICT "already-agreed": "This side has already agreed",
        "Owner and manager each agree once to a revision.",
        "Nothing is left for this side to do. The plan is agreed once the other side agrees as well.";
    FeedbackExists = CONFLICT "feedback-exists": "The feedback already exists",
        "Each author gives one feedback per revision.",
        "Change the existing feedback; `GET /v1/plans/{plan_id}/feedback` lists it.";
    FeedbackSubmitted = CONFLICT "feedback-submitted": "The feedback has been submitted",
        "Submitted feedback cannot be changed, deleted or submitted again.",
        "Give feedback on the next revision, or talk to each other.";
    FeedbackNotSubmitted = CONFLICT "feedback-not-submitted": "The feedback is not awaiting acknowledgement",
        "Only submitted feedback can be acknowledged, and only once.",
        "Nothing is left to do if it has been acknowledged; otherwise its author must submit it first.";
    RequestInProgress = CONFLICT "request-in-progress": "The same request is still running",
        "Another request with the same `Idempotency-Key` has not finished.",
        "Wait for `Retry-After` seconds and send the same request again: it then returns the first response.";
    PreconditionFailed = PRECONDITION_FAILED "precondition-failed": "The resource has changed since you read it",
        "The `If-Match` header names a version that is not the current one. The current one is in `ETag`.",
        "Read the resource again, apply your change to it, and send that with the new `ETag`.";
    CursorExpired = GONE "cursor-expired": "The cursor is too old",
        "Events after the cursor have been deleted: the reader was away for longer than the service keeps events.",
        "Reload your copy of the data, and then read the feed from its start, without `after`.";
    BodyTooLarge = PAYLOAD_TOO_LARGE "body-too-large": "The body is too large",
        "The request body exceeds the size limit.",
        "Send less at a time.";
    UnsupportedMediaType = UNSUPPORTED_MEDIA_TYPE "unsupported-media-type": "The body's media type is not supported",
        "The operation does not accept the media type that the `Content-Type` header names, or the encoding that \
         `Content-Encoding` names.",
        "Send `application/json`; for PATCH, `application/merge-patch+json` as well. `Accept-Encoding` lists the \
         encodings.";
    InvalidBody = UNPROCESSABLE_ENTITY "invalid-body": "The body breaks a rule",
        "The body is valid JSON, but breaks a rule of the operation. `errors` lists each error and its place.",
        "Fix every error listed in `errors`.";
    IdempotencyKeyReused = UNPROCESSABLE_ENTITY "idempotency-key-reused": "The key belongs to another request",
        "The `Idempotency-Key` was used within the last 24 hours for a request with another method, path or body.",
        "Use a new key for each new request, and reuse a key only to retry the same request.";
    BodyTooSlow = REQUEST_TIMEOUT "body-too-slow": "The body arrived too slowly",
        "The request body did not arrive within the service's time limit for a request.",
        "Send it again with the same `Idempotency-Key` over a faster connection, or send less at a time.";
    TooManyAtOnce = TOO_MANY_REQUESTS "too-many-at-once": "Too many requests at once",
        "The caller has too many requests running, or too many bytes of bodies on their way.",
        "Wait for `Retry-After` seconds, and send fewer requests at the same time.";
    TooManyRequests = TOO_MANY_REQUESTS "too-many-requests": "Too many requests",
        "The caller has exceeded its limit of requests per minute.",
        "Wait for `Retry-After` seconds.";
    NotImplemented = NOT_IMPLEMENTED "not-implemented": "The service does not implement this",
        "The path is one of a standard, and the service does not implement this part of it.",
        "Use another operation; `detail` names it.";
    Internal = INTERNAL_SERVER_ERROR "internal-error": "Internal error",
        "The service failed. Changes that were not committed have been rolled back.",
        "Try again later. If it keeps failing, report the `request_id`.";
    Unavailable = SERVICE_UNAVAILABLE "unavailable": "The service is unavailable",
        "Something that the service depends on, such as its database, cannot be reached or is overloaded.",
        "Try again after `Retry-After` seconds, with the same `Idempotency-Key`.";
    TimedOut = SERVICE_UNAVAILABLE "timed-out": "The request took too long",
        "The request exceeded the service's time limit and was cancelled.",
        "Try again after `Retry-After` seconds with the same `Idempotency-Key`, or request less at a time.";
}

impl ProblemKind {
    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.about().name == name)
    }

    /// What is wrong in SCIM's words, unless the handler says it.
    fn scim_type(self) -> Option<ScimType> {
        match self {
            Self::MalformedJson => Some(ScimType::InvalidSyntax),
            Self::InvalidBody | Self::InvalidQuery => Some(ScimType::InvalidValue),
            _ => None,
        }
    }

    /// The kind for an error response that a library made, by its status.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::BodyTooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Internal,
        }
    }
}

/// Why a request failed. Boxed, so that `Result<_, Problem>` stays small.
#[derive(Clone, Debug)]
pub struct Problem(Box<Parts>);

#[derive(Clone, Debug)]
struct Parts {
    kind: ProblemKind,
    detail: String,
    errors: Vec<FieldError>,
    errors_left_out: usize,
    findings: Option<serde_json::Value>,
    scim_type: Option<ScimType>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            kind,
            detail: cut(detail.into()),
            errors: Vec::new(),
            errors_left_out: 0,
            findings: None,
            scim_type: kind.scim_type(),
            headers: Vec::new(),
        }))
    }

    /// A problem whose `detail` is the explanation of its kind.
    pub fn of(kind: ProblemKind) -> Self {
        Self::new(kind, kind.about().explanation)
    }

    pub fn not_found(what: &str) -> Self {
        Self::new(ProblemKind::NotFound, format!("there is no such {what}, or you may not see it"))
    }

    pub fn invalid_body(errors: Vec<FieldError>) -> Self {
        Self::invalid(ProblemKind::InvalidBody, errors)
    }

    pub fn invalid(kind: ProblemKind, errors: Vec<FieldError>) -> Self {
        let mut problem = Self::new(kind, format!("{} to fix; see errors", count(errors.len(), "error")));
        (problem.0.errors, problem.0.errors_left_out) = first_errors(errors);
        problem
    }

    /// A temporary failure: `Retry-After` tells the client to retry after one second.
    pub fn passing(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self::new(kind, detail).with_header(header::RETRY_AFTER, HeaderValue::from_static("1"))
    }

    /// A failure of the service. The cause is logged here and not sent to the caller.
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

    /// Says in SCIM's words what is wrong.
    pub fn with_scim_type(mut self, scim_type: ScimType) -> Self {
        self.0.scim_type = Some(scim_type);
        self
    }

    pub fn kind(&self) -> ProblemKind {
        self.0.kind
    }

    /// The first field errors of the problem, or its detail as a single error at `pointer`. For the results of import
    /// rows.
    pub fn into_faults(self, pointer: &str) -> Vec<FieldError> {
        let Parts { detail, errors, .. } = *self.0;
        if errors.is_empty() { vec![FieldError::new(pointer, detail)] } else { errors }
    }

    /// The status in SCIM, which has no 422.
    fn scim_status(&self) -> StatusCode {
        match self.0.kind.about().status {
            StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
            status => status,
        }
    }

    /// The problem in the shape of SCIM, with its errors in one text.
    pub fn as_scim(&self) -> ScimError<'_> {
        let errors: Vec<String> =
            self.0.errors.iter().map(|error| format!("{} {}", error.pointer, error.detail)).collect();
        let detail = if errors.is_empty() { self.0.detail.clone() } else { cut(errors.join("; ")) };
        ScimError {
            schemas: [scim_error::ERROR],
            status: self.scim_status().as_u16().to_string(),
            scim_type: self.0.scim_type,
            detail,
        }
    }

    /// The response for the problem, in the shape of SCIM if `path` is one of SCIM. `base` is the public URL of the
    /// service, if it is known, for `type` and `instance`.
    pub fn render(&self, base: &str, path: &str, request_id: &str) -> HttpResponse {
        let about = self.0.kind.about();
        let is_scim = scim_error::is_scim(path);
        let status = if is_scim { self.scim_status() } else { about.status };
        let mut response = HttpResponse::build(status);
        for (name, value) in &self.0.headers {
            response.insert_header((name.clone(), value.clone()));
        }
        if is_scim {
            let body = serde_json::to_string(&self.as_scim()).unwrap_or_default();
            return response.insert_header((header::CONTENT_TYPE, scim_error::MEDIA_TYPE)).body(body);
        }
        let body = ProblemDetails {
            kind: &format!("{base}{}", about.path),
            title: about.title,
            status: about.status.as_u16(),
            detail: &self.0.detail,
            instance: &format!("{base}{path}"),
            request_id,
            errors: &self.0.errors,
            errors_left_out: self.0.errors_left_out,
            findings: self.0.findings.as_ref(),
        };
        response
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .body(serde_json::to_string(&body).unwrap_or_default())
    }
}

/// `1 error`, `2 errors`.
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

    /// An empty response that carries the problem to the outermost middleware, which renders it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// A failed statement is an internal error, unless the database is unavailable or too slow: that is 503.
impl From<DbErr> for Problem {
    fn from(error: DbErr) -> Self {
        let Some(outage) = Outage::of(&error) else { return Self::internal(error) };
        let Advice { detail, retry_after, remedy } = outage.advice();
        tracing::error!(cause = %error, remedy, "the database is unavailable or too slow");
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
