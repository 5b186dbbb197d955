"""The written forms of a longer time: a month, a season, a holiday, a quarter, a year, a decade."""

from __future__ import annotations

import re
from datetime import date

from agencies.chronology.calendar_words import MONTHS, SEASONS, TERMS, holiday
from agencies.chronology.date_atoms import (
    EARLIEST,
    GAP,
    MONTH,
    YEAR4,
    YEARS,
    Atom,
    Forms,
    Reading,
    month_end,
    over,
    problem,
)
from agencies.chronology.shapes import Problem

PERIODS = Forms()
PART = r"(?:(early|mid|middle of|late|end(?: of)?|beginning(?: of)?|start(?: of)?)[\s\-]*(?:the\s+)?(?:in\s+)?)?"


@PERIODS.form(rf"\b{PART}({MONTH})\s*(?:-|/|to|and|&|until|–)\s*{PART}({MONTH}){GAP}({YEARS})")
def months_of_year(match: re.Match[str], reading: Reading) -> Atom:
    """May-June 2019, and December to January 2019, whose first month belongs to the year before."""
    year, problems = reading.year(match[5], match[0])
    first, last = MONTHS[match[2].lower().rstrip(".")], MONTHS[match[4].lower().rstrip(".")]
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    vague = bool(match[1] or match[3])
    return over(match, date(year - (first > last), first, 1), month_end(year, last), "range", vague, problems)


