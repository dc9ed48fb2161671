"""The relay of examples/relay with a demo and a real mail server: it is started as docs/integrating.md says, and a plan is
shared, answered, agreed and talked about. Checks that the right people get the right mails once, also if deliveries are
repeated and the relay or the mail server was down. Prints the number of mails; fails if a check fails.

usage: relay.py URL GROUNDWORK FOLDER
"""

import atexit, base64, hmac, json, os, re, signal, socket, sqlite3, subprocess, sys, threading, time, uuid
from datetime import UTC, datetime, timedelta
from http.server import HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

from stand_ins import Mailbox, TokenAndChat, free_port, request

URL, GROUNDWORK, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
ROOT = Path(__file__).resolve().parents[3]
SECONDS = 20  # that a check waits
# Nia has a plan, Max is her manager, Dee his delegate, Ida her acting manager and Rosa her mentor. Bo is a colleague.
PEOPLE = {"nia": "Europe/Paris", "max": "Asia/Tokyo", "ida": "America/Chicago", "rosa": "Europe/Lisbon", "bo": "UTC", "dee": "UTC"}
TITLE = "Research & <b>lead</b>"
PRIVATE = "What only the portal shows"
started_at = datetime.now(UTC)


def expect(true, what):
    if not true:
        sys.exit(f"failed: {what}\n{log.read_text()}")


def until(condition, what):
    end = time.monotonic() + SECONDS
    while not (found := condition()):
        expect(time.monotonic() < end, f"{what}, for {SECONDS} s")
        time.sleep(0.05)
    return found


def token(*who):
    return subprocess.run([GROUNDWORK, "token", "--demo", *who], capture_output=True, text=True, check=True).stdout.strip()


def call(who, method, path, body=None):
    headers = {"Authorization": f"Bearer {tokens[who]}", "Content-Type": "application/json"}
    status, answer = request(method, f"{URL}/v1{path}", None if body is None else json.dumps(body).encode(), headers)
    expect(200 <= status < 300, f"{method} {path} by {who}: {status} {answer.decode()}")
    return json.loads(answer or "null")


class Process:
    """A relay."""

    def start(self, command, environment, port):
        self.last = command, environment, port
        with log.open("a") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        atexit.register(self.process.kill)
        until(lambda: answers(port), "the relay does not listen")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        expect(self.process.wait(SECONDS) == 0, "the relay does not stop")

    def restart(self):
        self.start(*self.last)


def answers(port):
    try:
        return request("POST", f"http://127.0.0.1:{port}/")[0] == 401
    except OSError:
        return False


def status_of_head(head):
    """The status of the response to a request of which only the head is sent."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        connection.sendall(f"POST / HTTP/1.1\r\nhost: relay\r\n{head}\r\n".encode())
        return int(connection.recv(100).split()[1])


def rows(sql, *values, path=None):
    with sqlite3.connect(path or database, timeout=10) as db:
        return db.execute(sql, values).fetchall()


def settle():
    """Waits until the relay has received every event and sent what is due at once."""
    feed = call("portal", "GET", f"/events?after={cursor}&limit=100")["items"]

    def done():
        known = {id for (id,) in rows("select id from events")}
        return known >= {event["id"] for event in feed} and not rows("select 1 from waiting where not digest")

    until(done, "the relay has not done its work")


def redeliver():
    """Has all events delivered again."""
    call("portal", "POST", f"/webhooks/{webhook}/redeliver", {"since": started_at.isoformat()})
    pending = lambda: call("portal", "GET", f"/webhooks/{webhook}/deliveries?status=pending")["items"]
    until(lambda: not pending(), "deliveries are pending")
    settle()


def deliver(event, key=None, at=None, body=None, to=None, id=None):
    """Sends an event to the relay as Groundwork does, or in another way. Returns the status."""
    signed, id, at = json.dumps(event).encode(), id or event["id"], str(int(at or time.time()))
    key = base64.b64decode((key or secret).removeprefix("whsec_"))
    signature = base64.b64encode(hmac.digest(key, f"{id}.{at}.".encode() + signed, "sha256")).decode()
    # The second of two, as after a change of the secret.
    signatures = f"v1,{base64.b64encode(bytes(32)).decode()} v1,{signature}"
    headers = {"webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures}
    return request("POST", f"http://127.0.0.1:{to or port}/", body or signed, headers)[0]


def event(kind, subject, actor=None, **data):
    made = {"specversion": "1.0", "id": str(uuid.uuid4()), "type": f"groundwork.{kind}.v1", "subject": subject}
    return made | {"time": datetime.now(UTC).isoformat(), "data": data} | ({"actorid": ids[actor]} if actor else {})


def due(person):
    """When the messages of a person's digest are due."""
    return [at for (at,) in rows("select due_at from waiting where digest and person_id = ?", ids[person])]


