//! Whose references are counted in a cycle, so that the numbers say nothing of any one person. Pure functions.
//!
//! HR reads each shared plan, but a client that reads cycles reads no plan: from the numbers, it must not learn who
//! named what. It may know all that [`groups`](super::groups) lists, and who has shared again on which day. The defence
//! is the same, that numbers are only ever given of sets of people which cannot be taken apart, and the sets do not
//! depend on what the people named:
//!
//! 1. **Lots of five or more.** People come onto a [`Roster`], and share again, and leave, in lots: each change waits
//!    until there are [`AT_LEAST`] of the same kind. Those who share again or leave are as many of one lot, and as many
//!    of it stay, or none: otherwise four of a lot of which a number is known would tell of the one who leaves with
//!    them. What a person named in one revision is counted as long as that revision is on the roster, and revisions
//!    never change.
//! 2. **One roster for good.** A person stays on the roster of the department in which they were first counted. Who has
//!    left a roster is not counted again in the cycle. So two states of a roster differ in at least five people.
//! 3. **Never none, never all.** A number is a sum of what lots have changed, and what a lot changes is left out for
//!    good if all of its people account for it. Later numbers leave it out, too: if they caught up, a number that stays
//!    and one that moves would together tell of everyone in a lot. So a lot that changes nothing leaves open whether
//!    all of its people do not name the reference, or all do.
//! 4. **Few are not told, nor all but few.** At least [`AT_LEAST`] people name the reference, and as many do not, as
//!    far as they are in the number.
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

/// How many people of a roster name a reference, up to a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Without what would tell the same of everyone in a lot.
    pub counted: i32,
    /// How many do. It is never told.
    pub actual: i32,
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
        for lot in [self.changed(now), new.iter().copied().collect()] {
            if lot.len() >= AT_LEAST {
                self.take(now, lot);
            }
        }
    }

    /// Those for whom something has changed, of the lots of which so many have and so many stay.
    fn changed(&self, now: &BTreeMap<PersonId, Shared>) -> Vec<PersonId> {
        let mut lots: BTreeMap<i32, (Vec<PersonId>, usize)> = BTreeMap::new();
        for (person, counted) in &self.people {
            let (changed, stay) = lots.entry(counted.lot).or_default();
            match now.get(person) == Some(&counted.shared) {
                true => *stay += 1,
                false => changed.push(*person),
            }
        }
        let may_part = |changed: usize, stay: usize| changed >= AT_LEAST && (stay == 0 || stay >= AT_LEAST);
        let lots = lots.into_values().filter(|(changed, stay)| may_part(changed.len(), *stay));
        lots.flat_map(|(changed, _)| changed).collect()
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

    /// The number of those who name a reference, the people `named` now; none as long as it never was enough to tell.
    pub fn count(&self, before: Option<Number>, named: &BTreeSet<PersonId>) -> Option<Number> {
        let actual = number(named.len());
        let Some(before) = before else {
            let counted = self.sum_of_lots(named);
            return self.may_tell(counted).then_some(Number { counted, actual, lot: self.lot });
        };
        let difference = actual - before.actual;
        let is_all = difference.abs() >= number(self.changed_since(before.lot));
        let counted = if is_all { before.counted } else { before.counted + difference };
        Some(Number { counted, actual, lot: self.lot })
    }

    /// Whether enough people name a reference, and enough do not.
    pub fn may_tell(&self, counted: i32) -> bool {
        let [at_least, people] = [AT_LEAST, self.people.len()].map(number);
        counted >= at_least && people - counted >= at_least
    }

    /// How many of `named` there are in the lots of which not everyone is.
    fn sum_of_lots(&self, named: &BTreeSet<PersonId>) -> i32 {
        let mut lots: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
        for (person, counted) in &self.people {
            let (people, who_name) = lots.entry(counted.lot).or_default();
            *people += 1;
            *who_name += usize::from(named.contains(person));
        }
        let open = lots.into_values().filter(|(people, who_name)| who_name < people);
        number(open.map(|(_, who_name)| who_name).sum())
    }

    /// How many people came, shared again or left after a lot.
    fn changed_since(&self, lot: i32) -> usize {
        let lots = self.people.values().map(|counted| counted.lot).chain(self.left.values().copied());
        lots.filter(|of_person| *of_person > lot).count()
    }
}

