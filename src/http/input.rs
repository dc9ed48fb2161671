//! Extractors that validate a request before its handler runs: [`Post`], [`Unchecked`] for PUT, [`Patch`], [`Query`],
//! [`Path`].

use std::{
    fmt,
    future::{Future, Ready, ready},
    marker::PhantomData,
    pin::Pin,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use serde_path_to_error::Segment;
use utoipa::{IntoParams, ToSchema};

use super::{
    body::{self, Body},
    idempotency::IdempotencyKey,
    json::{self, JsonError},
    problem::{FieldError, Problem, ProblemKind},
    routes::no_route,
    schema,
};

type Extraction<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// The body of a POST, and its idempotency key.
#[derive(Debug)]
pub struct Post<T> {
    pub input: Unchecked<T>,
    pub key: IdempotencyKey,
}

impl<T: DeserializeOwned + ToSchema + 'static> FromRequest for Post<T> {
    type Error = Problem;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let input = Unchecked::from_request(request, &mut Payload::None);
        let request = request.clone();
        Box::pin(async move {
            let input = input.await?;
            let key = IdempotencyKey::of(&request, &input.body.bytes)?;
            Ok(Self { input, key })
        })
    }
}

/// The body of a POST or PUT before it is validated. A handler reads it once it knows that the caller has the right to
/// what the body asks for, so that others learn nothing and cost nothing.
pub struct Unchecked<T> {
    body: Body,
    schema: PhantomData<T>,
}

impl<T: DeserializeOwned + ToSchema + 'static> Unchecked<T> {
    /// Parses the body, and validates it against the schema of `T`. An empty body counts as `{}`.
    pub fn read(&self) -> Result<T, Problem> {
        let bytes: &[u8] = &self.body.bytes;
        checked(parse(if bytes.is_empty() { b"{}" } else { bytes })?)
    }
}

impl<T: ToSchema + 'static> FromRequest for Unchecked<T> {
    type Error = Problem;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let body = typed_body(request, &["application/json"]);
        Box::pin(async move { Ok(Self { body: body.await?, schema: PhantomData }) })
    }
}

impl<T> fmt::Debug for Unchecked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.body.fmt(f)
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
    body: Body,
    schema: PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned + ToSchema + 'static> Patch<T> {
    /// `present` with the patch applied. Like [`Unchecked::read`], to be called once the caller is known to have the
    /// right to it.
    pub fn apply(&self, present: &T) -> Result<T, Problem> {
        let changes = parse(&self.body.bytes)?;
        let faults = schema::patch_faults::<T>(&changes);
        if !faults.is_empty() {
            return Err(Problem::invalid_body(faults));
        }
        let mut document = serde_json::to_value(present).map_err(Problem::internal)?;
        json_patch::merge(&mut document, &changes);
        deserialize(document)
    }
}

impl<T: ToSchema + 'static> FromRequest for Patch<T> {
    type Error = Problem;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let body = typed_body(request, &["application/merge-patch+json", "application/json"]);
        Box::pin(async move { Ok(Self { body: body.await?, schema: PhantomData }) })
    }
}

/// The whole body. Refuses a body of a media type other than `media_types`; an empty one may have any.
pub fn typed_body(
    request: &HttpRequest,
    media_types: &'static [&'static str],
) -> impl Future<Output = Result<Body, Problem>> + use<> {
    let content_type = media_type(request);
    let body = body::received(request);
    async move {
        let body = body.await?;
        if body.bytes.is_empty() || content_type.is_some_and(|name| media_types.contains(&&*name)) {
            Ok(body)
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

/// A body as JSON, in a bounded amount of memory.
pub fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    json::parse(bytes, json::MAX_BODY_VALUES).map_err(|error| {
        let detail = error.to_string();
        match error {
            JsonError::RepeatedField { pointer } => {
                Problem::invalid_body(vec![FieldError::new(pointer, detail)])
            }
            JsonError::TooManyValues(_) => {
                Problem::new(ProblemKind::BodyTooLarge, format!("the body {detail}"))
            }
            JsonError::Malformed(_) => Problem::new(ProblemKind::MalformedJson, format!("the body {detail}")),
        }
    })
}

/// Validates `value` against the schema of `T` and deserializes it.
pub fn checked<T: DeserializeOwned + ToSchema + 'static>(value: Value) -> Result<T, Problem> {
    let faults = schema::faults::<T>(&value);
    if faults.is_empty() { deserialize(value) } else { Err(Problem::invalid_body(faults)) }
}

fn deserialize<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    typed(value).map_err(|fault| Problem::invalid_body(vec![fault]))
}

/// Deserializes a valid `value`. What serde refuses, the schema should have refused in better words.
fn typed<T: DeserializeOwned>(value: Value) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let segments = error.path().iter().map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } | Segment::Enum { variant: key } => format!("/{}", schema::escape(key)),
            Segment::Unknown => String::new(),
        });
        FieldError::new(segments.collect::<String>(), error.inner().to_string())
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
            typed(parameters)
                .map(Self)
                .map_err(|fault| Problem::invalid(ProblemKind::InvalidQuery, vec![fault]))
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
