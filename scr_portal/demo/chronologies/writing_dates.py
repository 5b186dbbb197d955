"""The ways in which agencies write a date, and the ways in which somebody gets one wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from scr_portal.demo.chronologies.shapes import Entry, Value

DAYS = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")
SEASONS = ("Winter", "Spring", "Summer", "Autumn")


def ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 14th."""
    ending = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _moment(entry: Entry) -> datetime:
    return datetime.combine(entry.on, datetime.strptime(entry.clock, "%H:%M").time())  # noqa: DTZ007 - a clock on a wall


STYLES: dict[str, Callable[[Entry], Value]] = {
    "real": lambda entry: entry.on,
    "real with time": _moment,
    "14/03/2023": lambda entry: f"{entry.on:%d/%m/%Y}",
    "14.03.23": lambda entry: f"{entry.on:%d.%m.%y}",
    "14/3/23": lambda entry: f"{entry.on.day}/{entry.on.month}/{entry.on:%y}",
    "14/03/23 22:15": lambda entry: f"{entry.on:%d/%m/%y} {entry.clock}",
    "14th March 2023": lambda entry: f"{ordinal(entry.on.day)} {entry.on:%B %Y}",
    "Tues 14 March 2023": lambda entry: f"{DAYS[entry.on.weekday()]} {entry.on.day} {entry.on:%B %Y}",
    "14-Mar-23": lambda entry: f"{entry.on:%d-%b-%y}",
    "ISO": lambda entry: f"{entry.on:%Y-%m-%d}T{entry.clock}:00",
}


def written(entry: Entry, style: str) -> Value:
    """The date of an entry in one style; one that is known loosely is written loosely whatever the style."""
    if entry.shape == "month":
        return f"{entry.on:%B %Y}"
    if entry.shape == "week":
        monday = entry.on - timedelta(days=entry.on.weekday())
        return f"w/c {monday.day} {monday:%B %Y}"
    if entry.shape == "part":
        return _part(entry.on)
    if entry.shape == "range" and entry.until:
        return _span(entry.on, entry.until, style)
    return STYLES[style](entry)


def _part(day: date) -> str:
    if day.month in (4, 7, 10):
        return f"{SEASONS[day.month // 3]} {day.year}"
    return f"{('early', 'mid', 'late')[(day.month - 1) // 4]} {day.year}"


def _span(first: date, last: date, style: str) -> str:
    if style in ("14.03.23", "14-Mar-23"):
        return f"{first:%d.%m.%y} - {last:%d.%m.%y}"
    if style in ("14th March 2023", "Tues 14 March 2023"):
        begins = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
        return f"{begins} - {last.day} {last:%B %Y}"
    if style == "14/3/23":
        return f"{first.day}/{first.month}-{last.day}/{last.month}/{last.year}"
    return f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"


def can_be_spoilt(entry: Entry, how: str) -> bool:
    """Whether this slip would look like a slip on this entry, and not like another date."""
    if entry.shape:
        return False
    if how == "no such day":
        return entry.on.month in (2, 4, 6, 9, 11) and entry.on.day > 24
    return how != "years ahead" or entry.on.year > 2022


def spoilt(entry: Entry, how: str) -> str:
    """What stands in the cell after a slip: a day that is not, another weekday, no date, figures the wrong way round."""
    if how == "no such day":
        return f"31/{entry.on:%m/%Y}"
    if how == "wrong weekday":
        return f"{DAYS[(entry.on.weekday() + 3) % 7]} {entry.on.day} {entry.on:%B %Y}"
    if how == "years ahead":
        return f"{entry.on:%d/%m/}20{str(entry.on.year)[:1:-1]}"
    return "Undated"
