"""Lists are read from the replica if it has all writes of the tenant; from the leader if it lags or does not answer."""

import os
import signal
import time

from cluster import Cluster, Service, note, token, wait_for

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
    """The result of `ask`, and whether the replica ran a list query for it (not only the query for its replay position)."""
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
wait_for(caught_up, 10, "the replica did not catch up")
assert from_replica(lambda: titles(ana)) == ({"first"}, True)
assert from_replica(lambda: service.get("/v1/people", hr).expect(200)["items"][0]["user_name"]) == ("ana", True)

# The replica lags: lists of the tenant that has written come from the leader, lists of the other from the replica.
replica.sql("select pg_wal_replay_pause()")
wait_for(lambda: replica.sql("select pg_get_wal_replay_pause_state()") == "paused", 10, "replay was not paused")
expected = {"first"}
for number in range(20):
    create(f"plan {number}")
    expected.add(f"plan {number}")
    assert from_replica(lambda: titles(ana)) == (expected, False)
assert from_replica(lambda: titles(gus)) == ({"theirs"}, True)
replica.sql("select pg_wal_replay_resume()")
wait_for(caught_up, 10, "the replica did not catch up")
assert from_replica(lambda: titles(ana)) == (expected, True)

# The transaction that began first commits last: the replica has only the event of the second.
late = leader.session()
late.run("begin; update plans set title = 'late' where title = 'first'")
late.run("""insert into events (tenant_id, id, type, subject, data, occurred_at, in_feed)
    select tenant_id, gen_random_uuid(), type, subject, data, occurred_at, in_feed from events
    where subject = (select 'plans/' || id from plans where title = 'late') limit 1""")
create("after it")
expected.add("after it")
wait_for(caught_up, 10, "the replica did not catch up")
replica.sql("select pg_wal_replay_pause()")
wait_for(lambda: replica.sql("select pg_get_wal_replay_pause_state()") == "paused", 10, "replay was not paused")
late.run("commit")
expected = expected - {"first"} | {"late"}
assert from_replica(lambda: titles(ana)) == (expected, False)
replica.sql("select pg_wal_replay_resume()")
wait_for(caught_up, 10, "the replica did not catch up")
assert from_replica(lambda: titles(ana)) == (expected, True)


def waits():
    """Seconds that each of ten lists takes."""
    taken = []
    for _ in range(10):
        started = time.monotonic()
        assert titles(ana) == expected
        taken.append(time.monotonic() - started)
    return taken


def warnings():
    return service.process.log.read_text().count("the replica does not answer")


# The replica hangs: one request waits for its time-out, no other does.
stopped = replica.processes()
for process in stopped:
    os.kill(process, signal.SIGSTOP)
silent = waits()
for process in reversed(stopped):
    os.kill(process, signal.SIGCONT)
assert max(silent) < 2 and sum(silent) < 4, silent
assert warnings() == 1, warnings()
wait_for(lambda: from_replica(lambda: titles(ana)) == (expected, True), 15, "the replica was not used again")

# The replica is down, and comes back.
replica.stop()
gone = waits()
assert max(gone) < 2 and sum(gone) < 4, gone
assert warnings() == 2, warnings()
replica.start()
wait_for(lambda: from_replica(lambda: titles(ana)) == (expected, True), 20, "the replica was not used again")
note(f"slowest list: {max(silent):.1f} s with a hanging replica, {max(gone):.1f} s with one that is down")
