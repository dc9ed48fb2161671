//! Why we refuse to do something with people.

use super::rows::{MAX_BYTES, MAX_ROWS};
use crate::http::{Fault, Kind, Problem};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PeopleError {
    #[error("there is no such person, or none that you may know of")]
    NotFound,
    #[error("send Content-Type: text/csv or application/x-ndjson")]
    UnknownFormat,
    #[error(
        "there is nothing to import: send CSV whose first row names its columns, external_id, user_name and \
         display_name among them, or NDJSON with one person a line"
    )]
    Empty,
    #[error("the row that names the columns has more than {MAX_BYTES} bytes")]
    LongHeader,
    #[error("the row that names the columns breaks a rule")]
    Header(Vec<Fault>),
    #[error(
        "an import has at most {MAX_ROWS} rows; the first {applied} have been applied, send the others in \
         another call"
    )]
    TooManyRows { applied: usize },
    #[error(
        "an import has at most {limit} bytes; the first {applied} rows have been applied, send the others in \
         another call"
    )]
    TooLarge { limit: usize, applied: usize },
}

impl From<PeopleError> for Problem {
    fn from(error: PeopleError) -> Self {
        let kind = match &error {
            PeopleError::NotFound => Kind::NotFound,
            PeopleError::UnknownFormat => Kind::UnsupportedMediaType,
            PeopleError::Empty | PeopleError::LongHeader | PeopleError::Header(_) => Kind::InvalidBody,
            PeopleError::TooManyRows { .. } | PeopleError::TooLarge { .. } => Kind::BodyTooLarge,
        };
        match error {
            PeopleError::Header(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
