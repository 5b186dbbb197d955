"""How many actions were open at the end of each month, and how many would have been if every target had been kept. No Django."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

DONE, REOPENED = "done", "reopened"


@dataclass(frozen=True, slots=True)
class Course:
    """One action: the day it was set, its target, whether it is open today, and what befell it (day, DONE or REOPENED), in order."""

    set_on: date
    target_on: date
    is_open: bool
    moves: Sequence[tuple[date, str]] = ()

    def open_on(self, day: date) -> bool:
        """Whether it waited for its agency at the end of `day`."""
        if day < self.set_on:
            return False
        standing = self.began_open
        for on, move in self.moves:
            if on > day:
                break
            standing = move == REOPENED
        return standing

    @property
    def began_open(self) -> bool:
        """Whether it was open when it was set: one that came in as done was not, even if it was opened again later."""
        return self.moves[0][1] == DONE if self.moves else self.is_open


@dataclass(frozen=True, slots=True)
class Month:
    """The end of one month, or today: how many were open, and how many by their targets should have been."""

    day: date
    open: int
    planned: int


def months(courses: Sequence[Course], today: date, back: int = 12) -> list[Month]:
    """The end of each of the last months, and today; from the month before the first action was set, if that is later."""
    days = month_ends(today, back)
    first = min((each.set_on for each in courses), default=today)
    began = next((place for place, day in enumerate(days) if day >= first), len(days) - 1)
    return [month(courses, day) for day in days[max(0, began - 1) :]]


def month(courses: Sequence[Course], day: date) -> Month:
    """The counts at the end of one day."""
    planned = sum(each.set_on <= day < each.target_on and each.began_open for each in courses)
    return Month(day, sum(each.open_on(day) for each in courses), planned)


def month_ends(today: date, back: int) -> list[date]:
    """The last days of the `back` months before that of `today`, and `today`."""
    found = []
    for step in range(back, 0, -1):
        number = today.year * 12 + today.month - 1 - step
        year, month = divmod(number, 12)
        found.append(date(year, month + 1, calendar.monthrange(year, month + 1)[1]))
    return [*found, today]
