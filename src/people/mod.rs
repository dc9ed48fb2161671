//! People: the directory of a tenant, which HR systems import, and the caller's own data.

mod api;
pub mod directory;
mod error;
pub mod identities;
mod import;
mod kept;
mod outcome;
mod quotes;
mod reconcile;
mod relation_rules;
mod relations;
mod rows;
pub mod rules;
pub mod single;
pub mod store;
mod unlink;
mod write;

use crate::http::Mount;

pub use self::{
    api::Person,
    error::PeopleError,
    import::{ImportPeople, import},
    outcome::{ImportResult, ImportStatus},
    write::DirectoryChanges,
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::read_me)
        .service(api::list_people)
        .service(directory::search_directory)
        .service(api::read_person)
        .service(relations::read_relations)
        .service(relations::set_relations)
        .service(unlink::unlink_identity);
}
