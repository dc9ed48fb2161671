//! One attempt to deliver an event.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{DeliveryAttemptId, DeliveryId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "delivery_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryAttemptId,
    pub delivery_id: DeliveryId,
    pub attempted_at: DateTimeUtc,
    pub duration_ms: i32,
    /// The HTTP status of the receiver's response; none if there was none.
    pub status_code: Option<i32>,
    /// Why the attempt failed; none if it succeeded.
    pub error: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
