//! The paths of the API and their methods. Used to answer unrouted requests with 404 or 405, and to find the template
//! of a path for metrics and traces.

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

/// Answers requests that match no route.
pub async fn unrouted(request: HttpRequest) -> HttpResponse {
    no_route(&request).error_response()
}

/// 405 if the path exists with other methods, else 404.
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
pub struct Route {
    pub path: ResourceDef,
    pub methods: Vec<&'static str>,
    /// The media types other than JSON that a method can return.
    pub other_forms: Vec<(Method, Vec<String>)>,
}

/// The documented paths. Those without parameters come first, so that `/people/me` is found before `/people/{id}`.
#[derive(Debug)]
pub struct Routes(Vec<Route>);

/// Built at the first use, because that builds the whole API document.
pub type LazyRoutes = LazyLock<Routes>;

impl Routes {
    pub fn new(mut routes: Vec<Route>) -> Self {
        routes.sort_by_key(|route| route.path.pattern().is_some_and(|path| path.contains('{')));
        Self(routes)
    }

    fn find(&self, path: &str) -> Option<&Route> {
        self.0.iter().find(|route| route.path.is_match(path))
    }

    /// The template that matches a path, such as `/v1/plans/{plan_id}`.
    pub fn template(&self, path: &str) -> Option<String> {
        self.find(path)?.path.pattern().map(str::to_owned)
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
