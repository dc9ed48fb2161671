"""Two replicas and a worker on one PostgreSQL behind HAProxy, under load and restarted in turn: no request fails, and every
acknowledged change is told once by the change feed and sent by the webhooks. Takes the groundwork program; the database
server is the one that GROUNDWORK_TEST_POSTGRES_URL names. Ends by itself after about half a minute."""

import hashlib, hmac, http.client, http.server, json, os, signal, socket, subprocess, sys, tempfile, threading, time, uuid
from base64 import urlsafe_b64encode
from collections import Counter
from pathlib import Path

groundwork, server_url = sys.argv[1], os.environ["GROUNDWORK_TEST_POSTGRES_URL"]
SECRET = "a secret that is good for this test alone"
WRITERS = 8
ROUNDS = 1
folder = Path(tempfile.mkdtemp())
running = []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def token(person, **claims):
    part = lambda data: urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=")
    claims = {"tenant": "acme", "sub": person, "exp": int(time.time()) + 3600, **claims}
    signed = part({"alg": "HS256", "typ": "JWT"}) + b"." + part(claims)
    signature = urlsafe_b64encode(hmac.digest(SECRET.encode(), signed, hashlib.sha256)).rstrip(b"=")
    return (signed + b"." + signature).decode()


class Client:
    """One that keeps its connection, and repeats nothing."""

    def __init__(self, port, person, **claims):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
        self.headers = {"Authorization": f"Bearer {token(person, **claims)}"}

    def __call__(self, method, path, body=None, content_type="application/json"):
        headers = dict(self.headers)
        if method == "POST":
            headers["Idempotency-Key"] = str(uuid.uuid4())
        if body is not None:
            headers["Content-Type"] = content_type
            body = body if isinstance(body, str) else json.dumps(body)
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text) if text else None


class Service:
    """A process of ours, which can be told to stop and started again."""

    def __init__(self, *arguments, port=None):
        self.arguments, self.port = arguments, port
        self.log = open(folder / f"{arguments[0]}-{port}.log", "ab")
        running.append(self)
        self.start()

    def start(self):
        environment = {
            **os.environ,
            "GROUNDWORK_DATABASE_URL": database_url,
            "GROUNDWORK_WEBHOOKS_ALLOW_PRIVATE": "true",
            "GROUNDWORK_LOG_FORMAT": "json",
        }
        begun = time.monotonic()
        self.process = subprocess.Popen([groundwork, *self.arguments], env=environment, stderr=self.log)
        while self.port and not is_ready(self.port):
            if self.process.poll() is not None or time.monotonic() - begun > 30:
                raise RuntimeError(f"{self.arguments} does not become ready; see {self.log.name}")
            time.sleep(0.005)
        return time.monotonic() - begun

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=60):
            raise RuntimeError(f"{self.arguments} did not end well; see {self.log.name}")


def is_ready(port):
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False


def replica(port):
    return Service(
        "serve", "--bind", f"127.0.0.1:{port}", "--auth-hs256-secret", SECRET, "--worker", "false", "--drain-time", "4s", port=port
    )


class Received(http.server.BaseHTTPRequestHandler):
    """What webhooks bring."""

    protocol_version = "HTTP/1.1"
    events, lock = {}, threading.Lock()

    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.lock:
            self.events.setdefault(event["id"], event)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def write(number, item, stop, done):
    """Records progress until told to stop, looking at a list in between."""
    client = Client(front, f"person-{number}")
    while not stop.is_set():
        done.append(client("POST", f"/v1/action-items/{item}/progress", {"progress_percent": len(done) % 100}))
        client("GET", "/v1/plans?limit=5")


def follow(until_seen):
    """What the change feed tells of progress, until that has been seen which is waited for."""
    client, after, told = Client(front, "feed", scope="events:read"), "", []
    while not until_seen(told):
        page = client("GET", f"/v1/events?types=groundwork.action_item.progressed.v1&limit=100&wait=1{after}")
        told += page["items"]
        after = f"&after={page['next_cursor']}"
    return told


def check(what, events, acknowledged):
    """Each change has been told once."""
    ids = {event["id"] for event in events}
    told = Counter(event["data"]["action_item_id"] for event in events)
    if len(ids) != len(events) or told != acknowledged:
        sys.exit(f"{what}: {len(events)} events, {len(ids)} different ones, {dict(told)}; acknowledged: {dict(acknowledged)}")


