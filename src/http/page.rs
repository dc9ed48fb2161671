//! Keyset pagination: a page starts after the key of the last item of the previous page. Rows that are inserted or
//! deleted between two requests shift nothing.

use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, Responder, body::BoxBody, http::header};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::{
    IntoParams, ToSchema,
    openapi::path::{Parameter, ParameterIn},
};

use super::problem::{FieldError, Problem, ProblemKind};
use crate::clock;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    #[schema(max_items = 100)]
    pub items: Vec<T>,
    /// Pass it as `cursor` to get the next page. Null on the last page.
    #[schema(required)]
    pub next_cursor: Option<String>,
}

/// Selects a page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Maximum items per page.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the previous page.
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

impl Paging {
    /// Maximum items of the page.
    pub fn limit(&self) -> u32 {
        self.limit.unwrap_or(DEFAULT_LIMIT)
    }

    /// The key after which the page starts; none for the first page.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>, Problem> {
        decode(self.cursor.as_deref())
    }
}

/// The parameters of a list: its own and those of [`Paging`].
#[derive(Debug, Deserialize)]
pub struct Paged<T> {
    #[serde(flatten)]
    pub list: T,
    #[serde(flatten)]
    pub paging: Paging,
}

impl<T: IntoParams> IntoParams for Paged<T> {
    fn into_params(parameter_in: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        [T::into_params(&parameter_in), Paging::into_params(&parameter_in)].concat()
    }
}

/// Items per page if the request has no `limit`.
pub const DEFAULT_LIMIT: u32 = 25;

/// Maximum of `limit`.
pub const MAX_LIMIT: u32 = 100;

impl<T> Page<T> {
    /// A page of the first `limit` rows. The query must select up to `limit + 1` rows: the extra row shows that there
    /// is a next page. `key` is the sort key of a row.
    pub fn of<R, K: Serialize>(
        mut rows: Vec<R>,
        limit: u32,
        key: impl Fn(&R) -> K,
        item: impl FnMut(R) -> Result<T, Problem>,
    ) -> Result<Self, Problem> {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows.last().filter(|_| more).map(|last| encode(&key(last))).transpose()?;
        Ok(Self { items: rows.into_iter().map(item).collect::<Result<_, _>>()?, next_cursor })
    }
}

/// A sort key as an opaque cursor.
pub fn encode(key: &impl Serialize) -> Result<String, Problem> {
    Ok(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).map_err(Problem::internal)?))
}

/// The sort key in `cursor`.
pub fn decode<K: DeserializeOwned>(cursor: Option<&str>) -> Result<Option<K>, Problem> {
    decode_if(cursor, |_| true)
}

/// The sort key in `cursor`, which must match the requested sort order.
pub fn decode_if<K: DeserializeOwned>(
    cursor: Option<&str>,
    fits: impl Fn(&K) -> bool,
) -> Result<Option<K>, Problem> {
    let Some(cursor) = cursor else { return Ok(None) };
    BASE64_URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|json| serde_json::from_slice::<Value>(&json).ok())
        .filter(is_bounded)
        .and_then(|key| serde_json::from_value(key).ok())
        .filter(fits)
        .map(Some)
        .ok_or_else(|| {
            let detail = "is not a cursor of this list; pass the next_cursor of a page, with the same sort";
            Problem::invalid(ProblemKind::InvalidQuery, vec![FieldError::new("/cursor", detail)])
        })
}

/// Whether both databases can compare with every time in a sort key.
fn is_bounded(key: &Value) -> bool {
    key.as_array().into_iter().flatten().filter_map(Value::as_str).all(|text| {
        text.parse::<DateTime<Utc>>().is_err() && text.parse::<NaiveDate>().is_err()
            || clock::instant(text).is_some()
            || text.parse::<NaiveDate>().is_ok_and(|day| (1..=9999).contains(&day.year()))
    })
}

impl<T: Serialize> Responder for Page<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        linked(request, self.next_cursor.as_deref()).json(self)
    }
}

/// A 200 response with a `Link` header to the next page, if there is one (RFC 8288).
pub fn linked(request: &HttpRequest, next_cursor: Option<&str>) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = next_cursor {
        let others = url::form_urlencoded::parse(request.query_string().as_bytes())
            .filter(|(name, _)| name != "cursor");
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair("cursor", cursor)
            .finish();
        response.insert_header((header::LINK, format!("<{}?{query}>; rel=\"next\"", request.path())));
    }
    response
}
