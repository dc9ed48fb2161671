//! Templates of actions: offered to people who plan what to do, never imposed. HR offers them to everyone, managers to
//! their reports.

mod api;
mod error;
mod kept;
mod rules;
mod store;

use crate::http::Mount;

pub use self::{rules::not_offered, store::is_offered};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_action_templates)
        .service(api::create_action_template)
        .service(api::read_action_template)
        .service(api::update_action_template)
        .service(api::delete_action_template);
}
