"""The change feed on a Citus cluster, while writers write through two processes, transactions linger or are rolled back, shards
move and the coordinator fails: every reader sees each event once, all in one order, and nothing that was rolled back."""

import threading
import uuid

from cluster import Follower, Service, Writers, note
from nodes import Nodes, kill, start_again, tenant_id

LINGERING = 40

nodes = Nodes()
services = [Service(nodes.url), Service(nodes.url, name="another")]
(moved, *_), (stays, *_) = nodes.tenants(1)
writers = [Writers(services[number % 2], tenant, 4) for number, tenant in enumerate([moved, stays])]
readers = [Follower(service, tenant) for tenant in [moved, stays] for service in services for _ in range(2)]


class Lingering:
    """A session whose transactions write events of a tenant and stay open for a while. Every second one is rolled back."""

    def __init__(self, tenant):
        self.tenant, self.kept, self.undone = tenant, set(), set()
        self.session = nodes.coordinator.session()
        self.thread = threading.Thread(target=self.write, daemon=True)
        self.thread.start()

    def write(self):
        for number in range(LINGERING):
            event = str(uuid.uuid4())
            self.session.run("begin")
            self.session.run(
                "insert into events (tenant_id, id, type, subject, data, occurred_at, in_feed) values "
                f"('{tenant_id(self.tenant)}', '{event}', 'groundwork.plan.shared.v1', 'plans/{event}', '{{}}', now(), true)"
            )
            self.session.run(f"select pg_sleep({0.02 * (number % 5)})")
            self.session.run("rollback" if number % 2 else "commit")
            (self.undone if number % 2 else self.kept).add(event)


lingering = [Lingering(tenant) for tenant in [moved, stays] for _ in range(2)]
for mode in ["force_logical", "block_writes"]:
    writers[0].write_more(50, within=60)
    source = nodes.port(moved)
    target = next(worker.port for worker in nodes.workers if worker.port != source)
    nodes.sql(f"select citus_move_shard_placement({nodes.shard(moved)}, '127.0.0.1', {source}, '127.0.0.1', {target}, "
              f"shard_transfer_mode => '{mode}')")
    assert nodes.port(moved) == target
for each in writers:
    each.write_more(50, within=60)
for each in lingering:
    each.thread.join(120)

# The coordinator fails. It must not give ids again that events have already.
for each in writers:
    each.write_more(50)
kill(nodes.coordinator)
start_again(nodes.coordinator)
positions = nodes.sql("select max(position) from events"), nodes.sql("select event_position(pg_current_xact_id())")
assert int(positions[0]) < int(positions[1]), f"positions went back: {positions}"
for each in writers:
    each.write_more(50, within=60)
    each.stop()
for each in readers:
    each.check()

for each in writers:
    each.check()
    events = [event["id"] for event in services[0].feed(each.tenant)]
    seen = set(events)
    assert len(seen) == len(events), "an event came twice"
    for other in lingering:
        if other.tenant == each.tenant:
            assert other.kept <= seen, f"missed: {other.kept - seen}"
            assert not other.undone & seen, f"rolled back, but seen: {other.undone & seen}"
    stored = nodes.sql(f"select count(*) from events where tenant_id = '{tenant_id(each.tenant)}' and in_feed")
    assert int(stored) == len(events), f"{stored} events are stored, {len(events)} in the feed"
# Only the coordinator gives positions.
refused = nodes.sql("select bool_and(not success and result like '%come from the coordinator%') "
                    "from run_command_on_workers('select event_position_of_coordinator()')")
assert refused == "t", "a node gives positions"

written = sum(each.count() for each in writers)
note(f"{len(readers)} readers, {written} writes, {sum(len(each.kept) for each in lingering)} lingering transactions and as "
     f"many rolled back, two moves, one crash")
