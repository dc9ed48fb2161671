//! Positions of the change feed on PostgreSQL: they only ever grow, and one server gives them.
//!
//! An event's position is the id of its transaction, which the column's default takes. On Citus, stable functions among
//! the values of an insert are evaluated by the coordinator, and so the id is that of the coordinator's transaction.
//! There the default is another function, which
//!
//! - fails on any other node, so that a position can come from nowhere else, and
//! - writes a record to the coordinator's log. Without one the coordinator, which stores no row of the transaction,
//!   would not wait for its log at the commit, and might give the same ids again after a crash.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement};

/// How many positions are skipped after a restore: readers may already know events that were recorded after the backup
/// was made, and the new events must come after those.
pub const GAP_AFTER_RESTORE: i64 = 1_000_000_000;

/// Stable, as Citus refuses volatile functions in a common table expression that writes.
const ON_COORDINATOR: &str = "
create or replace function event_position_of_coordinator() returns bigint language plpgsql stable as $$
begin
    if (select groupid from pg_catalog.pg_dist_local_group) <> 0 then
        raise 'positions of events come from the coordinator: connect to it';
    end if;
    perform pg_logical_emit_message(true, 'groundwork', '');
    return event_position(pg_current_xact_id());
end $$";
const OF_COORDINATOR: &str =
    "alter table events alter column position set default event_position_of_coordinator()";

/// Makes sure that the positions of new events come from one server and are higher than all that were given before.
pub async fn settle(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let on_citus = "select 1 where to_regclass('pg_catalog.pg_dist_local_group') is not null \
         and to_regproc('event_position_of_coordinator') is null";
    if one(db, on_citus).await?.is_some() {
        // Each by itself: of several, Citus would send the whole text to the other nodes with each.
        db.execute_unprepared(ON_COORDINATOR).await?;
        db.execute_unprepared(OF_COORDINATOR).await?;
    }
    continue_after_restore(db).await
}

/// After a dump was restored to another server, which counts transactions from a lower number: adds an offset to
/// `event_position`, beyond all positions that exist or that readers may already know.
async fn continue_after_restore(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    // What was sealed for the audit log may be deleted from the feed already.
    let taken = "select coalesce(max(p.position), 0) from (select position from events \
         union all select sealed_position as position from audit_heads) p";
    let Some(row) = one(db, taken).await? else { return Ok(()) };
    let taken: i64 = row.try_get_by_index(0)?;
    // A statement of its own, as the one before is run by other nodes.
    let Some(row) = one(db, "select event_position(pg_current_xact_id())").await? else { return Ok(()) };
    if taken < row.try_get_by_index::<i64>(0)? {
        return Ok(());
    }
    let shift = format!(
        "create or replace function event_position(transaction xid8) returns bigint language sql stable \
         return transaction::text::bigint + {}",
        taken + GAP_AFTER_RESTORE
    );
    db.execute_unprepared(&shift).await.map(drop)
}

async fn one(db: &impl ConnectionTrait, sql: &str) -> Result<Option<QueryResult>, DbErr> {
    db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await
}
