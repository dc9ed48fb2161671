"""The leader of a Patroni cluster is killed under load. The next leader has every acknowledged write exactly once, also those
that clients repeated because they had no response."""

import time

from cluster import Follower, Service, Writers, note
from patroni_cluster import Patroni

patroni = Patroni()
service = Service(patroni.url, "--database-read-url", patroni.replicas_url)
writers = Writers(service, "acme", 4)
follower = Follower(service, "acme")
writers.write_more(200)
lists = service.get("/v1/plans", writers.ana).expect(200)

killed = time.monotonic()
patroni.kill_leader()
patroni.await_leader()
elected = time.monotonic()
writers.write_more(200, within=60)
writers.stop()

assert writers.failures, "no write failed: the fault was not noticed"
late = writers.last_failure - elected
assert late < 10, f"requests failed for {late:.1f} s after the new leader was elected"
writers.check()
assert service.get("/v1/plans", writers.ana).expect(200) == lists
follower.check()
note(f"{writers.count()} writes, {len(writers.failures)} refusals, new leader after {elected - killed:.0f} s, "
     f"the last refusal {max(late, 0):.1f} s later")
