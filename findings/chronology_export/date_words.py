"""The Date column: the agency's own words where these alone read to the entry's date, else the date in full."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time
from typing import Any

from agencies.chronology.dates import read_date
from agencies.chronology.grid import clean
from agencies.chronology.passed import DITTO, EXAMPLE
from agencies.chronology.shapes import FuzzyDate

UNDATED = "Undated"


def date_cell(entry: Any, written: str, today: date) -> tuple[str, str]:
    """What stands in the Date column, and the agency's words where something else has to stand there.

    `written` is the entry's date text as it may be shown. Whoever reads the first of the two finds the days, the
    precision and the certainty of the entry again; it is never blank, because a blank cell takes the date above it.
    """
    words = clean(written)
    if words and stands_alone(words) and all(same(read_date(words, today=day), entry) for day in (today, None)):
        return words, ""
    return in_full(entry), words


def stands_alone(words: str) -> bool:
    """Whether words mean the same wherever they stand: "as above" leans on a row, several lines are several dates."""
    return "\n" not in words and not DITTO.match(words) and not EXAMPLE.match(words)


def same(found: FuzzyDate, entry: Any) -> bool:
    """Whether a date that was read is the entry's. A time that it does not give stands in the column of times."""
    days = (found.date_from, found.date_to, found.precision) == (entry.date_from, entry.date_to, entry.precision)
    sure = entry.date_from is None or found.certain == entry.certain
    carried = any(problem.kind == "ditto" for problem in found.problems)
    times = ((found.time, entry.time), (found.end_time, entry.end_time))
    return days and sure and not carried and all(read in {None, clock(kept)} for read, kept in times)


def in_full(entry: Any) -> str:
    """The entry's date in words that read back to it: "27 March 2019", "about March 2019", "3 May 2019 to 9 May 2019"."""
    first, last = entry.date_from, entry.date_to
    if first is None or last is None:
        return UNDATED
    whole_month = (first, last) == (first.replace(day=1), first.replace(day=monthrange(first.year, first.month)[1]))
    if entry.precision == "day" and first == last:
        words = long_day(first)
    elif entry.precision == "month" and whole_month:
        words = f"{first:%B %Y}"
    elif entry.precision == "year" and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        words = str(first.year)
    else:
        words = f"{long_day(first)} to {long_day(last)}"
    return words if entry.certain else f"about {words}"


def long_day(day: date) -> str:
    """27 March 2019."""
    return f"{day.day} {day:%B %Y}"


def clock(at: time | None) -> str:
    """14:05; nothing for None."""
    return f"{at:%H:%M}" if at else ""
