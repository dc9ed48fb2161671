"""A shard moves to the other node under load: no acknowledged write is lost, refusals end by themselves."""

import time

from cluster import Service, Writers, note
from nodes import Nodes

nodes = Nodes()
service = Service(nodes.url)
(moved, *_), (stays, *_) = nodes.tenants(1)
hit, spared = Writers(service, moved, 4), Writers(service, stays, 2)
hit.write_more(100)

figures = []
for mode in ["force_logical", "block_writes"]:
    source = nodes.port(moved)
    target = next(worker.port for worker in nodes.workers if worker.port != source)
    refused, began = len(hit.failures), time.monotonic()
    nodes.sql(f"select citus_move_shard_placement({nodes.shard(moved)}, '127.0.0.1', {source}, '127.0.0.1', {target}, "
              f"shard_transfer_mode => '{mode}')")
    ended = time.monotonic()
    assert nodes.port(moved) == target
    hit.write_more(100)
    late = hit.last_failure - ended
    assert late < 5, f"requests failed for {late:.1f} s after the shard had moved"
    figures.append(f"{mode} {ended - began:.1f} s, {len(hit.failures) - refused} refusals")
hit.stop()
spared.stop()
assert not spared.failures, spared.failures
hit.check()
spared.check()
note(f"{hit.count()} writes of the tenant; {'; '.join(figures)}; {spared.count()} writes elsewhere without a refusal")