def next_morning(person):
    now = datetime.now(ZoneInfo(PEOPLE[person]))
    eight = now.replace(hour=8, minute=0, second=0, microsecond=0)
    return (eight if eight > now else eight + timedelta(days=1)).timestamp()


log, database, port = FOLDER / "relay.log", FOLDER / "relay.sqlite3", free_port()
log.touch()
scopes = "events:read plans:read people:read people:write webhooks:manage cycles:write"
tokens = {person: token("--person", person) for person in PEOPLE} | {"portal": token("--service", "portal", "--scope", scopes)}
people = [
    {"external_id": who, "user_name": who, "display_name": who.title(), "email": f"{who}@example.com", "time_zone": zone}
    for who, zone in PEOPLE.items()
]
people[0]["manager_external_id"] = "max"
expect(call("portal", "POST", "/people/import", {"rows": people})["failed"] == 0, "people are not imported")
ids = {who: call(who, "GET", "/me")["person"]["id"] for who in PEOPLE}

# It is started as the guide says, but for ports and files.
mailbox, relay = Mailbox(), Process()
mailbox.start()
config = (ROOT / "examples/relay/relay.toml").read_text()
for example, here in [
    ('"http://127.0.0.1:8080"', f'"{URL}"'),
    ("127.0.0.1:9025", f"127.0.0.1:{port}"),
    ("port = 1025", f"port = {mailbox.port}"),
    ('database = "relay.sqlite3"', f'database = "{database}"\nretry_seconds = 0.2'),
]:
    expect(example in config, f"relay.toml has no {example}")
    config = config.replace(example, here)
(FOLDER / "relay.toml").write_text(config)
(block,) = re.findall(r"^```bash\n(.*?)^```$", (ROOT / "docs/integrating.md").read_text(), re.MULTILINE | re.DOTALL)
block = block.replace("cargo run -q --", GROUNDWORK).replace("127.0.0.1:9025", f"127.0.0.1:{port}")
*exports, command = block.strip().splitlines()
known = dict(os.environ) | {"GROUNDWORK": URL, "TOKEN": tokens["portal"], "NO_PROXY": "127.0.0.1"}
exported = subprocess.run(["bash", "-euc", "\n".join([*exports, "env -0"])], env=known, capture_output=True, text=True)
expect(exported.returncode == 0, exported.stderr)
environment = dict(pair.split("=", 1) for pair in exported.stdout.split("\0") if "=" in pair)
secret = environment["RELAY_WEBHOOK_SECRET"]
(webhook,) = [hook["id"] for hook in call("portal", "GET", "/webhooks")["items"] if str(port) in hook["url"]]
after = ""
while (page := call("portal", "GET", f"/events?limit=100{after}"))["items"]:
    cursor = page["next_cursor"]
    after = f"&after={cursor}"
relay.start(command.replace("examples/relay/relay.toml", str(FOLDER / "relay.toml")).split(), environment, port)

# What is forged, old, changed, misnamed or too large is refused, and a type that is not known is ignored.
forged = event("feedback.requested", "feedback-requests/1", plan_id=ids["nia"], reviewer_id=ids["bo"])
other = base64.b64encode(bytes(32)).decode()
expect(deliver(forged, key=other) == 401, "another secret is accepted")
expect(deliver(forged, body=json.dumps(forged).replace(ids["bo"], ids["max"]).encode()) == 401, "a changed body is accepted")
for seconds in (-310, 310):
    expect(deliver(forged, at=time.time() + seconds) == 401, f"a request of {seconds} s ago is accepted")
