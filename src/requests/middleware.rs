//! The outermost middleware: gives every request an id and a time limit, and renders every error as a problem, panics
//! included.

use std::{
    convert::Infallible,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::{BodySize, BoxBody, EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        ConnectionType, Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::{Bytes, Data},
};
use futures_util::FutureExt;

use super::watch::RequestTelemetry;
use crate::{
    auth::RateLimitStatus,
    db::in_request,
    http::{
        Problem, ProblemKind, PublicUrl, RequestId,
        accept::{accepts, wants},
        body::BodyWait,
        is_api,
        routes::LazyRoutes,
        scim_error, template, time_limit, without_secret,
    },
    ids::Ids,
    state::Core,
};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The request headers that decide who may do what. With two values, each of which another reader may take for the
/// right one, a request is refused.
const SINGLE: [HeaderName; 5] = [
    header::AUTHORIZATION,
    header::CONTENT_TYPE,
    header::IF_MATCH,
    HeaderName::from_static("idempotency-key"),
    header::HOST,
];

/// The middleware.
pub async fn wire<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let id: Arc<str> = request_id(&request).into();
    let path = without_secret(request.path()).into_owned();
    let limit = time_limit(request.request());
    let routes = request.app_data::<Data<LazyRoutes>>().cloned();
    let base = request.app_data::<Data<PublicUrl>>().cloned();
    let base = base.as_ref().map_or("", |base| base.0.as_str());
    let telemetry = RequestTelemetry::begin(&request, &id);
    let is_head = request.method() == Method::HEAD;
    if is_head {
        // Answered as GET is, and only then cut to its head.
        request.head_mut().method = Method::GET;
    }
    let refused = refusal(&request, routes.as_ref());
    let body = BodyWait::default();
    request.extensions_mut().insert(body.clone());
    request.extensions_mut().insert(RequestId(Arc::clone(&id)));

    let answering = async {
        if let Some(problem) = refused {
            return Err(problem.into());
        }
        if !can_be_answered(&request) {
            return Err(not_migrated().into());
        }
        let answer = AssertUnwindSafe(tokio::time::timeout(limit, in_request(next.call(request))))
            .catch_unwind()
            .await;
        match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) if body.is_waiting() => {
                let detail = format!("the body did not arrive within {limit:?}");
                Err(Problem::new(ProblemKind::BodyTooSlow, detail).into())
            }
            Ok(Err(_)) => {
                Err(Problem::passing(ProblemKind::TimedOut, "the request took too long and was cancelled")
                    .into())
            }
            Err(_) => Err(Problem::internal("a handler panicked").into()),
        }
    };
    let outcome = telemetry.instrument(answering).await;

    let mut response = match outcome {
        Ok(response) if response.status().is_client_error() || response.status().is_server_error() => {
            let problem = problem_in(&response);
            let mut rendered = problem.render(base, &path, &id);
            telemetry.end(template(response.request()), rendered.status(), Some(problem.kind()));
            carry_over(response.headers(), rendered.headers_mut());
            finish(rendered.headers_mut(), &id, &path, base);
            let (request, _) = response.into_parts();
            ServiceResponse::new(request, rendered).map_into_right_body()
        }
        Ok(mut response) => {
            telemetry.end(template(response.request()), response.status(), None);
            finish(response.headers_mut(), &id, &path, base);
            if is_head {
                response.map_body(|_, body| EitherBody::right(BoxBody::new(NoBody(body.size()))))
            } else {
                response.map_into_left_body()
            }
        }
        Err(error) => {
            let problem = error.as_error::<Problem>().cloned().unwrap_or_else(|| {
                Problem::of(ProblemKind::of_status(error.as_response_error().status_code()))
            });
            let mut rendered = problem.render(base, &path, &id);
            // The request was dropped with the future that failed, so its route is looked up by the path.
            let route = routes.and_then(|routes| routes.template(&path));
            telemetry.end(route, rendered.status(), Some(problem.kind()));
            finish(rendered.headers_mut(), &id, &path, base);
            if problem.kind() == ProblemKind::BodyTooSlow {
                // The rest of the body may still arrive.
                rendered.head_mut().set_connection_type(ConnectionType::Close);
            }
            return Err(InternalError::from_response("refused", rendered).into());
        }
    };
    let rate_limit = response.request().extensions().get::<RateLimitStatus>().copied();
    if let Some(rate_limit) = rate_limit {
        rate_limit.add_to(response.headers_mut());
    }
    if is_stopping(response.request()) {
        // The client's next request then goes to another process.
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(response)
}

