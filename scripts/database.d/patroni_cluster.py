"""A Patroni cluster of three PostgreSQL servers, one of which follows the leader synchronously, behind HAProxy."""

import atexit
import contextlib
import json
import os
import signal
import subprocess
import time
import urllib.request

from cluster import FOLDER, OTHER_USER, POSTGRES, Process, Session, free_port, processes_of, wait_for


class Node:
    """A PostgreSQL server managed by Patroni."""

    def __init__(self, name, etcd, parameters):
        self.name, self.port, self.api, self.data = name, free_port(), free_port(), FOLDER / name
        settings = {
            "scope": "groundwork",
            "name": name,
            "restapi": {"listen": f"127.0.0.1:{self.api}"},
            "etcd3": {"host": f"127.0.0.1:{etcd}"},
            "bootstrap": {
                # The shortest ttl that Patroni accepts.
                "dcs": {
                    "ttl": 20, "loop_wait": 3, "retry_timeout": 3, "synchronous_mode": True,
                    "postgresql": {"use_pg_rewind": True, "parameters": {"max_connections": 100, **parameters}},
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{self.port}",
                "data_dir": str(self.data),
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
            processes = processes_of(self.data)
            for kind in (signal.SIGSTOP, signal.SIGKILL):
                for process in processes:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(process, kind)


class Patroni:
    """The servers, and the addresses at which HAProxy offers their leader and the others."""

    def __init__(self, parameters={}):
        client, peer = free_port(), free_port()
        Process("etcd", [
            "etcd", "--data-dir", FOLDER / "etcd", "--listen-client-urls", f"http://127.0.0.1:{client}",
            "--advertise-client-urls", f"http://127.0.0.1:{client}", "--listen-peer-urls", f"http://127.0.0.1:{peer}",
            "--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}", "--initial-cluster", f"default=http://127.0.0.1:{peer}",
            "--unsafe-no-fsync",
        ], **OTHER_USER)
        self.nodes = [Node("one", client, parameters)]
        self.await_leader()
        self.nodes += [Node(name, client, parameters) for name in ("two", "three")]
        servers = "".join(
            f"    server {node.name} 127.0.0.1:{node.port} check port {node.api} inter 500ms fall 2 rise 1 "
            "on-marked-down shutdown-sessions\n" for node in self.nodes
        )
        self.port, replicas = free_port(), free_port()
        (FOLDER / "haproxy.cfg").write_text(f"""
defaults
    mode tcp
    timeout connect 2s
    timeout client 1h
    timeout server 1h
listen leader
    bind 127.0.0.1:{self.port}
    option httpchk OPTIONS /primary
{servers}
listen replicas
    bind 127.0.0.1:{replicas}
    option httpchk OPTIONS /replica
{servers}""")
        wait_for(self.has_followers, 60, "no node follows the leader")
        Process("haproxy", ["haproxy", "-f", FOLDER / "haproxy.cfg", "-W", "-db"])
        self.url, self.replicas_url = (f"postgres://groundwork@127.0.0.1:{port}/postgres" for port in (self.port, replicas))
        time.sleep(1)  # one health check of each server

    def sql(self, sql):
        command = [POSTGRES / "psql", self.url, "-X", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def session(self):
        return Session(self)

    def await_leader(self):
        self.leader = wait_for(lambda: next(filter(Node.leads, self.nodes), None), 60, "there is no leader")

    def followers(self):
        return [node for node in self.nodes if node is not self.leader]

    def has_followers(self):
        """Whether both other nodes follow the leader, one of them synchronously."""
        statuses = [node.status() for node in self.followers()]
        running = [status for status in statuses if status.get("state") in ("running", "streaming")]
        return len(running) == 2 and any(status.get("sync_standby") for status in running)

    def kill_leader(self):
        """Kills the leader."""
        self.leader.kill()
        self.nodes.remove(self.leader)
