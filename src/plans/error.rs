//! Why we refuse to do something with a plan.

use super::readiness::Finding;
use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    #[error("there is no such plan, or none that you may know of")]
    NotFound,
    #[error("there is no such revision, or none that you may read")]
    NoRevision,
    #[error("the plan is not ready to be shared; see findings")]
    NotReady(Vec<Finding>),
    #[error("the plan is its owner's alone; share it first")]
    NotShared,
    #[error("the plan is agreed to; only a plan that still awaits agreement can be withdrawn")]
    Agreed,
    #[error("only a plan that owner and manager have agreed to can be completed")]
    NotAgreed,
    #[error("the plan is archived, and is kept as it is")]
    Archived,
    #[error("the plan is completed")]
    Completed,
    #[error("the plan has been shared, so it is archived rather than deleted")]
    WasShared,
    #[error("the latest revision is {latest}; read it, and agree to that")]
    NotLatestRevision { latest: i32 },
    #[error("you have agreed to this revision already")]
    AlreadyAgreed,
    #[error("a plan has at most {0} action items")]
    TooManyActionItems(usize),
    #[error("the plan breaks a rule")]
    Invalid(Vec<FieldError>),
}

impl From<PlanError> for Problem {
    fn from(error: PlanError) -> Self {
        let kind = match &error {
            PlanError::NotFound | PlanError::NoRevision => ProblemKind::NotFound,
            PlanError::NotReady(_) => ProblemKind::PlanNotReady,
            PlanError::NotShared => ProblemKind::PlanNotShared,
            PlanError::Agreed | PlanError::TooManyActionItems(_) => ProblemKind::Conflict,
            PlanError::NotAgreed => ProblemKind::PlanNotAgreed,
            PlanError::Archived => ProblemKind::PlanArchived,
            PlanError::Completed => ProblemKind::PlanCompleted,
            PlanError::WasShared => ProblemKind::PlanWasShared,
            PlanError::NotLatestRevision { .. } => ProblemKind::NotLatestRevision,
            PlanError::AlreadyAgreed => ProblemKind::AlreadyAgreed,
            PlanError::Invalid(_) => ProblemKind::InvalidBody,
        };
        let problem = Problem::new(kind, error.to_string());
        match error {
            PlanError::Invalid(faults) => Problem::invalid_body(faults),
            PlanError::NotReady(findings) => match serde_json::to_value(findings) {
                Ok(findings) => problem.with_findings(findings),
                Err(error) => Problem::internal(error),
            },
            _ => problem,
        }
    }
}
