//! Executes requests: the middleware around all of them, and what changes, lists and imports have in common.

mod change;
pub mod import;
mod kept;
mod list;
mod middleware;
mod names;
pub mod rows;
mod watch;

pub use self::{
    change::{Locking, delete_expired_answers, forget_kept_answers},
    kept::{Details, Kept, KeptReply},
    list::{export, list, stream_whole},
    middleware::{not_migrated, wire},
    names::{Names, named},
};
