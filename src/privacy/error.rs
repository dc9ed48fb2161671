//! The reasons for which a request about a person's data is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrivacyError {
    #[error("there is no such person, or you may not see it")]
    NotFound,
    #[error("there is no legal hold on this person")]
    NoHold,
    #[error("the person is under a legal hold, which forbids to erase the person's data")]
    Held,
    #[error("you cannot erase yourself; another HR admin must do it")]
    Oneself,
    #[error("the person was erased")]
    Erased,
    #[error("confirm must be the person's user_name or external_id")]
    NotConfirmed,
}

impl From<PrivacyError> for Problem {
    fn from(error: PrivacyError) -> Self {
        let kind = match error {
            PrivacyError::NotFound | PrivacyError::NoHold => ProblemKind::NotFound,
            PrivacyError::Held => ProblemKind::LegalHold,
            PrivacyError::Oneself | PrivacyError::Erased => ProblemKind::Conflict,
            PrivacyError::NotConfirmed => {
                let fault = FieldError::new("/confirm", "must be the person's user_name or external_id");
                return Problem::invalid_body(vec![fault]);
            }
        };
        Problem::new(kind, error.to_string())
    }
}
