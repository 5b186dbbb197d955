"""Puts entries into an agency's own columns, with its titles, its banners and its slips."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from scr_portal.demo.chronologies.days import is_open
from scr_portal.demo.chronologies.grammar import Grammar
from scr_portal.demo.chronologies.shapes import Case, Document, Entry, Layout, Table, Value
from scr_portal.demo.chronologies.writing_dates import can_be_spoilt, spoilt, written


def lay_out(case: Case, agency: str, entries: Sequence[Entry], folder: Path) -> Document:
    """The file that an agency makes of its entries."""
    layout = case.agencies[agency].layout
    rng = random.Random(f"{case.seed}/{agency}")  # noqa: S311 - a story, not a secret
    clerk = Clerk(layout, Grammar(rng, case.facts, case.pools), _slips(layout, entries, rng))
    records = [clerk.record(place, entry) for place, entry in enumerate(entries)]
    tables = list(_tables(layout, entries, records))
    return Document(folder / layout.file, layout.titles[0], tables, layout.closing, layout.glossary)


class Clerk:
    """Writes the records of one agency from top to bottom."""

    def __init__(self, layout: Layout, grammar: Grammar, slips: dict[int, str]) -> None:
        self.layout, self.grammar, self.slips = layout, grammar, slips

    def record(self, place: int, entry: Entry) -> list[Value]:
        """One entry as the cells of a row."""
        memo: dict[str, str] = {}
        return [self._cell(under, place, entry, memo) for _, under in self.layout.columns]

    def _cell(self, under: str, place: int, entry: Entry, memo: dict[str, str]) -> Value:
        if under == "date":
            return self._date(place, entry)
        if under == "entered":
            return _entered(entry, self.grammar.rng)
        if under == "time":
            return "" if entry.shape else entry.clock
        if under in ("kind", "event", "action", "comment"):
            return str(getattr(entry, under))
        return self.grammar.fill(under, entry.on, memo)

    def _date(self, place: int, entry: Entry) -> Value:
        if place in self.slips:
            return spoilt(entry, self.slips[place])
        usual, *others = self.layout.dates
        style = self.grammar.rng.choice(others) if others and self.grammar.rng.random() < 0.12 else usual
        return written(entry, style)


def _entered(entry: Entry, rng: random.Random) -> date:
    """The day on which an entry was typed in: mostly the same week, never before it happened."""
    day = (entry.until or entry.on) + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2, 3, 5, 9)))
    while not is_open(day, "office"):
        day += timedelta(days=1)
    return day


def _slips(layout: Layout, entries: Sequence[Entry], rng: random.Random) -> dict[int, str]:
    """Which rows somebody mistyped, and how. The story itself stays readable."""
    slips: dict[int, str] = {}
    for how in layout.spoilt:
        fit = [
            place
            for place, entry in enumerate(entries)
            if place not in slips and not entry.told and can_be_spoilt(entry, how)
        ]
        slips[rng.choice(fit)] = how
    return slips


def _tables(layout: Layout, entries: Sequence[Entry], records: list[list[Value]]) -> Iterator[Table]:
    headings = [heading for heading, _ in layout.columns]
    if layout.by_year == "sheets":
        years = sorted({_year(entry.on) for entry in entries})
        for year in years:
            own = [record for record, entry in zip(records, entries, strict=True) if _year(entry.on) == year]
            yield Table(year, [*layout.titles, f"Financial year {year}"], headings, own)
        return
    banners = {}
    if layout.by_year == "banners":
        for place, entry in enumerate(entries):
            if place == 0 or _year(entries[place - 1].on) != _year(entry.on):
                banners[place] = _year(entry.on).replace("-", "/")
    yield Table("Chronology", [] if layout.bare else list(layout.titles), headings, records, banners)


def _year(day: date) -> str:
    """The financial year, as sheets are named: 2022-23."""
    start = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return f"{start}-{str(start + 1)[2:]}"
