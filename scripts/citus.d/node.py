"""A node of a Citus cluster is killed under load. Tenants on the other node notice nothing; those on it get 503 with
`Retry-After`, until it is back. No acknowledged write is lost."""

import time

from cluster import Service, Writers, note
from nodes import Nodes, kill

nodes = Nodes()
service = Service(nodes.url)
(away, *_), (elsewhere, *_) = nodes.tenants(1)
victim = nodes.workers[0]
hit, spared = Writers(service, away, 4), Writers(service, elsewhere, 4)
hit.write_more(100)
spared.write_more(100)

kill(victim)
# Each is refused in time, and the others go on meanwhile.
refused = len(hit.failures)
spared.write_more(200)

assert len(hit.failures) > refused, "no write failed: the fault was not noticed"
last = hit.failures[-1]
assert last.startswith("503") and "holds your organisation" in last, hit.failures
read = service.get("/v1/plans", hit.ana)
assert read.status == 503 and "retry-after" in read.headers, f"{read.status} {read.text}"
service.get("/v1/plans", spared.ana).expect(200)
# So does a process that starts meanwhile.
another = Service(nodes.url, name="another", migrate=False)
another.get("/v1/plans", spared.ana).expect(200)
assert service.is_ready() and another.is_ready()
assert not spared.failures, spared.failures

victim.start()
back = time.monotonic()
hit.write_more(100)
hit.stop()
spared.stop()

assert not spared.failures, spared.failures
late = hit.last_failure - back
assert late < 10, f"requests failed for {late:.1f} s after the node was back"
hit.check()
spared.check()
note(f"{hit.count()} writes on the node, {len(hit.failures)} refusals, the last {max(late, 0):.1f} s after its return; "
     f"{spared.count()} elsewhere without one")
