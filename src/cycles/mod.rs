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

use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_cycles)
        .service(api::create_cycle)
        .service(api::read_cycle)
        .service(api::update_cycle)
        .service(api::delete_cycle)
        .service(participants::list_participants)
        .service(participants::add_participants)
        .service(coverage::read_coverage)
        .service(references::list_references);
}