fn number(of_people: usize) -> i32 {
    i32::try_from(of_people).unwrap_or(i32::MAX)
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

    fn people(numbers: impl IntoIterator<Item = u8>) -> BTreeSet<PersonId> {
        numbers.into_iter().map(person).collect()
    }

    #[test]
    fn five_name_it_and_five_do_not_or_nothing_is_told() {
        let told = |size, named| of(size).count(None, &people(0..named)).map(|number| number.counted);
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
    fn who_came_together_leaves_with_five_of_them_and_from_five_who_stay() {
        let mut roster = of(12);
        let mut now = all(0..17, 1);
        let mut left = |gone: &[u8]| {
            for number in gone {
                now.remove(&person(*number));
            }
            day(&mut roster, &now);
            17 - roster.counted().count()
        };
        assert_eq!(left(&[]), 0);
        // One of twelve and four of five: what is known of the five would tell of the one.
        assert_eq!(left(&[0, 12, 13, 14, 15]), 0);
        assert_eq!([left(&[1, 2, 3]), left(&[4]), left(&[5, 6, 7])], [0, 5, 5]);
        assert_eq!(left(&[16]), 10);
        // The seven that were left of the twelve.
        assert_eq!([left(&[8, 9, 10]), left(&[11])], [10, 17]);
    }

    #[test]
    fn what_would_say_the_same_of_all_who_changed_is_left_out() {
        let mut roster = of(12);
        let before = roster.count(None, &people(0..5));
        day(&mut roster, &all(0..17, 1));
        let counted = |named| roster.count(before, &named).map(|number| number.counted);
        let [all, four, none] = [people((0..5).chain(12..17)), people((0..5).chain(12..16)), people(0..5)];
        assert_eq!([counted(all), counted(four), counted(none)], [Some(5), Some(9), Some(5)]);
    }

    #[test]
    fn later_numbers_do_not_tell_what_was_left_out() {
        // Five come who all name it or none of them, and then five of whom two do.
        let days = |first: u8, lot: Vec<u8>| {
            let mut roster = of(20);
            let mut named = people(0..first);
            let mut number = roster.count(None, &named);
            let mut told = vec![number.map(|number| number.counted)];
            for (size, more) in [(25, lot), (30, vec![25, 26])] {
                day(&mut roster, &all(0..size, 1));
                named.extend(people(more));
                number = roster.count(number, &named);
                told.push(number.map(|number| number.counted));
            }
            told
        };
        for (first, told) in [(5, [Some(5), Some(5), Some(7)]), (4, [None, None, Some(6)])] {
            assert_eq!(days(first, (20..25).collect()), told);
            assert_eq!(days(first, Vec::new()), told);
        }
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
        /// Whatever happens: a number moves only if five people or more have changed, and by fewer than those.
        #[test]
        fn two_numbers_never_differ_by_what_is_known_of_a_person(
            names in any::<u32>(),
            days in prop::collection::vec((any::<u32>(), any::<u32>()), 1..20),
        ) {
            let (mut roster, mut revisions, mut number) = (Roster::default(), [1; 24], None::<Number>);
            let mut were = BTreeSet::new();
            let has = |bits: u32, number: u8| bits & (1 << number) != 0;
            for (present, again) in days {
                let mut now = BTreeMap::new();
                for (index, revision) in revisions.iter_mut().enumerate() {
                    let index = index as u8;
                    *revision += i32::from(has(again, index));
                    // Most people stay.
                    if has(present | again, index) {
                        now.insert(person(index), shared(index, *revision));
                    }
                }
                day(&mut roster, &now);
                let entries: BTreeSet<_> = roster.counted().collect();
                let is_named = |Shared { plan, revision }: Shared| {
                    has(names.rotate_left(revision as u32), plan.0.as_u128() as u8)
                };
                let named = entries.iter().filter(|(_, shared)| is_named(*shared)).map(|(person, _)| *person);
                let after = roster.count(number, &named.collect());
                if let (Some(before), Some(after)) = (number, after) && before.counted != after.counted {
                    let changed: BTreeSet<PersonId> =
                        entries.symmetric_difference(&were).map(|(person, _)| *person).collect();
                    prop_assert!(changed.len() >= 5);
                    prop_assert!((before.counted.abs_diff(after.counted) as usize) < changed.len());
                }
                (number, were) = (after, entries);
            }
        }
    }
}