/// Whether the request needs no database, or has one whose schema is up to date.
fn can_be_answered(request: &ServiceRequest) -> bool {
    !is_api(request.path()) || request.app_data::<Data<Core>>().is_none_or(|core| core.is_migrated())
}

/// The problem of a database whose schema is older than this program.
pub fn not_migrated() -> Problem {
    let detail = "the database's schema is not up to date; its operator must run: groundwork migrate up";
    Problem::passing(ProblemKind::Unavailable, detail)
}

fn is_stopping(request: &HttpRequest) -> bool {
    request.app_data::<Data<Core>>().is_some_and(|core| core.stopping.is_cancelled())
}

/// The problem of an error response: the one that it carries, else one for its status.
fn problem_in<B>(response: &ServiceResponse<B>) -> Problem {
    let own = response.response().extensions().get::<Problem>().cloned();
    own.unwrap_or_else(|| Problem::of(ProblemKind::of_status(response.status())))
}

/// Copies the header fields of inner layers (CORS, `Allow`), except those that describe the replaced body.
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

/// The response to HEAD: the size of the body, without the body.
struct NoBody(BodySize);

impl MessageBody for NoBody {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}

/// Puts the public URL before the paths of links.
fn complete_links(headers: &mut HeaderMap, base: &str) {
    for (name, start) in [(header::LOCATION, "/"), (header::LINK, "</")] {
        let link = headers.get(&name).and_then(|link| link.to_str().ok());
        let Some(path) = link.and_then(|link| link.strip_prefix(start)) else { continue };
        let complete = format!("{}{base}/{path}", start.trim_end_matches('/'));
        if let Ok(complete) = HeaderValue::from_str(&complete) {
            headers.insert(name, complete);
        }
    }
}

/// Adds the header fields that every response has.
fn finish(headers: &mut HeaderMap, id: &str, path: &str, base: &str) {
    if !base.is_empty() {
        complete_links(headers, base);
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    let policy = if path.starts_with("/docs") {
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
    } else {
        "default-src 'none'; frame-ancestors 'none'"
    };
    // A page for people brings its own.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if is_api(path) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("Authorization"));
    }
}

/// The request id that the client has sent, if it is 1 to 128 visible ASCII characters and so safe to log; else a new
/// one.
fn request_id(request: &ServiceRequest) -> String {
    let mut given = request.headers().get_all(REQUEST_ID);
    let (first, others) = (given.next().and_then(|id| id.to_str().ok()), given.next());
    match first.filter(|_| others.is_none()) {
        Some(id) if (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic()) => {
            id.to_owned()
        }
        _ => request
            .app_data::<Data<Ids>>()
            .map_or_else(String::new, |ids| ids.next::<uuid::Uuid>().to_string()),
    }
}

/// Why a request is refused before it is routed.
fn refusal(request: &ServiceRequest, routes: Option<&Data<LazyRoutes>>) -> Option<Problem> {
    let ambiguous = SINGLE.into_iter().find(|name| request.headers().get_all(name).nth(1).is_some());
    if let Some(name) = ambiguous {
        let detail = format!("{name} must be given once");
        return Some(Problem::new(ProblemKind::InvalidHeader, detail));
    }
    (!is_acceptable(request, routes)).then(|| Problem::of(ProblemKind::NotAcceptable))
}

/// Whether `Accept` allows a media type that the operation can return: JSON, or another that the document lists.
fn is_acceptable(request: &ServiceRequest, routes: Option<&Data<LazyRoutes>>) -> bool {
    if !is_api(request.path()) || request.method() == Method::OPTIONS {
        return true;
    }
    let request = request.request();
    if scim_error::is_scim(request.path()) {
        return [scim_error::MEDIA_TYPE, "application/json"].iter().any(|form| accepts(request, form));
    }
    // JSON first: `routes` builds the whole document when it is first used.
    accepts(request, "application/json")
        || routes.is_some_and(|routes| routes.other_forms(request).iter().any(|form| wants(request, form)))
}
