"""Where actions stand, asked of the database for thousands of them at once: the twin of findings.standing_of_actions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from findings.lifecycle import ActionStatus
from findings.standing_of_actions import Standing
from reviews.models import Board

BOARD = "recommendation__review__board"


def standing_case(today: date, milestones: Any) -> Case:
    """The standing of each action on `today`, as an expression; `milestones` are all there are. Reads the boards' days."""
    done = {
        Standing.NOT_ASSURED: Q(status=ActionStatus.CLAIMED_DONE),
        Standing.RETEST_DUE: Q(status__in=(ActionStatus.ASSURED, ActionStatus.CLOSED), retest_on__lte=today),
        Standing.ASSURED: Q(status=ActionStatus.ASSURED),
        Standing.IMPACT_SHOWN: Q(status=ActionStatus.CLOSED),
    }
    missed = milestones.filter(action=OuterRef("pk"), done_on__isnull=True, due_on__lt=today)
    going = {
        Standing.OVERDUE: Q(target_on__lt=today),
        Standing.NOT_DUE: Q(start_on__gt=today),
        Standing.BEHIND: Exists(missed),
    }
    whens = [When(condition, then=Value(standing.value)) for standing, condition in {**done, **going}.items()]
    return Case(
        *whens, *by_days_of_boards(today), default=Value(Standing.ON_TRACK.value), output_field=CharField(max_length=20)
    )


def by_days_of_boards(today: date) -> list[When]:
    """Stalled and due soon, for each pair of days that boards have chosen: there are few."""
    chosen: dict[tuple[int, int], list[int]] = {}
    for pk, quiet, soon in Board.objects.order_by("pk").values_list("pk", "quiet_days", "due_soon_days"):
        chosen.setdefault((quiet, soon), []).append(pk)
    stalled, due_soon = [], []
    for (quiet, soon), boards in chosen.items():
        here = Q(**{f"{BOARD}__in": boards}) if len(chosen) > 1 else Q()
        stalled.append(When(here & silent_since(today - timedelta(days=quiet)), then=Value(Standing.STALLED.value)))
        near = Q(target_on__lte=today + timedelta(days=soon))
        due_soon.append(When(here & near, then=Value(Standing.DUE_SOON.value)))
    return [*stalled, *due_soon]


def silent_since(day: date) -> Q:
    """Those last heard of on `day` or before: by a report, or else by the day on which they started or were set."""
    next_day = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    never = Q(last_word_on__isnull=True)
    return (
        Q(last_word_on__lte=day)
        | (never & Q(start_on__lte=day))
        | (never & Q(start_on__isnull=True, created_at__lt=next_day))
    )
