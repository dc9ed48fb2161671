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
#[derive(Clone, Debug, Default)]
pub struct Totals {
    pub tenants: i64,
    pub people: i64,
    plans: Vec<(String, i64)>,
    action_items: Vec<(String, i64)>,
}

impl Totals {
    pub fn plans(&self) -> impl Iterator<Item = (&str, i64)> {
        by_status(&self.plans)
    }

    pub fn action_items(&self) -> impl Iterator<Item = (&str, i64)> {
        by_status(&self.action_items)
    }
}

fn by_status(numbers: &[(String, i64)]) -> impl Iterator<Item = (&str, i64)> {
    numbers.iter().map(|(status, number)| (status.as_str(), *number))
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
    let Some(row) = core.db.survey::<Row>(&sql, [now.into()]).await?.pop() else { return Ok(()) };
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
        what: String,
        status: String,
        number: i64,
    }
    let sql = "select 'tenants' as what, '' as status, count(*) as number from tenants \
         union all select 'people', '', count(*) from people where active \
         union all select 'plans', status, count(*) from plans group by status \
         union all select 'action_items', status, count(*) from action_items group by status \
         order by what, status";
    let mut totals = Totals::default();
    for Row { what, status, number } in core.db.survey(sql, []).await? {
        match what.as_str() {
            "tenants" => totals.tenants = number,
            "people" => totals.people = number,
            "plans" => totals.plans.push((status, number)),
            _ => totals.action_items.push((status, number)),
        }
    }
    core.metrics.saw_totals(totals);
    Ok(())
}
