"""Dates as evidence in the people register: the words as given, and the days that they allow."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from agencies.chronology.dates import read_date
from agencies.chronology.shapes import FuzzyDate

__all__ = ["FuzzyDate", "possible", "problem", "read", "split"]

# Words that leave the days open between two: fine for a person's date, though an entry would be asked about.
LOOSE = {"several-dates", "words"}


def read(text: str, day: date | None = None) -> FuzzyDate:
    """What `day`, or else the words `text`, say; no day at all for neither."""
    if day is not None:
        return FuzzyDate(f"{day.day} {day:%B %Y}", day, day, "day", certain=True)
    return read_date(text, today=timezone.localdate()) if text else FuzzyDate("")


def problem(found: FuzzyDate) -> str:
    """What is wrong with a date for the register, in one sentence; nothing for "about 1985" or "March 2019"."""
    wrong = [each for each in found.problems if each.kind not in LOOSE]
    if any(each.kind == "future" for each in wrong):
        return "That day has not come yet: check it."
    if wrong or found.date_from is None:
        return "Write a date, such as 27/3/2024, March 2019, 1985 or about 1985; leave it empty where nothing is known."
    return ""


def split(name: str, found: FuzzyDate | None) -> dict[str, object]:
    """The two columns of a person's date: `name`_on for one certain day, else `name`_text for the words."""
    if found is None:
        return {f"{name}_on": None, f"{name}_text": ""}
    exact = found.certain and found.date_from == found.date_to and not found.problems
    return {f"{name}_on": found.date_from if exact else None, f"{name}_text": "" if exact else found.text}


def possible(earlier: FuzzyDate, later: FuzzyDate) -> bool:
    """Whether the one can lie before the other or on the same day; what is not known can."""
    return earlier.date_from is None or later.date_to is None or earlier.date_from <= later.date_to
