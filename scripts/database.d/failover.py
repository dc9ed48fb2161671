"""The leader of a Patroni cluster is killed under load. The next leader has every acknowledged write exactly once, also those
that clients repeated because they had no response."""

import atexit
import contextlib
import json
import os
import signal
import time
import urllib.request

from cluster import FOLDER, OTHER_USER, POSTGRES, Follower, Process, Service, Writers, free_port, note, processes_of, wait_for

client, peer = free_port(), free_port()
etcd = Process("etcd", [
    "etcd", "--data-dir", FOLDER / "etcd", "--listen-client-urls", f"http://127.0.0.1:{client}",
    "--advertise-client-urls", f"http://127.0.0.1:{client}", "--listen-peer-urls", f"http://127.0.0.1:{peer}",
    "--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}", "--initial-cluster", f"default=http://127.0.0.1:{peer}",
    "--unsafe-no-fsync",
], **OTHER_USER)


class Node:
    """A PostgreSQL server managed by Patroni."""

    def __init__(self, name):
        self.name, self.port, self.api = name, free_port(), free_port()
        settings = {
            "scope": "groundwork",
            "name": name,
            "restapi": {"listen": f"127.0.0.1:{self.api}"},
            "etcd3": {"host": f"127.0.0.1:{client}"},
            "bootstrap": {
                # The shortest ttl that Patroni accepts.
                "dcs": {
                    "ttl": 20, "loop_wait": 3, "retry_timeout": 3, "synchronous_mode": True,
                    "postgresql": {"use_pg_rewind": True, "parameters": {"max_connections": 100}},
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{self.port}",
                "data_dir": str(FOLDER / name),
                "bin_dir": str(POSTGRES),
                "pgpass": str(FOLDER / f"{name}.pass"),
                "authentication": {
                    "superuser": {"username": "groundwork", "password": "groundwork"},
                    "replication": {"username": "replicator", "password": "replicator"},
                    "rewind": {"username": "groundwork", "password": "groundwork"},
                },
                "parameters": {"unix_socket_directories": str(FOLDER)},
                "pg_hba": ["local all all trust", "host all all 127.0.0.1/32 trust",
                           "host replication replicator 127.0.0.1/32 trust"],
            },
        }
        file = FOLDER / f"{name}.json"
        file.write_text(json.dumps(settings))
        self.patroni = Process(name, ["patroni", file], **OTHER_USER)
        atexit.register(self.kill)

    def status(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.api}/patroni", timeout=2) as answer:
                return json.load(answer)
        except OSError:
            return {}

    def leads(self):
        return self.status().get("role") in ("master", "primary") and self.status().get("state") == "running"

    def kill(self):
        """Kills all its processes, as when its machine fails. They are stopped (SIGSTOP) first: otherwise sessions that
        outlive the postmaster for a moment show transactions that wait for the synchronous standby, which does not have
        them."""
        # Patroni starts the server in another process session, so ending Patroni does not end it.
        self.patroni.end()
        with contextlib.suppress(FileNotFoundError):  # the server has stopped, or never started
            processes = processes_of(FOLDER / self.name)
            for kind in (signal.SIGSTOP, signal.SIGKILL):
                for process in processes:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(process, kind)


def has_followers():
    """Whether both other nodes follow the leader, one of them synchronously."""
    statuses = [node.status() for node in nodes if node is not leader]
    running = [status for status in statuses if status.get("state") in ("running", "streaming")]
    return len(running) == 2 and any(status.get("sync_standby") for status in running)


nodes = [Node("one")]
leader = wait_for(lambda: next((node for node in nodes if node.leads()), None), 60, "there is no leader")
nodes += [Node("two"), Node("three")]

servers = "".join(
    f"    server {node.name} 127.0.0.1:{node.port} check port {node.api} inter 500ms fall 2 rise 1 "
    "on-marked-down shutdown-sessions\n" for node in nodes
)
leaders, replicas = free_port(), free_port()
(FOLDER / "haproxy.cfg").write_text(f"""
defaults
    mode tcp
    timeout connect 2s
    timeout client 1h
    timeout server 1h
listen leader
    bind 127.0.0.1:{leaders}
    option httpchk OPTIONS /primary
{servers}
listen replicas
    bind 127.0.0.1:{replicas}
    option httpchk OPTIONS /replica
{servers}""")
wait_for(has_followers, 60, "no node follows the leader")
haproxy = Process("haproxy", ["haproxy", "-f", FOLDER / "haproxy.cfg", "-W", "-db"])
url = "postgres://groundwork@127.0.0.1:{}/postgres"
time.sleep(1)  # one health check of each server

service = Service(url.format(leaders), "--database-read-url", url.format(replicas))
writers = Writers(service, "acme", 4)
follower = Follower(service, "acme")
writers.write_more(200)
lists = service.get("/v1/plans", writers.ana).expect(200)

killed = time.monotonic()
leader.kill()
others = [node for node in nodes if node is not leader]
wait_for(lambda: next((node for node in others if node.leads()), None), 60, "no new leader was elected")
elected = time.monotonic()
writers.write_more(200, within=60)
writers.stop()

assert writers.failures, "no write failed: the fault was not noticed"
late = writers.last_failure - elected
assert late < 10, f"requests failed for {late:.1f} s after the new leader was elected"
writers.check()
assert service.get("/v1/plans", writers.ana).expect(200) == lists
follower.check()
note(f"{writers.count()} writes, {len(writers.failures)} refusals, new leader after {elected - killed:.0f} s, "
     f"the last refusal {max(late, 0):.1f} s later")
