"""Reminders of what agencies were asked for, as the rule set wants them, and the step to the chair: each once for one date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.lifecycle import RequestStatus
from agencies.models import Request, User
from reviews.policy import Role
from reviews.regimes.chasing import Reminder, standing
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import KIND, officers, spoken
from reviews.stages import Stage
from scr_portal.lib.records import locked


def about(request: Request) -> str:
    """What letters about a request say that they are about."""
    return f"request-{request.pk}"


def answering(request: Request) -> list[User]:
    """Who answers for the return in the agency: its leads, the author, and the senior people while it waits for them.

    An agency without any of them is known to the board alone, so the business manager is told.
    """
    roles = [Role.AGENCY_LEAD, *([Role.AGENCY_SENIOR] if request.status == RequestStatus.WITH_SENIOR else [])]
    held = request.board.memberships.active().filter(role__in=roles, user__agency=request.agency_id)
    keys = {*held.values_list("user", flat=True), request.author_id}
    people = list(User.objects.filter(pk__in=keys - {None}, is_active=True).order_by("pk"))
    return people or officers(request.board, "manager")


@transaction.atomic
def remind(*, request: Request, today: date) -> int:
    """Queue what the rule set wants sent about one request by `today`; gives how many letters are new."""
    rules, queued = request.review.rules, 0
    wanted = standing(rules.reminders.requests, request.due_on, today, rules.calendar)
    if all(message.queued(key(request, reminder)) for reminder in wanted):
        return 0
    found = locked(request)
    if not found.awaited or found.due_on != request.due_on:
        return 0  # It was answered, or its date was moved, a moment ago.
    for reminder in wanted:
        people = answering(found) if reminder.to == "agency" else officers(found.board, reminder.to)
        new = sum(letter(found, reminder, person, today) for person in people)
        if new:
            facts = {"reminder": reminder.key, "to": reminder.to, "due": found.due_on, "letters": new}
            record(None, "request.escalated" if reminder.to == "chair" else "request.reminded", found, facts=facts)
        queued += new
    return queued


def key(request: Request, reminder: Reminder) -> str:
    """What the keys of a reminder's letters begin with: it is sent once for each date of a request."""
    return f"request:{request.pk}:{request.due_on}:{reminder.key}:"


def letter(request: Request, reminder: Reminder, person: Any, today: date) -> bool:
    """Queue one letter; a link and a reference, and not even the agency's name: a school's says where a child is."""
    review, due = request.review, request.due_on
    was = "was due on" if due < today else "is due on"
    if reminder.to == "agency":
        link = reverse("agencies.request.show", args=[request.pk])
        text = f"The return that your agency is asked for in {review.ref} {was} {spoken(due)}.\n\nIf your agency needs more time, holds nothing, or will not answer, say so there: "
    else:
        link = reverse("agencies.request.of_review", args=[review.ref])
        text = f"A return asked for in {review.ref} {was} {spoken(due)} and has not come, although the agency was reminded. You may wish to speak to its board member.\n\nWhat was asked, and when it was chased: "
    return message.queue(
        key=f"{key(request, reminder)}{person.pk}", kind=KIND, about=about(request),
        subject=f"{review.board}: a return {was} {spoken(due)}, {review.ref}", text=f"{text}{settings.SITE_URL}{link}{message.FOOT}",
        to=person, board=review.board,
    )  # fmt: skip


SUBJECTS = {
    "asked": "a return is asked for",
    "refused": "a request was refused",
    "withdrawn": "a request is withdrawn",
    "more-time": "more time is asked for",
    "more-time-answered": "your request for more time was answered",
}


def write(
    request: Request, people: Iterable[Any], what: str, said: str, *, of_review: bool = False, once: str = ""
) -> None:
    """Queue a letter about a request to each of `people`: one of SUBJECTS, a sentence with {ref}, and a link.

    `once` tells letters of one kind about one request apart; `of_review` links to the requests of the whole review.
    """
    review = request.review
    path = (
        reverse("agencies.request.of_review", args=[review.ref])
        if of_review
        else reverse("agencies.request.show", args=[request.pk])
    )
    for person in people:
        message.queue(
            key=f"request:{request.pk}:{what}{once}:{person.pk}", kind="request", about=about(request), to=person, board=review.board,
            subject=f"{review.board}: {SUBJECTS[what]}, {review.ref}",
            text=f"{said.format(ref=review.ref)}{settings.SITE_URL}{path}{message.FOOT}",
        )  # fmt: skip


def remind_all() -> int:
    """Remind of every return that is awaited; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    rows = Request.objects.awaited().exclude(review__stage=Stage.CLOSED)
    return sum(remind(request=request, today=today) for request in rows.select_related("review__board").order_by("pk"))
