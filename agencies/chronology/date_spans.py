"""From the dates that stand in one cell to what the cell says: a range, a week, an open span, or several dates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from agencies.chronology.calendar_words import WEEKDAYS
from agencies.chronology.date_atoms import Atom, Reading
from agencies.chronology.date_forms import atoms, week
from agencies.chronology.shapes import Problem

DOUBT = re.compile(
    r"\?|\b(?:approx(?:imately)?|about|around|circa|ca|est(?:imated)?|roughly|possibly|probably|unsure|uncertain|unconfirmed|not sure|or so|"
    r"not certain|tbc|to be confirmed|thought to be|believed to be|on or about|on or around|some ?time|at some point|some point|tua)\b\.?|~|(?<![/\w])c(?:\.\s?|\s)(?=[\dA-Z])",
    re.IGNORECASE,
)
DAY_NAME = re.compile(r"\b(?:dydd\s+)?(" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?", re.IGNORECASE)
WEEK = re.compile(
    r"\b(?:w\s?/?\s?c|week (?:commencing|beginning|starting|of)|wk (?:commencing|beginning|starting|of)|wk/?c|w/?b|(?P<ending>w\s?/\s?e|week ending|wk ending))\b[\s:.\-]*$",
    re.IGNORECASE,
)
WEEKEND = re.compile(r"\bweek-?end(?: (?:of|commencing|beginning|starting|ending))?(?: the)?[\s:,(]*$", re.IGNORECASE)
WEEKEND_AFTER = re.compile(r"^[\s,(]*week-?end\b", re.IGNORECASE)
OPEN = re.compile(
    r"\b(before|after|by|since|prior to|until|till|up to|onwards from|pre|post|from)\b[\s:\-]*$", re.IGNORECASE
)
ONWARDS = re.compile(
    r"^\s*(?:onwards?|-\s*(?:present|date|ongoing|current|now)|to (?:date|present|now)|ongoing|and (?:after|before))\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"^\s*(?:-{1,2}|to|until|till|through|and|&|hyd)\s*(?:the\s+)?$", re.IGNORECASE)
ALSO = re.compile(r"[&+]|\band\b", re.IGNORECASE)
EITHER = re.compile(r"\bor\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
BEGUN = re.compile(
    r"(?<![\d/.\-])(\d{1,2})(?:st|nd|rd|th)?(?:\s*([./])\s*(\d{1,2}))?\s*(?:-|to|until|and|or|&|\+|/)\s*$",
    re.IGNORECASE,
)
# "3rd, 4th and" before "7th June", "25/3, 1/4 and" before "8/4/15".
LISTED = re.compile(
    r"(?<![\d/.\-,])(\d{1,2})(?:st|nd|rd|th)?(?:([./])(\d{1,2}))?\s*(?:(?:,|&|\+|\band\b)\s*\d{1,2}(?:st|nd|rd|th)?(?:[./]\d{1,2})?\s*)+(?:,|&|\+|\band\b)\s*$",
    re.IGNORECASE,
)
BEGUN_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?([A-Za-z]{3,9})\.?\s*(?:-|to|until|and|or|&)\s*$", re.IGNORECASE
)
RECORDED = re.compile(r"\b(?:recorded|entered|written|logged|typed|entry made|retrospective|added)\b", re.IGNORECASE)
SAY = {
    "undated": "There is no date here: write when it happened, or leave it undated.",
    "ditto": "The date is given as “{}”: check that the date above is meant.",
    "not-a-date": "“{}” could not be read as a date: write it as 27/3/2019, March 2019 or 2019.",
    "future": "“{}” lies in the future: check the year.",
    "weekday": "“{}” does not fall on that weekday: check the date.",
    "reversed-range": "“{}” ends before it begins: check both dates.",
    "several-dates": "“{}” holds several dates: check which of them is meant, or make an entry for each.",
    "serial-as-text": "“{}” is a spreadsheet’s number for a day: check that the day shown is the right one.",
    "misread": "“{}” holds letters where digits belong: check the date.",
    "open-ended": "“{}” has no beginning or no end: write the days that are meant, or leave it undated.",
    "year": "The year in “{}” cannot be right: check it.",
    "time": "The time in “{}” does not exist: check it.",
    "words": "“{}” holds more than a date: check that the date was understood.",
}  # fmt: skip


NEAR = 6  # letters between a weekday and its date: ", the "


def say(kind: str, text: str) -> Problem:
    """A problem with its sentence."""
    return Problem(kind, SAY[kind].format(text.strip()[:80]))


def outside(text: str, found: list[Atom]) -> str:
    """`text` with spaces in the place of its dates, so that places stay."""
    for atom in found:
        text = text[: atom.start] + " " * (atom.end - atom.start) + text[atom.end :]
    return text


def spanning(text: str, found: list[Atom], reading: Reading) -> Atom:
    """One atom over all of a cell's dates: a range, a week, one date, or several that a person must part."""
    dated = [atom for atom in found if not any(problem.kind == "no-year" for problem in atom.problems)]
    if dated and len(dated) < len(found):
        whole = spanning(text, dated, reading)
        # "28 Feb - 3 March 2019" leans on the year that follows; a day that leans on nothing is another date.
        lone = len(dated) > 1 or whole.precision != "range"
        return replace(whole, problems=(*whole.problems, say("several-dates", text))) if lone else whole
    first = found[0]
    if len(found) == 1:
        return alone(text, first, reading)
    last = found[-1]
    problems = tuple(problem for atom in found for problem in atom.problems)
    if any(atom.first is None for atom in found):
        return replace(first, first=None, last=None, precision="unknown", problems=problems)
    assert first.first and last.last and first.last and last.first  # noqa: PT018 - for the type checker
    joined = len(found) == 2 and JOINED.match(between(text, first, last))
    vague = any(atom.vague for atom in found)
    if joined:
        if last.last < first.first:
            return replace(
                first,
                first=last.first,
                last=first.last,
                precision="range",
                vague=vague,
                problems=(*problems, say("reversed-range", text)),
            )
        span = replace(first, last=last.last, precision="range", vague=vague, problems=problems)
        apart = (last.first - first.last).days > 1 and first.precision == last.precision == "day"
        if apart and ALSO.search(between(text, first, last)) and not BETWEEN.search(text[: first.start]):
            return replace(span, problems=(*problems, say("several-dates", text)))
        return span
    if len({(atom.first, atom.last) for atom in found}) == 1:
        return replace(first, problems=problems)
    low = min(atom.first for atom in found if atom.first)
    high = max(atom.last for atom in found if atom.last)
    return replace(
        first, first=low, last=high, precision="range", vague=vague, problems=(*problems, say("several-dates", text))
    )


