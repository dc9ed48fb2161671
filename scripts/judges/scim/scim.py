"""SCIM, judged by scim2-tester, and by scim2-client for what that leaves out: sorting, pages, filters, versions and bulk
requests. Prints the number of checks; fails if one of them fails.

usage: scim.py URL TOKEN [USERS]

With USERS, it also provisions as many users one by one, as an identity provider does, and prints how long that takes.
"""

import collections
import sys
import time

import httpx2
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_models import SearchRequest
from scim2_tester import Status, check_server

URL, TOKEN, *USERS = sys.argv[1:]
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def expect(true, what):
    if not true:
        sys.exit(f"failed: {what}")


def tester(http):
    results = check_server(SyncSCIMClient(http))
    for result in results:
        if result.status != Status.SUCCESS:
            print(f"{result.status.name} {result.title}: {result.reason}")
    counts = collections.Counter(result.status.name for result in results)
    expect(set(counts) == {"SUCCESS"} and counts["SUCCESS"] > 50, f"scim2-tester: {dict(counts)}")
    return counts["SUCCESS"]


def client(http):
    scim = SyncSCIMClient(http)
    scim.discover()
    User = scim.get_resource_model("User")
    made = [
        scim.create(User(user_name=f"judge-{number}", display_name=f"Judge {number}", timezone="UTC", active=True))
        for number in range(3)
    ]
    in_order = {"filter": 'userName sw "judge-"', "sort_by": "userName", "sort_order": "descending", "count": 2}
    found = scim.query(User, query_parameters=SearchRequest(**in_order))
    expect(found.total_results == 3 and [user.user_name for user in found.resources] == ["judge-2", "judge-1"], "pages")
    rest = scim.query(User, query_parameters=SearchRequest(**in_order, start_index=3))
    expect([user.user_name for user in rest.resources] == ["judge-0"], "the last page")
    answer = http.get(f"/Users/{made[0].id}")
    tag = answer.headers["etag"]
    expect(http.get(f"/Users/{made[0].id}", headers={"if-none-match": tag}).status_code == 304, "If-None-Match")
    stale = http.patch(f"/Users/{made[0].id}", headers={"if-match": 'W/"9"'}, json={
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": []})
    expect(stale.status_code == 412, "If-Match")
    bulk = http.post("/Bulk", json={
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": [
            {"method": "POST", "bulkId": "boss", "path": "/Users", "data": {"userName": "judge-boss"}},
            {"method": "PATCH", "path": f"/Users/{made[0].id}", "data": {"Operations": [
                {"op": "add", "path": f"{ENTERPRISE}:manager", "value": "bulkId:boss"}]}},
        ],
    }).json()
    expect([outcome["status"] for outcome in bulk["Operations"]] == ["201", "200"], f"bulk: {bulk}")
    boss = bulk["Operations"][0]["location"].rsplit("/", 1)[-1]
    reports = http.get("/Users", params={"filter": f'manager eq "{boss}"'}).json()
    expect([user["id"] for user in reports["Resources"]] == [made[0].id], "a filter by manager")
    for id in [*(user.id for user in made), boss]:
        expect(http.delete(f"/Users/{id}").status_code == 204, "deletion")


def provision(http, users):
    """As an identity provider does: look the name up, create the user, with a manager who may come later."""
    started, slowest = time.monotonic(), 0.0
    for number in range(users):
        before = time.monotonic()
        name = f"user-{number}@example.com"
        answer = http.get("/Users", params={"filter": f'userName eq "{name}"'})
        expect(answer.json()["totalResults"] == 0, f"{name} is there: {answer.text}")
        # Every tenth manager comes after the people who report to them.
        manager = number // 10 if number % 10 else min(number + 5, users - 1)
        user = {
            "userName": name, "externalId": f"E{number}", "displayName": f"User {number}", "active": True,
            "name": {"givenName": "User", "familyName": str(number)}, "timezone": "Europe/Berlin",
            "emails": [{"value": name, "type": "work", "primary": True}],
            ENTERPRISE: {"department": f"Department {number % 40}"} | (
                {"manager": {"value": f"E{manager}"}} if number and manager != number else {}),
        }
        answer = http.post("/Users", json=user)
        expect(answer.status_code == 201, f"{answer.status_code} {answer.text}")
        slowest = max(slowest, time.monotonic() - before)
    took = time.monotonic() - started
    waiting = http.get("/Users", params={"filter": "manager pr", "count": 0}).json()
    print(f"{users} users in {took:.0f} s, {users / took:.0f} a second, the slowest in {slowest * 1000:.0f} ms; "
          f"{waiting['totalResults']} have a manager")


headers = {"authorization": f"Bearer {TOKEN}"}
with httpx2.Client(base_url=f"{URL}/scim/v2", headers=headers, timeout=60) as http:
    if USERS:
        provision(http, int(USERS[0]))
    else:
        checks = tester(http)
        client(http)
        print(f"{checks} checks of scim2-tester")
