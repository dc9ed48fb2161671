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

use crate::http::{Operations, add_operations};

pub use self::{access::subject, steps::cancel_planned, store::keep_appointments};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_discussions, create_discussion, read_discussion, update_discussion, delete_discussion;
        steps: hold_discussion, cancel_discussion;
        address: read_discussion_calendar, read_calendar_address, create_calendar_address,
            delete_calendar_address, read_calendar;
    );
}
