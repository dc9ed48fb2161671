//! Cycles: campaigns of HR with four dates, by which the people of some departments, or those on a list, prepare a
//! plan, share it, get a response and talk. [`coverage`] says how far the departments are, and [`references`] which
//! skills and roles their plans name; [`groups`] and [`roster`] keep the numbers from saying anything about a person.

mod api;
mod counting;
mod coverage;
mod error;
mod groups;
mod kept;
mod members;
mod participants;
mod reference_counting;
mod reference_store;
mod references;
mod roster;
pub mod rules;
pub mod store;

use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_cycles, create_cycle, read_cycle, update_cycle, delete_cycle;
        participants: list_participants, add_participants;
        coverage: read_coverage;
        references: list_references;
    );
}
