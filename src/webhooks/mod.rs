//! Webhooks: events sent to whoever has asked for them, signed as Standard Webhooks has it, at least once.
//!
//! A webhook reads the change feed like anybody else and keeps where it stands. What it reads becomes deliveries,
//! which the [`Worker`] sends and retries.

mod address;
mod api;
mod deliveries;
mod error;
mod rules;
mod send;
mod sign;
pub mod store;
mod worker;

pub use self::{address::is_public, error::WebhookError, sign::signature, worker::Worker};
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
