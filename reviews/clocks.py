"""Deadlines as arithmetic: what is due when, counted on which calendar, and how to say so. Pure: knows no Django.

The rules of the count, in one place:

- The trigger day is day 0. A clock of length 0 ends on the trigger day itself, working day or not: nothing is counted.
- Working days are Monday to Friday without the bank holidays of the calendar; the trigger may be any day, and the first
  working day after it is day 1.
- Months keep the day of the month, and stop at the last day of a shorter one (31 January and a month: 28 or 29
  February).
- A clock in days or months that ends on a weekend or a bank holiday stays there. The law moves no such date, so nor do
  we; `arithmetic` says it aloud, so that nobody finds an office shut on the day.
"""

from __future__ import annotations

import calendar as months
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from reviews.bank_holidays import CALENDARS, check_calendar, holiday_name, working_days

Unit = Literal["working_days", "days", "months"]
Status = Literal["running", "due-soon", "overdue", "met", "met-late", "extended"]

UNITS: dict[str, tuple[str, str]] = {
    "working_days": ("working day", "working days"),
    "days": ("calendar day", "calendar days"),
    "months": ("month", "months"),
}
DUE_SOON = 3  # working days left, at which a running clock starts to call


@dataclass(frozen=True, slots=True)
class ClockState:
    """Where a clock stands on a day. `due` is the date that counts now: an approved extension if there is one.

    `days_left` are calendar days and `working_days_left` working days from today to `due`, negative once it has passed
    and 0 when the clock has been met. `first_due` is the date before any extension.
    """

    due: date
    status: Status
    days_left: int
    working_days_left: int
    first_due: date

    @property
    def extended(self) -> bool:
        """Whether an extension has moved the date."""
        return self.due != self.first_due


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a date was reached: the days passed over, and the count in sentences for the page."""

    trigger: date
    due: date
    length: int
    unit: Unit
    calendar: str
    weekend_days: int
    bank_holidays: tuple[tuple[date, str], ...]
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.lines)


def due(trigger: date, *, length: int, unit: Unit, calendar: str = "england-and-wales") -> date:
    """The date on which a clock of `length` `unit` ends that starts on `trigger` (day 0).

    Raises TypeError for what is not a plain date or a whole number; ValueError for an unknown unit or calendar, a
    negative length (`before` counts backwards), and a count that leaves the years whose bank holidays are known.
    """
    _check(trigger, length, unit, calendar)
    if unit == "working_days":
        return _step(trigger, length, calendar)
    return _plain(trigger, length, unit)


def before(day: date, *, length: int, unit: Unit, calendar: str = "england-and-wales") -> date:
    """The latest day from which `length` `unit` still fit before `day`: "at least 7 working days before publication".

    Working days: the answer is a working day, and `due` from it ends on `day`, or on the last working day before
    `day` where `day` is none. Months keep the day of the month, or stop at the end of a shorter one. Length 0 is
    `day` itself. Raises what `due` raises.
    """
    _check(day, length, unit, calendar)
    if unit == "working_days":
        return _step_back(day, length, calendar)
    return _plain(day, -length, unit)


def is_working_day(day: date, calendar: str = "england-and-wales") -> bool:
    """Whether `day` is Monday to Friday and no bank holiday of the calendar."""
    _check(day, 0, "working_days", calendar)
    return day.weekday() < 5 and holiday_name(day, calendar) is None


def working_days_between(start: date, end: date, calendar: str = "england-and-wales") -> int:
    """How many working days lie after `start` up to and including `end`; negative when `end` comes first."""
    _check(start, 0, "working_days", calendar)
    _check(end, 0, "working_days", calendar)
    if end < start:
        return -working_days_between(end, start, calendar)
    count = -bisect_right(working_days(calendar, start.year), start)
    count += sum(len(working_days(calendar, year)) for year in range(start.year, end.year))
    return count + bisect_right(working_days(calendar, end.year), end)


def state(
    due_on: date,
    today: date,
    *,
    met_on: date | None = None,
    extended_to: date | None = None,
    calendar: str = "england-and-wales",
    due_soon: int = DUE_SOON,
) -> ClockState:
    """Where a clock that ends on `due_on` stands `today`.

    An extension counts only if it is later than `due_on` (a corrected trigger may have moved the clock past it). A
    `met_on` later than today has not happened yet: the clock still runs. The clock calls ("due-soon") when no more than
    `due_soon` working days are left. Raises TypeError for what is not a plain date.
    """
    for day in filter(None, (due_on, today, met_on, extended_to)):
        _check(day, 0, "working_days", calendar)
    ends = max(due_on, extended_to or due_on)
    if met_on is not None and met_on <= today:
        return ClockState(ends, "met" if met_on <= ends else "met-late", 0, 0, due_on)
    left = working_days_between(today, ends, calendar)
    status: Status = "extended" if ends != due_on else "running"
    if today > ends:
        status = "overdue"
    elif left <= due_soon:
        status = "due-soon"
    return ClockState(ends, status, (ends - today).days, left, due_on)


def arithmetic(
    trigger: date, *, length: int, unit: Unit, calendar: str = "england-and-wales", back: bool = False
) -> Arithmetic:
    """The count behind `due`, or with `back` behind `before`, told in sentences. Raises what `due` raises."""
    if back:
        ends = before(trigger, length=length, unit=unit, calendar=calendar)
        passed_over = [ends + timedelta(n) for n in range(1, (trigger - ends).days)]
    else:
        ends = due(trigger, length=length, unit=unit, calendar=calendar)
        passed_over = [trigger + timedelta(n) for n in range(1, (ends - trigger).days)]
    off = passed_over if unit == "working_days" else []
    weekend = sum(day.weekday() > 4 for day in off)
    passed = tuple((day, name) for day in off if day.weekday() < 5 and (name := holiday_name(day, calendar)))
    lines = [
        f"{'Counted back from' if back else 'Day 0 is'} {spoken(trigger)}.",
        f"{length} {UNITS[unit][length != 1]} {'earlier' if back else 'later'} is {spoken(ends)}.",
        *_passed_over(weekend, passed, calendar),
        *_notes(trigger, ends, unit, calendar),
    ]
    if back and length and unit == "working_days" and not is_working_day(trigger, calendar):
        lines.insert(1, "That is not a working day, so the count starts from the last working day before it.")
    return Arithmetic(trigger, ends, length, unit, calendar, weekend, passed, tuple(lines))


@dataclass(frozen=True, slots=True)
class Counted:
    """One day of a count: which number it got, or why it was not counted."""

    day: date
    number: int | None
    why: str = ""


def day_by_day(told: Arithmetic) -> tuple[Counted, ...]:
    """Every day that a count of working days went over, from its trigger; nothing for months and calendar days, which
    pass over no day."""
    if told.unit != "working_days":
        return ()
    step, number, found = (1 if told.due >= told.trigger else -1), 0, []
    if step < 0 and not is_working_day(told.trigger, told.calendar):
        number = -1  # Counted back, day 0 is the last working day before.
    else:
        found.append(Counted(told.trigger, 0))
    for n in range(1, abs((told.due - told.trigger).days) + 1):
        day = told.trigger + timedelta(days=n * step)
        why = holiday_name(day, told.calendar) or ("weekend" if day.weekday() > 4 else "")
        number += not why
        found.append(Counted(day, None if why else number, why))
    return tuple(found)


def spoken(day: date) -> str:
    """A date as it is written on the pages: "Monday 4 May 2026"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _passed_over(weekend: int, passed: tuple[tuple[date, str], ...], calendar: str) -> list[str]:
    lines = []
    if weekend:
        lines.append(f"Not counted: {weekend} weekend {'day' if weekend == 1 else 'days'}.")
    if passed:
        names = "; ".join(f"{name} ({spoken(day)})" for day, name in passed)
        lines.append(f"Not counted, bank holidays in {CALENDARS[calendar][0]}: {names}.")
    return lines


