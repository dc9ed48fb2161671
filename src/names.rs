//! What names are, and how they are compared: user names, e-mail addresses and external ids with the claims of tokens,
//! and user names with each other.

use unicode_normalization::UnicodeNormalization;

/// Longest name of a tenant and longest subject, in characters (OpenID Connect Core 1.0, section 2, for subjects).
pub const MAX_NAME: usize = 255;

/// Whether a text is a name: 1 to `max` characters that can be seen.
pub fn is_name(text: &str, max: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= max && !text.contains(char::is_control)
}

/// A name as it is compared: trimmed, in NFC, without case. It is stored beside the name.
pub fn key(name: &str) -> String {
    // A sigma at the end of a word has a lower case of its own, but no upper case.
    let lower = name.trim().nfc().collect::<String>().to_lowercase().replace('ς', "σ");
    lower.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_outer_spaces_and_composition_make_no_difference() {
        for (one, other) in [
            ("ana", " ANA\u{a0}"),
            ("Jos\u{e9}", "JOSE\u{301}"),
            ("ΝΊΚΟΣ", "νίκος"),
            ("ÅSA@Example.com", "a\u{30a}sa@example.com"),
        ] {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
        for (one, other) in [("ana", "anna"), ("jose", "josé"), ("a na", "ana"), ("ana", "аna")] {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn a_key_is_its_own_key() {
        for name in ["İstanbul", "ΣΑΣ", "ﬁn", "e\u{301}", "  x "] {
            assert_eq!(key(&key(name)), key(name), "{name}");
        }
    }
}
