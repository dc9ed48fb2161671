"""Makes the chart's README of its values and their comments; with --check, tells whether it is up to date."""

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

With `--set database.mode=embedded,replicaCount=1` it needs no PostgreSQL, but a volume; with
`--set bundledPostgresql.enabled=true` it brings a PostgreSQL to try things out with, and nothing else.

- **Secrets** stay where they are: values name them, or what the External Secrets operator is to fetch.
- **Updates** lose no request: the schema is brought up to date first, by a job, which suits the release before as well;
  each pod is replaced once the new one is ready, and takes requests until balancers know (`drainTime`).
- **Values that make no sense** are refused, with what to do instead.

This page is made of `values.yaml` by `scripts/judges/chart_readme.py`."""


def documented(text):
    """What the comments say: ("##", title), or (path of the value, description)."""
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
    told = []
    for path, description in documented(text):
        if path == "##":
            lines += [f"\n## {description}\n", "| value | default | what it is |", "|---|---|---|"]
            continue
        default = values
        for key in path:
            default = default[key]
        told.append(path)
        shown = "" if default in ("", {}, []) else f"`{default if isinstance(default, str) else json.dumps(default)}`"
        lines.append(f"| `{'.'.join(path)}` | {shown} | {description} |")
    silent = [path for path in leaves(values) if not any(path[: len(known)] == known for known in told)]
    if silent:
        sys.exit(f"values.yaml says nothing of {', '.join('.'.join(path) for path in silent)}")
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
        sys.exit("helm/groundwork/README.md is not what values.yaml says: run scripts/judges/chart_readme.py")
