//! Proposals: development actions that the manager and reviewers propose to a plan's owner. Only the owner's word makes
//! one an action item.

mod access;
mod api;
mod error;
mod kept;
pub mod rules;
mod steps;
mod store;

use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_proposals, create_proposal, read_proposal;
        steps: accept_proposal, decline_proposal, withdraw_proposal;
    );
}
