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

use crate::http::{Operations, add_operations};

pub use self::{
    access::feedback_revisions,
    ask::{ask_manager, hand_over, subject},
    content::{
        Assessment, Commitment, Content, ObjectiveVerdicts, Observation, Stance, Support, SupportDecision,
        Verdict,
    },
    error::FeedbackError,
};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_feedback, create_feedback, read_feedback, update_feedback, delete_feedback;
        steps: submit_feedback, acknowledge_feedback;
        requests: list_feedback_requests, create_feedback_request, delete_feedback_request;
    );
}