expect(deliver(forged, id="another") == 400, "an id that is not the event's is accepted")
expect(status_of_head("content-length: 70000\r\n") == 413, "a large body is read")
expect(status_of_head("transfer-encoding: chunked\r\n") == 411, "a body of unknown length is read")
expect(not rows("select 1 from events where id = ?", forged["id"]), "a refused event is stored")
expect(deliver(event("future.thing", "things/1")) == 204, "an unknown type is refused")

# Share: the manager and the invited reviewer are told at once, and once.
answer = [{"name": PRIVATE, "aligned_with": ["short_term", "long_term"]}]
written_answers = {
    "mission_statement": PRIVATE, "values": answer, "motivators": answer, "strengths": answer, "development_areas": answer,
    "short_term_objective": {"summary": PRIVATE, "kind": "current_role_plus", "detail": PRIVATE},
    "long_term_objective": {"summary": PRIVATE},
}  # fmt: skip
plan = call("nia", "POST", "/plans", {"title": TITLE, "answers": written_answers})["id"]
item = call("nia", "POST", f"/plans/{plan}/action-items", {"title": "Run the spring study", "advances": ["short_term"]})["id"]
call("nia", "POST", f"/plans/{plan}/share", {"note": PRIVATE})
invited = {"reviewer_id": ids["rosa"], "sections": ["planning"], "message": PRIVATE}
call("nia", "POST", f"/plans/{plan}/feedback-requests", invited)
settle()
link = f"https://portal.example.com/plans/{plan}"
asked = ("Nia asks you for feedback on a career plan", f"Nia asks you for feedback on a career plan\nPlan: {TITLE}\n{link}\n")
expect(sorted(mailbox.to(*PEOPLE)) == [("max", *asked), ("rosa", *asked)], f"shared: {mailbox.to(*PEOPLE)}")
redeliver()
expect(len(mailbox.to(*PEOPLE)) == 2, "a repeated delivery is told again")

# Answer and agree while the relay is down: then the owner's agreement is awaited, and the rest is for the digest.
relay.stop()
support = [{"action_item_id": item, "decision": "supported", "commitment": {"title": "Free one day a week"}}]
feedback = call("max", "POST", f"/plans/{plan}/feedback", {"summary": PRIVATE, "support": support})["id"]
call("max", "POST", f"/feedback/{feedback}/submit", {})
call("max", "POST", f"/plans/{plan}/agree", {})
relay.restart()
redeliver()
awaited = "It is your turn to agree to your career plan"
expect(mailbox.to("nia") == [("nia", awaited, f"{awaited}\nPlan: {TITLE}\n{link}\n")], f"agreed: {mailbox.to('nia')}")
expect(due("nia") == [next_morning("nia")] * 2, f"the owner's digest is due at {due('nia')}")

# Agree and share again while the mail server is down, and then puts a mail off.
acting = {"kind": "acting", "person_id": ids["ida"], "starts_at": started_at.isoformat(), "ends_at": None}
call("portal", "PUT", f"/people/{ids['nia']}/relations", {"items": [acting]})
mailbox.stop()
call("nia", "POST", f"/plans/{plan}/agree", {})
call("nia", "POST", f"/plans/{plan}/share", {})
until(lambda: rows("select 1 from waiting where not digest and attempts > 0"), "no mail has failed")
mailbox.put_off = 1
mailbox.start()
settle()
expect(mailbox.put_off == 0, "no mail was put off")
expect(mailbox.to("max") == [("max", *asked)] * 2, f"after the failures: {mailbox.to('max')}")
text = "Nia has shared a career plan, and you are acting manager"
expect(mailbox.to("ida") == [("ida", text, f"{text}\nPlan: {TITLE}\n{link}\n")], f"the acting manager: {mailbox.to('ida')}")
for person in ("max", "ida"):
    expect(due(person) == [next_morning(person)], f"the digest of {person} is due at {due(person)}")

