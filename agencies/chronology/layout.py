"""A sheet as a person sees it: the text of every cell, merged cells filled down, and what each row looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from agencies.chronology.grid import Mark, Sheet, Value, text_of

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|dydd \w+)"
NUMERIC = r"(?:\d{1,4}|\?{1,2}) ?[/.\-‐-–] ?\d{1,2} ?[/.\-‐-–] ?\d{2,4}"
SPAN_OF_DAYS = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—/&] ?| to | and ))?"
WRITTEN = rf"(?:{SPAN_OF_DAYS}\d{{1,2}}(?:st|nd|rd|th)?[ .\-/]*(?:of )?{MONTH}\b|{MONTH}\b[ .\-,/'’]*\d{{1,4}})"
PERIOD = r"(?:early|mid|late|spring|summer|autumn|winter|christmas|xmas|easter|circa|c\.|approx\w*|about|around|between|during|week|w/c|wc|beginning|end of|start of)\W.*\b(?:19|20)\d\d"
TIMES = r"\d{1,2}[.:]\d\d ?(?:-|–|to) ?\d{1,2}[.:]\d\d(?!\d|[./\-]\d)"  # "14.15-15.00" is no date
DATED = re.compile(
    rf"^\W*(?!{TIMES})(?:(?:{DAY_NAME})\W+)?(?:(?:(?:on|by|from)(?: the| (?:{DAY_NAME}))?|or|in|at|during|c|circa|approx\w*|about|around|some ?time|some point|probably|possibly|early|mid|late|w/c)\W+){{0,4}}(?:{NUMERIC}|{WRITTEN}|{PERIOD})",
    re.IGNORECASE,
)
UNDATED = re.compile(
    r"^\W*(?:un ?dated|date (?:not )?(?:un)?known|not known|unknown|n/?k|n/?a|no date(?: (?:given|recorded|known))?|date (?:is |was )?not (?:recorded|given|stated|clear|documented)|not dated|tbc|heb ddyddiad|anhysbys)\W*$",
    re.IGNORECASE,
)
YEAR = re.compile(r"^\W*(?:c\.? ?|circa )?(?:19|20)\d\d(?:\W{1,3}(?:19|20)?\d\d)?\W*$", re.IGNORECASE)
SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
CLOCK = re.compile(
    r"^\W*(?:approx\w*|circa|c\.?|about|@|at)?\W*(?:[01]?\d|2[0-4])(?:(?:[:.;h] ?[0-5]\d(?::\d\d)?)? ?(?:[ap]\.?m\.?|hrs?|hours|o'?clock)|[:.;h] ?[0-5]\d(?::\d\d)?|[0-5]\d)\b",
    re.IGNORECASE,
)
LONG_CELL = 200


@dataclass(slots=True)
class Record:
    """One record: its number in the source, the texts of its cells, the values behind them, which are not blank."""

    number: int
    texts: list[str]
    values: list[Value]
    full: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.full = [column for column, text in enumerate(self.texts) if text]

    def text(self, column: int | None) -> str:
        return self.texts[column] if column is not None and column < len(self.texts) else ""

    def add(self, column: int, text: str, between: str) -> None:
        """Put more words into a cell, below or behind those that it has."""
        self.texts += [""] * (column + 1 - len(self.texts))
        self.texts[column] = f"{self.texts[column]}{between}{text}".strip()
        self.__post_init__()

    def value(self, column: int | None) -> Value:
        return self.values[column] if column is not None and column < len(self.values) else None


@dataclass
class Layout:
    """The records of a sheet that are not blank. `filled` are cells whose text stands in a merged cell above."""

    sheet: Sheet
    rows: list[Record]
    filled: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def marks(self) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = {}
        for mark in self.sheet.marks:
            found.setdefault(mark.row, []).append(mark)
        return found

    @cached_property
    def across(self) -> dict[int, dict[int, int]]:
        """Row → first column of a merged cell → its last column."""
        found: dict[int, dict[int, int]] = {}
        for top, left, bottom, right in self.sheet.spans:
            if right > left:
                for row in range(top, min(bottom, len(self.sheet.rows)) + 1):
                    found.setdefault(row, {})[left] = right
        return found

    @cached_property
    def width(self) -> int:
        return max((row.full[-1] + 1 for row in self.rows if row.full), default=0)


def lay_out(sheet: Sheet) -> Layout:
    """The layout of a sheet; merged cells are filled down, never across."""
    values = sheet.rows
    filled: set[tuple[int, int]] = set()
    for top, left, bottom, _ in sheet.spans:
        for row in range(top + 1, min(bottom, len(values)) + 1):
            _fill(values, row, left, values[top - 1][left] if left < len(values[top - 1]) else None, filled)
    rows = []
    for number, cells in enumerate(values, 1):
        texts = [text_of(cell) for cell in cells]
        if sheet.wrapped:
            texts = [unwrapped(text) for text in texts]
        if any(texts) and any(text and (number, column) not in filled for column, text in enumerate(texts)):
            rows.append(Record(number, texts, cells))
    return Layout(sheet, rows, filled)


def _fill(values: list[list[Value]], row: int, column: int, value: Value, filled: set[tuple[int, int]]) -> None:
    cells = values[row - 1]
    cells += [None] * (column + 1 - len(cells))
    if value not in (None, "") and cells[column] in (None, ""):
        cells[column] = value
        filled.add((row, column))


def unwrapped(text: str) -> str:
    """The words of a cell whose line breaks come from the width of its column; a line that begins an event of its own
    stays one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if re.fullmatch(NUMERIC, "".join(lines)):
        return "".join(lines)
    whole = ""
    for line in lines:
        own = bool(re.search(r"[.;:!?)]$", whole)) and bool(DATED.match(line) or re.match(r"[•▪·]", line))
        cut = bool(re.search(r"\w-$", whole)) and line[:1].islower()
        whole += line if not whole or cut else f"\n{line}" if own else f" {line}"
    return whole


def is_dated(value: Value, text: str) -> bool:
    """Whether a cell plainly begins with a date; cheap, for finding columns. Reading the date is another's work."""
    if isinstance(value, date | datetime):
        return True
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 20000 <= value < 60000 or 1900 <= value <= 2100
    return bool(text) and len(text) <= LONG_CELL and bool(DATED.match(text) or YEAR.match(text) or SERIAL.match(text))


def turned(layout: Layout, first: int, last: int) -> Sheet:
    """The block of records `first` to `last` (places in `layout.rows`) with rows for columns."""
    block = layout.rows[first : last + 1]
    width = max(len(row.values) for row in block)
    rows: list[list[Value]] = [[row.value(column) for row in block] for column in range(width)]
    places = {row.number: place for place, row in enumerate(block)}
    marks = [
        Mark(mark.column + 1, places[mark.row], mark.kind, mark.message)
        for mark in layout.sheet.marks
        if mark.row in places
    ]
    return Sheet(layout.sheet.name, rows, epoch=layout.sheet.epoch, marks=marks, wrapped=layout.sheet.wrapped)
