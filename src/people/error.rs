//! Why we refuse to do something with people.

use crate::http::{FieldError, Problem, ProblemKind, ndjson::MAX_ROW_BYTES};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PeopleError {
    #[error("there is no such person, or none that you may know of")]
    NotFound,
    #[error(
        "there is nothing to import: send CSV whose first row names its columns, external_id, user_name and \
         display_name among them, or NDJSON with one person a line"
    )]
    Empty,
    #[error("the row that names the columns has more than {MAX_ROW_BYTES} bytes")]
    LongHeader,
    #[error("the row that names the columns breaks a rule")]
    Header(Vec<FieldError>),
}

impl From<PeopleError> for Problem {
    fn from(error: PeopleError) -> Self {
        let kind = match &error {
            PeopleError::NotFound => ProblemKind::NotFound,
            PeopleError::Empty | PeopleError::LongHeader | PeopleError::Header(_) => ProblemKind::InvalidBody,
        };
        match error {
            PeopleError::Header(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
