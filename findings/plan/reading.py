"""From a file to actions: the sheets it holds, their tables, and what became of every record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from agencies.chronology import limits
from agencies.chronology.grid import Sheet
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record, lay_out
from agencies.chronology.shapes import ChronologyRefused
from findings.plan import passed
from findings.plan.headings import TELLING
from findings.plan.rows import TableReader
from findings.plan.shapes import Column, Parsed, PlanRefused, Skipped, Table
from findings.plan.tables import Section, sections

SENTENCES = {
    "no-table": "No action plan was found in the file: put it in a table with a heading above each column, such as Recommendation, Action and Target date.",
    "no-actions": "The file has the headings of an action plan but no action below them: fill it in and upload it again.",
}  # fmt: skip


def read_file(path: Path, columns: Mapping[str, str], known: Collection[str], today: date | None) -> Parsed:
    """Everything a file holds; raises PlanRefused."""
    try:
        _, sheets = limits.read(path)
    except ChronologyRefused as refused:
        words = refused.message.replace("the chronology", "the action plan").replace("a chronology", "an action plan")
        raise PlanRefused(refused.kind, words.replace("no chronology", "no action plan")) from None
    return interpret(sheets, columns, known, today)


def interpret(sheets: list[Sheet], columns: Mapping[str, str], known: Collection[str], today: date | None) -> Parsed:
    """What the sheets of a file say; raises PlanRefused where no action plan is among them."""
    reading = Reading({normal(heading): name for heading, name in columns.items()}, known, today)
    for sheet in sheets:
        reading.take(sheet)
    if not reading.parsed.tables:
        raise PlanRefused("no-table", SENTENCES["no-table"])
    if not reading.parsed.rows:
        raise PlanRefused("no-actions", SENTENCES["no-actions"])
    return reading.parsed


@dataclass
class Reading:
    """A file that is being read, sheet by sheet: `columns` and `last` are those with which a table may go on."""

    asked: Mapping[str, str]
    known: Collection[str]
    today: date | None
    parsed: Parsed = field(default_factory=Parsed)
    columns: list[Column] = field(default_factory=list)
    last: TableReader | None = None

    def take(self, sheet: Sheet) -> None:
        """Read one sheet."""
        layout, before = lay_out(sheet), len(self.parsed.skipped)
        self.parsed.notices += _said(sheet)
        held = {record.number for record in layout.rows}
        blank = [number for number in range(1, max(held, default=0)) if number not in held and not sheet.prose]
        self.parsed.skipped += [Skipped(sheet.name, number, "", "blank row") for number in blank]
        found = [] if sheet.prose else sections(layout, self.asked, self.columns)
        if not found:
            reason = "not part of an action plan"
            self.parsed.skipped += [
                Skipped(sheet.name, record.number, passed.said(record), reason) for record in layout.rows
            ]
        for section in found:
            self._read(section)
        self.parsed.skipped[before:] = sorted(self.parsed.skipped[before:], key=lambda each: each.row)

    def _read(self, section: Section) -> None:
        reader = TableReader(section, self.known, self.today, self.last)
        reader.read()
        header = section.header[-1].number if section.header else None
        self.parsed.tables.append(Table(section.layout.sheet.name, header, section.columns))
        self.parsed.rows += reader.rows
        self.parsed.skipped += reader.skipped
        self.parsed.notices += _of_columns(section.columns, section.body)
        self.last, self.columns = reader, section.columns


def _of_columns(columns: list[Column], body: list[Record]) -> list[str]:
    """What must be said of the columns of one table: a colour is no word, and no reader sees it."""
    told = []
    for column in columns:
        empty = not any(record.text(column.index) for record in body)
        if column.field == "rag" and empty and body:
            told.append(f"Nothing is written in the column “{column.heading}”. If its cells are only coloured, write the colours as words: red, amber, green.")  # fmt: skip
    if not {column.field for column in columns} & {TELLING[0]}:
        told.append("This table has no column of actions: each recommendation is read without any. Say which column holds the actions, if one does.")  # fmt: skip
    return told


def _said(sheet: Sheet) -> list[str]:
    """What was hidden and read all the same, and what the reader had to say."""
    name, told = f"“{sheet.name}”" if sheet.name else "The text", []
    if sheet.hidden:
        told.append(f"The sheet {name} is hidden in the file: it was read too.")
    if sheet.hidden_rows:
        told.append(f"{name} has {len(sheet.hidden_rows)} hidden row(s), which were read too.")
    if sheet.hidden_columns:
        told.append(f"{name} has {len(sheet.hidden_columns)} hidden column(s), which were read too.")
    return [*told, *sheet.notices]
