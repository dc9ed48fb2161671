//! A development action that someone proposes to a plan's owner.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ActionItemId, AnswerId, PersonId, PlanId, ProposalId, TemplateId, TenantId};

/// The status of a proposal.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ProposalStatus {
    /// The owner has not decided yet.
    Proposed,
    /// The owner has made it an action item.
    Accepted,
    /// The owner does not want it.
    Declined,
    /// The author has taken it back.
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "proposals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    pub plan_id: PlanId,
    /// The latest revision when it was proposed.
    pub revision: i32,
    pub author_id: PersonId,
    pub title: String,
    pub description: Option<String>,
    pub development_area_id: Option<AnswerId>,
    pub due_on: Option<Date>,
    pub template_id: Option<TemplateId>,
    pub status: ProposalStatus,
    /// The owner's answer.
    pub answer: Option<String>,
    /// The action item that it became, which may have been deleted since.
    pub action_item_id: Option<ActionItemId>,
    /// Whether the author no longer reads it: the revision was withdrawn, and the link under which it was written has
    /// ended since (`set_aside`).
    pub closed_to_author: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
