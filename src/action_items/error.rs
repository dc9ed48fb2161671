//! The reasons for which a request about an action item is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ActionItemError {
    #[error("there is no such action item, or you may not see it")]
    NotFound,
    #[error("the action item is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<ActionItemError> for Problem {
    fn from(error: ActionItemError) -> Self {
        match error {
            ActionItemError::NotFound => Problem::new(ProblemKind::NotFound, error.to_string()),
            ActionItemError::Invalid(faults) => Problem::invalid_body(faults),
        }
    }
}
