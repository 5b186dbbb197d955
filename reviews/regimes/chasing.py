"""When a rule set wants a reminder sent, and to whom: so many days before or after a date. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reviews import clocks

WHEN, WHOM = ("before", "after"), ("agency", "manager", "chair")


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: `days` (counted in `unit`) before or after the date, to whoever answers for it there."""

    key: str
    when: str
    days: int
    to: str
    unit: str = "working_days"


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is sent about the date of a request, and about the date of a clock of the review."""

    requests: tuple[Reminder, ...] = ()
    clocks: tuple[Reminder, ...] = ()


NO_REMINDERS = Reminders()


def day_of(reminder: Reminder, due: date, calendar: str) -> date:
    """The day on which a reminder of the date `due` is sent; nought days are the date itself."""
    if not reminder.days:
        return due
    count = clocks.before if reminder.when == "before" else clocks.due
    unit: Any = reminder.unit  # One of the units of the clocks: the rule set was checked when it was read.
    return count(due, length=reminder.days, unit=unit, calendar=calendar)


def standing(reminders: Iterable[Reminder], due: date, today: date, calendar: str) -> list[Reminder]:
    """What ought to have been sent by `today`: for each addressee the latest that has come, earliest first.

    A day on which nothing could be sent is made up for by the reminder that fits today, never by several at once; what
    is said before a date is not said after it.
    """
    latest: dict[str, tuple[date, Reminder]] = {}
    for reminder in reminders:
        on = day_of(reminder, due, calendar)
        stale = reminder.when == "before" and today > due
        if on <= today and not stale and (reminder.to not in latest or on > latest[reminder.to][0]):
            latest[reminder.to] = (on, reminder)
    return [reminder for _, reminder in sorted(latest.values(), key=lambda each: (each[0], each[1].key))]
