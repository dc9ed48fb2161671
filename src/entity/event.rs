//! Something that happened, recorded with the change itself.

use sea_orm::entity::prelude::*;

use crate::ids::{EventId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    #[sea_orm(column_name = "type")]
    pub event_type: String,
    /// The path of what it happened to.
    pub subject: String,
    /// Who did it; none for a service.
    pub actor_id: Option<PersonId>,
    /// Ids only, as a JSON object.
    pub data: String,
    pub occurred_at: DateTimeUtc,
    /// Whether readers of the change feed see it: what happens to a draft is its author's alone.
    pub in_feed: bool,
    /// The span of the request that brought it about, where that was traced (W3C Trace Context).
    pub traceparent: Option<String>,
    /// Where it stands in the feed of its tenant, several of one transaction by id: given by the database.
    pub position: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
