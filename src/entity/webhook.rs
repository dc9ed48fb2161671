//! A webhook: a URL that events are sent to.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{EventId, TenantId, WebhookId};

/// Whether events are sent to a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum WebhookStatus {
    Enabled,
    /// Events are not sent. Those that occur while it is disabled are sent once it is enabled again.
    Disabled,
}

/// Why a webhook was disabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DisabledReason {
    /// A caller disabled it.
    Requested,
    /// The receiver answered with status 410 (Gone).
    Gone,
    /// Every attempt has failed for five days.
    Failing,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "webhooks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookId,
    pub url: String,
    pub description: Option<String>,
    /// Event types and patterns, as a JSON array.
    pub event_types: String,
    pub status: WebhookStatus,
    pub disabled_reason: Option<DisabledReason>,
    pub disabled_at: Option<DateTimeUtc>,
    /// The time since which every attempt has failed.
    pub failing_since: Option<DateTimeUtc>,
    /// Encrypted.
    pub secret: String,
    /// Encrypted. Also signs requests until `previous_secret_until`.
    pub previous_secret: Option<String>,
    pub previous_secret_until: Option<DateTimeUtc>,
    /// Its position in the change feed: the key of the last event that it has read.
    pub feed_position: i64,
    pub feed_event_id: EventId,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
