//! The order in which the operations of a bulk request are carried out. Pure: no database, no clock.

use std::collections::BTreeSet;

/// An operation whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub place: usize,
    /// Whether it waits for itself, over others or not, and so cannot be carried out.
    pub is_circular: bool,
}

/// The operations in the order of the request, each after those that it needs. `needs` has the places of these.
pub fn in_order(needs: &[BTreeSet<usize>]) -> Vec<Turn> {
    let mut turns = Vec::with_capacity(needs.len());
    let mut waiting: BTreeSet<usize> = (0..needs.len()).collect();
    while !waiting.is_empty() {
        let awaited = |place: usize| {
            let needs = needs.get(place).into_iter().flatten();
            needs.copied().find(|needed| waiting.contains(needed))
        };
        let next: Vec<Turn> = match waiting.iter().find(|place| awaited(**place).is_none()) {
            Some(place) => vec![Turn { place: *place, is_circular: false }],
            // Each waits for another one: who follows them comes to a circle.
            None => {
                let steps = waiting.first().map(|first| {
                    std::iter::successors(Some(*first), |place| awaited(*place)).take(2 * needs.len())
                });
                let steps: Vec<usize> = steps.into_iter().flatten().collect();
                let circle: BTreeSet<usize> = steps.into_iter().skip(needs.len()).collect();
                circle.into_iter().map(|place| Turn { place, is_circular: true }).collect()
            }
        };
        if next.is_empty() {
            break;
        }
        for turn in &next {
            waiting.remove(&turn.place);
        }
        turns.extend(next);
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(needs: &[&[usize]]) -> Vec<(usize, bool)> {
        let needs: Vec<BTreeSet<usize>> = needs.iter().map(|needs| needs.iter().copied().collect()).collect();
        in_order(&needs).into_iter().map(|turn| (turn.place, turn.is_circular)).collect()
    }

    #[test]
    fn an_operation_comes_after_those_that_it_needs_and_else_in_its_place() {
        assert_eq!(order(&[]), []);
        assert_eq!(order(&[&[], &[], &[]]), [(0, false), (1, false), (2, false)]);
        assert_eq!(order(&[&[2], &[], &[], &[0]]), [(1, false), (2, false), (0, false), (3, false)]);
        assert_eq!(order(&[&[1], &[2], &[3], &[]]), [(3, false), (2, false), (1, false), (0, false)]);
    }

    #[test]
    fn those_that_wait_for_each_other_are_told_from_those_that_wait_for_them() {
        assert_eq!(order(&[&[0]]), [(0, true)]);
        // 0 waits for the circle of 1 and 2; 3 for none of them.
        assert_eq!(order(&[&[1], &[2], &[1], &[]]), [(3, false), (1, true), (2, true), (0, false)]);
        assert_eq!(order(&[&[1, 3], &[0], &[3], &[2]]), [(0, true), (1, true), (2, true), (3, true)]);
    }
}
