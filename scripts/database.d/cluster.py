"""What the failure tests share: PostgreSQL servers, `groundwork` processes, writers and a reader of the change feed. Each test
has its own, on free ports and in one folder; all of them end with the test."""

import atexit
import http.client
import json
import os
import pwd
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

GROUNDWORK, FOLDER, NOTE = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
# The folder of the server's programs: the newest of Debian's, or that of a server with the extension of scripts/citus.
INSTALLED = [Path(root, "usr/lib/postgresql") for root in ("/", os.environ["unpacked"])]
POSTGRES = Path(
    os.environ.get("GROUNDWORK_TEST_CITUS_BIN")
    or max((path for folder in INSTALLED for path in folder.glob("*/bin")), key=lambda path: int(path.parent.name))
)
SECRET = "a secret for checks that is long enough"

# PostgreSQL refuses to run as root.
OTHER_USER = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
if OTHER_USER:
    os.chown(FOLDER, pwd.getpwnam("postgres").pw_uid, -1)

# On SIGTERM the exit handlers still run, which stop every process that the test started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("the test took too long"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(found, within, what):
    """Polls `found` until its result is true, and returns it. Ends the test with `what` after `within` seconds."""
    give_up = time.monotonic() + within
    while time.monotonic() < give_up:
        result = found()
        if result:
            return result
        time.sleep(0.05)
    sys.exit(f"{what} within {within} s")


class Process:
    """A program that is stopped at the end of the test. Its output goes to a log file."""

    def __init__(self, name, command, **options):
        self.log = FOLDER / f"{name}.log"
        with open(self.log, "ab") as log:
            self.child = subprocess.Popen(
                [str(part) for part in command], stdout=log, stderr=log, cwd=FOLDER, start_new_session=True, **options
            )
        atexit.register(self.end)

    def end(self):
        """Kills it and its child processes."""
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()

    def stop(self):
        """Sends SIGTERM and waits for a clean exit."""
        self.child.terminate()
        if self.child.wait(timeout=60):
            sys.exit(f"it did not exit cleanly:\n{self.log.read_text()}")

    def says(self, text):
        return text in self.log.read_text()


