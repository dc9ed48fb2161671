"""Generates the chart's README from the comments in its values; with --check, fails if it is out of date."""

import json
import re
import sys
from pathlib import Path

import yaml

chart = Path(__file__).resolve().parents[2] / "helm/groundwork"
INTRODUCTION = """\
# groundwork

{description}. Version {version}, for Kubernetes 1.27 or newer and Helm 4.

```sh
kubectl create secret generic groundwork-database --from-literal=database-url=postgres://USER:PASSWORD@HOST/NAME
helm install groundwork helm/groundwork --set image.repository=REGISTRY/groundwork \\
    --set database.existingSecret=groundwork-database --set auth.issuer=https://ISSUER
```

With `--set database.mode=embedded,replicaCount=1` it needs a volume but no PostgreSQL. With
`--set bundledPostgresql.enabled=true` it runs a PostgreSQL of its own, for evaluation only.

- **Secrets** are not part of the values: they refer to existing Secrets, or to a store of the External Secrets operator.
- **Updates** lose no request: first a job migrates the schema, which the previous release continues to work with. Then
  each pod is replaced when its successor is ready, and keeps accepting requests until load balancers notice (`drainTime`).
- **Invalid combinations of values** are rejected, with what to do instead.

`scripts/judges/chart_readme.py` generates this page from `values.yaml`."""


def documented(text):
    """Yields ("##", title) for a table, and (path, description) for a value."""
    path, comment = [], []
    for line in text.splitlines():
        key = re.match(r"( *)([\w.]+):", line)
        if line.startswith("## "):
            yield "##", line[3:]
        elif line.lstrip().startswith("# -- "):
            comment = [line.lstrip()[5:]]
        elif comment and line.lstrip().startswith("# "):
            comment.append(line.lstrip()[2:])
        elif key:
            path = [*path[: len(key[1]) // 2], key[2]]
            if comment:
                yield tuple(path), " ".join(comment)
            comment = []


def page():
    about = yaml.safe_load((chart / "Chart.yaml").read_text())
    text = (chart / "values.yaml").read_text()
    values = yaml.safe_load(text)
    lines = [INTRODUCTION.format(**about)]
    described = []
    for path, description in documented(text):
        if path == "##":
            lines += [f"\n## {description}\n", "| value | default | what it sets |", "|---|---|---|"]
            continue
        default = values
        for key in path:
            default = default[key]
        described.append(path)
        shown = "" if default in ("", {}, []) else f"`{default if isinstance(default, str) else json.dumps(default)}`"
        lines.append(f"| `{'.'.join(path)}` | {shown} | {description} |")
    missing = [path for path in leaves(values) if not any(path[: len(known)] == known for known in described)]
    if missing:
        sys.exit(f"values.yaml does not describe {', '.join('.'.join(path) for path in missing)}")
    return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n")) + "\n"


def leaves(values, path=()):
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        (chart / "README.md").write_text(page())
    elif (chart / "README.md").read_text() != page():
        sys.exit("helm/groundwork/README.md is out of date: run scripts/judges/chart_readme.py")