# The digest, once, when it is due.
relay.stop()
rows("update waiting set due_at = 0 where person_id = ?", ids["nia"])
relay.restart()
until(lambda: not due("nia"), "no digest is sent")
news = [
    f"An action item was added to your career plan\nPlan: {TITLE}\nAction item: Free one day a week\n{link}",
    f"Max has given feedback on your career plan\nPlan: {TITLE}\n{link}",
]
_, (_, subject, text) = mailbox.to("nia")
expect(subject == "What is new in career plans", f"the digest: {subject}")
expect(sorted(text.strip().split("\n\n")) == news, f"the digest: {text}")

# A talk is planned, its notes are written and it is moved: the others are told of its time, in their own time zones.
def on(time, person):
    local = time.astimezone(ZoneInfo(PEOPLE[person]))
    return f"{local:%A}, {local.day} {local:%B %Y, %H:%M} ({PEOPLE[person]})"


def told(people, text, *lines):
    """Checks that the last mail to each of these people has this subject, and this text with these lines after it."""
    settle()
    for person in people:
        subject = text(person) if callable(text) else text
        mails = mailbox.to(person)
        expect(mails and mails[-1][1:] == (subject, "\n".join([subject, *lines, link, ""])), f"{subject}: {mails}")


planned = (started_at + timedelta(days=30)).replace(hour=9, minute=0, second=0, microsecond=0)
talk = call("max", "POST", f"/plans/{plan}/discussions", {"starts_at": planned.isoformat()})["id"]
told(["nia"], lambda person: f"A talk about your career plan is planned: {on(planned, person)}", f"Plan: {TITLE}")
told(["ida"], lambda person: f"A talk about the career plan of Nia is planned: {on(planned, person)}", f"Plan: {TITLE}")
mails = len(mailbox.to(*PEOPLE))
call("nia", "PATCH", f"/discussions/{talk}", {"shared_notes": PRIVATE})
settle()
expect(len(mailbox.to(*PEOPLE)) == mails, "notes of a talk are told")
moved = planned + timedelta(days=1, hours=2)
times = {"starts_at": moved.isoformat(), "ends_at": (moved + timedelta(hours=1)).isoformat()}
call("nia", "PATCH", f"/discussions/{talk}", times)
text = "The talk about the career plan of Nia has changed"
told(["max", "ida"], lambda person: f"{text}: {on(moved, person)}", f"Plan: {TITLE}")

# A mention, which tells no title to those who may read less; one in a comment that is deleted while the mail server is down;
# and one of a person who cannot read it. Then a proposal.
def comment(text, *mentions):
    about = {"subject": {"kind": "answer", "id": "development_areas"}, "mentions": [ids[each] for each in mentions]}
    return call("nia", "POST", f"/plans/{plan}/comments", about | {"text": text})["id"]


mailbox.stop()
deleted = comment(PRIVATE, "rosa")
until(lambda: rows("select 1 from waiting where not digest and attempts > 0"), "no mail has failed")
call("nia", "DELETE", f"/comments/{deleted}")
until(lambda: not rows("select 1 from waiting where not digest"), "the mention in a deleted comment waits")
comment(PRIVATE, "rosa", "bo")
mails = len(mailbox.to(*PEOPLE))
mailbox.start()
told(["rosa"], "Nia mentions you in a comment")
expect(len(mailbox.to(*PEOPLE)) == mails + 1, f"mentioned: {mailbox.to(*PEOPLE)[mails:]}")
call("rosa", "POST", f"/plans/{plan}/proposals", {"title": PRIVATE})
told(["nia"], "Rosa proposes a development action to you", f"Plan: {TITLE}")

# The plan ends: its owner is told once.
mails = len(mailbox.to(*PEOPLE))
ended = event("plan.ended", f"plans/{plan}", plan_id=plan)
for _ in range(2):
    expect(deliver(ended) == 204, "an event is refused")
told(["nia"], "Your career plan has ended: complete or renew it", f"Plan: {TITLE}")
expect(len(mailbox.to(*PEOPLE)) == mails + 1, f"ended: {mailbox.to(*PEOPLE)[mails:]}")

