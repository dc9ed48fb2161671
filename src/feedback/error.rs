//! The reasons for which a request about feedback is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum FeedbackError {
    #[error("there is no such feedback, or you may not see it")]
    NotFound,
    #[error("there is no such feedback request, or you may not see it")]
    NoRequest,
    #[error("you already have a feedback on this revision; change that one")]
    Exists,
    #[error("the feedback has been submitted and cannot be changed")]
    Submitted,
    #[error("the feedback has already been acknowledged")]
    NotSubmitted,
    #[error("this reviewer has already been invited; delete that request to invite them again")]
    Invited,
    #[error("the request to the manager was made by sharing the plan; only invitations can be deleted")]
    NotAnInvitation,
    #[error("the feedback is not valid; see the errors")]
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
