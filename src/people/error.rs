//! The reasons for which a request about people is rejected.

use crate::http::{FieldError, Problem, ProblemKind, ndjson::MAX_ROW_BYTES};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PeopleError {
    #[error("there is no such person, or you may not see it")]
    NotFound,
    #[error("the relations are not valid; see the errors")]
    Relations(Vec<FieldError>),
    #[error("you cannot unlink your own identity, which would lock you out; another HR admin must do it")]
    Oneself,
    #[error("no identity is linked to this person")]
    NotLinked,
    #[error("the person was erased")]
    Erased,
    #[error(
        "there is nothing to import: send CSV whose header row has at least the columns external_id, user_name and \
         display_name, or NDJSON with one person per line, or JSON with rows"
    )]
    Empty,
    #[error("the header row has more than {MAX_ROW_BYTES} bytes or too many columns")]
    LongHeader,
    #[error("the header row is not valid; see the errors")]
    Header(Vec<FieldError>),
    #[error("the header row looks separated by {0:?}; separate cells by a comma, a semicolon or a tab")]
    Separator(char),
    #[error("the body looks like JSON; send Content-Type: application/json or application/x-ndjson")]
    LooksLikeJson,
    #[error("a quote is still open at the end of the file, in row {row} or before; nothing has been applied")]
    OpenQuote { row: usize },
}

impl From<PeopleError> for Problem {
    fn from(error: PeopleError) -> Self {
        let kind = match &error {
            PeopleError::NotFound => ProblemKind::NotFound,
            PeopleError::Oneself | PeopleError::NotLinked | PeopleError::Erased => ProblemKind::Conflict,
            PeopleError::Relations(_)
            | PeopleError::Empty
            | PeopleError::LongHeader
            | PeopleError::Header(_)
            | PeopleError::Separator(_)
            | PeopleError::LooksLikeJson
            | PeopleError::OpenQuote { .. } => ProblemKind::InvalidBody,
        };
        match error {
            PeopleError::Header(faults) | PeopleError::Relations(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
