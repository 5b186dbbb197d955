"""What agencies do differently some months after a session: what they answer when they are asked."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import Practice
from reviews.access import check
from reviews.services import message
from reviews.services.events import record
from scr_portal.lib.records import changed

KIND = "practice"


def about(practice: Practice) -> str:
    """What the letters of one question say that they are about."""
    return f"practice-{practice.pk}"


@transaction.atomic
def answer(*, by: Any, practice: Practice, values: dict[str, Any], seen_version: int | None = None) -> Practice:
    """An agency says what it does differently; it may say so again, and the earlier words stay in the history."""
    check(by, "learning.answer", practice)
    said = {**values, "answered_on": timezone.localdate(), "answered_by": by}
    found, _ = changed(practice, said, seen_version=seen_version, by=by)
    message.call_off(about=about(found))
    record(by, "practice.answered", found, facts={"differs": found.differs})
    return found
