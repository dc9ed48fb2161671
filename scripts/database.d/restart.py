"""A PostgreSQL server is restarted under load: no acknowledged write is lost, and the service reconnects."""

import time

from cluster import Cluster, Service, Writers, note

cluster = Cluster("server").start()
service = Service(cluster.url)
writers = Writers(service, "acme", 4)
writers.write_more(100)

cluster.restart()
back = time.monotonic()
writers.write_more(100)
writers.stop()

assert writers.failures, "no write failed: the fault was not noticed"
late = writers.last_failure - back
assert late < 5, f"requests failed for {late:.1f} s after the server was back"
writers.check()
note(f"{writers.count()} writes, {len(writers.failures)} refusals, the last {max(late, 0):.1f} s after its return")
