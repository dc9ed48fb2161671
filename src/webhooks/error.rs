//! Why an operation on a webhook is refused.

use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum WebhookError {
    #[error("there is no such webhook")]
    NotFound,
    #[error("there is no such delivery of this webhook")]
    NoDelivery,
    #[error("the tenant has the maximum of {0} webhooks; delete one first")]
    TooMany(i64),
    #[error("the webhook is disabled; enable it first")]
    Disabled,
    #[error("the webhook breaks a rule")]
    Invalid(Vec<FieldError>),
}

impl From<WebhookError> for Problem {
    fn from(error: WebhookError) -> Self {
        let kind = match error {
            WebhookError::NotFound | WebhookError::NoDelivery => ProblemKind::NotFound,
            WebhookError::TooMany(_) | WebhookError::Disabled => ProblemKind::Conflict,
            WebhookError::Invalid(faults) => return Self::invalid_body(faults),
        };
        Self::new(kind, error.to_string())
    }
}
