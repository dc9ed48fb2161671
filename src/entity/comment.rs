//! A comment on a plan, on one of its answers or on an action item. It never changes.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{ActionItemId, AnswerId, CommentId, PersonId, PlanId, TenantId};

/// What a comment is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CommentSubjectKind {
    /// The plan as a whole.
    Plan,
    /// The answer to a question, or one item of it.
    Answer,
    /// An action item.
    ActionItem,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "comments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentId,
    pub plan_id: PlanId,
    /// The latest revision when the comment was written.
    pub revision: i32,
    pub author_id: PersonId,
    pub subject_kind: CommentSubjectKind,
    /// The key of the question that the answer belongs to; none if the comment is about something else.
    pub question: Option<String>,
    /// The item of that answer; none if the comment is about the whole answer.
    pub answer_id: Option<AnswerId>,
    pub action_item_id: Option<ActionItemId>,
    pub text: String,
    /// The ids of people, as a JSON array.
    pub mentions: String,
    /// Whether the author no longer reads it: the revision was withdrawn, and the link under which it was written has
    /// ended since (`set_aside`).
    pub closed_to_author: bool,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
