//! A template of an action, which HR offers to everyone or a manager to the reports.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{PersonId, TemplateId, TenantId};

/// To whom a template is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TemplateAudience {
    /// To all people of the organisation.
    Everyone,
    /// To the people whose manager or acting manager its author is at the time.
    Reports,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "action_templates")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TemplateId,
    pub audience: TemplateAudience,
    /// None for a service.
    pub author_id: Option<PersonId>,
    pub title: String,
    pub description: Option<String>,
    pub due_after_days: Option<i32>,
    /// The JSON of a list of `plans::ActionItemLink`.
    pub links: String,
    /// The JSON of a `plans::Reference`.
    pub reference: Option<String>,
    /// The `uri` of the reference. Derived.
    pub reference_uri: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
