"""Checks the breaking changes of the OpenAPI document since the release, from a report of `redocly diff --format json`, against
the list of those that are meant, each with its reason. Fails for a change that is not listed and for an entry without a change."""

import json
import sys
from pathlib import Path

report, listed = (json.loads(Path(name).read_text()) for name in sys.argv[1:3])


def breaking(change):
    for verdict in change.get("verdicts", []):
        if verdict["impact"] == "major":
            pointer = (change.get("base") or change.get("revision") or {}).get("pointer", change["path"])
            yield (verdict["ruleId"], pointer), verdict["message"]


found = dict(pair for change in report["changes"] for pair in breaking(change))
meant = {(entry["rule"], pointer): entry["reason"] for entry in listed for pointer in entry["pointers"]}
assert all(meant.values()), "an exception without a reason"
for key in found.keys() - meant.keys():
    print(f"breaks clients: {found[key]}\n  rule {key[0]}, at {key[1]}")
for key in meant.keys() - found.keys():
    print(f"openapi/exceptions.json has an entry for what is no breaking change: rule {key[0]}, at {key[1]}")
sys.exit(found.keys() != meant.keys())
