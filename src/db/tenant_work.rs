//! Background work on all tenants, one tenant after the other.
//!
//! A statement over all tenants finds those that have work. On a Citus cluster it fails as a whole while a node does
//! not respond. The tenants of the other nodes do not wait for that node: each of them is worked on as if it had been
//! found, and its own statements tell whether there is anything to do.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
    vec,
};

use sea_orm::{DbErr, Value};

use super::{Crossing, Database, error::Outage};
use crate::ids::TenantId;

/// How long the tenants of the nodes that respond are kept, before all nodes are asked again.
const KEEP: Duration = Duration::from_secs(5);

/// What is known while a node does not respond: until when, the tenants of the other nodes, and the failure.
#[derive(Debug, Default)]
pub struct NodeOutage(Mutex<Option<(Instant, Vec<TenantId>, DbErr)>>);

/// The tenants to work on. A tenant whose work fails does not stop the others: its failure is returned at the end.
#[derive(Debug)]
#[must_use]
pub struct TenantWork {
    tenants: vec::IntoIter<TenantId>,
    /// From the start, with the failure of a node that does not respond: its tenants are not among those above.
    outcomes: Outcomes,
}

/// What came of pieces of work, of which one that fails does not stop the others.
#[derive(Debug, Default)]
#[must_use]
pub struct Outcomes {
    sum: u64,
    /// The first failure.
    failure: Option<DbErr>,
}

impl Database {
    /// The tenants that a statement over all tenants finds, for work in the background.
    pub async fn work_on_tenants_where(
        &self,
        crossing: Crossing,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<TenantWork, DbErr> {
        if let Some(work) = self.node_outage.work() {
            return Ok(work);
        }
        match self.tenants_where(crossing, sql, values).await {
            Ok(tenants) => Ok(TenantWork::new(tenants, None)),
            Err(failure) if Outage::of(&failure) == Some(Outage::NodeAway) => {
                let tenants = self.tenants_that_respond().await?;
                self.node_outage.keep(tenants.clone(), failure.clone());
                Ok(TenantWork::new(tenants, Some(failure)))
            }
            Err(failure) => Err(failure),
        }
    }

    /// The tenants of the nodes of a Citus cluster that respond.
    async fn tenants_that_respond(&self) -> Result<Vec<TenantId>, DbErr> {
        // The command runs on each shard by itself, and succeeds or not.
        let sql = "select unnest(string_to_array(result, ','))::uuid from run_command_on_shards( \
             'tenants', $$select string_agg(id::text, ',') from %s$$) where success";
        self.tenants_where(Crossing::RespondingTenants, sql, []).await
    }
}

impl NodeOutage {
    fn work(&self) -> Option<TenantWork> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, tenants, failure) = known.as_ref().filter(|(until, ..)| Instant::now() < *until)?;
        Some(TenantWork::new(tenants.clone(), Some(failure.clone())))
    }

    fn keep(&self, tenants: Vec<TenantId>, failure: DbErr) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((Instant::now() + KEEP, tenants, failure));
    }
}

impl TenantWork {
    fn new(tenants: Vec<TenantId>, failure: Option<DbErr>) -> Self {
        Self { tenants: tenants.into_iter(), outcomes: Outcomes { sum: 0, failure } }
    }

    /// The next tenant to work on.
    pub fn next_tenant(&mut self) -> Option<TenantId> {
        self.tenants.next()
    }

    /// See [`Outcomes::record`].
    pub fn record(&mut self, outcome: Result<u64, DbErr>) -> Result<(), DbErr> {
        self.outcomes.record(outcome)
    }

    /// The sum over all tenants, or the first failure.
    pub fn finish(self) -> Result<u64, DbErr> {
        self.outcomes.finish()
    }
}

impl Outcomes {
    /// Takes a number to add up, or a failure. Fails if the database as a whole does not respond.
    pub fn record(&mut self, outcome: Result<u64, DbErr>) -> Result<(), DbErr> {
        match outcome {
            Ok(number) => self.sum += number,
            Err(error) if Outage::of(&error).is_some_and(Outage::spoils_connection) => return Err(error),
            Err(error) => self.failure = self.failure.take().or(Some(error)),
        }
        Ok(())
    }

    /// The sum so far.
    pub fn sum(&self) -> u64 {
        self.sum
    }

    /// The sum, or the first failure.
    pub fn finish(self) -> Result<u64, DbErr> {
        self.failure.map_or(Ok(self.sum), Err)
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnAcquireErr, prelude::Uuid};

    use super::*;

    fn tenant(number: u128) -> TenantId {
        TenantId(Uuid::from_u128(number))
    }

    /// Works on four tenants, of which the second fails. Returns how many were worked on, and the outcome.
    fn work(second: DbErr, missing: Option<DbErr>) -> (u64, Result<u64, DbErr>) {
        let mut work = TenantWork::new((1..5).map(tenant).collect(), missing);
        let mut worked_on = 0;
        while let Some(each) = work.next_tenant() {
            worked_on += 1;
            let outcome = if each == tenant(2) { Err(second.clone()) } else { Ok(1) };
            if let Err(error) = work.record(outcome) {
                return (worked_on, Err(error));
            }
        }
        (worked_on, work.finish())
    }

    #[test]
    fn the_failure_of_one_tenant_does_not_stop_the_others() {
        let failure = DbErr::Custom("a row".into());
        assert_eq!(work(failure.clone(), None), (4, Err(failure)));
    }

    #[test]
    fn a_node_that_does_not_respond_is_reported_after_the_work_for_the_others() {
        let away = DbErr::Custom("a node".into());
        assert_eq!(work(DbErr::Custom("a row".into()), Some(away.clone())), (4, Err(away)));
    }

    #[test]
    fn the_work_stops_when_the_database_does_not_respond() {
        let away = DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        assert_eq!(work(away.clone(), None), (2, Err(away)));
    }
}
