"""Reminders of members' statements that were asked for and not given."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from findings.models import MemberStatement
from findings.services.statement import write
from reviews.clocks import spoken
from reviews.regimes.chasing import standing
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import locked


@transaction.atomic
def remind(*, statement: MemberStatement, today: date) -> int:
    """Queue what the report's rule set wants sent by `today`, as of requests; gives how many letters are new."""
    found, queued = locked(statement), 0
    rules, due_on = found.report.rules, found.due_on
    wanted = [
        each
        for each in standing(rules.reminders.requests, due_on, today, rules.calendar)
        if not message.queued(f"statement:{found.pk}:{due_on}:{each.key}:")
    ]
    if found.text or not wanted:
        return 0
    were = "was due on" if due_on < today else "is due on"
    for reminder in wanted:
        people = None if reminder.to == "agency" else officers(found.board, reminder.to)
        said = f"The statement of {found.agency.label} for the annual report {were} {spoken(due_on)}, and has not come."
        queued += write(found, f"{due_on}:{reminder.key}", said, people)
    if queued:
        facts = {"due": due_on, "reminders": [each.key for each in wanted], "letters": queued}
        record(None, "statement.reminded", found, facts=facts)
    return queued


def remind_all() -> int:
    """Remind of every statement that was asked for and has not come; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    rows = MemberStatement.objects.awaited().select_related("report__board", "agency").order_by("pk")
    return sum(remind(statement=each, today=today) for each in rows)
