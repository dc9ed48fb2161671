"""Lets Schemathesis send the bodies of an import, which are texts of their own kinds."""

import schemathesis


@schemathesis.serializer("text/csv", "application/x-ndjson")
def text(context, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode()}


# On the wire everything is a text, and the importer answers for each of its rows: a body of another type would
# arrive as a text whose rows fail, not as a request to be refused.
@schemathesis.hook.apply_to(path=["/v1/people/import", "/v1/action-items/progress/import"])
def filter_body(context, body):
    return isinstance(body, (str, bytes))


# Invented values of these stop a scenario before it begins: a cursor that no page gave, a version that never was, and
# a key that comes again, which replays the creation of an earlier scenario although its result has been deleted since.
@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta.phase.name == "stateful":
        for values, name in ((case.query, "cursor"), (case.headers, "If-Match"), (case.headers, "Idempotency-Key")):
            if values:
                values.pop(name, None)
