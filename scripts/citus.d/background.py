"""Background work and requests on a Citus cluster: what is due is reported, on each node; and of all the statements of the
service, those that go to several nodes are the ones of `src/db/crossing.rs`, none of which writes or locks."""

import re

from cluster import Service, note, shared_items, token, wait_for
from nodes import Nodes

# The coordinator logs each statement that goes to more than one shard.
nodes = Nodes(settings={"citus.multi_task_query_log_level": "warning", "log_min_error_statement": "warning"})
service = Service(nodes.url)
tenants = [name for names in nodes.tenants(2) for name in names]
day = "2020-01-01"
for tenant in tenants:
    service.import_people(tenant, "ana", "ben")
    ana, hr = token(tenant, "ana"), token(tenant, "hr", "--role", "hr_admin")
    every = token(tenant, "reader", "--scope", "events:read plans:read feedback:read people:read")
    items = shared_items(service, ana, 3)
    for item in items[:2]:
        path = f"/v1/action-items/{item}"
        tag = service.get(path, ana).headers["etag"]
        change = {"starts_on": day, "due_on": day}
        service.ask("PATCH", path, ana, change, {"if-match": tag, "content-type": "application/merge-patch+json"}).expect(200)
        service.ask("POST", f"{path}/progress", ana, {"progress_percent": 10}, {"idempotency-key": f"k-{item}"}).expect(201)
    plan = service.get("/v1/plans", ana).expect(200)["items"][0]["id"]
    service.ask("POST", f"/v1/plans/{plan}/feedback-requests", ana, {"reviewer_id": service.get(
        "/v1/people/directory?search=ben", ana).expect(200)["items"][0]["id"], "sections": ["action_items"]})
    me = service.get("/v1/me", ana).expect(200)["person"]["id"]
    for person in [ana, token(tenant, "ben"), hr, every]:
        for path in ["/v1/plans", "/v1/plans?sort=-updated_at", "/v1/plans/export", f"/v1/plans/{plan}", "/v1/action-items",
                     "/v1/action-items?overdue=true", "/v1/action-items?sort=due_on", "/v1/action-items/export", "/v1/people",
                     f"/v1/action-items/{items[0]}/progress", f"/v1/plans/{plan}/revisions", f"/v1/plans/{plan}/revisions/1",
                     f"/v1/plans/{plan}/revisions/1/changes", f"/v1/plans/{plan}/readiness", f"/v1/plans/{plan}/feedback",
                     f"/v1/plans/{plan}/feedback-requests", f"/v1/plans/{plan}/action-items", f"/v1/people/{me}/team-progress",
                     "/v1/people/directory?search=an", "/v1/events", "/v1/webhooks", "/v1/me"]:
            status = service.get(path, person).status
            assert status < 500, f"{path}: {status}"


def overdue(tenant):
    return sum(event["type"] == "groundwork.action_item.overdue.v1" for event in service.feed(tenant))


for tenant in tenants:
    wait_for(lambda: overdue(tenant) == 2, 40, f"the overdue items of {tenant} were not reported")
log = service.process.log.read_text()
assert "failed" not in log, log

seen, warned = set(), set()
for entry in re.split(r"^(?=\d{4}-)", nodes.coordinator.log.read_text(), flags=re.M):
    process = re.search(r"\[\d+\]", entry)
    if "multi-task query about to be executed" in entry:
        warned.add(process[0])
    elif "STATEMENT:" in entry and process[0] in warned:
        warned.remove(process[0])
        seen.add(re.sub(r"\s+", " ", entry.split("STATEMENT:")[1]).strip())
ours = {text for text in seen if "pg_dist" not in text and "citus" not in text}
beyond = [text for text in ours if "tenant_id = $1" in text or re.search(r"\b(update|delete|insert|share)\b", text)]
assert not beyond, f"go to several nodes: {beyond}"
assert any("reminder_at" in text for text in ours), "the coordinator logged nothing"
note(f"{2 * len(tenants)} reminders on {len(nodes.workers)} nodes; {len(ours)} statements of the background cross tenants")
