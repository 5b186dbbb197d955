"""A window of days as lanes: one for each agency, days across, each entry where its day and time put it.

Geometry alone; knows no database. An entry whose date is not known to the day is a bar over all the days that it may be of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

DAY, LINE, HEAD, MOST_DAYS = 64, 28, 30, 31


@dataclass(frozen=True, slots=True)
class Block:
    """One entry in the picture: its place, its width, and the few signs that stand in it."""

    entry: Any
    x: int
    y: int
    width: int
    sign: str


@dataclass(slots=True)
class Lane:
    """One agency's lane."""

    agency: Any
    y: int = 0
    height: int = LINE
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Window:
    """The days, the lanes, and lines between accounts of one event as (x1, y1, x2, y2)."""

    days: list[tuple[int, date]]
    lanes: list[Lane]
    ties: list[tuple[int, int, int, int]]

    @property
    def width(self) -> int:
        return len(self.days) * DAY

    @property
    def height(self) -> int:
        return HEAD + sum(lane.height for lane in self.lanes)


def laid_out(
    entries: Iterable[Any], agencies: Iterable[Any], first: date, last: date, events: Mapping[int, Any]
) -> Window:
    """The picture of the entries of a window, all agencies in it; `events` names the event of an entry by its key."""
    days = [(step * DAY, first + timedelta(step)) for step in range((last - first).days + 1)]
    lanes = {agency.pk: Lane(agency) for agency in agencies}
    held: dict[int, list[Any]] = {key: [] for key in lanes}
    for entry in entries:
        held.setdefault(entry.agency_id, []).append(entry)
        lanes.setdefault(entry.agency_id, Lane(entry.agency))
    y = HEAD
    for key, lane in lanes.items():
        lane.y = y
        place(lane, held[key], first, last)
        y += lane.height
    return Window(days, list(lanes.values()), ties(lanes.values(), events))


def place(lane: Lane, entries: Iterable[Any], first: date, last: date) -> None:
    """Put an agency's entries into its lane: bars of several days on lines of their own, then each day's entries by time."""
    taken: dict[int, int] = {}
    for entry in sorted(entries, key=lambda entry: (entry.date_from == entry.date_to, entry.date_from)):
        begins = max(0, (entry.date_from - first).days)
        ends = min((last - first).days, (entry.date_to - first).days)
        line = max((taken.get(day, 0) for day in range(begins, ends + 1)), default=0)
        for day in range(begins, ends + 1):
            taken[day] = line + 1
        sign = f"{entry.time:%H:%M}" if entry.time else ("about" if begins != ends else "day")
        lane.blocks.append(
            Block(entry, begins * DAY + 2, lane.y + line * LINE + 2, (ends - begins + 1) * DAY - 4, sign)
        )
    lane.height = LINE * max(1, *taken.values(), 1)


def ties(lanes: Iterable[Lane], events: Mapping[int, Any]) -> list[tuple[int, int, int, int]]:
    """Lines from each account of an event to the next one below it."""
    told: dict[int, list[Block]] = {}
    for lane in lanes:
        for block in lane.blocks:
            if block.entry.pk in events:
                told.setdefault(events[block.entry.pk].pk, []).append(block)
    return [
        (one.x + one.width // 2, one.y + 24, other.x + other.width // 2, other.y)
        for blocks in told.values()
        for one, other in pairwise(blocks)
    ]
