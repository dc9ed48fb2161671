//! What keeps the database from answering, other than a statement that is wrong. It passes, by itself or once
//! somebody has seen to it: a request that meets it is worth sending again.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached, or has hung up.
    Away,
    /// It has no connection left to give, or no memory.
    Busy,
    /// Somebody else has locked what is needed, or two transactions wait for each other.
    Locked,
    /// A statement took longer than one may.
    TooSlow,
    /// There is no room left on its disk.
    Full,
    /// It takes no changes: a follower, or what was the leader until just now.
    ReadOnly,
    /// It cannot read or write its files.
    Storage,
    /// What a connection had prepared is no longer there, or no longer right.
    Unprepared,
}

/// What is told of it.
pub struct Told {
    /// To the caller: what this means to a request.
    pub detail: &'static str,
    /// To the caller, in seconds.
    pub retry_after: u16,
    /// To whoever runs the service.
    pub remedy: &'static str,
}

impl Trouble {
    /// None where the statement itself is at fault.
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

    /// SQLite's codes are numbers, whose last byte tells the kind; PostgreSQL's have five characters, whose first
    /// two tell the class.
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
            // The schema has changed since; or a pooler has lent another session than the one that prepared it.
            "0A000" if message.contains("cached plan") => Some(Self::Unprepared),
            "26000" | "42P05" => Some(Self::Unprepared),
            "25P03" => Some(Self::Away),
            _ if code.starts_with("53") => Some(Self::Busy),
            _ if code.starts_with("58") => Some(Self::Storage),
            // Lost, or shutting down, or starting.
            _ if code.starts_with("08") || code.starts_with("57P") => Some(Self::Away),
            _ => None,
        }
    }

    /// Whether the connection that met it is of no further use: another may find a server that is well, and SQLite has
    /// undone a transaction of which sqlx still believes that it is open.
    pub fn spoils_connection(self) -> bool {
        !matches!(self, Self::Locked | Self::TooSlow)
    }

    pub fn told(self) -> Told {
        let (detail, retry_after, remedy) = match self {
            Self::Away => (
                "the database cannot be reached now; try again shortly",
                1,
                "check that the database runs, and that GROUNDWORK_DATABASE_URL leads to it",
            ),
            Self::Busy => (
                "the database has too much to do now; try again shortly",
                1,
                "where this lasts, allow more by GROUNDWORK_DATABASE_CONNECTIONS and the server's max_connections",
            ),
            Self::Locked => (
                "somebody else is changing what the request needs; try again shortly",
                1,
                "where this lasts, look for transactions that have been open for long (pg_stat_activity); \
                 GROUNDWORK_DATABASE_LOCK_TIMEOUT is how long is waited",
            ),
            Self::TooSlow => (
                "the database took too long over the request and was told to stop; ask for less at a time, or try \
                 again shortly",
                1,
                "where this lasts, see whether the server is overloaded or cut off; \
                 GROUNDWORK_DATABASE_STATEMENT_TIMEOUT is how long is waited",
            ),
            Self::Full => (
                "the database has no room left, so nothing was changed; try again later",
                60,
                "make room on the disk of the database",
            ),
            Self::ReadOnly => (
                "the database takes no changes now, so nothing was changed; try again shortly",
                5,
                "GROUNDWORK_DATABASE_URL has to lead to the leader; where it is a file, that has to be writable",
            ),
            Self::Storage => (
                "the database cannot use its storage now; try again later",
                60,
                "the database's log, or the system's, says what is wrong with the disk",
            ),
            Self::Unprepared => (
                "the database has changed while it was being asked; try again",
                1,
                "to be expected once after a migration; where it lasts, a pooler lends other sessions than those that \
                 statements were prepared in: set GROUNDWORK_DATABASE_POOLER",
            ),
        };
        Told { detail, retry_after, remedy }
    }
}

/// Whether a write was refused by a constraint: PostgreSQL tells its name, SQLite the columns of a
/// unique one, each after the name of the table.
pub fn violates(error: &DbErr, constraint: &str, sqlite_columns: &str) -> bool {
    error.sql_err().is_some_and(|error| {
        let message = error.to_string();
        message.contains(constraint) || message.contains(sqlite_columns)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_from_what_does_not() {
        for (code, message, trouble) in [
            ("5", "database is locked", Trouble::Locked),
            ("517", "database is locked", Trouble::Locked),
            ("13", "database or disk is full", Trouble::Full),
            ("778", "disk I/O error", Trouble::Storage),
            ("1032", "attempt to write a readonly database", Trouble::ReadOnly),
            ("08006", "connection failure", Trouble::Away),
            ("08P01", "server conn crashed?", Trouble::Away),
            ("57P01", "terminating connection due to administrator command", Trouble::Away),
            ("57P03", "the database system is starting up", Trouble::Away),
            ("53300", "sorry, too many clients already", Trouble::Busy),
            ("53100", "could not extend file: No space left on device", Trouble::Full),
            ("58030", "could not read file", Trouble::Storage),
            ("57014", "canceling statement due to statement timeout", Trouble::TooSlow),
            ("55P03", "canceling statement due to lock timeout", Trouble::Locked),
            ("40P01", "deadlock detected", Trouble::Locked),
            ("25006", "cannot execute INSERT in a read-only transaction", Trouble::ReadOnly),
            ("0A000", "cached plan must not change result type", Trouble::Unprepared),
            ("26000", "prepared statement \"sqlx_s_1\" does not exist", Trouble::Unprepared),
        ] {
            assert_eq!(Trouble::of_code(code, message), Some(trouble), "{code}");
        }
        // A constraint, a syntax error, what is not supported, what is not allowed, what is not there.
        for code in ["19", "1", "2067", "23505", "42601", "0A000", "42501", "42P01"] {
            assert_eq!(Trouble::of_code(code, ""), None, "{code}");
        }
    }
}
