//! Parses JSON into a bounded amount of memory.
//!
//! A value takes up to 90 times the memory of its text (`{"":0}` becomes a map with room for eleven fields), so the
//! number of values is limited as well as the number of bytes.

use std::{cell::Cell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Error, Map, Number, Value};

/// Maximum values of a body: objects, arrays, texts, numbers and so on. The largest that a schema allows has a tenth.
pub const MAX_BODY_VALUES: usize = 10_000;

/// Whole numbers up to this are exact as floating-point numbers.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Parses a text with at most `max_values` values. With more, the error [is about data](Error::is_data).
///
/// A whole number that is written with a fraction (`50.0`, `5e1`) becomes an integer, as JSON Schema sees it.
pub fn parse(text: &[u8], max_values: usize) -> Result<Value, Error> {
    let left = Cell::new(max_values);
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = Bounded { left: &left, max_values }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Bounded<'a> {
    /// How many more values are allowed.
    left: &'a Cell<usize>,
    max_values: usize,
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.left.get().checked_sub(1);
        let left = left.ok_or_else(|| D::Error::custom(format!("more than {} values", self.max_values)))?;
        self.left.set(left);
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
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            object.insert(name, fields.next_value_seed(self)?);
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
            assert!(error.is_data() && error.to_string().starts_with("more than 3 values"), "{error}");
        }
        assert!(!parse(b"[1,2", 10).unwrap_err().is_data());
        assert!(!parse(b"[] []", 10).unwrap_err().is_data());
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
