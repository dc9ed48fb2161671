//! Where a claim is in the payload of a token.

use serde_json::{Map, Value};

use super::error::TokenError;
use crate::config::ClaimName;

/// The place of a claim: a name (`scope`), names with dots between them (`realm_access.roles`), or a JSON Pointer
/// (`/realm_access/roles`, RFC 6901). A claim whose whole name is this text comes first: names such as
/// `https://acme.example/org` have dots and slashes of their own.
pub struct ClaimPath {
    name: String,
    parts: Vec<String>,
}

impl ClaimPath {
    pub fn new(name: &ClaimName) -> Self {
        let name = name.as_str();
        let parts = match name.strip_prefix('/') {
            Some(pointer) => {
                pointer.split('/').map(|part| part.replace("~1", "/").replace("~0", "~")).collect()
            }
            None => name.split('.').map(str::to_owned).collect(),
        };
        Self { name: name.to_owned(), parts }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The claim's value; null counts as absent.
    pub fn find<'a>(&self, payload: &'a Map<String, Value>) -> Option<&'a Value> {
        if let Some(value) = payload.get(&self.name) {
            return present(Some(value));
        }
        let mut parts = self.parts.iter();
        let first = payload.get(parts.next()?)?;
        present(parts.try_fold(first, |value, part| value.as_object()?.get(part)))
    }

    pub fn missing(&self) -> TokenError {
        TokenError::MissingClaim(self.name.clone())
    }

    pub fn bad(&self) -> TokenError {
        TokenError::BadClaim(self.name.clone())
    }
}

/// A value that is not null.
pub fn present(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_claim_is_found_by_name_by_dots_and_by_pointer() {
        let payload = json!({
            "scope": "a", "realm_access": {"roles": ["b"]}, "https://acme.example/org": "c", "gone": null,
            "a.b": "whole", "a": {"b": "nested", "c/d": "e", "~": 1},
        });
        for (name, expected) in [
            ("scope", json!("a")),
            ("realm_access.roles", json!(["b"])),
            ("/realm_access/roles", json!(["b"])),
            ("https://acme.example/org", json!("c")),
            ("a.b", json!("whole")),
            ("/a/b", json!("nested")),
            ("/a/c~1d", json!("e")),
            ("/a/~0", json!(1)),
        ] {
            let path = ClaimPath::new(&ClaimName::parse(name).unwrap());
            assert_eq!(path.find(payload.as_object().unwrap()), Some(&expected), "{name}");
        }
        for name in ["gone", "none", "scope.a", "realm_access.none", "/", "/scope/0", "realm_access.roles.0"]
        {
            let path = ClaimPath::new(&ClaimName::parse(name).unwrap());
            assert_eq!(path.find(payload.as_object().unwrap()), None, "{name}");
        }
    }
}
