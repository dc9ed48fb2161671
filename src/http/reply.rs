//! The response of a handler.

use actix_web::{
    HttpRequest, HttpResponse, Responder,
    body::BoxBody,
    http::{
        Method, StatusCode,
        header::{self, EntityTag},
    },
};
use serde::Serialize;

use super::{precondition, problem::Problem};

/// A response with a resource as its body.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub body: Option<Vec<u8>>,
    pub media_type: &'static str,
    pub etag: Option<EntityTag>,
    pub location: Option<String>,
    /// Whether the request was answered before.
    pub replayed: bool,
    /// The language that was negotiated for the body.
    pub language: Option<String>,
}

impl Reply {
    fn new(status: StatusCode, body: Option<Vec<u8>>) -> Self {
        Self {
            status,
            body,
            media_type: "application/json",
            etag: None,
            location: None,
            replayed: false,
            language: None,
        }
    }

    /// Status 200.
    pub fn ok(body: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self::new(StatusCode::OK, Some(json(body, 1)?)))
    }

    /// Status 200 with a text that is not JSON.
    pub fn text(media_type: &'static str, text: String) -> Self {
        Self { media_type, ..Self::new(StatusCode::OK, Some(text.into_bytes())) }
    }

    /// Status 201 with a `Location`.
    pub fn created(location: String, body: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self { status: StatusCode::CREATED, location: Some(location), ..Self::ok(body)? })
    }

    /// Status 204.
    pub fn no_content() -> Self {
        Self::new(StatusCode::NO_CONTENT, None)
    }

    pub fn with_etag(self, etag: EntityTag) -> Self {
        Self { etag: Some(etag), ..self }
    }

    /// Says in which language the body is, and that `Accept-Language` decides it.
    pub fn in_language(self, language: &str) -> Self {
        Self { language: Some(language.to_owned()), ..self }
    }

    /// This response, as the repetition of one that had this status and location.
    pub fn replayed(self, status: StatusCode, location: Option<String>) -> Self {
        Self { status, location, replayed: true, ..self }
    }
}

/// Room for a resource as JSON, which most need less than.
const ROOM: usize = 4096;

/// The JSON of a response with this many resources. There is room for them from the start, because a long text that
/// grows is copied again and again.
pub fn json(body: &impl Serialize, resources: usize) -> Result<Vec<u8>, Problem> {
    let mut json = Vec::with_capacity(ROOM * resources);
    serde_json::to_writer(&mut json, body).map_err(Problem::internal)?;
    Ok(json)
}

impl Responder for Reply {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let unchanged = request.method() == Method::GET
            && self.etag.as_ref().is_some_and(|etag| precondition::is_known(request, etag));
        let mut response =
            HttpResponse::build(if unchanged { StatusCode::NOT_MODIFIED } else { self.status });
        if let Some(etag) = self.etag {
            response.insert_header(header::ETag(etag));
        }
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        if self.replayed {
            response.insert_header(("Idempotency-Replayed", "true"));
        }
        if let Some(language) = self.language {
            response.insert_header((header::CONTENT_LANGUAGE, language));
            response.append_header((header::VARY, "accept-language"));
        }
        match self.body {
            Some(body) if !unchanged => {
                response.insert_header((header::CONTENT_TYPE, self.media_type)).body(body)
            }
            _ => response.finish(),
        }
    }
}
