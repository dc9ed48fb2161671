//! People: the directory of a tenant, which HR systems import, and the caller's own data.

mod api;
mod error;
pub mod identities;
mod import;
mod kept;
mod rows;
pub mod rules;
pub mod store;
mod unlink;

use crate::http::Mount;

pub use self::{
    api::{Person, PersonSummary},
    error::PeopleError,
    import::{DirectoryChanges, ImportResult, import},
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::read_me)
        .service(api::list_people)
        .service(api::read_person)
        .service(unlink::unlink_identity);
}
