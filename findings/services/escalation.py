"""Sending a recommendation to a national body, writing again, and recording what it answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import Escalation, Recommendation
from findings.models.recommendation import AFTER_SIGN_OFF
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


def bodies(review: Review) -> list[str]:
    """The national bodies that a recommendation of a review can be sent to: the rule set's own, then the board's list."""
    named = [review.rules.national_body.name, *review.board.national_bodies.splitlines()]
    return [*dict.fromkeys(name.strip() for name in named if name.strip())]


def happened(on: date) -> None:
    """Pass for a day that has come, or raise Refused."""
    if on > timezone.localdate():
        raise Refused("That day has not come yet: record it when it has been done.")


@transaction.atomic
def send(
    *, by: Any, recommendation: Recommendation, body: str, why: str, sent_on: date, reference: str = ""
) -> Escalation:
    """Record that a recommendation was sent to a national body, and why it cannot be met here.

    Raises Refused before sign-off, for a day to come, and for a body that has it already.
    """
    check(by, "escalation.send", recommendation)
    if recommendation.review.stage not in AFTER_SIGN_OFF:
        raise Refused("A recommendation is sent on once the report has been signed off.")
    happened(sent_on)
    if recommendation.escalations.filter(body=body).exists():
        raise Refused("That body has this recommendation already: record that you wrote to it again.")
    made = Escalation.objects.create(
        recommendation=recommendation, body=body, why=why, reference=reference, sent_on=sent_on, written_on=sent_on,
        sent_by=by,
    )  # fmt: skip
    record(by, "escalation.sent", made, why=why, facts={"body": body, "on": sent_on})
    return made


@transaction.atomic
def chase(*, by: Any, escalation: Escalation, written_on: date) -> Escalation:
    """Record that the body was written to again; from that day on its silence is counted anew, its age is not."""
    check(by, "escalation.send", escalation)
    happened(written_on)
    found = locked(escalation)
    if found.answered_on is not None:
        raise Refused("This body has answered: there is nothing to write again about.")
    if written_on <= found.written_on:
        raise Refused("It was written to on that day or later already: give the day of your new letter.")
    found, _ = changed(found, {"written_on": written_on, "chased": found.chased + 1})
    record(by, "escalation.chased", found, facts={"on": written_on})
    return found


@transaction.atomic
def answer(
    *, by: Any, escalation: Escalation, outcome: str, answer: str, answered_on: date, seen_version: int | None = None
) -> Escalation:
    """Record what the body answered; a fuller answer later takes its place, and the first stays in the history."""
    check(by, "escalation.send", escalation)
    happened(answered_on)
    if answered_on < escalation.sent_on:
        raise Refused("The answer cannot be older than the letter: check the day.")
    said = {"outcome": outcome, "answer": answer, "answered_on": answered_on, "answer_recorded_by": by}
    found, _ = changed(escalation, said, seen_version=seen_version)
    record(by, "escalation.answered", found, why=answer, facts={"outcome": outcome, "on": answered_on})
    return found
