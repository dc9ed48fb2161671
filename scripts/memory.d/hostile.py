"""Sends hostile bodies to every operation with a body, as the OpenAPI document lists them, to a service with a limit of
memory.

usage: hostile.py GROUNDWORK FOLDER
"""

import gzip
import http.client
import json
import os
import re
import resource
import subprocess
import sys
import threading
import time
import uuid

GROUNDWORK, FOLDER = sys.argv[1:]
SECRET = "a secret for tests that is long enough"
LIMIT = 512 << 20
MAX_ANSWER = 512 << 10
# An import answers with the outcomes of its rows.
MAX_IMPORT_ANSWER = 8 << 20
AT_ONCE = 50
# How long another caller may wait for a response. The build is a debug build, on a machine that does other things.
PATIENCE = 10.0
# A little less than the largest body, so that what surrounds a text fits as well.
BODY = (1 << 20) - 4096


def run(*arguments):
    return subprocess.run([GROUNDWORK, *arguments], check=True, capture_output=True, text=True).stdout


def token(*claims):
    return run("token", "--auth-hs256-secret", SECRET, "--tenant", "acme", *claims).strip()


class Service:
    """The service, which dies when it asks for more memory than the limit."""

    def __init__(self):
        database = f"sqlite:{FOLDER}/memory.db"
        self.log = open(f"{FOLDER}/log", "w+")
        self.process = subprocess.Popen(
            [GROUNDWORK, "serve", "--bind", "127.0.0.1:0", "--database-url", database, "--auth-hs256-secret", SECRET,
             "--operations-bind", "off", "--log-format", "json", "--workers", "2"],
            stderr=self.log, stdout=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (LIMIT, LIMIT)),
        )
        deadline = time.time() + 60
        while not (match := re.search(r'"address":"127.0.0.1:(\d+)"', self.read_log())):
            if self.process.poll() is not None or time.time() > deadline:
                sys.exit(f"the service did not start:\n{self.read_log()}")
            time.sleep(0.1)
        self.port = int(match[1])

    def read_log(self):
        with open(f"{FOLDER}/log") as log:
            return log.read()

    def memory(self, name):
        """A field of /proc/PID/status in bytes: VmRSS, or its peak VmHWM."""
        if self.process.poll() is not None:
            sys.exit(f"the service died with {self.process.returncode}:\n{self.read_log()[-4000:]}")
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(rf"{name}:\s+(\d+)", status.read())[1]) << 10

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w") as peak:
            peak.write("5")

    def send(self, method, path, bearer, body=b"", headers=()):
        """Returns status and body. The connection may be closed before the whole body is sent."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.putrequest(method, path)
            for name, value in {"authorization": f"Bearer {bearer}", "content-length": str(len(body)), **dict(headers)}.items():
                connection.putheader(name, value)
            connection.endheaders()
            try:
                connection.send(body)
            except (BrokenPipeError, ConnectionResetError):
                pass
            try:
                response = connection.getresponse()
                return response.status, response.read()
            except (ConnectionResetError, BrokenPipeError, http.client.RemoteDisconnected):
                return 0, b""
        finally:
            connection.close()


def fill(text, before=b"", after=b""):
    """`text` repeated up to the largest body."""
    return before + text * ((BODY - len(before) - len(after)) // len(text)) + after


def first_list(schema, schemas):
    """The path to a list that a schema allows, with the names of the fields that lead to it; none if there is none."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rsplit("/", 1)[1]]
    for option in schema.get("oneOf", []) + schema.get("anyOf", []):
        if (found := first_list(option, schemas)) is not None:
            return found
    if "items" in schema:
        return []
    for name, field in schema.get("properties", {}).items():
        if (found := first_list(field, schemas)) is not None:
            return [name, *found]
    return None


def wrapped(names, value):
    for name in reversed(names):
        value = b'{"%s":%s}' % (name.encode(), value)
    return value


