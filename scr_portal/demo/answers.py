"""The published review's recommendations: what agencies answered, how the board judged it, what went to a national body."""

from __future__ import annotations

from typing import Any

from findings.models import AgencyResponse, Recommendation
from findings.services import agency_response, escalation
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

# (number, who answers, days ago, answer, what the agency will do, reason)
GIVEN = (
    (1, "childrens-social-care.lead", 405, "accepted", "The front door’s form asks for earlier contacts, and opens a call when there is one.", ""),
    (1, "school.senior", 400, "accepted", "One page for each child with every contact on it, and a second lead who reads it each Friday.", ""),
    (1, "police.lead", 398, "in_part", "Officers add their number to a notice.", "Ringing after each second notice is more than the hub’s officers can do."),
    (1, "police.senior", 340, "accepted", "Officers add their number to a notice, and the hub rings when it has sent two.", ""),
    (2, "childrens-social-care.lead", 404, "accepted", "A genogram is drawn at the first visit and stands on the record’s first page.", ""),
    (2, "health-visiting.senior", 396, "in_part", "The household page is asked at every visit and turns red after six months.", "What other services know of adults cannot be kept in our record."),
    (2, "police.senior", 12, "accepted", "Checks on adults of the household are part of every strategy discussion.", ""),
)  # fmt: skip
# (number, agency, days ago, verdict, reason)
JUDGED = (
    (
        1,
        "childrens-social-care",
        370,
        "acceptable",
        "It does what was recommended, and the board can see whether it is used.",
    ),
    (1, "school", 370, "exceeds", "A second reader was not asked for."),
    (1, "police", 370, "unacceptable", "A number that nobody rings makes no conversation."),
    (1, "police", 330, "acceptable", "The hub rings by itself now, which is what was asked."),
    (2, "childrens-social-care", 370, "acceptable", "As recommended."),
    (
        2,
        "health-visiting",
        370,
        "alternative",
        "The page asks the family instead of other services, and meets the same need.",
    ),
)


def answered(cast: Cast, made: list[Recommendation]) -> None:
    """Asked, answered, judged; one agency is late with its last answer, and a national body has not answered."""
    review = made[0].review
    review.refresh_from_db()
    with on(ago(415)):
        agency_response.ask(by=cast["manager"], review=review, due_on=ago(387))
    lines: list[Any] = [*GIVEN, *JUDGED]
    for number, who, days, *words in sorted(lines, key=lambda each: -each[2]):
        found = Recommendation.objects.get(pk=made[number - 1].pk)
        with on(ago(days)):
            if who in cast.people:
                said = dict(zip(("answer", "undertaking", "reason"), words, strict=True))
                agency_response.give(by=cast[who], recommendation=found, **said)
            else:
                judged = AgencyResponse.objects.get(recommendation=found, agency=cast.agencies[who])
                agency_response.judge(by=cast["chair"], response=judged, verdict=words[0], reason=words[1])
    sent_on(cast, made[2])


def sent_on(cast: Cast, recommendation: Recommendation) -> None:
    """What is not in local gift: one body was written to twice and is silent, another has answered."""
    manager, found = cast["manager"], Recommendation.objects.get(pk=recommendation.pk)
    why = "A duty to notify can only be laid down in law."
    panel, department = escalation.bodies(found.review)[:2]
    with on(ago(405)):
        first = escalation.send(
            by=manager, recommendation=found, body=panel, why=why, sent_on=ago(405), reference="WSP/24/117"
        )
        second = escalation.send(by=manager, recommendation=found, body=department, why=why, sent_on=ago(405))
    with on(ago(250)):
        escalation.answer(
            by=manager, escalation=second, outcome="in_part", answered_on=ago(252),
            answer="The Department will consult on guidance, and does not plan a duty in law.",
        )  # fmt: skip
    with on(ago(120)):
        escalation.chase(by=manager, escalation=first, written_on=ago(120))
