//! Teams: the progress of the plans of the people below a manager, now and over time.

mod access;
mod api;
mod history;
mod item;
mod periods;
mod query;
mod rules;
mod sample;
mod spreadsheet;
mod statement;
mod store;
mod team;

pub use self::sample::{sample_history, sample_page};
use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: read_team_progress;
        history: read_team_history;
    );
}
