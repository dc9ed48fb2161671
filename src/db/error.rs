//! What keeps the database from answering, and errors that a change expects.
//!
//! An [`Outage`] is any failure that is not the fault of the statement. It passes, by itself or once an operator has
//! acted, so the request is worth repeating.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};

/// JSON of a column that cannot be read or written.
pub fn json_error(error: serde_json::Error) -> DbErr {
    DbErr::Json(error.to_string())
}

/// Why the database does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// It cannot be reached, or has closed the connection.
    Away,
    /// The node of a Citus cluster that holds the tenant's rows cannot be reached. The coordinator is there.
    NodeAway,
    /// It has no connection left, or no memory.
    Busy,
    /// A lock is held by another transaction, or two transactions are in a deadlock.
    Locked,
    /// A statement exceeded its time limit.
    TooSlow,
    /// Its disk is full.
    Full,
    /// It accepts no changes: a replica, or a server that has just ceased to be the leader.
    ReadOnly,
    /// It cannot read or write its files.
    Storage,
    /// A prepared statement is gone, or no longer fits the schema.
    Unprepared,
}

/// What Citus reports of a node that does not answer, or that ended before it had committed: SQLSTATE, and a part of
/// the message. Some have no SQLSTATE of their own.
const NODE_AWAY: [(&str, &str); 4] = [
    ("08006", "connection to the remote node"),
    ("08006", "could not establish any connections to the node"),
    ("XX000", "could not commit transaction for shard"),
    ("XX000", "failure on connection marked as essential"),
];

/// What to answer and what to do.
pub struct Advice {
    /// To the caller: what this means for the request.
    pub detail: &'static str,
    /// To the caller: when to repeat the request, in seconds.
    pub retry_after: u16,
    /// To the operator, in the log.
    pub remedy: &'static str,
}

impl Outage {
    /// None if the statement itself is at fault.
    pub fn of(error: &DbErr) -> Option<Self> {
        match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Some(Self::Busy),
            DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed) => Some(Self::Away),
            DbErr::Conn(RuntimeErr::SqlxError(error)) => Some(Self::of_sqlx(error).unwrap_or(Self::Away)),
            DbErr::Conn(_) => Some(Self::Away),
            DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
                Self::of_sqlx(error)
            }
            _ => None,
        }
    }

    pub fn of_sqlx(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::PoolTimedOut => Some(Self::Busy),
            sqlx::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => Some(Self::TooSlow),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Some(Self::Away),
            sqlx::Error::Database(error) => Self::of_code(&error.code()?, error.message()),
            _ => None,
        }
    }

    /// SQLite's codes are numbers whose last byte is the kind (<https://sqlite.org/rescode.html>). PostgreSQL's are
    /// SQLSTATEs: five characters, of which the first two are the class.
    fn of_code(code: &str, message: &str) -> Option<Self> {
        if code.len() < 5
            && let Ok(number) = code.parse::<u32>()
        {
            return match number & 0xff {
                5 | 6 => Some(Self::Locked),
                7 => Some(Self::Busy),
                8 => Some(Self::ReadOnly),
                10 | 14 => Some(Self::Storage),
                13 => Some(Self::Full),
                _ => None,
            };
        }
        match code {
            "57014" => Some(Self::TooSlow),
            "55P03" | "40001" | "40P01" => Some(Self::Locked),
            "53100" => Some(Self::Full),
            "25006" => Some(Self::ReadOnly),
            // The schema has changed since, or a pooler has switched to another session than the one that prepared it.
            "0A000" if message.contains("cached plan") => Some(Self::Unprepared),
            "26000" | "42P05" => Some(Self::Unprepared),
            "25P03" => Some(Self::Away),
            _ if NODE_AWAY.iter().any(|(of, words)| *of == code && message.contains(words)) => {
                Some(Self::NodeAway)
            }
            _ if code.starts_with("53") => Some(Self::Busy),
            _ if code.starts_with("58") => Some(Self::Storage),
            // Connection lost, or server shutting down or starting.
            _ if code.starts_with("08") || code.starts_with("57P") => Some(Self::Away),
            _ => None,
        }
    }

    /// Whether the connection is not to be used again: a new one may reach a healthy server, and SQLite may have rolled
    /// back a transaction that sqlx still counts as open.
    pub fn spoils_connection(self) -> bool {
        !matches!(self, Self::Locked | Self::TooSlow | Self::NodeAway)
    }

    pub fn advice(self) -> Advice {
        let (detail, retry_after, remedy) = match self {
            Self::Away => (
                "the database cannot be reached now; try again shortly",
                1,
                "check that the database runs, and that GROUNDWORK_DATABASE_URL is right",
            ),
            Self::NodeAway => (
                "the part of the database that holds your organisation cannot be reached now; try again shortly",
                5,
                "check the nodes of the Citus cluster: select * from citus_check_cluster_node_health()",
            ),
            Self::Busy => (
                "the database is overloaded; try again shortly",
                1,
                "if this lasts, raise GROUNDWORK_DATABASE_CONNECTIONS and the server's max_connections",
            ),
            Self::Locked => (
                "another request holds a lock on the same rows; try again shortly",
                1,
                "if this lasts, look for transactions that have been open for long (pg_stat_activity); \
                 GROUNDWORK_DATABASE_LOCK_TIMEOUT sets how long a statement waits for a lock",
            ),
            Self::TooSlow => (
                "the database took too long, and the statement was cancelled; request less at a time, or try again \
                 shortly",
                1,
                "if this lasts, check whether the server is overloaded or unreachable; \
                 GROUNDWORK_DATABASE_STATEMENT_TIMEOUT sets the time limit",
            ),
            Self::Full => (
                "the database's disk is full, so nothing was changed; try again later",
                60,
                "free space on the database's disk",
            ),
            Self::ReadOnly => (
                "the database is read-only now, so nothing was changed; try again shortly",
                5,
                "GROUNDWORK_DATABASE_URL must name the leader (PostgreSQL) or a writable file (SQLite)",
            ),
            Self::Storage => (
                "the database cannot access its storage now; try again later",
                60,
                "look for disk errors in the logs of the database and the operating system",
            ),
            Self::Unprepared => (
                "a prepared statement is no longer valid; try again",
                1,
                "expected once after a migration; if it lasts, a connection pooler switches sessions between \
                 statements: set GROUNDWORK_DATABASE_POOLER",
            ),
        };
        Advice { detail, retry_after, remedy }
    }
}

