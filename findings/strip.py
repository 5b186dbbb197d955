"""The chronology strip as a picture: agencies × months, the shade says how many entries, with marks, episodes and silence.

Geometry alone: what is counted comes from `merged.strip`. Everything is drawn with attributes and no style, so that the same
picture stands in a page, a PDF and a Word file.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from findings.merged import StripRow

# A cell is as large as WCAG 2.2 asks of a target (2.5.8); a long review is scrolled on the screen and scaled on paper.
CELL, HEAD, LANE = 24, 40, 26
# Up to how many entries a shade goes; white figures stand on the two darkest.
SHADES = ((0, "#f3f2f1"), (2, "#cfe3f0"), (7, "#8fc0de"), (19, "#2b6e9b"))
DARKEST = "#12344d"
SILENT = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency's month that holds entries: where it stands, its shade, its name, and the days that a click narrows the
    list to, as the address asks for them. The words are made here: one month is drawn once for each agency."""

    x: int
    number: int
    fill: str
    ink: str
    month: str
    asked: str
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts: a silence, or an episode; `x` and `width` in the picture, and its title."""

    x: int
    width: int
    title: str
    key: int = 0


@dataclass(slots=True)
class Lane:
    """One agency's line."""

    label: str
    agency: int
    y: int
    cells: list[Cell] = field(default_factory=list)
    silences: list[Bar] = field(default_factory=list)


@dataclass(slots=True)
class Picture:
    """All that the template draws."""

    width: int
    height: int
    months: list[tuple[int, date]]
    lanes: list[Lane]
    episodes: list[tuple[int, Bar]]

    @property
    def episodes_y(self) -> int:
        """Where the episodes begin, below the agencies."""
        return HEAD + len(self.lanes) * LANE


Marked = Mapping[tuple[int, date], str]
Spans = Iterable[tuple[int, str, date, date]]


def drawn(months: Sequence[date], rows: Iterable[StripRow], marked: Marked, spans: Spans = ()) -> Picture | None:
    """The picture of the counts in `rows`; `marked` says how a month of an agency is marked, `spans` are episodes
    (key, title, first day, last day). None where there is nothing to draw."""
    if not months:
        return None
    words = {month: (f"{month:%B %Y}", days_asked(month)) for month in months}
    lanes = [lane(place, row, marked, words) for place, row in enumerate(rows)]
    width = len(months) * CELL
    episodes = list(enumerate(bars(months, spans)))
    height = HEAD + (len(lanes) + len(episodes)) * LANE
    return Picture(width, height, [(place * CELL, month) for place, month in enumerate(months)], lanes, episodes)


def lane(place: int, row: StripRow, marked: Marked, words: Mapping[date, tuple[str, str]]) -> Lane:
    """One agency's cells and silences; `words` are each month's name and the days that it asks for."""
    made = Lane(row.agency, row.agency_id, HEAD + place * LANE)
    for step, (month, number) in enumerate(row.months):
        if number:
            fill = shade(number)
            ink = "#ffffff" if fill in {DARKEST, SHADES[-1][1]} else "#0b0c0c"
            said = marked.get((row.agency_id, month), "")
            made.cells.append(Cell(step * CELL, number, fill, ink, *words[month], said))
    made.silences = list(silences([number for _, number in row.months]))
    return made


def shade(number: int) -> str:
    """The fill for a number of entries."""
    return next((fill for most, fill in SHADES if number <= most), DARKEST)


def days_asked(month: date) -> str:
    """The part of an address that narrows the chronology to a month."""
    first, last = (f"{day.day}/{day.month}/{day.year}" for day in (month, end_of(month)))
    return f"first={first}&last={last}"


def end_of(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def silences(numbers: Sequence[int]) -> Iterator[Bar]:
    """Runs of three empty months or more between an agency's first entry and its last."""
    last = None
    for step, number in enumerate(numbers):
        if number:
            if last is not None and step - last - 1 >= SILENT:
                quiet = step - last - 1
                yield Bar((last + 1) * CELL, quiet * CELL, f"{quiet} months without an entry")
            last = step


def bars(months: Sequence[date], spans: Spans) -> Iterator[Bar]:
    """Where each episode that touches the months stands."""
    for key, title, first, last in spans:
        begins, ends = place_of(months, max(first, months[0])), place_of(months, min(last, end_of(months[-1])))
        if first <= end_of(months[-1]) and last >= months[0]:
            yield Bar(begins * CELL, (ends - begins + 1) * CELL, title, key)


def place_of(months: Sequence[date], day: date) -> int:
    """The number of the month of a day, from the first of `months`."""
    return (day.year - months[0].year) * 12 + day.month - months[0].month
