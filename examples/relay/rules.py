"""Who is told of which event, and how: the table to change or translate.

A person is told once of an event, by the first rule that fits, and never of what they did themselves. Other events are ignored.
Who acts for the manager, by a relation, is told with the managers.
"""

from typing import NamedTuple


class Rule(NamedTuple):
    who: str  # roles, as in `Relay.roles`
    at_once: bool  # or in the digest of the day
    text: str


NOW, DIGEST = True, False

# To a manager, `feedback.requested` says that a plan was shared.
RULES = {
    "plan.shared": [Rule("acting", NOW, "{owner} has shared a career plan, and you are acting manager")],
    "plan.agreement_given": [Rule("awaited", NOW, "It is your turn to agree to {plan}")],
    "plan.agreed": [Rule("owner managers", DIGEST, "{plan} is agreed")],
    "plan.earlier_revisions_asked": [Rule("owner", NOW, "Choose how much of {plan} your new manager may read")],
    "plan.completed": [Rule("owner managers", DIGEST, "{plan} is completed")],
    "plan.archived": [Rule("owner managers", DIGEST, "{plan} is archived")],
    "plan.ended": [Rule("owner", NOW, "{plan} has ended: complete or renew it")],
    "plan.stale": [Rule("owner", DIGEST, "There has been no progress on {plan} for a while")],
    "feedback.requested": [Rule("reviewer", NOW, "{owner} asks you for feedback on a career plan")],
    "feedback_request.due": [Rule("reviewer", NOW, "Your feedback on {plan} is due today")],
    "feedback.submitted": [Rule("owner", DIGEST, "{actor} has given feedback on {plan}")],
    "feedback.acknowledged": [Rule("author", DIGEST, "{owner} has acknowledged your feedback")],
    "action_item.created": [Rule("owner responsible", DIGEST, "An action item was added to {plan}")],
    "action_item.taken_over": [Rule("owner", DIGEST, "Your manager has taken over support that was promised to you")],
    "action_item.declined": [Rule("owner", DIGEST, "Support that was promised to you was declined")],
    "action_item.completed": [Rule("owner managers", DIGEST, "An action item of {plan} is done")],
    "action_item.blocked": [Rule("owner managers", DIGEST, "An action item of {plan} is blocked")],
    "action_item.due_soon": [Rule("responsible", DIGEST, "An action item of yours is due within a week")],
    "action_item.overdue": [Rule("responsible", DIGEST, "An action item of yours is overdue")],
    "discussion.planned": [Rule("owner managers", NOW, "A talk about {plan} is planned: {when}")],
    "discussion.changed": [Rule("owner managers", NOW, "The talk about {plan} has changed: {when}")],
    "discussion.due_soon": [Rule("owner managers", NOW, "The talk about {plan} is soon: {when}")],
    "discussion.cancelled": [Rule("owner managers", NOW, "The talk about {plan} is cancelled: {when}")],
    "discussion.taken_over": [Rule("owner", NOW, "Your manager has taken over the talk about {plan}: {when}")],
    "discussion.held": [Rule("owner managers", DIGEST, "The talk about {plan} was held")],
    "comment.created": [
        Rule("mentioned", NOW, "{actor} mentions you in a comment"),
        Rule("owner", DIGEST, "{actor} has commented on {plan}"),
    ],
    "proposal.created": [Rule("owner", NOW, "{actor} proposes a development action to you")],
    "proposal.accepted": [Rule("author", DIGEST, "{owner} has accepted your proposal")],
    "proposal.declined": [Rule("author", DIGEST, "{owner} has declined your proposal")],
}
# Of a date of a cycle: who has that still to do.
CYCLE_RULES = {
    "cycle.prepare_due_soon": "Career plans of {cycle} are to be ready by {by}",
    "cycle.share_due_soon": "Please share your career plan of {cycle} by {by}",
    "cycle.respond_due_soon": "Your response to career plans of {cycle} is due by {by}",
    "cycle.discuss_due_soon": "Please talk about the career plans of {cycle} by {by}",
}
AUTHORED = ("feedback.submitted", "proposal.created")  # whose authors are told of later events about the same subject
ENDING = ("deleted", "withdrawn", "cancelled")  # after which earlier events about the same subject are not told
