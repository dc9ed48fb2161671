//! The bodies of SCIM (RFC 7644), whose media type is its own.

use std::{collections::HashSet, fmt, future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse, Responder, body::BoxBody, dev::Payload, http::header,
};
use serde_json::Value;

use super::{
    body::Body,
    input::{parse, typed_body},
    problem::{Problem, ProblemKind},
    reply::Reply,
    scim_error::{MEDIA_TYPE, ScimType},
};

/// The body of a request, which a handler reads once it knows that the caller has the right.
pub struct ScimBody(Body);

impl ScimBody {
    /// The body as JSON. Which fields it may have is the business of its reader: SCIM ignores unknown ones.
    pub fn read(&self) -> Result<Value, Problem> {
        if self.0.bytes.is_empty() {
            return Err(Problem::new(ProblemKind::MalformedJson, "the request needs a body"));
        }
        let body = parse(&self.0.bytes).map_err(|problem| match problem.kind() {
            ProblemKind::InvalidBody => problem.with_scim_type(ScimType::InvalidSyntax),
            _ => problem,
        })?;
        match repeated_name(&body) {
            None => Ok(body),
            Some(name) => {
                let detail =
                    format!("an object has the attribute {name:?} twice; case makes no difference in names");
                Err(Problem::new(ProblemKind::InvalidBody, detail).with_scim_type(ScimType::InvalidSyntax))
            }
        }
    }
}

/// A name that differs from another one of its object in case only (RFC 7643, section 2.1).
fn repeated_name(value: &Value) -> Option<&str> {
    match value {
        Value::Object(fields) => {
            let mut names = HashSet::with_capacity(fields.len());
            let repeated = fields.keys().find(|name| !names.insert(name.to_ascii_lowercase()));
            repeated.map(String::as_str).or_else(|| fields.values().find_map(repeated_name))
        }
        Value::Array(items) => items.iter().find_map(repeated_name),
        _ => None,
    }
}

impl fmt::Debug for ScimBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromRequest for ScimBody {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let body = typed_body(request, &[MEDIA_TYPE, "application/json"]);
        Box::pin(async move { body.await.map(Self) })
    }
}

/// A response of SCIM.
#[derive(Debug)]
pub struct ScimReply(pub Reply);

impl Responder for ScimReply {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = self.0.respond_to(request);
        if response.headers().contains_key(header::CONTENT_TYPE) {
            response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(MEDIA_TYPE));
        }
        response
    }
}
