//! The operations of the API. Each slice lists its own once, for two uses: requests are routed by the list, and the
//! OpenAPI document is made of it.
//!
//! actix-web would compile a regular expression for each operation in each thread when it starts, and try them in turn
//! for each request. Here, all threads share a tree of the paths, and what belongs to one is made when it is first
//! requested.

use std::{
    cell::OnceCell,
    collections::BTreeMap,
    future::{Ready, ready},
    rc::Rc,
    sync::{Arc, OnceLock},
};

use actix_web::{
    Error, FromRequest, Handler, HttpMessage as _, HttpRequest, Responder, Route,
    dev::{ResourceDef, Service, ServiceFactory, ServiceRequest, ServiceResponse, always_ready},
    error::ErrorInternalServerError,
    http::Method,
    web,
};
use futures_util::future::LocalBoxFuture;
use matchit::InsertError;
use utoipa::openapi::{HttpMethod, OpenApi};
use utoipa_actix_web::OpenApiFactory;

use super::routes::unrouted;

/// Adds handlers to [`Operations`], by module:
/// `add_operations!(list, api: read_plan, delete_plan; update: update_plan)`.
macro_rules! add_operations {
    ($list:expr, $($module:ident: $($handler:ident),+);+ $(;)?) => {
        // `utoipa::path` describes the handler `read_plan` by the type `__path_read_plan`.
        pastey::paste! { $($( $list.add($module::[<__path_ $handler>], $module::$handler); )+)+ }
    };
}

pub(crate) use add_operations;

/// Operations whose paths begin alike.
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
    /// Inlined, because code of its own for each handler would be scattered over the program file, most of which would
    /// then be read when a process starts.
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

/// Routes requests to operations; what matches none is answered with 404 or 405.
#[derive(Clone)]
pub struct Router(Arc<Tree>);

struct Tree {
    paths: matchit::Router<PathOperations>,
    routes: Vec<MakeRoute>,
}

/// The operations of one path.
struct PathOperations {
    template: Arc<str>,
    /// What follows the prefix.
    path: String,
    /// Reads the parameters of the path. Its regular expression is compiled when it is needed.
    parameters: OnceLock<ResourceDef>,
    /// The methods, and the places of their routes.
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
    /// Fails if two paths cannot be told apart.
    pub fn new(operations: Operations) -> Result<Self, InsertError> {
        let Operations { prefix, list } = operations;
        let mut by_path: BTreeMap<String, Vec<(Method, usize)>> = BTreeMap::new();
        let mut routes = Vec::new();
        for operation in list {
            let places = operation.methods.into_iter().map(|of| (method(of), routes.len()));
            by_path.entry(operation.path).or_default().extend(places);
            routes.push(operation.route);
        }
        let mut paths = matchit::Router::new();
        for (path, methods) in by_path {
            let template = format!("{prefix}{path}").into();
            paths.insert(
                &path,
                PathOperations { template, path: path.clone(), parameters: OnceLock::new(), methods },
            )?;
        }
        Ok(Self(Arc::new(Tree { paths, routes })))
    }
}

impl Tree {
    /// The place of the route for a request, which gets the parameters of its path.
    fn find(&self, request: &mut ServiceRequest) -> Option<usize> {
        let found = self.paths.at(request.match_info().unprocessed()).ok()?.value;
        request.extensions_mut().insert(Template(Arc::clone(&found.template)));
        let (_, place) = found.methods.iter().find(|(method, _)| method == request.method())?;
        let parameters = found.parameters.get_or_init(|| ResourceDef::new(found.path.as_str()));
        parameters.capture_match_info(request).then_some(*place)
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
        let place = self.tree.find(&mut request);
        let (tree, services) = (Arc::clone(&self.tree), Rc::clone(&self.services));
        Box::pin(async move {
            let slot = place.and_then(|place| Some((services.get(place)?, tree.routes.get(place)?)));
            let Some((service, make)) = slot else {
                let (request, _) = request.into_parts();
                return Ok(ServiceResponse::new(request.clone(), unrouted(request).await));
            };
            let service = match service.get() {
                Some(service) => service,
                None => {
                    let made = make().new_service(()).await;
                    let made =
                        made.map_err(|()| ErrorInternalServerError("the handler could not be made"))?;
                    service.get_or_init(|| made)
                }
            };
            service.call(request).await
        })
    }
}
