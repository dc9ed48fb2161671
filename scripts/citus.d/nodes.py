"""A Citus cluster: a coordinator and two nodes, and where it keeps the rows of a tenant. The servers are those of
scripts/database.d/cluster.py."""

import contextlib
import os
import signal
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cluster import FOLDER, Cluster, wait_for

# Few shards, so that the servers of one machine are not busy with them alone.
SETTINGS = {
    "shared_preload_libraries": "citus", "wal_level": "logical", "max_connections": 200, "citus.local_hostname": "127.0.0.1",
    "citus.node_conninfo": "sslmode=disable", "citus.shard_count": 8,
}


class Nodes:
    """Three servers. With `extension`, they are a Citus cluster from the start. The coordinator may be there already."""

    def __init__(self, extension=True, settings={}, coordinator=None):
        options = " ".join(f"-c {name}={value}" for name, value in (SETTINGS | settings).items())
        with ThreadPoolExecutor() as pool:
            names = ["node-1", "node-2", *([] if coordinator else ["coordinator"])]
            *self.workers, self.coordinator = [*pool.map(lambda name: Cluster(name, options).start(), names),
                                               *([coordinator] if coordinator else [])]
        self.url, self.sql = self.coordinator.url, self.coordinator.sql
        if extension:
            self.form_cluster()

    def form_cluster(self):
        """Creates the extension and tells the coordinator of its nodes: the steps of docs/scaling.md."""
        for server in [self.coordinator, *self.workers]:
            server.sql("create extension citus")
        self.sql(f"select citus_set_coordinator_host('127.0.0.1', {self.coordinator.port})")
        for worker in self.workers:
            self.sql(f"select citus_add_node('127.0.0.1', {worker.port})")

    def shard(self, tenant):
        """The shard of `plans` that has the rows of a tenant."""
        return int(self.sql(f"select get_shard_id_for_distribution_column('plans', '{tenant_id(tenant)}')"))

    def port(self, tenant):
        """The port of the server that has the rows of a tenant."""
        return int(self.sql(f"select nodeport from citus_shards where shardid = {self.shard(tenant)}"))

    def tenants(self, count):
        """Names of tenants: for each node, as many as `count`."""
        found = {worker.port: [] for worker in self.workers}
        number = 0
        while any(len(names) < count for names in found.values()):
            name, number = f"tenant-{number}", number + 1
            names = found[self.port(name)]
            if len(names) < count:
                names.append(name)
        return [found[worker.port] for worker in self.workers]


def kill(server):
    """Kills a server and all its sessions at once, as when its machine fails."""
    processes = server.processes()
    for kind in (signal.SIGSTOP, signal.SIGKILL):
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, kind)
    wait_for(lambda: not any(map(is_alive, processes)), 10, "the server did not end")


def start_again(server):
    """Starts a server that was killed. Its processes have ended, but their numbers may not be free yet."""
    for lock in [server.data / "postmaster.pid", FOLDER / f".s.PGSQL.{server.port}.lock"]:
        lock.unlink()
    server.start()


def is_alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def tenant_id(name):
    """The id that the service gives to a tenant."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"groundwork:tenant:{name}")