def between(text: str, first: Atom, last: Atom) -> str:
    """The words between two dates, without weekdays, times and doubts."""
    words = DAY_NAME.sub(" ", DOUBT.sub(" ", text[first.end : last.start]))
    return re.sub(r"\b\d{1,4}(?:[:.]\d{2})?\s*(?:hrs|hours|am|pm)?\b|@|\bat\b|[,()]", " ", words, flags=re.IGNORECASE)


def alone(text: str, atom: Atom, reading: Reading) -> Atom:
    """A single date with what stands before it: the first day of a range, a week's name, a word that leaves it open."""
    before, after = DAY_NAME.sub(lambda name: " " * len(name[0]), text[: atom.start]), text[atom.end :]
    if atom.first is None or atom.last is None:
        return atom
    if atom.precision == "day" and (match := WEEK.search(before)):
        first, last = week(atom.first, ending=bool(match["ending"]))
        return replace(atom, first=first, last=last, precision="range")
    if started := begun(before, atom, reading):
        return started
    if atom.precision == "day" and (WEEKEND.search(before) or WEEKEND_AFTER.match(after)):
        return weekend(text, atom, atom.first)
    if BETWEEN.search(before) is None and (OPEN.search(before.rstrip(" ?~(")) or ONWARDS.match(after)):
        return replace(
            atom, first=None, last=None, precision="unknown", problems=(*atom.problems, say("open-ended", text))
        )
    return atom


def weekend(text: str, atom: Atom, day: date) -> Atom:
    """The Saturday and the Sunday of a weekend that is named by one of them; by another day it is asked about."""
    if day.weekday() < 5:
        return replace(atom, problems=(*atom.problems, say("weekday", text)))
    saturday = day - timedelta(days=day.weekday() - 5)
    return replace(atom, first=saturday, last=saturday + timedelta(days=1), precision="range")


def begun(before: str, atom: Atom, reading: Reading) -> Atom | None:
    """12-15 March 2019, 12 to 15/03/2019, 28 Feb - 3 March 2019: the first day leans on the date that follows."""
    assert atom.first
    if atom.precision != "day":
        return None
    if match := BEGUN_MONTH.search(before):
        lead = atoms(f"{match[1]} {match[2]} {atom.first.year}", reading)
        start = lead[0].first if lead else None
    elif match := LISTED.search(before) or BEGUN.search(before):
        day, month = int(match[1]), int(match[3]) if match[3] else atom.first.month
        if reading.order == "MDY" and match[3]:
            day, month = month, day
        start = day_or_none(atom.first.year, month, day)
    else:
        return None
    words = before[match.start() :] + "…"
    if start is None:
        return replace(
            atom, first=None, last=None, precision="unknown", problems=(*atom.problems, say("not-a-date", words))
        )
    if start > atom.first:
        return replace(
            atom,
            first=atom.first,
            last=start,
            precision="range",
            problems=(*atom.problems, say("reversed-range", words)),
        )
    span = replace(atom, start=match.start(), first=start, precision="range")
    apart = (atom.first - start).days > 1 and ALSO.search(match[0]) and not BETWEEN.search(before)
    if apart or EITHER.search(match[0]):
        return replace(span, problems=(*atom.problems, say("several-dates", words)))
    return span


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, if it exists."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def checks(text: str, whole: Atom, found: list[Atom], today: date | None) -> list[Problem]:
    """What the calendar has against a date that reads: it lies in the future, or on another weekday."""
    problems = []
    if (today and whole.first and whole.first > today) or (
        today
        and whole.last
        and whole.precision in {"day", "range"}
        and whole.last > today
        and found[-1].precision == "day"
    ):
        problems.append(say("future", text))
    if "week" not in text.lower() and any(
        day.weekday() != WEEKDAYS[name] for name, day in named_days(text, whole, found)
    ):
        problems.append(say("weekday", text))
    return problems


def named_days(text: str, whole: Atom, found: list[Atom]) -> list[tuple[str, date]]:
    """Each weekday that is named with the day it stands at: the one it leads up to, else the one before it."""
    places = [(atom.start, atom.end, atom.first) for atom in found if atom.precision == "day" and atom.first]
    if len(found) == 1 and whole.start < found[0].start and whole.first:
        places.insert(0, (whole.start, whole.start, whole.first))
    names = [match for match in DAY_NAME.finditer(outside(text, found)) if not match[0].lower().startswith("wed ")]
    if len(names) == len(places):
        return [(match[1].lower(), day) for match, (_, _, day) in zip(names, places, strict=True)]
    named = []
    for match in names:
        after = [day for start, _, day in places if 0 <= start - match.end() <= NEAR]
        before = [day for _, end, day in places if 0 <= match.start() - end <= NEAR]
        if after or before:
            named.append((match[1].lower(), after[0] if after else before[-1]))
    return named
