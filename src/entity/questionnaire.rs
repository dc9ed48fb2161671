//! A version of the questionnaire that HR has published. It never changes.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "questionnaires")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    /// From 2: version 1 comes with the service.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The language tags, as a JSON array.
    pub languages: String,
    /// The questions, as the JSON of `questionnaires::Definition`.
    pub definition: String,
    pub published_at: DateTimeUtc,
    /// None for a service.
    pub published_by_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
