//! Why an operation on a cycle is refused.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum CycleError {
    #[error("there is no such cycle")]
    NotFound,
    #[error("the tenant has the maximum of {0} cycles; delete one first")]
    TooMany(i64),
    #[error("plans of this cycle have been shared; set its status to closed instead")]
    HasPlans,
    #[error("a plan has joined the cycle meanwhile; try again")]
    Joined,
    #[error("the cycle breaks a rule")]
    Invalid(Vec<FieldError>),
}

impl From<CycleError> for Problem {
    fn from(error: CycleError) -> Self {
        let kind = match error {
            CycleError::NotFound => ProblemKind::NotFound,
            CycleError::TooMany(_) | CycleError::HasPlans | CycleError::Joined => ProblemKind::Conflict,
            CycleError::Invalid(faults) => return Self::invalid_body(faults),
        };
        Self::new(kind, error.to_string())
    }
}
