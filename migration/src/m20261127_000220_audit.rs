//! The audit log: records of what was changed and read, in a chain of digests.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A record is written once. One that is older than the checkpoint may be deleted, as the retention wants it. Citus has
/// no such triggers on distributed tables: there `db/distribution.rs` drops them, and the chain alone tells of a
/// change.
const POSTGRES: [&str; 2] = [
    "create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select 1 from audit_heads h
            where h.tenant_id = old.tenant_id and h.checkpoint_sequence >= old.sequence) then
        return old;
    end if;
    raise 'audit records cannot be changed or deleted';
end $$",
    "create trigger audit_records_kept before update or delete on audit_records \
        for each row execute function refuse_audit_change()",
];

/// Events beside the feed get a position too, so that none is sealed twice or left out. The index finds the last one.
const SQLITE: &str = "
create index events_beside_feed on events (tenant_id, position) where not in_feed;
drop trigger events_take_position;
create trigger events_take_position after insert on events begin
    update events set position = 1 + max(
        coalesce((select max(position) from events where tenant_id = new.tenant_id and in_feed), 0),
        coalesce((select max(position) from events where tenant_id = new.tenant_id and not in_feed), 0),
        coalesce((select max(forgotten_position, restored_position) from tenants where id = new.tenant_id), 0),
        coalesce((select sealed_position from audit_heads where tenant_id = new.tenant_id), 0))
    where tenant_id = new.tenant_id and id = new.id;
end;
create trigger audit_records_unchanged before update on audit_records begin
    select raise(abort, 'audit records cannot be changed or deleted');
end;
create trigger audit_records_kept before delete on audit_records
when not exists (select 1 from audit_heads h
    where h.tenant_id = old.tenant_id and h.checkpoint_sequence >= old.sequence)
begin
    select raise(abort, 'audit records cannot be changed or deleted');
end;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        // Each flush makes a new version of a counted row; a page half full takes it in.
        let counted = if postgres { " with (fillfactor = 50)" } else { "" };
        run(connection, &include_str!("m20261127_000220_audit.sql").replace("{counted}", counted)).await?;
        // Each alone: Citus passes the text of a statement on to its nodes.
        for statement in if postgres { &POSTGRES[..] } else { &[SQLITE] } {
            connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
