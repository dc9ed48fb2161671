"""The README's walkthrough, by the client that openapi-python-client makes: from a blank page to the manager's
response. Takes the address of a demo and the tokens of Clara, of Mei, her manager, and of a service that imports."""

import sys
from io import BytesIO

from groundwork_client import AuthenticatedClient
from groundwork_client.api.action_items import create_action_item
from groundwork_client.api.feedback import create_feedback, list_feedback, submit_feedback
from groundwork_client.api.people import import_people
from groundwork_client.api.plans import create_plan, read_plan, read_questionnaire, read_readiness, share_plan, update_plan
from groundwork_client.models import (
    Assessment,
    Commitment,
    CreateActionItem,
    CreateFeedback,
    CreatePlan,
    FeedbackStatus,
    GiveAnswer,
    GiveAnswers,
    Horizon,
    ImportResult,
    LongTermObjective,
    ObjectiveKind,
    ObjectiveVerdicts,
    Problem,
    ShortTermObjective,
    Support,
    SupportDecision,
    UpdatePlan,
    Verdict,
)
from groundwork_client.types import File

base_url, *tokens = sys.argv[1:]
clara, mei, service = (AuthenticatedClient(base_url=base_url, token=token) for token in tokens)

questionnaire = read_questionnaire.sync(client=clara)
assert len(questionnaire.questions) == 8

plan = create_plan.sync(client=clara, body=CreatePlan(title="From researcher to lead"))
too_early = share_plan.sync_detailed(plan.id, client=clara)
assert too_early.status_code == 409, too_early
assert isinstance(too_early.parsed, Problem)
assert too_early.parsed.type_ == "/problems/plan-not-ready"
assert too_early.parsed.findings[0].message

update_plan.sync(
    plan.id,
    client=clara,
    body=UpdatePlan(
        answers=GiveAnswers(
            mission_statement="Let products be shaped by the people who use them",
            values=[GiveAnswer(name="Curiosity", aligned_with=[Horizon.LONG_TERM])],
            motivators=[GiveAnswer(name="Open questions", aligned_with=[Horizon.SHORT_TERM])],
            short_term_objective=ShortTermObjective(
                summary="Lead the research of one product",
                kind=ObjectiveKind.CURRENT_ROLE_PLUS,
                detail="Plan and run its studies",
            ),
            long_term_objective=LongTermObjective(summary="Build a research department"),
            strengths=[GiveAnswer(name="Listening")],
            development_areas=[GiveAnswer(name="Saying no", aligned_with=[Horizon.SHORT_TERM])],
        )
    ),
)
item = create_action_item.sync(
    plan.id, client=clara, body=CreateActionItem(title="Run the spring study", advances=[Horizon.SHORT_TERM])
)
assert read_readiness.sync(plan.id, client=clara).ready
share_plan.sync(plan.id, client=clara)

assert read_plan.sync(plan.id, client=mei).answers.long_term_objective.summary == "Build a research department"
feedback = create_feedback.sync(
    plan.id,
    client=mei,
    body=CreateFeedback(
        summary="Gladly.",
        objectives=ObjectiveVerdicts(
            short_term=Verdict(
                reasonable=Assessment.YES, achievable=Assessment.PARTLY, comment="With a smaller study first"
            )
        ),
        support=[
            Support(
                action_item_id=item.id,
                decision=SupportDecision.SUPPORTED,
                commitment=Commitment(title="Free one day a week"),
            )
        ],
    ),
)
submit_feedback.sync(feedback.id, client=mei)

(response,) = list_feedback.sync(plan.id, client=clara).items
assert response.status == FeedbackStatus.SUBMITTED
assert response.objectives.short_term.achievable == Assessment.PARTLY
assert response.support[0].commitment.title == "Free one day a week"

rows = b"external_id,user_name,display_name\nE9001,nia.hughes,Nia Hughes\n"
imported = import_people.sync(client=service, body=File(payload=BytesIO(rows)))
assert isinstance(imported, ImportResult), imported
assert imported.created == 1
