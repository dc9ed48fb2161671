"""A dump made during writes is restored to another server. Its tables are consistent, the service continues on them, and a
reader of the change feed that was ahead of the dump misses no later event."""

import subprocess
import time

from cluster import FOLDER, GROUNDWORK, Cluster, Service, Writers, note, token

here, there = Cluster("here").start(), Cluster("there").start()
service = Service(here.url)
writers = Writers(service, "acme", 4)
writers.write_more(100)


def dump(name):
    connection = ["-h", FOLDER, "-p", here.port, "-U", "groundwork"]
    here.run("pg_dump", *connection, "--format=custom", f"--file={FOLDER / name}", "postgres")


def restore(name):
    connection = ["-h", FOLDER, "-p", there.port, "-U", "groundwork"]
    there.run("pg_restore", *connection, "--no-owner", "--clean", "--if-exists", "--dbname=postgres", FOLDER / name)
    up = [GROUNDWORK, "migrate", "up", "--database-url", there.url]
    subprocess.run(up, check=True, capture_output=True, timeout=60)


def tables(cluster):
    """For each table, the number of rows and a checksum of them."""
    names = cluster.sql("select table_name from information_schema.tables where table_schema = 'public' order by 1")
    content = "count(*), md5(coalesce(string_agg(t::text, ';' order by t::text), ''))"
    return {name: cluster.sql(f"select {content} from {name} t") for name in names.split()}


dump("while-writing.dump")
writers.write_more(50)
writers.stop()
restore("while-writing.dump")
changes, events = (
    there.sql(sql)
    for sql in ["select count(*) from progress_updates", "select count(*) from events where type like '%progressed%'"]
)
assert changes == events and 100 <= int(changes) < writers.count(), f"{changes} changes, {events} events"

dump("at-rest.dump")
restore("at-rest.dump")
kept, restored = tables(here), tables(there)
differing = [name for name in kept if kept[name] != restored.get(name)]
assert not differing, f"tables differ: {differing}"

# Transaction ids of the other server start lower than those of events that were already read.
item = next(iter(writers.acknowledged))
assert all(writers.is_answered(item, f"after-the-dump-{number}") for number in range(5)), writers.failures
reader = token("acme", "reader", "--scope", "events:read")
cursor, page = "", {"items": True}
while page["items"]:
    page = service.get(f"/v1/events?limit=100{cursor and '&after=' + cursor}", reader).expect(200)
    cursor = page["next_cursor"]
service = writers.service = Service(there.url, name="restored")
assert writers.is_answered(item, "after-the-restore"), writers.failures
# An open transaction of a task hides an event for a moment, and the audit log may be sealed at any.
seen, deadline = [], time.monotonic() + 10
while not seen and time.monotonic() < deadline:
    events = service.get(f"/v1/events?limit=100&after={cursor}", reader).expect(200)["items"]
    seen = [event["type"] for event in events if ".audit.sealed." not in event["type"]]
assert seen == ["groundwork.action_item.progressed.v1"], seen
rows = sum(int(content.split("|")[0]) for content in kept.values())
note(f"{rows} rows in {len(kept)} tables are equal; the feed continues")
