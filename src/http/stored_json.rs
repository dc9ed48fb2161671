//! JSON that the service has written to the database, in a response.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// JSON of a column that only this service writes. It is sent as it is: checking it again, as
/// `serde_json::value::RawValue` does, would take a quarter of the time of a list of plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredJson(String);

/// The name by which serde_json knows JSON that it writes as it is.
const RAW: &str = "$serde_json::private::RawValue";

impl StoredJson {
    /// The text must be what serde_json has written.
    pub fn of_column(json: String) -> Self {
        Self(json)
    }

    /// The JSON of a value.
    pub fn of(value: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(Self)
    }

    pub fn get(&self) -> &str {
        &self.0
    }
}

impl Serialize for StoredJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut raw = serializer.serialize_struct(RAW, 1)?;
        raw.serialize_field(RAW, &self.0)?;
        raw.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn stored_json_is_written_as_it_is() {
        let stored = StoredJson::of_column(r#"{"b": [1.50], "a": "é\u0041"}"#.into());
        let text = serde_json::to_string(&[&stored]).unwrap();
        assert_eq!(text, r#"[{"b": [1.50], "a": "é\u0041"}]"#);
        assert_eq!(json!({ "stored": stored }), json!({ "stored": { "a": "éA", "b": [1.50] } }));
    }
}