def json_bodies(schema, schemas):
    names = first_list(schema, schemas) or ["items"]
    some = 9_000
    yield "numbers in a list", wrapped(names, fill(b"1,", b"[", b"1]"))
    yield "faults in a list", wrapped(names, b"[" + b",".join([b"1"] * some) + b"]")
    yield "small objects", wrapped(names, fill(b'{"":0},', b"[", b"0]"))
    yield "faulty objects", wrapped(names, b"[" + b",".join([b'{"a":[]}'] * 3_000) + b"]")
    yield "empty lists", wrapped(names, fill(b"[],", b"[", b"0]"))
    yield "deep lists", b"[" * (BODY - 1)
    yield "deep objects", fill(b'{"a":')
    yield "wide object", b"{" + b",".join(b'"%d":1' % number for number in range(80_000)) + b"}"
    yield "unknown fields", b"{" + b",".join(b'"%d":1' % number for number in range(some)) + b"}"
    yield "long string", b'{"title":"' + b"x" * (BODY - 20) + b'"}'
    yield "long name", b'{"' + b"/" * (BODY - 20) + b'":1}'
    yield "nulls", b"{" + b",".join(b'"%d":null' % number for number in range(some)) + b"}"
    yield "long number", b'{"a":' + b"1" * (BODY - 20) + b"}"
    yield "escapes", b'{"title":"' + b"\\u0001" * ((BODY - 20) // 6) + b'"}'


BOMB = gzip.compress(b" " * 200_000_000, 9)
STORED = gzip.compress(b"[" + b"1," * 400_000 + b"1]", 1)


def row_bodies():
    yield "small rows", b"{}\n" * 10_001
    yield "faulty rows", (b"{" + b",".join(b'"%d":[[]]' % number for number in range(60)) + b"}\n") * 10_000
    yield "rows of objects", (b'{"a":[' + b'{"":0},' * 50 + b"0]}\n") * 10_000
    yield "long rows", (b'{"external_id":"' + b"x" * 60_000 + b'"}\n') * 250
    yield "one row", b'{"external_id":"' + b"x" * (15 << 20)
    yield "CSV without end", b'external_id,user_name,display_name\n"' + b"x," * (7 << 20)


def operations(document):
    """Method, path, media type and schema of every operation with a body. Ids are made up, but for `known`."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            content = operation.get("requestBody", {}).get("content", {}) | operation.get("x-also-takes", {})
            for media_type, body in content.items():
                yield method.upper(), path, media_type, body.get("schema", {})


def main():
    began = time.time()
    document = json.loads(run("openapi"))
    schemas = document["components"]["schemas"]
    service = Service()
    try:
        check(service, document, schemas)
    finally:
        service.process.kill()
        service.process.wait()
    print(f"memory: ok, {time.time() - began:.0f} s")


def check(service, document, schemas):
    hr = token("--person", "hr", "--role", "hr_admin")
    ana, ben = token("--person", "ana"), token("--person", "ben")
    provider = token("--service", "provider", "--scope", "scim")
    csv = b"external_id,user_name,display_name,manager_external_id\nE1,ana,Ana,E2\nE2,ben,Ben,\nE3,hr,Hr,\n"
    status, body = service.send("POST", "/v1/people/import", hr, csv, [("content-type", "text/csv")])
    assert status == 200, body
    as_json = [("content-type", "application/json")]
    status, body = service.send("POST", "/v1/plans", ana, b'{"title":"Mine"}', as_json)
    assert status == 201, body
    plan = json.loads(body)["id"]
    status, body = service.send("POST", f"/v1/plans/{plan}/action-items", ana, b'{"title":"Mine"}', as_json)
    assert status == 201, body
    known = {"plan_id": plan, "action_item_id": json.loads(body)["id"]}

    jobs = {}
    for method, path, media_type, schema in operations(document):
        real = re.sub(r"\{(\w+)\}", lambda match: known.get(match[1], str(uuid.uuid4())), path)
        caller = hr if "/people/" in path or "/webhooks" in path or "import" in path else ana
        caller = provider if path.startswith("/scim/") else caller
        headers = {"content-type": media_type}
        bodies = list(row_bodies() if not media_type.endswith("json") or "ndjson" in media_type else json_bodies(schema, schemas))
        for kind, body in bodies:
            # With its body's key, so that what is kept for retries counts as well.
            jobs.setdefault(kind, []).append((method, real, caller, body, headers))
        for kind, body in [("gzip bomb", BOMB), ("gzip of a list", STORED)]:
            jobs.setdefault(kind, []).append((method, real, caller, body, {**headers, "content-encoding": "gzip"}))

    for kind, operations_of_kind in jobs.items():
        attack(service, kind, operations_of_kind, ben)


def attack(service, kind, jobs, other):
    """Fifty requests at once, on each of the operations in turn, while another caller reads."""
    began, answers, waits, stop = time.time(), [], [], threading.Event()
    service.forget_peak()

    def send(number):
        method, path, caller, body, headers = jobs[number % len(jobs)]
        headers = {**headers, "idempotency-key": f"{kind}-{number}".replace(" ", "-")}
        status, answer = service.send(method, path, caller, body, headers.items())
        answers.append((method, path, status, answer))

    def read():
        while not stop.is_set():
            started = time.time()
            status, _ = service.send("GET", "/v1/me", other)
            waits.append(time.time() - started)
            assert status == 200, status
            stop.wait(0.05)

    reader = threading.Thread(target=read)
    reader.start()
    # Each operation gets at least one, and fifty are on their way at a time.
    count = max(AT_ONCE, len(jobs))
    threads = [threading.Thread(target=send, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    reader.join()

    peak = service.memory("VmHWM")
    largest = max(len(answer) for *_, answer in answers)
    statuses = sorted({status for *_, status, _ in answers})
    print(f"-- {kind}: {count} requests, {time.time() - began:.1f} s, peak {peak >> 20} MiB, answers up to {largest} bytes, "
          f"another caller waits {max(waits):.2f} s, {statuses}", flush=True)
    assert len(answers) == count, "a request was not answered"
    for method, path, status, answer in answers:
        is_import = path.endswith("/import")
        allowed = {0, 200, 400, 403, 404, 413, 415, 422, 429, 503} if is_import else {0, 400, 403, 404, 409, 413, 415, 422, 429, 503}
        # A search that has none of the fields that it may have finds everyone.
        allowed |= {200} if path.endswith("/.search") else set()
        assert status in allowed, f"{method} {path}: {status} {answer[:300]}"
        assert len(answer) <= (MAX_IMPORT_ANSWER if is_import else MAX_ANSWER), f"{method} {path}: {len(answer)} bytes"
    assert peak < LIMIT, f"{peak} bytes"
    assert waits and max(waits) < PATIENCE, f"another caller waited {max(waits):.1f} s"


main()
