"""Finds the tables of a sheet: where each has its headings, and what its columns are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from agencies.chronology.headings import normal
from agencies.chronology.layout import Layout, Record
from findings.plan.headings import LONGEST, TELLING, meaning
from findings.plan.shapes import Column

PLACEHOLDER = re.compile(r"^\(.*\)$|^(?:dd|d)/(?:mm|m)/(?:yy)+$", re.IGNORECASE | re.DOTALL)

PERSON = re.compile(r"person|officer|professional|manager|individual|name|swyddog", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """One table: the records above it, its heading records, the records below, its columns."""

    layout: Layout
    above: list[Record]
    header: list[Record]
    columns: list[Column]
    body: list[Record] = field(default_factory=list)

    def place(self, name: str) -> int | None:
        """The column taken for a field, None where there is none."""
        return next((column.index for column in self.columns if column.field == name), None)

    def repeats(self, record: Record) -> bool:
        """Whether a record is a heading record over again."""
        return any(_same(record, header) for header in self.header)


def sections(layout: Layout, asked: Mapping[str, str], before: list[Column]) -> list[Section]:
    """The tables of one sheet. One without headings that is as wide as the table before it goes on with its columns
    (`before`); a sheet with neither has no section."""
    found: list[Section] = []
    waiting: list[Record] = []
    place, rows = 0, layout.rows
    while place < len(rows):
        if found and found[-1].repeats(rows[place]):
            found[-1].body.append(rows[place])
            place += 1
            continue
        headings, height = headings_at(layout, place, asked)
        if height:
            columns = propose(headings, asked)
            found.append(Section(layout, waiting, rows[place : place + height], columns))
            waiting, place = [], place + height
            continue
        (found[-1].body if found else waiting).append(rows[place])
        place += 1
    if not found and before and waiting and layout.width <= max(column.index for column in before) + 1:
        return [Section(layout, [], [], before, waiting)]
    return found


def _same(record: Record, header: Record) -> bool:
    texts = {normal(record.texts[column]) for column in record.full}
    known = {normal(header.texts[column]) for column in header.full}
    return len(known) > 1 and len(texts & known) >= 0.7 * max(len(known), len(texts))


def headings_at(layout: Layout, place: int, asked: Mapping[str, str]) -> tuple[list[str], int]:
    """The headings that begin at a record and how many records they take; ([], 0) where none begin."""
    row = layout.rows[place]
    if not _could_be(row):
        return [], 0
    below = layout.rows[place + 1] if place + 1 < len(layout.rows) else None
    single, joined = list(row.texts), _joined(layout, row, below) if below and _could_be(below, 1) else []
    alone = max(_score(single, asked), _score(below.texts, asked) if below else 0, 2)
    if joined and _score(joined, asked) > alone:
        return joined, 2
    if not _score(single, asked):
        return [], 0
    explained = below is not None and all(PLACEHOLDER.match(below.texts[column]) for column in below.full)
    return single, 2 if explained else 1


def _could_be(row: Record, least: int = 2) -> bool:
    texts = [row.texts[column] for column in row.full]
    words = all(isinstance(row.values[column], str) for column in row.full)
    return (
        len(texts) >= least
        and words
        and all(len(text) <= LONGEST and (len(text) < 8 or text[-1] != ".") for text in texts)
    )


def _joined(layout: Layout, upper: Record, lower: Record) -> list[str]:
    """One heading for each column out of two records: what stands above several columns only groups them."""
    spans = layout.across.get(upper.number, {})
    if not spans and len(upper.full) >= len(lower.full):
        return []
    width = max(len(upper.texts), len(lower.texts))
    repeated = {column for column in range(width) if (upper.number + 1, column) in layout.filled or (lower.number, column) in layout.filled}  # fmt: skip
    return [upper.text(c) if c in repeated or not lower.text(c) else lower.text(c) for c in range(width)]


def _score(headings: list[str], asked: Mapping[str, str]) -> int:
    """How many different fields headings name; 0 where they are no headings of a plan."""
    full = [heading for heading in headings if heading]
    found = {asked[normal(h)] if normal(h) in asked else meaning(h)[0] for h in full}
    chosen = sum(normal(heading) in asked for heading in full)
    names = {name for name in found if name}
    known = sum(bool(meaning(heading)[0]) or normal(heading) in asked for heading in full)
    if not names & set(TELLING) or (len(names) < 3 and chosen < 2) or 2 * known < len(full):
        return 0
    return len(names)


def propose(headings: list[str], asked: Mapping[str, str]) -> list[Column]:
    """The columns of a table in their order, one at most for each field; what a person chose decides first."""
    found = []
    for index, heading in enumerate(headings):
        if not heading:
            continue
        chosen = asked.get(normal(heading))
        name, sure = (chosen, 1.1) if chosen is not None else meaning(heading)
        found.append(Column(index, heading, name, sure))
    found = _settled(found, chosen=bool(asked))
    best: dict[str, Column] = {}
    for column in found:
        if column.field and (column.field not in best or column.confidence > best[column.field].confidence):
            best[column.field] = column
    return [
        Column(c.index, c.heading, c.field if best.get(c.field) is c else "", round(min(c.confidence, 1.0), 2))
        for c in found
    ]


def _settled(columns: list[Column], *, chosen: bool) -> list[Column]:
    """Who owns or leads is an agency where no column of agencies stands beside it and the heading names no person."""
    names = [column.field for column in columns]
    if chosen:
        return columns
    settled = []
    for column in columns:
        name = column.field
        if name == "lead" and "agency" not in names and not PERSON.search(column.heading):
            name = "agency"
        settled.append(Column(column.index, column.heading, name, column.confidence))
    return settled
