//! The API, from outside: a real server on a real database. The files mirror the URLs.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod support;

mod conventions;
mod durability;
mod feedback;
mod feedback_requests;
mod people;
mod plans;
mod readme;
mod shutdown;
mod teams;
