//! How many drafts of a department have no blocker, counted so that the number says nothing of any one person. Pure
//! functions.
//!
//! Whether a draft is ready is its owner's alone; only a number leaves. Who attacks it knows a lot: the names of all
//! participants, who has a draft and who has shared (team progress shows that), every number of every earlier day, and
//! can move people between departments, add and remove participants, deactivate people, make more cycles, and wait.
//! The defence is that numbers are only ever given of fixed groups:
//!
//! 1. **Groups of five or more.** A number is a sum over whole [`Group`]s. A group begins with at least [`AT_LEAST`]
//!    people who have a draft that was never shared. Newcomers wait until there are as many of them; then they are a
//!    group of their own. A person is in one group of a cycle for good, whatever department they move to, and a plan
//!    that was in another cycle is in none: so no one is counted in two sums that could be subtracted.
//! 2. **Groups only split, into groups.** If fewer than [`AT_LEAST`] of a group are gone (moved, removed, left, or
//!    because they have shared or deleted the draft), its number stays as it was, and says nothing of them. If at least
//!    as many are gone and as many are left, the group becomes two. If fewer are left, it is not counted. So all sets
//!    that numbers were ever given of are unions of disjoint groups of five or more, and any sum or difference of
//!    numbers is one of whole groups.
//! 3. **Never none, never all.** A number that would say the same of everyone in a group is not given: the last one
//!    stays, or the group is not counted yet. The same holds for what a split would tell of those who are gone; only
//!    that all were ready who have shared since is nothing new. So for each person, and each number, there is another
//!    person whose draft may be the ready one instead.
//! 4. **One number a day** for all departments at once, stored: there is nothing to gain from asking often.
//!
//! What is given may thus be too low by those who wait for a group, and some days old. Without any draft it is 0, which
//! says only that there is none.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

/// How many people a number is about at least.
pub const AT_LEAST: usize = 5;

/// People who are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub members: Vec<PersonId>,
    /// How many of them had a draft without blockers when that was last given; none if it never was.
    pub counted: Option<usize>,
}

/// What the people of a department have in a cycle now.
#[derive(Clone, Debug, Default)]
pub struct Department {
    /// How many people of the department take part.
    pub people: usize,
    /// Those with a draft that was never shared; whether it has no blocker.
    pub drafts: BTreeMap<PersonId, bool>,
    /// Those who have shared a plan.
    pub shared: BTreeSet<PersonId>,
}

impl Department {
    fn count_ready(&self, people: &[PersonId]) -> usize {
        people.iter().filter(|person| self.drafts.get(person) == Some(&true)).count()
    }
}

/// Whether `ready` of `size` people leaves open for each of them whether they are among the ready ones.
fn leaves_open(ready: usize, size: usize) -> bool {
    0 < ready && ready < size
}

/// Counts a department for a day. `known` are the people of all groups of the cycle. Returns the groups from then on,
/// and the number; none if it is withheld.
pub fn count(
    groups: Vec<Group>,
    now: &Department,
    known: &BTreeSet<PersonId>,
) -> (Vec<Group>, Option<usize>) {
    let mut groups: Vec<Group> = groups.into_iter().flat_map(|group| counted_again(group, now)).collect();
    let new: Vec<PersonId> = now.drafts.keys().filter(|person| !known.contains(person)).copied().collect();
    if new.len() >= AT_LEAST {
        let ready = now.count_ready(&new);
        let counted = leaves_open(ready, new.len()).then_some(ready);
        groups.push(Group { members: new, counted });
    }
    let given = groups.iter().filter(|group| here(group, now) >= AT_LEAST).filter_map(|group| group.counted);
    let prepared = given.reduce(|sum, counted| sum + counted);
    let none = (now.drafts.is_empty() && now.people >= AT_LEAST).then_some(0);
    (groups, prepared.or(none))
}

/// How many of a group still have a draft in the department.
fn here(group: &Group, now: &Department) -> usize {
    group.members.iter().filter(|person| now.drafts.contains_key(person)).count()
}

