"""Who is told of the dates of a cycle: the people who have not done yet what a date asks for."""

from datetime import UTC, date, datetime

DATES = {
    "cycle.prepare_due_soon": "prepare_by",
    "cycle.share_due_soon": "share_by",
    "cycle.respond_due_soon": "respond_by",
    "cycle.discuss_due_soon": "discuss_by",
}


class Cycles:
    """Asks the API. `managers_of(owner)` has the ids of those who lead the talks with an owner."""

    def __init__(self, api, managers_of):
        self.api, self.managers_of = api, managers_of

    def of(self, event, kind):
        """The cycle and the day that is near. None if the cycle is closed or deleted, or the day has passed or moved away."""
        cycle = self.api.get("cycles", event["data"]["cycle_id"])
        if not cycle or cycle["status"] != "open":
            return None
        by, told_on = date.fromisoformat(cycle[DATES[kind]]), datetime.fromisoformat(event["time"]).date()
        return (cycle, by) if datetime.now(UTC).date() <= by and (by - told_on).days <= 7 else None

    def concerned(self, kind, cycle):
        """The ids of the people who have something left to do, with the plans that it is about."""
        people = {}
        plans = self.api.pages("plans", cycle_id=cycle["id"])
        if kind in ("cycle.prepare_due_soon", "cycle.share_due_soon"):
            owners = {plan["owner_id"] for plan in plans}
            everyone = (each["person_id"] for each in self.api.pages("cycles", cycle["id"], "participants"))
            return {person: [] for person in everyone if person not in owners}
        for plan in plans:
            for person in self.left(kind, plan):
                people.setdefault(person, []).append(plan["id"])
        return people

    def is_left(self, kind, cycle, person, plans):
        """Whether that is still so, when the message is sent."""
        if not plans:
            return not self.api.pages("plans", cycle_id=cycle["id"], owner_id=person)
        return any(plan and person in self.left(kind, plan) for plan in (self.api.get("plans", id) for id in plans))

    def left(self, kind, plan):
        """Those who have something left to do about a shared plan."""
        if plan["status"] not in ("shared", "agreed"):
            return set()
        if kind == "cycle.respond_due_soon":
            requests = self.api.pages("plans", plan["id"], "feedback-requests")
            return {each["reviewer_id"] for each in requests if each["status"] == "open"}
        if any(talk["status"] == "held" for talk in self.api.pages("plans", plan["id"], "discussions")):
            return set()
        return {plan["owner_id"]} | self.managers_of(self.api.get("people", plan["owner_id"]))
