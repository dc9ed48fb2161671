//! The pages that explain the kinds of problems. The `type` of a problem is the path of its page.

use actix_web::{HttpRequest, HttpResponse, get, http::header};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    input::Path,
    problem::{Problem, ProblemKind},
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
#[get("/problems/{name}")]
pub async fn read_problem(name: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let about = ProblemKind::named(&name.0).ok_or_else(|| Problem::not_found("kind of problem"))?.about();
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    if accept.is_some_and(|accept| accept.contains("text/html")) {
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title>\
             <h1>{title}</h1><p><code>{status} {name}</code></p><p>{explanation}</p>\
             <h2>What to do</h2><p>{remedy}</p></html>",
            title = about.title,
            status = about.status.as_u16(),
            name = about.name,
            explanation = about.explanation,
            remedy = about.remedy,
        );
        return Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page));
    }
    Ok(HttpResponse::Ok().json(ProblemExplanation {
        name: about.name,
        title: about.title,
        status: about.status.as_u16(),
        explanation: about.explanation,
        remedy: about.remedy,
    }))
}
