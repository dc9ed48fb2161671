"""On a full disk every change is answered with a problem, plans can still be read, and changes work again once there is space."""

import atexit
import os
import shutil
import subprocess
import sys

from cluster import FOLDER, Cluster, Service, note, token

small = FOLDER / "small"
small.mkdir()
mount = ["mount", "-t", "tmpfs", "-o"]
if os.getuid() != 0 or subprocess.run([*mount, "size=64m", "tmpfs", small], capture_output=True).returncode != 0:
    note("skipped: cannot mount a small disk here")
    sys.exit()
atexit.register(lambda: subprocess.run(["umount", "--lazy", small]))
shutil.chown(small, "postgres")

cluster = Cluster("server").start()
cluster.sql(f"create tablespace small location '{small}'")
cluster.sql("create database groundwork tablespace small")
service = Service(cluster.url.removesuffix("postgres") + "groundwork")
service.import_people("acme", "ana")
ana = token("acme", "ana")
# Random, so that PostgreSQL cannot compress it.
plan = {"title": "A plan", "answers": {"mission_statement": os.urandom(750).hex()}}

room = os.statvfs(small)
ballast = small / "ballast"
ballast.write_bytes(bytes(room.f_bavail * room.f_bsize - 300_000))
created = 0
while (answer := service.ask("POST", "/v1/plans", ana, plan)).status == 201:
    created, last = created + 1, answer.json
problem = answer.expect(503)
assert problem["type"] == "/problems/unavailable", problem
assert problem["detail"].startswith("the database's disk is full"), problem
assert answer.headers["retry-after"] == "60", answer.headers
assert service.process.says("free space on the database's disk")
service.get(f"/v1/plans/{last['id']}", ana).expect(200)

ballast.unlink()
for _ in range(20):
    service.ask("POST", "/v1/plans", ana, plan).expect(201)
assert len(service.all("/v1/plans", ana)) == created + 20
note(f"the disk was full after {created} plans")
