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

use crate::http::Mount;

pub use self::api::mount;

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::list_scim_users)
        .service(api::create_scim_user)
        .service(api::search_scim_users)
        .service(api::search_scim_resources)
        .service(api::read_scim_user)
        .service(api::replace_scim_user)
        .service(api::patch_scim_user)
        .service(api::delete_scim_user)
        .service(bulk::change_scim_users)
        .service(discovery::read_scim_config)
        .service(discovery::list_scim_resource_types)
        .service(discovery::read_scim_resource_type)
        .service(discovery::list_scim_schemas)
        .service(discovery::read_scim_schema)
        .service(discovery::list_scim_groups);
}
