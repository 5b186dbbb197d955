"""How a file of the corpus is described: its records in order, and beside each what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

Cell = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Gold:
    """One entry as a careful person would read it. `status` is "ok" where nothing is to be asked."""

    sheet: str | None
    row: int
    sub: int
    date_from: date | None
    date_to: date | None
    precision: str
    time: str | None
    end_time: str | None
    source: str
    event: str
    action: str
    status: str = "ok"


@dataclass(slots=True)
class TableOf:
    """One table: heading → field for each column, and the records that are written below each other."""

    sheet: str | None
    columns: Mapping[str, str]
    records: list[list[Cell]] = field(default_factory=list)
    gold: list[Gold] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)

    def head(self) -> TableOf:
        """The headings, as a record."""
        self.records.append(list(self.columns))
        return self

    def line(self, *cells: Cell, wide: bool = False) -> TableOf:
        """A record that is no entry; `wide` merges its first cell over all columns."""
        self.records.append(list(cells))
        if wide:
            self.wide.append(len(self.records))
        return self

    def entry(self, *cells: Cell, on: str | None, **known: Any) -> TableOf:
        """A record that is an entry. `on` is "2019-03-12", "2019-03" (a month), "2019" (a year), "2019-03-12/2019-03-15"
        or None for undated; source, event and action are those of the cells unless they are given."""
        self.records.append(list(cells))
        self._gold(1, on, known)
        return self

    def entries(self, *cells: Cell, several: Sequence[Mapping[str, Any]]) -> TableOf:
        """A record whose cells hold several events; each is described as in `entry`."""
        self.records.append(list(cells))
        for sub, known in enumerate(several, 1):
            rest = dict(known)
            self._gold(sub, rest.pop("on"), rest)
        return self

    def _gold(self, sub: int, on: str | None, known: dict[str, Any]) -> None:
        cells = dict(zip(self.columns.values(), self.records[-1], strict=False))
        texts = {name: str(known.pop(name, cells.get(name) or "")) for name in ("source", "event", "action")}
        first, last, precision = bounds(on)
        row = known.pop("row", len(self.records))
        clocks = {name: known.pop(name, None) for name in ("time", "end_time")}
        self.gold.append(Gold(self.sheet, row, sub, first, last, precision, **clocks, **texts, **known))


def bounds(on: str | None) -> tuple[date | None, date | None, str]:
    """What a short form of a date says: its first and last day and how precise it is."""
    if on is None:
        return None, None, "unknown"
    if "/" in on:
        first, last = (date.fromisoformat(end) for end in on.split("/"))
        return first, last, "range"
    if len(on) == 4:
        return date(int(on), 1, 1), date(int(on), 12, 31), "year"
    if len(on) == 7:
        year, month = int(on[:4]), int(on[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(following.toordinal() - 1), "month"
    day = date.fromisoformat(on)
    return day, day, "day"


@dataclass(frozen=True, slots=True)
class Case:
    """One file of the corpus: how it is written, and all entries that it holds."""

    name: str
    tables: Callable[[], list[TableOf]]
    write: Callable[[Path, list[TableOf]], None]

    def build(self, folder: Path) -> tuple[Path, list[Gold]]:
        """Write the file into `folder`; returns where, and its gold."""
        path = folder / self.name
        tables = self.tables()
        self.write(path, tables)
        return path, [gold for table in tables for gold in table.gold]
