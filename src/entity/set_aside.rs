//! Something that was private under a link that has ended: removed from its own table, and kept here as JSON.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{LinkId, SetAsideId, TenantId};

/// What was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SetAsideKind {
    /// A plan that no one else could read, with all that belongs to it.
    Plan,
    /// The unshared changes of a shared plan.
    WorkingCopy,
    /// What of a shared plan stayed the owner's: revisions that were withdrawn, and progress recorded before it was
    /// shared.
    Withdrawn,
    /// A feedback that was not submitted.
    Feedback,
    /// The private note of a submitted feedback.
    PrivateNote,
    /// A private note about a discussion.
    DiscussionNote,
    /// That the author reads a submitted feedback on a revision that was withdrawn. The feedback stays, for the owner.
    WithdrawnFeedback,
    /// That the author reads a comment on a revision that was withdrawn. The comment stays, for the owner.
    WithdrawnComment,
    /// That the author reads a proposal on a revision that was withdrawn. The proposal stays, for the owner.
    WithdrawnProposal,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "set_aside")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SetAsideId,
    /// The link under which it was private.
    pub link_id: LinkId,
    pub kind: SetAsideKind,
    /// The id of the plan, feedback, discussion, comment or proposal.
    pub subject_id: Uuid,
    /// JSON.
    pub content: String,
    pub set_aside_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
