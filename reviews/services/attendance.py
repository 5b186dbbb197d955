"""Who came to a meeting, for whom, and with which conflict of interest."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from reviews.models import Attendance, Meeting
from reviews.services.events import record
from reviews.services.meeting import writable
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def add(*, by: Any, meeting: Meeting, values: dict[str, Any]) -> Attendance:
    """Record somebody's attendance. Raises Refused for a person who is on the list already."""
    writable(by, meeting)
    once(meeting, values.get("user"))
    made = Attendance.objects.create(meeting=meeting, **values)
    facts = {"way": made.way, "partner": made.partner, "conflict": bool(made.conflict)}
    record(by, "attendance.added", made, facts=facts, review=meeting.review)
    return made


@transaction.atomic
def write(*, by: Any, attendance: Attendance, values: dict[str, Any], seen_version: int | None = None) -> Attendance:
    """Change what is recorded of somebody's attendance, such as a conflict that was declared at the meeting."""
    writable(by, attendance.meeting)
    once(attendance.meeting, values.get("user"), besides=attendance)
    found, differing = changed(attendance, values, seen_version=seen_version)
    facts = {"fields": differing, "conflict": bool(found.conflict)}
    record(by, "attendance.written", found, facts=facts, review=found.meeting.review)
    return found


def once(meeting: Meeting, user: Any, besides: Attendance | None = None) -> None:
    """Pass when nobody else's line names the same account."""
    others = meeting.attendance.exclude(pk=besides.pk) if besides else meeting.attendance
    if user is not None and others.filter(user=user).exists():
        raise Refused(f"{user} is on the list of this meeting already: change that line instead.")
