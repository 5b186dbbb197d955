"""Reminders of recommendations that agencies have not answered: one letter for each agency, review and date."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.models import Agency
from findings.models import AgencyResponse
from findings.models.recommendation import ANSWERABLE
from findings.services.agency_response import answering, write
from reviews.clocks import spoken
from reviews.models import Review
from reviews.regimes.chasing import standing
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import locked


@transaction.atomic
def remind(*, review: Review, agency: Agency, due_on: date, today: date) -> int:
    """Queue what the rule set wants sent by `today` about answers due on a day; gives how many letters are new.

    The rule set's reminders of requests hold for these too: an agency is asked for something by a day in both.
    """
    rules, queued = review.rules, 0
    wanted = [
        reminder
        for reminder in standing(rules.reminders.requests, due_on, today, rules.calendar)
        if not message.queued(f"response:{review.pk}:{agency.pk}:{due_on}:{reminder.key}:")
    ]
    if not wanted or not awaited(locked(review), agency, due_on).exists():
        return 0
    for reminder in wanted:
        people = answering(review, agency) if reminder.to == "agency" else officers(review.board, reminder.to)
        were = "were due on" if due_on < today else "are due on"
        said = f"Answers to recommendations of {review.ref} {were} {spoken(due_on)}, and not all have come."
        queued += write(
            review, people, f"{agency.pk}:{due_on}:{reminder.key}", "recommendations wait for answers", said
        )
    if queued:
        facts = {"agency": agency.pk, "due": due_on, "reminders": [each.key for each in wanted], "letters": queued}
        record(None, "response.reminded", review, facts=facts)
    return queued


def awaited(review: Review, agency: Agency, due_on: date) -> Any:
    """The answers of an agency to a review's recommendations that are due on a day and have not come."""
    waiting = AgencyResponse.objects.filter(answers=0, due_on=due_on, agency=agency)
    return waiting.filter(recommendation__review=review, recommendation__review__stage__in=ANSWERABLE)


def remind_all() -> int:
    """Remind of every answer that was asked for and has not come; safe to run twice, at once, or days late."""
    today, seen = timezone.localdate(), set()
    rows = AgencyResponse.objects.filter(
        answers=0, due_on__isnull=False, recommendation__review__stage__in=ANSWERABLE
    ).select_related("recommendation__review__board", "agency")
    queued = 0
    for row in rows.order_by("pk"):
        key = (row.review.pk, row.agency_id, row.due_on)
        if key not in seen and row.due_on:
            seen.add(key)
            queued += remind(review=row.review, agency=row.agency, due_on=row.due_on, today=today)
    return queued
