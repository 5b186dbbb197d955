"""The written forms of a date: one pattern each, and what days it allows. No form is tried twice on the same words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from agencies.chronology.calendar_words import MONTHS, SEASONS, holiday
from agencies.chronology.shapes import Problem

EARLIEST = 1900
IMPOSSIBLE = "“{}” is not a day that exists: check it and write the day that is meant."
MONTH_FIRST = "“{}” cannot be day first. Say whether this file writes the month first, or correct the date."
YEAR = "The year in “{}” cannot be right: check it."


@dataclass(frozen=True, slots=True)
class Atom:
    """One date that stands in a text: where, the days it allows, how precise it is, and what is wrong with it."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    order: str | None = None
    vague: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How numbers are read: which order, and the year after which nothing can have happened."""

    order: str = "DMY"
    latest: int | None = None

    def year(self, text: str, words: str) -> tuple[int | None, tuple[Problem, ...]]:
        """A year of two or four digits. Two digits belong to this century unless that lies in the future."""
        digits = text.strip("'’")
        number = int(digits)
        if len(digits) == 2:
            present = self.latest if self.latest is not None else 2040
            if 2000 + number <= present + 1:
                return 2000 + number, ()
            if number < 45:  # 28 typed for 18 is likelier than a birth in 1928: a person must say.
                return 2000 + number, (Problem("year", YEAR.format(words)),)
            return 1900 + number, ()
        highest = (self.latest if self.latest is not None else 2098) + 1
        if len(digits) != 4 or not EARLIEST <= number <= highest:
            return None, (Problem("year", YEAR.format(words)),)
        return number, ()


MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![A-Za-z])\.?"
YEAR4 = r"(?:1[0-9]|2[0-9])\d{2}"
YEARS = rf"(?:{YEAR4}|['’]?\d{{2}})(?!\d|:\d|\.\d\d\b|[ap]m\b|\s*hrs)"
GAP = r"[\s./,\-]*"
Maker = Callable[[re.Match[str], Reading], "Atom | None"]
FORMS: list[tuple[re.Pattern[str], Maker]] = []


def form(pattern: str) -> Callable[[Maker], Maker]:
    """Register the maker of one written form; forms are tried in the order in which they stand here."""

    def registered(maker: Maker) -> Maker:
        FORMS.append((re.compile(pattern, re.IGNORECASE), maker))
        return maker

    return registered


def problem(match: re.Match[str], kind: str, sentence: str) -> Atom:
    """An atom that allows no day, because of what is wrong with it."""
    return Atom(
        match.start(), match.end(), None, None, "unknown", problems=(Problem(kind, sentence.format(match[0].strip())),)
    )


def on_day(match: re.Match[str], year: str, month: int, day: int, reading: Reading, order: str | None = None) -> Atom:
    """One day, or what is wrong with it."""
    number, problems = reading.year(year, match[0].strip())
    if number is None:
        return Atom(match.start(), match.end(), None, None, "unknown", order, problems=problems)
    try:
        found = date(number, month, day)
    except ValueError:
        return problem(match, "impossible", IMPOSSIBLE)
    return Atom(match.start(), match.end(), found, found, "day", order, problems=problems)


def over(
    match: re.Match[str],
    first: date,
    last: date,
    precision: str,
    vague: bool = False,
    problems: tuple[Problem, ...] = (),
) -> Atom:
    """Several days."""
    return Atom(match.start(), match.end(), first, last, precision, None, vague, problems)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@form(r"\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:T(?=\d{2}:))?")
def iso(match: re.Match[str], reading: Reading) -> Atom:
    """2019-03-12: year first is never ambiguous."""
    return on_day(match, match[1], int(match[3]), int(match[4]), reading, "YMD")


@form(r"(?<![\d/.\-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T(?=\d{4}))?(?!\d)")
def compact(match: re.Match[str], reading: Reading) -> Atom:
    """20190312."""
    return on_day(match, match[1], int(match[2]), int(match[3]), reading, "YMD")


@form(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?(?:{GAP}(?:day\s+)?(?:of\s+)?){GAP}({MONTH})(?:{GAP}({YEARS}|\d{{3}}\b|\d{{4}}\b))"
)
def day_month_year(match: re.Match[str], reading: Reading) -> Atom:
    """12 March 2019, 3rd of March '19, 22-may-16."""
    return on_day(match, match[3], MONTHS[match[2].lower().rstrip(".")], int(match[1]), reading)


