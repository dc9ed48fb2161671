//! Which paths there are, with the methods that each takes: for what no route takes, and for naming a path by its
//! template.

use std::sync::LazyLock;

use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    dev::ResourceDef,
    http::{
        Method,
        header::{self, HeaderValue},
    },
    web::Data,
};

use super::problem::{Problem, ProblemKind};

/// Answers what no route takes.
pub async fn unrouted(request: HttpRequest) -> HttpResponse {
    no_route(&request).error_response()
}

/// Why no route takes a request: 405 for a path that knows other methods, else 404.
pub fn no_route(request: &HttpRequest) -> Problem {
    let routes = request.app_data::<Data<LazyRoutes>>();
    let methods = routes.map(|routes| routes.methods(request.path())).unwrap_or_default();
    if methods.is_empty() || methods.contains(&request.method().as_str()) {
        return Problem::new(
            ProblemKind::NotFound,
            "there is nothing at this path; /openapi.json lists what there is",
        );
    }
    let allow = methods.join(", ");
    let problem = Problem::new(ProblemKind::MethodNotAllowed, format!("this path takes {allow}"));
    match HeaderValue::from_str(&allow) {
        Ok(allow) => problem.with_header(header::ALLOW, allow),
        Err(_) => problem,
    }
}

/// A documented path.
#[derive(Debug)]
pub struct Route {
    pub path: ResourceDef,
    pub methods: Vec<&'static str>,
    /// The media types other than JSON in which GET answers.
    pub other_forms: Vec<String>,
}

/// The documented paths. Those without parameters come first, as they mean just one thing.
#[derive(Debug)]
pub struct Routes(Vec<Route>);

/// They are derived from the whole API document, so not before they are first needed.
pub type LazyRoutes = LazyLock<Routes>;

impl Routes {
    pub fn new(mut routes: Vec<Route>) -> Self {
        routes.sort_by_key(|route| route.path.pattern().is_some_and(|path| path.contains('{')));
        Self(routes)
    }

    fn find(&self, path: &str) -> Option<&Route> {
        self.0.iter().find(|route| route.path.is_match(path))
    }

    /// The template that a path follows.
    pub fn template(&self, path: &str) -> Option<String> {
        self.find(path)?.path.pattern().map(str::to_owned)
    }

    /// The media types other than JSON that the operation can answer with.
    pub fn other_forms(&self, request: &HttpRequest) -> &[String] {
        let route = self.find(request.path()).filter(|_| request.method() == Method::GET);
        route.map_or(&[], |route| &route.other_forms)
    }

    fn methods(&self, path: &str) -> &[&'static str] {
        self.find(path).map_or(&[], |route| &route.methods)
    }
}
