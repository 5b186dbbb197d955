"""Chronologies without a table: paragraphs that each begin with a date."""

from __future__ import annotations

from datetime import date

from agencies.chronology import events, passed
from agencies.chronology.dating import Dating
from agencies.chronology.entries import EntryMaker
from agencies.chronology.grid import Sheet, text_of
from agencies.chronology.layout import Layout, Record
from agencies.chronology.rows import TableReader
from agencies.chronology.shapes import Parsed, ProposedColumn, Skipped, Table
from agencies.chronology.tables import Section

FEWEST = 2
COLUMNS = [ProposedColumn(0, "", "date", 0.5), ProposedColumn(1, "", "event", 0.5)]


def take(sheet: Sheet, dating: Dating, born: date | None, parsed: Parsed) -> None:
    """Read dated paragraphs as entries where they are plainly a list; what follows one belongs to it. Adds to `parsed`;
    leaves it as it is where the text is no list."""
    lines = [(number, text_of(row[0])) for number, row in enumerate(sheet.rows, 1) if row and text_of(row[0])]
    dated = {number: found for number, text in lines if (found := events.leading_date(text))}
    if len(dated) < FEWEST or 4 * len(dated) < len(lines):
        return
    records: list[Record] = []
    skipped: list[Skipped] = []
    for number, text in lines:
        reason = "" if number in dated else passed.of_line(text) or ("banner" if passed.banner(text) else "")
        if number in dated:
            records.append(Record(number, [*dated[number]], [*dated[number]]))
        elif reason or not records:
            skipped.append(Skipped(sheet.name, number, text, reason or "title"))
        else:
            records[-1].add(1, text, " " if sheet.wrapped else "\n")
            skipped.append(Skipped(sheet.name, number, text, f"part of the entry at line {records[-1].number}"))
    _read(sheet, records, dating, born, parsed)
    parsed.skipped += skipped


def _read(sheet: Sheet, records: list[Record], dating: Dating, born: date | None, parsed: Parsed) -> None:
    section = Section(Layout(sheet, records), [], [], body=records)
    reader = TableReader(EntryMaker(section, COLUMNS, dating, born))
    reader.read()
    notice = "There is no table: paragraphs that begin with a date were read as entries. Check them."
    parsed.tables.append(Table(sheet.name, None, COLUMNS, [notice]))
    parsed.rows += reader.rows
    parsed.skipped += reader.skipped


def pass_over(sheet: Sheet, parsed: Parsed) -> None:
    """Account for the text outside the tables; say so where some of it looks like entries."""
    dated = 0
    for number, row in enumerate(sheet.rows, 1):
        text = text_of(row[0]) if row else ""
        if text:
            parsed.skipped.append(Skipped(sheet.name, number, text, "outside the tables"))
            leading = events.leading_date(text)
            dated += bool(leading and len(leading[1]) > 20)
    if dated:
        parsed.notices.append(
            f"{dated} paragraph(s) outside the tables begin with a date and were not read as entries: check whether they belong in a table."
        )
