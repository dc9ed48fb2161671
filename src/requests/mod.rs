//! Executes requests: the middleware around all of them, and what changes, lists and imports have in common.

mod change;
pub mod import;
mod list;
mod middleware;
mod watch;

pub use self::{
    change::{Locking, delete_expired_answers},
    list::list,
    middleware::{not_migrated, wire},
};
