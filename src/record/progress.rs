//! Keeps the progress of plans: the numbers of a plan's action items, in one narrow row beside the plan.
//!
//! Each change of an item adds the difference that it makes, in its own transaction. The difference is exact because an
//! item is written only in the version that was read. The database adds it to the stored numbers, so people who change
//! different items of one plan at once wait for each other's commit at most, and neither is lost.
//!
//! All are written last, in the order of the plans: after a transaction has such a row, it takes no further lock, so no
//! two transactions wait for each other.

use std::collections::BTreeMap;

use crate::{
    entity::{
        action_item::{self, ActionItemStatus},
        plan_progress,
    },
    ids::PlanId,
};

/// What a transaction adds to the progress of plans.
#[derive(Debug, Default)]
pub struct KeptProgress(BTreeMap<PlanId, plan_progress::Model>);

impl KeptProgress {
    pub fn add(&mut self, item: &action_item::Model) {
        self.count(item, 1);
    }

    pub fn subtract(&mut self, item: &action_item::Model) {
        self.count(item, -1);
    }

    fn count(&mut self, item: &action_item::Model, sign: i32) {
        let sums = self.0.entry(item.plan_id).or_insert_with(|| none(item));
        let (items, percent) = match item.status {
            ActionItemStatus::Cancelled => (0, 0),
            _ => (sign, sign * item.progress_percent),
        };
        sums.items += items;
        sums.percent += percent;
        match item.status {
            ActionItemStatus::NotStarted => {}
            ActionItemStatus::InProgress => sums.in_progress += sign,
            ActionItemStatus::Blocked => sums.blocked += sign,
            ActionItemStatus::Done => sums.done += sign,
            ActionItemStatus::Cancelled => sums.cancelled += sign,
        }
    }

    /// The differences, in the order of the plans; none of plans whose numbers stay as they are.
    pub fn into_rows(self) -> impl Iterator<Item = plan_progress::Model> {
        self.0.into_values().filter(|sums| {
            let plan_progress::Model {
                tenant_id: _,
                plan_id: _,
                items,
                cancelled,
                in_progress,
                blocked,
                done,
                percent,
            } = sums;
            [items, cancelled, in_progress, blocked, done, percent].into_iter().any(|number| *number != 0)
        })
    }
}

fn none(item: &action_item::Model) -> plan_progress::Model {
    plan_progress::Model {
        tenant_id: item.tenant_id,
        plan_id: item.plan_id,
        items: 0,
        cancelled: 0,
        in_progress: 0,
        blocked: 0,
        done: 0,
        percent: 0,
    }
}
