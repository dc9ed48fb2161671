//! The wire conventions: built once, here, so that every endpoint has them.
//!
//! [`wire`] is the outermost middleware. It gives every request an id and a time limit, and turns
//! every error of every layer, panics included, into a problem.

pub mod answer;
pub mod document;
pub mod idempotency;
pub mod import;
pub mod input;
pub mod mount;
pub mod ndjson;
pub mod page;
pub mod pages;
pub mod precondition;
pub mod problem;
pub mod schema;
mod watch;

use std::{panic::AssertUnwindSafe, sync::LazyLock, time::Duration};

use actix_web::{
    Error, HttpMessage, HttpRequest, HttpResponse, ResponseError,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{ResourceDef, ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        ConnectionType, Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;

use self::watch::Watch;
pub use self::{
    answer::Answer,
    idempotency::Retry,
    input::{NoParticulars, Patch, Path, Post, Query},
    mount::Mount,
    page::{Page, Paged, Paging},
    precondition::{Precondition, tag},
    problem::{Fault, Kind, Problem},
};
use crate::{auth::limit::Standing, ids::Ids, state::Core};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest time that a request may take until its answer begins.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit(pub Duration);

pub fn time_limit(request: &HttpRequest) -> Duration {
    request.app_data::<Data<TimeLimit>>().map_or(Duration::MAX, |limit| limit.0)
}

/// Gives a request its id and time limit, and its errors their form.
pub async fn wire<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let id = request_id(&request);
    let path = request.path().to_owned();
    let limit = time_limit(request.request());
    let acceptable = is_acceptable(&request);
    let routes = request.app_data::<Data<LazyRoutes>>().cloned();
    let watch = Watch::begin(&request, &id);

    let answering = async {
        if !acceptable {
            return Err(Problem::of(Kind::NotAcceptable).into());
        }
        let answer = AssertUnwindSafe(tokio::time::timeout(limit, next.call(request))).catch_unwind().await;
        match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => {
                Err(Problem::passing(Kind::TimedOut, "the request took too long and was given up").into())
            }
            Err(_) => Err(Problem::internal("a handler panicked").into()),
        }
    };
    let outcome = watch.over(answering).await;

    let mut response = match outcome {
        Ok(response) if response.status().is_client_error() || response.status().is_server_error() => {
            let problem = problem_in(&response);
            let mut rendered = problem.render(&path, &id);
            watch.end(response.request().match_pattern(), rendered.status(), Some(problem.kind()));
            carry_over(response.headers(), rendered.headers_mut());
            finish(rendered.headers_mut(), &id, &path);
            let (request, _) = response.into_parts();
            ServiceResponse::new(request, rendered).map_into_right_body()
        }
        Ok(mut response) => {
            watch.end(response.request().match_pattern(), response.status(), None);
            finish(response.headers_mut(), &id, &path);
            response.map_into_left_body()
        }
        Err(error) => {
            let problem = error
                .as_error::<Problem>()
                .cloned()
                .unwrap_or_else(|| Problem::of(Kind::of_status(error.as_response_error().status_code())));
            let mut rendered = problem.render(&path, &id);
            // The request has gone with whatever gave it up.
            let route = routes.and_then(|routes| routes.template(&path));
            watch.end(route, rendered.status(), Some(problem.kind()));
            finish(rendered.headers_mut(), &id, &path);
            return Err(InternalError::from_response("refused", rendered).into());
        }
    };
    let standing = response.request().extensions().get::<Standing>().copied();
    if let Some(standing) = standing {
        standing.tell(response.headers_mut());
    }
    if is_stopping(response.request()) {
        // The next request is to go to somebody who stays.
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(response)
}

fn is_stopping(request: &HttpRequest) -> bool {
    request.app_data::<Data<Core>>().is_some_and(|core| core.stopping.is_cancelled())
}

/// The problem that a layer answered with, in its own form or in another.
fn problem_in<B>(response: &ServiceResponse<B>) -> Problem {
    let own = response.response().extensions().get::<Problem>().cloned();
    own.unwrap_or_else(|| Problem::of(Kind::of_status(response.status())))
}

/// Keeps what inner layers said in header fields (CORS, `Allow`), except about the body they sent.
fn carry_over(from: &HeaderMap, to: &mut HeaderMap) {
    for (name, value) in from {
        if *name != header::CONTENT_TYPE
            && *name != header::CONTENT_LENGTH
            && *name != header::CONTENT_ENCODING
        {
            to.append(name.clone(), value.clone());
        }
    }
}

/// The header fields that every answer has.
fn finish(headers: &mut HeaderMap, id: &str, path: &str) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    let policy = if path.starts_with("/docs") {
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
    } else {
        "default-src 'none'; frame-ancestors 'none'"
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if path.starts_with("/v1/") {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("Authorization"));
    }
}

