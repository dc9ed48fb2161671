//! The paths of the API and their methods. Used to answer unrouted requests with 404 or 405, and to find the template
//! of a path for metrics and traces.

use std::sync::LazyLock;

use actix_web::{
    HttpRequest,
    http::{
        Method,
        header::{self, HeaderValue},
    },
    web::Data,
};

use super::problem::{Problem, ProblemKind};

/// The problem of a request that matches no route: 405 if the path exists with other methods, else 404.
pub fn no_route(request: &HttpRequest) -> Problem {
    let routes = request.app_data::<Data<LazyRoutes>>();
    let methods = routes.map(|routes| routes.methods(request.path())).unwrap_or_default();
    if methods.is_empty() || methods.contains(&request.method().as_str()) {
        return Problem::new(
            ProblemKind::NotFound,
            "this path does not exist; /openapi.json lists the paths",
        );
    }
    let allow = methods.join(", ");
    let problem = Problem::new(ProblemKind::MethodNotAllowed, format!("this path supports {allow}"));
    match HeaderValue::from_str(&allow) {
        Ok(allow) => problem.with_header(header::ALLOW, allow),
        Err(_) => problem,
    }
}

/// A documented path.
#[derive(Debug)]
pub struct DocumentedPath {
    pub template: String,
    pub methods: Vec<&'static str>,
    /// The media types other than JSON that a method can return.
    pub other_forms: Vec<(Method, Vec<String>)>,
}

/// The documented paths.
#[derive(Debug)]
pub struct Routes(matchit::Router<DocumentedPath>);

/// Built at the first use, because that builds the whole API document.
pub type LazyRoutes = LazyLock<Routes>;

impl Routes {
    pub fn new(paths: impl Iterator<Item = DocumentedPath>) -> Self {
        let mut routes = matchit::Router::new();
        for path in paths {
            let template = path.template.clone();
            if let Err(error) = routes.insert(&template, path) {
                tracing::error!(cause = %error, "the path {template} cannot be told from another");
            }
        }
        Self(routes)
    }

    fn find(&self, path: &str) -> Option<&DocumentedPath> {
        self.0.at(path).ok().map(|found| found.value)
    }

    /// The template that matches a path, such as `/v1/plans/{plan_id}`.
    pub fn template(&self, path: &str) -> Option<String> {
        Some(self.find(path)?.template.clone())
    }

    /// The media types other than JSON that the operation can return.
    pub fn other_forms(&self, request: &HttpRequest) -> &[String] {
        let forms = self.find(request.path()).map_or(&[][..], |route| &route.other_forms);
        let forms = forms.iter().find(|(method, _)| request.method() == method);
        forms.map_or(&[], |(_, forms)| forms)
    }

    fn methods(&self, path: &str) -> &[&'static str] {
        self.find(path).map_or(&[], |route| &route.methods)
    }
}
