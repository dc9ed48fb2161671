//! Reads the values of a body, with what identity providers make of them.

use serde_json::{Map, Value};

use crate::people::rules::trimmed;

/// Greatest integer that every reader of JSON takes for the same (RFC 8259, section 6).
const MAX_EXACT: u64 = (1 << 53) - 1;

/// A member of an object, whose names are compared without case.
pub fn member<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Whether a value is no value: `add` leaves what is there (RFC 7644, section 3.5.2.1).
pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => trimmed(text).is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// The value of an attribute that has one. Some send it as an array of one element, bare or as `{"value": …}`.
pub fn only_value(value: &Value) -> Result<&Value, &'static str> {
    match value {
        Value::Array(items) => match items.as_slice() {
            [] => Ok(&Value::Null),
            [item @ Value::Object(fields)] => Ok(member(fields, "value").unwrap_or(item)),
            [item] => Ok(item),
            _ => Err("must have one value"),
        },
        value => Ok(value),
    }
}

/// The address of an element of `emails`, which may be a bare text.
pub fn email_in(item: &Value) -> Option<String> {
    let item = match item {
        Value::Object(fields) => member(fields, "value")?,
        Value::Array(items) => return items.first().and_then(email_in),
        item => item,
    };
    read_text(item, usize::MAX).ok()?
}

/// A text without spaces at its ends; none if it is empty. Whole numbers count as texts, as some send employee
/// numbers so.
pub fn read_text(value: &Value, max: usize) -> Result<Option<String>, String> {
    let text = match value {
        Value::Null => return Ok(None),
        Value::String(text) => trimmed(text).to_owned(),
        Value::Number(number) => match number.as_i64().filter(|number| number.unsigned_abs() <= MAX_EXACT) {
            Some(number) => number.to_string(),
            None => return Err("must be a text: such a number is not exact in JSON".to_owned()),
        },
        _ => return Err("must be a text".to_owned()),
    };
    if text.chars().count() > max {
        return Err(format!("must have at most {max} characters"));
    }
    if text.contains('\0') {
        return Err("must not contain the character NUL".to_owned());
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}
