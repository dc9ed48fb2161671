//! Why we refuse to do something with feedback.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum FeedbackError {
    #[error("there is no such feedback, or none that you may know of")]
    NotFound,
    #[error("there is no such feedback request, or none that you may know of")]
    NoRequest,
    #[error("you have begun a feedback to this revision already")]
    Exists,
    #[error("the feedback has been submitted, and is kept as it is")]
    Submitted,
    #[error("the feedback has been acknowledged already")]
    NotSubmitted,
    #[error("this reviewer has been invited already; delete that request first to ask anew")]
    Invited,
    #[error("sharing the plan asked the manager; only an invitation can be deleted")]
    NotAnInvitation,
    #[error("the feedback breaks a rule")]
    Invalid(Vec<FieldError>),
}

impl From<FeedbackError> for Problem {
    fn from(error: FeedbackError) -> Self {
        let kind = match &error {
            FeedbackError::NotFound | FeedbackError::NoRequest => ProblemKind::NotFound,
            FeedbackError::Exists => ProblemKind::FeedbackExists,
            FeedbackError::Submitted => ProblemKind::FeedbackSubmitted,
            FeedbackError::NotSubmitted => ProblemKind::FeedbackNotSubmitted,
            FeedbackError::Invited | FeedbackError::NotAnInvitation => ProblemKind::Conflict,
            FeedbackError::Invalid(_) => ProblemKind::InvalidBody,
        };
        match error {
            FeedbackError::Invalid(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
