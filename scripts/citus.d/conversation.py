"""A whole conversation on a Citus cluster whose database had the extension before the first migration, through two replicas of
the service: directory, plan, feedback, agreement, progress, completion, withdrawal, deletion, lists, change feed."""

import subprocess

from cluster import ANSWERS, GROUNDWORK, Service, note, token
from nodes import Nodes

nodes = Nodes()
one, two = Service(nodes.url), Service(nodes.url, name="second")
requests = 0


def ask(method, path, who, body=None, expect=200, **headers):
    """Asks the replicas in turn."""
    global requests
    requests += 1
    service = (one, two)[requests % 2]
    answer = service.ask(method, path, who, body, headers={k.replace("_", "-"): v for k, v in headers.items()})
    assert answer.status == expect, f"{method} {path}: {answer.status} {answer.text}"
    return answer.json if answer.text else None


plans = 0
for tenant in [name for names in nodes.tenants(2) for name in names]:
    people = [{"external_id": "x-ben", "user_name": "ben", "display_name": "Ben"},
              {"external_id": "x-ana", "user_name": "ana", "display_name": "Ana", "manager_external_id": "x-ben"},
              {"external_id": "x-eve", "user_name": "eve", "display_name": "Eve", "manager_external_id": "x-ben"},
              {"external_id": "x-hr", "user_name": "hr", "display_name": "Hr"}]
    columns = ["external_id", "user_name", "display_name", "manager_external_id"]
    csv = "\n".join([",".join(columns), *(",".join(person.get(column, "") for column in columns) for person in people)])
    ana, ben, eve = (token(tenant, name) for name in ["ana", "ben", "eve"])
    hr = token(tenant, "hr", "--role", "hr_admin")
    ask("POST", "/v1/people/import", hr, csv, content_type="text/csv")
    ids = {person["user_name"]: person["id"] for person in one.all("/v1/people", hr)}

    # Written, shared, answered, agreed.
    key = {"idempotency_key": f"plan-of-{tenant}"}
    plan = ask("POST", "/v1/plans", ana, {"title": "My plan", "answers": ANSWERS}, 201, **key)["id"]
    assert ask("POST", "/v1/plans", ana, {"title": "My plan", "answers": ANSWERS}, 201, **key)["id"] == plan
    item = {"title": "Plan a study", "advances": ["short_term"]}
    item = ask("POST", f"/v1/plans/{plan}/action-items", ana, item, 201)["id"]
    ask("GET", f"/v1/plans/{plan}", ben, expect=404)
    ask("POST", f"/v1/plans/{plan}/share", ana)
    assert [found["id"] for found in ask("GET", "/v1/plans", ben)["items"]] == [plan]
    ask("GET", f"/v1/plans/{plan}", eve, expect=404)
    ask("POST", f"/v1/plans/{plan}/feedback-requests", ana, {"reviewer_id": ids["eve"], "sections": ["deeper"]}, 201)
    assert len(ask("GET", f"/v1/plans/{plan}/feedback-requests", ana)["items"]) == 2
    assert ask("GET", f"/v1/plans/{plan}", eve)["id"] == plan
    ask("POST", f"/v1/plans/{plan}/agree", ben, {"revision": 1})
    assert ask("POST", f"/v1/plans/{plan}/agree", ana, {"revision": 1})["status"] == "agreed"

    # Progress, and who reads it.
    for percent in [20, 60, 100]:
        ask("POST", f"/v1/action-items/{item}/progress", ana, {"progress_percent": percent}, 201)
    assert len(ask("GET", f"/v1/action-items/{item}/progress", ana)["items"]) == 3
    assert ask("GET", f"/v1/action-items/{item}", ben)["progress_percent"] == 100
    team = ask("GET", f"/v1/people/{ids['ben']}/team-progress", ben)
    assert team["totals"]["action_items"]["done"] == 1, team["totals"]
    ask("GET", "/v1/action-items", ana)
    ask("GET", "/v1/people/directory?search=an", eve)
    ask("GET", "/v1/me", ana)

    # A draft that is withdrawn after sharing, and one that is deleted with its items.
    draft = ask("POST", "/v1/plans", eve, {"title": "Second thoughts", "answers": ANSWERS}, 201)["id"]
    ask("POST", f"/v1/plans/{draft}/action-items", eve, {"title": "Ask", "advances": ["short_term"]}, 201)
    ask("POST", f"/v1/plans/{draft}/share", eve)
    ask("POST", f"/v1/plans/{draft}/withdraw", eve)
    ask("GET", f"/v1/plans/{draft}", ben, expect=404)
    other = one.ask("POST", "/v1/plans", eve, {"title": "Mine", "answers": ANSWERS})
    other_id = other.expect(201)["id"]
    ask("POST", f"/v1/plans/{other_id}/action-items", eve, {"title": "Ask", "advances": ["short_term"]}, 201)
    version = one.get(f"/v1/plans/{other_id}", eve).headers["etag"]
    ask("DELETE", f"/v1/plans/{other_id}", eve, expect=204, if_match=version)
    ask("GET", f"/v1/plans/{other_id}", eve, expect=404)

    kinds = {event["type"] for event in one.feed(tenant)}
    assert {"groundwork.plan.shared.v1", "groundwork.plan.agreed.v1"} <= kinds, kinds
    plans += 3
# The progress that is kept of plans is that of their action items, on every node.
check = subprocess.run([GROUNDWORK, "check", "--database-url", nodes.url], capture_output=True, text=True)
assert check.returncode == 0, check.stdout + check.stderr

errors = [line for service in (one, two) for line in service.process.log.read_text().splitlines() if '"ERROR"' in line]
assert not errors, "\n".join(errors)
note(f"{requests} requests to two replicas, {plans} plans of 4 tenants on 2 nodes")
