//! Discussions: the talks of a plan's owner with a manager, with an agenda that comes from the plan, shared notes, a
//! private note of each author, and outcomes that become action items. Also their calendars (iCalendar, RFC 5545).
//!
//! Until someone writes an agenda, its lines are made from the plan whenever the discussion is read: so that of a
//! discussion which a rhythm has made has what changed since the one before was held.

mod access;
mod address;
mod agenda;
mod api;
mod calendar;
mod content;
mod error;
pub mod handover;
mod kept;
mod rhythm;
pub mod rules;
mod show;
mod steps;
pub mod store;
mod zones;

use crate::http::Mount;

pub use self::{access::subject, steps::cancel_planned, store::keep_appointments};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_discussions)
        .service(api::create_discussion)
        .service(api::read_discussion)
        .service(api::update_discussion)
        .service(api::delete_discussion)
        .service(steps::hold_discussion)
        .service(steps::cancel_discussion)
        .service(address::read_discussion_calendar)
        .service(address::read_calendar_address)
        .service(address::create_calendar_address)
        .service(address::delete_calendar_address)
        .service(address::read_calendar);
}
