//! Group commit for SQLite: changes that wait for its one writer share a transaction and its commit.
//!
//! A commit waits for the disk (`fsync`), which takes as long for thirty changes as for one. So a change that is done
//! while others wait does not commit; it leaves that to the last one, and all get the outcome of the same commit:
//!
//! ```text
//! change 1                 change 2                 change 3
//! lock the writer          wait for the writer      wait for the writer
//! BEGIN IMMEDIATE
//! SAVEPOINT change
//! writes
//! RELEASE change
//! unlock ────────────────▶ lock the writer
//! wait for the commit      SAVEPOINT change
//!                          writes
//!                          RELEASE change
//!                          unlock ────────────────▶ lock the writer
//!                          wait for the commit      SAVEPOINT change
//!                                                   writes
//!                                                   RELEASE change
//!                                                   nothing waits: COMMIT
//! Ok ◀──────────────────── Ok ◀──────────────────── Ok
//! ```
//!
//! - A change that fails or is abandoned is undone by `ROLLBACK TO change`; the others of its batch are kept.
//! - `Ok` is sent after the commit only, so a caller never hears of a change that is not on the disk.
//! - If the change to which the commit was left gives up waiting, a task of its own commits ([`Waiter`]).
//! - If the commit fails, all changes of the batch fail.

use std::{
    mem,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use futures_util::TryStreamExt as _;
use sea_orm::{
    DbBackend, DbErr, ExecResult, QueryResult, Statement,
    sqlx::{Either, Executor as _, Sqlite},
};
use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard, oneshot},
};

use super::{
    connection::{Connection, closed, end_span, query},
    pool::EnginePool,
    scope,
};

/// The most changes in one transaction: the first waits for the last.
const MAX_CHANGES: usize = 64;

const RELEASE: &str = "release change";

/// The one writer, and how many changes wait for it.
#[derive(Debug)]
pub struct GroupCommit {
    pool: Arc<EnginePool<Sqlite>>,
    /// Locked by the change that is being made. Holds the transaction that earlier changes have left open.
    writer: Arc<Mutex<Option<Batch>>>,
    waiting: AtomicUsize,
}

type WriterGuard = OwnedMutexGuard<Option<Batch>>;

/// An open transaction, and the changes in it that wait for its commit.
#[derive(Debug)]
struct Batch {
    connection: Connection<Sqlite>,
    done: Vec<oneshot::Sender<Result<(), DbErr>>>,
}

/// A change that is being made. It is undone unless it is committed.
#[derive(Debug)]
pub struct Change {
    /// None once the change has been committed.
    writer: Option<WriterGuard>,
    group: Arc<GroupCommit>,
    has_savepoint: bool,
}

impl GroupCommit {
    pub fn new(pool: Arc<EnginePool<Sqlite>>) -> Arc<Self> {
        Arc::new(Self { pool, writer: Arc::default(), waiting: AtomicUsize::new(0) })
    }

    /// Waits for the writer, and joins the transaction that is open, or begins one.
    pub async fn begin(self: &Arc<Self>) -> Result<Change, DbErr> {
        let mut writer = self.lock_writer().await?;
        if writer.is_none() {
            let mut connection = self.pool.acquire().await?;
            connection.begin().await?;
            *writer = Some(Batch { connection, done: Vec::new() });
        }
        Ok(Change { writer: Some(writer), group: Arc::clone(self), has_savepoint: false })
    }

    async fn lock_writer(self: &Arc<Self>) -> Result<WriterGuard, DbErr> {
        if let Ok(writer) = Arc::clone(&self.writer).try_lock_owned() {
            return Ok(writer);
        }
        self.waiting.fetch_add(1, Ordering::AcqRel);
        let mut waiter = Waiter { group: self, has_writer: false };
        let writer = self.pool.waited(Arc::clone(&self.writer).lock_owned()).await?;
        waiter.has_writer = true;
        Ok(writer)
    }
}

/// A change that waits for the writer. Others may have left their commit to it.
struct Waiter<'a> {
    group: &'a Arc<GroupCommit>,
    has_writer: bool,
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.group.waiting.fetch_sub(1, Ordering::AcqRel);
        if !self.has_writer
            && let Ok(runtime) = Handle::try_current()
        {
            let writer = Arc::clone(&self.group.writer);
            runtime.spawn(async move { commit_batch(writer.lock_owned().await, false).await });
        }
    }
}

