//! Plans: what an employee prepares, shares, agrees on and completes.
//!
//! A plan's row holds its owner's working copy. Sharing freezes that as a revision, which is what
//! everybody else reads.

mod answers;
pub mod api;
mod changes;
mod error;
mod lifecycle;
mod questionnaire;
mod revisions;
pub mod rules;
pub mod store;

use crate::http::Mount;

pub use self::{
    answers::{
        Answer, Answers, GiveAnswer, GiveAnswers, Horizon, LongTermObjective, ObjectiveKind,
        ShortTermObjective,
    },
    error::PlanError,
    questionnaire::Section,
    rules::Finding,
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::read_questionnaire)
        .service(api::list_plans)
        .service(api::create_plan)
        .service(api::read_plan)
        .service(api::update_plan)
        .service(api::delete_plan)
        .service(lifecycle::read_readiness)
        .service(lifecycle::share_plan)
        .service(lifecycle::withdraw_plan)
        .service(lifecycle::agree_plan)
        .service(lifecycle::complete_plan)
        .service(lifecycle::archive_plan)
        .service(revisions::list_revisions)
        .service(revisions::read_revision)
        .service(revisions::read_revision_changes);
}
