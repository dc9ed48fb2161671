//! The operations of the API. Each slice lists its own once, for two uses: requests are routed by the list, and the
//! OpenAPI document is made of it.
//!
//! actix-web would compile a regular expression for each operation with parameters, in each thread when it starts, and
//! try them in turn for each request. Here, all threads share a tree of the paths, and what belongs to one is made when
//! it is first requested.

use std::{
    cell::OnceCell,
    collections::BTreeMap,
    future::{Ready, ready},
    rc::Rc,
    sync::{Arc, OnceLock},
};

use actix_web::{
    Error, FromRequest, Handler, HttpMessage as _, HttpRequest, Responder, ResponseError as _, Route,
    dev::{ResourceDef, Service, ServiceFactory, ServiceRequest, ServiceResponse, always_ready},
    error::ErrorInternalServerError,
    http::Method,
    web,
};
use futures_util::future::LocalBoxFuture;
use utoipa::openapi::{HttpMethod, OpenApi};
use utoipa_actix_web::OpenApiFactory;

use super::routes::no_route;

/// Adds handlers to [`Operations`], by module:
/// `add_operations!(list, api: read_plan, delete_plan; update: update_plan)`.
macro_rules! add_operations {
    ($list:expr, $($module:ident: $($handler:ident),+);+ $(;)?) => {
        // `utoipa::path` describes the handler `read_plan` by the type `__path_read_plan`.
        pastey::paste! { $($( $list.add($module::[<__path_ $handler>], $module::$handler); )+)+ }
    };
}

pub(crate) use add_operations;

/// Operations under one prefix.
pub struct Operations {
    prefix: &'static str,
    list: Vec<Operation>,
}

struct Operation {
    methods: Vec<HttpMethod>,
    /// What follows the prefix.
    path: String,
    description: Box<dyn OpenApiFactory>,
    route: MakeRoute,
}

type MakeRoute = Box<dyn Fn() -> Route + Send + Sync>;

impl Operations {
    pub fn new(prefix: &'static str, add: impl FnOnce(&mut Self)) -> Self {
        let mut operations = Self { prefix, list: Vec::new() };
        add(&mut operations);
        operations
    }

    /// Adds what `add_operations!` lists.
    ///
    /// Inlined: a copy for each handler would be spread over the program file, most of which a process would read to
    /// start.
    #[inline(always)]
    pub fn add<D, H, A>(&mut self, description: D, handler: H)
    where
        D: utoipa::Path + OpenApiFactory + 'static,
        H: Handler<A> + Send + Sync,
        H::Output: Responder,
        A: FromRequest + 'static,
    {
        let (methods, path) = (D::methods(), D::path());
        let route = Box::new(move || web::to(handler.clone()));
        self.list.push(Operation { methods, path, description: Box::new(description), route });
    }

    /// Adds the operations, and the schemas that they refer to, to a document.
    pub fn describe(&self, document: &mut OpenApi) {
        let mut schemas = Vec::new();
        for operation in &self.list {
            let mut paths = operation.description.paths();
            let prefixed =
                paths.paths.into_iter().map(|(path, item)| (format!("{}{path}", self.prefix), item));
            paths.paths = prefixed.collect();
            document.paths.merge(paths);
            operation.description.schemas(&mut schemas);
        }
        document.components.get_or_insert_default().schemas.extend(schemas);
    }
}

fn method(of: HttpMethod) -> Method {
    match of {
        HttpMethod::Get => Method::GET,
        HttpMethod::Post => Method::POST,
        HttpMethod::Put => Method::PUT,
        HttpMethod::Delete => Method::DELETE,
        HttpMethod::Options => Method::OPTIONS,
        HttpMethod::Head => Method::HEAD,
        HttpMethod::Patch => Method::PATCH,
        HttpMethod::Trace => Method::TRACE,
    }
}

/// Routes requests to operations, in any scope; what matches none is answered with 404 or 405.
#[derive(Clone)]
pub struct Router(Arc<Tree>);

struct Tree {
    paths: matchit::Router<PathOperations>,
    routes: Vec<MakeRoute>,
}

/// The operations of one path.
struct PathOperations {
    template: Arc<str>,
    /// The length of the prefix in the template.
    prefix: usize,
    /// Reads the parameters of what follows the prefix. Its regular expression is compiled when it is needed.
    parameters: OnceLock<ResourceDef>,
    /// The methods, and the indexes of their routes.
    methods: Vec<(Method, usize)>,
}

/// The template of the path that was requested, such as `/v1/plans/{plan_id}`.
struct Template(Arc<str>);

/// The template of the path that was requested, if there is such a path.
pub fn template(request: &HttpRequest) -> Option<String> {
    let of_operation = request.extensions().get::<Template>().map(|template| template.0.to_string());
    of_operation.or_else(|| request.match_pattern())
}

