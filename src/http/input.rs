//! Extractors that validate a request before its handler runs: [`Post`], [`Patch`], [`Query`], [`Path`].

use std::{
    future::{Future, Ready, ready},
    pin::Pin,
};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    error::PayloadError,
    http::header,
    web::{self, Bytes},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use serde_path_to_error::Segment;
use utoipa::{IntoParams, ToSchema};

use super::{
    idempotency::IdempotencyKey,
    problem::{FieldError, Problem, ProblemKind},
    routes::no_route,
    schema,
};

type Extraction<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// The body of a POST, and its idempotency key.
///
/// An empty body counts as `{}`.
#[derive(Debug)]
pub struct Post<T> {
    pub input: T,
    pub key: IdempotencyKey,
}

impl<T: DeserializeOwned + ToSchema + 'static> FromRequest for Post<T> {
    type Error = Problem;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = body(request, payload, &["application/json"]);
        let request = request.clone();
        Box::pin(async move {
            let bytes = bytes.await?;
            let key = IdempotencyKey::of(&request, &bytes)?;
            let value = parse(if bytes.is_empty() { b"{}" } else { &bytes })?;
            Ok(Self { input: checked(value)?, key })
        })
    }
}

/// An empty object.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoParticulars)]
pub struct Empty {}

/// A JSON Merge Patch (RFC 7396): replaces the fields that it contains, and removes those that it sets to null.
#[derive(Debug)]
pub struct Patch<T> {
    changes: Value,
    schema: std::marker::PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Patch<T> {
    /// `present` with the patch applied.
    pub fn apply(&self, present: &T) -> Result<T, Problem> {
        let mut document = serde_json::to_value(present).map_err(Problem::internal)?;
        json_patch::merge(&mut document, &self.changes);
        deserialize(document)
    }
}

impl<T: ToSchema + 'static> FromRequest for Patch<T> {
    type Error = Problem;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = body(request, payload, &["application/merge-patch+json", "application/json"]);
        Box::pin(async move {
            let changes = parse(&bytes.await?)?;
            match schema::patch_faults::<T>(&changes) {
                faults if faults.is_empty() => Ok(Self { changes, schema: std::marker::PhantomData }),
                faults => Err(Problem::invalid_body(faults)),
            }
        })
    }
}

/// Reads the whole body. Refuses a body of a media type other than `media_types`; an empty body needs none.
fn body(
    request: &HttpRequest,
    payload: &mut Payload,
    media_types: &'static [&'static str],
) -> impl Future<Output = Result<Bytes, Problem>> + use<> {
    let content_type = media_type(request);
    let bytes = Bytes::from_request(request, payload);
    async move {
        let bytes = bytes.await.map_err(unreadable)?;
        let known = content_type.as_deref().is_some_and(|name| media_types.contains(&name));
        if known || (bytes.is_empty() && content_type.is_none()) {
            Ok(bytes)
        } else {
            Err(Problem::new(
                ProblemKind::UnsupportedMediaType,
                format!("send Content-Type: {}", media_types.join(" or ")),
            ))
        }
    }
}

/// The media type of the body in lower case, without parameters such as `charset`.
pub fn media_type(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

/// The problem for a body that could not be read completely.
fn unreadable(error: actix_web::Error) -> Problem {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Problem::of(ProblemKind::BodyTooLarge),
        _ => Problem::new(ProblemKind::BadRequest, "the body could not be read completely"),
    }
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(bytes)
        .map_err(|error| Problem::new(ProblemKind::MalformedJson, format!("the body is not JSON: {error}")))
}

/// Validates `value` against the schema of `T` and deserializes it.
pub fn checked<T: DeserializeOwned + ToSchema + 'static>(value: Value) -> Result<T, Problem> {
    let faults = schema::faults::<T>(&value);
    if faults.is_empty() { deserialize(value) } else { Err(Problem::invalid_body(faults)) }
}

/// Deserializes a valid `value`. Serde still finds errors that the schema does not, such as a number out of range.
fn deserialize<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let segments = error.path().iter().map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } | Segment::Enum { variant: key } => format!("/{}", schema::escape(key)),
            Segment::Unknown => String::new(),
        });
        Problem::invalid_body(vec![FieldError::new(segments.collect::<String>(), error.inner().to_string())])
    })
}

/// The query parameters. Unknown ones are refused.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + IntoParams + 'static> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let (parameters, faults) = schema::query::<T>(request.query_string());
        ready(if faults.is_empty() {
            serde_json::from_value(parameters).map(Self).map_err(|error| {
                Problem::invalid(ProblemKind::InvalidQuery, vec![FieldError::new("", error.to_string())])
            })
        } else {
            Err(Problem::invalid(ProblemKind::InvalidQuery, faults))
        })
    }
}

/// The parameters of the path. A malformed id answers 404.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Path<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let extracted = web::Path::<T>::from_request(request, payload).into_inner();
        ready(extracted.map(|path| Self(path.into_inner())).map_err(|_| no_route(request)))
    }
}