def prepare():
    """People with a shared plan each, and the action item of each."""
    hr = Client(front, "hr", roles=["hr_admin"])
    people = "\n".join(["external_id,user_name,display_name", *(f"{n},person-{n},Person {n}" for n in range(WRITERS))])
    hr("POST", "/v1/people/import", people, "text/csv")
    answers = {
        "mission_statement": "To learn",
        "short_term_objective": {"summary": "More", "kind": "current_role_plus", "detail": "Of the same"},
        "long_term_objective": {"summary": "Still more"},
        **{list_: [{"name": "One"}] for list_ in ("values", "motivators", "strengths", "development_areas")},
    }
    items = []
    for number in range(WRITERS):
        owner = Client(front, f"person-{number}")
        plan = owner("POST", "/v1/plans", {"title": "A plan", "answers": answers})["id"]
        items.append(owner("POST", f"/v1/plans/{plan}/action-items", {"title": "Do it"})["id"])
        owner("POST", f"/v1/plans/{plan}/share")
    http.server.ThreadingHTTPServer.request_queue_size = 128
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Received)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{receiver.server_port}/"
    hr("POST", "/v1/webhooks", {"url": url, "event_types": ["groundwork.action_item.progressed.v1"]})
    return items


def main():
    subprocess.run([groundwork, "migrate", "up", "--database-url", database_url], check=True, capture_output=True)
    ports = [free_port(), free_port()]
    backends = "".join(f"    server replica-{port} 127.0.0.1:{port}\n" for port in ports)
    (folder / "haproxy.cfg").write_text(f"""
defaults
    mode http
    timeout connect 2s
    timeout client 60s
    timeout server 60s
    retries 3
    option redispatch
    option httpchk GET /health/ready
    timeout check 5s
    default-server check inter 500ms fall 2 rise 1
frontend front
    bind 127.0.0.1:{front}
    default_backend replicas
backend replicas
    balance roundrobin
{backends}""")
    replicas = [replica(port) for port in ports]
    worker = Service("work")
    proxy = subprocess.Popen(["haproxy", "-db", "-f", folder / "haproxy.cfg"], stderr=open(folder / "haproxy.log", "wb"))
    try:
        while not is_ready(front):
            time.sleep(0.05)
        items = prepare()
        stop, faults, done = threading.Event(), [], [[] for _ in items]


        def begin(work, *arguments):
            """Does it beside us; whatever goes wrong is a request that has failed."""

            def run():
                try:
                    work(*arguments)
                except Exception as fault:
                    faults.append(repr(fault))

            thread = threading.Thread(target=run)
            thread.start()
            return thread

        writers = [begin(write, number, item, stop, done[number]) for number, item in enumerate(items)]
        followed = []
        finished = lambda told: faults or not any(map(threading.Thread.is_alive, writers)) and len(told) >= sum(map(len, done))
        follower = begin(lambda: followed.extend(follow(finished)))
        starts = []
        for _ in range(ROUNDS):
            for service in [*replicas, worker]:
                time.sleep(2)  # until HAProxy has seen that the one before is back
                service.stop()
                starts.append((service.start(), service.arguments[0]))
        time.sleep(1)
        stop.set()
        for thread in [*writers, follower]:
            thread.join(timeout=60)
        if faults:
            sys.exit("requests failed:\n" + "\n".join(faults))
        acknowledged = Counter({item: len(changes) for item, changes in zip(items, done)})
        check("the feed, followed meanwhile", followed, acknowledged)
        check("the feed, read afterwards", follow(lambda told: len(told) >= acknowledged.total()), acknowledged)
        deadline = time.monotonic() + 60
        while len(Received.events) < acknowledged.total() and time.monotonic() < deadline:
            time.sleep(0.1)
        check("webhooks", list(Received.events.values()), acknowledged)
        ready = [took for took, what in starts if what == "serve"]
        print(f"{acknowledged.total()} changes, each told once; ready again in {min(ready) * 1000:.0f} to {max(ready) * 1000:.0f} ms")
    finally:
        proxy.terminate()
        for service in running:
            service.process.kill()
            service.process.wait()


front = free_port()
name = f"replicas_{uuid.uuid4().hex}"
subprocess.run(["psql", "-qX", f"{server_url}/postgres", "-c", f"create database {name}"], check=True)
database_url = f"{server_url}/{name}"
main()
