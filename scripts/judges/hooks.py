"""Hooks for Schemathesis: how to send the bodies of imports, and what not to generate."""

import schemathesis


@schemathesis.serializer("text/csv", "application/x-ndjson")
def text(context, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode()}


# The body of an import is text, and the response reports on each row. A generated body of another type would arrive as text
# with invalid rows, and not be rejected as Schemathesis expects.
@schemathesis.hook.apply_to(path=["/v1/people/import", "/v1/action-items/progress/import"])
def filter_body(context, body):
    return isinstance(body, (str, bytes))


# Generated values of these end a scenario at once: an unknown cursor, a version that does not exist, and a key used before,
# which replays the response of an earlier scenario whose resource has been deleted since.
@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta.phase.name == "stateful":
        for values, name in ((case.query, "cursor"), (case.headers, "If-Match"), (case.headers, "Idempotency-Key")):
            if values:
                values.pop(name, None)
