//! Turns: the requests of one caller wait for each other, so that a burst of them leaves connections to everybody
//! else. Otherwise whoever comes after a thousand requests would wait for all of them.

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

/// The callers, each with a line of its own.
#[derive(Debug)]
pub struct Turns {
    /// How many requests of one caller are carried out at a time.
    at_once: usize,
    wait: Duration,
    lines: Mutex<HashMap<(TenantId, String), Arc<Semaphore>>>,
}

/// Where the requests of one caller wait.
#[derive(Clone, Debug)]
pub struct Line {
    turns: Arc<Semaphore>,
    wait: Duration,
}

/// A request's turn, until it is dropped.
#[derive(Debug)]
pub struct Turn {
    _permit: OwnedSemaphorePermit,
}

impl Turns {
    /// A caller gets half of so many connections, and `wait` is how long one of its requests waits.
    pub fn new(connections: u32, wait: Duration) -> Self {
        Self { at_once: (connections / 2).max(1) as usize, wait, lines: Mutex::default() }
    }

    pub fn line(&self, tenant: TenantId, caller: &str) -> Line {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let turns = lines.entry((tenant, caller.to_owned()));
        let turns = Arc::clone(turns.or_insert_with(|| Arc::new(Semaphore::new(self.at_once))));
        Line { turns, wait: self.wait }
    }

    /// Forgets callers of whom nobody waits.
    pub fn tidy(&self) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.retain(|_, turns| Arc::strong_count(turns) > 1);
        lines.shrink_to_fit();
    }
}

impl Line {
    pub async fn turn(&self) -> Result<Turn, DbErr> {
        match timeout(self.wait, Arc::clone(&self.turns).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Turn { _permit: permit }),
            _ => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }
}
