//! An event, written in the transaction of the change that it is about.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{EventId, LinkId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    #[sea_orm(column_name = "type")]
    pub event_type: String,
    /// The path of its subject under `/v1/`.
    pub subject: String,
    /// The person who caused it; none for services and scheduled work.
    pub actor_id: Option<PersonId>,
    /// The link through which the identity was the person.
    pub link_id: Option<LinkId>,
    /// The service that caused it, by the subject of its token.
    pub client: Option<String>,
    /// The request that caused it.
    pub request_id: Option<String>,
    /// Ids only, as a JSON object.
    pub data: String,
    pub occurred_at: DateTimeUtc,
    /// Whether it is in the change feed. Events about drafts are not.
    pub in_feed: bool,
    /// The span of the request that caused it, if that was traced (W3C Trace Context).
    pub traceparent: Option<String>,
    /// Its position among the tenant's events, assigned by the database. Events with the same position follow by id.
    pub position: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
