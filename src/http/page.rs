//! Lists, a page at a time, by keyset: a page begins after the last item of the one before, whatever
//! was written in between.

use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, Responder, body::BoxBody, http::header};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{
    IntoParams, ToSchema,
    openapi::path::{Parameter, ParameterIn},
};

use super::problem::{FieldError, Problem, ProblemKind};

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    #[schema(max_items = 100)]
    pub items: Vec<T>,
    /// Where the next page begins: pass it as `cursor`. Null on the last page.
    #[schema(required)]
    pub next_cursor: Option<String>,
}

/// Which page of a list is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// The most items on a page.
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before.
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

impl Paging {
    /// The most items on the page.
    pub fn limit(&self) -> u32 {
        self.limit.unwrap_or(DEFAULT_LIMIT)
    }

    /// The key of the item after which the page begins; none for the first page.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>, Problem> {
        decode(self.cursor.as_deref())
    }
}

/// The parameters of a list that has others than those of its pages.
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

/// How many items a page has where the caller does not say.
pub const DEFAULT_LIMIT: u32 = 25;

/// The most items that a page has.
pub const MAX_LIMIT: u32 = 100;

impl<T> Page<T> {
    /// A page of at most `limit` of `rows`, which were asked for one more than that: the one too many
    /// tells that there is a next page. `key` is what the list is sorted by.
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

/// A key of the list as an opaque text.
pub fn encode(key: &impl Serialize) -> Result<String, Problem> {
    Ok(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).map_err(Problem::internal)?))
}

/// The key that `cursor` stands for.
pub fn decode<K: DeserializeOwned>(cursor: Option<&str>) -> Result<Option<K>, Problem> {
    decode_if(cursor, |_| true)
}

/// The key that `cursor` stands for, where it fits the order of the list.
pub fn decode_if<K: DeserializeOwned>(
    cursor: Option<&str>,
    fits: impl Fn(&K) -> bool,
) -> Result<Option<K>, Problem> {
    let Some(cursor) = cursor else { return Ok(None) };
    BASE64_URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|json| serde_json::from_slice(&json).ok())
        .filter(fits)
        .map(Some)
        .ok_or_else(|| {
            let detail = "is not a cursor of this list; pass the next_cursor of a page, with the same sort";
            Problem::invalid(ProblemKind::InvalidQuery, vec![FieldError::new("/cursor", detail)])
        })
}

impl<T: Serialize> Responder for Page<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        linked(request, self.next_cursor.as_deref()).json(self)
    }
}

/// Begins an answer with the `Link` to the next page, if there is one (RFC 8288).
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
