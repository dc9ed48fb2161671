//! Content negotiation by `Accept` (RFC 9110, section 12.5.1).

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::{self, Accept, Header, Quality},
};

/// Whether to return `media_type` instead of JSON: `Accept` names it or its family, and does not allow JSON.
pub fn wants(request: &HttpRequest, media_type: &str) -> bool {
    let named = [media_type, &family(media_type)].iter().find_map(|range| listed(request, range));
    named.is_some_and(|quality| quality > Quality::ZERO) && !accepts(request, "application/json")
}

/// Whether `Accept` allows a media type.
pub fn accepts(request: &impl HttpMessage, media_type: &str) -> bool {
    quality(request, media_type) > Quality::ZERO
}

/// The one of these media types that `Accept` prefers, the first one if it likes several best. None if it allows none.
pub fn preferred<'a>(request: &impl HttpMessage, offered: &[&'a str]) -> Option<&'a str> {
    let rated = offered.iter().map(|media_type| (*media_type, quality(request, media_type)));
    let allowed = rated.filter(|(_, quality)| *quality > Quality::ZERO);
    allowed.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(media_type, _)| media_type)
}

/// How much `Accept` likes a media type. The most specific matching range decides; if `Accept` is missing or empty, all
/// are liked best.
fn quality(request: &impl HttpMessage, media_type: &str) -> Quality {
    let ranges = [media_type, &family(media_type), "*/*"];
    let decides = ranges.iter().find_map(|range| listed(request, range));
    decides.unwrap_or_else(|| {
        let mut values = request.headers().get_all(header::ACCEPT);
        if values.all(|value| value.as_bytes().trim_ascii().is_empty()) {
            Quality::MAX
        } else {
            Quality::ZERO
        }
    })
}

/// The range of a media type's family, such as `text/*`.
fn family(media_type: &str) -> String {
    format!("{}/*", media_type.split('/').next().unwrap_or_default())
}

/// How much `Accept` likes exactly this range; none if it does not list it. `q=0` means not allowed.
fn listed(request: &impl HttpMessage, range: &str) -> Option<Quality> {
    let accept = Accept::parse(request).ok()?;
    let named = accept.0.iter().find(|item| item.item.essence_str().eq_ignore_ascii_case(range))?;
    Some(named.quality)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn the_media_type_that_is_liked_best_is_preferred() {
        let offered = ["text/markdown", "text/html"];
        for (accept, expected) in [
            ("", Some("text/markdown")),
            ("*/*", Some("text/markdown")),
            ("text/*", Some("text/markdown")),
            ("text/html", Some("text/html")),
            ("text/html;q=0.5, text/markdown;q=0.4", Some("text/html")),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Some("text/html")),
            ("text/html;q=0, */*", Some("text/markdown")),
            ("application/json", None),
            ("*/*;q=0", None),
        ] {
            let request = TestRequest::default().insert_header((header::ACCEPT, accept)).to_http_request();
            assert_eq!(preferred(&request, &offered), expected, "{accept}");
        }
        assert_eq!(preferred(&TestRequest::default().to_http_request(), &offered), Some("text/markdown"));
    }
}
