"""The date of one record, as evidence: read from its cell, carried down where it is blank, and always with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from agencies.chronology import passed
from agencies.chronology.dates import MIXED, propose_order, read_date
from agencies.chronology.grid import Value
from agencies.chronology.layout import DATED, Record
from agencies.chronology.shapes import FuzzyDate, Problem
from agencies.chronology.tables import Section
from agencies.chronology.times import read_time

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WELSH_DAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")
DAY_NUMBER = re.compile(r"^\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\W+)?(\d{1,2})(?:st|nd|rd|th)?\W*$", re.IGNORECASE)
OVER_NIGHT = re.compile(
    r"^\W*(?:over ?night|(?:the )?night(?: shift)?)(?: of| on)?(?: the)? (\d{1,2})(?:st|nd|rd|th)?(?: ?[-–/&] ?| to | into | and )(?:the )?(\d{1,2})(?:st|nd|rd|th)?\W*$",
    re.IGNORECASE,
)
OF_WEEK = re.compile(
    r"^\W*(?:w/?[ceb]|week (?:commencing|beginning|ending))\W+(?:the )?(\d{1,2})(?:st|nd|rd|th)?\W*$", re.IGNORECASE
)
MIDNIGHT = re.compile(r"\d\D+(?:0?0|12)[:.]00(?:[:.]00)?(?: ?am)?$", re.IGNORECASE)
ONLY_YEAR = re.compile(r"^\W*((?:19|20)\d\d)\W*$")
A_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?![\d/])")
ALL_NUMBERS = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](?:\d{2}|\d{4})\b")
MONTH_FIRST = Problem(
    "month-first",
    "This column seems to put the month first: say in which order its dates are written, then read the file again.",
)
SWAPPED = Problem(
    "month-first",
    "Some dates of this column put the month first, so a spreadsheet may have turned day and month of this one round: check it.",
)


@dataclass
class Dating:
    """How the dates of one table are read. `order` is what a person chose; None means day first unless the column seems
    to put the month first, and to ask."""

    epoch: int = 1900
    order: str | None = None
    today: date | None = None
    last: FuzzyDate | None = None
    banner: str = ""
    day_banner: FuzzyDate | None = None
    ask_order: Problem | None = None
    swapped: bool = False
    midnights: bool = False
    known: dict[object, FuzzyDate] = field(default_factory=dict)

    def read(self, value: Value, text: str) -> FuzzyDate:
        """The date in one cell; the same words are read once."""
        key = (type(value), value) if not isinstance(value, str) else text
        found = self.known.get(key)
        if found is None:
            given = text if isinstance(value, str) or _no_serial(value) else value
            found = self._read(given)
            timeless = self.midnights and found.time == "00:00"
            if timeless or found.text != text:
                found = replace(found, text=text, time=None if timeless else found.time)
            if len(self.known) < 20_000:
                self.known[key] = found
        return found

    def _read(self, given: Value) -> FuzzyDate:
        """What one cell says in the order that a person chose, or else in the likelier one. A column that seems to put the
        month first is read so wherever that can be; each of its days is asked about."""
        likely = "MDY" if self.ask_order == MONTH_FIRST else "DMY"
        found = read_date(given, order=self.order or likely, epoch=self.epoch, today=self.today)
        if self.order is None and any(problem.kind == "day-first" for problem in found.problems):
            return read_date(given, epoch=self.epoch, today=self.today)
        return found

    def study(self, section: Section, column: int) -> None:
        """Ask before a column that seems to put the month first is believed. A spreadsheet set to the other order turns
        what it can into dates and leaves the rest as text, so true dates beside such text are doubtful as well."""
        records = [record for record in section.body if record.number not in section.repeats and record.text(column)]
        records = list({record.number: record for record in records}.values())
        texts = [record.texts[column] for record in records if isinstance(record.values[column], str)]
        # A program that writes midnight behind every date writes it because it was given no time.
        dated = [text for text in texts if DATED.match(text)]
        self.midnights = len(dated) > 1 and all(MIDNIGHT.search(text) for text in dated)
        if self.order is not None or not texts:
            return
        order, asked = propose_order(texts, len(records))
        self.ask_order = MONTH_FIRST if order == "MDY" else MIXED if MIXED in asked else None
        self.known.clear()  # what was read before the order of this column was known
        days = [record.values[column] for record in records if isinstance(record.values[column], date | datetime)]
        if len(days) >= 2 and all(day.day <= 12 for day in days if isinstance(day, date)):
            pairs = [(int(first), int(second)) for text in texts for first, second in ALL_NUMBERS.findall(text)[:1]]
            self.swapped = (
                len(pairs) >= 2 and all(max(pair) > 12 for pair in pairs) and not self._in_order(records, column)
            )
        self.swapped = self.swapped or (self.ask_order == MONTH_FIRST and bool(days))

    def _in_order(self, records: list[Record], column: int) -> bool:
        """Whether the days follow each other as they stand, five at least, and would not if the true ones were turned round."""
        found, turned = [], []
        for record in records:
            value, day = record.values[column], self.read(record.values[column], record.texts[column]).date_from
            if day:
                found.append(day)
                turned.append(day.replace(month=day.day, day=day.month) if isinstance(value, date) else day)
        return len(found) >= 5 and found == sorted(found) and turned != sorted(turned)

    def doubts(self, value: Value, found: FuzzyDate) -> tuple[Problem, ...]:
        """What the rest of the column makes doubtful about one date."""
        if any(problem.kind == "month-first" for problem in found.problems):
            return ()
        if isinstance(value, date | datetime):
            return (SWAPPED,) if self.swapped and value.day <= 12 else ()
        if self.ask_order and found.order_used in ("DMY", "MDY") and self._could_be_either(found):
            return (self.ask_order,)
        return ()

    def _could_be_either(self, found: FuzzyDate) -> bool:
        """Whether a date's numbers are a day in both orders, and not the same one; all of them where the column is one
        that puts the month first."""
        if self.ask_order == MONTH_FIRST:
            return True
        pairs = [(int(first), int(second)) for first, second in ALL_NUMBERS.findall(found.text)]
        return any(first <= 12 and second <= 12 and first != second for first, second in pairs)

    def of(self, record: Record, column: int | None) -> FuzzyDate:
        """The date of one record, and what a person must look at as its problems."""
        text, value = record.text(column), record.value(column)
        if not text:
            return self._carried("")
        if passed.DITTO.match(text):
            return self._carried(text, kind="ditto")
        found = self.read(value, text)
        if any(problem.kind == "ditto" for problem in found.problems):
            return self._carried(text, kind="ditto")
        if found.date_from is None and (self.day_banner or self.last) and passed.TIME_ALONE.match(text):
            return replace(self._carried(text), time=read_time(text, text).time)
        if found.date_from is None and self.banner:
            found = self._under_banner(found, text)
        doubts = self.doubts(value, found)
        if doubts:
            found = replace(found, problems=(*found.problems, *doubts))
        if found.date_from is not None:
            self.last = found
        return found

    def of_piece(self, text: str, whole: FuzzyDate) -> FuzzyDate:
        """The date of one of several events in a cell; a year that is not written is the row's."""
        found = self.read(text, text)
        if found.date_from is None and whole.date_from and whole.date_to and whole.date_from.year == whole.date_to.year:
            joint = "/" if text[-1:].isdigit() else " "
            year = whole.date_from.year
            with_year = self.read("", f"{text}{joint}{year}")
            if with_year.precision == "day":
                problem = Problem(
                    "carried-down", f"“{text}” has no year: that of the row ({year}) was taken. Check that it holds."
                )
                return replace(with_year, text=text, certain=False, problems=(*with_year.problems, problem))
        return replace(found, problems=(*found.problems, *self.doubts(text, found)))

    def _carried(self, text: str, kind: str = "carried-down") -> FuzzyDate:
        """The date above, for a cell that is blank or says "ditto"."""
        above = self.day_banner or self.last
        if above is None:
            problem = Problem("undated", "The entry has no date, and there is none above it: write when it happened.")
            return FuzzyDate(text=text, problems=(problem,))
        if self.day_banner and kind == "carried-down":
            return replace(above, text=text or above.text, time=None, end_time=None)
        inherited = tuple(problem for problem in above.problems if problem.kind not in ("carried-down", "ditto"))
        cell = "is blank" if not text else "holds only a time" if kind == "carried-down" else "is a ditto"
        sentence = f"The date cell {cell}: the date above ({above.text}) was taken. Check that it holds here."
        return replace(
            above, text=text, certain=False, time=None, end_time=None, problems=(*inherited, Problem(kind, sentence))
        )

    def _under_banner(self, found: FuzzyDate, text: str) -> FuzzyDate:
        """A bare day below a banner with month and year, or a day and month below a year: "14th" under "MARCH 2019"."""
        day = DAY_NUMBER.match(text) or OF_WEEK.match(text)
        years = set(A_YEAR.findall(self.banner))
        year = A_YEAR.search(self.banner) if len(years) == 1 else None
        if day and (not year or not ONLY_YEAR.match(self.banner)):
            named = text if OF_WEEK.match(text) else day[1]
            whole, said = self.read("", f"{named} {self.banner}"), "Only the day is written here"
        elif year and not day and not re.search(r"\d{3}", text):
            joint = "/" if text[-1:].isdigit() and not re.match(r"\W*[^\W\d]{3,} \d+\W*$", text) else " "
            whole, said = self.read("", f"{text}{joint}{year[1]}"), "No year is written here"
        else:
            return found
        if whole.precision not in ("day", "month", "range"):
            return found
        problem = Problem(
            "carried-down", f"{said}: the rest was taken from the line “{self.banner}” above. Check that it holds."
        )
        return replace(whole, text=text, certain=False, problems=(*whole.problems, problem))


