//! What is kept of the response to a request with an `Idempotency-Key`.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::TenantId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "idempotency_records")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub caller: String,
    #[sea_orm(primary_key, auto_increment = false)]
    /// SHA-256, in hexadecimal, of caller and key, so that the row does not name the key.
    pub key: String,
    /// SHA-256, in hexadecimal, of the request's method, path and body.
    pub fingerprint: String,
    pub status: i32,
    pub location: Option<String>,
    /// Null: the ETag is that of the resource as it is when the request is repeated.
    pub etag: Option<String>,
    /// Empty: the body is rendered when the request is repeated.
    pub body: String,
    pub expires_at: DateTimeUtc,
    /// The kind of the resource that the response shows. Null if an earlier release has stored the response.
    pub resource_kind: Option<String>,
    /// Its id, as JSON.
    pub resource: Option<String>,
    /// What the response shows besides the resource, such as counts, as JSON.
    pub details: Option<String>,
    /// A secret that only this response shows, encrypted with the `Idempotency-Key`.
    pub shown_once: Option<String>,
    /// Whether the token had the scope to read the resource.
    pub could_read: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
