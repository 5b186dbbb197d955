"""Why somebody reads, or does not read, one entry: their agency's own, released, and not on hold. Asks no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from agencies.lifecycle import RequestStatus
from agencies.models import Entry, Hold
from reviews.explain import Answer, no, on_request, on_review, released, yes


def reads(person: Any, held: Sequence[Any], entry: Entry, hold: Hold | None, today: date) -> Answer:
    """Whether `person`, who holds the memberships `held`, reads `entry`; `hold` is the one that stands on it."""
    own = on_request("request.write", person, held, entry.request, today) | on_request(
        "request.sign_off", person, held, entry.request, today
    )
    return own if own.may else merged(person, held, entry, hold, today)


def merged(person: Any, held: Sequence[Any], entry: Entry, hold: Hold | None, today: date) -> Answer:
    """Whether the person reads it in the merged chronology."""
    review = entry.review
    if entry.request.status != RequestStatus.RETURNED:
        return no("The agency has not signed its return off, so nobody outside it reads the entry.")
    found = on_review("chronology.prepare", person, held, review, today)
    if not found.may:
        found = on_review("chronology.see", person, held, review, today) & released(review)
    if hold is not None:
        found &= on_review("chronology.held", person, held, review, today) & yes(
            f"The entry is on hold ({hold.get_kind_display().lower()}), which their role may read."
        )
    return found
