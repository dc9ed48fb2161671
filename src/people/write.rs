//! Writes changes of people, with their events and their effects on other people: those of an import, or a single one.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use sea_orm::DbErr;

use super::{directory, reconcile, rules::PersonChange, store};
use crate::{
    entity::person,
    ids::PersonId,
    record::{Change, Event},
    requests::import::BATCH,
};

/// Changes of the directory that affect other slices.
#[derive(Debug)]
pub struct DirectoryChanges {
    /// People whose time zone has changed, with the new zone.
    pub moved: Vec<(PersonId, Tz)>,
    /// People whose manager has changed.
    pub managed: Vec<PersonId>,
    /// People who have become active or inactive.
    pub gone_or_back: Vec<PersonId>,
}

/// Writes the changes, their events and their effects on other people. Returns what affects other slices.
pub async fn write(txn: &mut Change, changes: Vec<PersonChange>) -> Result<DirectoryChanges, DbErr> {
    let moved = changes.iter().filter_map(|change| Some((change.after.id, change.moved_to()?))).collect();
    let differing = |differs: fn(&person::Model, &person::Model) -> bool| -> Vec<PersonId> {
        let of = |change: &PersonChange| {
            let before = change.before.as_ref()?;
            differs(before, &change.after).then_some(change.after.id)
        };
        changes.iter().filter_map(of).collect()
    };
    let mut managed = differing(|before, after| before.manager_id != after.manager_id);
    let gone_or_back = differing(|before, after| before.active != after.active);
    let events: Vec<Event> = changes.iter().flat_map(PersonChange::events).collect();
    let arrived = changes.iter().filter(|change| change.has_new_external_id());
    let arrived: HashMap<String, PersonId> =
        arrived.map(|change| (change.after.external_id.clone(), change.after.id)).collect();
    let taken: HashSet<&str> = changes.iter().filter_map(|change| change.after.held_name()).collect();
    let freed = changes.iter().filter(|change| change.given_up().is_some_and(|name| taken.contains(name)));
    let freed: Vec<PersonId> = freed.map(|change| change.after.id).collect();
    store::free_user_names(txn, &freed).await?;
    let renamed =
        changes.iter().filter(|change| directory::is_renamed(change.before.as_ref(), &change.after));
    let renamed: Vec<(PersonId, String)> =
        renamed.map(|change| (change.after.id, change.after.display_name.clone())).collect();
    // New people first, since others may get them as managers.
    let (new, changed): (Vec<_>, Vec<_>) = changes.into_iter().partition(PersonChange::is_new);
    let rows: Vec<_> = managers_first(new)
        .into_iter()
        .chain(changed)
        .map(|PersonChange { before, after }| match before {
            Some(before) => txn.revised(&before, after),
            None => txn.created(after),
        })
        .collect();
    txn.save_all(rows, events).await?;
    directory::index_names(txn, &renamed).await?;
    managed.extend(resolve_managers(txn, &arrived).await?);
    Ok(DirectoryChanges { moved, managed, gone_or_back })
}

/// People who wait for a manager are read in parts of this size.
const WAITING_PER_READ: u32 = 1_000;

/// Sets the manager of all people who wait for one of those who have arrived, given by `external_id`. Returns these
/// people.
///
/// Those who wait for a few are looked up by the index of awaited managers, so that adding people one by one does not
/// read all who wait each time; they wait no longer when they are looked up again. An import of many reads them all.
async fn resolve_managers(
    txn: &mut Change,
    arrived: &HashMap<String, PersonId>,
) -> Result<Vec<PersonId>, DbErr> {
    let mut resolved = Vec::new();
    let mut last = None;
    while !arrived.is_empty() {
        let waiting = if arrived.len() <= BATCH {
            let arrived: Vec<&str> = arrived.keys().map(String::as_str).collect();
            store::list_waiting_for(txn, &arrived, WAITING_PER_READ).await?
        } else {
            store::list_waiting(txn, last, WAITING_PER_READ).await?
        };
        let Some(end) = waiting.last() else { break };
        last = Some(end.id);
        let (mut rows, mut events) = (Vec::new(), Vec::new());
        for before in waiting {
            let manager = before.manager_external_id.as_ref().and_then(|manager| arrived.get(manager));
            if let Some(manager_id) = manager.copied() {
                resolved.push(before.id);
                events.push(Event::PersonManagerChanged(before.id));
                let after = person::Model { manager_id: Some(manager_id), ..before.clone() };
                rows.push(txn.revised(&before, after));
            }
        }
        txn.save_all(rows, events).await?;
    }
    Ok(resolved)
}

/// New people, each after their manager: a statement that writes some of them refers to rows that exist.
fn managers_first(new: Vec<PersonChange>) -> Vec<PersonChange> {
    let positions: HashMap<PersonId, usize> =
        new.iter().enumerate().map(|(position, change)| (change.after.id, position)).collect();
    let managers = new.iter().map(|change| positions.get(&change.after.manager_id?).copied());
    let order = reconcile::managers_first(&managers.collect::<Vec<_>>());
    let mut new: Vec<Option<PersonChange>> = new.into_iter().map(Some).collect();
    order.into_iter().filter_map(|position| new.get_mut(position)?.take()).collect()
}
