"""Two `serve` processes behind HAProxy and a worker are restarted one after the other under load, as in a rolling update. No
request fails, a reader of the change feed gets every event once, and webhooks deliver every event."""

import time

from cluster import FOLDER, GROUNDWORK, Api, Cluster, Follower, Process, Service, Writers, free_port, note, token, wait_for
from receiver import Receiver

PROGRESSED = "groundwork.action_item.progressed.v1"
cluster = Cluster("server").start()
ports, front = [free_port(), free_port()], Api(f"127.0.0.1:{free_port()}")
starts = []


def replica(port):
    """Starts `serve` at a port and waits until it is ready."""
    began = time.monotonic()
    flags = ["--worker", "false", "--drain-time", "4s", "--webhooks-allow-private"]
    service = Service(cluster.url, *flags, name=f"replica-{port}-{len(starts)}", bind=f"127.0.0.1:{port}")
    wait_for(service.is_ready, 30, "a replica does not become ready")
    starts.append(time.monotonic() - began)
    return service.process


def worker(_):
    flags = ["--database-url", cluster.url, "--webhooks-allow-private", "--operations-bind", "off"]
    return Process(f"worker-{len(starts)}", [GROUNDWORK, "work", *flags])


running = {replica: {port: replica(port) for port in ports}, worker: {None: worker(None)}}
servers = "".join(f"    server replica-{port} 127.0.0.1:{port}\n" for port in ports)
(FOLDER / "haproxy.cfg").write_text(f"""
defaults
    mode http
    timeout connect 2s
    timeout client 60s
    timeout server 60s
    timeout check 5s
    retries 3
    option redispatch
    option httpchk GET /health/ready
    default-server check inter 500ms fall 2 rise 1
listen front
    bind {front.address}
    balance roundrobin
{servers}""")
haproxy = Process("haproxy", ["haproxy", "-f", FOLDER / "haproxy.cfg", "-db"])
wait_for(front.is_ready, 10, "HAProxy finds no replica")

receiver = Receiver()
hook = {"url": receiver.url, "event_types": [PROGRESSED]}
front.import_people("acme", "ana")
front.ask("POST", "/v1/webhooks", token("acme", "hr", "--role", "hr_admin"), hook).expect(201)
writers = Writers(front, "acme", 8)
follower = Follower(front, "acme")
writers.write_more(100)

for start, processes in running.items():
    for place, process in processes.items():
        time.sleep(2)  # until HAProxy has noticed that the previous process is back
        process.stop()
        processes[place] = start(place)
writers.write_more(100)
writers.stop()

assert not writers.failures, f"{len(writers.failures)} requests failed: {writers.failures[:5]}"
writers.check()
follower.check()
in_feed = {event["id"] for event in front.feed("acme") if event["type"] == PROGRESSED}
wait_for(lambda: in_feed == set(receiver.events), 60, "webhooks did not deliver exactly the events of the feed")
ready = ", ".join(f"{took * 1000:.0f}" for took in starts)
note(f"{writers.count()} writes, none failed; processes were ready after {ready} ms")
