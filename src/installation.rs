//! Measures the whole installation, all tenants in one statement: the backlog and the totals that the metrics show.
//!
//! Worker processes do this from time to time. Reading the metrics queries nothing.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::Crossing,
    events::installation_horizon,
    state::Core,
    telemetry::readings::{Backlog, Totals},
};

/// Measures how far the change feed and webhook deliveries are behind, and keeps it for the metrics.
pub async fn measure_backlog(core: &Core) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        enabled: i64,
        disabled: i64,
        due: i64,
        due_since: Option<DateTime<Utc>>,
        head: Option<i64>,
        held_since: Option<DateTime<Utc>>,
    }
    let now = core.clock.now();
    // Asked for first: on a distributed database the nodes that read the events have no such horizon.
    let horizon = installation_horizon(&core.db).await?;
    // `f`: of each tenant, the latest event before the feed's horizon (`head`) and the oldest one that is not (an open
    // transaction hides it, since `held_since`).
    let sql = "select w.enabled, w.disabled, d.due, d.due_since, f.head, f.held_since from \
         (select count(case when status = 'enabled' then 1 end) as enabled, \
             count(case when status = 'disabled' then 1 end) as disabled from webhooks) w, \
         (select count(*) as due, min(d.next_attempt_at) as due_since from webhooks w \
             join deliveries d on d.tenant_id = w.tenant_id and d.webhook_id = w.id \
             where w.status = 'enabled' and d.next_attempt_at <= $1) d, \
         (select max(t.head) as head, min(t.held_since) as held_since from (select \
             (select max(e.position) from events e \
                 where e.tenant_id = t.id and e.in_feed and e.position < $2) as head, \
             (select min(e.occurred_at) from events e \
                 where e.tenant_id = t.id and e.in_feed and e.position >= $2) as held_since \
             from tenants t) t) f";
    let values = [now.into(), horizon.into()];
    let Some(row) = core.db.query_all_tenants::<Row>(Crossing::Backlog, sql, values).await?.pop() else {
        return Ok(());
    };
    let age = |since: Option<DateTime<Utc>>| {
        since.map_or(0.0, |since| (now - since).max(TimeDelta::zero()).as_seconds_f64())
    };
    core.metrics.set_backlog(Backlog {
        feed_head: row.head.unwrap_or_default(),
        feed_age: age(row.held_since),
        due: row.due,
        lag: age(row.due_since),
        enabled: row.enabled,
        disabled: row.disabled,
    });
    Ok(())
}

/// Counts tenants, people, plans and action items, and keeps the counts for the metrics.
pub async fn count_totals(core: &Core) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        tenants: i64,
        people: i64,
        draft: i64,
        shared: i64,
        agreed: i64,
        completed: i64,
        archived: i64,
        not_started: i64,
        in_progress: i64,
        blocked: i64,
        done: i64,
        cancelled: i64,
    }
    // Counting by CASE takes one pass over an index that has the status; GROUP BY would sort all rows first.
    let number = |status: &str| format!("count(case when status = '{status}' then 1 end) as {status}");
    let items = |sum: &str, status: &str| format!("cast(coalesce(sum({sum}), 0) as bigint) as {status}");
    let sql = format!(
        "select t.tenants, p.people, l.*, i.* from (select count(*) as tenants from tenants) t, \
         (select count(*) as people from people where active) p, \
         (select {} from plans) l, (select {} from plan_progress) i",
        ["draft", "shared", "agreed", "completed", "archived"].map(number).join(", "),
        [
            items("items - in_progress - blocked - done", "not_started"),
            items("in_progress", "in_progress"),
            items("blocked", "blocked"),
            items("done", "done"),
            items("cancelled", "cancelled"),
        ]
        .join(", "),
    );
    let Some(row) = core.db.query_all_tenants::<Row>(Crossing::Totals, &sql, []).await?.pop() else {
        return Ok(());
    };
    core.metrics.set_totals(Totals {
        tenants: row.tenants,
        people: row.people,
        plans: [
            ("draft", row.draft),
            ("shared", row.shared),
            ("agreed", row.agreed),
            ("completed", row.completed),
            ("archived", row.archived),
        ],
        action_items: [
            ("not_started", row.not_started),
            ("in_progress", row.in_progress),
            ("blocked", row.blocked),
            ("done", row.done),
            ("cancelled", row.cancelled),
        ],
    });
    Ok(())
}
