//! SQLite's one writer, shared: changes that wait for it follow each other in one transaction, and are committed together.
//!
//! A commit waits for the disk, whether it holds one change or thirty. Whoever finds somebody waiting when done leaves
//! the commit to them; the last one makes it, and all are told. Each change is a savepoint, so that one that fails takes
//! nothing from the others, and nobody is told that a change is made before it is on the disk.

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

use super::pool::{Connection, EnginePool, closed, end_span, query};

/// The most changes in one transaction: they wait for each other.
const MOST: usize = 64;

const RELEASE: &str = "release change";

/// The one writer, and who waits for it.
#[derive(Debug)]
pub struct Group {
    pool: Arc<EnginePool<Sqlite>>,
    /// Whoever holds it writes, in the transaction that others may have left open.
    turn: Arc<Mutex<Option<Open>>>,
    line: AtomicUsize,
}

type Turn = OwnedMutexGuard<Option<Open>>;

/// A transaction, and those whose changes are in it.
#[derive(Debug)]
struct Open {
    connection: Connection<Sqlite>,
    done: Vec<oneshot::Sender<Result<(), DbErr>>>,
}

/// A change that is being made. Unless it is committed, it is undone.
#[derive(Debug)]
pub struct Member {
    /// None once it has been committed.
    turn: Option<Turn>,
    group: Arc<Group>,
    /// Whether there is a savepoint to go back to.
    marked: bool,
}

impl Group {
    pub fn new(pool: Arc<EnginePool<Sqlite>>) -> Arc<Self> {
        Arc::new(Self { pool, turn: Arc::default(), line: AtomicUsize::new(0) })
    }

    pub async fn begin(self: &Arc<Self>) -> Result<Member, DbErr> {
        let mut turn = self.turn().await?;
        if turn.is_none() {
            let mut connection = self.pool.acquire().await?;
            connection.begin().await?;
            *turn = Some(Open { connection, done: Vec::new() });
        }
        Ok(Member { turn: Some(turn), group: Arc::clone(self), marked: false })
    }

    async fn turn(self: &Arc<Self>) -> Result<Turn, DbErr> {
        if let Ok(turn) = Arc::clone(&self.turn).try_lock_owned() {
            return Ok(turn);
        }
        let mut place = Place { group: self, reached: false };
        self.line.fetch_add(1, Ordering::AcqRel);
        let turn = self.pool.waited(Arc::clone(&self.turn).lock_owned()).await?;
        place.reached = true;
        Ok(turn)
    }
}

/// A place in the line.
struct Place<'a> {
    group: &'a Arc<Group>,
    reached: bool,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.group.line.fetch_sub(1, Ordering::AcqRel);
        if !self.reached
            && let Ok(runtime) = Handle::try_current()
        {
            // The commit may have been left to whoever stood here.
            let turn = Arc::clone(&self.group.turn);
            runtime.spawn(async move { finish(turn.lock_owned().await, false).await });
        }
    }
}

/// Commits what is open, and tells everybody.
async fn finish(mut turn: Turn, undo: bool) {
    let Some(Open { mut connection, done }) = turn.take() else { return };
    if undo {
        // Where there is no such savepoint, SQLite has undone the whole, which the commit finds out.
        let _ = connection.execute(plain("rollback to change")).await;
    }
    let result = connection.commit().await;
    for change in done {
        // Those who have gone away need not be told.
        let _ = change.send(result.clone());
    }
}

impl Member {
    fn open(&mut self) -> Result<&mut Open, DbErr> {
        let open = self.turn.as_mut().and_then(|turn| turn.as_mut());
        open.ok_or_else(closed)
    }

