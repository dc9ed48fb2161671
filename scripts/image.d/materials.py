"""Completes the image's bill of materials. Keeps those crates of cargo-cyclonedx's output (a file) that Cargo links (standard
input: name and version, one crate a line), and adds the Debian packages of the image (a folder with its files)."""

import json
import sys
from pathlib import Path

bill, files, linked = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]), set(sys.stdin.read().splitlines())


def called(component):
    return f"{component['name']} {component['version']}"


crates = [crate for crate in bill["components"] if called(crate) in linked]
# The program is not a component: the bill describes it.
if missing := sorted(linked - {called(crate) for crate in [*crates, bill["metadata"]["component"]]}):
    sys.exit(f"the bill of materials lacks {', '.join(missing)}")

packages = []
for package in sorted((files / "var/lib/dpkg/status.d").iterdir()):
    fields = dict(line.split(": ", 1) for line in package.read_text().splitlines() if ": " in line and line[0] != " ")
    name, version = fields["Package"], fields["Version"]
    address = f"pkg:deb/debian/{name}@{version}?arch={fields['Architecture']}&distro=bookworm"
    packages.append({"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address})

bill["components"] = crates + packages
kept = {component["bom-ref"] for component in [*bill["components"], bill["metadata"]["component"]]}
bill["dependencies"] = [
    {**dependency, "dependsOn": [needed for needed in dependency.get("dependsOn", []) if needed in kept]}
    for dependency in bill["dependencies"]
    if dependency["ref"] in kept
]
json.dump(bill, sys.stdout, indent=1)
print(f"{len(crates)} crates, {len(packages)} Debian packages", file=sys.stderr)
