//! Feedback: what a manager, mentor or peer says to one revision of a plan.

pub mod requests;
