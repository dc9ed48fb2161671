//! Comments: what people say about a shared plan, its answers and its action items. A comment never changes; its author
//! may delete it for 15 minutes.

mod access;
mod api;
mod error;
mod kept;
pub mod rules;
pub mod store;

use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config.service(api::list_comments).service(api::create_comment).service(api::delete_comment);
}
