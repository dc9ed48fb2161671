//! Proposals: development actions that the manager and reviewers propose to a plan's owner. Only the owner's word makes
//! one an action item.

mod access;
mod api;
mod error;
mod kept;
pub mod rules;
mod steps;
mod store;

use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_proposals)
        .service(api::create_proposal)
        .service(api::read_proposal)
        .service(steps::accept_proposal)
        .service(steps::decline_proposal)
        .service(steps::withdraw_proposal);
}
