"""Reminders of a review's clocks, as its rule set wants them: each once for one date, into the outbox."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from reviews.models import Board, Membership, Review
from reviews.policy import Role
from reviews.regimes.chasing import Reminder, standing
from reviews.services import message
from reviews.services.events import record
from reviews.services.milestone import RunningClock, running_clocks
from reviews.stages import Stage
from scr_portal.lib.records import locked

# Whom the rule sets' words mean on a board. The chair is told together with who can do something about it.
OFFICERS = {"manager": (Role.BUSINESS_MANAGER,), "chair": (Role.BOARD_CHAIR, Role.BUSINESS_MANAGER)}
KIND = "reminder"


def officers(board: Board, to: str) -> list[Any]:
    """Those who hold the roles of `to` ("manager", "chair") on the whole board today."""
    held = Membership.objects.active().filter(board=board, review__isnull=True, role__in=OFFICERS[to])
    return list(get_user_model().objects.filter(pk__in=held.values("user")).order_by("pk"))


def spoken(day: date) -> str:
    """A day as letters write it: 24 November 2026."""
    return f"{day.day} {day:%B %Y}"


@transaction.atomic
def remind(*, review: Review, today: date) -> int:
    """Queue what the rule set wants sent about the review's clocks by `today`; gives how many letters are new."""
    queued = 0
    wanted = [pair for pair in due_now(review, today) if not message.queued(key(review, *pair))]
    for clock, reminder in wanted:
        people = officers(locked(review).board, reminder.to)
        new = sum(letter(review, clock, reminder, person, today) for person in people)
        if new:
            facts = {"clock": clock.rule.key, "reminder": reminder.key, "due": clock.state.due, "letters": new}
            record(None, "clock.reminded", review, facts=facts)
        queued += new
    return queued


def due_now(review: Review, today: date) -> Iterator[tuple[RunningClock, Reminder]]:
    """The clocks that are not met, each with what ought to have been sent about it by `today`."""
    rules = review.rules
    for clock in running_clocks(review, today):
        if clock.state.status not in {"met", "met-late"} and clock.rule.rule == "by":
            for reminder in standing(rules.reminders.clocks, clock.state.due, today, rules.calendar):
                yield clock, reminder


def key(review: Review, clock: RunningClock, reminder: Reminder) -> str:
    """What the keys of a reminder's letters begin with: it is sent once for each date of a clock."""
    return f"clock:{review.pk}:{clock.rule.key}:{clock.state.due}:{reminder.key}:"


def letter(review: Review, clock: RunningClock, reminder: Reminder, person: Any, today: date) -> bool:
    """Queue one letter about one clock; gives whether it is new."""
    due, board = clock.state.due, review.board
    link = settings.SITE_URL + reverse("reviews.clock.list", args=[review.ref])
    ran = f"ran out on {spoken(due)}" if due < today else f"runs out on {spoken(due)}"
    text = f"A clock of {review.ref} {ran}. What it is, how it was counted and how to move it: {link}" + message.FOOT
    return message.queue(
        key=f"{key(review, clock, reminder)}{person.pk}", kind=KIND, about=f"review-{review.pk}", text=text, to=person,
        subject=f"{board}: a clock {ran}, {review.ref}", board=board,
    )  # fmt: skip


def remind_all() -> int:
    """Remind of every open review's clocks; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    going = (
        Review.objects.exclude(stage=Stage.CLOSED)
        .select_related("board")
        .prefetch_related("milestones", "clock_slips", "decisions")
        .order_by("pk")
    )
    return sum(remind(review=review, today=today) for review in going)
