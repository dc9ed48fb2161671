#!/usr/bin/env python3
"""Turns events of Groundwork into mail or chat messages. README.md says how to run and configure it.

A webhook request is verified, stored and answered at once. One worker thread decides who is told of an event, by what the API
says at that moment, and sends the message. The database contains ids only: names, addresses and titles are read when a message
is written, so a plan that was withdrawn meanwhile, or a person who lost access, gets no message.
"""

import base64, hashlib, hmac, json, logging, os, re, signal, sqlite3, sys, threading, time, tomllib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cycles import Cycles
from rules import AUTHORED, CYCLE_RULES, ENDING, RULES
from servers import Api, Refused, Unavailable, compose, one_line, secret, send_chat, send_mail

log = logging.getLogger("relay")

MAX_BODY = 64 * 1024  # bytes of a webhook request; events contain ids only
TOLERANCE = 300  # seconds that the timestamp of a request may differ from our clock
MAX_ATTEMPTS = 120  # more than four days, as the longest wait is an hour
STOOD_IN_FOR = ("managers", "awaited", "reviewer")  # roles of a manager, for whom delegates act
KEEP = 100 * 86400  # seconds that ids of events are kept; Groundwork can send an event again for 90 days


class Message(NamedTuple):
    """What one person is told of one event."""

    person: dict
    at_once: bool
    lines: list
    plans: list = []  # that a date of a cycle asks for something about


def kind(event):
    """The type without its ends: `plan.shared` of `groundwork.plan.shared.v1`."""
    return event["type"].removeprefix("groundwork.").removesuffix(".v1")


def instant(text):
    return datetime.fromisoformat(text).timestamp()


def zone(person):
    try:
        return ZoneInfo(person["time_zone"])
    except (KeyError, ValueError, OSError):
        return UTC


def next_digest(person, hour, now):
    """The next time at which it is this hour where the person is, in seconds since the epoch."""
    local = datetime.fromtimestamp(now, zone(person))
    due = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return (due if due > local else due + timedelta(days=1)).timestamp()


def is_genuine(key, headers, body, now):
    """Whether the request is signed with the key (Standard Webhooks 1.0) and is not an old one."""
    timestamp = headers.get("webhook-timestamp", "")
    if not re.fullmatch("[0-9]{1,12}", timestamp) or abs(now - int(timestamp)) > TOLERANCE:
        return False
    signed = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.digest(key, signed, "sha256"))
    # After a change of the secret there are two signatures.
    return any([hmac.compare_digest(expected, each.encode()) for each in headers.get("webhook-signature", "").split()])


