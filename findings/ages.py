"""How old somebody was at an event, in the words of a report; a date that is not exact gives an age that is not. Knows no database."""

from __future__ import annotations

from datetime import date


def age_at(born: date, first: date | None, last: date | None) -> str:
    """The age between two days that bound a date: "3 years 4 months", "about 3 years", "2 or 3 years", "12 weeks before birth".

    Empty where the date is open, or so wide that an age says nothing.
    """
    if first is None or last is None or last < first:
        return ""
    if first == last:
        return exact(born, first)
    if last < born:
        return before(born, first) if before(born, first) == before(born, last) else "before birth"
    if first < born:
        return "around birth" if (last - first).days <= 62 else ""
    begins, ends = months(born, first), months(born, last)
    if begins == ends:
        return exact(born, first)
    if begins // 12 == ends // 12 and begins >= 24:
        return f"about {counted(begins // 12, 'year')}"
    if ends < 24:
        return f"{begins} to {counted(ends, 'month')}" if ends - begins > 1 else f"{begins} or {counted(ends, 'month')}"
    if ends - begins <= 1:
        return f"about {counted(ends // 12, 'year')}"
    years = (begins // 12, ends // 12)
    return (
        f"{years[0]} or {counted(years[1], 'year')}"
        if years[1] - years[0] == 1
        else f"{years[0]} to {counted(years[1], 'year')}"
    )


def exact(born: date, day: date) -> str:
    """The age on one day: days, then weeks, then months, then years and months."""
    old = (day - born).days
    if old < 0:
        return before(born, day)
    if old == 0:
        return "day of birth"
    if old < 14:
        return counted(old, "day")
    held = months(born, day)
    if held < 3:
        return counted(old // 7, "week")
    if held < 24:
        return counted(held, "month")
    years, left = divmod(held, 12)
    return f"{counted(years, 'year')} {counted(left, 'month')}" if left and years < 18 else counted(years, "year")


def before(born: date, day: date) -> str:
    """How long before birth: in weeks, or days in the last fortnight; beyond a pregnancy it is only that it was before."""
    left = (born - day).days
    if left > 40 * 7:
        return "before conception" if left > 42 * 7 else "40 weeks before birth"
    return f"{counted(left // 7, 'week')} before birth" if left >= 14 else f"{counted(left, 'day')} before birth"


def months(born: date, day: date) -> int:
    """Whole months lived: one born on the 31st is a month older at the end of a month that has no 31st."""
    held = (day.year - born.year) * 12 + day.month - born.month
    whole = day.day >= born.day or (day.day == last_of(day) and born.day > day.day)
    return held if whole else held - 1


def last_of(day: date) -> int:
    """The number of the last day of a month."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - date.resolution).day


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 month", "2 months"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def lived(born: tuple[date | None, date | None], first: date | None, last: date | None) -> str:
    """The age between two days of somebody whose birth lies between two days: "2 years 6 months", "about 24 years"."""
    if born[0] is None or born[1] is None or first is None or last is None:
        return ""
    if born[0] == born[1]:
        return age_at(born[0], first, last)
    least, most = max(months(born[1], first), 0) // 12, months(born[0], last) // 12
    if most < 0 or most - least > 10:
        return ""
    return f"about {counted(most, 'year')}" if most - least <= 1 else f"{least} to {counted(most, 'year')}"
