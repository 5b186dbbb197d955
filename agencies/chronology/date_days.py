"""The written forms of one day: 12/03/2019, 12 March 2019, 2019-03-12, ??/03/2019."""

from __future__ import annotations

import re
from datetime import date

from agencies.chronology.calendar_words import MONTHS
from agencies.chronology.date_atoms import (
    GAP,
    IMPOSSIBLE,
    MONTH,
    MONTH_FIRST,
    YEARS,
    Atom,
    Forms,
    Reading,
    month_end,
    on_day,
    over,
    problem,
)
from agencies.chronology.shapes import Problem

DAYS = Forms()


@DAYS.form(r"(?<!\d[-/.])\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:T(?=\d{2}:))?")
def iso(match: re.Match[str], reading: Reading) -> Atom:
    """2019-03-12: year first is never ambiguous."""
    return on_day(match, match[1], int(match[3]), int(match[4]), reading, "YMD")


@DAYS.form(r"(?<![\d/.\-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T(?=\d{4}))?(?!\d)")
def compact(match: re.Match[str], reading: Reading) -> Atom:
    """20190312."""
    return on_day(match, match[1], int(match[2]), int(match[3]), reading, "YMD")


# "13 May - 17 May 2025": what has a month or an ordinal behind it is the next day, not a year of two digits.
NEXT_DAY = rf"\d{{1,2}}(?:(?:st|nd|rd|th)\b|\s*(?:of\s+)?{MONTH})"


@DAYS.form(
    rf"(?<!['’])\b(\d{{1,2}})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?(?:{GAP}(?:day\s+)?(?:of\s+)?){GAP}({MONTH})(?:{GAP}(?!{NEXT_DAY})({YEARS}|\d{{3}}\b|\d{{4}}\b))"
)
def day_month_year(match: re.Match[str], reading: Reading) -> Atom:
    """12 March 2019, 3rd of March '19, 22-may-16."""
    return on_day(match, match[3], MONTHS[match[2].lower().rstrip(".")], int(match[1]), reading)


@DAYS.form(rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+((?:19|20|21)\d{{2}})\b")
def month_day_year(match: re.Match[str], reading: Reading) -> Atom:
    """March 3rd, 2019: the month in letters leaves no doubt."""
    return on_day(match, match[3], MONTHS[match[1].lower().rstrip(".")], int(match[2]), reading)


@DAYS.form(
    rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to)\s*(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:[\s,/]+((?:19|20)\d{{2}})\b)?"
)
def month_days(match: re.Match[str], reading: Reading) -> Atom | None:
    """July 23-27, 2018. Without a year it is no month of '23: the year is asked for."""
    first, last, month = int(match[2]), int(match[3]), MONTHS[match[1].lower().rstrip(".")]
    if not match[4]:
        plain = 0 < first < last <= 31
        return problem(match, "no-year", "“{}” has no year: write the year.") if plain else None
    start, end = (on_day(match, match[4], month, day, reading) for day in (first, last))
    if start.first is None or end.last is None or start.first > end.last:
        return problem(match, "impossible", IMPOSSIBLE)
    return over(match, start.first, end.last, "range")


@DAYS.form(
    r"(?<!\d)(?<!\d[:.])(?<!:)(\d{1,2}|\?{1,2}|xx|__|00)\s?([./\-\\,])\s?(\d{1,2})\s?([./\-\\,])\s?(\d{4}|\d{3}|['’]?\d{2})(?!\d|[:/]|[.\-]\d(?!\d?[./\-]\d{1,2}[./\-]\d{2,4}|\d?:\d\d))"
)
def numeric(match: re.Match[str], reading: Reading) -> Atom:
    """12/03/2019, 22.05/16: day first, unless a person said that the column is month first."""
    if not match[1].isdigit() or int(match[1]) == 0:
        return unknown_day(match, reading)
    one, two = int(match[1]), int(match[3])
    if reading.order == "MDY":
        if one > 12 and two <= 12:
            return problem(
                match,
                "day-first",
                "“{}” cannot be month first, though the rest of the column was said to be: check it.",
            )
        return (
            on_day(match, match[5], one, two, reading, "MDY")
            if 1 <= one <= 12
            else problem(match, "impossible", IMPOSSIBLE)
        )
    if two > 12:
        return (
            problem(match, "month-first", MONTH_FIRST)
            if one <= 12 and two <= 31
            else problem(match, "impossible", IMPOSSIBLE)
        )
    return on_day(match, match[5], two, one, reading, "DMY") if two else problem(match, "impossible", IMPOSSIBLE)


ROMAN = {
    name: number
    for number, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}


@DAYS.form(rf"(?<!\d)(\d{{1,2}})([./\-])({'|'.join(sorted(ROMAN, key=len, reverse=True))})\2({YEARS})")
def roman_month(match: re.Match[str], reading: Reading) -> Atom:
    """10.xi.18: the month in Roman numerals, between day and year."""
    return on_day(match, match[4], ROMAN[match[3].lower()], int(match[1]), reading)


def unknown_day(match: re.Match[str], reading: Reading) -> Atom:
    """??/03/2019: the month is known, the day is not."""
    year, problems = reading.year(match[5], match[0])
    month = int(match[3])
    if year is None or not 1 <= month <= 12:
        return Atom(
            match.start(),
            match.end(),
            None,
            None,
            "unknown",
            problems=problems or (Problem("impossible", IMPOSSIBLE.format(match[0])),),
        )
    return over(match, date(year, month, 1), month_end(year, month), "month", True, problems)


@DAYS.form(r"(?<![\d:./\-])(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})(?![\d:./\-])")
def spaced(match: re.Match[str], reading: Reading) -> Atom | None:
    """12 03 2019: numbers with spaces between them."""
    one, two = int(match[1]), int(match[2])
    if reading.order == "MDY":
        one, two = two, one
    if two > 12:
        return problem(match, "month-first", MONTH_FIRST) if one <= 12 else problem(match, "impossible", IMPOSSIBLE)
    return (
        on_day(match, match[3], two, one, reading, reading.order) if two else problem(match, "impossible", IMPOSSIBLE)
    )
