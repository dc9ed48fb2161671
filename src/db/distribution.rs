//! Distribution over the nodes of a Citus cluster, if the database has the extension `citus`.
//!
//! Every table of tenants is distributed by the tenant, and all of them are colocated: the rows of one tenant are on
//! one node, where foreign keys, joins and transactions work as on one server. The tables of the installation stay on
//! the coordinator. A table that is neither is refused, so that a new one cannot be forgotten.

use std::{collections::BTreeSet, fmt};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, QueryResult, Statement};

use super::Database;

/// The column by which tables are distributed.
const TENANT: &str = "tenant_id";

/// The table that those of the tenants are colocated with. It is distributed by its `id`, which is the tenant.
const TENANTS: &str = "tenants";

/// The tables that stay on the coordinator: which steps were taken, which issuers and which key were configured, and
/// which tenants were deleted. They have a few rows, and are read when a process starts or by their key. As reference
/// tables they could not be written while a node is down.
pub const INSTALLATION: [&str; 4] = ["seaql_migrations", "realms", "installation_keys", "deleted_tenants"];

/// Drops the triggers of a table, which it cannot have when it is distributed: those that count and look up what the
/// release before writes during a rollout, and the one that refuses changes of audit records.
const TRIGGERS: [(&str, &[&str]); 3] = [
    (
        "action_items",
        &[
            "drop trigger if exists action_items_written on action_items",
            "drop trigger if exists action_items_deleted on action_items",
            "drop function if exists count_plan_progress()",
        ],
    ),
    (
        "people",
        &[
            "drop trigger if exists people_manager_changed on people",
            "drop function if exists look_up_agreement()",
        ],
    ),
    (
        "audit_records",
        &[
            "drop trigger if exists audit_records_kept on audit_records",
            "drop function if exists refuse_audit_change()",
        ],
    ),
];

/// Where the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// With their tenant, which this column names.
    ByTenant(&'static str),
    /// On the coordinator.
    Coordinator,
}

impl Placement {
    /// None for a table that is neither a tenant's nor the installation's.
    pub fn of(table: &str, columns: &[String]) -> Option<Self> {
        if table == TENANTS {
            Some(Self::ByTenant("id"))
        } else if INSTALLATION.contains(&table) {
            Some(Self::Coordinator)
        } else {
            columns.iter().any(|column| column == TENANT).then_some(Self::ByTenant(TENANT))
        }
    }
}

/// What a migration is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// The step with this name.
    Step(&'a str),
    /// Distributing a table over the nodes of a Citus cluster.
    Table { name: &'a str, size: &'a str },
}

impl fmt::Display for Progress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step(name) => write!(f, "applying {name}"),
            Self::Table { name, size } => write!(f, "distributing {name} by tenant, {size}"),
        }
    }
}

/// A database on a Citus cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Nodes that hold shards.
    pub nodes: i64,
    /// Shards of each table.
    pub shards: i64,
    /// The tables of tenants that are distributed, and those that are not yet.
    pub distributed: Vec<String>,
    pub pending: Vec<String>,
    /// Tables that are neither the tenants' nor the installation's.
    pub unknown: Vec<String>,
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { nodes, shards, distributed, pending, unknown } = self;
        write!(
            f,
            "distributed by tenant: {} tables, each in {shards} shards on {nodes} nodes",
            distributed.len()
        )?;
        if !pending.is_empty() {
            write!(f, "; not yet: {}", pending.join(", "))?;
        }
        if !unknown.is_empty() {
            write!(f, "; not known: {}", unknown.join(", "))?;
        }
        Ok(())
    }
}

impl Database {
    /// How the database is distributed; none if it is not on Citus.
    pub async fn distribution(&self) -> Result<Option<Distribution>, DbErr> {
        if !is_on_citus(&self.reads).await? {
            return Ok(None);
        }
        let Tables { of_tenants, unknown } = tables(&self.reads).await?;
        let (distributed, pending) =
            of_tenants.into_iter().partition::<Vec<_>, _>(|table| table.is_distributed);
        let row = one(
            &self.reads,
            "select count(distinct p.groupid), count(distinct s.shardid) from pg_dist_shard s \
             join pg_dist_placement p on p.shardid = s.shardid where s.logicalrelid = to_regclass('tenants')",
        )
        .await?;
        let (nodes, shards) = match row {
            Some(row) => (row.try_get_by_index(0)?, row.try_get_by_index(1)?),
            None => (0, 0),
        };
        let names = |tables: Vec<Table>| tables.into_iter().map(|table| table.name).collect();
        Ok(Some(Distribution {
            nodes,
            shards,
            distributed: names(distributed),
            pending: names(pending),
            unknown,
        }))
    }
}

