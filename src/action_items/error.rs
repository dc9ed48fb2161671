//! Why we refuse to do something with an action item.

use crate::http::{Fault, Kind, Problem};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ActionItemError {
    #[error("there is no such action item, or none that you may know of")]
    NotFound,
    #[error("the action item breaks a rule")]
    Invalid(Vec<Fault>),
}

impl From<ActionItemError> for Problem {
    fn from(error: ActionItemError) -> Self {
        match error {
            ActionItemError::NotFound => Problem::new(Kind::NotFound, error.to_string()),
            ActionItemError::Invalid(faults) => Problem::invalid_body(faults),
        }
    }
}
