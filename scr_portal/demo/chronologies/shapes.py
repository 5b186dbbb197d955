"""The shapes that the telling of a case is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from scr_portal.demo.chronologies.grammar import Facts

Value = date | datetime | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of one agency before it is put into the agency's columns. `shape` is how loosely its date is known:
    "" (a day), "month", "week", "part" (early, mid, late) or "range" (up to `until`)."""

    on: date
    clock: str
    kind: str
    event: str
    action: str = ""
    comment: str = ""
    shape: str = ""
    until: date | None = None
    told: bool = False  # part of the story, not of the routine


@dataclass(frozen=True, slots=True)
class Layout:
    """How one agency writes its chronology down.

    `columns` are pairs of heading and what stands under it: "date" "entered" "time" "event" "action" "comment" "kind",
    or a text for the grammar. `dates` names the way of writing dates, `spoilt` the rows that somebody mistyped.
    """

    file: str
    titles: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    dates: tuple[str, ...]
    spoilt: tuple[str, ...] = ()
    by_year: str = ""  # "sheets", "banners" or ""
    bare: bool = False  # a system's own export: no titles, semicolons
    closing: tuple[str, ...] = ()
    glossary: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency: how many rows it writes, when it was busy, on which days it works, and its own prose."""

    rows: int
    busy: str
    prose: str
    layout: Layout
    days: str = "office"  # "office", "term" or "any"


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is told of one case: the period, the story that agencies share, and each agency's own telling."""

    seed: int
    first: date
    last: date
    facts: Facts
    pools: Mapping[str, Sequence[str]]
    story: str
    agencies: Mapping[str, Agency]
    periods: Mapping[str, str] = field(default_factory=dict)  # names that the prose gives to several windows together


@dataclass(slots=True)
class Table:
    """A table as it is written: its name (a sheet's), lines above, headings, records, and lines across it."""

    name: str
    titles: list[str]
    headings: list[str]
    records: list[list[Value]]
    banners: dict[int, str] = field(default_factory=dict)  # before which record, what line


@dataclass(frozen=True, slots=True)
class Document:
    """One file: where it goes, whose it is, its tables, what stands after them, and its abbreviations."""

    path: Path
    owner: str
    tables: Sequence[Table]
    closing: Sequence[str]
    glossary: Mapping[str, str]
