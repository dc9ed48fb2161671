//! Constraints whose violation a change expects, in one list, and how to recognise one in an error.
//!
//! PostgreSQL reports the name of a constraint in a field of the error. A distributed one reports it as a part of the
//! message, with the number of the shard after it (`identities_live_person_102060`). SQLite reports the columns of a
//! unique constraint.

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{self, error::ErrorKind},
};

/// A constraint that concurrent changes may violate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// A request is answered once for each `Idempotency-Key`.
    RequestOnce,
    /// An author writes one feedback on a revision.
    FeedbackOnce,
    /// An identity is linked to one person.
    IdentityLinkedOnce,
    /// A person is linked to one identity.
    PersonLinkedOnce,
    /// A row belongs to one that is there: any foreign key.
    ParentExists,
}

impl Constraint {
    const ALL: [Self; 5] = [
        Self::RequestOnce,
        Self::FeedbackOnce,
        Self::IdentityLinkedOnce,
        Self::PersonLinkedOnce,
        Self::ParentExists,
    ];

    /// The name in PostgreSQL, and in SQLite a column that no other unique constraint of the table has.
    fn names(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::RequestOnce => Some(("idempotency_records_pk", "idempotency_records.key")),
            Self::FeedbackOnce => Some(("feedback_author_unique", "feedback.author_id")),
            Self::IdentityLinkedOnce => Some(("identities_live_subject", "identities.subject")),
            Self::PersonLinkedOnce => Some(("identities_live_person", "identities.person_id")),
            Self::ParentExists => None,
        }
    }

    /// The constraint that a statement violated; none for a failure of another kind, or if no change expects it.
    pub fn violated(error: &DbErr) -> Option<Self> {
        let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
        else {
            return None;
        };
        let sqlx::Error::Database(cause) = cause.as_ref() else { return None };
        Self::named(cause.kind(), cause.constraint(), cause.message())
    }

    fn named(kind: ErrorKind, name: Option<&str>, message: &str) -> Option<Self> {
        match kind {
            ErrorKind::ForeignKeyViolation => Some(Self::ParentExists),
            ErrorKind::UniqueViolation => Self::ALL.into_iter().find(|constraint| {
                constraint.names().is_some_and(|(postgres, sqlite)| match name {
                    Some(name) => words(name).any(|word| without_shard(word) == postgres),
                    None => words(message).any(|word| without_shard(word) == postgres || word == sqlite),
                })
            }),
            _ => None,
        }
    }
}

/// The names in a text, whatever quotes the server's language puts around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || letter == '.'))
}

/// The name without the number of a shard. No constraint's own name ends in a number.
fn without_shard(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((own, shard)) if !shard.is_empty() && shard.bytes().all(|digit| digit.is_ascii_digit()) => own,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unique(name: Option<&str>, message: &str) -> Option<Constraint> {
        Constraint::named(ErrorKind::UniqueViolation, name, message)
    }

    #[test]
    fn a_constraint_is_found_by_its_name_with_or_without_a_shard() {
        for constraint in Constraint::ALL {
            let Some((postgres, sqlite)) = constraint.names() else { continue };
            let shard = format!("{postgres}_102060");
            assert_eq!(unique(Some(postgres), ""), Some(constraint));
            assert_eq!(unique(Some(&shard), ""), Some(constraint));
            for message in [
                format!("duplicate key value violates unique constraint \"{postgres}\""),
                format!("duplicate key value violates unique constraint \"{shard}\""),
                format!("doppelter Schlüsselwert verletzt Unique-Constraint »{shard}«"),
                format!("UNIQUE constraint failed: a.tenant_id, {sqlite}"),
            ] {
                assert_eq!(unique(None, &message), Some(constraint), "{message}");
            }
        }
    }

    #[test]
    fn a_name_that_only_begins_alike_is_another_constraint() {
        for other in
            ["idempotency_records_pk2", "idempotency_records_pk_102060_", "idempotency_records", "_102060"]
        {
            assert_eq!(unique(Some(other), ""), None, "{other}");
            assert_eq!(unique(None, &format!("violates unique constraint \"{other}\"")), None, "{other}");
        }
    }

    #[test]
    fn every_foreign_key_says_that_a_parent_is_missing_and_nothing_else_does() {
        let foreign = |name| Constraint::named(ErrorKind::ForeignKeyViolation, name, "");
        assert_eq!(foreign(Some("action_items_plan_fk_102060")), Some(Constraint::ParentExists));
        assert_eq!(foreign(None), Some(Constraint::ParentExists));
        let check = Constraint::named(ErrorKind::CheckViolation, Some("idempotency_records_pk"), "");
        assert_eq!(check, None);
    }
}
