//! Parses JSON into a bounded amount of memory.
//!
//! A value takes up to 90 times the memory of its text (`{"":0}` becomes a map with room for eleven fields), so the
//! number of values is limited as well as the number of bytes.

use std::{
    cell::{Cell, RefCell},
    fmt,
};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::schema;

/// Maximum values of a body: objects, arrays, texts, numbers and so on. The largest that a schema allows has a tenth.
pub const MAX_BODY_VALUES: usize = 10_000;

/// Whole numbers up to this are exact as floating-point numbers.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Why a text is refused.
#[derive(Debug, thiserror::Error)]
pub enum JsonError {
    #[error("is not JSON: {0}")]
    Malformed(serde_json::Error),
    #[error("has more than {0} values")]
    TooManyValues(usize),
    /// Which of the values counts would depend on who reads them (RFC 8259, section 4).
    #[error("must be given once")]
    RepeatedField {
        /// JSON Pointer to the field.
        pointer: String,
    },
}

/// Parses a text with at most `max_values` values, in which no object names a field twice.
///
/// A whole number that is written with a fraction (`50.0`, `5e1`) becomes an integer, as JSON Schema sees it.
pub fn parse(text: &[u8], max_values: usize) -> Result<Value, JsonError> {
    let progress = Progress { max_values, values: Cell::new(0), refusal: RefCell::new(None) };
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = Bounded(&progress).deserialize(&mut deserializer);
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| progress.refusal.take().unwrap_or(JsonError::Malformed(error)))
}

struct Progress {
    max_values: usize,
    /// How many values have been read.
    values: Cell<usize>,
    /// Why reading has ended, if not because of the syntax.
    refusal: RefCell<Option<JsonError>>,
}

impl Progress {
    /// Ends reading.
    fn refuse<E: serde::de::Error>(&self, refusal: JsonError) -> E {
        let error = E::custom(&refusal);
        self.refusal.replace(Some(refusal));
        error
    }

    /// Puts the name of what contains the repeated field, if there is one, before its pointer.
    fn locate(&self, name: impl fmt::Display) {
        if let Some(JsonError::RepeatedField { pointer }) = &mut *self.refusal.borrow_mut() {
            *pointer = format!("/{name}{pointer}");
        }
    }
}

#[derive(Clone, Copy)]
struct Bounded<'a>(&'a Progress);

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let Self(progress) = self;
        if progress.values.get() >= progress.max_values {
            return Err(progress.refuse(JsonError::TooManyValues(progress.max_values)));
        }
        progress.values.set(progress.values.get() + 1);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        if value.fract() == 0.0 && value.abs() <= MAX_EXACT {
            return Ok((value as i64).into());
        }
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self).inspect_err(|_| self.0.locate(array.len()))? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if object.contains_key(&name) {
                let pointer = format!("/{}", schema::escape(&name));
                return Err(self.0.refuse(JsonError::RepeatedField { pointer }));
            }
            let value = fields.next_value_seed(self);
            let value = value.inspect_err(|_| self.0.locate(schema::escape(&name)))?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn as_many_values_as_allowed_are_parsed_and_no_more() {
        assert_eq!(parse(b"[1,{\"a\":null}]", 4).unwrap(), json!([1, {"a": null}]));
        for text in ["[1,{\"a\":null}]", "[[[[]]]]", "{\"a\":{\"b\":[1]}}"] {
            let error = parse(text.as_bytes(), 3).unwrap_err();
            assert!(matches!(error, JsonError::TooManyValues(3)), "{error}");
        }
        for text in ["[1,2", "[] []", "", "{\"a\":1,}"] {
            let error = parse(text.as_bytes(), 10).unwrap_err();
            assert!(matches!(error, JsonError::Malformed(_)), "{error}");
        }
    }

    #[test]
    fn a_field_that_is_named_twice_is_found_wherever_it_is() {
        for (text, expected) in [
            (r#"{"a":1,"a":1}"#, "/a"),
            (r#"{"a":1,"\u0061":1}"#, "/a"),
            (r#"{"x/y":[0,{"b":1,"~":2,"~":3}]}"#, "/x~1y/1/~0"),
            (r#"{"a":{"b":{"c":1,"c":{}}},"a":2}"#, "/a/b/c"),
            (r#"[{"a":1},{"a":1},{"":1,"":2}]"#, "/2/"),
        ] {
            match parse(text.as_bytes(), 20) {
                Err(JsonError::RepeatedField { pointer }) => assert_eq!(pointer, expected, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        assert!(parse(br#"[{"a":{"a":1}},{"a":1,"A":2}]"#, 20).is_ok());
    }

    #[test]
    fn whole_numbers_are_integers_however_they_are_written() {
        assert_eq!(parse(b"[50.0, 5e1, -0.0, 0.5, 1e300]", 9).unwrap(), json!([50, 50, 0, 0.5, 1e300]));
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
                prop::collection::btree_map(".*", inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_parsed_as_it_was(value in values()) {
            prop_assert_eq!(parse(value.to_string().as_bytes(), 1_000).unwrap(), value);
        }
    }
}
