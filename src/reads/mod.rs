//! Records of reads. A request that shows another person's plan notes it in memory, and each process writes what was
//! noted once a second, in few statements: no request waits for it. A process that is killed loses a second of them at
//! most; one that is stopped writes them first.
//!
//! Reads of one kind within ten minutes are one row, whose count the database raises, so any number of processes share
//! it. When the ten minutes are over, the worker seals the row as an audit record (`audit::seal`).
//!
//! The lock of the tenant's `audit_heads` row keeps writing and sealing apart: what is written counts in a window that
//! is not sealed.

mod rules;
mod store;

use std::{
    collections::{HashMap, HashSet},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use futures_util::stream::{self, StreamExt as _};
use sea_orm::{DbBackend, DbErr};
use tokio::sync::Notify;

pub use self::{
    rules::{ReadAction, ReadKey, ReadSubject, Reader, WINDOW, first_id, window},
    store::{first_head, lock_head},
};
use crate::{
    clock::Clock,
    db::Database,
    ids::{AuditRecordId, PlanId, TenantId},
};

/// Once so much is noted, it is written before the second is over.
const MANY: usize = 5_000;

/// How much is noted at most. More is lost, with an error in the log: the database has not taken any for long.
const MOST: usize = 100_000;

/// How many plans in lists are remembered as written.
const MOST_WRITTEN: usize = 100_000;

/// The reads of this process that are not written yet. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct ReadLog(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    noted: Mutex<Noted>,
    many: Notify,
    /// One flush at a time. Holds the plans in lists of the present window that are written already.
    written: tokio::sync::Mutex<Written>,
}

#[derive(Debug, Default)]
struct Noted {
    by_tenant: HashMap<TenantId, HashMap<ReadKey, Count>>,
    size: usize,
}

#[derive(Debug, Default)]
struct Written {
    window: DateTime<Utc>,
    plans: HashSet<Shown>,
}

/// How often something was read.
#[derive(Debug)]
struct Count {
    first_at: DateTime<Utc>,
    count: i64,
    /// The plans that a list showed.
    plans: HashSet<PlanId>,
}

impl ReadLog {
    /// Notes a read. `plans` are those that a list showed.
    pub fn note(
        &self,
        tenant: TenantId,
        key: ReadKey,
        plans: impl IntoIterator<Item = PlanId>,
        now: DateTime<Utc>,
    ) {
        let size = self.noted().note(tenant, key, now, 1, plans);
        if size > MANY {
            self.0.many.notify_one();
        }
    }

    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until much is noted.
    pub async fn has_many(&self) {
        self.0.many.notified().await;
    }

    /// Writes what is noted. What cannot be written stays noted: the database of one tenant may be away alone.
    pub async fn flush(&self, db: &Database, clock: &Clock) -> Result<(), DbErr> {
        let mut written = self.0.written.lock().await;
        let Noted { by_tenant, .. } = mem::take(&mut *self.noted());
        let before = &*written;
        let writes = by_tenant.into_iter().map(async |(tenant, counts)| {
            let outcome = store::write(db, tenant, &counts, clock.now(), before).await;
            (tenant, counts, outcome)
        });
        let outcomes: Vec<_> = stream::iter(writes).buffer_unordered(tenants_at_once(db)).collect().await;
        let mut flushed = Ok(());
        for (tenant, counts, outcome) in outcomes {
            match outcome {
                Ok((window, plans)) => written.add(window, plans),
                Err(error) => {
                    flushed = Err(error);
                    let mut noted = self.noted();
                    for (key, count) in counts {
                        let Count { first_at, count, plans } = count;
                        noted.note(tenant, key, first_at, count, plans);
                    }
                }
            }
        }
        flushed
    }
}

/// How many tenants' reads are written at once. On SQLite, writes that wait for each other share a commit, and each
/// commit makes all connections forget the pages that they hold; but a request that comes meanwhile waits for all of
/// them. On PostgreSQL, each would take a connection from requests.
fn tenants_at_once(db: &Database) -> usize {
    match db.backend() {
        DbBackend::Sqlite => 8,
        _ => 1,
    }
}

/// A plan that a list showed, and the record that says so, whose id is a digest that includes the tenant.
type Shown = (AuditRecordId, PlanId);

impl Noted {
    /// Adds to what is noted. Its size.
    fn note(
        &mut self,
        tenant: TenantId,
        key: ReadKey,
        first_at: DateTime<Utc>,
        count: i64,
        plans: impl IntoIterator<Item = PlanId>,
    ) -> usize {
        if self.size >= MOST {
            tracing::error!("records of reads are lost: the database has not taken any for long");
            return self.size;
        }
        let counts = self.by_tenant.entry(tenant).or_default();
        let before = counts.get(&key).map_or(0, Count::size);
        let sum = counts.entry(key).or_insert(Count { first_at, count: 0, plans: HashSet::new() });
        sum.count += count;
        sum.first_at = sum.first_at.min(first_at);
        sum.plans.extend(plans);
        self.size += sum.size() - before;
        self.size
    }
}

impl Count {
    fn size(&self) -> usize {
        1 + self.plans.len()
    }
}

impl Written {
    fn contains(&self, window: DateTime<Utc>, shown: Shown) -> bool {
        self.window == window && self.plans.contains(&shown)
    }

    /// Forgets the plans of earlier windows, and some when they are too many: they are written again then, to no
    /// effect.
    fn add(&mut self, window: DateTime<Utc>, plans: Vec<Shown>) {
        if self.window != window || self.plans.len() > MOST_WRITTEN {
            *self = Self { window, plans: HashSet::new() };
        }
        self.plans.extend(plans);
    }
}
