//! The brief: the page or two about a plan that a person takes to the talk, as Markdown or as HTML to print. It shows
//! what its reader may read of the plan.

mod api;
mod content;
mod markdown;
mod pages;
mod responses;
mod source;
mod store;
mod texts;

use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: read_brief;
    );
}
