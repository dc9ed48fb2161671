//! The reasons for which a request about a comment is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum CommentError {
    #[error("there is no such comment, or you may not see it")]
    NotFound,
    #[error("the comment is older than 15 minutes and can no longer be deleted")]
    TooOld,
    #[error("the comment is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<CommentError> for Problem {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NotFound => Problem::new(ProblemKind::NotFound, error.to_string()),
            CommentError::TooOld => Problem::new(ProblemKind::Conflict, error.to_string()),
            CommentError::Invalid(faults) => Problem::invalid_body(faults),
        }
    }
}
