//! The statements of this slice as `scripts/bench` measures them beside those of a server without rules.

use chrono::DateTime;
use uuid::Uuid;

use super::store::{PlanFilter, PlanKey, Reader, list_statement, select_one};
use crate::{
    db::Order,
    ids::{PersonId, PlanId},
};

/// The SQL by which a service reads a plan. `$2` is the nil UUID, `$3` the time, `$4` the plan.
pub fn sample_read() -> String {
    select_one(true)
}

/// The SQL of a service's page of 20 plans that follows the plan `$4`. `$2` is the nil UUID, `$3` the time.
pub fn sample_page() -> String {
    let reader = Reader { is_service: true, reads_all: true, person: None, now: DateTime::UNIX_EPOCH };
    sample(reader, Some((None, PlanId(Uuid::nil()))))
}

/// The SQL of the first 20 plans that a manager sees. `$2` is the manager, `$3` the time.
pub fn sample_managed() -> String {
    let person = Some(PersonId(Uuid::nil()));
    sample(Reader { is_service: false, reads_all: false, person, now: DateTime::UNIX_EPOCH }, None)
}

fn sample(reader: Reader, after: Option<PlanKey>) -> String {
    let order = Order { by_update: false, descending: false };
    list_statement(reader, &PlanFilter::default(), order, after, 20).sql
}
