"""Runs the code of docs/integrating.md in order against a demo: shell blocks in one session, programs, and webhook receivers,
each of which must receive an event and accept its signature. Arguments: address of the demo, path of the groundwork program,
and a folder in which Node finds our client and standardwebhooks."""

import os, re, socket, subprocess, sys, threading
from pathlib import Path

url, groundwork, node_folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
root = Path(__file__).resolve().parents[2]
blocks = re.findall(r"^```(sh|ts|python)\n(.*?)^```$", (root / "docs/integrating.md").read_text(), re.MULTILINE | re.DOTALL)
environment = dict(os.environ)


def fail(what, output):
    sys.exit(f"docs/integrating.md: {what}\n{output}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def shell(code):
    """Runs a shell block and returns its output. Its exports are visible to later blocks."""
    code = code.replace("http://127.0.0.1:8080", url).replace("cargo run -q --", groundwork)
    code = code.replace("curl -s", "curl -sS --fail-with-body")
    session = node_folder / "session"
    done = subprocess.run(
        ["bash", "-eu", "-c", f"{code}\nexport -p >'{session}'"], env=environment, capture_output=True, text=True, timeout=60
    )
    if done.returncode:
        fail("a shell block fails", f"{code}\n{done.stdout}{done.stderr}")
    dumped = subprocess.run(["bash", "-c", f". '{session}' && env -0"], capture_output=True, text=True, check=True).stdout
    environment.update(pair.split("=", 1) for pair in dumped.split("\0") if "=" in pair)
    return done.stdout


def command(language, code, name):
    if language == "python":
        return [sys.executable, "-c", code]
    source = node_folder / f"{name}.mts"
    source.write_text(code)
    compiler = root / "openapi/typescript/node_modules/.bin/tsc"
    options = "--strict --target es2022 --module nodenext --skipLibCheck --types node --typeRoots"
    types = root / "openapi/typescript/node_modules/@types"
    done = subprocess.run([compiler, *options.split(), types, source], capture_output=True, text=True, timeout=120)
    if done.returncode:
        fail("a TypeScript block does not compile", done.stdout)
    return ["node", source.with_suffix(".mjs")]


def receive(language, code):
    """Runs a receiver and sends it one event."""
    port = free_port()
    environment["RECEIVER"] = f"http://127.0.0.1:{port}/"
    shell(subscribe)
    receiver = subprocess.Popen(
        command(language, code, "receiver"),
        env=environment | {"PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    # A receiver that hangs is killed.
    timer = threading.Timer(30, receiver.kill)
    timer.start()
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 0.1).close()
                break
            except OSError:
                threading.Event().wait(0.1)
        shell(test)
        line = receiver.stdout.readline().split()
        if line[:1] != ["groundwork.webhook.tested.v1"]:
            fail(f"the receiver in {language} did not accept the signature", line)
    finally:
        timer.cancel()
        receiver.kill()
        receiver.wait()


shells = [code for language, code in blocks if language == "sh"]
subscribe = next(code for code in shells if "/v1/webhooks" in code)
test = next(code for code in shells if code.rstrip().count("/test"))
for language, code in blocks:
    if language == "sh":
        if code not in (subscribe, test):
            shown = shell(code)
            if not shown.strip():
                fail("a shell block prints nothing", code)
            if "/problems/" in shown or re.search(r'"failed":[1-9]', shown):
                fail("a shell block is refused", f"{code}\n{shown}")
    elif "WEBHOOK_SECRET" in code:
        receive(language, code)
    else:
        done = subprocess.run(command(language, code, "reader"), env=environment, capture_output=True, text=True, timeout=60)
        printed = re.search(r"^([1-9]\d*) events$", done.stdout, re.MULTILINE)
        if done.returncode or not printed:
            fail(f"the reader in {language} fails", done.stdout + done.stderr)
print(f"{len(blocks)} code blocks run")
