//! The statements of this slice as `scripts/bench` measures them beside bare SQL.

use chrono::{DateTime, NaiveDate};
use sea_orm::DbBackend;
use uuid::Uuid;

use super::{
    periods::Period,
    query::{ListTeam, TeamScope},
    statement,
    team::Team,
};
use crate::ids::PersonId;

fn team(scope: TeamScope) -> Team {
    let (manager, now) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
    Team { manager, scope, with_acting: true, caller: manager, reads_all: false, now }
}

/// The SQL of the first page of a manager's own team. `$2` is the manager, `$3` the time, `$4` the manager again.
pub fn sample_page(backend: DbBackend, is_subtree: bool) -> String {
    let scope = if is_subtree { TeamScope::Subtree } else { TeamScope::Reports };
    statement::list(backend, &team(scope), &ListTeam::default(), None, 25).sql
}

/// The SQL of a history of twelve periods. `$2` is the manager, `$3` the time, those after it the ends of the periods.
pub fn sample_history(backend: DbBackend) -> String {
    let (first, ends_at) = (NaiveDate::default(), DateTime::UNIX_EPOCH);
    let periods = [Period { first, last: first, ends_at }; 12];
    statement::history(backend, &team(TeamScope::Reports), None, &periods).sql
}
