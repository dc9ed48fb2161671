//! NDJSON: one JSON object per line. Whole lists are streamed in this format, and imports are parsed while they arrive.

use serde_json::{Map, Value};

use super::{
    json::{self, JsonError},
    problem::FieldError,
};

pub const MEDIA_TYPE: &str = "application/x-ndjson";

/// Maximum bytes of one row of an import.
pub const MAX_ROW_BYTES: usize = 65_536;

/// Maximum values of one row of an import. Rows are flat.
const MAX_ROW_VALUES: usize = 64;

/// A row of an import, before it is validated.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The row as a JSON value; none if it cannot be parsed.
    pub fields: Option<Value>,
    /// Errors in the row's format.
    pub faults: Vec<FieldError>,
}

impl Row {
    pub fn unreadable(why: impl Into<String>) -> Self {
        Self { fields: None, faults: vec![FieldError::new("", why)] }
    }

    /// Parses the JSON of a row.
    pub fn parse(text: &[u8]) -> Self {
        match json::parse(text, MAX_ROW_VALUES) {
            Ok(fields) => Self { fields: Some(flat(fields)), faults: Vec::new() },
            Err(error) => {
                let detail = error.to_string();
                let JsonError::RepeatedField { pointer } = error else { return Self::unreadable(detail) };
                // Refused, but its other fields count: another row may be about the same thing.
                let fields = serde_json::from_slice(text).ok().map(flat);
                Self { fields, faults: vec![FieldError::new(pointer, detail)] }
            }
        }
    }
}

/// Empties the objects and arrays in the fields of a row. A row is flat: they are errors, whatever is in them, and take
/// much memory until the row is validated.
fn flat(mut row: Value) -> Value {
    for field in row.as_object_mut().into_iter().flat_map(Map::values_mut) {
        match field {
            Value::Object(fields) => fields.clear(),
            Value::Array(items) => *items = Vec::new(),
            _ => {}
        }
    }
    row
}

/// Splits a body into lines and parses each as JSON. Blank lines are skipped.
#[derive(Debug, Default)]
pub struct Lines {
    line: Vec<u8>,
    too_long: bool,
    has_rows: bool,
}

impl Lines {
    /// Adds the next bytes of the body, and returns the rows that are complete.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Row> {
        let mut rows = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.line.len() + piece.len() <= MAX_ROW_BYTES {
                self.line.extend_from_slice(piece);
            } else {
                self.too_long = true;
                self.line.clear();
            }
            if piece.ends_with(b"\n") {
                rows.extend(self.end());
            }
        }
        rows
    }

    /// Ends the current line, and returns its row unless the line is blank.
    pub fn end(&mut self) -> Option<Row> {
        let line = std::mem::take(&mut self.line);
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
        let too_long = std::mem::take(&mut self.too_long);
        if line.is_empty() && !too_long {
            return None;
        }
        self.has_rows = true;
        if too_long {
            return Some(Row::unreadable(format!("must have at most {MAX_ROW_BYTES} bytes")));
        }
        Some(Row::parse(line))
    }

    /// Whether no row has been read.
    pub fn is_empty(&self) -> bool {
        !self.has_rows
    }
}
