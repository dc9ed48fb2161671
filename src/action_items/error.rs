//! Why we refuse to do something with an action item.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ActionItemError {
    #[error("there is no such action item, or none that you may know of")]
    NotFound,
    #[error("the action item breaks a rule")]
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
