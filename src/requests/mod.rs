//! Executes requests: the middleware around all of them, and what changes, lists and imports have in common.

mod change;
pub mod import;
mod list;
mod middleware;
mod names;
pub mod rows;
mod watch;

pub use self::{
    change::{Locking, delete_expired_answers},
    list::{export, list, stream_whole},
    middleware::wire,
    names::{Names, named},
};
