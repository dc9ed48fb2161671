//! The reasons for which a request about questionnaires is rejected.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum QuestionnaireError {
    #[error("there is no such version of the questionnaire")]
    NotFound,
    #[error("the tenant has the maximum of {0} versions of the questionnaire")]
    TooMany(i32),
    #[error("the questionnaire is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<QuestionnaireError> for Problem {
    fn from(error: QuestionnaireError) -> Self {
        let kind = match error {
            QuestionnaireError::NotFound => ProblemKind::NotFound,
            QuestionnaireError::TooMany(_) => ProblemKind::Conflict,
            QuestionnaireError::Invalid(faults) => return Self::invalid_body(faults),
        };
        Self::new(kind, error.to_string())
    }
}