# A delegate of the manager is told what the manager is, while the relation lasts.
delegate = {"kind": "delegate", "person_id": ids["dee"], "starts_at": started_at.isoformat(), "ends_at": None}
call("portal", "PUT", f"/people/{ids['max']}/relations", {"items": [delegate]})
as_delegate = "You are told as a delegate of Max."
again = moved + timedelta(hours=1)
times = {"starts_at": again.isoformat(), "ends_at": (again + timedelta(hours=1)).isoformat()}
call("nia", "PATCH", f"/discussions/{talk}", times)
text = "The talk about the career plan of Nia has changed"
told(["max", "ida"], lambda person: f"{text}: {on(again, person)}", f"Plan: {TITLE}")
told(["dee"], lambda person: f"{text}: {on(again, person)}", as_delegate, f"Plan: {TITLE}")
asks = event("feedback.requested", "feedback-requests/2", "nia", plan_id=plan, reviewer_id=ids["max"])
expect(deliver(asks) == 204, "an event is refused")
told(["max"], asked[0], f"Plan: {TITLE}")
told(["dee"], asked[0], as_delegate, f"Plan: {TITLE}")
asks = event("feedback.requested", "feedback-requests/3", "nia", plan_id=plan, reviewer_id=ids["rosa"])
mails = len(mailbox.to("dee"))
expect(deliver(asks) == 204, "an event is refused")
told(["rosa"], asked[0], f"Plan: {TITLE}")
expect(len(mailbox.to("dee")) == mails, "a delegate is told of what a reviewer was asked")

# The dates of a cycle: those are told who have something left to do, and once.
by = {name: (started_at + timedelta(days=30)).date().isoformat() for name in ("prepare_by", "share_by", "respond_by", "discuss_by")}
people_of_cycle = {"person_ids": [ids["nia"], ids["bo"]]}
cycle = call("portal", "POST", "/cycles", {"name": "Plans 2027", "participants": people_of_cycle} | by)["id"]


def of_cycle(kind, *people, first=None):
    """Checks that these people alone are told of a date of the cycle. `first` happens while the messages wait."""
    reminder = event(f"cycle.{kind}_due_soon", f"cycles/{cycle}", cycle_id=cycle)
    reminder["time"] = (started_at + timedelta(days=24)).isoformat()
    mails = len(mailbox.to(*PEOPLE))
    if first:
        mailbox.stop()
    expect(deliver(reminder) == 204, "an event is refused")
    if first:
        until(lambda: rows("select 1 from waiting where not digest and attempts > 0"), "no mail has failed")
        first()
        done = "select 1 from waiting where not digest and person_id = ?"
        until(lambda: not rows(done, ids["nia"]), "the message to a person who has nothing left to do waits")
        mailbox.start()
    settle()
    sent = mailbox.to(*PEOPLE)[mails:]
    expect(sorted(who for who, *_ in sent) == sorted(people), f"{kind}: {sent}")
    day = datetime.fromisoformat(by["share_by"])
    for _, subject, text in ((who, subject.strip(), text) for who, subject, text in sent):
        expect(subject.endswith(f"{day:%A}, {day.day} {day:%B %Y}") and "Plans 2027" in subject, f"{kind}: {subject}")
        expect(text == f"{subject}\nhttps://portal.example.com/\n", f"{kind}: {subject!r} {text!r}")


of_cycle("prepare", "bo", "nia")
of_cycle("share", "bo", first=lambda: call("nia", "PATCH", f"/plans/{plan}", {"cycle_id": cycle}))
of_cycle("respond", "max", "rosa")
of_cycle("discuss", "nia", "max", "ida", "dee")
call("portal", "PATCH", f"/cycles/{cycle}", {"status": "closed"})
of_cycle("discuss")

