//! Feedback: what a manager, mentor or peer says to one revision of a plan.
//!
//! Who is asked is a feedback request. The answer is a draft that only its author sees, until it is
//! submitted; the plan's owner acknowledges it, and takes over what is worth it.

pub mod api;
mod content;
mod error;
pub mod requests;
pub mod rules;
pub mod store;
mod suggestions;

use crate::http::Mount;

pub use self::{
    content::{
        Assessment, Commitment, Content, ObjectiveVerdicts, Observation, Stance, Support, SupportDecision,
        Verdict,
    },
    error::FeedbackError,
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_feedback)
        .service(api::create_feedback)
        .service(api::read_feedback)
        .service(api::update_feedback)
        .service(api::delete_feedback)
        .service(api::submit_feedback)
        .service(api::acknowledge_feedback)
        .service(requests::list_feedback_requests)
        .service(requests::create_feedback_request)
        .service(requests::delete_feedback_request);
}
