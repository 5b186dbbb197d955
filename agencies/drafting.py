"""How a line that somebody types is understood: its date and time in words, and what is wrong with it. Pure.

Also what of a spreadsheet was pasted: the lines of it, by the headings that it carries or by their number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from agencies.chronology import FuzzyDate
from agencies.chronology.dates import read_date
from agencies.chronology.headings import meaning
from agencies.chronology.seen import read_seen
from agencies.chronology.times import read_time

FIELDS = ("date_text", "time_text", "source", "event", "action", "seen")
# What the cells of a pasted line are, by how many there are; a line without headings says no more.
BY_NUMBER = {
    1: ("event",),
    2: ("date_text", "event"),
    3: ("date_text", "source", "event"),
    4: ("date_text", "time_text", "source", "event"),
    5: FIELDS[:5],
    6: FIELDS,
}
HEADED = {
    "date": "date_text",
    "time": "time_text",
    "source": "source",
    "event": "event",
    "action": "action",
    "seen": "seen",
}
ABOUT = re.compile(r"\b(?:about|around|approx\w*|circa|c\.|roughly|some time)", re.IGNORECASE)
# The longest that a line's cells may be, where they have an end.
LONGEST = {"date_text": 200, "time_text": 60}


@dataclass(frozen=True, slots=True)
class Understood:
    """A line's date with its time, how that reads, and the sentences of what is wrong; without any it can be an entry."""

    date: FuzzyDate
    words: str
    wrong: tuple[str, ...]


def understand(line: Mapping[str, str], today: date) -> Understood:
    """What the cells of one line (FIELDS) say."""
    found, clock = read_date(line["date_text"], today=today), read_time(line["time_text"], line["time_text"])
    wrong = [problem.message for problem in found.problems if problem.kind == "impossible"]
    if not line["event"].strip():
        wrong.append("Write what happened.")
    if not clock.understood:
        wrong.append(f"“{line['time_text']}” is not plainly a time of day: write it as in 14:15.")
    timed = replace(found, time=clock.time or found.time, end_time=clock.end_time or found.end_time)
    return Understood(timed, "" if wrong and not found.date_from else in_words(timed), tuple(wrong))


def in_words(found: FuzzyDate) -> str:
    """A date as people say it: "27 March 2019, 14:15", "about March 2019", "no day that can be told"."""
    first, last = found.date_from, found.date_to
    if first is None or last is None:
        return "no day that can be told" if found.text else "no date"
    said = {
        "day": f"{first.day} {first:%B %Y}",
        "month": f"{first:%B %Y}",
        "year": f"{first:%Y}",
    }.get(found.precision, f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}")
    said += f", {found.time}" if found.time else ""
    said += f" to {found.end_time}" if found.time and found.end_time else ""
    if ABOUT.search(found.text):
        return f"about {said}"
    return said if found.certain else f"{said} (not certain)"


def pasted(text: str) -> list[dict[str, str]]:
    """The lines of what was copied from a spreadsheet: cells apart by tabs, in quotes where they hold several lines.

    A first line of headings that are known says which cell is what; a heading that is not known is left out.
    """
    rows = [
        row for row in csv.reader(text.strip("\r\n").splitlines(keepends=True), delimiter="\t") if "".join(row).strip()
    ]
    if not rows:
        return []
    named = [headed(cell) for cell in rows[0]]
    if {"date_text", "event"} <= {*named}:
        return [line_of(named, row) for row in rows[1:]]
    widest = min(max(map(len, rows)), len(FIELDS))
    return [line_of(BY_NUMBER[widest], row) for row in rows]


def headed(heading: str) -> str:
    """The cell that stands under a heading of a spreadsheet; "" where none does. Not to be seen alone is not to be unseen."""
    known = HEADED.get(meaning(heading)[0], "") if heading.strip() else ""
    return "" if known == "seen" and "alone" in heading.lower() else known


def line_of(names: Sequence[str], row: Iterable[str]) -> dict[str, str]:
    """The cells of one row under their names; those that are not there are empty."""
    cells = {name: cell.strip() for name, cell in zip(names, row, strict=False) if name}
    cells["seen"] = read_seen(cells.get("seen", ""))
    return {name: cells.get(name, "")[: LONGEST.get(name)] for name in FIELDS}


def cells_of(line: Any) -> dict[str, str]:
    """The cells of a kept line, by name."""
    return {name: getattr(line, name, "") for name in FIELDS}
