"""How each partner voted."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.models import Meeting, Vote
from reviews.regimes import quorum
from reviews.services.events import record
from reviews.services.meeting import writable
from scr_portal.lib.records import Refused, Stale, changed


@transaction.atomic
def cast(*, by: Any, meeting: Meeting, partner: str, values: dict[str, Any], seen_version: int | None = None) -> Vote:
    """Record one partner's vote, over an earlier one. Raises Refused where the rule set gives it none."""
    writable(by, meeting)
    if partner not in {voter.key for voter in meeting.review.rules.voters}:
        raise Refused("That partner has no vote under this review’s rule set.")
    if not meeting.recommended_outcome:
        raise Refused("Write in the minutes what is recommended first: that is what the partners vote on.")
    permitted(meeting, partner, values)
    found = Vote.objects.filter(meeting=meeting, partner=partner).first()
    if found is None:
        found = Vote.objects.create(meeting=meeting, partner=partner, recorded_by=by, **values)
    elif seen_version is None:
        raise Stale(found)
    else:
        found, _ = changed(found, {**values, "recorded_by": by}, seen_version=seen_version)
    record(by, "vote.cast", found, facts={"partner": partner, "answer": found.answer}, review=meeting.review)
    return found


def permitted(meeting: Meeting, partner: str, values: dict[str, Any]) -> None:
    """Pass when the rule lets the partner give this vote; otherwise Refused says what keeps it."""
    if values["answer"] not in quorum.GIVEN:
        return
    rules, seats, written = meeting.review.rules, meeting.seats(), values["in_writing"]
    if quorum.may_vote(rules, partner, seats, in_writing=written):
        return
    if any(seat.partner == partner and seat.there for seat in seats):
        raise Refused(f"This partner’s members declared a conflict of interest. {rules.quorum.conflict}")
    if written:
        raise Refused("Under this rule set a partner that did not come cannot vote in writing.")
    raise Refused("Nobody of this partner was there: tick that the vote was given in writing, or record who came.")
