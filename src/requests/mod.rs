//! Carrying a request out: the middleware around it, changes, lists and imports.

mod change;
pub mod import;
mod list;
mod middleware;
mod watch;

pub use self::{
    change::{Locking, delete_expired_answers},
    list::list,
    middleware::wire,
};