def _notes(trigger: date, ends: date, unit: Unit, calendar: str) -> list[str]:
    lines = []
    if unit == "months" and ends.day != trigger.day:
        lines.append(f"{ends:%B} has no day {trigger.day}, so the count stops at the last day of the month.")
    if unit != "working_days" and (ends.weekday() > 4 or holiday_name(ends, calendar)):
        why = holiday_name(ends, calendar) or "a weekend"
        lines.append(f"That is not a working day ({why}). A count in {UNITS[unit][1]} stays on its date.")
    return lines


def _plain(day: date, length: int, unit: Unit) -> date:
    try:
        if unit == "days":
            return day + timedelta(days=length)
        year, month = divmod(day.year * 12 + day.month - 1 + length, 12)
        return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        raise ValueError(
            f"The count of {abs(length)} {unit} from {day} leaves the calendar: check the date and the length."
        ) from None


def _step(day: date, length: int, calendar: str) -> date:
    if not length:
        return day
    year, index = day.year, bisect_right(working_days(calendar, day.year), day) + length - 1
    while index >= len(working_days(calendar, year)):
        index -= len(working_days(calendar, year))
        year += 1
    return working_days(calendar, year)[index]


def _step_back(day: date, length: int, calendar: str) -> date:
    if not length:
        return day
    year, index = day.year, bisect_right(working_days(calendar, day.year), day) - 1 - length
    while index < 0:
        year -= 1
        index += len(working_days(calendar, year))
    return working_days(calendar, year)[index]


def _check(day: date, length: int, unit: str, calendar: str) -> None:
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TypeError(f"A clock counts from a date without a time of day; {day!r} is not one. Pass .date() of it.")
    if isinstance(length, bool) or not isinstance(length, int):
        raise TypeError(f"A clock's length is a whole number; {length!r} is not one.")
    if length < 0:
        raise ValueError(f"A clock's length cannot be negative ({length}); use before() to count backwards.")
    if unit not in UNITS:
        raise ValueError(f"{unit!r} is not a unit of a clock; use one of {', '.join(UNITS)}.")
    check_calendar(calendar)
