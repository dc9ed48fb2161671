//! The numbers of a day: how many people of each department have a draft without blockers, and, in
//! [`reference_counting`], who names which skills and roles. They are counted by the first request of a day (UTC) that
//! asks for one of them, for all departments at once, and stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use sea_orm::DbErr;

use super::{
    groups::{self, Department, Group},
    reference_counting, store,
};
use crate::{
    auth::Actor,
    clock,
    db::{Read, json_error},
    entity::{cycle, cycle_count},
    ids::{CycleId, PersonId, TenantId},
    record::Change,
    state::Core,
};

/// Counts a cycle, unless it is counted for today.
pub async fn count_today(core: &Core, cycle: &cycle::Model) -> Result<(), DbErr> {
    let today = clock::today(core.clock.now(), Tz::UTC);
    if is_counted(cycle, today) {
        return Ok(());
    }
    let mut txn = core.begin(cycle.tenant_id, Actor::default()).await?;
    // Another request may have counted it meanwhile, or deleted it.
    let locked = txn.row_for_update::<cycle::Entity>(cycle.id).await?;
    let Some(cycle) = locked.filter(|cycle| !is_counted(cycle, today)) else { return Ok(()) };
    count(&mut txn, cycle.id).await?;
    let after = cycle::Model { counted_on: Some(today), ..cycle.clone() };
    txn.touch(cycle, after)?;
    txn.commit().await
}

fn is_counted(cycle: &cycle::Model, today: NaiveDate) -> bool {
    cycle.counted_on.is_some_and(|day| day >= today)
}

async fn count(txn: &mut Change, cycle: CycleId) -> Result<(), DbErr> {
    let members = store::list_members(txn, [cycle]).await?.remove(&cycle).unwrap_or_default();
    let by_list = !members.people.is_empty();
    let withheld = by_list && store::count_alike(txn, cycle, groups::AT_LEAST).await? > 0;
    let states = store::list_states(txn, cycle).await?;
    reference_counting::count(txn, cycle, &states, withheld).await?;
    let mut departments = departments(states);
    let mut before: BTreeMap<String, (cycle_count::Model, Vec<Group>)> = BTreeMap::new();
    for row in store::list_counts(txn, cycle).await? {
        departments.entry(row.department.clone()).or_default();
        before.insert(row.department.clone(), (row.clone(), parsed(&row.groups)?));
    }
    let of_groups = before.values().flat_map(|(_, groups)| groups);
    let known: BTreeSet<PersonId> = of_groups.flat_map(|group| group.members.iter().copied()).collect();
    let (tenant, mut changed) = (txn.tenant(), Vec::new());
    for (name, now) in departments {
        let (row, groups) =
            before.remove(&name).map_or((None, Vec::new()), |(row, groups)| (Some(row), groups));
        let (groups, prepared) = if withheld { (groups, None) } else { groups::count(groups, &now, &known) };
        let after = stored(tenant, cycle, name, groups, prepared)?;
        changed.extend((row.as_ref() != Some(&after)).then_some(after));
    }
    txn.upsert_all(changed).await
}

/// The participants by department.
fn departments(states: Vec<store::StateRow>) -> BTreeMap<String, Department> {
    let mut departments: BTreeMap<String, Department> = BTreeMap::new();
    for row in states {
        let department = departments.entry(row.department).or_default();
        department.people += 1;
        if row.draft > 0 {
            department.drafts.insert(row.id, row.ready > 0);
        }
        if row.shared > 0 {
            department.shared.insert(row.id);
        }
    }
    departments
}

fn stored(
    tenant_id: TenantId,
    cycle_id: CycleId,
    department: String,
    groups: Vec<Group>,
    prepared: Option<usize>,
) -> Result<cycle_count::Model, DbErr> {
    let groups = serde_json::to_string(&groups).map_err(json_error)?;
    let prepared = prepared.and_then(|prepared| i32::try_from(prepared).ok());
    Ok(cycle_count::Model { tenant_id, cycle_id, department, prepared, groups })
}

fn parsed(groups: &str) -> Result<Vec<Group>, DbErr> {
    serde_json::from_str(groups).map_err(json_error)
}
