//! Who may read the progress of a team.

use chrono_tz::Tz;

use super::{query::TeamScope, store, team::Team};
use crate::{
    auth::{
        Identity,
        permissions::{Right, Role},
        relations,
    },
    http::Problem,
    ids::PersonId,
    state::State,
};

/// The team of a manager, and the manager's time zone. Fails with 404 unless the caller may read its progress.
///
/// The team has the people whose acting manager this person is for the person, HR admins and services: they are not
/// those of managers above, nor of delegates.
pub async fn admit(
    state: &State,
    caller: &Identity,
    manager: PersonId,
    scope: TeamScope,
) -> Result<(Team, Tz), Problem> {
    let team = |with_acting| Team {
        manager,
        scope,
        with_acting,
        caller: caller.id_or_nil(),
        reads_all: caller.reads_all(),
        now: state.clock.now(),
    };
    if caller.is(manager) {
        return Ok((team(true), caller.zone));
    }
    let db = state.db.reader(caller.tenant);
    let position = store::find_position(&db, manager, caller).await?;
    let is_senior = position.as_ref().is_some_and(|found| found.below > 0);
    let zone = position.and_then(|found| found.time_zone).ok_or_else(|| Problem::not_found("team"))?;
    let mut roles = caller.roles().with(Role::SeniorManager, is_senior);
    if !roles.may(Right::ReadTeamProgress) {
        roles = roles.with(Role::Delegate, relations::is_delegate(&db, caller, manager).await?);
    }
    if !roles.may(Right::ReadTeamProgress) {
        return Err(Problem::not_found("team"));
    }
    Ok((team(caller.reads_all()), zone.parse().unwrap_or(Tz::UTC)))
}