/// Commits the open transaction, if there is one, and sends the outcome to its changes.
async fn commit_batch(mut writer: WriterGuard, roll_back_last: bool) {
    let Some(Batch { mut connection, done }) = writer.take() else { return };
    if roll_back_last {
        // If the savepoint is gone, SQLite has rolled back the whole transaction, and the commit fails.
        let _ = connection.execute(plain("rollback to change")).await;
    }
    let outcome = connection.commit().await;
    for change in done {
        // A request that was abandoned receives nothing.
        let _ = change.send(outcome.clone());
    }
}

impl Change {
    fn batch(&mut self) -> Result<&mut Batch, DbErr> {
        let batch = self.writer.as_mut().and_then(|writer| writer.as_mut());
        batch.ok_or_else(closed)
    }

    /// The first row of a statement that only reads.
    pub async fn read_one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.batch()?.connection.one(statement).await
    }

    /// The rows of a statement that only reads.
    pub async fn read_all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.batch()?.connection.all(statement).await
    }

    /// Runs a statement that writes.
    pub async fn write(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.set_savepoint().await?;
        self.batch()?.connection.execute(statement).await
    }

    /// Runs a statement that writes and returns rows.
    pub async fn write_returning(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.set_savepoint().await?;
        self.batch()?.connection.all(statement).await
    }

    /// Sets the savepoint before the first write of this change.
    async fn set_savepoint(&mut self) -> Result<(), DbErr> {
        if !self.has_savepoint {
            self.has_savepoint = true;
            self.batch()?.connection.execute(plain("savepoint change")).await?;
        }
        Ok(())
    }

    /// Runs several writes in one call. `last` says that no statement of this change follows, which saves a call for
    /// the savepoint's release. Returns whether each write has changed exactly one row; if not, and it was the last,
    /// the whole batch is rolled back.
    pub async fn write_all(&mut self, writes: Statement, last: bool) -> Result<bool, DbErr> {
        scope::check(&writes)?;
        let sets_savepoint = !mem::replace(&mut self.has_savepoint, true);
        let savepoint = if sets_savepoint { "savepoint change;" } else { "" };
        let sql = format!("{savepoint}{}{}", writes.sql, if last { RELEASE } else { "" });
        let span = Connection::<Sqlite>::span(&sql);
        let connection = &mut self.batch()?.connection;
        let writes = query::<Sqlite>(Statement { sql, ..writes }, true);
        let results = connection.session()?.fetch_many(writes).try_filter_map(async |step| {
            Ok(match step {
                Either::Left(result) => Some(result.rows_affected()),
                Either::Right(_) => None,
            })
        });
        let changed = results.try_collect().await;
        let changed: Vec<u64> = end_span(span, connection.finish(changed))?;
        self.has_savepoint = !last;
        // The counts of SAVEPOINT and RELEASE mean nothing.
        let writes = changed.len().saturating_sub(usize::from(last));
        let each_one =
            changed.into_iter().take(writes).skip(usize::from(sets_savepoint)).all(|rows| rows == 1);
        if last && !each_one {
            // The savepoint is released already, so this change cannot be undone alone.
            self.writer.as_mut().and_then(|writer| writer.take());
        }
        Ok(each_one)
    }

    /// Returns once the change is on the disk.
    pub async fn commit(mut self) -> Result<(), DbErr> {
        // Release the savepoint, so that a later ROLLBACK TO cannot undo this change.
        if mem::take(&mut self.has_savepoint) {
            self.batch()?.connection.execute(plain(RELEASE)).await?;
        }
        let (send, committed) = oneshot::channel();
        let batch = self.batch()?;
        batch.done.push(send);
        let is_last = batch.done.len() >= MAX_CHANGES || self.group.waiting.load(Ordering::Acquire) == 0;
        if let Some(writer) = self.writer.take()
            && is_last
        {
            // In a task of its own: the others wait for it even if this request is abandoned.
            tokio::spawn(commit_batch(writer, false));
        }
        let span = Connection::<Sqlite>::span("commit");
        end_span(span, committed.await.unwrap_or_else(|_| Err(closed())))
    }
}

impl Drop for Change {
    /// Undoes a change that was not committed, and commits earlier ones of its batch.
    fn drop(&mut self) {
        let Some(mut writer) = self.writer.take() else { return };
        let is_alone = writer.as_ref().is_none_or(|batch| batch.done.is_empty());
        match Handle::try_current() {
            Ok(runtime) if !is_alone => drop(runtime.spawn(commit_batch(writer, self.has_savepoint))),
            _ => drop(writer.take()),
        }
    }
}

fn plain(sql: &str) -> Statement {
    Statement::from_string(DbBackend::Sqlite, sql)
}

#[cfg(test)]
mod tests {
    use std::{pin::Pin, time::Duration};

