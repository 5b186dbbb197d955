"""Reminders of policies that are due for review: one letter for each person and date, with a link and nothing else."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from findings.models import Policy
from findings.services.action_reminder import of_agency
from findings.services.policy import KIND, about
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import spoken
from scr_portal.lib.records import locked


@transaction.atomic
def remind(*, policy: Policy, today: date) -> int:
    """Tell the leads of the agency whose policy it is, or the business manager, that it is due; gives how many letters are new."""
    key = f"policy:{policy.pk}:{policy.review_on}:"
    if message.queued(key) or not (found := locked(policy)).overdue(today):
        return 0
    link = settings.SITE_URL + reverse("findings.policy.review", args=[found.pk])
    text = f"A policy was due for review on {spoken(found.review_on or today)}. Say that it was looked at, and when it is due again: {link}"
    queued = sum(
        message.queue(
            key=f"{key}{person.pk}", kind=KIND, about=about(found), to=person, board=found.board,
            subject=f"{found.board}: a policy is due for review", text=text + message.FOOT,
        )
        for person in of_agency(found, Role.AGENCY_LEAD)
    )  # fmt: skip
    if queued:
        record(None, "policy.reminded", found, facts={"due": found.review_on, "letters": queued})
    return queued


def remind_all() -> int:
    """Remind of every policy that is due by today; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    due = Policy.objects.due(today).select_related("board", "agency").order_by("pk")
    return sum(remind(policy=each, today=today) for each in due)
