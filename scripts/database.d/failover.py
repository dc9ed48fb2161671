"""The leader of a Patroni cluster is killed under load: whatever was acknowledged is there on the next one exactly once,
and whoever repeats what was not answered creates everything once."""

import atexit
import contextlib
import json
import os
import signal
import time
import urllib.request

from world import FOLDER, OTHER_USER, POSTGRES, Follower, Process, Service, Writers, free_port, note, processes_of, until

client, peer = free_port(), free_port()
etcd = Process("etcd", [
    "etcd", "--data-dir", FOLDER / "etcd", "--listen-client-urls", f"http://127.0.0.1:{client}",
    "--advertise-client-urls", f"http://127.0.0.1:{client}", "--listen-peer-urls", f"http://127.0.0.1:{peer}",
    "--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}", "--initial-cluster", f"default=http://127.0.0.1:{peer}",
    "--unsafe-no-fsync",
], **OTHER_USER)


class Node:
    """A server that Patroni keeps."""

    def __init__(self, name):
        self.name, self.port, self.api = name, free_port(), free_port()
        settings = {
            "scope": "groundwork",
            "name": name,
            "restapi": {"listen": f"127.0.0.1:{self.api}"},
            "etcd3": {"host": f"127.0.0.1:{client}"},
            "bootstrap": {
                # The shortest that Patroni takes.
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
        """Kills all of it at once, as when its machine is gone. Its sessions are held first: those that notice that the
        server is dead show what no other node has received, which is committed and waits for that, until they end too."""
        # Patroni starts the server in a session of its own.
        self.patroni.end()
        with contextlib.suppress(FileNotFoundError):  # it has ended, or never began
            processes = processes_of(FOLDER / self.name)
            for kind in (signal.SIGSTOP, signal.SIGKILL):
                for process in processes:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(process, kind)


def members():
    """Who follows the leader, and how."""
    statuses = [node.status() for node in nodes if node is not leader]
    running = [status for status in statuses if status.get("state") in ("running", "streaming")]
    return len(running) == 2 and any(status.get("sync_standby") for status in running)


nodes = [Node("one")]
leader = until(lambda: next((node for node in nodes if node.leads()), None), 60, "there is no leader")
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
until(members, 60, "nobody follows the leader")
haproxy = Process("haproxy", ["haproxy", "-f", FOLDER / "haproxy.cfg", "-W", "-db"])
url = "postgres://groundwork@127.0.0.1:{}/postgres"
time.sleep(1)  # until it has looked at each once

service = Service(url.format(leaders), "--database-read-url", url.format(replicas))
writers = Writers(service, "acme", 4)
follower = Follower(service, "acme")
writers.write_more(200)
lists = service.get("/v1/plans", writers.ana).expect(200)

killed = time.monotonic()
leader.kill()
others = [node for node in nodes if node is not leader]
next_leader = until(lambda: next((node for node in others if node.leads()), None), 60, "there is no next leader")
elected = time.monotonic()
writers.write_more(200, within=60)
writers.stop()

assert writers.failures, "nobody noticed"
late = writers.last_failure - elected
assert late < 10, f"requests failed for {late:.1f} s after there was a next leader"
writers.check()
assert service.get("/v1/plans", writers.ana).expect(200) == lists
follower.check()
note(f"{writers.count()} writes, {len(writers.failures)} refusals, the next leader after {elected - killed:.0f} s, "
     f"the last refusal {max(late, 0):.1f} s later")
