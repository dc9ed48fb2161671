//! The reasons for which a request about a proposal is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ProposalError {
    #[error("there is no such proposal, or you may not see it")]
    NotFound,
    #[error("you were not asked about the planning section")]
    NotAsked,
    #[error("the proposal was already {0}")]
    Decided(&'static str),
    #[error("the proposal is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<ProposalError> for Problem {
    fn from(error: ProposalError) -> Self {
        let kind = match &error {
            ProposalError::NotFound => ProblemKind::NotFound,
            ProposalError::NotAsked => ProblemKind::Forbidden,
            ProposalError::Decided(_) => ProblemKind::Conflict,
            ProposalError::Invalid(_) => ProblemKind::InvalidBody,
        };
        match error {
            ProposalError::Invalid(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
