"""Moving a review from stage to stage, where nothing but the move itself is recorded."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Review
from reviews.services.events import record
from reviews.services.milestone import set_milestone

# Moves that are a button by themselves, and the dated fact that each leaves. The others belong to verbs of their own.
BUTTONS = {
    "gather": None,
    "commission": "commissioned",
    "release": None,
    "draft": None,
    "submit": "draft_shared",
    "close": "closed",
}


@transaction.atomic
def move(*, by: Any, review: Review, verb: str, why: str = "") -> Review:
    """Make one of the moves of BUTTONS. Raises MoveRefused with the sentence of what stands in the way."""
    if verb not in BUTTONS:
        raise LookupError(f"{verb!r} is not a button.")
    found = REVIEW_LIFECYCLE.advance(review, verb, by=by)
    if event := BUTTONS[verb]:
        set_milestone(found, event, timezone.localdate(), by)
    record(by, f"review.{verb}", found, why=why, facts={"stage": found.stage})
    return found
