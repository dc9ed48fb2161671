//! The numbers of a day by reference: how many people of each roster name a skill or role of a taxonomy. They are
//! counted with those of the drafts, and stored.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::DbErr;

use super::{
    groups::AT_LEAST,
    reference_store::{self, NamingRow},
    roster::{self, Number, Roster, Shared},
    store::StateRow,
};
use crate::{
    db::{Read, json_error},
    entity::{cycle_reference_count, cycle_roster},
    ids::{CycleId, PersonId},
    record::Change,
};

/// A question and a URI.
type Key = (String, String);

/// Counts a cycle for a day. `withheld` tells whether no number may be given on this day.
pub(super) async fn count(
    txn: &mut Change,
    cycle_id: CycleId,
    states: &[StateRow],
    withheld: bool,
) -> Result<(), DbErr> {
    let mut now = BTreeMap::new();
    for row in reference_store::list_sharers(txn, cycle_id).await? {
        // Of several plans, the latest.
        now.insert(row.owner_id, Shared { plan: row.plan_id, revision: row.latest_revision });
    }
    let rosters = updated_rosters(txn, cycle_id, &now, states, withheld).await?;
    let readable = reference_store::list_readable(txn, cycle_id).await?;
    let namings = by_revision(reference_store::list_namings(txn, cycle_id, AT_LEAST).await?);
    let stored: BTreeMap<(String, Key), cycle_reference_count::Model> =
        reference_store::list_reference_counts(txn, cycle_id)
            .await?
            .into_iter()
            .map(|row| ((row.department.clone(), (row.question.clone(), row.uri.clone())), row))
            .collect();
    let (tenant_id, mut rows) = (txn.tenant(), stored.clone());
    // What someone named who is erased, or whose plan is in another cycle now, cannot be read any more. Counting
    // without it would tell it, so the numbers wait until the person has left the roster with others.
    let is_readable = |roster: &Roster| roster.counted().all(|(_, shared)| readable.contains(&shared.plan));
    for (department, roster) in rosters.iter().filter(|(_, roster)| is_readable(roster)) {
        let mut named = named(roster, &namings);
        // Also what no one names any more.
        for (_, key) in stored.keys().filter(|(of_department, _)| of_department == department) {
            named.entry(key.clone()).or_default();
        }
        for (key, names) in named {
            let at = (department.clone(), key);
            let was =
                rows.get(&at).map(|row| Number { counted: row.counted, actual: row.actual, lot: row.lot });
            let people = names.keys().copied().collect();
            let Some(Number { counted, actual, lot }) = roster.count(was, &people) else { continue };
            let (department, (question, uri)) = at.clone();
            let row = rows.entry(at).or_insert_with(|| cycle_reference_count::Model {
                tenant_id,
                cycle_id,
                question,
                uri,
                department,
                name: roster::common_name(names.into_values()).map(ToOwned::to_owned),
                named: None,
                counted,
                actual,
                lot,
            });
            (row.counted, row.actual, row.lot) = (counted, actual, lot);
        }
    }
    let mut changed = Vec::new();
    for (at, mut row) in rows {
        let may_tell = |roster: &Roster| roster.is_present(&now) && roster.may_tell(row.counted);
        let is_told = !withheld && rosters.get(&row.department).is_some_and(may_tell);
        row.named = is_told.then_some(row.counted);
        changed.extend((stored.get(&at) != Some(&row)).then_some(row));
    }
    txn.upsert_all(changed).await
}

/// The rosters of a cycle for a day, stored if they have changed. On a day without numbers they stay.
async fn updated_rosters(
    txn: &mut Change,
    cycle_id: CycleId,
    now: &BTreeMap<PersonId, Shared>,
    states: &[StateRow],
    withheld: bool,
) -> Result<BTreeMap<String, Roster>, DbErr> {
    let mut rosters: BTreeMap<String, Roster> = BTreeMap::new();
    for row in reference_store::list_rosters(txn, cycle_id).await? {
        rosters.insert(row.department, serde_json::from_str(&row.roster).map_err(json_error)?);
    }
    if withheld {
        return Ok(rosters);
    }
    let known: BTreeSet<PersonId> = rosters.values().flat_map(Roster::known).collect();
    let mut participants: BTreeMap<&str, usize> = BTreeMap::new();
    for row in states {
        *participants.entry(&row.department).or_default() += 1;
    }
    let mut new: BTreeMap<&str, BTreeSet<PersonId>> = BTreeMap::new();
    for row in states.iter().filter(|row| now.contains_key(&row.id) && !known.contains(&row.id)) {
        let of_department = participants.get(row.department.as_str()).copied().unwrap_or_default();
        new.entry(roster::roster_of(&row.department, of_department)).or_default().insert(row.id);
    }
    for department in new.keys() {
        rosters.entry((*department).to_owned()).or_default();
    }
    let (tenant_id, mut changed) = (txn.tenant(), Vec::new());
    for (department, roster) in &mut rosters {
        let before = roster.clone();
        roster.update(now, new.get(department.as_str()).unwrap_or(&BTreeSet::new()));
        if *roster != before {
            let roster = serde_json::to_string(&roster).map_err(json_error)?;
            changed.push(cycle_roster::Model { tenant_id, cycle_id, department: department.clone(), roster });
        }
    }
    txn.upsert_all(changed).await?;
    Ok(rosters)
}

fn by_revision(rows: Vec<NamingRow>) -> BTreeMap<Shared, Vec<NamingRow>> {
    let mut namings: BTreeMap<Shared, Vec<NamingRow>> = BTreeMap::new();
    for row in rows {
        namings.entry(Shared { plan: row.plan_id, revision: row.revision }).or_default().push(row);
    }
    namings
}

/// What the people of a roster name: who does, each with a name that they give to it.
fn named<'a>(
    roster: &Roster,
    namings: &'a BTreeMap<Shared, Vec<NamingRow>>,
) -> BTreeMap<Key, BTreeMap<PersonId, &'a str>> {
    let mut named: BTreeMap<Key, BTreeMap<PersonId, &str>> = BTreeMap::new();
    for (person, shared) in roster.counted() {
        // A person may name one reference in several answers to a question.
        for row in namings.get(&shared).into_iter().flatten() {
            let key = (row.question.clone(), row.uri.clone());
            named.entry(key).or_default().insert(person, &row.name);
        }
    }
    named
}
