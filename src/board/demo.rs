//! Signing in to the board of the demo: a click instead of an identity provider. Only the demo makes a [`DemoSignIn`],
//! which has the secret that signs its tokens.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderName},
    web::Data,
};
use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

use crate::{
    auth::token,
    clock::Clock,
    config::is_trustworthy,
    http::{Path, Problem, ProblemKind},
};

/// How long a token is valid, in seconds.
const LIFETIME: i64 = 3600;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The people whom a visitor of the demo may be.
// No `Debug`: it would show the secret.
pub struct DemoSignIn {
    pub secret: String,
    pub tenant: &'static str,
    pub clock: Clock,
    pub people: Vec<DemoPerson>,
}

/// One of them.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct DemoPerson {
    pub user_name: &'static str,
    pub name: &'static str,
    pub about: DemoRole,
}

/// What the person can show of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DemoRole {
    Employee,
    Manager,
    HrAdmin,
}

impl DemoSignIn {
    fn token(&self, person: DemoPerson) -> Result<String, Problem> {
        let roles: &[&str] = if person.about == DemoRole::HrAdmin { &["hr_admin"] } else { &[] };
        let now = self.clock.now().timestamp();
        let claims: Value = json!({
            "tenant": self.tenant,
            "sub": person.user_name,
            "roles": roles,
            "iat": now,
            "exp": now + LIFETIME,
        });
        token::mint(&self.secret, &claims).map_err(Problem::internal)
    }
}

/// A token of the person with this user name, for the board alone.
pub async fn sign_in(
    user_name: Path<String>,
    request: HttpRequest,
    demo: Data<DemoSignIn>,
) -> Result<HttpResponse, Problem> {
    if !is_of_own_page(&request) {
        let detail = "only the board itself signs people in, at a loopback address such as http://127.0.0.1:8080; \
            `groundwork token --demo` prints tokens for other programs";
        return Err(Problem::new(ProblemKind::Forbidden, detail));
    }
    let person = demo.people.iter().find(|person| person.user_name == user_name.0);
    let person = *person.ok_or_else(|| Problem::not_found("person to sign in as"))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(json!({"access_token": demo.token(person)?, "expires_in": LIFETIME})))
}

/// Whether a page of this service sent the request: the browser says so, and names a loopback address as the host.
/// Under any other name, a page of another site could have made the browser take this machine for its own server (DNS
/// rebinding).
fn is_of_own_page(request: &HttpRequest) -> bool {
    let text = |name: HeaderName| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    let own = text(header::HOST).and_then(|host| Url::parse(&format!("http://{host}")).ok());
    let Some(own) = own.filter(is_trustworthy) else { return false };
    let said = [
        text(SEC_FETCH_SITE).map(|site| site == "same-origin"),
        text(header::ORIGIN).map(|origin| origin == own.origin().ascii_serialization()),
    ];
    let mut said = said.into_iter().flatten().peekable();
    said.peek().is_some() && said.all(|is_own| is_own)
}
