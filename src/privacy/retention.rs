//! Retention: people who left long ago are erased, and a tenant may have rules of its own for them and for events.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbErr, FromQueryResult};

use super::erase::erase;
use crate::{
    auth::Actor,
    db::{Conditions, Crossing, Database, Outcomes, Read as _},
    entity::{erasure::ErasureReason, person, tenant},
    events,
    ids::{PersonId, TenantId},
    state::Core,
    webhooks,
};

/// Leavers that one statement finds.
const BATCH: u32 = 50;

/// How long the data of a tenant is kept, in days; none as the settings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Rules {
    pub tenant_id: TenantId,
    pub events_kept_days: Option<i32>,
    /// 0 keeps leavers for good.
    pub leavers_kept_days: Option<i32>,
}

impl Rules {
    /// Before when events are deleted; none as the settings say.
    fn events_before(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        Some(now - TimeDelta::days(self.events_kept_days?.into()))
    }

    /// Who left before when is erased; none for no one.
    fn left_before(&self, default: Option<Duration>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self.leavers_kept_days {
            Some(0) => None,
            Some(days) => Some(now - TimeDelta::days(days.into())),
            None => default.map(|kept| now - kept),
        }
    }
}

/// The rules of the tenants that have some of their own.
async fn own_rules(db: &Database) -> Result<Vec<Rules>, DbErr> {
    let sql = "select id as tenant_id, events_kept_days, leavers_kept_days from tenants \
         where events_kept_days is not null or leavers_kept_days is not null";
    db.query_all_tenants(Crossing::Retention, sql, []).await
}

/// Deletes old events, and old deliveries of them, by the rules of each tenant. How many were deleted.
pub async fn delete_events(db: &Database, kept: Duration, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let own: HashMap<TenantId, DateTime<Utc>> = own_rules(db)
        .await?
        .iter()
        .filter_map(|rules| Some((rules.tenant_id, rules.events_before(now)?)))
        .collect();
    let mut deleted = Outcomes::default();
    deleted.record(events::store::delete_expired_events(db, now - kept).await)?;
    for (tenant, before) in &own {
        deleted.record(events::store::delete_events_before(db, *tenant, *before).await)?;
    }
    let before = |tenant| own.get(&tenant).copied().unwrap_or(now - kept);
    deleted.record(webhooks::store::delete_expired_deliveries(db, before).await)?;
    deleted.finish()
}

/// Sets how long the data of a tenant is kept: what is given, none for as the settings say. The rules from now on; none
/// if there is no such tenant.
pub async fn set(
    core: &Core,
    tenant: TenantId,
    events: Option<Option<i32>>,
    leavers: Option<Option<i32>>,
) -> Result<Option<Rules>, DbErr> {
    let mut txn = core.db.begin(tenant).await?;
    let Some(before) = txn.row_for_update::<tenant::Entity>(()).await? else { return Ok(None) };
    let after = tenant::Model {
        events_kept_days: events.unwrap_or(before.events_kept_days),
        leavers_kept_days: leavers.unwrap_or(before.leavers_kept_days),
        ..before.clone()
    };
    let (events_kept_days, leavers_kept_days) = (after.events_kept_days, after.leavers_kept_days);
    if after != before {
        txn.touch(before, after)?;
    }
    txn.commit().await?;
    Ok(Some(Rules { tenant_id: tenant, events_kept_days, leavers_kept_days }))
}

/// Erases the people who have been inactive for longer than `kept`, or than their tenant's rule says, each in a
/// transaction of its own. Those under a legal hold stay. How many were erased.
pub async fn erase_leavers(core: &Core, kept: Option<Duration>) -> Result<u64, DbErr> {
    let any_rule = if kept.is_some() { "" } else { "t.leavers_kept_days > 0 and " };
    let with_leavers = format!(
        "select t.id as tenant_id, t.events_kept_days, t.leavers_kept_days from tenants t where {any_rule}exists ( \
             select 1 from people p where p.tenant_id = t.id and p.deactivated_at is not null and p.erased_at is null)"
    );
    let tenants: Vec<Rules> = core.db.query_all_tenants(Crossing::Retention, &with_leavers, []).await?;
    let mut erased = Outcomes::default();
    let outcome = erase_leavers_of_all(core, kept, tenants, &mut erased).await;
    let count = erased.sum();
    if count > 0 {
        tracing::info!(count, "erased people who had left");
        // So that the log does not contain what was erased.
        erased.record(core.db.truncate_log().await.map(|()| 0))?;
    }
    outcome?;
    erased.finish()
}

async fn erase_leavers_of_all(
    core: &Core,
    kept: Option<Duration>,
    tenants: Vec<Rules>,
    erased: &mut Outcomes,
) -> Result<(), DbErr> {
    for rules in tenants {
        let Some(before) = rules.left_before(kept, core.clock.now()) else { continue };
        let outcome = erase_leavers_of(core, rules.tenant_id, before, erased).await;
        erased.record(outcome.map(|()| 0))?;
    }
    Ok(())
}

async fn erase_leavers_of(
    core: &Core,
    tenant: TenantId,
    before: DateTime<Utc>,
    erased: &mut Outcomes,
) -> Result<(), DbErr> {
    let mut after = None;
    loop {
        let leavers = list_leavers(core, tenant, before, after).await?;
        for Leaver { id, .. } in &leavers {
            if core.stopping.is_cancelled() {
                return Ok(());
            }
            let outcome = erase_leaver(core, tenant, *id, before).await;
            erased.record(outcome.inspect_err(|error| {
                tracing::warn!(%tenant, person = %id, cause = %error, "a person who had left cannot be erased");
            }))?;
        }
        after = leavers.last().copied();
        if leavers.len() < BATCH as usize {
            return Ok(());
        }
    }
}

#[derive(Clone, Copy, FromQueryResult)]
struct Leaver {
    id: PersonId,
    deactivated_at: DateTime<Utc>,
}

async fn list_leavers(
    core: &Core,
    tenant: TenantId,
    before: DateTime<Utc>,
    after: Option<Leaver>,
) -> Result<Vec<Leaver>, DbErr> {
    let select = "select p.id, p.deactivated_at from people p \
         where p.tenant_id = $1 and p.deactivated_at < $2 and p.erased_at is null and not p.active \
             and not exists (select 1 from legal_holds h \
                 where h.tenant_id = $1 and h.person_id = p.id and h.released_at is null)";
    let mut sql = Conditions::new(select, [before.into()]);
    if let Some(Leaver { id, deactivated_at }) = after {
        sql.and_all("(p.deactivated_at, p.id) > (?, ?)", [deactivated_at.into(), id.into()]);
    }
    sql.sql.push_str(&format!(" order by p.deactivated_at, p.id limit {BATCH}"));
    core.db.reader(tenant).list(&sql.sql, sql.values).await
}

/// Erases a person, unless the person has come back or a hold was placed. How many were erased.
async fn erase_leaver(
    core: &Core,
    tenant: TenantId,
    id: PersonId,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let mut txn = core.begin(tenant, Actor::default()).await?;
    let person = txn.row_for_update::<person::Entity>(id).await?;
    let Some(person) = person.filter(|it| !it.active && it.deactivated_at.is_some_and(|left| left < before))
    else {
        return Ok(0);
    };
    let reason = ErasureReason::NoLongerNecessary;
    let proof = erase(&mut txn, &core.secrets, &person, reason).await?;
    txn.commit().await?;
    Ok(u64::from(proof.is_some()))
}
