//! Figures of the whole installation, looked at by the processes that work: never for each reading of the metrics, and
//! never a tenant at a time.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::state::Core;

/// What waits.
#[derive(Clone, Copy, Debug)]
pub struct Backlog {
    pub feed_head: i64,
    pub feed_age: f64,
    pub due: i64,
    pub lag: f64,
    pub enabled: i64,
    pub disabled: i64,
}

/// How much there is.
#[derive(Clone, Debug)]
pub struct Totals {
    pub tenants: i64,
    pub people: i64,
    /// Each status with its number.
    pub plans: [(&'static str, i64); 5],
    pub action_items: [(&'static str, i64); 5],
}

/// Looks at what waits, and keeps it for the metrics.
pub async fn look_at_backlog(core: &Core) -> Result<(), DbErr> {
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
    let sql = format!(
        "select w.enabled, w.disabled, d.due, d.due_since, f.head, f.held_since from \
         (select count(case when status = 'enabled' then 1 end) as enabled, \
             count(case when status = 'disabled' then 1 end) as disabled from webhooks) w, \
         (select count(*) as due, min(d.next_attempt_at) as due_since from webhooks w \
             join deliveries d on d.tenant_id = w.tenant_id and d.webhook_id = w.id \
             where w.status = 'enabled' and d.next_attempt_at <= $1) d, \
         (select max(t.head) as head, min(t.held_since) as held_since from (select \
             (select max(e.position) from events e \
                 where e.tenant_id = t.id and e.in_feed and e.position < h.horizon) as head, \
             (select min(e.occurred_at) from events e \
                 where e.tenant_id = t.id and e.in_feed and e.position >= h.horizon) as held_since \
             from tenants t, {} h) t) f",
        core.db.installation_horizon()
    );
    let Some(row) = core.db.query_all_tenants::<Row>(&sql, [now.into()]).await?.pop() else { return Ok(()) };
    let age = |since: Option<DateTime<Utc>>| {
        since.map_or(0.0, |since| (now - since).max(TimeDelta::zero()).as_seconds_f64())
    };
    core.metrics.saw_backlog(Backlog {
        feed_head: row.head.unwrap_or_default(),
        feed_age: age(row.held_since),
        due: row.due,
        lag: age(row.due_since),
        enabled: row.enabled,
        disabled: row.disabled,
    });
    Ok(())
}

/// Counts what there is, and keeps it for the metrics.
pub async fn count(core: &Core) -> Result<(), DbErr> {
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
    // One pass over the index that has the status of each; grouped by it, they would all be sorted.
    let number = |status: &str| format!("count(case when status = '{status}' then 1 end) as {status}");
    let sql = format!(
        "select t.tenants, p.people, l.*, i.* from (select count(*) as tenants from tenants) t, \
         (select count(*) as people from people where active) p, \
         (select {} from plans) l, (select {} from action_items) i",
        ["draft", "shared", "agreed", "completed", "archived"].map(number).join(", "),
        ["not_started", "in_progress", "blocked", "done", "cancelled"].map(number).join(", "),
    );
    let Some(row) = core.db.query_all_tenants::<Row>(&sql, []).await?.pop() else { return Ok(()) };
    core.metrics.saw_totals(Totals {
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
