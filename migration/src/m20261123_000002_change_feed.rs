//! The change feed: where each event stands in it, and how much of it has been forgotten.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Transactions do not commit in the order in which they began, so an event's place is that of its transaction:
/// readers stop before the oldest one that is still open. Within a transaction events follow each other by id.
///
/// A transaction that is known to work on another database of the server keeps no one waiting. One of which nothing
/// is known has ended since the snapshot was taken, as a rule: the horizon is not sure then, and worth another look.
const POSTGRES: &str = "
create function event_position(transaction xid8) returns bigint language sql stable
    return transaction::text::bigint;
create function event_horizon(out horizon bigint, out sure boolean) language sql stable as $$
    select least(event_position(pg_snapshot_xmax(pg_current_snapshot())),
            min(event_position(open)) filter (where coalesce(holder.datname = current_database(), true))),
        coalesce(bool_and(holder.datname is not null), true)
    from pg_snapshot_xip(pg_current_snapshot()) open
    left join (select l.transactionid, a.datname from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted) holder
        on holder.transactionid = open::xid
$$;
alter table events alter column position set default event_position(pg_current_xact_id());
";

/// SQLite has one writer: an event's place is the next.
const SQLITE: &str = "
create trigger events_take_position after insert on events when new.in_feed begin
    update events set position = 1 + max(
        coalesce((select max(position) from events where tenant_id = new.tenant_id and in_feed), 0),
        coalesce((select forgotten_position from tenants where id = new.tenant_id), 0))
    where tenant_id = new.tenant_id and id = new.id;
end;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(include_str!("m20261123_000002_change_feed.sql")).await?;
        let own = if manager.get_database_backend() == DbBackend::Postgres { POSTGRES } else { SQLITE };
        connection.execute_unprepared(own).await?;
        Ok(())
    }
}
