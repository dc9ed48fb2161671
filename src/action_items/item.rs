//! An action item as the API shows it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{access::item_tag, rules};
use crate::{
    auth::Identity,
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        plan::PlanStatus,
    },
    http::{Named, Problem, Reply, StoredJson},
    ids::{ActionItemId, AnswerId, PersonId, PlanId, ProposalId, TemplateId},
    plans::{ActionItemLink, Horizon, advances},
};

/// A specific action: development by the plan's owner, or support promised by another person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionItem {
    pub id: ActionItemId,
    pub plan_id: PlanId,
    /// The plan's owner.
    pub owner_id: PersonId,
    pub owner: Named,
    pub kind: ActionItemKind,
    #[schema(max_length = 200, example = "Lead the monthly design review")]
    pub title: String,
    #[schema(required, max_length = 4000)]
    pub description: Option<String>,
    /// The person who does it.
    pub responsible_id: PersonId,
    pub responsible: Named,
    /// The development area that the item works on.
    #[schema(required)]
    pub development_area_id: Option<AnswerId>,
    /// The objectives that the item advances.
    pub advances: Vec<Horizon>,
    /// The action item that this one supports.
    #[schema(required)]
    pub supports_action_item_id: Option<ActionItemId>,
    /// Set by the latest progress update.
    pub status: ActionItemStatus,
    /// Set by the latest progress update.
    #[schema(minimum = 0, maximum = 100)]
    pub progress_percent: i32,
    #[schema(required)]
    pub starts_on: Option<NaiveDate>,
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// The support that would help the responsible person.
    #[schema(required, max_length = 2000)]
    pub support_needed: Option<String>,
    /// Courses, documents and evidence.
    #[schema(value_type = Vec<ActionItemLink>, max_items = 10)]
    pub links: StoredJson,
    /// The template that the item came from. It may have been deleted since.
    #[schema(required)]
    pub template_id: Option<TemplateId>,
    /// Whether the item is open and its due day has ended in the responsible person's time zone.
    pub overdue: bool,
    #[schema(required)]
    pub completed_at: Option<DateTime<Utc>>,
    /// When progress was last recorded. Only the owner sees that of the time when the plan was a draft.
    #[schema(required)]
    pub last_progress_at: Option<DateTime<Utc>>,
    /// The proposal that the item came from.
    #[schema(required)]
    pub proposal_id: Option<ProposalId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of the item.
    #[schema(minimum = 1)]
    pub version: i64,
}

impl ActionItem {
    /// The item of a plan with this status and owner, as of `now`, as the caller sees it.
    pub fn at(
        item: action_item::Model,
        (plan, owner_id): (PlanStatus, PersonId),
        caller: &Identity,
        now: DateTime<Utc>,
    ) -> Self {
        let (advances, overdue) = (advances(&item), rules::is_overdue(&item, plan, now));
        let action_item::Model {
            tenant_id: _,
            id,
            plan_id,
            kind,
            title,
            description,
            responsible_id,
            development_area_id,
            advances_short_term: _,
            advances_long_term: _,
            supports_action_item_id,
            status,
            progress_percent,
            starts_on,
            due_on,
            overdue_from: _,
            support_needed,
            completed_at,
            last_progress_at,
            created_at,
            updated_at,
            version,
            reminder_at: _,
            reminders_given: _,
            shared_progress_at,
            counted_version: _,
            links,
            template_id,
            proposal_id,
        } = item;
        Self {
            id,
            plan_id,
            owner_id,
            owner: Named::Later(owner_id),
            kind,
            title,
            description,
            responsible_id,
            responsible: Named::Later(responsible_id),
            development_area_id,
            advances,
            supports_action_item_id,
            status,
            progress_percent,
            starts_on,
            due_on,
            support_needed,
            links: StoredJson::of_column(links),
            template_id,
            overdue,
            completed_at,
            last_progress_at: if caller.is(owner_id) { last_progress_at } else { shared_progress_at },
            created_at,
            updated_at,
            proposal_id,
            version,
        }
    }

    /// The response with an item, as of `now`, and its ETag.
    pub fn reply(
        item: action_item::Model,
        (plan, owner): (PlanStatus, PersonId),
        caller: &Identity,
        now: DateTime<Utc>,
    ) -> Result<Reply, Problem> {
        let tag = item_tag(&item, plan, now);
        Ok(Reply::ok(&Self::at(item, (plan, owner), caller, now))?.with_etag(tag))
    }
}
