//! Language negotiation by `Accept-Language`: lookup of language ranges (RFC 4647, section 3.4).

use std::cmp::Reverse;

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::{ACCEPT_LANGUAGE, AcceptLanguage, Header, Quality},
};

use super::problem::{Problem, ProblemKind};

/// The most characters of `Accept-Language`.
const MOST: usize = 1_000;

/// Refuses a header that is longer than the document allows.
pub fn check(request: &HttpRequest) -> Result<(), Problem> {
    let is_long = |value: &[u8]| String::from_utf8_lossy(value).chars().count() > MOST;
    if request.headers().get_all(ACCEPT_LANGUAGE).any(|value| is_long(value.as_bytes())) {
        let why = format!("Accept-Language must have at most {MOST} characters");
        return Err(Problem::new(ProblemKind::InvalidHeader, why));
    }
    Ok(())
}

/// The language of a response, one of `available`, of which the first is for callers who accept none. Each range is
/// compared whole and then without its last subtags: `de-AT` finds `de`. A range with `q=0` rules its language out.
pub fn negotiated<'a>(request: &impl HttpMessage, available: &[&'a str]) -> Option<&'a str> {
    // A header that cannot be read, or only in parts, is as if those were missing.
    let mut ranges = AcceptLanguage::parse(request).map(|header| header.0).unwrap_or_default();
    // A stable sort: of ranges with the same weight, the first counts.
    ranges.sort_by_key(|range| Reverse(range.quality));
    let named = ranges.iter().map(|range| (range.item.to_string(), range.quality > Quality::ZERO));
    let (wanted, refused): (Vec<_>, Vec<_>) = named.partition(|(_, is_wanted)| *is_wanted);
    let is_refused = |language: &str| refused.iter().any(|(range, _)| range.eq_ignore_ascii_case(language));
    let candidates: Vec<&'a str> =
        available.iter().copied().filter(|language| !is_refused(language)).collect();
    let found = wanted.iter().find_map(|(range, _)| lookup(range, &candidates));
    found.or_else(|| available.first().copied())
}

/// The language that a range finds. The range `*` finds none: it leaves the choice to the others, and to the default.
fn lookup<'a>(mut range: &str, languages: &[&'a str]) -> Option<&'a str> {
    loop {
        if let Some(found) = languages.iter().find(|language| language.eq_ignore_ascii_case(range)) {
            return Some(found);
        }
        range = range.rsplit_once('-')?.0;
        // A single letter or digit introduces what was cut off.
        if let Some((shorter, last)) = range.rsplit_once('-')
            && last.len() == 1
        {
            range = shorter;
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn of(accept: &str) -> &'static str {
        let request = TestRequest::default().insert_header(("accept-language", accept)).to_http_request();
        negotiated(&request, &["en", "de", "pt-BR", "zh-Hant"]).unwrap()
    }

    #[test]
    fn the_best_range_that_finds_a_language_decides() {
        for (accept, language) in [
            ("de", "de"),
            ("DE-at", "de"),
            ("de-Latn-AT-x-private", "de"),
            ("zh-Hant-TW", "zh-Hant"),
            ("zh-Hant-x-foo", "zh-Hant"),
            ("fr, de;q=0.5", "de"),
            ("de;q=0.4, pt-BR;q=0.5", "pt-BR"),
            ("de;q=0.5, pt-BR;q=0.5", "de"),
            ("fr-CH, fr;q=0.9, de;q=0.7, *;q=0.5", "de"),
            // A range finds no longer tag.
            ("pt", "en"),
            ("zh", "en"),
            // The default.
            ("", "en"),
            ("*", "en"),
            ("fr", "en"),
            ("fr, *", "en"),
            ("not a language; nor=this", "en"),
            // Ruled out.
            ("de-AT, de;q=0", "en"),
            ("de;q=0, pt-BR;q=0.1", "pt-BR"),
        ] {
            assert_eq!(of(accept), language, "{accept}");
        }
    }

    #[test]
    fn there_is_a_language_without_a_header_and_none_if_there_are_none() {
        let request = TestRequest::default().to_http_request();
        assert_eq!(negotiated(&request, &["ja", "en"]), Some("ja"));
        assert_eq!(negotiated(&request, &[]), None);
    }
}
