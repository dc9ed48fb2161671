"""Writes a copy of an OpenAPI document without its texts and examples, which break no client: where they differ much, the
comparison takes one parameter for another. Bodies that the document only names (`x-also-takes`) are among the others: they
may not go away either.

bare.py FROM TO
"""

import json, sys
from pathlib import Path

TEXTS = {"description", "summary", "example", "examples"}
NAMES = {"properties", "schemas"}  # their keys are names, which may be called like texts


def bare(node, key=None):
    if isinstance(node, list):
        return [bare(item) for item in node]
    if isinstance(node, dict):
        return {name: bare(value, name) for name, value in node.items() if key in NAMES or name not in TEXTS}
    return node


source, target = sys.argv[1:]
document = bare(json.loads(Path(source).read_text()))
for operation in (operation for item in document["paths"].values() for operation in item.values()):
    if "x-also-takes" in operation:
        operation["requestBody"]["content"] |= operation.pop("x-also-takes")
Path(target).write_text(json.dumps(document, indent=2))
