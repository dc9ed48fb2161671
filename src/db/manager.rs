//! How a pool opens a connection, and when it tests or replaces one.

use std::{future::Future, io, time::Duration};

use deadpool::managed::{self, Metrics, RecycleError, RecycleResult};
use sea_orm::sqlx::{self, Connection as _, Database};
use tokio::time::timeout;

/// A connection that was not used for this long may have been cut off: it is tested by a ping before it is used.
pub const TEST_AFTER: Duration = Duration::from_secs(1);

/// The age at which a connection is replaced, so that servers that are added later get their share.
pub const MAX_AGE: Duration = Duration::from_secs(1800);

pub type Options<D> = <<D as Database>::Connection as sqlx::Connection>::Options;

/// Opens and tests connections for deadpool.
pub struct Manager<D: Database> {
    pub options: Options<D>,
    pub statement_timeout: Option<Duration>,
}

impl<D: Database> managed::Manager for Manager<D> {
    type Type = D::Connection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<D::Connection, sqlx::Error> {
        // Boxed, as is what else is rare here: the future of every statement would have room for it.
        Box::pin(D::Connection::connect_with(&self.options)).await
    }

    /// Refuses a connection that must not be used again; deadpool then tries the next, or opens one.
    async fn recycle(&self, connection: &mut D::Connection, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if metrics.age() > MAX_AGE {
            return Err(RecycleError::message("it is too old"));
        }
        if metrics.last_used() > TEST_AFTER {
            Box::pin(with_timeout(self.statement_timeout, connection.ping())).await?;
        }
        Ok(())
    }
}

/// Awaits an answer for a limited time: a server may be gone without having closed the connection.
pub async fn with_timeout<T>(
    limit: Option<Duration>,
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    let Some(limit) = limit else { return answer.await };
    let silent = |_| io::Error::new(io::ErrorKind::TimedOut, "the database does not answer");
    timeout(limit, answer).await.map_err(silent)?
}
