"""`groundwork migrate up` on a Citus cluster: distributes a database that is in use, with its rows and foreign keys, once, whole or
not at all; `migrate status` tells."""

import re
import subprocess

from cluster import GROUNDWORK, Service, note, shared_items, token
from nodes import Nodes

INSTALLATION = ["deleted_tenants", "installation_keys", "realms", "seaql_migrations"]
FOREIGN_KEYS = "select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace"
TENANTS = ["acme", "globex", "initech", "umbrella"]


def migrate(action):
    command = [GROUNDWORK, "migrate", action, "--database-url", nodes.url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(action, exits=0):
    migration = migrate(action)
    out, err = migration.communicate(timeout=120)
    assert migration.returncode == exits, f"migrate {action} exited with {migration.returncode}:\n{out}{err}"
    return out + err


def contents():
    """Number and digest of the rows of each table."""
    tables = nodes.sql(
        "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' "
        "and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1"
    ).split()
    digest = "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from {0} t"
    return {table: nodes.sql(digest.format(table)) for table in tables}


def changed():
    """The tables whose rows are no longer those of `before`."""
    now = contents()
    return {table: (rows, now.get(table)) for table, rows in before.items() if rows != now.get(table)}


def distributed():
    return int(nodes.sql("select count(*) from pg_dist_partition"))


# A database on one server, which has rows. Nothing but the requests of this test changes them.
nodes = Nodes(extension=False)
service = Service(nodes.url, "--worker", "false")
for tenant in TENANTS:
    service.import_people(tenant, "ana", "ben")
    shared_items(service, token(tenant, "ana"), 3)
foreign_keys, before = nodes.sql(FOREIGN_KEYS), contents()
tables = len(before) - len(INSTALLATION)
assert set(INSTALLATION) < set(before), before.keys()

# The extension is added. Nothing happens by itself, and the service works on.
nodes.form_cluster()
assert f"tables are not distributed: {tables}" in run("status", exits=1)
shared_items(service, token("acme", "ana"), 1)
before = contents()

# A table that might belong to a tenant is not passed over.
nodes.sql("create table notes (id uuid primary key)")
assert "notes" in run("up", exits=1) and distributed() == 0
nodes.sql("drop table notes")

# Killed midway, it has changed nothing.
interrupted = migrate("up")
while "distributing plans" not in interrupted.stderr.readline():
    assert interrupted.poll() is None
interrupted.kill()
interrupted.wait()
nodes.sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity where query like '%create_distributed_table%' "
          "and pid <> pg_backend_pid()")
assert distributed() == 0 and not changed(), changed()

# Two at once: one distributes, the other waits.
both = [migrate("up"), migrate("up")]
said = ["".join(migration.communicate(timeout=120)) for migration in both]
assert [migration.returncode for migration in both] == [0, 0], said
assert sum(text.count("distributing") for text in said) == tables, said
assert distributed() == tables and not changed(), changed()
assert nodes.sql(FOREIGN_KEYS) == foreign_keys
local = [table for table in before if table not in INSTALLATION and nodes.sql(f"select pg_relation_size('{table}')") != "0"]
assert not local, f"rows are left on the coordinator: {local}"

# Each tenant is on one node, and every foreign key is in its shards.
assert nodes.sql("select count(distinct colocationid) from pg_dist_partition") == "1"
shard = nodes.shard("acme")
holder = next(worker for worker in nodes.workers if worker.port == nodes.port("acme"))
on_shard = holder.sql(f"select conname from pg_constraint where contype = 'f' and conrelid = 'plans_{shard}'::regclass")
assert on_shard == f"plans_owner_fk_{shard}", on_shard

assert "the schema is up to date" in run("up")
status = run("status")
told = re.search(r"distributed by tenant: (\d+) tables, each in (\d+) shards on (\d+) nodes", status)
assert told and told.groups() == (str(tables), "8", "2"), status

# A later migration changes distributed tables, and adds one that refers to them: it is distributed in the same step. An
# earlier step is taken back for this.
nodes.sql("drop table person_words")
nodes.sql("drop index people_waiting")
nodes.sql("delete from seaql_migrations where version = 'm20261127_000050_directory'")
assert "distributing person_words" in run("up")
nodes.sql("drop table plan_progress")
nodes.sql("alter table action_items drop column counted_version")
nodes.sql("drop index action_items_open")
nodes.sql("create index action_items_by_progress on action_items (tenant_id, plan_id)")
nodes.sql("delete from seaql_migrations where version = 'm20261127_000120_plan_progress'")
assert "distributing plan_progress" in run("up")
assert distributed() == tables and set(changed()) <= {"seaql_migrations", "action_items"}, changed()
assert nodes.sql(FOREIGN_KEYS) == foreign_keys

# The service, which has run all the time, and a new one read and write what was there.
for service in [service, Service(nodes.url, name="another")]:
    for tenant in TENANTS:
        ana = token(tenant, "ana")
        items = len(service.all("/v1/action-items", ana))
        assert items >= 3
        shared_items(service, ana, 1)
        assert len(service.all("/v1/action-items", ana)) == items + 1
note(f"{tables} tables, {foreign_keys} foreign keys, {len(TENANTS)} tenants; interrupted once, two at once")
