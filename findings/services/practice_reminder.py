"""Asks the agencies that came to a session, on the day that its course sets, what they do differently since."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency
from findings.models import Practice, TrainingSession
from findings.services.action_reminder import of_agency
from findings.services.practice import KIND, about
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import spoken
from scr_portal.lib.records import locked

# How long an agency has for its answer.
LONG = timedelta(days=28)


@transaction.atomic
def ask(*, session: TrainingSession, today: date) -> int:
    """Ask every agency that came and was not asked yet, once the day has come; gives how many letters are new."""
    found, letters = locked(session), 0
    if found.ask_on > today:
        return 0
    came = Agency.objects.filter(attendees__session=found).exclude(practice__session=found).distinct()
    asked = [
        Practice.objects.create(session=found, agency=each, asked_on=today, answer_by=today + LONG) for each in came
    ]
    if asked:
        letters = sum(write(each) for each in asked)
        record(None, "practice.asked", found, facts={"agencies": [each.agency_id for each in asked], "letters": letters})  # fmt: skip
    return letters


def write(practice: Practice) -> int:
    """Queue the letters of one question, to the leads of its agency; gives how many are new."""
    board = practice.board
    link = settings.SITE_URL + reverse("findings.practice.answer", args=[practice.pk])
    text = f"Your agency took part in training. Three questions, two minutes: say by {spoken(practice.answer_by)} what it does differently since: {link}"
    return sum(
        message.queue(
            key=f"practice:{practice.pk}:{person.pk}", kind=KIND, about=about(practice), to=person, board=board,
            subject=f"{board}: what has changed since the training?", text=text + message.FOOT,
        )
        for person in of_agency(practice, Role.AGENCY_LEAD)
    )  # fmt: skip


def remind_all() -> int:
    """Ask about every session whose day has come; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    sessions = TrainingSession.objects.unasked(today).select_related("course__board").order_by("pk")
    return sum(ask(session=each, today=today) for each in sessions)