/// The text that aborts a PostgreSQL statement in which a row did not have the expected version.
pub const VERSION_CONFLICT: &str = "version conflict: a row was changed by another transaction";

/// Turns the failure of a statement that could not cast [`VERSION_CONFLICT`] to a number into
/// [`DbErr::RecordNotUpdated`]. The message is compared too, as other casts fail with the same SQLSTATE.
pub fn as_version_conflict(error: DbErr) -> DbErr {
    const INVALID_TEXT_REPRESENTATION: &str = "22P02";
    let is_conflict = match &error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            cause.as_database_error().is_some_and(|cause| {
                cause.code().as_deref() == Some(INVALID_TEXT_REPRESENTATION)
                    && cause.message().contains(VERSION_CONFLICT)
            })
        }
        _ => false,
    };
    if is_conflict { DbErr::RecordNotUpdated } else { error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outages_are_distinguished_from_wrong_statements() {
        for (code, message, outage) in [
            ("5", "database is locked", Outage::Locked),
            ("517", "database is locked", Outage::Locked),
            ("13", "database or disk is full", Outage::Full),
            ("778", "disk I/O error", Outage::Storage),
            ("1032", "attempt to write a readonly database", Outage::ReadOnly),
            ("08006", "connection failure", Outage::Away),
            ("08006", "connection to the remote node groundwork@10.0.0.2:5432 failed", Outage::NodeAway),
            (
                "XX000",
                "could not commit transaction for shard 102009 on at least one active node",
                Outage::NodeAway,
            ),
            ("08P01", "server conn crashed?", Outage::Away),
            ("57P01", "terminating connection due to administrator command", Outage::Away),
            ("57P03", "the database system is starting up", Outage::Away),
            ("53300", "sorry, too many clients already", Outage::Busy),
            ("53100", "could not extend file: No space left on device", Outage::Full),
            ("58030", "could not read file", Outage::Storage),
            ("57014", "canceling statement due to statement timeout", Outage::TooSlow),
            ("55P03", "canceling statement due to lock timeout", Outage::Locked),
            ("40P01", "deadlock detected", Outage::Locked),
            ("25006", "cannot execute INSERT in a read-only transaction", Outage::ReadOnly),
            ("0A000", "cached plan must not change result type", Outage::Unprepared),
            ("26000", "prepared statement \"sqlx_s_1\" does not exist", Outage::Unprepared),
        ] {
            assert_eq!(Outage::of_code(code, message), Some(outage), "{code}");
        }
        // A constraint, a syntax error, what is not supported, what is not allowed, what is not there.
        for code in ["19", "1", "2067", "23505", "42601", "0A000", "42501", "42P01", "XX000"] {
            assert_eq!(Outage::of_code(code, ""), None, "{code}");
        }
    }
}
