"""One date in a text: its place, the days it allows and what is wrong with it; and how its numbers are read."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from agencies.chronology.calendar_words import MONTHS
from agencies.chronology.shapes import Problem

EARLIEST = 1900
FAR = 2044  # the last year that is kept as it is written where it lies in the future, with two digits or four
IMPOSSIBLE = "“{}” is not a day that exists: check it and write the day that is meant."
MONTH_FIRST = "“{}” cannot be day first. Say whether this file writes the month first, or correct the date."
YEAR = "The year in “{}” cannot be right: check it."


@dataclass(frozen=True, slots=True)
class Atom:
    """One date that stands in a text: where, the days it allows, how precise it is, and what is wrong with it."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    order: str | None = None
    vague: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How numbers are read: which order, and the year after which nothing can have happened."""

    order: str = "DMY"
    latest: int | None = None

    def year(self, text: str, words: str) -> tuple[int | None, tuple[Problem, ...]]:
        """A year of two or four digits. Two digits belong to this century unless that lies in the future."""
        digits = text.strip("'’")
        number = int(digits)
        if len(digits) == 2:
            present = self.latest if self.latest is not None else 2040
            if 2000 + number <= present + 1:
                return 2000 + number, ()
            if 2000 + number <= FAR:  # 28 typed for 18 is likelier than a birth in 1928: a person must say.
                return 2000 + number, (Problem("year", YEAR.format(words)),)
            return 1900 + number, ()
        highest = (self.latest if self.latest is not None else 2098) + 1
        if len(digits) != 4 or not EARLIEST <= number <= highest:
            kept = number if highest < number <= FAR else None
            return kept, (Problem("year", YEAR.format(words)),)
        return number, ()


MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![A-Za-z])\.?"
YEAR4 = r"(?:1[0-9]|2[0-9])\d{2}"
YEARS = rf"(?:{YEAR4}|['’]?\d{{2}})(?!\d|:\d|\.\d\d\b|[ap]m\b|\s*hrs)"
GAP = r"[\s./,\-]*"
Maker = Callable[[re.Match[str], Reading], "Atom | None"]


class Forms(list[tuple[re.Pattern[str], Maker]]):
    """Written forms of dates with what makes an atom of each, in the order in which they are tried."""

    def form(self, pattern: str) -> Callable[[Maker], Maker]:
        """Add the maker of one written form."""

        def added(maker: Maker) -> Maker:
            self.append((re.compile(pattern, re.IGNORECASE), maker))
            return maker

        return added


def problem(match: re.Match[str], kind: str, sentence: str) -> Atom:
    """An atom that allows no day, because of what is wrong with it."""
    return Atom(
        match.start(), match.end(), None, None, "unknown", problems=(Problem(kind, sentence.format(match[0].strip())),)
    )


def on_day(match: re.Match[str], year: str, month: int, day: int, reading: Reading, order: str | None = None) -> Atom:
    """One day, or what is wrong with it."""
    number, problems = reading.year(year, match[0].strip())
    if number is None:
        return Atom(match.start(), match.end(), None, None, "unknown", order, problems=problems)
    try:
        found = date(number, month, day)
    except ValueError:
        return problem(match, "impossible", IMPOSSIBLE)
    return Atom(match.start(), match.end(), found, found, "day", order, problems=problems)


def over(
    match: re.Match[str],
    first: date,
    last: date,
    precision: str,
    vague: bool = False,
    problems: tuple[Problem, ...] = (),
) -> Atom:
    """Several days."""
    return Atom(match.start(), match.end(), first, last, precision, None, vague, problems)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
