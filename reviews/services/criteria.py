"""Answering the criteria, recommending to the chair, deciding."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews import conflicts
from reviews.access import check
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import CriterionAnswer, Decision, Meeting, Review
from reviews.services.events import record
from reviews.services.milestone import set_milestone
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale, changed

OPEN = (Stage.SCREENING, Stage.INFORMATION)
IN_THE_CHAIRS_PLACE = "somebody else must decide in the chair’s place"
IN_THE_MANAGERS_PLACE = "somebody else must refer it to the chair"


@transaction.atomic
def answer(
    *, by: Any, review: Review, criterion: str, values: dict[str, Any], seen_version: int | None = None
) -> CriterionAnswer:
    """Answer one criterion of the review's rule set. Raises Refused once the chair was asked to decide, Stale as `changed` does."""
    check(by, "review.screen", review)
    if review.stage not in OPEN:
        raise Refused("The criteria went to the chair for decision, so their answers stay as they are.")
    if criterion not in {known.key for known in review.rules.criteria}:
        raise Refused("That criterion is not in this review’s rule set.")
    found = CriterionAnswer.objects.filter(review=review, criterion=criterion).first()
    if found is None:
        found = CriterionAnswer.objects.create(review=review, criterion=criterion, answered_by=by, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, {**values, "answered_by": by}, seen_version=seen_version)
    record(by, "criterion.answered", found, facts={"criterion": criterion, "answer": found.answer})
    return found


@transaction.atomic
def recommend(*, by: Any, review: Review, values: dict[str, Any]) -> Decision:
    """Refer the case to the chair with a recommendation; every criterion must have its answer.

    Raises Refused for the recommendation of a meeting that was not quorate or whose minutes are still open, and for who
    declared a conflict of interest in this case.
    """
    if conflicts.reading(by, review):
        raise Refused(f"You declared a conflict of interest in this case, so {IN_THE_MANAGERS_PLACE}.")
    found = REVIEW_LIFECYCLE.advance(review, "refer_for_decision", by=by)
    stands(values.get("meeting"), values["recommended_outcome"])
    decision = Decision.objects.create(review=found, recommended_by=by, **values)
    facts = {"outcome": decision.recommended_outcome, "meeting": decision.meeting_id}
    record(by, "decision.recommended", decision, facts=facts)
    return decision


def stands(meeting: Meeting | None, outcome: str) -> None:
    """Pass when a meeting may be given as the source of a recommendation."""
    if meeting is None:
        return
    if not meeting.finished_on:
        raise Refused("Close the minutes of that meeting first.")
    if meeting.recommended_outcome != outcome:
        raise Refused("That meeting recommended something else: choose what it recommended, or leave the meeting out.")
    standing = meeting.standing()
    if not standing.quorate:
        raise Refused(f"{standing.sentence} Its recommendation does not stand: {meeting.review.rules.quorum.sentence}")


@transaction.atomic
def decide(*, by: Any, review: Review, values: dict[str, Any]) -> Decision:
    """The chair's decision; the record is frozen with it, and the review goes on or closes.

    Raises Refused for a chair who declared a conflict of interest in this case.
    """
    decision = review.decisions.filter(decided_on__isnull=True).first()
    if decision is None:
        raise Refused("There is no recommendation waiting for a decision.")
    if conflicts.deciding(by, review):
        raise Refused(f"You declared a conflict of interest in this case, so {IN_THE_CHAIRS_PLACE}.")
    outcome = next(known for known in review.rules.outcomes if known.code == values["outcome"])
    REVIEW_LIFECYCLE.advance(review, "decide_to_review" if outcome.commissions else "decide_not_to_review", by=by)
    decision, _ = changed(decision, {**values, "decided_by": by, "decided_on": timezone.localdate()})
    set_milestone(review, "decided", timezone.localdate(), by)
    record(by, "decision.made", decision, facts={"outcome": decision.outcome, "agreement": decision.agreement})
    return decision


@transaction.atomic
def ask_again(*, by: Any, review: Review, why: str) -> Review:
    """The chair wants more before deciding: back to screening, the recommendation stays on record as withdrawn."""
    found = REVIEW_LIFECYCLE.advance(review, "ask_again", by=by)
    waiting = found.decisions.filter(decided_on__isnull=True).first()
    if waiting is not None:
        changed(
            waiting, {"outcome": "withdrawn", "rationale": why, "decided_by": by, "decided_on": timezone.localdate()}
        )
    record(by, "decision.deferred", found, why=why)
    return found
