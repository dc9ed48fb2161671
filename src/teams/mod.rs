//! Teams: the progress of the plans of a manager's direct reports.

mod api;
mod rules;
mod store;

use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config.service(api::read_team_progress);
}
