//! The pages for people: the entrance at `/`, and the explanations of problems. The `type` of a problem is the path of
//! its page.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse, http::header};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;

use super::{
    input::Path,
    problem::{Problem, ProblemInfo, ProblemKind},
};

/// Explains a kind of problem and what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemExplanation {
    /// The kind, as in the `type` of the problem.
    #[schema(value_type = String, example = "plan-not-ready")]
    name: &'static str,
    #[schema(value_type = String)]
    title: &'static str,
    /// The HTTP status of the response.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    #[schema(value_type = String)]
    explanation: &'static str,
    #[schema(value_type = String)]
    remedy: &'static str,
}

/// Explain a problem
///
/// Explains what the problem means and what to do about it. Returns HTML if `Accept` asks for `text/html`, otherwise
/// JSON. Needs no token.
#[utoipa::path(
    get,
    path = "/problems/{name}",
    tag = "problems",
    security(()),
    params(("name" = String, Path, max_length = 100, example = "plan-not-ready")),
    responses(
        (status = 200, description = "The explanation", body = ProblemExplanation),
        (
            status = 404,
            description = "No such kind of problem",
            content_type = "application/problem+json",
            body = super::problem::ProblemDetails,
        ),
    ),
)]
pub async fn read_problem(name: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let about = ProblemKind::named(&name.0).ok_or_else(|| Problem::not_found("kind of problem"))?.about();
    if !is_for_people(&request) {
        return Ok(HttpResponse::Ok().json(ProblemExplanation::of(about)));
    }
    let content = format!(
        "<p class=\"soft\">Status {status} · <code>{name}</code></p><p>{explanation}</p>\
         <h2>What to do</h2><p>{remedy}</p><nav><a href=\"../problems\">All problems</a></nav>",
        status = about.status.as_u16(),
        name = about.name,
        explanation = html(about.explanation),
        remedy = html(about.remedy),
    );
    Ok(page(about.title, &content))
}

/// Every kind of problem.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemList {
    #[schema(max_items = 100)]
    items: Vec<ProblemExplanation>,
}

/// List the problems
///
/// Returns every kind of problem that the service returns, with what it means and what to do about it. Returns HTML if
/// `Accept` asks for `text/html`, otherwise JSON. Needs no token.
#[utoipa::path(
    get,
    path = "/problems",
    tag = "problems",
    security(()),
    responses((status = 200, description = "All kinds of problems", body = ProblemList)),
)]
pub async fn list_problems(request: HttpRequest) -> HttpResponse {
    let all = ProblemKind::ALL.iter().map(|kind| kind.about());
    if !is_for_people(&request) {
        return HttpResponse::Ok().json(ProblemList { items: all.map(ProblemExplanation::of).collect() });
    }
    let entries: String = all
        .map(|about| {
            format!(
                "<dt><a href=\"problems/{name}\">{title}</a> <code>{status}</code></dt><dd>{explanation}</dd>",
                name = about.name,
                title = html(about.title),
                status = about.status.as_u16(),
                explanation = html(about.explanation),
            )
        })
        .collect();
    let intro = "<p>Every error of the service is a problem (RFC 9457), whose <code>type</code> is the address of \
        one of these pages.</p>";
    page("Problems", &format!("{intro}<dl>{entries}</dl><nav><a href=\"./\">Groundwork</a></nav>"))
}

/// The entrance, at `/`. Leads to the board if there is one.
pub fn entrance(has_board: bool) -> HttpResponse {
    let version = env!("CARGO_PKG_VERSION");
    let board = if has_board {
        "<dt><a href=\"board/\">The board</a></dt><dd>Plans, feedback and progress, for those who sign in</dd>"
    } else {
        ""
    };
    page(
        "Groundwork",
        &format!(
            "<p>The service behind an honest career conversation: an employee prepares a plan, shares it with the \
             manager, hears back on each point, gets support agreed, and both keep track of what they promised.</p>\
             <dl>{board}<dt><a href=\"docs/\">The API</a></dt><dd>Every operation, to read and to try</dd>\
             <dt><a href=\"openapi.json\">The OpenAPI document</a></dt><dd>To generate a client from</dd>\
             <dt><a href=\"problems\">Problems</a></dt><dd>What each error means, and what to do about it</dd>\
             <dt><a href=\"health/ready\">Health</a></dt><dd>Whether the service is ready for requests</dd></dl>\
             <nav class=\"soft\">Version {version}</nav>"
        ),
    )
}

fn is_for_people(request: &HttpRequest) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

impl ProblemExplanation {
    fn of(about: &ProblemInfo) -> Self {
        let ProblemInfo { name, path: _, status, title, explanation, remedy } = *about;
        Self { name, title, status: status.as_u16(), explanation, remedy }
    }
}

const STYLE: &str = include_str!("page.css");

/// Allows the style of a page, and nothing else (Content Security Policy, level 3).
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{hash}'; frame-ancestors 'none'")
});

/// A page of this style, without any script. `content` is HTML.
pub fn page(title: &str, content: &str) -> HttpResponse {
    let title = html(title);
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{STYLE}</style></head>\
         <body><h1>{title}</h1>{content}</body></html>"
    );
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .body(page)
}

/// A text as HTML: what stands between backticks is code.
pub fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { format!("<code>{part}</code>") })
        .collect()
}
