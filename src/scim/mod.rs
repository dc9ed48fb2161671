//! SCIM 2.0 (RFC 7643 and 7644): identity providers keep the directory up to date, one person at a time.
//!
//! A request becomes a [`draft`] of the user, which [`write`] checks and writes under the rules of the import. Filters
//! are parsed by [`filter`] and turned into SQL by [`condition`].

mod api;
mod attribute;
mod bulk;
mod bulk_order;
mod condition;
mod discovery;
mod draft;
mod filter;
mod list;
mod resource;
mod store;
mod values;
mod write;

use crate::http::{Operations, add_operations};

pub use self::api::mount;

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_scim_users, create_scim_user, search_scim_users, search_scim_resources, read_scim_user,
            replace_scim_user, patch_scim_user, delete_scim_user;
        bulk: change_scim_users;
        discovery: read_scim_config, list_scim_resource_types, read_scim_resource_type, list_scim_schemas,
            read_scim_schema, list_scim_groups;
    );
}
