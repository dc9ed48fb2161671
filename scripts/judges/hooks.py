"""Hooks for Schemathesis: what not to generate."""

import schemathesis


# Generated values of these end a scenario at once: an unknown cursor, a version that does not exist, and a key used before,
# which replays the response of an earlier scenario whose resource has been deleted since.
@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta.phase.name == "stateful":
        for values, name in ((case.query, "cursor"), (case.headers, "If-Match"), (case.headers, "Idempotency-Key")):
            if values:
                values.pop(name, None)
