//! The reasons for which a request about a discussion or a calendar is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum DiscussionError {
    #[error("there is no such discussion, or you may not see it")]
    NotFound,
    #[error("there is no calendar address; POST makes one")]
    NoAddress,
    #[error("there is no such calendar")]
    NoCalendar,
    #[error("the discussion has been held; only its notes can be changed")]
    Held,
    #[error("the discussion is cancelled; only your private note can be changed")]
    Cancelled,
    #[error("the discussion is about a revision that was withdrawn; plan another one")]
    Withdrawn,
    #[error(
        "the discussion was planned with another manager, about a revision that you may not read; take it over first"
    )]
    NotTakenOver,
    #[error("another person has planned the discussion; cancel it instead")]
    PlannedByOther,
    #[error("something is written in the discussion that others read; cancel it instead")]
    Written,
    #[error("a plan has at most {0} planned discussions")]
    TooManyPlanned(usize),
    #[error("a plan has at most {0} discussions, those included that are over or deleted")]
    TooMany(usize),
    #[error("outcome {0} names a person who can no longer follow the plan; name the owner or the manager")]
    Responsible(usize),
    #[error("the discussion is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<DiscussionError> for Problem {
    fn from(error: DiscussionError) -> Self {
        let kind = match &error {
            DiscussionError::NotFound | DiscussionError::NoAddress | DiscussionError::NoCalendar => {
                ProblemKind::NotFound
            }
            DiscussionError::PlannedByOther => ProblemKind::Forbidden,
            DiscussionError::Held
            | DiscussionError::Cancelled
            | DiscussionError::Withdrawn
            | DiscussionError::NotTakenOver
            | DiscussionError::Written
            | DiscussionError::TooManyPlanned(_)
            | DiscussionError::TooMany(_)
            | DiscussionError::Responsible(_) => ProblemKind::Conflict,
            DiscussionError::Invalid(_) => ProblemKind::InvalidBody,
        };
        match error {
            DiscussionError::Invalid(faults) => Problem::invalid_body(faults),
            error => Problem::new(kind, error.to_string()),
        }
    }
}
