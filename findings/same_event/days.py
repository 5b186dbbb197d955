"""The days that an account speaks of beside its own: "yesterday", "on Saturday", "fall 4 Feb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BEFORE = re.compile(
    r"\b(?:yesterday|last night|overnight|previous (?:day|evening|night)|night before|the early hours of)\b"
)
NAMED = re.compile(r"\b(?:on |last |early hours of )?(" + "|".join(WEEKDAYS) + r")\b(?! (?:clinic|week))")
WRITTEN = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?("
    + "|".join(MONTHS)
    + r")[a-z]*\b|\b(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?\b"
)
# One word at least of every text that names a day is like this.
CLUE = re.compile(
    r"yesterday|night|previous$|early$|" + "|".join(WEEKDAYS) + "|^(?:" + "|".join(MONTHS) + r")|\d[/.]\d"
)
LOOKS_BACK = 14


def spoken_of(text: str, own: date) -> frozenset[date]:
    """The days up to two weeks before `own` that `text` names, a weekday read as the last one before."""
    return frozenset(day for day in named(text.lower(), own) if timedelta(0) < own - day <= timedelta(LOOKS_BACK))


def named(low: str, own: date) -> Iterator[date]:
    """Every day that stands in a text in small letters, read from the day on which it was written."""
    if BEFORE.search(low):
        yield own - timedelta(1)
    for found in NAMED.finditer(low):
        back = (own.weekday() - WEEKDAYS.index(found[1])) % 7
        yield own - timedelta(back)
    for found in WRITTEN.finditer(low):
        month = MONTHS.index(found[2]) + 1 if found[2] else int(found[4])
        try:
            written = date(own.year, month, int(found[1] or found[3]))
        except ValueError:
            continue
        yield written if written <= own else written.replace(year=own.year - 1, day=min(written.day, 28))


@lru_cache(maxsize=60_000)
def near_word(word: str) -> bool:
    """Whether a text with this word may name a day."""
    return bool(CLUE.search(word))
