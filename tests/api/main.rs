//! The API, from outside: a real server on a real database. The files mirror the URLs.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod support;

mod action_items;
mod action_templates;
mod audit;
mod authentication;
mod backup;
mod board;
mod brief;
mod calendars;
mod comments;
mod concurrency;
mod conventions;
mod cycles;
mod demo;
mod discussions;
mod durability;
mod engines;
mod entities;
mod events;
mod examples;
mod failures;
mod feed;
mod feedback;
mod feedback_requests;
mod handover;
mod identity;
mod issuers;
mod ledger;
mod lost_answers;
mod managing;
mod openapi;
mod operations;
mod people;
mod permissions;
mod plans;
mod privacy;
mod proposals;
mod questionnaires;
mod readme;
mod references;
mod relations;
mod reminders;
mod retention;
mod scim;
mod secrets;
mod shutdown;
mod starting;
mod teams;
mod tenants;
mod traces;
mod transactions;
mod upgrades;
mod webhooks;