impl Router {
    /// Fails if two operations cannot be told apart.
    pub fn new(operations: impl IntoIterator<Item = Operations>) -> Result<Self, String> {
        let mut by_path = BTreeMap::new();
        let mut routes = Vec::new();
        for Operations { prefix, list } in operations {
            for operation in list {
                let template = format!("{prefix}{}", operation.path);
                let path = by_path.entry(template).or_insert_with_key(|template| PathOperations {
                    template: template.as_str().into(),
                    prefix: prefix.len(),
                    parameters: OnceLock::new(),
                    methods: Vec::new(),
                });
                for method in operation.methods.into_iter().map(method) {
                    if path.methods.iter().any(|(other, _)| *other == method) {
                        return Err(format!("{method} {} is listed twice", path.template));
                    }
                    path.methods.push((method, routes.len()));
                }
                routes.push(operation.route);
            }
        }
        let mut paths = matchit::Router::new();
        for (template, operations) in by_path {
            paths.insert(template, operations).map_err(|error| error.to_string())?;
        }
        Ok(Self(Arc::new(Tree { paths, routes })))
    }
}

impl PathOperations {
    fn parameters(&self) -> &ResourceDef {
        self.parameters.get_or_init(|| ResourceDef::new(self.template.get(self.prefix..).unwrap_or_default()))
    }
}

impl Tree {
    /// The index of the route for a request. Notes in the request the template of its path, also if the method is
    /// another, and the parameters. A literal path hides one with a parameter, whatever the method.
    fn find(&self, request: &mut ServiceRequest) -> Option<usize> {
        let found = self.paths.at(request.match_info().as_str()).ok()?.value;
        request.extensions_mut().insert(Template(Arc::clone(&found.template)));
        let (_, index) = found.methods.iter().find(|(method, _)| method == request.method())?;
        found.parameters().capture_match_info(request).then_some(*index)
    }
}

type RouteService = <Route as ServiceFactory<ServiceRequest>>::Service;

/// Routes the requests of one thread.
pub struct RouterService {
    tree: Arc<Tree>,
    /// For each operation of the tree.
    services: Rc<[OnceCell<RouteService>]>,
}

impl ServiceFactory<ServiceRequest> for Router {
    type Response = ServiceResponse;
    type Error = Error;
    type Config = ();
    type Service = RouterService;
    type InitError = ();
    type Future = Ready<Result<RouterService, ()>>;

    fn new_service(&self, (): ()) -> Self::Future {
        let services = self.0.routes.iter().map(|_| OnceCell::new()).collect();
        ready(Ok(RouterService { tree: Arc::clone(&self.0), services }))
    }
}

impl Service<ServiceRequest> for RouterService {
    type Response = ServiceResponse;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<ServiceResponse, Error>>;

    always_ready!();

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let Some(index) = self.tree.find(&mut request) else {
            let problem = no_route(request.request());
            return Box::pin(ready(Ok(request.into_response(problem.error_response()))));
        };
        if let Some(service) = self.services.get(index).and_then(OnceCell::get) {
            return service.call(request);
        }
        let (tree, services) = (Arc::clone(&self.tree), Rc::clone(&self.services));
        Box::pin(async move {
            let unmade = || ErrorInternalServerError("the handler could not be made");
            let (slot, make) = services.get(index).zip(tree.routes.get(index)).ok_or_else(unmade)?;
            let made = make().new_service(()).await.map_err(|()| unmade())?;
            slot.get_or_init(|| made).call(request).await
        })
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    mod things {
        use actix_web::HttpResponse;

        #[utoipa::path(get, path = "/things/{thing}")]
        pub async fn read_thing() -> HttpResponse {
            HttpResponse::Ok().finish()
        }

        #[utoipa::path(get, path = "/things/{thing}.ics")]
        pub async fn read_calendar() -> HttpResponse {
            HttpResponse::Ok().finish()
        }

        #[utoipa::path(post, path = "/things/search")]
        pub async fn search_things() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }

    fn router() -> Router {
        let things = |list: &mut Operations| {
            add_operations!(list, things: read_thing, read_calendar, search_things);
        };
        Router::new([Operations::new("", things)]).unwrap()
    }

    /// The index of the route, the template, and the parameter.
    fn found(method: Method, path: &str) -> (Option<usize>, Option<String>, String) {
        let mut request = TestRequest::with_uri(path).method(method).to_srv_request();
        let index = router().0.find(&mut request);
        (index, template(request.request()), request.match_info().query("thing").to_owned())
    }

    #[test]
    fn a_path_is_found_by_its_literals_first() {
        let found_as =
            |index, template: &str, thing: &str| (index, Some(template.to_owned()), thing.to_owned());

        assert_eq!(found(Method::GET, "/things/7"), found_as(Some(0), "/things/{thing}", "7"));
        assert_eq!(found(Method::GET, "/things/a%20b"), found_as(Some(0), "/things/{thing}", "a b"));
        assert_eq!(found(Method::GET, "/things/7.ics"), found_as(Some(1), "/things/{thing}.ics", "7"));
        assert_eq!(found(Method::POST, "/things/search"), found_as(Some(2), "/things/search", ""));
        assert_eq!(found(Method::GET, "/things/search"), found_as(None, "/things/search", ""));
        for path in ["/things", "/things/", "/things/7/", "//things/7", "/things/7/8"] {
            assert_eq!(found(Method::GET, path), (None, None, String::new()), "{path}");
        }
    }

    #[test]
    fn an_operation_that_is_listed_twice_is_refused() {
        let twice = |list: &mut Operations| {
            add_operations!(list, things: read_thing, read_thing);
        };
        let refused = Router::new([Operations::new("/v1", twice)]).map(drop);
        assert_eq!(refused, Err("GET /v1/things/{thing} is listed twice".to_owned()));
    }
}