class Store:
    """What was received, and what waits: an event for which it is not decided yet who is told, or a message to a person."""

    def __init__(self, path):
        self.lock, self.db = threading.Lock(), sqlite3.connect(path, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.db.executescript("""
            pragma journal_mode = wal;
            pragma synchronous = full;
            create table if not exists events (
                id text primary key, kind text, subject text, plan_id text, at real, actor_id text, received_at real);
            create index if not exists events_subject on events (subject);
            create index if not exists events_plan on events (plan_id);
            create index if not exists events_received on events (received_at);
            create table if not exists waiting (
                event_id text, person_id text, event text, digest integer, due_at real, attempts integer default 0,
                unique (event_id, person_id));
            create index if not exists waiting_due on waiting (due_at);
        """)

    def run(self, *statements):
        """Runs statements with their values in one transaction, and returns the rows of the last one."""
        with self.lock, self.db:
            return [self.db.execute(sql, values).fetchall() for sql, *values in statements][-1]

    def accept(self, event, now):
        """Stores an event, unless it is known."""
        id, data = event["id"], event["data"]
        add = """insert into waiting (event_id, event, digest, due_at)
            select ?, ?, 0, ? where not exists (select 1 from events where id = ?)"""
        known = (id, kind(event), event["subject"], data.get("plan_id"), instant(event["time"]), event.get("actorid"), now)
        self.run(
            (add, id, json.dumps(event), now, id),
            ("insert or ignore into events values (?, ?, ?, ?, ?, ?, ?)", *known),
            ("delete from events where received_at < ?", now - KEEP),
        )

    def is_over(self, event):
        """Whether a later event says the same, or that the subject is gone or the plan was withdrawn."""
        sql = "select kind from events where at > ? and (subject = ? or (plan_id = ? and kind = 'plan.withdrawn'))"
        later = self.run((sql, instant(event["time"]), event["subject"], event["data"].get("plan_id")))
        return any(row["kind"] == kind(event) or row["kind"].endswith(ENDING) for row in later)

    def author(self, event):
        rows = self.run((f"select actor_id from events where subject = ? and kind in {AUTHORED}", event["subject"]))
        return rows[0]["actor_id"] if rows else None

    def due(self, now):
        """The rows that are due first: an event, a message, or all messages of one digest."""
        rows = self.run(("select rowid, * from waiting where due_at <= ? order by due_at, rowid limit 1", now))
        if rows and rows[0]["digest"]:
            sql = "select rowid, * from waiting where person_id = ? and digest and due_at <= ? order by rowid"
            return self.run((sql, rows[0]["person_id"], now))
        return rows

    def plan(self, row, messages):
        """Replaces an event by its messages: by person, about which plans, whether in the digest, and when they are due."""
        add = "insert or ignore into waiting (event_id, person_id, event, digest, due_at) values (?, ?, ?, ?, ?)"
        event = json.loads(row["event"])
        added = [
            (add, row["event_id"], person, json.dumps(event | {"plans": plans}), digest, due)
            for person, plans, digest, due in messages
        ]
        self.run(*added, ("delete from waiting where rowid = ?", row["rowid"]))

    def remove(self, rows):
        self.run(*[("delete from waiting where rowid = ?", row["rowid"]) for row in rows])

    def delay(self, rows, now, first):
        """Tries again after `first` seconds, then after twice as many, and so on up to an hour."""
        due = now + min(3600, first * 2 ** min(rows[0]["attempts"], 20))
        later = "update waiting set attempts = attempts + 1, due_at = ? where rowid = ?"
        self.run(*[(later, due, row["rowid"]) for row in rows])


class Relay:
    """Decides who is told of an event, and sends the messages."""

    def __init__(self, settings, store):
        self.settings, self.store, self.api = settings, store, Api(settings["api"])
        self.cycles = Cycles(self.api, self.managers_of)
        self.wake, self.stopping = threading.Event(), threading.Event()

    def related(self, person, kind):
        """The ids of the people who stand in this relation to a person now."""
        now, relations = time.time(), self.api.get("people", person, "relations")
        return {
            each["person_id"]
            for each in (relations or {"items": []})["items"]
            if each["kind"] == kind and instant(each["starts_at"]) <= now < instant(each["ends_at"] or "9999-01-01T00:00Z")
        }

    def managers_of(self, owner):
        """The ids of the manager, acting managers, and the manager's delegates."""
        manager = {owner["manager_id"]} - {None}
        return manager | self.related(owner["id"], "acting") | self.delegates_of(owner)

    def delegates_of(self, owner):
        """The ids of the delegates of a person's active manager. No one is manager of the own plan."""
        manager = self.api.get("people", owner["manager_id"]) if owner["manager_id"] else None
        return self.related(manager["id"], "delegate") - {owner["id"]} if manager and manager["active"] else set()

    def roles(self, event, plan, owner, item):
        """The ids of the people in each role."""
        data, reviewer = event["data"], {event["data"].get("reviewer_id")}
        acting, managers = self.related(owner["id"], "acting"), self.managers_of(owner)
        awaited = (set() if plan["owner_agreed_at"] else {owner["id"]}) | (set() if plan["manager_agreed_at"] else managers)
        return {
            "owner": {owner["id"]},
            "managers": managers,
            "acting": acting,
            "awaited": awaited,
            "reviewer": reviewer | (self.delegates_of(owner) if reviewer == {owner["manager_id"]} else set()),
            "mentioned": set(data.get("mentions", ())),  # those of them who can read the comment
            "responsible": {item and item["responsible_id"]},
            "author": {self.store.author(event)},
        }

    def messages(self, event, waiting=None):
        """Who is told of the event now, and what: by the id of the person. `waiting` is the person whose message waits."""
        rules, data = RULES.get(kind(event), ()), event["data"]
        if kind(event) in CYCLE_RULES and not self.store.is_over(event):
            return self.messages_of_cycle(event, waiting)
        if not rules or self.store.is_over(event):
            return {}
        about = {"plans": "plan_id", "action-items": "action_item_id", "discussions": "discussion_id"}
        found = {path: self.api.get(path, data[field]) for path, field in about.items() if field in data}
        if None in found.values():
            return {}  # withdrawn or deleted since
        plan, item, talk = (found.get(path) for path in about)
        # Notes and agenda of a talk change often. A service sees only changes of its time in `updated_at`.
        if kind(event) == "discussion.changed" and instant(talk["updated_at"]) != instant(event["time"]):
            return {}
        owner = self.api.get("people", plan["owner_id"])
        actor = self.api.get("people", event["actorid"]) if "actorid" in event else None
        roles, messages = self.roles(event, plan, owner, item), {}
        for rule in rules:
            told = set().union(*(roles[role] for role in rule.who.split()))
            in_person = set().union(*(roles[role] for role in rule.who.split() if role not in STOOD_IN_FOR))
            delegates = self.delegates_of(owner) - in_person - roles["acting"] - {data.get("reviewer_id")}
            for id in told - messages.keys() - {None, event.get("actorid")}:
                person = self.api.get("people", id)
                if person and person["active"] and person["email"]:
                    lines = [self.sentence(rule.text, person, owner, actor, talk)]
                    if id in delegates:
                        manager = self.api.get("people", owner["manager_id"])
                        lines.append(f"You are told as a delegate of {one_line(manager['display_name'])}.")
                    # Titles only for those who can read them: others, such as people who are mentioned, may read less.
                    if id in roles["owner"] | roles["managers"] | roles["reviewer"]:
                        lines.append(f"Plan: {one_line(plan['title'])}")
                    if item and id in roles["owner"] | roles["managers"] | roles["responsible"]:
                        lines.append(f"Action item: {one_line(item['title'])}")
                    lines.append(self.settings["portal"].replace("{plan_id}", plan["id"]))
                    messages[id] = Message(person, rule.at_once, lines)
        return messages

    def messages_of_cycle(self, event, waiting):
        """Who is told of a date of a cycle. For a message that waits, not all are looked up again."""
        found = self.cycles.of(event, kind(event))
        if not found:
            return {}
        cycle, by = found
        if waiting is None:
            concerned = self.cycles.concerned(kind(event), cycle)
        else:
            plans = event.get("plans", [])
            concerned = {waiting: plans} if self.cycles.is_left(kind(event), cycle, waiting, plans) else {}
        text = CYCLE_RULES[kind(event)].format(cycle=one_line(cycle["name"]), by=f"{by:%A}, {by.day} {by:%B %Y}")
        portal = urlsplit(self.settings["portal"])
        told, messages = {id: self.api.get("people", id) for id in concerned}, {}
        for id, each in told.items():
            if each and each["active"] and each["email"]:
                messages[id] = Message(each, True, [text, f"{portal.scheme}://{portal.netloc}/"], concerned[id])
        return messages

    def sentence(self, text, person, owner, actor, talk):
        starts = talk and datetime.fromisoformat(talk["starts_at"]).astimezone(zone(person))
        name = one_line(owner["display_name"])
        text = text.format(
            owner=name,
            plan="your career plan" if person["id"] == owner["id"] else f"the career plan of {name}",
            actor=one_line(actor["display_name"]) if actor else "Someone",
            when=f"{starts:%A}, {starts.day} {starts:%B %Y, %H:%M} ({zone(person)})" if talk else "",
        )
        return text[0].upper() + text[1:]

    def step(self):
        """Does the work that is due first. Returns whether to go on: not after a failure, nor if there is none."""
        now = time.time()
        rows = self.store.due(now)
        if not rows:
            return False
        try:
            self.api.cache.clear()
            # People, plans and access may have changed while a message waited, so it is written when it is sent.
            found = [self.messages(json.loads(row["event"]), row["person_id"]) for row in rows]
            if rows[0]["person_id"] is None:
                hour = self.settings.get("digest_hour", 8)
                due = {id: now if each.at_once else next_digest(each.person, hour, now) for id, each in found[0].items()}
                messages = [(id, each.plans, not each.at_once, due[id]) for id, each in found[0].items()]
                self.store.plan(rows[0], messages)
                return True
            messages = [each[row["person_id"]] for each, row in zip(found, rows) if row["person_id"] in each]
            if messages:
                self.send(messages, rows)
        except Exception as error:
            # The text of other exceptions may be personal.
            reason = error if isinstance(error, (Unavailable, Refused)) else type(error).__name__
            if not isinstance(error, Refused) and rows[0]["attempts"] < MAX_ATTEMPTS:
                log.warning("event %s is tried again later: %s", rows[0]["event_id"], reason)
                self.store.delay(rows, now, self.settings.get("retry_seconds", 5))
                return False
            log.error("event %s is given up: %s", rows[0]["event_id"], reason)
        self.store.remove(rows)
        return True

    def send(self, messages, rows):
        person, texts = messages[0].person, ["\n".join(each.lines) for each in messages]
        if "chat" in self.settings:
            send_chat(self.settings["chat"], person, texts)
        else:
            subject = "What is new in career plans" if rows[0]["digest"] else messages[0].lines[0]
            # If the connection breaks at the wrong moment a mail is sent twice: with the same id, so that it is shown once.
            key = hashlib.sha256(":".join([person["id"], *(row["event_id"] for row in rows)]).encode()).hexdigest()[:32]
            send_mail(self.settings["mail"], compose(self.settings["mail"]["from"], person, subject, texts, key))
        log.info("told %s of %d events", person["id"], len(texts))

    def run(self):
        while not self.stopping.is_set():
            try:
                while not self.stopping.is_set() and self.step():
                    pass
            except sqlite3.Error as error:
                log.error("the database failed: %s", type(error).__name__)
            self.wake.wait(1)
            self.wake.clear()


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # seconds of silence
    server_version, sys_version = "relay", ""

    def do_POST(self):
        self.send_response(self.receive())
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.relay.wake.set()

    def receive(self):
        """Stores the event. Returns the status of the response."""
        length = self.headers.get("content-length", "")
        if not re.fullmatch("[0-9]{1,12}", length):
            return 411
        if int(length) > MAX_BODY:
            return 413
        body = self.rfile.read(int(length))
        if not is_genuine(self.server.key, self.headers, body, time.time()):
            return 401
        try:
            event = json.loads(body)
            if event["id"] != self.headers["webhook-id"]:
                return 400
            self.server.relay.store.accept(event, time.time())
        except (ValueError, KeyError, TypeError, AttributeError):
            return 400
        except sqlite3.Error:
            return 503
        return 204

    def log_message(self, *_):
        """Requests are not logged."""


def check(settings):
    """Ends the program if a setting is missing or wrong."""
    via = ["chat"] if "chat" in settings else ["mail.host", "mail.from"]
    for name in ["portal", "api.url", *via]:
        value = settings
        for part in name.split("."):
            value = value.get(part) if value else None
        if value is None:
            sys.exit(f"{name} is not set")
    if settings.get("mail", {}).get("tls", "starttls") not in ("starttls", "always", "never"):
        sys.exit("mail.tls is none of starttls, always and never")
    if not 0 <= settings.get("digest_hour", 8) <= 23:
        sys.exit("digest_hour is not from 0 to 23")


def main(path):
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    os.umask(0o077)
    settings = tomllib.loads(Path(path).read_text())
    check(settings)
    host, _, port = settings.get("bind", "127.0.0.1:9025").rpartition(":")
    server = ThreadingHTTPServer((host, int(port)), Receiver)
    server.key = base64.b64decode(secret(settings, "webhook_secret").removeprefix("whsec_"))
    if len(server.key) < 24:
        sys.exit("set RELAY_WEBHOOK_SECRET, or webhook_secret_file, to the secret of the webhook")
    server.relay = Relay(settings, Store(settings.get("database", "relay.sqlite3")))
    worker = threading.Thread(target=server.relay.run)
    worker.start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        log.info("listening on %s:%s", host, port)
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        # A message that is being sent is finished: otherwise it would be sent again.
        server.relay.stopping.set()
        server.relay.wake.set()
        server.server_close()
        worker.join()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "relay.toml")
