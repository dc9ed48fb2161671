"""A node of a Citus cluster is killed under load. Tenants on the other node notice nothing: requests, webhooks and reminders go
on, also in a process that starts meanwhile. Those on the node get 503 with `Retry-After`, until it is back. No acknowledged
write is lost, and every event is delivered."""

import time

from cluster import Service, Writers, note, shared_items, token, wait_for
from nodes import Nodes, kill, start_again
from receiver import Receiver

PROGRESSED, OVERDUE = "groundwork.action_item.progressed.v1", "groundwork.action_item.overdue.v1"

nodes, receiver = Nodes(), Receiver()
service = Service(nodes.url, "--webhooks-allow-private")
(away, *_), (elsewhere, later) = nodes.tenants(2)
victim = nodes.workers[0]
for tenant in [away, elsewhere]:
    service.import_people(tenant, "ana")
    hook = {"url": receiver.url, "event_types": [PROGRESSED]}
    service.ask("POST", "/v1/webhooks", token(tenant, "hr", "--role", "hr_admin"), hook).expect(201)
hit, spared = Writers(service, away, 4), Writers(service, elsewhere, 4)


def make_overdue(tenant):
    """Creates an action item that was due long ago."""
    ana = token(tenant, "ana")
    path = f"/v1/action-items/{shared_items(service, ana, 1)[0]}"
    tag = service.get(path, ana).headers["etag"]
    headers = {"if-match": tag, "content-type": "application/merge-patch+json"}
    service.ask("PATCH", path, ana, {"starts_on": "2020-01-01", "due_on": "2020-01-01"}, headers).expect(200)


def overdue(tenant):
    return sum(event["type"] == OVERDUE for event in service.feed(tenant))


def delivered(tenant):
    """Whether the webhooks of a tenant have delivered every event of its feed."""
    return {event["id"] for event in service.feed(tenant) if event["type"] == PROGRESSED} <= set(receiver.events)


hit.write_more(100)
spared.write_more(100)

kill(victim)
killed = time.monotonic()
# Each is refused in time, and the others go on meanwhile.
refused = len(hit.failures)
spared.write_more(100)

assert len(hit.failures) > refused, "no write failed: the fault was not noticed"
last = hit.failures[-1]
assert last.startswith("503") and "holds your organisation" in last, hit.failures
read = service.get("/v1/plans", hit.ana)
assert read.status == 503 and "retry-after" in read.headers, f"{read.status} {read.text}"
service.get("/v1/plans", spared.ana).expect(200)

# Background work goes on for the tenants elsewhere, and for one that comes only now.
before = len(receiver.events)
make_overdue(elsewhere)
service.import_people(later, "ana")
make_overdue(later)
wait_for(lambda: overdue(elsewhere) == 1 and overdue(later) == 1, 40, "no reminder was recorded while a node was down")
spared.write_more(50)
spared.stop()
wait_for(lambda: delivered(elsewhere), 40, "not every event was delivered while a node was down")
assert len(receiver.events) >= before + 50
# A process that starts meanwhile works as well.
service.process.stop()
service = hit.service = spared.service = Service(nodes.url, "--webhooks-allow-private", name="another", migrate=False)
assert service.is_ready()
service.get("/v1/plans", spared.ana).expect(200)
make_overdue(later)
wait_for(lambda: overdue(later) == 2, 40, "no reminder was recorded by a process that started while a node was down")
assert not spared.failures, spared.failures
assert overdue(elsewhere) == 1

start_again(victim)
back = time.monotonic()
hit.write_more(100)
hit.stop()
late = hit.last_failure - back
assert late < 10, f"requests failed for {late:.1f} s after the node was back"
hit.check()
spared.check()
make_overdue(away)
wait_for(lambda: overdue(away) == 1, 40, "no reminder was recorded after the node was back")
wait_for(lambda: delivered(away), 40, "not every event was delivered after the node was back")
note(f"{hit.count()} writes on the node, {len(hit.failures)} refusals, the last {max(late, 0):.1f} s after its return; "
     f"{spared.count()} elsewhere without one, 3 reminders and {len(receiver.events) - before} deliveries in {back - killed:.0f} s")