    pub async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.mark(&statement).await?;
        self.open()?.connection.one(statement).await
    }

    pub async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.mark(&statement).await?;
        self.open()?.connection.all(statement).await
    }

    pub async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.mark(&statement).await?;
        self.open()?.connection.execute(statement).await
    }

    /// Sets the savepoint, before the first statement that may write.
    async fn mark(&mut self, statement: &Statement) -> Result<(), DbErr> {
        if !self.marked && !statement.sql.starts_with("select") {
            self.marked = true;
            self.open()?.connection.execute(plain("savepoint change")).await?;
        }
        Ok(())
    }

    /// Carries out several writes in one call, which may be the last of this change; whether each has changed one row.
    pub async fn write(&mut self, writes: Statement, last: bool) -> Result<bool, DbErr> {
        let marks = !mem::replace(&mut self.marked, true);
        let mark = if marks { "savepoint change;" } else { "" };
        let sql = format!("{mark}{}{}", writes.sql, if last { RELEASE } else { "" });
        let span = Connection::<Sqlite>::span(&sql);
        let connection = &mut self.open()?.connection;
        let writes = query::<Sqlite>(Statement { sql, ..writes }, true);
        let results = connection.session()?.fetch_many(writes).try_filter_map(async |step| {
            Ok(match step {
                Either::Left(result) => Some(result.rows_affected()),
                Either::Right(_) => None,
            })
        });
        let changed = results.try_collect().await;
        let changed: Vec<u64> = end_span(span, connection.finish(changed))?;
        self.marked = !last;
        // What is told of the savepoint means nothing.
        let writes = changed.len().saturating_sub(usize::from(last));
        let whole = changed.into_iter().take(writes).skip(usize::from(marks)).all(|rows| rows == 1);
        if last && !whole {
            // Its savepoint is gone: nothing of the group is kept, and everybody is told.
            self.turn.as_mut().and_then(|turn| turn.take());
        }
        Ok(whole)
    }

    pub async fn commit(mut self) -> Result<(), DbErr> {
        // Nobody who comes later goes back behind this.
        if mem::take(&mut self.marked) {
            self.open()?.connection.execute(plain(RELEASE)).await?;
        }
        let (tell, told) = oneshot::channel();
        let open = self.open()?;
        open.done.push(tell);
        let last = open.done.len() >= MOST || self.group.line.load(Ordering::Acquire) == 0;
        if let Some(turn) = self.turn.take()
            && last
        {
            // By itself, so that it comes to its end even where nobody waits for this change any more.
            tokio::spawn(finish(turn, false));
        }
        let span = Connection::<Sqlite>::span("commit");
        end_span(span, told.await.unwrap_or_else(|_| Err(closed())))
    }
}

impl Drop for Member {
    /// Undoes what has not been committed; what others have done before is committed.
    fn drop(&mut self) {
        let Some(mut turn) = self.turn.take() else { return };
        let alone = turn.as_ref().is_none_or(|open| open.done.is_empty());
        match Handle::try_current() {
            Ok(runtime) if !alone => drop(runtime.spawn(finish(turn, self.marked))),
            _ => drop(turn.take()),
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
    use crate::db::pool::ConnectionPolicy;

    /// A writer of a database with one table, as long as the folder is there.
    async fn group() -> (Arc<Group>, TempDir) {
        let folder = TempDir::new().unwrap();
        let options =
            SqliteConnectOptions::new().filename(folder.path().join("test.db")).create_if_missing(true);
        let policy = ConnectionPolicy::of_sqlite();
        let group = Group::new(EnginePool::new("write", options, 1, Duration::from_secs(5), policy).unwrap());
        let mut change = group.begin().await.unwrap();
        change.execute(plain("create table kept (id integer primary key)")).await.unwrap();
        change.commit().await.unwrap();
        (group, folder)
    }

    async fn insert(change: &mut Member, id: u32, last: bool) -> Result<bool, DbErr> {
        let writes = format!("insert into kept values ({id}); update kept set id = id where id = {id};");
        change.write(plain(&writes), last).await
    }

    /// What has been kept, as somebody sees who comes later.
    async fn kept(group: &Arc<Group>) -> Vec<u32> {
        let mut reader = group.begin().await.unwrap();
        let rows = reader.all(plain("select id from kept order by id")).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// A change that is done, and whoever waits behind it, to whom its commit has been left.
    async fn left_to_another(
        group: &Arc<Group>,
    ) -> (
        Pin<Box<impl Future<Output = Result<(), DbErr>>>>,
        Pin<Box<impl Future<Output = Result<Member, DbErr>>>>,
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
    async fn whoever_finds_somebody_waiting_leaves_the_commit_to_them() {
        let (group, _folder) = group().await;
        let (mut done, waiting) = left_to_another(&group).await;

        let mut second = waiting.await.unwrap();
        assert!(insert(&mut second, 2, true).await.unwrap());
        assert!(done.as_mut().now_or_never().is_none(), "told before it was on the disk");
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
                        change.write(plain(&twice), false).await.map(drop)
                    }
                    _ => Ok(()),
                }
            })
        });
        let told: Vec<_> = join_all(changes).await.into_iter().map(Result::unwrap).collect();

        for (id, told) in told.iter().enumerate() {
            assert_eq!(told.is_err(), id % 3 == 1, "{id}: {told:?}");
        }
        assert_eq!(kept(&group).await, (0..30).filter(|id| id % 3 == 0).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn the_commit_does_not_depend_on_whoever_it_was_left_to() {
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

        assert!(!second.write(plain(writes), true).await.unwrap());
        assert!(second.commit().await.is_err());

        assert!(done.await.is_err());
        assert_eq!(kept(&group).await, [0; 0]);
    }

    #[tokio::test]
    async fn nobody_goes_back_behind_what_another_has_done() {
        let (group, _folder) = group().await;
        let (done, waiting) = left_to_another(&group).await;
        let mut second = waiting.await.unwrap();
        // Given up before its savepoint was set.
        second.marked = true;

        drop(second);

        done.await.unwrap();
        assert_eq!(kept(&group).await, [1]);
    }
}
