//! The reasons for which a request about a template is rejected.

use crate::http::{Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum TemplateError {
    #[error("there is no such template, or you may not see it")]
    NotFound,
    #[error("there are at most {0} templates for everyone; delete one first")]
    TooManyForEveryone(i64),
    #[error("a manager has at most {0} templates; delete one first")]
    TooManyForReports(i64),
}

impl From<TemplateError> for Problem {
    fn from(error: TemplateError) -> Self {
        let kind = match error {
            TemplateError::NotFound => ProblemKind::NotFound,
            TemplateError::TooManyForEveryone(_) | TemplateError::TooManyForReports(_) => {
                ProblemKind::Conflict
            }
        };
        Self::new(kind, error.to_string())
    }
}