    use futures_util::{FutureExt as _, future::join_all};
    use sea_orm::sqlx::sqlite::SqliteConnectOptions;
    use tempfile::TempDir;

    use super::*;
    use crate::db::connection::ConnectionPolicy;

    /// A writer of a database with one table, as long as the folder is there.
    async fn group() -> (Arc<GroupCommit>, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let policy = ConnectionPolicy::of_sqlite();
        let group =
            GroupCommit::new(EnginePool::new("write", options, 1, Duration::from_secs(5), policy).unwrap());
        let mut change = group.begin().await.unwrap();
        change.write(plain("create table kept (id integer primary key)")).await.unwrap();
        change.commit().await.unwrap();
        (group, folder)
    }

    async fn insert(change: &mut Change, id: u32, last: bool) -> Result<bool, DbErr> {
        let writes = format!("insert into kept values ({id}); update kept set id = id where id = {id};");
        change.write_all(plain(&writes), last).await
    }

    /// The rows that a later reader sees.
    async fn kept(group: &Arc<GroupCommit>) -> Vec<u32> {
        let mut reader = group.begin().await.unwrap();
        let rows = reader.read_all(plain("select id from kept order by id")).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// A change that is done, and the one that waits behind it, to which the commit was left.
    async fn left_to_another(
        group: &Arc<GroupCommit>,
    ) -> (
        Pin<Box<impl Future<Output = Result<(), DbErr>>>>,
        Pin<Box<impl Future<Output = Result<Change, DbErr>>>>,
    ) {
        let mut first = group.begin().await.unwrap();
        let mut waiting = Box::pin(group.begin());
        assert!(waiting.as_mut().now_or_never().is_none());
        assert!(insert(&mut first, 1, true).await.unwrap());
        let mut done = Box::pin(first.commit());
        assert!(done.as_mut().now_or_never().is_none());
        (done, waiting)
    }

    #[tokio::test]
    async fn a_change_that_is_done_while_another_waits_leaves_the_commit_to_it() {
        let (group, _folder) = group().await;
        let (mut done, waiting) = left_to_another(&group).await;

        let mut second = waiting.await.unwrap();
        assert!(insert(&mut second, 2, true).await.unwrap());
        assert!(done.as_mut().now_or_never().is_none(), "answered before it was on the disk");
        second.commit().await.unwrap();

        done.await.unwrap();
        assert_eq!(kept(&group).await, [1, 2]);
    }

    #[tokio::test]
    async fn a_change_that_fails_or_is_given_up_takes_nothing_from_the_others() {
        let (group, _folder) = group().await;
        let changes = (0..30).map(|id| {
            let group = Arc::clone(&group);
            tokio::spawn(async move {
                let mut change = group.begin().await?;
                insert(&mut change, id, false).await?;
                match id % 3 {
                    0 => change.commit().await,
                    // Fails half way, having written something.
                    1 => {
                        let twice =
                            format!("insert into kept values ({}); insert into kept values ({id})", id + 100);
                        change.write_all(plain(&twice), false).await.map(drop)
                    }
                    _ => Ok(()),
                }
            })
        });
        let outcomes: Vec<_> = join_all(changes).await.into_iter().map(Result::unwrap).collect();

        for (id, outcome) in outcomes.iter().enumerate() {
            assert_eq!(outcome.is_err(), id % 3 == 1, "{id}: {outcome:?}");
        }
        assert_eq!(kept(&group).await, (0..30).filter(|id| id % 3 == 0).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn the_commit_happens_even_if_the_change_it_was_left_to_gives_up() {
        let (group, _folder) = group().await;
        let (done, waiting) = left_to_another(&group).await;

        drop(waiting);

        done.await.unwrap();
        assert_eq!(kept(&group).await, [1]);
    }

    #[tokio::test]
    async fn a_change_whose_row_is_not_there_is_never_committed() {
        let (group, _folder) = group().await;
        let (done, waiting) = left_to_another(&group).await;
        let mut second = waiting.await.unwrap();
        let writes = "insert into kept values (2); update kept set id = 3 where id = 7;";

        assert!(!second.write_all(plain(writes), true).await.unwrap());
        assert!(second.commit().await.is_err());

        assert!(done.await.is_err());
        assert_eq!(kept(&group).await, [0; 0]);
    }

    #[tokio::test]
    async fn giving_up_a_change_never_undoes_an_earlier_one() {
        let (group, _folder) = group().await;
        let (done, waiting) = left_to_another(&group).await;
        let mut second = waiting.await.unwrap();
        // Given up before its savepoint was set.
        second.has_savepoint = true;

        drop(second);

        done.await.unwrap();
        assert_eq!(kept(&group).await, [1]);
    }
}