def processes_of(data):
    """The process ids of the server with this data directory: the postmaster first, then its children."""
    first = int((data / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text()
    return [first, *map(int, children.split())]


class Cluster:
    """A PostgreSQL server."""

    def __init__(self, name, settings="", copy_of=None):
        self.port, self.data, self.log = free_port(), FOLDER / name, FOLDER / f"{name}.log"
        self.settings = f"-p {self.port} -k {FOLDER} -c listen_addresses=127.0.0.1 {settings}"
        self.url = f"postgres://groundwork@127.0.0.1:{self.port}/postgres"
        if copy_of:
            source = ["-h", "127.0.0.1", "-p", copy_of.port, "-U", "groundwork"]
            self.run("pg_basebackup", *source, "-D", self.data, "-R", "-c", "fast")
        else:
            self.run("initdb", "-D", self.data, "-U", "groundwork", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        atexit.register(self.stop)

    def run(self, program, *arguments):
        command = [str(part) for part in (POSTGRES / program, *arguments)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=FOLDER, **OTHER_USER)
        if done.returncode != 0:
            log = self.log.read_text() if self.log.exists() else ""
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}{log}")
        return done.stdout

    def start(self):
        # Without -l the server would inherit this command's pipes and keep them open.
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.log, "-o", self.settings, "start")
        return self

    def restart(self):
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.log, "-o", self.settings, "-m", "fast", "restart")

    def stop(self):
        command = [POSTGRES / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop"]
        subprocess.run(command, capture_output=True, cwd=FOLDER, **OTHER_USER)

    def processes(self):
        return processes_of(self.data)

    def sql(self, sql):
        connection = ["-h", FOLDER, "-p", self.port, "-U", "groundwork", "-d", "postgres"]
        return self.run("psql", *connection, "-X", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql).strip()


    def session(self):
        return Session(self)


class Session:
    """One database session, in which a transaction can stay open."""

    def __init__(self, cluster):
        command = [POSTGRES / "psql", "-h", "127.0.0.1", "-p", str(cluster.port), "-U", "groundwork", "-d", "postgres"]
        options = ["-X", "-q", "-v", "ON_ERROR_STOP=1"]
        self.psql = subprocess.Popen(
            [*command, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=FOLDER, **OTHER_USER
        )
        atexit.register(self.psql.kill)

    def run(self, sql):
        self.psql.stdin.write(f"{sql};\n\\echo done\n")
        self.psql.stdin.flush()
        while (line := self.psql.stdout.readline()) != "done\n":
            if not line:
                sys.exit(f"the session ended at: {sql}")


class Response:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.text = status, headers, body.decode()

    @property
    def json(self):
        return json.loads(self.text)

    def expect(self, status):
        if self.status != status:
            sys.exit(f"expected {status}, got {self.status}:\n{self.text}")
        return self.json


class Api:
    """The API at an address."""

    def __init__(self, address):
        self.address = address

    def is_ready(self):
        try:
            return self.ask("GET", "/health/ready", "").status == 200
        except OSError:
            return False

    def ask(self, method, path, token, body=None, headers={}, timeout=30):
        """Sends one request on a new connection. Raises OSError if the connection fails."""
        connection = http.client.HTTPConnection(self.address, timeout=timeout)
        try:
            headers = {"authorization": f"Bearer {token}", "content-type": "application/json", **headers}
            body = body if body is None or isinstance(body, str) else json.dumps(body)
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Response(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path, token, **more):
        return self.ask("GET", path, token, **more)

    def all(self, path, token):
        """All items of a list, read page by page."""
        items, cursor = [], ""
        while cursor is not None:
            page = self.get(f"{path}?limit=100{cursor and '&cursor=' + cursor}", token).expect(200)
            items += page["items"]
            cursor = page["next_cursor"]
        return items

    def import_people(self, tenant, *names):
        rows = "".join(f"x-{name},{name},{name}\n" for name in (*names, "hr"))
        hr = token(tenant, "hr", "--role", "hr_admin")
        body = "external_id,user_name,display_name\n" + rows
        self.ask("POST", "/v1/people/import", hr, body, {"content-type": "text/csv"}).expect(200)

    def feed(self, tenant):
        """All events of the change feed, in order."""
        reader, events, after = token(tenant, "reader", "--scope", "events:read"), [], ""
        while True:
            page = self.get(f"/v1/events?limit=100{after and '&after=' + after}", reader).expect(200)
            if not page["items"]:
                return events
            events += page["items"]
            after = page["next_cursor"]


class Service(Api):
    """`groundwork serve`."""

    def __init__(self, url, *flags, name="service", bind="127.0.0.1:0", migrate=True):
        command = [GROUNDWORK, "serve", "--database-url", url, "--auth-hs256-secret", SECRET]
        command += ["--bind", bind, "--log-format", "json", *(["--migrate"] if migrate else []), *flags]
        self.process = Process(name, command)
        super().__init__(wait_for(self.has_started, 30, f"{name} does not serve:\n{self.process.log}"))

    def has_started(self):
        log = self.process.log.read_text()
        if self.process.child.poll() is not None:
            sys.exit(f"the service exited:\n{log}")
        lines = (json.loads(line) for line in log.splitlines() if '"address"' in line and line.endswith("}"))
        return next((line["address"] for line in lines), None)


def token(tenant, person, *more):
    kind = "--service" if "--scope" in more else "--person"
    command = [GROUNDWORK, "token", "--auth-hs256-secret", SECRET, "--tenant", tenant, kind, person, *more]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


ANSWERS = {
    "mission_statement": "Let products be shaped by the people who use them",
    "values": [{"name": "Curiosity", "aligned_with": ["long_term"]}],
    "motivators": [{"name": "Open questions", "aligned_with": ["short_term"]}],
    "short_term_objective": {"summary": "Lead", "kind": "current_role_plus", "detail": "Plan and run its studies"},
    "long_term_objective": {"summary": "Build a research department"},
    "strengths": [{"name": "Listening"}],
    "development_areas": [{"name": "Saying no", "aligned_with": ["short_term"]}],
}


def shared_items(service, person, count):
    """Creates and shares a plan with `count` action items, and returns their ids. Changes to them appear in the change feed."""
    plan = service.ask("POST", "/v1/plans", person, {"title": "A plan", "answers": ANSWERS}).expect(201)["id"]
    item = {"title": "An item", "advances": ["short_term"]}
    items = [service.ask("POST", f"/v1/plans/{plan}/action-items", person, item).expect(201)["id"] for _ in range(count)]
    service.ask("POST", f"/v1/plans/{plan}/share", person).expect(200)
    return items


class Writers:
    """Threads that record progress without a pause. A request without a response is sent again with the same idempotency key."""

    def __init__(self, service, tenant, count):
        service.import_people(tenant, "ana")
        self.service, self.tenant, self.ana = service, tenant, token(tenant, "ana")
        self.acknowledged = {item: [] for item in shared_items(service, self.ana, count)}
        self.failures, self.last_failure, self.stopping = [], time.monotonic(), False
        self.threads = [threading.Thread(target=self.write, args=(item,), daemon=True) for item in self.acknowledged]
        for thread in self.threads:
            thread.start()

    def write(self, item):
        while not self.stopping:
            note = str(uuid.uuid4())
            while not self.is_answered(item, note):
                self.last_failure = time.monotonic()
                time.sleep(0.1)
            self.acknowledged[item].append(note)

    def is_answered(self, item, note):
        try:
            path, key = f"/v1/action-items/{item}/progress", {"idempotency-key": note}
            answer = self.service.ask("POST", path, self.ana, {"note": note}, key)
        except OSError as error:
            self.failures.append(repr(error))
            return False
        if answer.status == 201:
            return True
        self.failures.append(f"{answer.status} {answer.json.get('detail')}")
        in_progress = answer.status == 409 and answer.json["type"] == "/problems/request-in-progress"
        if answer.status != 503 and not in_progress or "retry-after" not in answer.headers:
            print("unexpected response:", answer.status, answer.text, flush=True)
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    def count(self):
        return sum(map(len, self.acknowledged.values()))

    def write_more(self, count, within=30):
        """Waits until `count` more writes have been acknowledged."""
        aim = self.count() + count
        wait_for(lambda: self.count() >= aim, within, f"{count} more writes were not acknowledged")

    def stop(self):
        self.stopping = True
        for thread in self.threads:
            thread.join(60)

    def check(self):
        """Checks that exactly the acknowledged writes are stored, each once, and that the feed has one event for each."""
        in_feed = [event["subject"] for event in self.service.feed(self.tenant) if ".progressed." in event["type"]]
        for item, acknowledged in self.acknowledged.items():
            stored = [update["note"] for update in self.service.all(f"/v1/action-items/{item}/progress", self.ana)]
            assert sorted(stored) == sorted(acknowledged), f"{len(acknowledged)} acknowledged, {len(stored)} stored"
            events = in_feed.count(f"action-items/{item}")
            assert events == len(acknowledged), f"{len(acknowledged)} acknowledged, {events} events in the feed"


class Follower:
    """Reads the change feed until all writes are done, while the service or its database fails."""

    def __init__(self, service, tenant):
        self.service, self.tenant = service, tenant
        self.reader = token(tenant, "reader", "--scope", "events:read")
        self.events, self.after, self.written = [], "", threading.Event()
        self.thread = threading.Thread(target=self.follow, daemon=True)
        self.thread.start()

    def follow(self):
        while not self.written.is_set() or self.look():
            self.look()

    def look(self):
        """Reads one page; returns whether there may be more."""
        try:
            answer = self.service.get(f"/v1/events?limit=100{self.after and '&after=' + self.after}", self.reader)
        except OSError:
            return True
        if answer.status == 200:
            self.events += answer.json["items"]
            self.after = answer.json["next_cursor"]
            return bool(answer.json["items"])
        return True

    def check(self):
        """Checks that the events that were read are those of the feed now, in the same order; but for the seals of the audit
        log, which go on."""
        self.written.set()
        self.thread.join(30)
        seen, in_feed = (
            [event["id"] for event in events if ".audit.sealed." not in event["type"]]
            for events in [self.events, self.service.feed(self.tenant)])
        missed = [position for position, event in enumerate(in_feed) if event not in seen]
        lost = [position for position, event in enumerate(seen) if event not in in_feed]
        assert seen == in_feed, f"read {len(seen)} of {len(in_feed)} events; missed positions {missed}, later lost positions {lost}"


def note(text):
    NOTE.write_text(text)
