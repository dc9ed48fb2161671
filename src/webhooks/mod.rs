//! Webhooks: events are sent to URLs at least once, signed as Standard Webhooks specifies.
//!
//! Each webhook reads the change feed and stores its position. The events that it reads become rows of `deliveries`,
//! which the [`Worker`] sends, with retries.

mod address;
mod api;
mod deliveries;
mod error;
mod kept;
mod rules;
mod secret;
mod send;
mod sign;
pub mod store;
mod worker;

pub use self::{
    address::is_public, error::WebhookError, secret::encrypt_all, sign::signature, worker::Worker,
};
use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_webhooks, create_webhook, read_webhook, update_webhook, delete_webhook,
            rotate_webhook_secret;
        deliveries: test_webhook, list_deliveries, redeliver, redeliver_since;
    );
}
