//! Concurrency limits: at most half of the database connections serve the requests of one caller at a time.
//!
//! A burst of requests from one caller queues behind that caller's own requests, and leaves connections to the others.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sea_orm::{ConnAcquireErr, DbErr};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::ids::TenantId;

/// One limit per caller.
#[derive(Debug)]
pub struct ConcurrencyLimits {
    /// How many requests of one caller run at a time.
    at_once: usize,
    /// Longest that a request waits for a permit.
    wait: Duration,
    callers: Mutex<HashMap<(TenantId, String), Arc<Semaphore>>>,
}

/// The limit of one caller.
#[derive(Clone, Debug)]
pub struct ConcurrencyLimit {
    permits: Arc<Semaphore>,
    wait: Duration,
}

/// Lets one request run, until it is dropped.
#[derive(Debug)]
pub struct Permit {
    _permit: OwnedSemaphorePermit,
}

impl ConcurrencyLimits {
    /// Each caller gets half of `connections`, but at least one. A request waits for its permit for at most `wait`.
    pub fn new(connections: u32, wait: Duration) -> Self {
        Self { at_once: (connections / 2).max(1) as usize, wait, callers: Mutex::default() }
    }

    pub fn of_caller(&self, tenant: TenantId, subject: &str) -> ConcurrencyLimit {
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        let permits = callers.entry((tenant, subject.to_owned()));
        let permits = Arc::clone(permits.or_insert_with(|| Arc::new(Semaphore::new(self.at_once))));
        ConcurrencyLimit { permits, wait: self.wait }
    }

    /// Removes the callers that have no request.
    pub fn purge_idle(&self) {
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        // A request holds a clone of its caller's semaphore.
        callers.retain(|_, permits| Arc::strong_count(permits) > 1);
        callers.shrink_to_fit();
    }
}

impl ConcurrencyLimit {
    /// Waits for a permit. The error is the one of a pool that has no free connection.
    pub async fn acquire(&self) -> Result<Permit, DbErr> {
        match timeout(self.wait, Arc::clone(&self.permits).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Permit { _permit: permit }),
            _ => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }
}
