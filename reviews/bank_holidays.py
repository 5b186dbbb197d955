"""Which days are working days where: Monday to Friday without the bank holidays of a calendar. Pure: knows no Django.

Substitute days, and one-off days such as a jubilee, a state funeral or a coronation, come with the calendar of bank
holidays that the product is installed with; those of later years are what the law fixes today.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from functools import lru_cache

import holidays

# Each calendar: its name for people, the country and the part of it that bank holidays are kept for.
CALENDARS: dict[str, tuple[str, str, str | None]] = {
    "england-and-wales": ("England and Wales", "GB", "ENG"),
    "scotland": ("Scotland", "GB", "SCT"),
    "northern-ireland": ("Northern Ireland", "GB", "NIR"),
    "jersey": ("Jersey", "JE", None),
    "guernsey": ("Guernsey", "GG", None),
    "isle-of-man": ("Isle of Man", "IM", None),
}
# The names that people here use, where the kept calendar has another.
NAMES = {
    "May Day": "Early May bank holiday",
    "May Day Bank Holiday": "Early May bank holiday",
    "Early May Bank Holiday": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
    "New Year Holiday": "2 January holiday",
    "Saint Andrew's Day": "St Andrew's Day",
    "Saint Patrick's Day": "St Patrick's Day",
    "Battle of the Boyne": "Battle of the Boyne (Orangemen's Day)",
}


def bank_holidays(year: int, calendar: str = "england-and-wales") -> dict[date, str]:
    """The bank holidays of a year by date, substitute days and those on a weekend included.

    Raises ValueError for an unknown calendar, and for a year whose bank holidays are not known: a count that guessed at
    them would be wrong without showing it.
    """
    return dict(_bank_holidays(calendar, year))


def holiday_name(day: date, calendar: str) -> str | None:
    """The name of the bank holiday on a day, if it is one. Raises what `bank_holidays` raises."""
    return _bank_holidays(calendar, day.year).get(day)


@lru_cache(maxsize=1024)
def working_days(calendar: str, year: int) -> tuple[date, ...]:
    """The working days of a year in order. Raises what `bank_holidays` raises."""
    off, first = _bank_holidays(calendar, year), date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366 if isleap(year) else 365))
    return tuple(day for day in days if day.weekday() < 5 and day not in off)


def check_calendar(calendar: str) -> None:
    """Raises ValueError for a calendar that is not kept."""
    if calendar not in CALENDARS:
        raise ValueError(f"{calendar!r} is not a calendar of bank holidays; use one of {', '.join(CALENDARS)}.")


@lru_cache(maxsize=1024)
def _bank_holidays(calendar: str, year: int) -> dict[date, str]:
    check_calendar(calendar)
    name, country, part = CALENDARS[calendar]
    kept = getattr(holidays, country)
    if not kept.start_year <= year <= kept.end_year:
        known = f"{kept.start_year} to {kept.end_year}"
        raise ValueError(f"Bank holidays in {name} are known from {known}, not for {year}: check the date.")
    return {day: _said(text) for day, text in sorted(kept(subdiv=part, years=year).items()) if day.year == year}


def _said(text: str) -> str:
    named = []
    for part in text.replace("(observed)", "(substitute day)").split("; "):
        plain, substitute, _ = part.partition(" (substitute day)")
        named.append(NAMES.get(plain, plain) + substitute)
    return "; ".join(named)