def _no_serial(value: Value) -> bool:
    """Whether a number is no day of a spreadsheet's calendar from 1941 to 2100: 2019 is a year, 12 a day of a month."""
    return isinstance(value, int | float) and not isinstance(value, bool) and not 15_000 <= value <= 73_050


def with_end(start: FuzzyDate, end: FuzzyDate) -> tuple[FuzzyDate, list[Problem]]:
    """The span from a start to an end that stand in two columns; a reversed one keeps its start and is said."""
    problems = [problem for problem in end.problems if problem.kind not in ("undated",)]
    if start.date_from is None or start.date_to is None or end.date_to is None or end.date_from is None:
        return start, problems
    if end.date_to < start.date_from:
        sentence = f"The end ({end.text}) lies before the start ({start.text}): check both dates."
        return replace(start, end_time=start.end_time or end.time), [*problems, Problem("reversed-range", sentence)]
    if (end.date_from, end.date_to) == (start.date_from, start.date_to):
        return replace(start, end_time=start.end_time or end.time), problems
    span = replace(
        start,
        date_to=max(end.date_to, start.date_to),
        precision="range",
        certain=start.certain and end.certain,
        end_time=end.time,
    )
    return span, problems


def over_night(found: FuzzyDate, text: str) -> FuzzyDate | None:
    """The two days of "overnight 3rd/4th" in a column of times, where the first of them is the record's own day; None where
    the words say nothing of the kind."""
    said = OVER_NIGHT.match(text)
    if not said or found.precision != "day" or not found.date_from:
        return None
    following = found.date_from + timedelta(days=1)
    if (found.date_from.day, following.day) != (int(said[1]), int(said[2])):
        return None
    return replace(found, date_to=following, precision="range")


def weekday(text: str) -> int | None:
    """The day of the week that a text begins with, Monday 0; None where it begins with none."""
    words = text.lower().removeprefix("dydd ")
    names = [place for place, name in enumerate(DAYS) if words.startswith(name)]
    names = names or [place for place, name in enumerate(WELSH_DAYS) if words.startswith(name)]
    return names[0] if names else None


def weekday_problem(text: str, found: FuzzyDate) -> Problem | None:
    """A weekday in a column of its own that is not the date's."""
    if not text:
        return None
    named = weekday(text)
    if named is None or found.precision != "day" or found.date_from is None or found.date_from.weekday() == named:
        return None
    return Problem(
        "weekday", f"{found.date_from:%d/%m/%Y} was a {found.date_from:%A}, and the entry says {text}: check the date."
    )