@form(rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+((?:19|20|21)\d{{2}})\b")
def month_day_year(match: re.Match[str], reading: Reading) -> Atom:
    """March 3rd, 2019: the month in letters leaves no doubt."""
    return on_day(match, match[3], MONTHS[match[1].lower().rstrip(".")], int(match[2]), reading)


@form(
    r"(?<!\d)(?<!\d[:.])(?<!:)(\d{1,2}|\?\?|xx|__|00)\s?([./\-\\,])\s?(\d{1,2})\s?([./\-\\,])\s?(\d{4}|\d{3}|['’]?\d{2})(?!\d|[:/]|[.\-]\d)"
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


@form(r"(?<![\d:./\-])(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})(?![\d:./\-])")
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


PART = r"(?:(early|mid|middle of|late|end of|beginning of|start of)[\s\-]*(?:the\s+)?(?:in\s+)?)?"


@form(rf"\b{PART}({MONTH})\s*(?:-|/|to|and|&|until|–)\s*({MONTH}){GAP}({YEARS})")
def months_of_year(match: re.Match[str], reading: Reading) -> Atom:
    """May-June 2019, and December to January 2019, whose first month belongs to the year before."""
    year, problems = reading.year(match[4], match[0])
    first, last = MONTHS[match[2].lower().rstrip(".")], MONTHS[match[3].lower().rstrip(".")]
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    return over(match, date(year - (first > last), first, 1), month_end(year, last), "range", problems=problems)


@form(rf"\b{PART}({MONTH})(?:\s+of)?{GAP}({YEARS})")
def month_year(match: re.Match[str], reading: Reading) -> Atom:
    """March 2019, Apr '24; "early" and "late" keep to the month."""
    year, problems = reading.year(match[3], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    month = MONTHS[match[2].lower().rstrip(".")]
    return over(match, date(year, month, 1), month_end(year, month), "month", bool(match[1]), problems)


@form(r"(?<![\d/.\-])(0?[1-9]|1[0-2])\s?[/.\-]\s?((?:19|20)\d{2})(?![\d/]|[.\-]\d)")
def number_year(match: re.Match[str], reading: Reading) -> Atom:
    """03/2019."""
    year, month = int(match[2]), int(match[1])
    return over(match, date(year, month, 1), month_end(year, month), "month")


@form(rf"\b{PART}({'|'.join(SEASONS)})(?:\s+(?:term|of|time))*[\s,]*({YEAR4})(?:\s*[/\-]\s*(\d{{4}}|\d{{2}})(?!\d))?")
def season(match: re.Match[str], reading: Reading) -> Atom:
    """Summer 2017; winter spans the end of the year that it names, or the two that it names."""
    year, problems = reading.year(match[3], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    first, last = SEASONS[match[2].lower()]
    return over(match, date(year, first, 1), month_end(year + (first > last), last), "range", bool(match[1]), problems)


NAMES = (
    r"christmas holidays|christmas day|christmas eve|christmas|xmas day|xmas eve|xmas|boxing day|new year[’']?s eve|new year[’']?s day|new year|"
    r"easter holidays|easter sunday|easter monday|easter day|easter|good friday|summer holidays"
)


@form(rf"\b({NAMES})[\s,]*({YEAR4})")
def holidays(match: re.Match[str], reading: Reading) -> Atom:
    """Christmas 2018, Easter Monday 2019."""
    year, problems = reading.year(match[2], match[0])
    if year is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    first, last = holiday(match[1].lower().replace("’", "'").replace("xmas", "christmas"), year)
    return over(match, first, last, "day" if first == last else "range", first != last, problems)


@form(rf"\b(?:Q([1-4])[\s,/\-]*({YEAR4})|({YEAR4})[\s/\-]*Q([1-4]))\b")
def quarter(match: re.Match[str], reading: Reading) -> Atom:
    """Q2 2019, of the calendar year."""
    number, year = int(match[1] or match[4]), int(match[2] or match[3])
    return over(match, date(year, 3 * number - 2, 1), month_end(year, 3 * number), "range")


@form(
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


@form(r"\b(?:the\s+)?(early|mid|late)?[\s\-]*(?:the\s+)?((?:19|20)\d)0[’']?s\b")
def decade(match: re.Match[str], reading: Reading) -> Atom:
    """The 1990s."""
    first = int(match[2]) * 10
    return over(match, date(first, 1, 1), date(first + 9, 12, 31), "range", bool(match[1]))


@form(
    r"\b(?:(early|mid|middle of|late|end of|beginning of|start of)[\s\-]*)?(?:in\s+)?(?<![\d/.\-:@])((?:19|20)\d{2})(?![\d:]|[/.\-]\d|\s*hrs|\s*hours|h\b)"
)
def year(match: re.Match[str], reading: Reading) -> Atom:
    """2018, early 2018: the days stay those of the whole year, because "early" has no edge."""
    number, problems = reading.year(match[2], match[0])
    if number is None:
        return Atom(match.start(), match.end(), None, None, "unknown", problems=problems)
    return over(match, date(number, 1, 1), date(number, 12, 31), "year", bool(match[1]), problems)


@form(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?({MONTH})(?!\s*\d)")
def day_month(match: re.Match[str], reading: Reading) -> Atom:
    """12 March, with no year: a person must say which."""
    return problem(match, "no-year", "“{}” has no year: write the year.")


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
        if not (days and atom.precision == "year" and text[atom.start : atom.end].strip().isdigit())
    ]