@PERIODS.form(rf"\b{PART}({MONTH})(?:\s+of)?{GAP}({YEARS})(?!(?:st|nd|rd|th)\b)")
def month_year(match: re.Match[str], reading: Reading) -> Atom:
    """March 2019, Apr '24; "early" and "late" keep to the month."""
    year, problems = reading.year(match[3], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    month = MONTHS[match[2].lower().rstrip(".")]
    return over(match, date(year, month, 1), month_end(year, month), "month", bool(match[1]), problems)


@PERIODS.form(r"(?<![\d/.\-])(0?[1-9]|1[0-2])\s?[/.\-]\s?((?:19|20)\d{2})(?![\d/]|[.\-]\d)")
def number_year(match: re.Match[str], reading: Reading) -> Atom:
    """03/2019."""
    year, month = int(match[2]), int(match[1])
    return over(match, date(year, month, 1), month_end(year, month), "month")


@PERIODS.form(r"(?<![\d/.\-])((?:19|20)\d{2})\s?[-/.]\s?(0[1-9]|1[0-2])(?![\d/]|[.\-]\d)")
def year_number(match: re.Match[str], reading: Reading) -> Atom | None:
    """2019-03; "2011-12" is left to the years, and "2003-08" could be either."""
    year, month = int(match[1]), int(match[2])
    if month == year % 100 + 1:
        return None
    if month > year % 100:
        return problem(match, "not-a-date", "“{}” may be a month or a span of years: write it out.")
    return over(match, date(year, month, 1), month_end(year, month), "month")


@PERIODS.form(
    rf"\b{PART}({'|'.join(SEASONS)})(?:\s+(?:term|of|time))*[\s,]*({YEAR4})(?:\s*[/\-]\s*(\d{{4}}|\d{{2}})(?!\d))?"
)
def season(match: re.Match[str], reading: Reading) -> Atom:
    """Summer 2017; winter spans the end of the year that it names, or the two that it names. A school's terms are longer:
    "Spring term 2018/19" lies in the second of the years."""
    year, problems = reading.year(match[3], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    first, last = SEASONS[match[2].lower()]
    if "term" in match[0].lower() and first in TERMS:
        first, last = TERMS[first]
        year += bool(match[4]) and first < 9
    return over(match, date(year, first, 1), month_end(year + (first > last), last), "range", bool(match[1]), problems)


NAMES = (
    r"(?:christmas|xmas|easter|summer) (?:school )?(?:holidays?|hols?|break)|(?:christmas|xmas) (?:day|eve)|christmas|xmas|boxing day|(?:new year|ny)[’']?(?:s|[’']s)? (?:eve|day)|new year|"
    r"easter (?:sunday|monday|day)|easter|good friday|maundy thursday|palm sunday|ash wednesday|shrove tuesday|pancake day|(?:mothering sunday|mothers?[’']?s? day)|whit sunday|"
    r"(?:st\.? )?valentine[’']?s day|(?:st\.? )david[’']?s day|hallowe[’']?en|bonfire night|guy fawkes(?: night)?|"
    r"(?:feb(?:ruary)?|may|whit(?:sun)?|oct(?:ober)?)[\s\-]+half[\s\-]*term(?: (?:week|holidays?|break))?|nadolig|(?:y )?pasg"
)


@PERIODS.form(rf"\b({NAMES})[\s,]*({YEAR4}|['’]?\d{{2}}(?=\s*$))")
def holidays(match: re.Match[str], reading: Reading) -> Atom:
    """Christmas 2018, Easter Monday 2019, NY Eve '18, February half-term 2019."""
    year, problems = reading.year(match[2], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    if match[2].isdigit() and len(match[2]) == 2:  # "Christmas Day 25": the day of the month, or a year
        problems = (
            Problem("year", f"“{match[0].strip()}” may end with a year or a day: write the year with four digits."),
        )
    first, last = holiday(match[1], year)
    return over(match, first, last, "day" if first == last else "range", first != last, problems)


@PERIODS.form(rf"\b(?:Q([1-4])[\s,/\-]*({YEAR4})|({YEAR4})[\s/\-]*Q([1-4]))\b")
def quarter(match: re.Match[str], reading: Reading) -> Atom:
    """Q2 2019, of the calendar year."""
    number, year = int(match[1] or match[4]), int(match[2] or match[3])
    return over(match, date(year, 3 * number - 2, 1), month_end(year, 3 * number), "range")


@PERIODS.form(
    rf"\b(fy|financial year|tax year|academic year|school year)?[\s:]*({YEAR4})\s*[/\-]\s*(\d{{4}}|\d{{2}})(?![\d/.\-])"
)
def years(match: re.Match[str], reading: Reading) -> Atom | None:
    """2017/18, FY 2017-18, academic year 2018/19, 2016-2018: from the first year to the last."""
    first = int(match[2])
    last = int(match[3]) if len(match[3]) == 4 else first // 100 * 100 + int(match[3])
    if not EARLIEST <= first < last <= first + 40:
        return None
    kind = (match[1] or "").lower()
    if kind in {"fy", "financial year", "tax year"}:
        return over(match, date(first, 4, 1), date(last, 3, 31), "range")
    if kind:
        return over(match, date(first, 9, 1), date(last, 8, 31), "range")
    return over(match, date(first, 1, 1), date(last, 12, 31), "range")


@PERIODS.form(r"\b(?:the\s+)?(early|mid|late)?[\s\-]*(?:the\s+)?((?:19|20)\d)0[’']?s\b")
def decade(match: re.Match[str], reading: Reading) -> Atom:
    """The 1990s."""
    first = int(match[2]) * 10
    return over(match, date(first, 1, 1), date(first + 9, 12, 31), "range", bool(match[1]))


@PERIODS.form(
    r"\b(?:(early|mid|middle of|late|end(?: of)?|beginning(?: of)?|start(?: of)?)[\s\-]*)?(?:in\s+)?(?:(?<=\bpre-)|(?<=\bpost-)|(?<![\d/.\-:@]))((?:19|20)\d{2})(?![\d:]|[/.\-]\d|\s*hrs|\s*hours|h\b)"
)
def year(match: re.Match[str], reading: Reading) -> Atom:
    """2018, early 2018: the days stay those of the whole year, because "early" has no edge."""
    number, problems = reading.year(match[2], match[0])
    if number is None or problems:  # four digits alone that lie in the future are likelier a time: 2030
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    return over(match, date(number, 1, 1), date(number, 12, 31), "year", bool(match[1]))


@PERIODS.form(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?({MONTH})(?!\s*\d)")
@PERIODS.form(rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)\b")
def day_month(match: re.Match[str], reading: Reading) -> Atom:
    """12 March or March 12th, with no year: a person must say which."""
    return problem(match, "no-year", "“{}” has no year: write the year.")
