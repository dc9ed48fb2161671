//! Comments: what people say about a shared plan, its answers and its action items. A comment never changes; its author
//! may delete it for 15 minutes.

mod access;
mod api;
mod error;
mod kept;
pub mod rules;
pub mod store;

use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_comments, create_comment, delete_comment;
    );
}
