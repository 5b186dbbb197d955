"""The demonstration's past: each step is taken on its own day, through the same verbs as any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone


@contextmanager
def on(day: date, at: str = "10:30") -> Iterator[None]:
    """Within the block it is `day` at `at` o'clock in this process; clocks, histories and events follow.

    Only the demonstration may do this: it fills an empty database before anybody is served.
    """
    moment = timezone.make_aware(datetime.combine(day, time.fromisoformat(at)))
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real


def ago(days: int) -> date:
    """The working day that lies about `days` days before the real today (after it when negative), whatever `on` says."""
    day = timezone.localdate(datetime.now(UTC)) - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))
