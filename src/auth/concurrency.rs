//! Concurrency limits: at most half of the database connections serve the requests of one caller at a time, and bodies
//! take a limited amount of memory.
//!
//! A burst of requests from one caller queues behind that caller's own requests, and leaves connections to the others.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::{
    http::{Problem, ProblemKind},
    ids::TenantId,
};

/// How many bodies of the largest size one caller may have in memory at a time.
const BODIES_OF_CALLER: usize = 32;

/// How many bodies of the largest size all callers may have in memory at a time.
const BODIES_OF_ALL: usize = 128;

/// The size that a body is taken to have if the limit is lower. Imports need some memory however small they are.
const MIN_BODY: usize = 1 << 20;

/// Bodies are counted in units of this many bytes.
const UNIT: usize = 4096;

/// One limit per caller.
#[derive(Debug)]
pub struct ConcurrencyLimits {
    /// How many requests of one caller run at a time.
    at_once: usize,
    /// Longest that a request waits for a permit.
    wait: Duration,
    /// How many units of memory the bodies of one caller take.
    memory_of_caller: usize,
    /// The memory that is left for bodies, in units.
    memory: Arc<Semaphore>,
    callers: Mutex<HashMap<(TenantId, String), Arc<Share>>>,
}

/// What is left for one caller.
#[derive(Debug)]
struct Share {
    requests: Arc<Semaphore>,
    memory: Arc<Semaphore>,
}

/// The limit of one caller.
#[derive(Clone, Debug)]
pub struct ConcurrencyLimit {
    share: Arc<Share>,
    memory: Arc<Semaphore>,
    at_once: usize,
    wait: Duration,
}

/// Lets one request run, until it is dropped.
#[derive(Debug)]
pub struct Permit {
    _permit: OwnedSemaphorePermit,
}

impl ConcurrencyLimits {
    /// Each caller gets half of `connections`, but at least one. A request waits for its permit for at most `wait`.
    /// `body_limit` is the size of the largest body, in bytes.
    pub fn new(connections: u32, wait: Duration, body_limit: u32) -> Self {
        let units = (body_limit as usize).max(MIN_BODY).div_ceil(UNIT);
        let memory = Semaphore::new((units * BODIES_OF_ALL).min(Semaphore::MAX_PERMITS));
        Self {
            at_once: (connections / 2).max(1) as usize,
            wait,
            memory_of_caller: (units * BODIES_OF_CALLER).min(Semaphore::MAX_PERMITS),
            memory: Arc::new(memory),
            callers: Mutex::default(),
        }
    }

    pub fn of_caller(&self, tenant: TenantId, subject: &str) -> ConcurrencyLimit {
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        let share = callers.entry((tenant, subject.to_owned())).or_insert_with(|| {
            Arc::new(Share {
                requests: Arc::new(Semaphore::new(self.at_once)),
                memory: Arc::new(Semaphore::new(self.memory_of_caller)),
            })
        });
        ConcurrencyLimit {
            share: Arc::clone(share),
            memory: Arc::clone(&self.memory),
            at_once: self.at_once,
            wait: self.wait,
        }
    }

    /// Removes the callers that have no request.
    pub fn purge_idle(&self) {
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        // A request holds a clone of its caller's share.
        callers.retain(|_, share| Arc::strong_count(share) > 1);
        callers.shrink_to_fit();
    }
}

impl ConcurrencyLimit {
    /// Waits for a permit.
    ///
    /// # Errors
    ///
    /// 429 if other requests of the caller use all permits for too long.
    pub async fn acquire(&self) -> Result<Permit, Problem> {
        match timeout(self.wait, Arc::clone(&self.share.requests).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Permit { _permit: permit }),
            _ => Err(Problem::passing(
                ProblemKind::TooManyAtOnce,
                format!(
                    "this caller has {} requests running already, and none of them ended within {:?}",
                    self.at_once, self.wait
                ),
            )),
        }
    }
}

/// The memory that a body takes, which counts against the caller and against all. It is given back when it is dropped.
#[derive(Debug)]
pub struct BodyMemory {
    limit: ConcurrencyLimit,
    bytes: usize,
    units: usize,
    held: Vec<OwnedSemaphorePermit>,
}

impl BodyMemory {
    /// No bytes yet. They will count against `limit`.
    pub fn of(limit: &ConcurrencyLimit) -> Self {
        Self { limit: limit.clone(), bytes: 0, units: 0, held: Vec::new() }
    }

    /// Counts more bytes.
    ///
    /// # Errors
    ///
    /// 429 if the caller has too much in memory already, 503 if all callers together have.
    pub fn grow(&mut self, bytes: usize) -> Result<(), Problem> {
        self.bytes += bytes;
        let more = self.bytes.div_ceil(UNIT) - self.units;
        if more == 0 {
            return Ok(());
        }
        self.units += more;
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        let take = |from: &Arc<Semaphore>| Arc::clone(from).try_acquire_many_owned(more).ok();
        let own = take(&self.limit.share.memory).ok_or_else(|| {
            Problem::passing(
                ProblemKind::TooManyAtOnce,
                "this caller is sending too many large bodies at once; send fewer at the same time",
            )
        })?;
        let shared = take(&self.limit.memory).ok_or_else(|| {
            Problem::passing(
                ProblemKind::Unavailable,
                "the service is receiving as many large bodies as it has memory for; try again shortly",
            )
        })?;
        match self.held.as_mut_slice() {
            [held_own, held_shared] => {
                held_own.merge(own);
                held_shared.merge(shared);
            }
            _ => self.held = vec![own, shared],
        }
        Ok(())
    }
}
