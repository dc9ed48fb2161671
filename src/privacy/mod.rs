//! The rights of people to their data (GDPR, articles 15 to 20): export, erasure and legal hold.
//!
//! [`columns`] says of every column of the schema what it holds; export and erasure follow from it.

mod api;
pub mod columns;
pub mod erase;
mod error;
mod export;
mod hold;
mod kept;
pub mod ledger;
mod page;
mod records;
pub mod retention;
pub mod tenant;

use crate::http::{Operations, add_operations};

pub use self::{
    error::PrivacyError,
    export::{PersonExport, Reader, export, export_for_operator},
};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: export_person, erase_person;
        hold: read_legal_hold, place_legal_hold, release_legal_hold;
    );
}
