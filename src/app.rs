//! Assembles the slices, both as an actix application and as an OpenAPI document. Both come from one list of
//! operations, so that each is documented.

use std::{
    any::Any,
    io,
    net::SocketAddr,
    sync::{Arc, LazyLock, OnceLock},
    time::Duration,
};

use actix_cors::Cors;
use actix_web::{
    App, HttpResponse, HttpServer,
    dev::Server,
    http::{Method, header},
    middleware::{Compress, Condition, from_fn},
    rt::net::TcpStream,
    web::{self, Bytes, Data},
};
use serde_json::{Value, json};
use socket2::SockRef;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_swagger_ui::{Config as SwaggerConfig, SwaggerUi};

use crate::{
    action_items, action_templates, audit,
    board::{self, Board},
    brief, comments,
    config::HttpConfig,
    conversation, cycles, discussions, events, feedback, health,
    http::{
        Operations, PublicUrl, Router, TimeLimit, add_operations,
        body::BodyLimit,
        document, pages,
        routes::{DocumentedPath, LazyRoutes, Routes},
    },
    people, plans, privacy, proposals, questionnaires,
    requests::{self, import::ImportLimit},
    scim,
    state::State,
    teams, webhooks,
};

/// The operations under `/v1`.
fn versioned(list: &mut Operations) {
    questionnaires::operations(list);
    plans::operations(list);
    conversation::operations(list);
    brief::operations(list);
    feedback::operations(list);
    discussions::operations(list);
    comments::operations(list);
    proposals::operations(list);
    action_items::operations(list);
    action_templates::operations(list);
    teams::operations(list);
    cycles::operations(list);
    people::operations(list);
    privacy::operations(list);
    events::operations(list);
    webhooks::operations(list);
    audit::operations(list);
}

/// The operations outside `/v1` and SCIM.
fn unversioned(list: &mut Operations) {
    health::operations(list);
    add_operations!(list, pages: list_problems, read_problem);
}

/// All operations, by the prefix of their paths.
fn operations() -> [Operations; 3] {
    [
        Operations::new("/v1", versioned),
        Operations::new("/scim/v2", scim::operations),
        Operations::new("", unversioned),
    ]
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Groundwork",
        description = "The service behind an honest career conversation: an employee prepares a career plan, shares it \
            with the manager, gets feedback on each point, agrees on support, and both track their commitments.\n\n\
            Every error is a problem (RFC 9457); its `type` is the path of an explanation. Lists are paginated: pass \
            `next_cursor` as `cursor` to get the next page. Send `If-Match` with a change so that it fails if the \
            resource has changed since you read it. Send `Idempotency-Key` with a POST to retry it safely.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/", description = "This service")),
    components(schemas(
        crate::http::problem::ProblemDetails,
        crate::http::problem::FieldError,
        crate::http::scim_error::ScimError,
        crate::http::scim_error::ScimType,
    )),
    modifiers(&BearerTokens),
    tags(
        (name = "questionnaires", description = "Publish versions of the questionnaire"),
        (name = "plans", description = "Prepare a plan, share it, agree on it and complete it"),
        (name = "feedback", description = "Ask for feedback and give it, comment, and propose actions"),
        (name = "discussions", description = "Plan talks about a plan, hold them, and have them in a calendar"),
        (name = "action items", description = "Plan actions and record their progress"),
        (name = "action templates", description = "Offer actions to people who plan theirs"),
        (name = "teams", description = "See how the plans of a team progress"),
        (name = "cycles", description = "Run campaigns and see how far the departments are"),
        (name = "people", description = "Read and import people, and see who is calling"),
        (name = "scim", description = "Provision people from an identity provider (SCIM 2.0)"),
        (name = "privacy", description = "Export and erase the data of a person"),
        (name = "events", description = "Follow the change feed"),
        (name = "webhooks", description = "Have events sent to you"),
        (name = "audit", description = "See who changed what, and who read it"),
        (name = "health", description = "Check whether the service is alive and ready"),
        (name = "problems", description = "Explain errors"),
    ),
)]
struct Base;

