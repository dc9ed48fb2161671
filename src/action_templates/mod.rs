//! Templates of actions: offered to people who plan what to do, never imposed. HR offers them to everyone, managers to
//! their reports.

mod api;
mod error;
mod kept;
mod rules;
mod store;

use crate::http::{Operations, add_operations};

pub use self::{rules::not_offered, store::is_offered};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_action_templates, create_action_template, read_action_template, update_action_template,
            delete_action_template;
    );
}
