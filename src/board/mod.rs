//! The board: the pages for people at `/board`, and the web components that portals load from it. Both are built from
//! `web/` and embedded. Nothing of a tenant is in them: they call the API with the token of the person who uses them.

mod demo;
mod files;

use std::sync::LazyLock;

use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    http::header::{self, HeaderName},
    web::{self, Data, ServiceConfig},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub use self::demo::{DemoPerson, DemoRole, DemoSignIn};
use crate::{
    config::BoardSettings,
    http::{Path, Problem, ProblemKind},
};

/// The paths that always exist where there is a board.
pub const PATHS: [&str; 6] = [
    "/board",
    "/board/",
    "/board/config.json",
    "/board/signed-in",
    "/board/components.js",
    "/board/assets/{name}",
];

/// Asked for again each time, and sent only if it has changed.
const FRESH: (HeaderName, &str) = (header::CACHE_CONTROL, "no-cache");

/// Never asked for again: the name changes with the content.
const FOR_GOOD: (HeaderName, &str) = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");

/// For pages of this service alone.
const OWN: (HeaderName, &str) = (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");

/// For pages of every origin. Nothing in these files is secret.
const OPEN: [(HeaderName, &str); 2] =
    [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (header::CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin")];

/// What the page does not use.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()";

/// How people sign in to the board, and what its page may do.
pub struct Board {
    /// `config.json`.
    config: Value,
    /// The content security policy of the page.
    policy: String,
    demo: Option<Data<DemoSignIn>>,
}

impl Board {
    /// Where people sign in at an identity provider.
    pub fn new(settings: &BoardSettings) -> Self {
        let BoardSettings { client_id, issuer, issuer_origin, scope, resource } = settings;
        let config = json!({
            "issuer": issuer,
            "client_id": client_id,
            "scope": scope,
            "resource": resource,
            "demo": null,
        });
        // The frame is hidden, and renews the sign-in: it asks the issuer, which leads back to `signed-in`.
        let of_issuer = format!("connect-src 'self' {issuer_origin}; frame-src 'self' {issuer_origin}");
        Self { config, policy: policy(&of_issuer), demo: None }
    }

    /// Where people sign in by a click.
    pub fn demo(demo: DemoSignIn) -> Self {
        let config = json!({
            "issuer": null,
            "client_id": null,
            "scope": null,
            "resource": null,
            "demo": {"people": demo.people},
        });
        Self { config, policy: policy("connect-src 'self'"), demo: Some(Data::new(demo)) }
    }

    pub fn is_demo(&self) -> bool {
        self.demo.is_some()
    }
}

/// The content security policy of the page.
fn policy(connections: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         {connections}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types lit-html"
    )
}

/// Mounts the board, or if there is none, what to do about it.
pub fn mount(config: &mut ServiceConfig, board: Option<&Data<Board>>) {
    let scope = web::scope("/board");
    let Some(board) = board else {
        config.service(scope.default_service(web::to(no_board)));
        return;
    };
    let mut scope = scope
        .route("", web::get().to(index))
        .route("/", web::get().to(index))
        .route("/config.json", web::get().to(read_config))
        .route("/signed-in", web::get().to(signed_in))
        .route("/components.js", web::get().to(components))
        .route("/assets/{name}", web::get().to(asset));
    if let Some(demo) = &board.demo {
        scope = scope.app_data(demo.clone()).route("/demo/{user_name}", web::post().to(demo::sign_in));
    }
    config.app_data(board.clone()).service(scope);
}

async fn no_board() -> HttpResponse {
    let detail = "the board is not turned on: GROUNDWORK_BOARD_CLIENT_ID is not set; docs/board.md says how";
    Problem::new(ProblemKind::NotFound, detail).error_response()
}

async fn index(request: HttpRequest, board: Data<Board>) -> Result<HttpResponse, Problem> {
    let headers = [
        FRESH,
        OWN,
        (header::CONTENT_SECURITY_POLICY, board.policy.as_str()),
        (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
        (header::PERMISSIONS_POLICY, PERMISSIONS),
    ];
    built("index.html", &request, &headers)
}

/// The one script that a portal loads. Its name stays the same from release to release.
async fn components(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let [origins, embedding] = OPEN;
    built("components.js", &request, &[FRESH, origins, embedding])
}

async fn asset(name: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let [origins, embedding] = OPEN;
    built(&format!("assets/{}", name.0), &request, &[FOR_GOOD, origins, embedding])
}

fn built(path: &str, request: &HttpRequest, headers: &[(HeaderName, &str)]) -> Result<HttpResponse, Problem> {
    let file = files::find(path).ok_or_else(|| Problem::not_found("file of the board"))?;
    Ok(file.answer(request, headers))
}

async fn read_config(board: Data<Board>) -> HttpResponse {
    HttpResponse::Ok().insert_header(FRESH).insert_header(OWN).json(&board.config)
}

/// Hands the answer of the issuer to the page that waits for it, as oidc-client-ts does: to the page whose hidden frame
/// this is, or from a window of its own, whose opener the browser has cut off, by a channel. Pages of other origins
/// hear nothing of either.
const HAND_OVER: &str = r#"const told={source:"oidc-client",url:location.href,keepOpen:false};
if(parent!==window)parent.postMessage(told,location.origin);
else{const channel=new BroadcastChannel("oidc-client-popup-"+new URL(location).searchParams.get("state"));
channel.postMessage(told);channel.close();close()}"#;

/// Allows that script and nothing else, in a window, or in a frame of this origin and of no other.
static HAND_OVER_POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = BASE64_STANDARD.encode(Sha256::digest(HAND_OVER));
    format!(
        "default-src 'none'; script-src 'sha256-{hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    )
});

/// Where the issuer leads a hidden frame or a second window of the page to. The page itself is never framed.
async fn signed_in() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(OWN)
        .insert_header((header::CONTENT_SECURITY_POLICY, HAND_OVER_POLICY.as_str()))
        .insert_header((header::PERMISSIONS_POLICY, PERMISSIONS))
        .body(format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Groundwork</title>\
             <script>{HAND_OVER}</script></head><body></body></html>"
        ))
}
