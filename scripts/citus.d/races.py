"""A draft is deleted on a Citus cluster while items and progress are added to it: each request is answered as on one server,
which is 201 before the deletion and 404 after it."""

import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from cluster import ANSWERS, Service, note, token
from nodes import Nodes

ROUNDS = 40

nodes = Nodes()
services = [Service(nodes.url), Service(nodes.url, name="another")]
(tenant, *_), _ = nodes.tenants(1)
services[0].import_people(tenant, "ana")
ana = token(tenant, "ana")
item = {"title": "An item", "advances": ["short_term"]}
answers = Counter()
with ThreadPoolExecutor(6) as pool:
    for number in range(ROUNDS):
        service = services[number % 2]
        plan = service.ask("POST", "/v1/plans", ana, {"title": "A plan", "answers": ANSWERS}).expect(201)["id"]
        items = f"/v1/plans/{plan}/action-items"
        known = service.ask("POST", items, ana, item).expect(201)["id"]
        progress = f"/v1/action-items/{known}/progress"

        def add(turn):
            """Adds until the plan is gone."""
            while True:
                path, body = (items, item) if turn % 2 else (progress, {"note": str(uuid.uuid4())})
                answer = services[turn % 2].ask("POST", path, ana, body)
                if answer.status != 201:
                    return answer
                answers[201] += 1

        adding = [pool.submit(add, turn) for turn in range(4)]
        while True:
            tag = service.get(f"/v1/plans/{plan}", ana).headers["etag"]
            deleted = service.ask("DELETE", f"/v1/plans/{plan}", ana, headers={"if-match": tag})
            if deleted.status == 204:
                break
            assert deleted.status == 412, f"{deleted.status} {deleted.text}"
        for each in adding:
            answer = each.result(60)
            assert answer.status == 404, f"{answer.status} {answer.text}"
            answers[404] += 1
for service in services:
    assert not service.process.says('"level":"ERROR"'), service.process.log.read_text()
note(f"{ROUNDS} plans deleted; {answers[201]} additions before, {answers[404]} refused with 404")