struct BearerTokens;

impl Modify for BearerTokens {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some(
                "A JSON Web Token of the configured issuer, verified as RFC8725 recommends. A service token needs the \
                 scope listed with an operation. A person's token needs none; if it has any, it is limited to those.",
            ))
            .build();
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The OpenAPI document.
pub fn openapi() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
        let mut openapi = Base::openapi();
        for operations in operations() {
            operations.describe(&mut openapi);
        }
        let mut document = document::complete(json!(openapi));
        let subscribe = document.pointer_mut("/paths/~1v1~1webhooks/post").and_then(Value::as_object_mut);
        if let Some(subscribe) = subscribe {
            subscribe.insert("callbacks".into(), events::document::callbacks());
        }
        document
    });
    &DOCUMENT
}

/// The OpenAPI document as JSON text, as it is served and committed.
pub fn openapi_json() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| format!("{:#}\n", openapi()));
    &TEXT
}

/// The documented paths, those of the board, and the path of the document itself.
fn routes() -> Routes {
    // HEAD is not documented for each path: the middleware answers it as GET.
    const METHODS: [(&str, &str); 6] = [
        ("get", "GET"),
        ("get", "HEAD"),
        ("post", "POST"),
        ("put", "PUT"),
        ("patch", "PATCH"),
        ("delete", "DELETE"),
    ];
    let paths = openapi()["paths"].as_object().into_iter().flatten();
    let documented = paths.map(|(path, item)| DocumentedPath {
        template: path.clone(),
        methods: METHODS
            .iter()
            .filter(|(name, _)| item.get(*name).is_some())
            .map(|(_, method)| *method)
            .collect(),
        other_forms: other_forms(item),
    });
    let others = ["/", "/openapi.json"].into_iter().chain(board::PATHS).map(|path| DocumentedPath {
        template: path.to_owned(),
        methods: vec!["GET", "HEAD"],
        other_forms: Vec::new(),
    });
    Routes::new(documented.chain(others))
}

/// The media types besides JSON that GET and POST answer with: those of the response, and those that the document only
/// names.
fn other_forms(item: &Value) -> Vec<(Method, Vec<String>)> {
    let of = |operation: &Value| -> Vec<String> {
        let forms = operation.pointer("/responses/200/content").and_then(Value::as_object);
        let also = operation.get("x-also-answers").and_then(Value::as_array);
        let forms = forms.into_iter().flat_map(|forms| forms.keys().map(String::as_str));
        let also = also.into_iter().flatten().filter_map(Value::as_str);
        forms.chain(also).filter(|form| *form != "application/json").map(str::to_owned).collect()
    };
    let methods = [("get", Method::GET), ("post", Method::POST)];
    methods.into_iter().filter_map(|(name, method)| Some((method, of(item.get(name)?)))).collect()
}

