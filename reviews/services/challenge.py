"""Challenges to a decision and re-referrals, and the chair's answer."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.clocks import spoken
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Challenge, Decision
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def add(*, by: Any, decision: Decision, values: dict[str, Any]) -> Challenge:
    """Record who holds that the decision is wrong, or referred the case again, and why."""
    check(by, "review.challenge", decision.review)
    if not decision.made:
        raise Refused("There is no decision yet that could be challenged.")
    if decision.decided_on and values["received_on"] < decision.decided_on:
        raise Refused(
            f"The decision was made on {spoken(decision.decided_on)}: what arrived before it was no challenge to it. Check the day."
        )
    made = Challenge.objects.create(decision=decision, recorded_by=by, **values)
    record(by, "challenge.added", made, facts={"kind": made.kind})
    return made


@transaction.atomic
def answer(*, by: Any, challenge: Challenge, values: dict[str, Any]) -> Challenge:
    """The chair's answer. Where the case is looked at again, the review goes back to screening; the old decision stays on
    record beside the new one."""
    check(by, "review.decide", challenge.review)
    if locked(challenge).answer:
        raise Refused("This was answered already; the answer stays as it is.")
    if values["answer"] == Challenge.Answer.AGAIN:
        REVIEW_LIFECYCLE.advance(challenge.review, "look_again", by=by)
    found, _ = changed(challenge, {**values, "answered_by": by, "answered_on": timezone.localdate()})
    record(by, "challenge.answered", found, facts={"answer": found.answer})
    return found