/// Distributes the tables that are not distributed yet, with the rows that they have, in the transaction of the
/// migration: if it fails, nothing has changed. Requests wait for it, as for a migration. Does nothing without the
/// extension.
pub async fn distribute(
    txn: &DatabaseTransaction,
    report: &mut impl FnMut(Progress<'_>),
) -> Result<(), DbErr> {
    if !is_on_citus(txn).await? {
        return Ok(());
    }
    let Tables { of_tenants, unknown } = tables(txn).await?;
    if !unknown.is_empty() {
        return Err(DbErr::Custom(format!(
            "these tables have no column {TENANT} and are not known to stay on the coordinator, so nothing was \
             distributed: {}; move tables that are not Groundwork's to another schema",
            unknown.join(", ")
        )));
    }
    let pending = in_order(of_tenants)?.into_iter().filter(|table| !table.is_distributed).collect::<Vec<_>>();
    if !pending.is_empty() {
        // All locks at first, in one order: changes that run wait here, not midway.
        let names: Vec<&str> = pending.iter().map(|table| table.name.as_str()).collect();
        txn.execute_unprepared(&format!("lock table {} in exclusive mode", names.join(", "))).await?;
    }
    for (name, drops) in TRIGGERS {
        for drop in drops.iter().filter(|_| pending.iter().any(|table| table.name == name)) {
            txn.execute_unprepared(drop).await?;
        }
    }
    for table in &pending {
        report(Progress::Table { name: &table.name, size: &table.size });
        let colocated = if table.name == TENANTS { "none" } else { TENANTS };
        let (name, column) = (&table.name, table.column);
        // The rows are copied to the shards; those that stay behind on the coordinator are removed.
        let distribute =
            format!("select create_distributed_table('{name}', '{column}', colocate_with => '{colocated}')");
        txn.execute_unprepared(&distribute).await?;
    }
    // Referencing tables come after the tables that they reference, and have to be emptied first.
    for table in pending.iter().rev() {
        let truncate = format!("select truncate_local_data_after_distributing_table('{}')", table.name);
        txn.execute_unprepared(&truncate).await?;
    }
    Ok(())
}

/// Whether the tenants are distributed, and so all their tables have to be.
pub async fn is_distributed(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let sql = "select 1 from pg_dist_partition where logicalrelid = to_regclass('tenants')";
    Ok(is_on_citus(db).await? && one(db, sql).await?.is_some())
}

/// A table of tenants.
#[derive(Debug)]
struct Table {
    name: String,
    /// The column that names the tenant.
    column: &'static str,
    /// With its indexes, to be read by people.
    size: String,
    is_distributed: bool,
    references: Vec<String>,
}

/// The tables of the schema, without those of the installation.
#[derive(Debug)]
struct Tables {
    of_tenants: Vec<Table>,
    unknown: Vec<String>,
}

async fn tables(db: &impl ConnectionTrait) -> Result<Tables, DbErr> {
    let sql = "select c.relname::text, pg_size_pretty(pg_total_relation_size(c.oid)), \
            exists (select 1 from pg_dist_partition p where p.logicalrelid = c.oid and p.partmethod = 'h'), \
            array(select a.attname::text from pg_attribute a \
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), \
            array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid \
                where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) \
         from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') \
            and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid \
                and d.deptype = 'e') \
         order by c.relname";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let mut tables = Tables { of_tenants: Vec::new(), unknown: Vec::new() };
    for row in rows {
        let name: String = row.try_get_by_index(0)?;
        let columns: Vec<String> = row.try_get_by_index(3)?;
        match Placement::of(&name, &columns) {
            Some(Placement::Coordinator) => {}
            Some(Placement::ByTenant(column)) => tables.of_tenants.push(Table {
                name,
                column,
                size: row.try_get_by_index(1)?,
                is_distributed: row.try_get_by_index(2)?,
                references: row.try_get_by_index(4)?,
            }),
            None => tables.unknown.push(name),
        }
    }
    Ok(tables)
}

/// Sorts tables such that each comes after those that it references, and after the tenants, which all are colocated
/// with.
fn in_order(mut tables: Vec<Table>) -> Result<Vec<Table>, DbErr> {
    let mut ordered: Vec<Table> = Vec::with_capacity(tables.len());
    let mut placed = BTreeSet::new();
    while !tables.is_empty() {
        let (ready, waiting): (Vec<_>, Vec<_>) = tables.into_iter().partition(|table| {
            (table.name == TENANTS || placed.contains(TENANTS))
                && table.references.iter().all(|other| placed.contains(other))
        });
        if ready.is_empty() {
            let names: Vec<_> = waiting.into_iter().map(|table| table.name).collect();
            let names = names.join(", ");
            return Err(DbErr::Custom(format!(
                "these tables reference each other, or one that is not distributed: {names}"
            )));
        }
        placed.extend(ready.iter().map(|table| table.name.clone()));
        ordered.extend(ready);
        tables = waiting;
    }
    Ok(ordered)
}

async fn is_on_citus(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(false);
    }
    Ok(one(db, "select 1 from pg_extension where extname = 'citus'").await?.is_some())
}

async fn one(db: &impl ConnectionTrait, sql: &str) -> Result<Option<QueryResult>, DbErr> {
    db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, references: &[&str]) -> Table {
        Table {
            name: name.into(),
            column: TENANT,
            size: String::new(),
            is_distributed: false,
            references: references.iter().map(|other| (*other).into()).collect(),
        }
    }

    #[test]
    fn tables_come_after_the_tenants_and_those_that_they_reference() {
        let tables = vec![
            table("agreements", &["people", "plans"]),
            table("events", &[]),
            table("people", &["tenants"]),
            table("plans", &["people"]),
            table("tenants", &[]),
        ];

        let names: Vec<_> = in_order(tables).unwrap().into_iter().map(|table| table.name).collect();

        assert_eq!(names, ["tenants", "events", "people", "plans", "agreements"]);
    }

    #[test]
    fn a_circle_and_a_reference_to_the_coordinator_are_refused() {
        let circle = vec![table("tenants", &[]), table("one", &["other"]), table("other", &["one"])];
        assert!(in_order(circle).unwrap_err().to_string().contains("one, other"));
        assert!(in_order(vec![table("tenants", &[]), table("linked", &["realms"])]).is_err());
    }

    #[test]
    fn a_table_that_is_neither_a_tenants_nor_the_installations_has_no_place() {
        let columns = ["id".to_owned()];
        assert_eq!(Placement::of("tenants", &columns), Some(Placement::ByTenant("id")));
        assert_eq!(Placement::of("realms", &columns), Some(Placement::Coordinator));
        assert_eq!(Placement::of("notes", &columns), None);
        assert_eq!(Placement::of("notes", &[TENANT.into()]), Some(Placement::ByTenant(TENANT)));
    }
}
