//! Keyset pagination: a page starts after the key of the last item of the previous page. Rows that are inserted or
//! deleted between two requests shift nothing.
//!
//! A cursor is encrypted: it reveals nothing, and works only for the caller and the list that it was given for.

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder, Responder, ResponseError, body::BoxBody, http::header,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{
    IntoParams, ToSchema,
    openapi::path::{Parameter, ParameterIn},
};

use super::{
    problem::{FieldError, Problem, ProblemKind},
    reply,
};
use crate::secrets::SealError;

/// A position in a list that only this service can read. Encrypting a sort key is the only way to make one.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Cursor(String);

/// The length of a cursor's key is a multiple of this many bytes.
const PADDING: usize = 64;

/// Encrypts cursors for one caller and list, and decrypts them.
pub trait CursorCipher {
    fn seal(&self, key: &[u8]) -> Result<Vec<u8>, SealError>;

    /// Fails if the cursor was not made for this caller and list.
    fn open(&self, cursor: &[u8]) -> Result<Vec<u8>, SealError>;
}

impl Cursor {
    /// The cursor of the item with this sort key.
    pub fn of(cipher: &impl CursorCipher, key: &impl Serialize) -> Result<Self, Problem> {
        let mut key = serde_json::to_vec(key).map_err(Problem::internal)?;
        // Padded with blanks, which JSON allows: the length of a cursor would tell how large a number is.
        key.resize(key.len().next_multiple_of(PADDING), b' ');
        let sealed = cipher.seal(&key).map_err(Problem::internal)?;
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(sealed)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.0
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    #[schema(max_items = 100)]
    pub items: Vec<T>,
    /// Pass it as `cursor` to get the next page. Null on the last page.
    #[schema(required, value_type = Option<String>)]
    pub next_cursor: Option<Cursor>,
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
    pub fn after<K: DeserializeOwned>(&self, cipher: &impl CursorCipher) -> Result<Option<K>, Problem> {
        decode(cipher, self.cursor.as_deref())
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
        cipher: &impl CursorCipher,
        mut rows: Vec<R>,
        limit: u32,
        key: impl Fn(&R) -> K,
        item: impl FnMut(R) -> Result<T, Problem>,
    ) -> Result<Self, Problem> {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor =
            rows.last().filter(|_| more).map(|last| Cursor::of(cipher, &key(last))).transpose()?;
        Ok(Self { items: rows.into_iter().map(item).collect::<Result<_, _>>()?, next_cursor })
    }
}

/// The sort key in `cursor`.
pub fn decode<K: DeserializeOwned>(
    cipher: &impl CursorCipher,
    cursor: Option<&str>,
) -> Result<Option<K>, Problem> {
    decode_if(cipher, cursor, |_| true)
}

/// The sort key in `cursor`, which must match the requested sort order.
pub fn decode_if<K: DeserializeOwned>(
    cipher: &impl CursorCipher,
    cursor: Option<&str>,
    fits: impl Fn(&K) -> bool,
) -> Result<Option<K>, Problem> {
    let Some(cursor) = cursor else { return Ok(None) };
    BASE64_URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|sealed| cipher.open(&sealed).ok())
        .and_then(|json| serde_json::from_slice(&json).ok())
        .filter(fits)
        .map(Some)
        .ok_or_else(|| {
            let detail = "is not a cursor of this list and caller; pass the next_cursor of a page, with the same \
                 filters and sort";
            Problem::invalid(ProblemKind::InvalidQuery, vec![FieldError::new("/cursor", detail)])
        })
}

impl<T: Serialize> Responder for Page<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        match reply::json(&self, self.items.len().max(1)) {
            Ok(json) => {
                linked(request, self.next_cursor.as_ref()).content_type("application/json").body(json)
            }
            Err(problem) => problem.error_response(),
        }
    }
}

/// A 200 response with a `Link` header to the next page, if there is one (RFC 8288).
pub fn linked(request: &HttpRequest, next_cursor: Option<&Cursor>) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = next_cursor {
        let others = url::form_urlencoded::parse(request.query_string().as_bytes())
            .filter(|(name, _)| name != "cursor");
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair("cursor", cursor.as_str())
            .finish();
        response.insert_header((header::LINK, format!("<{}?{query}>; rel=\"next\"", request.path())));
    }
    response
}