/// The caller's request id, where it is fit to be logged; else a new one.
fn request_id(request: &ServiceRequest) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok());
    match given {
        Some(id) if (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic()) => {
            id.to_owned()
        }
        _ => request
            .app_data::<Data<Ids>>()
            .map_or_else(String::new, |ids| ids.next::<uuid::Uuid>().to_string()),
    }
}

/// Whether the caller takes what the API speaks: JSON, for team progress CSV as well, and for some lists NDJSON.
fn is_acceptable(request: &ServiceRequest) -> bool {
    if !request.path().starts_with("/v1/") || request.method() == Method::OPTIONS {
        return true;
    }
    let other = match request.path() {
        "/v1/plans" | "/v1/action-items" if request.method() == Method::GET => Some(ndjson::MEDIA_TYPE),
        path if path.ends_with("/team-progress") => Some("text/csv"),
        _ => None,
    };
    accepts(request.headers(), "application/json")
        || other.is_some_and(|other| wants(request.headers(), other))
}

/// Whether the caller would rather have another form than JSON: it names that, and takes no JSON.
pub fn wants(headers: &HeaderMap, media_type: &str) -> bool {
    allowed(headers, media_type) == Some(true) && !accepts(headers, "application/json")
}

/// Whether `Accept` allows a media type (RFC 9110, section 12.5.1): the most specific range that covers it
/// decides.
fn accepts(headers: &HeaderMap, media_type: &str) -> bool {
    let family = media_type.split('/').next().unwrap_or_default();
    let ranges = [media_type, &format!("{family}/*"), "*/*"];
    let decides = ranges.iter().find_map(|range| allowed(headers, range));
    decides.unwrap_or(!headers.contains_key(header::ACCEPT))
}

/// Whether `Accept` allows a range; none where it does not name it.
fn allowed(headers: &HeaderMap, range: &str) -> Option<bool> {
    headers.get(header::ACCEPT)?.to_str().ok()?.split(',').find_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        parts.next().filter(|name| name.eq_ignore_ascii_case(range))?;
        let q = parts.find_map(|part| part.strip_prefix("q="));
        Some(q.and_then(|q| q.parse::<f32>().ok()).unwrap_or(1.0) > 0.0)
    })
}

/// Answers what no route takes.
pub async fn unrouted(request: HttpRequest) -> HttpResponse {
    no_route(&request).error_response()
}

/// Why no route takes a request: 405 for a path that knows other methods, else 404.
fn no_route(request: &HttpRequest) -> Problem {
    let routes = request.app_data::<Data<LazyRoutes>>();
    let methods = routes.map(|routes| routes.methods(request.path())).unwrap_or_default();
    if methods.is_empty() || methods.contains(&request.method().as_str()) {
        return Problem::new(
            Kind::NotFound,
            "there is nothing at this path; /openapi.json lists what there is",
        );
    }
    let allow = methods.join(", ");
    let problem = Problem::new(Kind::MethodNotAllowed, format!("this path takes {allow}"));
    match HeaderValue::from_str(&allow) {
        Ok(allow) => problem.with_header(header::ALLOW, allow),
        Err(_) => problem,
    }
}

/// Which methods each documented path takes. Paths without parameters come first, as they mean just one thing.
#[derive(Debug)]
pub struct Routes(Vec<(ResourceDef, Vec<&'static str>)>);

/// They are worked out from the whole API document: not before somebody asks.
pub type LazyRoutes = LazyLock<Routes>;

impl Routes {
    pub fn new(mut routes: Vec<(ResourceDef, Vec<&'static str>)>) -> Self {
        routes.sort_by_key(|(path, _)| path.pattern().is_some_and(|path| path.contains('{')));
        Self(routes)
    }

    /// The template that a path follows.
    fn template(&self, path: &str) -> Option<String> {
        let (pattern, _) = self.0.iter().find(|(pattern, _)| pattern.is_match(path))?;
        pattern.pattern().map(str::to_owned)
    }

    fn methods(&self, path: &str) -> Vec<&'static str> {
        self.0
            .iter()
            .find(|(pattern, _)| pattern.is_match(path))
            .map(|(_, methods)| methods.clone())
            .unwrap_or_default()
    }
}
