//! Groundwork: the service behind an honest career conversation.
//!
//! `ARCHITECTURE.md` maps these modules and follows one request through them.

#![cfg_attr(
    test,
    expect(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may fail by panicking"
    )
)]

pub mod action_items;
pub mod action_templates;
pub mod app;
pub mod audit;
pub mod auth;
pub mod board;
pub mod brief;
pub mod client;
pub mod clock;
pub mod comments;
pub mod config;
pub mod conversation;
pub mod cycles;
pub mod db;
pub mod discussions;
pub mod entity;
pub mod events;
pub mod feedback;
pub mod health;
pub mod http;
pub mod ids;
pub mod installation;
pub mod names;
pub mod operations;
pub mod people;
pub mod plans;
pub mod privacy;
pub mod proposals;
pub mod questionnaires;
pub mod reads;
pub mod record;
pub mod reminders;
pub mod requests;
pub mod scim;
pub mod secrets;
pub mod set_aside;
pub mod state;
pub mod teams;
pub mod telemetry;
pub mod webhooks;
