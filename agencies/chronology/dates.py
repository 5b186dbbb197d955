"""Reading a date as evidence: what days the words allow, how precise and how certain they are, and what is wrong.

Nothing is guessed silently. Day first always; a number that can only be month first is asked about, never swapped. A month,
a year, a season or "about" is a fine date and is kept with its precision. `certain` is False where the writer expressed a
doubt ("?", "approx", "circa", "early"); vague words never narrow the days. An open span ("before 2016", "since March")
allows no day on one side, so it allows none here: the words are kept and a person is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agencies.chronology import spelling
from agencies.chronology.calendar_words import DITTO, UNDATED
from agencies.chronology.date_atoms import FAR, Atom, Reading
from agencies.chronology.date_forms import atoms
from agencies.chronology.date_spans import (
    BEGUN,
    BEGUN_MONTH,
    DAY_NAME,
    DOUBT,
    JOINED,
    RECORDED,
    checks,
    day_or_none,
    outside,
    say,
    spanning,
)
from agencies.chronology.grid import as_float
from agencies.chronology.shapes import FuzzyDate, Problem
from agencies.chronology.written_times import Times, times_in

WORD = re.compile(r"[^\W\d_]{2,}")
DIGIT = re.compile(r"\d")
HARMLESS = frozenset((
    "on", "at", "the", "of", "in", "and", "between", "from", "to", "until", "during", "dated", "date", "time", "hrs",
    "hours", "hour", "am", "pm", "morning", "afternoon", "evening", "night", "overnight", "early", "late", "mid",
    "lunchtime", "midday", "noon", "midnight", "day", "week", "month", "year", "st", "nd", "rd", "th", "entry", "gmt",
    "bst", "onwards", "ongoing", "daytime", "teatime", "dyddiad", "bore", "nos", "prynhawn", "commencing", "ending",
    "beginning", "utc", "approx", "school", "starting", "wk", "wb", "wc", "before", "after", "by", "since", "prior", "pre",
    "post", "up", "weekend", "later", "earlier", "term", "present", "now", "or", "bank", "holiday", "current", "through", "till",
))  # fmt: skip
COMMON = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:,? (\d{1,2}:[0-5]\d))?")
# "3/1/2019 9:00:00 AM": no zeros in front, seconds, and the half of the day in capitals.
AMERICAN = re.compile(r"(?:[1-9]|1[0-2])/[1-9]\d?/\d{4},? (?:[1-9]|1[0-2]):\d\d:\d\d [AP]M")
PLAIN = str.maketrans("‐‑‒–—―−‘’`´", "-------''''", "\u200b\u200c\u200d\ufeff\u00ad")
SLIP = Problem("month-first", "Some dates of this column can only be month first: check them one by one.")
MIXED = Problem(
    "month-first",
    "Some dates of this column can only be day first and some only month first: check which is meant here.",
)
# Not "12-15/03" of "12-15/03/2019", which are two days of one month.
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2}(?![/.]\d))(?!\d)")
SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
LETTERS_FOR_DIGITS = re.compile(
    r"(?<![A-Za-z])(?=[\dOolI|/.\-]*\d)(?=[\dOolI|/.\-]*[OolI|])[\dOolI|]{1,4}[/.\-][\dOolI|]{1,2}[/.\-][\dOolI|]{2,4}(?![A-Za-z])"
)


def read_date(text_or_value: object, *, order: str = "DMY", epoch: int = 1900, today: date | None = None) -> FuzzyDate:
    """Read one cell's date.

    Takes text, a date, a datetime, or a spreadsheet's number (days since `epoch`, 1900 with its leap-year slip, or 1904).
    `order` is how all-number dates are read, "DMY" or "MDY"; `today` is the last day on which anything can have happened.
    Never raises for any text.
    """
    value = text_or_value
    if value is None:
        return FuzzyDate("", problems=(say("undated", ""),))
    if isinstance(value, bool):
        return FuzzyDate(str(value), problems=(say("not-a-date", str(value)),))
    if isinstance(value, int | float):
        return serial(as_float(value), epoch, today)
    if isinstance(value, datetime):
        return typed(value.date(), value.time(), today)
    if isinstance(value, date):
        return typed(value, time(), today)
    return read_text(str(value), order, epoch, today)


def typed(day: date, at: time, today: date | None) -> FuzzyDate:
    """A day that a program wrote as a day; midnight exactly means that no time was given."""
    clock = f"{at.hour:02}:{at.minute:02}" if (at.hour, at.minute) != (0, 0) else None
    text = f"{day.day:02}/{day.month:02}/{day.year:04}" + (f" {clock}" if clock else "")
    problems: tuple[Problem, ...] = ()
    if not 1900 <= day.year <= max(FAR, (today.year if today else 2098) + 1):
        return FuzzyDate(text, problems=(Problem("year", f"The year in “{text}” cannot be right: check it."),))
    if today and day > today:
        problems = (say("future", text),)
    return FuzzyDate(text, day, day, "day", True, clock, problems=problems)


def serial(number: float, epoch: int, today: date | None) -> FuzzyDate:
    """A spreadsheet's number for a day, with its share of the day as the time."""
    if not 1 <= number < 100_000:
        return FuzzyDate(f"{number:g}", problems=(say("not-a-date", f"{number:g}"),))
    minutes = round((number % 1) * 1440)
    # Spreadsheets count a 29 February 1900 that never was.
    start = date(1904, 1, 1) if epoch == 1904 else date(1899, 12, 31 if number < 60 else 30)
    day = start + timedelta(days=int(number) + minutes // 1440)
    return typed(day, time(minutes % 1440 // 60, minutes % 60), today)


def plain(text: str) -> str:
    """`text` with one kind of space, dash and digit; the same length wherever that can be."""
    text = text.replace("`", "'") if text.isascii() else unicodedata.normalize("NFKC", text).translate(PLAIN)
    # In Welsh "mawrth" is a month and a day of the week; only the day follows "dydd".
    return re.sub(r"\bdydd mawrth\b", "tuesday", re.sub(r"\s+", " ", text), flags=re.IGNORECASE)


@lru_cache(maxsize=20_000)
def read_text(given: str, order: str, epoch: int, today: date | None) -> FuzzyDate:
    """Read the words of a date."""
    text = re.sub(r"\bc\.?(?=\d)", "c. ", plain(given).strip())
    bare = text.strip(" .,;:()[]*'").lower()
    if text.startswith("="):
        return FuzzyDate(given, problems=(say("not-a-date", text),))
    if text.strip() in DITTO or bare in DITTO:
        return FuzzyDate(given, problems=(say("ditto", text),))
    if not bare or bare in UNDATED or text.lower() in UNDATED:
        return FuzzyDate(given, problems=(say("undated", text),))
    if SERIAL.match(text) and 15_000 <= float(text) <= 60_000:
        found = serial(float(text), epoch, today)
        return replace(found, text=given, certain=False, problems=(*found.problems, say("serial-as-text", text)))
    if match := LETTERS_FOR_DIGITS.search(text):
        mended = match[0].translate(str.maketrans("OolI|", "00111"))
        found = read_text(text.replace(match[0], mended), order, epoch, today)
        return replace(found, text=given, certain=False, problems=(*found.problems, say("misread", text)))
    found = combine(text, order, today)
    doubted = found.date_from is None or any(problem.kind == "words" for problem in found.problems)
    if doubted and (spelt := spelling.mended(text)) != text:
        return replace(read_text(spelt, order, epoch, today), text=given)
    return found if found.text == given else replace(found, text=given)


def common(text: str, reading: Reading) -> FuzzyDate | None:
    """The commonest form of all, a day in numbers with or without a time, without trying every form there is."""
    match = COMMON.fullmatch(text)
    if match is None or not 1900 <= int(match[3]) <= (reading.latest or 2098):
        return None
    day, month = (int(match[1]), int(match[2])) if reading.order == "DMY" else (int(match[2]), int(match[1]))
    found = day_or_none(int(match[3]), month, day)
    clock = match[4] if not match[4] or len(match[4]) == 5 else f"0{match[4]}"
    if found is None or (clock and clock > "23:59"):
        return None
    return FuzzyDate(text, found, found, "day", True, clock, order_used=reading.order)


def combine(text: str, order: str, today: date | None) -> FuzzyDate:
    """Put the dates, times and doubts of one cell together."""
    reading = Reading(order, today.year if today else None)
    if (found_at_once := common(text, reading)) and not (
        today and found_at_once.date_from and found_at_once.date_from > today
    ):
        return found_at_once
    found = atoms(text, reading)
    rest = outside(text, found)
    times = times_in(rest)
    doubt = bool(DOUBT.search(text))
    if not found and re.fullmatch(r"\D{0,3}\d{3,4}\D{0,3}", text):
        return FuzzyDate(text, problems=(say("year", text),))
    if not found:
        kind = (
            "undated"
            if doubt and not WORD.search(DOUBT.sub(" ", rest)) and not re.search(r"\d", rest)
            else "not-a-date"
        )
        if rest[times.start : times.end].strip().isdigit():  # "Pre-2015": four digits alone are hardly a time
            times = Times()
        return FuzzyDate(text, time=times.first, end_time=times.last, problems=(say(kind, text),))
    if len(found) > 1 and RECORDED.search(text[found[0].end : found[1].start]):
        found = found[:1]
    whole = spanning(text, found, reading)
    problems = [*whole.problems, *checks(text, whole, found, today)]
    if times.impossible:
        problems.append(say("time", text))
    beside = outside(rest[: times.start] + " " * (times.end - times.start) + rest[times.end :], [whole])
    if strange_words(rest) or DIGIT.search(beside):
        problems.append(say("words", text))
    return FuzzyDate(
        text, whole.first, whole.last, whole.precision, not doubt and not whole.vague and whole.first is not None,
        times.first, times.last, whole.order, tuple(problems),
    )  # fmt: skip


def strange_words(rest: str) -> bool:
    """Whether more is said than dates, times and doubts are made of."""
    rest = DAY_NAME.sub(" ", DOUBT.sub(" ", rest))
    words = [word.lower() for word in WORD.findall(rest)]
    return any(word not in HARMLESS for word in words)


def find_dates(text: str, *, order: str = "DMY", today: date | None = None) -> list[tuple[int, int, FuzzyDate]]:
    """Every date in running text with its place, ranges as one; times that follow a date belong to it."""
    flat = "".join("-" if char in "‐‑‒–—―−" else " " if char.isspace() else char for char in text)
    reading = Reading(order, today.year if today else None)
    groups: list[list[Atom]] = []
    for atom in atoms(flat, reading):
        near = groups and atom.first and groups[-1][-1].first and len(groups[-1]) == 1
        if (
            near
            and JOINED.match(flat[groups[-1][-1].end : atom.start])
            and " and" not in flat[groups[-1][-1].end : atom.start].lower()
        ):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    found = []
    for group in groups:
        start, end = group[0].start, group[-1].end
        lead = BEGUN_MONTH.search(flat[:start]) or BEGUN.search(flat[:start])
        start = lead.start() if lead and group[0].precision == "day" else start
        tail = Times.TAIL.match(flat, end)
        end = tail.end() if tail else end
        found.append((start, end, replace(read_date(flat[start:end], order=order, today=today), text=text[start:end])))
    return found


def propose_order(texts: Iterable[str], cells: int = 0) -> tuple[str, list[Problem]]:
    """Which order a column of all-number dates is written in: ("DMY" or "MDY", what to ask). `cells` is how many dates
    it has, those that are no text among them.

    "MDY" where second numbers go above 12 more often than first numbers do; or where neither do, and the entries follow
    each other month first but not day first, or are written as American programs write them. Even then a person is asked.
    Days that are the other way round, two of them and one for ten of the others, or one for two, are no slip: `MIXED`, and
    what could be either is asked about.
    """
    texts = [plain(text) for text in texts]
    found = [(int(one), int(two), int(year)) for text in texts for one, two, year in NUMBERS.findall(text)]
    firsts, seconds = sum(one > 12 for one, _, _ in found), sum(two > 12 for _, two, _ in found)
    if firsts and seconds and firsts >= seconds:
        few = len({day for day in found if day[1] > 12}) < 2 and (2 * seconds < firsts or 2 * len(found) < cells)
        return "DMY", [SLIP if few or 10 * seconds < firsts else MIXED]
    american = sum(bool(AMERICAN.fullmatch(text.strip())) for text in texts)
    if seconds or (not firsts and (_in_order_month_first(found) or 0 < len(texts) <= 2 * american)):
        return "MDY", [
            Problem(
                "month-first",
                "The dates of this column seem to put the month first: say in which order they are written.",
            )
        ]
    return "DMY", []


def _in_order_month_first(found: list[tuple[int, int, int]]) -> bool:
    """Whether entries run on from each other only if the month stands first; five different days at least."""
    month_first = [(year, one, two) for one, two, year in found]
    day_first = [(year, two, one) for one, two, year in found]
    return len(set(found)) >= 5 and month_first == sorted(month_first) and day_first != sorted(day_first)
