"""Finds the dates in a text: every written form is tried, and no form twice on the same words."""

from __future__ import annotations

from datetime import date, timedelta

from agencies.chronology.date_atoms import Atom, Forms, Reading
from agencies.chronology.date_days import DAYS
from agencies.chronology.date_periods import PERIODS

FORMS = Forms([*DAYS, *PERIODS])


def week(first: date, ending: bool) -> tuple[date, date]:
    """The seven days of a week that begins, or ends, on a day."""
    return (first - timedelta(days=6), first) if ending else (first, first + timedelta(days=6))


def atoms(text: str, reading: Reading) -> list[Atom]:
    """Every date in `text`, in order; each stretch of the text belongs to the first form that fits it."""
    taken: list[Atom] = []
    for pattern, maker in FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < atom.end and atom.start < match.end() for atom in taken):
                continue
            atom = maker(match, reading)
            if atom is not None:
                taken.append(atom)
    taken.sort(key=lambda atom: atom.start)
    # "14/05/2018 2015" is a day and a time: beside a day, four digits alone are no year.
    days = any(atom.precision == "day" for atom in taken)
    return [
        atom
        for atom in taken
        if not (days and atom.precision in ("year", "unknown") and text[atom.start : atom.end].strip().isdigit())
    ]
