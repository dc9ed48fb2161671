//! A relation of a person besides that of the manager, with a half-open period.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{PersonId, RelationId, TenantId};

/// What a relation gives to the other person.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Has the rights of the person's manager, beside the manager.
    Acting,
    /// Once the person has asked for feedback: may also promise support.
    Matrix,
    /// Reads and archives the person's shared plans, as HR admins do.
    HrPartner,
    /// Acts in the name of the person, who is a manager. Never reads the manager's own plans, drafts of feedback or
    /// private notes.
    Delegate,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "relations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RelationId,
    pub kind: RelationKind,
    /// The employee; for a delegate, the manager.
    pub person_id: PersonId,
    /// Who has the rights of the relation.
    pub other_id: PersonId,
    pub starts_at: DateTimeUtc,
    /// The first instant after the period; none if it has no end.
    pub ends_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