# A chat in place of mail, with a token by client credentials: the first one is not valid any more.
servers = HTTPServer(("127.0.0.1", 0), TokenAndChat)
servers.token, servers.requests = environment["RELAY_TOKEN"], []
requests = servers.requests
threading.Thread(target=servers.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{servers.server_port}"
chat_port, chat_database = free_port(), FOLDER / "chat.sqlite3"
(FOLDER / "chat.toml").write_text(f"""
bind = "127.0.0.1:{chat_port}"
database = "{chat_database}"
portal = "https://portal.example.com/plans/{{plan_id}}"
[api]
url = "{URL}"
token_url = "{base}/token"
client_id = "relay"
token_parameters = {{ scope = "people:read plans:read" }}
[chat]
""")
environment |= {"RELAY_CLIENT_SECRET": "the client's secret", "RELAY_CHAT_URL": f"{base}/hook"}
chat = Process()
chat.start([sys.executable, "examples/relay/relay.py", str(FOLDER / "chat.toml")], environment, chat_port)
asking = event("feedback.requested", "feedback-requests/1", "nia", plan_id=plan, reviewer_id=ids["rosa"])
expect(deliver(asking, to=chat_port) == 204, "an event is refused")
posted = until(lambda: [body for path, _, body in requests if path == "/hook"], "nothing is posted to the chat")
escaped = TITLE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
text = f"Nia asks you for feedback on a career plan\nPlan: {escaped}\n{link}"
expect([json.loads(body) for body in posted] == [{"text": text, "email": "rosa@example.com"}], f"chat: {posted}")
basic = f"Basic {base64.b64encode(b'relay:the+client%27s+secret').decode()}"
form = b"grant_type=client_credentials&scope=people%3Aread+plans%3Aread"
expect(requests[:2] == [("/token", basic, form)] * 2, f"client credentials: {requests}")
chat.stop()

# Withdraw while a mail waits: nothing is sent any more about the plan, neither at once nor in a digest.
mailbox.stop()
call("nia", "POST", f"/plans/{plan}/share", {})
until(lambda: rows("select 1 from waiting where not digest and attempts > 0"), "no mail has failed")
call("nia", "POST", f"/plans/{plan}/withdraw", {})
until(lambda: rows("select 1 from events where kind = 'plan.withdrawn'"), "the withdrawal is not received")
rows("update waiting set due_at = 0")
sent = len(mailbox.to(*PEOPLE))
mailbox.start()
settle()
until(lambda: not due("max"), "the digest stays")
expect(len(mailbox.to(*PEOPLE)) == sent, f"a plan was withdrawn, and told: {mailbox.to(*PEOPLE)[sent:]}")
redeliver()
relay.stop()
expect(len(mailbox.to(*PEOPLE)) == sent, "repeated deliveries are told again")

# Every mail is one, with an id of its own. Neither mails nor log nor database have what is private.
ids_of_mails = [mail["message-id"] for _, mail in mailbox.mails]
expect(len(set(ids_of_mails)) == len(ids_of_mails), "a mail was sent twice")
expect(PRIVATE not in str(mailbox.to(*PEOPLE)), "an answer, a note or a feedback is in a mail")
written = "".join(file.read_bytes().decode("latin-1") for file in [log, *FOLDER.glob("relay.sqlite3*")])
secrets = [environment["RELAY_TOKEN"], secret, "the client's secret", "/hook"]
for word in [*secrets, "@example.com", TITLE, "Nia", PRIVATE]:
    expect(word not in written, f"{word} is in the log or the database")
expect("Error" not in log.read_text().replace("ConnectionRefusedError", ""), "the relay has failed")

# Names and addresses cannot add a header field or a recipient.
sys.path.insert(0, str(ROOT / "examples/relay"))
from servers import Refused, compose  # noqa: E402

hostile = {"display_name": "Nia\r\nBcc: bo@example.com", "email": "nia@example.com"}
mail = compose("Groundwork <groundwork@example.com>", hostile, "News\r\nBcc: bo@example.com", ["text"], "key").as_bytes()
expect(b"\nBcc" not in mail and mail.count(b"\nTo:") == 1, f"a header field was added: {mail}")
for address in ("nia@example.com\r\nBcc: bo@example.com", "nia@example.com, bo@example.com", "nia", "@", "<nia@example.com>"):
    try:
        compose("groundwork@example.com", {"display_name": "Nia", "email": address}, "News", ["text"], "key")
    except Refused:
        continue
    sys.exit(f"failed: a mail is addressed to {address!r}")
print(f"{sent} mails")
