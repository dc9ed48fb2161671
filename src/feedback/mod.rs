//! Feedback: the response of a manager, mentor or peer to one revision of a plan.
//!
//! A feedback request asks a reviewer for feedback. Feedback starts as a draft that only its author can see. After it
//! is submitted, the plan's owner acknowledges it and may accept suggestions from it.

mod access;
mod api;
mod ask;
mod content;
mod error;
mod kept;
mod requests;
pub mod rules;
mod steps;
pub mod store;
mod suggestions;

use crate::http::Mount;

pub use self::{
    access::feedback_revisions,
    ask::{ask_manager, hand_over, subject},
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
        .service(steps::submit_feedback)
        .service(steps::acknowledge_feedback)
        .service(requests::list_feedback_requests)
        .service(requests::create_feedback_request)
        .service(requests::delete_feedback_request);
}
