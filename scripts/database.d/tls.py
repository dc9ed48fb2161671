"""The service verifies the server's certificate as `sslmode` says, and its error names what is wrong."""

import subprocess
import time

from cluster import FOLDER, GROUNDWORK, OTHER_USER, Cluster, Service, note


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], cwd=FOLDER, check=True, capture_output=True, **OTHER_USER)


for name in ["authority", "stranger"]:
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", "server.key", "-out", "server.csr")
openssl("x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-days", "2",
        "-copy_extensions", "copy", "-out", "server.pem")

files = f"-c ssl=on -c ssl_cert_file={FOLDER}/server.pem -c ssl_key_file={FOLDER}/server.key"
cluster = Cluster("server", files)
access = cluster.data / "pg_hba.conf"
access.write_text("local all all trust\nhostssl all all 127.0.0.1/32 trust\nhostssl all all ::1/128 trust\n")
cluster.start()


def url(host, mode, authority):
    return f"postgres://groundwork@{host}:{cluster.port}/postgres?sslmode={mode}&sslrootcert={FOLDER}/{authority}.pem"


def refusal(address):
    """The error message of a start that has to fail."""
    started = time.monotonic()
    command = [GROUNDWORK, "migrate", "status", "--database-url", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert done.returncode != 0, f"{address} was accepted"
    assert time.monotonic() - started < 10
    assert "check GROUNDWORK_DATABASE_URL" in done.stderr, done.stderr
    return done.stderr


service = Service(url("localhost", "verify-full", "authority"))
encrypted = "select bool_and(ssl and version >= 'TLSv1.2') from pg_stat_ssl s join pg_stat_activity a using (pid) " \
    "where a.backend_type = 'client backend' and a.pid <> pg_backend_pid()"
assert cluster.sql(encrypted) == "t"

for fault, address in [
    ("UnknownIssuer", url("localhost", "verify-full", "stranger")),
    ("certificate not valid for name", url("127.0.0.1", "verify-full", "authority")),
    ("no encryption", url("localhost", "disable", "authority")),
]:
    message = refusal(address)
    assert fault in message, f"expected {fault}: {message}"
note("an unknown issuer, a wrong host name and no encryption are refused")
