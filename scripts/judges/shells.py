"""Pastes what the README and the demo print into interactive shells without their configuration files.

shells.py URL GROUNDWORK DEMO: the address of a running demo, the program, and the file with what the demo printed.
"""

import os, pty, re, select, signal, sys, time
from pathlib import Path

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "$?"),
    "zsh": (["zsh", "-f", "-i"], "$?"),
    "fish": (["fish", "--no-config", "-i"], "$status"),
}
REFUSED = re.compile(r"parse error|syntax error|command not found|not found:|Unknown command|no matches found|fish: ")
SECONDS = 30


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, command, status):
        self.status = status
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "dumb", "LC_ALL": "C.UTF-8", "HOME": os.environ.get("TMPDIR", "/tmp")}
            os.execvp(command[0], command)
        self.pasted = 0

    def paste(self, line):
        """Pastes a line, waits until it has run, and returns what appeared."""
        self.pasted += 1
        line = line.replace("curl -s ", "curl -sS --fail-with-body ")
        # The mark that is typed differs from the one that is printed.
        os.write(self.terminal, f"{line}\rprintf 'done%s=%s=\\n' -{self.pasted} {self.status}\r".encode())
        seen, until = "", time.monotonic() + SECONDS
        while not (done := re.search(f"done-{self.pasted}=([0-9]+)=", seen)):
            if time.monotonic() > until or not select.select([self.terminal], [], [], 1)[0] and not self.lives():
                sys.exit(f"no answer to: {line}\n{seen}")
            if select.select([self.terminal], [], [], 0)[0]:
                seen += os.read(self.terminal, 65536).decode(errors="replace")
        if done[1] != "0":
            sys.exit(f"this line failed with status {done[1]}: {line}\n{seen}")
        return seen

    def lives(self):
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def blocks(url, groundwork, demo):
    """What is to be pasted: its name, its lines, and a text that must appear at the end."""
    readme = Path("README.md").read_text()
    section = readme.split("in another terminal", 1)[1].split("\n## ", 1)[0]
    walkthrough = "".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL))
    walkthrough = walkthrough.replace("http://127.0.0.1:8080", url).replace("cargo run -q --", groundwork)
    # The last line prints the page for the talk, with the action item of the talk before.
    yield "README", walkthrough.splitlines(), "**Choosefivepeopletointerview**"
    printed = Path(demo).read_text().splitlines()
    yield "demo", [line for line in printed if re.match(r"export |    curl ", line)], '"name":"plan-not-ready"'


def main(url, groundwork, demo):
    for name, (command, status) in SHELLS.items():
        for source, lines, last in blocks(url, groundwork, demo):
            assert len(lines) > 8, (source, lines)
            shell = Shell(command, status)
            for line in filter(None, lines):
                seen = shell.paste(line)
                if REFUSED.search(seen):
                    sys.exit(f"{name} does not take this line of {source}: {line}\n{seen}")
            # The terminal breaks lines and moves the cursor.
            if last not in re.sub(r"\s|\x1b\[[0-9;?]*[A-Za-z]", "", seen):
                sys.exit(f"{name}: {source} ended with: {seen}")
            shell.end()
            print(f"{name}: {len(lines)} lines of {source}")


main(*sys.argv[1:])