/// The group with its present number, or with that of an earlier day, or the two groups that it becomes.
fn counted_again(group: Group, now: &Department) -> Vec<Group> {
    let (here, gone): (Vec<PersonId>, Vec<PersonId>) =
        group.members.iter().copied().partition(|person| now.drafts.contains_key(person));
    let ready = now.count_ready(&here);
    if !leaves_open(ready, here.len()) {
        return vec![group];
    }
    if gone.is_empty() {
        return vec![Group { counted: Some(ready), ..group }];
    }
    if here.len() < AT_LEAST || gone.len() < AT_LEAST {
        return vec![group];
    }
    // What the numbers before and after the split say of those who are gone, if nothing else has changed.
    let of_gone = group.counted.and_then(|before| before.checked_sub(ready));
    let have_shared = gone.iter().all(|person| now.shared.contains(person));
    if of_gone == Some(0) || (of_gone == Some(gone.len()) && !have_shared) {
        return vec![group];
    }
    let of_gone = of_gone.filter(|counted| leaves_open(*counted, gone.len()));
    vec![Group { members: here, counted: Some(ready) }, Group { members: gone, counted: of_gone }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(number: u32) -> PersonId {
        PersonId(Uuid::from_u128(number.into()))
    }

    /// A department in which these people have a draft; those of `ready` without blockers.
    fn with(drafts: impl IntoIterator<Item = u32>, ready: &[u32]) -> Department {
        let drafts: BTreeMap<PersonId, bool> =
            drafts.into_iter().map(|number| (person(number), ready.contains(&number))).collect();
        Department { people: 30, drafts, shared: BTreeSet::new() }
    }

    fn known(groups: &[Group]) -> BTreeSet<PersonId> {
        groups.iter().flat_map(|group| group.members.iter().copied()).collect()
    }

    /// The numbers of a department on consecutive days.
    fn days<'a>(days: impl IntoIterator<Item = &'a Department>) -> Vec<Option<usize>> {
        let mut groups = Vec::new();
        let day = |now: &Department| {
            let known = known(&groups);
            let (after, prepared) = count(std::mem::take(&mut groups), now, &known);
            groups = after;
            prepared
        };
        days.into_iter().map(day).collect()
    }

    #[test]
    fn five_drafts_are_counted_and_four_are_not() {
        assert_eq!(days([&with(1..=5, &[1, 2])]), [Some(2)]);
        assert_eq!(days([&with(1..=4, &[1, 2])]), [None]);
        // Without a draft there is nothing to tell, but of so few people.
        assert_eq!(days([&with([], &[])]), [Some(0)]);
        assert_eq!(days([&Department { people: 4, ..Department::default() }]), [None]);
    }

    #[test]
    fn none_and_all_are_not_told() {
        assert_eq!(days([&with(1..=5, &[])]), [None]);
        assert_eq!(days([&with(1..=5, &[1, 2, 3, 4, 5])]), [None]);
        // The last number stays.
        let [some, all] = [with(1..=5, &[1, 2, 3]), with(1..=5, &[1, 2, 3, 4, 5])];
        assert_eq!(days([&some, &all, &with(1..=5, &[1])]), [Some(3), Some(3), Some(1)]);
    }

    #[test]
    fn a_number_changes_with_the_drafts_but_not_with_one_who_comes_or_goes() {
        let ready = [1, 2, 3];
        let [six, five, seven] = [with(1..=6, &ready), with(2..=6, &ready), with(1..=7, &[1, 2, 3, 7])];
        assert_eq!(days([&six, &five, &six, &seven]), [Some(3); 4]);
        assert_eq!(days([&six, &with(1..=6, &[1, 2, 3, 4])]), [Some(3), Some(4)]);
    }

    #[test]
    fn newcomers_are_counted_once_there_are_five() {
        let [before, four, five] = [with(1..=5, &[1]), with(1..=9, &[1, 6, 7]), with(1..=10, &[1, 6, 7])];
        assert_eq!(days([&before, &four, &five]), [Some(1), Some(1), Some(3)]);
    }

    #[test]
    fn a_group_splits_only_into_groups() {
        let ready = [1, 2, 6, 7];
        let [ten, six, five] = [with(1..=10, &ready), with(1..=6, &ready), with(1..=5, &ready)];
        // Four are gone, then five; four that are left are not counted.
        assert_eq!(days([&ten, &six, &five, &with(1..=4, &ready)]), [Some(4), Some(4), Some(2), None]);
        // That all who are gone were ready, or none of them, is not told.
        assert_eq!(days([&with(1..=10, &[1, 2]), &five]), [Some(2), Some(2)]);
        let all = [1, 6, 7, 8, 9, 10];
        assert_eq!(days([&with(1..=10, &all), &with(1..=5, &all)]), [Some(6), Some(6)]);
        let shared = Department { shared: (6..=10).map(person).collect(), ..with(1..=5, &all) };
        assert_eq!(days([&with(1..=10, &all), &shared]), [Some(6), Some(1)]);
    }

    #[test]
    fn who_was_counted_in_one_department_is_not_counted_in_another() {
        let (here, _) = count(Vec::new(), &with(1..=10, &[1, 2]), &BTreeSet::new());
        let (elsewhere, prepared) = count(Vec::new(), &with(1..=5, &[1, 2]), &known(&here));
        assert_eq!((elsewhere, prepared), (Vec::new(), None));
    }

    proptest! {
        /// People come and go, but groups are disjoint and have five people or more, and no group's number says the
        /// same of all of them.
        #[test]
        fn every_number_is_a_sum_over_groups_of_five_or_more(
            days in prop::collection::vec((any::<u16>(), any::<u16>(), any::<u16>()), 1..12),
        ) {
            let mut groups: Vec<Group> = Vec::new();
            for (present, ready, shared) in days {
                let has = |bits: u16, number: u32| bits & (1 << number) != 0;
                let ready: Vec<u32> = (0..16).filter(|number| has(ready, *number)).collect();
                let drafts = (0..16).filter(|number| has(present, *number) && !has(shared, *number));
                let mut now = with(drafts, &ready);
                now.shared = (0..16).filter(|number| has(shared, *number)).map(person).collect();
                let known = known(&groups);
                let (after, prepared) = count(groups, &now, &known);
                let members: Vec<PersonId> = after.iter().flat_map(|group| group.members.clone()).collect();
                prop_assert_eq!(members.len(), members.iter().collect::<BTreeSet<_>>().len());
                for group in &after {
                    prop_assert!(group.members.len() >= AT_LEAST);
                }
                // Each of those that are given has at least as many people who are still there.
                let given = after.iter().filter(|group| here(group, &now) >= AT_LEAST && group.counted.is_some());
                let sum = given.clone().map(|group| group.counted.unwrap_or_default()).sum::<usize>();
                prop_assert_eq!(prepared.unwrap_or_default(), sum);
                for group in given {
                    prop_assert!(leaves_open(group.counted.unwrap_or_default(), group.members.len()));
                }
                groups = after;
            }
        }
    }
}
