//! Content negotiation by `Accept` (RFC 9110, section 12.5.1).

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::{self, Accept, Header},
};

/// Whether to return `media_type` instead of JSON: `Accept` names it, and does not allow JSON.
pub fn wants(request: &HttpRequest, media_type: &str) -> bool {
    allowed(request, media_type) == Some(true) && !accepts(request, "application/json")
}

/// Whether `Accept` allows a media type. The most specific matching range decides; if `Accept` is missing or empty, all
/// are allowed.
pub fn accepts(request: &impl HttpMessage, media_type: &str) -> bool {
    let family = media_type.split('/').next().unwrap_or_default();
    let ranges = [media_type, &format!("{family}/*"), "*/*"];
    let decides = ranges.iter().find_map(|range| allowed(request, range));
    decides.unwrap_or_else(|| {
        request.headers().get_all(header::ACCEPT).all(|value| value.as_bytes().trim_ascii().is_empty())
    })
}

/// Whether `Accept` allows exactly this range; none if it does not list it. `q=0` means not allowed.
fn allowed(request: &impl HttpMessage, range: &str) -> Option<bool> {
    let accept = Accept::parse(request).ok()?;
    let named = accept.0.iter().find(|item| item.item.essence_str().eq_ignore_ascii_case(range))?;
    Some(named.quality > header::Quality::ZERO)
}
