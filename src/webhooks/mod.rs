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
use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_webhooks)
        .service(api::create_webhook)
        .service(api::read_webhook)
        .service(api::update_webhook)
        .service(api::delete_webhook)
        .service(api::rotate_webhook_secret)
        .service(deliveries::test_webhook)
        .service(deliveries::list_deliveries)
        .service(deliveries::redeliver)
        .service(deliveries::redeliver_since);
}
