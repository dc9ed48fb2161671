//! The proof that a person was erased: opaque ids and numbers alone. Together the rows are the ledger of what a
//! restored backup must forget.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ErasureId, PersonId, TenantId};

/// The reason for an erasure, by article 17(1) of the GDPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ErasureReason {
    /// The data are no longer necessary, such as after the person has left (a).
    NoLongerNecessary,
    /// The person has withdrawn consent (b).
    ConsentWithdrawn,
    /// The person objects to the processing (c).
    Objection,
    /// The data were processed unlawfully (d).
    UnlawfulProcessing,
    /// A law requires the erasure (e).
    LegalObligation,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "erasures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ErasureId,
    pub person_id: PersonId,
    pub reason: ErasureReason,
    pub erased_at: DateTimeUtc,
    /// The HR admin; none if the operator or retention did it.
    pub erased_by: Option<PersonId>,
    /// Rows by table, as a JSON object.
    pub counts: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
