//! The progress that is kept beside plans, recomputed from their action items.

use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::{Crossing, Database},
    entity::action_item,
    ids::{PlanId, TenantId},
};

const COLUMNS: &str = "tenant_id, plan_id, items, cancelled, in_progress, blocked, done, percent";

/// Counts the action items of every plan that has any.
const COUNTED: &str = "select i.tenant_id, i.plan_id, \
         count(case when i.status <> 'cancelled' then 1 end) as items, \
         count(case when i.status = 'cancelled' then 1 end) as cancelled, \
         count(case when i.status = 'in_progress' then 1 end) as in_progress, \
         count(case when i.status = 'blocked' then 1 end) as blocked, \
         count(case when i.status = 'done' then 1 end) as done, \
         coalesce(sum(case when i.status <> 'cancelled' then i.progress_percent end), 0) as percent \
     from action_items i group by i.tenant_id, i.plan_id";

/// A plan whose kept numbers are not those of its items: what is kept, less what there is.
#[derive(Debug, PartialEq, Eq, FromQueryResult)]
pub struct Difference {
    pub tenant_id: TenantId,
    pub plan_id: PlanId,
    pub items: i64,
    pub cancelled: i64,
    pub in_progress: i64,
    pub blocked: i64,
    pub done: i64,
    pub percent: i64,
}

/// The first `limit` plans of all tenants whose kept numbers are not those of their items.
pub async fn list_differences(db: &Database, limit: u32) -> Result<Vec<Difference>, DbErr> {
    let names = ["items", "cancelled", "in_progress", "blocked", "done", "percent"];
    let sums = names.map(|name| format!("cast(sum({name}) as bigint) as {name}")).join(", ");
    let negated = names.map(|name| format!("-{name}")).join(", ");
    let differ = names.map(|name| format!("sum({name}) <> 0")).join(" or ");
    let sql = format!(
        "select tenant_id, plan_id, {sums} from (select {COLUMNS} from plan_progress \
             union all select tenant_id, plan_id, {negated} from ({COUNTED}) c) d \
         group by tenant_id, plan_id having {differ} order by tenant_id, plan_id limit {limit}"
    );
    db.query_all_tenants(Crossing::KeptProgress, &sql, []).await
}

/// The mean progress of the action items of a new plan, of which none is cancelled, as [`super::store`] has it of those
/// that exist: rounded to the nearest integer.
pub fn mean(items: &[action_item::Model]) -> i64 {
    let count = items.len() as i64;
    let sum: i64 = items.iter().map(|item| i64::from(item.progress_percent)).sum();
    if count == 0 { 0 } else { (2 * sum + count) / (2 * count) }
}
