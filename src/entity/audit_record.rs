//! A sealed audit record: a change, or reads of one kind within ten minutes. It is written once, and holds ids alone.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{AuditRecordId, LinkId, PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "audit_records")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    /// The id of the event, if it is a change.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditRecordId,
    /// Its number in the tenant's chain, from 1, without gaps.
    pub sequence: i64,
    pub at: DateTimeUtc,
    /// The person; none for services and the service's own work.
    pub actor_id: Option<PersonId>,
    /// The link through which the identity was the person.
    pub link_id: Option<LinkId>,
    /// The service, by the subject of its token.
    pub client: Option<String>,
    pub action: String,
    /// The path of its subject under `/v1/`.
    pub subject: String,
    /// The role that gave the right to read; none for changes.
    pub held_right: Option<String>,
    pub request_id: Option<String>,
    pub count: i64,
    /// Whether HR reads it in the audit log. Changes of what only its author can read are sealed, and not listed.
    pub listed: bool,
    /// The salted digest of what is personal in it, which lies in `audit_details`.
    pub detail_digest: Option<String>,
    /// Number, key and HMAC of the record and the digest before it. The number tells of records that are not listed, so
    /// it is not given out.
    pub digest: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
