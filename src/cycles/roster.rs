//! Whose references are counted in a cycle, so that the numbers say nothing of any one person. Pure functions.
//!
//! HR reads each shared plan, but a client that reads cycles reads no plan: from the numbers, it must not learn who
//! named what. It may know all that [`groups`](super::groups) lists, and who has shared again on which day. The defence
//! is the same, that numbers are only ever given of sets of people which cannot be taken apart, and the sets do not
//! depend on what the people named:
//!
//! 1. **Lots of five or more.** People come onto a [`Roster`], and share again, and leave, in lots: each change waits
//!    until there are [`AT_LEAST`] of the same kind. What a person named in one revision is counted as long as that
//!    revision is on the roster, and revisions never change.
//! 2. **One roster for good.** A person stays on the roster of the department in which they were first counted. Who has
//!    left a roster is not counted again in the cycle. So two states of a roster differ in at least five people.
//! 3. **Few are not told, nor all but few.** At least [`AT_LEAST`] people name the reference, and as many do not.
//!    Otherwise the number of an earlier day stays, if there is one.
//! 4. **Never none, never all.** A number changes only if not all those who have changed since account for it.
//! 5. **One number a day**, and departments with few participants are counted together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::groups::AT_LEAST;
use crate::ids::{PersonId, PlanId};

/// How many participants a department has at least that is counted on its own: with fewer, no number could be told.
pub const ON_ITS_OWN: usize = 2 * AT_LEAST;

/// A revision that a person has shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Shared {
    pub plan: PlanId,
    pub revision: i32,
}

/// Whose references are counted together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    people: BTreeMap<PersonId, Counted>,
    /// Who is no longer counted, for good, with the lot in which they left.
    left: BTreeMap<PersonId, i32>,
    /// The number of the latest lot.
    pub lot: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Counted {
    shared: Shared,
    /// The lot in which the revision came onto the roster.
    lot: i32,
}

/// How many people of a roster name a reference, as it was last counted, and the lot up to which it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub counted: i32,
    pub lot: i32,
}

impl Roster {
    /// Everyone who is counted here or was.
    pub fn known(&self) -> impl Iterator<Item = PersonId> {
        self.people.keys().chain(self.left.keys()).copied()
    }

    /// Those who are counted, with the revision by which they are.
    pub fn counted(&self) -> impl Iterator<Item = (PersonId, Shared)> {
        self.people.iter().map(|(person, counted)| (*person, counted.shared))
    }

    /// Takes in `new` people, and what has changed for the others: `now` has what all participants share.
    pub fn update(&mut self, now: &BTreeMap<PersonId, Shared>, new: &BTreeSet<PersonId>) {
        let changed: Vec<PersonId> = self
            .counted()
            .filter(|(person, shared)| now.get(person) != Some(shared))
            .map(|(person, _)| person)
            .collect();
        for lot in [changed, new.iter().copied().collect()] {
            if lot.len() >= AT_LEAST {
                self.take(now, lot);
            }
        }
    }

    fn take(&mut self, now: &BTreeMap<PersonId, Shared>, people: Vec<PersonId>) {
        self.lot += 1;
        for person in people {
            match now.get(&person) {
                Some(shared) => {
                    self.people.insert(person, Counted { shared: *shared, lot: self.lot });
                }
                None => {
                    self.people.remove(&person);
                    self.left.insert(person, self.lot);
                }
            }
        }
    }

    /// Whether so many of those who are counted still share a plan that a number may be told.
    pub fn is_present(&self, now: &BTreeMap<PersonId, Shared>) -> bool {
        self.people.keys().filter(|person| now.contains_key(person)).count() >= AT_LEAST
    }

    /// The number of those who name a reference, of whom there are `named` now; none if it was never told and may not
    /// be.
    pub fn count(&self, before: Option<Number>, named: usize) -> Option<Number> {
        let others = self.people.len().saturating_sub(named);
        if named < AT_LEAST || others < AT_LEAST {
            return before;
        }
        let Ok(named) = i32::try_from(named) else { return before };
        let told = before.unwrap_or(Number { counted: 0, lot: 0 });
        let difference = told.counted.abs_diff(named) as usize;
        if difference == 0 || difference >= self.changed_since(told.lot) {
            return before;
        }
        Some(Number { counted: named, lot: self.lot })
    }

    /// How many people came, shared again or left after a lot.
    fn changed_since(&self, lot: i32) -> usize {
        let lots = self.people.values().map(|counted| counted.lot).chain(self.left.values().copied());
        lots.filter(|of_person| *of_person > lot).count()
    }
}

/// The roster of a department with so many participants, by name. Small ones have one together.
pub fn roster_of(department: &str, participants: usize) -> &str {
    if participants >= ON_ITS_OWN { department } else { "" }
}

