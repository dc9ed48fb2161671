//! Ids: UUIDv7 (RFC 9562), which sort by creation time. Each kind of row has its own id type, so that the compiler
//! rejects a plan's id where a person's is needed.

use std::{
    fmt,
    str::FromStr,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::{ContextV7, Timestamp, Uuid};

use crate::clock::Clock;

/// Generates ids, in increasing order within a process.
#[derive(Clone, Debug)]
pub struct Ids {
    clock: Clock,
    context: Arc<Mutex<ContextV7>>,
}

impl Ids {
    pub fn new(clock: Clock) -> Self {
        Self { clock, context: Arc::new(Mutex::new(ContextV7::new())) }
    }

    pub fn next<T: From<Uuid>>(&self) -> T {
        let now = self.clock.now();
        let seconds = now.timestamp().unsigned_abs();
        let timestamp = Timestamp::from_unix(&*self.context, seconds, now.timestamp_subsec_nanos());
        Uuid::new_v7(timestamp).into()
    }
}

/// An id before all that are made from this time on. A UUIDv7 starts with its milliseconds since 1970.
pub fn first_at<T: From<Uuid>>(time: DateTime<Utc>) -> T {
    Uuid::from_u128(u128::try_from(time.timestamp_millis()).unwrap_or_default() << 80).into()
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = Uuid)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        // SeaORM requires this of composite keys. A UUID is never made from an integer.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id! {
    /// A customer organisation. Derived from the name in tokens, so it needs no lookup.
    TenantId
    /// A person of the directory (UUIDv7).
    PersonId
    /// A career plan (UUIDv7).
    PlanId
    /// The erasure of a person (UUIDv7).
    ErasureId
    /// An HR campaign (UUIDv7).
    CycleId
    /// A value, motivator, strength or development area in the answers of a plan (UUIDv7).
    AnswerId
    /// A question of HR's own (UUIDv7).
    OwnQuestionId
    /// A template of an action (UUIDv7).
    TemplateId
    /// An action item (UUIDv7).
    ActionItemId
    /// A progress update (UUIDv7).
    ProgressUpdateId
    /// A request for feedback (UUIDv7).
    FeedbackRequestId
    /// A feedback (UUIDv7).
    FeedbackId
    /// A discussion (UUIDv7).
    DiscussionId
    /// A line of the agenda of a discussion (UUIDv7).
    AgendaLineId
    /// An action item or a discussion in a handover (UUIDv7).
    HandoverItemId
    /// A comment on a plan, an answer or an action item (UUIDv7).
    CommentId
    /// A proposal of a development action (UUIDv7).
    ProposalId
    /// An event (UUIDv7).
    EventId
    /// An audit record (UUIDv7).
    AuditRecordId
    /// A webhook (UUIDv7).
    WebhookId
    /// A relation between two people, besides that of a manager (UUIDv7).
    RelationId
    /// A link between an identity and a person (UUIDv7).
    LinkId
    /// Something private that was set aside when a link ended (UUIDv7).
    SetAsideId
    /// A long-lived token for SCIM (UUIDv7).
    ScimTokenId
    /// A delivery of an event to a webhook (UUIDv7).
    DeliveryId
    /// An attempt to deliver an event (UUIDv7).
    DeliveryAttemptId
}

impl TenantId {
    /// The id of the tenant with this name in tokens: a UUIDv5 (RFC 9562, section 5.5).
    pub fn of(name: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("groundwork:tenant:{name}").as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_made_within_one_instant_still_increase() {
        let clock = Clock::manual("2026-03-01T09:00:00Z".parse().expect("an instant"));
        let ids = Ids::new(clock);
        let made: Vec<PlanId> = (0..1000).map(|_| ids.next()).collect();
        assert!(made.is_sorted());
    }

    #[test]
    fn a_tenant_name_always_names_the_same_tenant() {
        assert_eq!(TenantId::of("acme"), TenantId::of("acme"));
        assert_ne!(TenantId::of("acme"), TenantId::of("umbrella"));
    }
}
