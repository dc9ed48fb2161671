"""Writes a file of rules for promtool: reads manifests of the chart, and writes its alerts and a recording rule for each query
of the dashboard."""

import json
import sys

import yaml

manifests = {manifest["kind"]: manifest for manifest in yaml.safe_load_all(sys.stdin)}
dashboard = json.loads(manifests["ConfigMap"]["data"]["groundwork.json"])
shown = [
    {
        "record": f"dashboard:panel{panel['id']}:{target['refId']}",
        "expr": target["expr"].replace("$__rate_interval", "5m"),
    }
    for panel in dashboard["panels"]
    for target in panel["targets"]
]
groups = manifests["PrometheusRule"]["spec"]["groups"]
json.dump({"groups": [*groups, {"name": "dashboard", "rules": shown}]}, sys.stdout)
