//! The horizon of the change feed: the position up to which it can be read.
//!
//! On PostgreSQL the position of an event is the id of its transaction. Transactions do not commit in the order of
//! their ids, so an open one may have a lower id than one that has committed. Readers therefore stop before the oldest
//! open transaction; otherwise they would skip its events.
//!
//! Positions and horizon must come from the same server. On one server the statement that reads the events asks for the
//! horizon too: one round trip, one snapshot. On Citus that statement runs on the node of the tenant, which has ids of
//! its own, while positions are the ids of the coordinator's transactions (see `db/positions.rs`). There the horizon is
//! a statement of its own, which touches no table and so runs on the coordinator, and it comes first:
//!
//! 1. The reader asks for the horizon H. Every transaction with an id below H has ended, and none can get one any more.
//! 2. A change writes the rows of one tenant, which are on one node. Citus commits there before the transaction ends on
//!    the coordinator (two phases, which commit in the other order, are for changes of several nodes). So the rows of
//!    every transaction below H are visible on the node by now.
//! 3. The reader reads the events below H. This statement is planned after step 1. If a shard moves meanwhile, changes
//!    wait until every session knows its new node. So whichever node the reader is sent to, the transactions below H
//!    that were written elsewhere have been copied to it.
//!
//! If the horizon is asked for earlier than necessary, the reader sees less, never a gap.
//!
//! Other designs cost more: a sequencer that gives positions after the commit writes each event twice and delays the
//! feed; a counter for each tenant makes all changes of a tenant wait for each other.

use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{DbBackend, DbErr, FromQueryResult, Value};

use crate::db::{Database, Read};

/// How often the horizon is asked for again when it is only a lower bound.
pub const RETRIES: usize = 5;

/// Whether the database was found to be distributed: it saves a statement that would be in vain. A hint only, as every
/// statement says for itself whether its horizon counts.
static IS_DISTRIBUTED: AtomicBool = AtomicBool::new(false);

/// A horizon, and whether it is exact. If not, it is a lower bound, because the database of an open transaction could
/// not be found out.
#[derive(Debug, FromQueryResult)]
struct Asked {
    horizon: i64,
    sure: bool,
}

/// Where the statement that reads the feed gets the horizon from.
#[derive(Clone, Copy, Debug)]
pub enum Horizon {
    /// From the server that it runs on, at the moment when it runs.
    Own,
    /// It was asked for before.
    Asked(i64),
}

impl Horizon {
    /// How to begin, for all that is known.
    pub async fn first(db: &impl Read) -> Result<Self, DbErr> {
        if IS_DISTRIBUTED.load(Ordering::Relaxed) && db.backend() == DbBackend::Postgres {
            Self::of_coordinator(db).await
        } else {
            Ok(Self::Own)
        }
    }

    /// Asks for the horizon, after a statement has said that its own does not count.
    pub async fn of_coordinator(db: &impl Read) -> Result<Self, DbErr> {
        IS_DISTRIBUTED.store(true, Ordering::Relaxed);
        let mut asked = None;
        for _ in 0..=RETRIES {
            asked = db.ask_server::<Asked>(ASK).await?;
            if asked.as_ref().is_none_or(|asked| asked.sure) {
                break;
            }
        }
        asked.map(|asked| Self::Asked(asked.horizon)).ok_or_else(unknown)
    }

    /// A FROM item for the tenant `$1` with the columns `horizon`, `sure` and `counts`: no event can appear before
    /// `horizon` any longer. If `sure` is false, it is only a lower bound: query again. If `counts` is false, the
    /// statement does not run where positions come from.
    pub fn as_from_item(self, backend: DbBackend) -> &'static str {
        match (self, backend) {
            (Self::Asked(_), _) => "(select cast($2 as bigint) as horizon, true as sure, true as counts)",
            (Self::Own, DbBackend::Postgres) => {
                "(select h.horizon, h.sure, to_regclass('pg_catalog.pg_dist_partition') is null as counts \
                 from event_horizon() h)"
            }
            // SQLite has one writer, so positions are assigned in the order of the commits: the next one is the
            // horizon.
            (Self::Own, _) => {
                "(select coalesce(max(position), 0) + 1 as horizon, true as sure, true as counts \
                 from events where tenant_id = $1 and in_feed)"
            }
        }
    }

    /// The parameters of the FROM item, from `$2` on.
    pub fn values(self) -> Option<Value> {
        match self {
            Self::Own => None,
            Self::Asked(horizon) => Some(horizon.into()),
        }
    }
}

const ASK: &str = "select horizon, sure from event_horizon()";

/// The horizon of all tenants. On SQLite it is the largest integer: there is one writer, so no open transaction can
/// hide a committed event.
pub async fn installation_horizon(db: &Database) -> Result<i64, DbErr> {
    if db.backend() != DbBackend::Postgres {
        return Ok(i64::MAX);
    }
    let asked = db.ask_server::<Asked>(ASK).await?;
    asked.map(|asked| asked.horizon).ok_or_else(unknown)
}

fn unknown() -> DbErr {
    DbErr::RecordNotFound("the horizon of the change feed".into())
}
