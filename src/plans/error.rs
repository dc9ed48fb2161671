//! The reasons for which a request about a plan is rejected.

use super::finding::Finding;
use crate::http::{FieldError, Problem, ProblemKind};

#[derive(Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    #[error("there is no such plan, or you may not see it")]
    NotFound,
    #[error("there is no such revision, or you may not see it")]
    NoRevision,
    #[error("the plan is not ready to be shared; fix every finding of severity `blocker`")]
    NotReady(Vec<Finding>),
    #[error("the plan is a draft; share it first")]
    NotShared,
    #[error("the plan is agreed; only a plan with status `shared` can be withdrawn")]
    Agreed,
    #[error("the plan is not agreed; owner and manager must both agree before it can be completed")]
    NotAgreed,
    #[error("the plan is not agreed; only one that is agreed, completed or archived can be renewed")]
    NotRenewable,
    #[error("the plan is archived and cannot be changed")]
    Archived,
    #[error("the plan is completed")]
    Completed,
    #[error("the plan has been shared and cannot be deleted; archive it instead")]
    WasShared,
    #[error("the latest revision is {latest}; read it and respond to that one")]
    NotLatestRevision { latest: i32 },
    #[error("your side has already agreed to this revision")]
    AlreadyAgreed,
    #[error("a plan has at most {0} action items")]
    TooManyActionItems(usize),
    #[error("the plan is not valid; see the errors")]
    Invalid(Vec<FieldError>),
}

impl From<PlanError> for Problem {
    fn from(error: PlanError) -> Self {
        let kind = match &error {
            PlanError::NotFound | PlanError::NoRevision => ProblemKind::NotFound,
            PlanError::NotReady(_) => ProblemKind::PlanNotReady,
            PlanError::NotShared => ProblemKind::PlanNotShared,
            PlanError::Agreed | PlanError::TooManyActionItems(_) => ProblemKind::Conflict,
            PlanError::NotAgreed | PlanError::NotRenewable => ProblemKind::PlanNotAgreed,
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
