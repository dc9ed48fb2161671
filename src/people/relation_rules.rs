//! The rules of relations, as pure functions: no database, no clock.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    entity::{relation, relation::RelationKind},
    http::FieldError,
    ids::PersonId,
};

/// A relation to set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRelation {
    pub kind: RelationKind,
    /// The other person: another active person. One who has become inactive, or reports to the person since, may stay
    /// in a relation of the same kind.
    pub person_id: PersonId,
    /// Cut to microseconds.
    pub starts_at: DateTime<Utc>,
    /// The first instant at which the relation is over. Must be after `starts_at`. Omit it for a relation without end.
    pub ends_at: Option<DateTime<Utc>>,
}

impl From<&relation::Model> for SetRelation {
    fn from(row: &relation::Model) -> Self {
        let relation::Model { tenant_id: _, id: _, person_id: _, kind, other_id, starts_at, ends_at } = *row;
        Self { kind, person_id: other_id, starts_at, ends_at }
    }
}

/// What the directory says of the people in a set of relations.
#[derive(Debug, Default)]
pub struct Known {
    pub active: HashSet<PersonId>,
    /// The people who report to the person whose relations are set, directly or over others.
    pub below: HashSet<PersonId>,
}

/// The relation with its instants as databases store them: without leap seconds, cut to microseconds.
pub fn stored(relation: SetRelation) -> SetRelation {
    let cut = |at: DateTime<Utc>| DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at);
    SetRelation { starts_at: cut(relation.starts_at), ends_at: relation.ends_at.map(cut), ..relation }
}

/// Whether two sets of relations differ in more than delegates, in any order.
pub fn changes_more_than_delegates(before: &[SetRelation], wanted: &[SetRelation]) -> bool {
    let others = |relations: &[SetRelation], than: &[SetRelation]| {
        let mut kept = relations.iter().filter(|relation| relation.kind != RelationKind::Delegate);
        kept.any(|relation| !than.contains(relation))
    };
    others(before, wanted) || others(wanted, before)
}

/// Every error of the relations of a person. `before` are those that the person has.
pub fn check(
    person: PersonId,
    before: &[SetRelation],
    wanted: &[SetRelation],
    known: &Known,
) -> Vec<FieldError> {
    let mut faults = Vec::new();
    for (position, relation) in wanted.iter().enumerate() {
        let stays = || before.iter().any(|it| (it.kind, it.person_id) == (relation.kind, relation.person_id));
        let of_person = if relation.person_id == person {
            Some("must be another person")
        } else if !known.active.contains(&relation.person_id) && !stays() {
            Some("is not the id of an active person")
        } else if relation.kind == RelationKind::Acting
            && known.below.contains(&relation.person_id)
            && !stays()
        {
            // Reporting lines follow the directory alone: an import may turn them round after the acting has begun.
            Some("reports to the person, directly or over others, and cannot be the acting manager")
        } else {
            None
        };
        let mut fault = |field: &str, detail: String| {
            faults.push(FieldError::new(format!("/items/{position}{field}"), detail));
        };
        if let Some(detail) = of_person {
            fault("/person_id", detail.to_owned());
        }
        if relation.ends_at.is_some_and(|ends_at| ends_at <= relation.starts_at) {
            fault("/ends_at", "must be after starts_at".to_owned());
        }
        let earlier = wanted.iter().take(position).position(|earlier| overlap(earlier, relation));
        if let Some(earlier) = earlier {
            fault("", format!("overlaps /items/{earlier}, which has the same kind and person"));
        }
    }
    faults
}

/// Whether two relations have the same kind and person, and an instant at which both are in force.
fn overlap(one: &SetRelation, other: &SetRelation) -> bool {
    let ends_after = |it: &SetRelation, at| it.ends_at.is_none_or(|ends_at| ends_at > at);
    (one.kind, one.person_id) == (other.kind, other.person_id)
        && ends_after(one, other.starts_at)
        && ends_after(other, one.starts_at)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    /// With another person, from one day of March to another.
    fn relation(kind: RelationKind, other: u128, from: u32, to: Option<u32>) -> SetRelation {
        let at = |day: u32| format!("2026-03-{day:02}T09:00:00Z").parse().unwrap();
        SetRelation { kind, person_id: person(other), starts_at: at(from), ends_at: to.map(at) }
    }

    fn pointers(before: &[SetRelation], wanted: &[SetRelation]) -> Vec<String> {
        let known = Known { active: [1, 2, 3].map(person).into(), below: [person(3)].into() };
        check(person(1), before, wanted, &known).into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn every_error_is_named() {
        use RelationKind::{Acting, Delegate, Matrix};
        let wanted = [
            relation(Delegate, 1, 1, None),
            relation(Delegate, 9, 1, Some(2)),
            relation(Acting, 3, 1, None),
            relation(Matrix, 3, 2, Some(2)),
            relation(Matrix, 2, 1, Some(5)),
            relation(Matrix, 2, 4, None),
        ];
        let expected = [
            "/items/0/person_id",
            "/items/1/person_id",
            "/items/2/person_id",
            "/items/3/ends_at",
            "/items/5",
        ];
        assert_eq!(pointers(&[], &wanted), expected);
    }

    #[test]
    fn one_period_may_begin_where_another_ends() {
        let wanted = [
            relation(RelationKind::Acting, 2, 5, None),
            relation(RelationKind::Acting, 2, 1, Some(5)),
            relation(RelationKind::Matrix, 2, 1, None),
        ];
        assert_eq!(pointers(&[], &wanted), [""; 0]);
    }

    #[test]
    fn who_has_become_inactive_may_stay() {
        let before = [relation(RelationKind::HrPartner, 9, 1, None)];
        let ends = [relation(RelationKind::HrPartner, 9, 1, Some(7))];
        assert_eq!(pointers(&before, &ends), [""; 0]);
        assert_eq!(
            pointers(&before, &[relation(RelationKind::Acting, 9, 1, Some(7))]),
            ["/items/0/person_id"]
        );
    }

    #[test]
    fn an_acting_manager_who_has_come_to_report_to_the_person_may_stay() {
        let before = [relation(RelationKind::Acting, 3, 1, None)];
        let shorter =
            [relation(RelationKind::Acting, 3, 1, Some(7)), relation(RelationKind::Matrix, 3, 1, None)];
        assert_eq!(pointers(&before, &shorter), [""; 0]);
        assert_eq!(pointers(&shorter[1..], &shorter[..1]), ["/items/0/person_id"]);
    }

    #[test]
    fn delegates_may_change_beside_other_relations() {
        let matrix = relation(RelationKind::Matrix, 2, 1, None);
        let delegate = relation(RelationKind::Delegate, 2, 1, None);
        let before = [matrix.clone()];
        assert!(!changes_more_than_delegates(&before, &[delegate.clone(), matrix.clone()]));
        assert!(!changes_more_than_delegates(&[delegate.clone(), matrix.clone()], &before));
        assert!(changes_more_than_delegates(&before, &[delegate]));
        assert!(changes_more_than_delegates(&before, &[relation(RelationKind::Matrix, 2, 1, Some(9))]));
        assert!(changes_more_than_delegates(&[], &before));
    }
}
