"""The coordinator of a Citus cluster is killed under load, and its synchronous standby takes over, as on one server. No
acknowledged write is lost, readers of the change feed see each event once and miss none, positions go on increasing, and a
transaction that was prepared on the nodes ends on all of them in the same way."""

import os
import signal
import threading
import time
from pathlib import Path

from cluster import Follower, Service, Writers, note, processes_of, wait_for
from nodes import SETTINGS, Nodes, tenant_id
from patroni_cluster import Patroni

TRANSACTIONS = 3

# What happens to prepared transactions is decided every minute by default.
patroni = Patroni(SETTINGS | {"max_prepared_transactions": 200, "citus.recover_2pc_interval": "2s"})
nodes = Nodes(coordinator=patroni)
services = [Service(nodes.url), Service(nodes.url, name="another")]
(one, *firsts), (other, *seconds) = nodes.tenants(1 + 2 * TRANSACTIONS)
writers = [Writers(service, tenant, 3) for service, tenant in zip(services, [one, other])]
readers = [Follower(service, tenant) for service in services for tenant in [one, other]]
# Transactions that write to both nodes, which no request does: migrations do, and operators may.
pairs = list(zip(firsts, seconds))
arrived, not_arrived = pairs[:TRANSACTIONS], pairs[TRANSACTIONS:]


def prepare(pairs):
    """Begins to commit, for each pair of tenants, a transaction that writes one tenant to each node."""
    sessions = [patroni.session() for _ in pairs]
    for session, pair in zip(sessions, pairs):
        rows = ", ".join(f"('{tenant_id(tenant)}', '{tenant}', now())" for tenant in pair)
        statement = f"insert into tenants (id, name, created_at) values {rows}"
        threading.Thread(target=session.run, args=[statement], daemon=True).start()


def prepared():
    """The number of prepared transactions on each node."""
    return [int(worker.sql("select count(*) from pg_prepared_xacts")) for worker in nodes.workers]


def stored(pairs):
    """For each pair, how many of its tenants are there."""
    count = "select count(*) from tenants where id in ('{}', '{}')"
    return [int(nodes.sql(count.format(*map(tenant_id, pair)))) for pair in pairs]


for each in writers:
    each.write_more(100)

# The standby receives the log but does not confirm it: transactions wait for it, prepared on the nodes. Of some the standby
# has the commit, of the others it does not.
standby = next(node for node in patroni.followers() if node.status().get("sync_standby"))
receiver = next(each for each in processes_of(standby.data) if "walreceiver" in Path(f"/proc/{each}/cmdline").read_text())
os.kill(receiver, signal.SIGSTOP)
prepare(arrived)
wait_for(lambda: min(prepared()) >= TRANSACTIONS, 10, "transactions were not prepared")
wait_for(lambda: nodes.sql("select bool_and(sent_lsn >= pg_current_wal_flush_lsn()) from pg_stat_replication") == "t", 10,
         "the log was not sent")
os.kill(int(nodes.sql("select pid from pg_stat_replication where sync_state = 'sync'")), signal.SIGSTOP)
prepare(not_arrived)
wait_for(lambda: min(prepared()) >= 2 * TRANSACTIONS, 10, "transactions were not prepared")
horizon = nodes.sql("select horizon from event_horizon()")
highest = int(nodes.sql(f"select max(position) from events where position < {horizon}"))

killed = time.monotonic()
patroni.kill_leader()
os.kill(receiver, signal.SIGCONT)
patroni.await_leader()
elected = time.monotonic()
assert patroni.leader is standby
for each in writers:
    each.write_more(100, within=60)
position = int(nodes.sql("select event_position(pg_current_xact_id())"))
assert highest < position, f"positions went back from {highest} to {position}"
wait_for(lambda: prepared() == [0, 0], 30, "prepared transactions were left on the nodes")
assert stored(arrived) == [2] * TRANSACTIONS and stored(not_arrived) == [0] * TRANSACTIONS, (stored(arrived), stored(not_arrived))
assert nodes.sql("select bool_and(result) from citus_check_cluster_node_health()") == "t"

for each in writers:
    each.stop()
    assert each.failures, "no write failed: the fault was not noticed"
    each.check()
late = max(each.last_failure for each in writers) - elected
assert late < 10, f"requests failed for {late:.1f} s after the new coordinator was elected"
for each in readers:
    each.check()
note(f"{len(readers)} readers, {sum(each.count() for each in writers)} writes, {sum(len(each.failures) for each in writers)} "
     f"refusals, new coordinator after {elected - killed:.0f} s, the last refusal {max(late, 0):.1f} s later; "
     f"{2 * TRANSACTIONS} prepared transactions ended alike on both nodes")
