"""Calling a meeting, minuting it, and closing its minutes."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.access import check
from reviews.models import Meeting, Review
from reviews.restrictions import MEETINGS
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


def writable(by: Any, meeting: Meeting) -> None:
    """Pass while a meeting can be written to; raises Refused once its minutes are closed, or for who declared a conflict
    of interest in the case where the rule set keeps them out."""
    check(by, "review.convene", meeting.review)
    if meeting.closed_to(by):
        raise Refused(f"You declared a conflict of interest in this case. {meeting.review.rules.quorum.conflict}")
    if meeting.finished_on:
        raise Refused(
            "The minutes of this meeting are closed, so they stay as they are. Record what is new at another meeting."
        )


@transaction.atomic
def call(*, by: Any, review: Review, values: dict[str, Any]) -> Meeting:
    """Set a meeting up: its kind, day, place and agenda. Raises Refused while a restriction stops it."""
    check(by, "review.convene", review, deed=MEETINGS.get(values["kind"], ""), on=values["held_on"])
    made = Meeting.objects.create(review=review, **values)
    record(by, "meeting.called", made, facts={"kind": made.kind, "on": made.held_on})
    return made


@transaction.atomic
def write(*, by: Any, meeting: Meeting, values: dict[str, Any], seen_version: int | None = None) -> Meeting:
    """Change when and where it is, or its minutes. Raises Refused once they are closed, Stale as `changed` does."""
    writable(by, meeting)
    if values.keys() & {"kind", "held_on"}:
        kind, on = values.get("kind", meeting.kind), values.get("held_on", meeting.held_on)
        check(by, "review.convene", meeting.review, deed=MEETINGS.get(kind, ""), on=on)
    found, differing = changed(meeting, values, seen_version=seen_version)
    record(by, "meeting.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def finish(*, by: Any, meeting: Meeting) -> Meeting:
    """Close the minutes: from now on neither they, nor who came, nor the votes change."""
    writable(by, meeting)
    if meeting.held_on > timezone.localdate():
        raise Refused("This meeting has not been held yet: close its minutes when it has.")
    if not meeting.attendance.exists():
        raise Refused("Record who was there before you close the minutes.")
    if meeting.recommended_outcome and not meeting.votes.exists():
        raise Refused("Record how the partners voted on the recommendation before you close the minutes.")
    found, _ = changed(meeting, {"finished_on": timezone.localdate()})
    record(by, "meeting.finished", found, facts={"quorate": found.standing().quorate})
    return found
