"""Test data for the compatibility check: writes copies of the OpenAPI document with changes that are known to break clients,
and one that does not."""

import copy
import json
import sys
from pathlib import Path

released, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])


def write(name, change):
    document = copy.deepcopy(released)
    change(document["paths"], document["components"]["schemas"])
    (folder / f"{name}.json").write_text(json.dumps(document, indent=2))


def add(paths, schemas):
    schemas["Plan"]["properties"]["mood"] = {"type": "string"}
    schemas["CreatePlan"]["properties"]["mood"] = {"type": "string", "maxLength": 20}
    paths["/v1/moods"] = {"get": {**paths["/v1/plans"]["get"], "operationId": "list_moods"}}


def require(paths, schemas):
    schemas["CreatePlan"]["properties"]["mood"] = {"type": "string", "maxLength": 20}
    schemas["CreatePlan"]["required"].append("mood")


write("compatible", add)
write("breaking-path", lambda paths, _: paths.pop("/v1/plans/{plan_id}/withdraw"))
write("breaking-method", lambda paths, _: paths["/v1/plans/{plan_id}"].pop("delete"))
write("breaking-answer", lambda _, schemas: schemas["Plan"]["properties"].pop("title"))
write("breaking-field", lambda _, schemas: schemas["CreatePlan"]["properties"].pop("ends_on"))
write("breaking-requirement", require)
