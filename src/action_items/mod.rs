//! Action items: what the owner will do, the support that others have promised, and the progress of both.

mod access;
mod api;
mod error;
mod import;
mod import_rows;
mod item;
mod kept;
mod lists;
mod progress;
pub mod rules;
pub mod store;

use crate::http::Mount;

pub use self::{access::ItemAccess, api::CreateActionItem, error::ActionItemError};

pub fn routes(config: &mut impl Mount) {
    config
        .service(lists::list_plan_action_items)
        .service(api::create_action_item)
        .service(lists::list_action_items)
        .service(lists::export_action_items)
        .service(api::read_action_item)
        .service(api::update_action_item)
        .service(api::delete_action_item)
        .service(progress::list_progress)
        .service(progress::record_progress)
        .service(import::import_progress);
}
