//! The rows of an import in JSON: one object per line, or an object with an array of rows.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::{error::Category, value::RawValue};

use super::import::{ImportError, MAX_ROWS};
use crate::http::{
    FieldError, Problem, ProblemKind,
    ndjson::{self, Lines, MAX_ROW_BYTES, Row},
};

/// The media type of a whole body of JSON.
pub const JSON: &str = "application/json";

/// A parser for the rows of a body, which is fed while the body arrives.
#[derive(Debug)]
pub enum JsonRows {
    /// NDJSON.
    Lines(Lines),
    /// `{"rows": [...]}`. The bytes are kept until the body ends.
    Body(Vec<u8>),
}

impl JsonRows {
    /// The parser for a media type; None if the media type is not supported.
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type {
            ndjson::MEDIA_TYPE => Some(Self::Lines(Lines::default())),
            JSON => Some(Self::Body(Vec::new())),
            _ => None,
        }
    }

    /// Parses the next `bytes` of the body and returns the rows that end within them.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Row> {
        match self {
            Self::Lines(lines) => lines.read(bytes),
            Self::Body(body) => {
                body.extend_from_slice(bytes);
                Vec::new()
            }
        }
    }

    /// Ends the body, and passes each row that is left to `take`, one after the other: parsed JSON needs many times the
    /// memory of its text. Returns whether the body had rows; an empty array counts as such.
    pub fn end(&mut self, mut take: impl FnMut(Row)) -> Result<bool, Problem> {
        match self {
            Self::Lines(lines) => {
                lines.end().into_iter().for_each(take);
                Ok(!lines.is_empty())
            }
            Self::Body(body) => {
                let body = std::mem::take(body);
                if body.is_empty() {
                    return Ok(false);
                }
                // Elements of type `IgnoredAny` need no memory, so a long array is refused before it is kept.
                if parse::<IgnoredAny>(&body)?.rows.len() > MAX_ROWS {
                    return Err(ImportError::TooManyRows.into());
                }
                for row in parse::<&RawValue>(&body)?.rows {
                    take(parse_row(row.get()));
                }
                Ok(true)
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<T> {
    rows: Vec<T>,
}

fn parse<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<Body<T>, Problem> {
    serde_json::from_slice(body).map_err(|error| match error.classify() {
        Category::Data => {
            let detail = format!("must be an object with the field rows, an array: {error}");
            Problem::invalid_body(vec![FieldError::new("", detail)])
        }
        _ => Problem::new(ProblemKind::MalformedJson, format!("the body is not JSON: {error}")),
    })
}

fn parse_row(text: &str) -> Row {
    if text.len() > MAX_ROW_BYTES {
        return Row::unreadable(format!("must have at most {MAX_ROW_BYTES} bytes"));
    }
    Row::parse(text.as_bytes())
}
