"""Lists are read from a replica where it has all that the tenant has written, and from the leader where it has not, or
does not answer."""

import os
import signal
import time

from world import Cluster, Service, note, token, until

leader = Cluster("leader", "-c wal_level=replica").start()
replica = Cluster("replica", "-c log_statement=all -c hot_standby=on", copy_of=leader).start()
service = Service(leader.url, "--database-read-url", replica.url)
people = {}
for tenant in ["acme", "globex"]:
    service.import_people(tenant, "ana")
    people[tenant] = token(tenant, "ana")
ana, gus = people["acme"], people["globex"]
hr = token("acme", "hr", "--role", "hr_admin")


def titles(person):
    return {plan["title"] for plan in service.all("/v1/plans", person)}


def from_replica(ask):
    """What is answered, and whether the replica was asked for plans, people or items, rather than how far it is."""
    def asked():
        lists = [" from plans p", " from people p", " from action_items i", "recursive"]
        return sum(any(each in line for each in lists) for line in replica.log.read_text().splitlines())
    before = asked()
    answer = ask()
    return answer, asked() > before


def create(title, person=ana):
    service.ask("POST", "/v1/plans", person, {"title": title}).expect(201)


def caught_up():
    return leader.sql("select bool_and(replay_lsn >= pg_current_wal_lsn()) from pg_stat_replication") == "t"


create("first")
create("theirs", gus)
until(caught_up, 10, "the replica has not caught up")
assert from_replica(lambda: titles(ana)) == ({"first"}, True)
assert from_replica(lambda: service.get("/v1/people", hr).expect(200)["items"][0]["user_name"]) == ("ana", True)

# It falls behind: whoever has written finds what was written, and whoever has not is still read to from there.
replica.sql("select pg_wal_replay_pause()")
until(lambda: replica.sql("select pg_get_wal_replay_pause_state()") == "paused", 10, "replay goes on")
expected = {"first"}
for number in range(20):
    create(f"plan {number}")
    expected.add(f"plan {number}")
    assert from_replica(lambda: titles(ana)) == (expected, False)
assert from_replica(lambda: titles(gus)) == ({"theirs"}, True)
replica.sql("select pg_wal_replay_resume()")
until(caught_up, 10, "the replica has not caught up")
assert from_replica(lambda: titles(ana)) == (expected, True)

# Of two transactions the one that began first ends last: the replica has the event of the other alone.
late = leader.session()
late.run("begin; update plans set title = 'late' where title = 'first'")
late.run("""insert into events (tenant_id, id, type, subject, data, occurred_at, in_feed)
    select tenant_id, gen_random_uuid(), type, subject, data, occurred_at, in_feed from events
    where subject = (select 'plans/' || id from plans where title = 'late') limit 1""")
create("after it")
expected.add("after it")
until(caught_up, 10, "the replica has not caught up")
replica.sql("select pg_wal_replay_pause()")
until(lambda: replica.sql("select pg_get_wal_replay_pause_state()") == "paused", 10, "replay goes on")
late.run("commit")
expected = expected - {"first"} | {"late"}
assert from_replica(lambda: titles(ana)) == (expected, False)
replica.sql("select pg_wal_replay_resume()")
until(caught_up, 10, "the replica has not caught up")
assert from_replica(lambda: titles(ana)) == (expected, True)


def waits():
    """How long lists take, one after the other."""
    taken = []
    for _ in range(10):
        started = time.monotonic()
        assert titles(ana) == expected
        taken.append(time.monotonic() - started)
    return taken


def warnings():
    return service.process.log.read_text().count("the replica does not answer")


# It falls silent: one request finds out, and no other waits for it.
stopped = replica.processes()
for process in stopped:
    os.kill(process, signal.SIGSTOP)
silent = waits()
for process in reversed(stopped):
    os.kill(process, signal.SIGCONT)
assert max(silent) < 2 and sum(silent) < 4, silent
assert warnings() == 1, warnings()
until(lambda: from_replica(lambda: titles(ana)) == (expected, True), 15, "the replica is not asked again")

# It is gone, and comes back.
replica.stop()
gone = waits()
assert max(gone) < 2 and sum(gone) < 4, gone
assert warnings() == 2, warnings()
replica.start()
until(lambda: from_replica(lambda: titles(ana)) == (expected, True), 20, "the replica is not asked again")
note(f"a silent replica cost {max(silent):.1f} s once, one that was gone {max(gone):.1f} s")