/// A server that is bound to a port but not running, and its address. The caller handles signals. Without a board,
/// `/board` says how to turn it on.
pub fn server(state: State, config: &HttpConfig, board: Option<Board>) -> io::Result<(Server, SocketAddr)> {
    let board = board.map(Data::new);
    let router = Router::new(operations()).map_err(io::Error::other)?;
    let routes = Data::new(LazyRoutes::new(routes));
    let core = Data::new(state.core.clone());
    let ids = Data::new(state.ids.clone());
    let secrets = Data::new(state.secrets.clone());
    let metrics = Data::from(Arc::clone(&state.metrics));
    let authenticator = Data::new(state.authenticator.clone());
    let state = Data::new(state);
    let public_url = Data::new(PublicUrl(config.public_url.clone().unwrap_or_default()));
    let document = Data::new(ServedDocument::default());
    let limit = Data::new(TimeLimit(config.request_timeout));
    let body_limit = Data::new(BodyLimit(config.body_limit as usize));
    let names = Data::new(requests::Names::default());
    let import_limit = Data::new(ImportLimit(config.body_limit as usize * 16));
    let origins = config.cors_origins.clone();
    let unread = config.request_timeout;
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .app_data(authenticator.clone())
            .app_data(core.clone())
            .app_data(ids.clone())
            .app_data(secrets.clone())
            .app_data(metrics.clone())
            .app_data(routes.clone())
            .app_data(limit.clone())
            .app_data(public_url.clone())
            .app_data(document.clone())
            .app_data(body_limit.clone())
            .app_data(import_limit.clone())
            .app_data(names.clone())
            .wrap(Condition::new(!origins.is_empty(), cors(&origins)))
            .wrap(Compress::default())
            .wrap(from_fn(requests::wire))
            .service(web::scope("/v1").wrap(from_fn(requests::named)).default_service(router.clone()))
            .service(web::scope("/scim/v2").configure(scim::mount).default_service(router.clone()))
            .configure(|config| board::mount(config, board.as_ref()))
            .route("/", web::get().to(entrance))
            .route("/openapi.json", web::get().to(read_openapi))
            .route("/docs", web::get().to(redirect_to_docs))
            .service(SwaggerUi::new("/docs/{_:.*}").config(SwaggerConfig::from("../openapi.json")))
            .default_service(router.clone())
    })
    .on_connect(move |connection, _| limit_unread_time(connection, unread))
    .client_request_timeout(config.header_timeout)
    .disable_signals()
    .shutdown_timeout(config.shutdown_timeout.as_secs());
    if config.workers > 0 {
        server = server.workers(config.workers.into());
    }
    let server = server.bind(config.bind)?;
    let address = server.addrs().first().copied().unwrap_or(config.bind);
    Ok((server.run(), address))
}

/// Makes the operating system close a connection whose client receives nothing of a response for this long
/// (TCP_USER_TIMEOUT). Otherwise such a client would occupy the connection forever.
fn limit_unread_time(connection: &dyn Any, after: Duration) {
    let Some(stream) = connection.downcast_ref::<TcpStream>() else { return };
    #[cfg(target_os = "linux")]
    if let Err(error) = SockRef::from(stream).set_tcp_user_timeout(Some(after)) {
        tracing::warn!(cause = %error, "setting TCP_USER_TIMEOUT failed: silent clients stay connected");
    }
}

fn cors(origins: &[String]) -> Cors {
    let cors = Cors::default()
        .allowed_methods([
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allowed_headers([
            header::AUTHORIZATION,
            header::ACCEPT,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            header::HeaderName::from_static("baggage"),
            header::HeaderName::from_static("idempotency-key"),
            header::HeaderName::from_static("traceparent"),
            header::HeaderName::from_static("tracestate"),
            header::HeaderName::from_static("x-request-id"),
            header::HeaderName::from_static("x-requested-with"),
        ])
        .expose_headers([
            "ETag",
            "Idempotency-Replayed",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "X-Request-Id",
        ])
        .max_age(600);
    if origins.iter().any(|origin| origin == "*") {
        return cors.allow_any_origin();
    }
    origins.iter().fold(cors, |cors, origin| cors.allowed_origin(origin))
}

/// The document as JSON text, as this server returns it. Made when it is first asked for.
#[derive(Default)]
struct ServedDocument(OnceLock<Bytes>);

async fn read_openapi(served: Data<ServedDocument>, public_url: Data<PublicUrl>) -> HttpResponse {
    let text = served.0.get_or_init(|| match public_url.0.as_str() {
        "" => Bytes::from_static(openapi_json().as_bytes()),
        url => {
            let mut document = openapi().clone();
            if let Some(server) = document.pointer_mut("/servers/0/url") {
                *server = url.into();
            }
            format!("{document:#}\n").into()
        }
    });
    HttpResponse::Ok().content_type("application/json").body(text.clone())
}

/// The board of the demo, which is the place to begin; else a page that lists what there is.
async fn entrance(board: Option<Data<Board>>) -> HttpResponse {
    match board {
        Some(board) if board.is_demo() => {
            HttpResponse::SeeOther().insert_header((header::LOCATION, "/board/")).finish()
        }
        board => pages::entrance(board.is_some()),
    }
}

async fn redirect_to_docs() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/docs/")).finish()
}