/// The name that most people give to a reference; none if it is not that of at least [`AT_LEAST`].
pub fn common_name<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut given: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *given.entry(name).or_default() += 1;
    }
    let (name, times) = given.into_iter().max_by_key(|(_, times)| *times)?;
    (times >= AT_LEAST).then_some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(number: u8) -> PersonId {
        PersonId(Uuid::from_u128(number.into()))
    }

    fn shared(number: u8, revision: i32) -> Shared {
        Shared { plan: PlanId(Uuid::from_u128(number.into())), revision }
    }

    fn all(people: impl IntoIterator<Item = u8>, revision: i32) -> BTreeMap<PersonId, Shared> {
        people.into_iter().map(|number| (person(number), shared(number, revision))).collect()
    }

    fn day(roster: &mut Roster, now: &BTreeMap<PersonId, Shared>) {
        let known: BTreeSet<PersonId> = roster.known().collect();
        let new = now.keys().filter(|person| !known.contains(person)).copied().collect();
        roster.update(now, &new);
    }

    fn of(people: u8) -> Roster {
        let mut roster = Roster::default();
        day(&mut roster, &all(0..people, 1));
        roster
    }

    #[test]
    fn five_name_it_and_five_do_not_or_nothing_is_told() {
        let told = |people, named| of(people).count(None, named).map(|number| number.counted);
        assert_eq!([told(10, 5), told(11, 6), told(30, 25)], [Some(5), Some(6), Some(25)]);
        assert_eq!([told(10, 4), told(10, 6), told(9, 5), told(30, 26), told(4, 4)], [None; 5]);
    }

    #[test]
    fn people_come_share_again_and_leave_in_lots_of_five() {
        let mut roster = of(10);
        let lots = |roster: &mut Roster, now: &BTreeMap<PersonId, Shared>| {
            day(roster, now);
            (roster.lot, roster.counted().count())
        };
        let mut now = all(0..14, 1);
        assert_eq!(lots(&mut roster, &now), (1, 10));
        now.extend(all(14..15, 1));
        assert_eq!(lots(&mut roster, &now), (2, 15));
        now.extend(all(0..4, 2));
        assert_eq!(lots(&mut roster, &now), (2, 15));
        now.remove(&person(9));
        assert_eq!(lots(&mut roster, &now), (3, 14));
        // Who has left does not come back.
        now.extend(all(9..10, 3));
        now.extend(all(20..24, 1));
        assert_eq!(lots(&mut roster, &now), (3, 14));
    }

    #[test]
    fn a_number_that_would_say_the_same_of_all_who_changed_is_not_told() {
        let mut roster = of(12);
        let before = roster.count(None, 5);
        day(&mut roster, &all(0..17, 1));
        assert_eq!(roster.count(before, 10), before);
        assert_eq!(roster.count(before, 9), Some(Number { counted: 9, lot: 2 }));
        // Nothing has come since: nothing can have changed.
        assert_eq!(roster.count(Some(Number { counted: 9, lot: 2 }), 8), Some(Number { counted: 9, lot: 2 }));
    }

    #[test]
    fn small_departments_are_counted_together() {
        assert_eq!(
            [roster_of("Platform", 10), roster_of("Platform", 9), roster_of("", 90)],
            ["Platform", "", ""]
        );
    }

    #[test]
    fn a_name_is_told_if_five_people_give_it() {
        let names =
            |one: usize, other: usize| vec!["Delegating"; one].into_iter().chain(vec!["Delegate"; other]);
        assert_eq!(common_name(names(5, 4)), Some("Delegating"));
        assert_eq!(common_name(names(4, 6)), Some("Delegate"));
        assert_eq!(common_name(names(4, 4)), None);
    }

    proptest! {
        /// Whatever happens: two numbers that were told differ by five people or more, and by fewer than those.
        #[test]
        fn two_numbers_never_differ_by_what_is_known_of_a_person(
            days in prop::collection::vec((any::<u32>(), any::<u32>(), any::<u32>()), 1..20),
        ) {
            let (mut roster, mut revisions, mut number) = (Roster::default(), [1; 24], None);
            let mut told: Vec<(i32, BTreeSet<(PersonId, Shared)>)> = Vec::new();
            for (present, again, names) in days {
                let has = |bits: u32, number: u8| bits & (1 << number) != 0;
                let mut now = BTreeMap::new();
                for (index, revision) in revisions.iter_mut().enumerate() {
                    let index = index as u8;
                    *revision += i32::from(has(again, index));
                    // Most people stay.
                    if has(present | again | names, index) {
                        now.insert(person(index), shared(index, *revision));
                    }
                }
                day(&mut roster, &now);
                let named = |Shared { plan, revision }: Shared| {
                    has(names.rotate_left(revision as u32), plan.0.as_u128() as u8)
                };
                let named = roster.counted().filter(|(_, shared)| named(*shared)).count();
                let after = roster.count(number, named);
                if after != number {
                    let entries: BTreeSet<_> = roster.counted().collect();
                    let Number { counted, .. } = after.expect("a number stays");
                    prop_assert!(counted >= 5 && entries.len() as i32 - counted >= 5);
                    if let Some((last, were)) = told.last() {
                        let changed: BTreeSet<PersonId> =
                            entries.symmetric_difference(were).map(|(person, _)| *person).collect();
                        prop_assert!(changed.len() >= 5);
                        prop_assert!((last.abs_diff(counted) as usize) < changed.len());
                    }
                    told.push((counted, entries));
                    number = after;
                }
            }
        }
    }
}
