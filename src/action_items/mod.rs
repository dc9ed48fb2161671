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

use crate::http::{Operations, add_operations};

pub use self::{access::ItemAccess, api::CreateActionItem, error::ActionItemError};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        lists: list_plan_action_items, list_action_items, export_action_items;
        api: create_action_item, read_action_item, update_action_item, delete_action_item;
        progress: list_progress, record_progress;
        import: import_progress;
    );
}
