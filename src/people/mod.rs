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

use crate::http::{Operations, add_operations};

pub use self::{
    api::Person,
    error::PeopleError,
    import::{ImportPeople, import},
    outcome::{ImportResult, ImportStatus},
    write::DirectoryChanges,
};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: read_me, list_people, read_person;
        directory: search_directory;
        relations: read_relations, set_relations;
        unlink: unlink_identity;
    );
}
