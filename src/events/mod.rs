//! The change feed: events in an order that never changes, and the documentation of their types.

mod api;
pub mod document;
mod position;
pub mod store;

pub use self::{api::CloudEvent, position::installation_horizon};
use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_events;
    );
}
