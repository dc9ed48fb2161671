"""`groundwork migrate up` while a node of a Citus cluster is down: it fails, says what to do and changes nothing, whether a step is
pending or not. When the node is back it succeeds."""

import subprocess

from cluster import GROUNDWORK, Service, note
from nodes import Nodes, kill, start_again

def migrate_up(exits):
    command = [GROUNDWORK, "migrate", "up", "--database-url", nodes.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == exits, f"migrate up exited with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def schema():
    """The columns and indexes of all tables, the steps that were taken, and the distributed tables."""
    lists = {"information_schema.columns": "table_name || '.' || column_name", "pg_indexes": "indexname",
             "seaql_migrations": "version", "pg_dist_partition": "logicalrelid::text"}
    return [nodes.sql(f"select {name} from {table} order by 1") for table, name in lists.items()]


nodes = Nodes()
migrate_up(0)
current, refusals = schema(), 0
# Once with nothing to do, and once with a step that changes a distributed table and adds one.
for take_back in ["", "drop table person_words; drop index people_waiting; "
                  "delete from seaql_migrations where version = 'm20261127_000050_directory'"]:
    for statement in filter(None, take_back.split("; ")):
        nodes.sql(statement)
    before = schema()
    for victim in nodes.workers:
        kill(victim)
        said = migrate_up(1)
        assert "has changed nothing" in said and "citus_check_cluster_node_health()" in said, said
        assert schema() == before
        start_again(victim)
        refusals += 1
    migrate_up(0)
    assert schema() == current
Service(nodes.url)
note(f"{refusals} refusals, none of which changed anything")
