"""Further ways in which a file of a lot is written: delimited text, and workbooks of three kinds.

An underscore in what an option is told is a blank; options are NAME or NAME=VALUE and may come again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Cell, TableOf
from tests.corpus.chronology.told_options import told
from tests.corpus.chronology.ways import DELIMITERS, Way

Styles = Mapping[type, Any]


def text(*options: str) -> Way:
    """encoding= delimiter= quoted crlf sep trailing=N short bom: delimited text; `short` drops empty cells at the end."""
    said = told(options)
    delimiter = DELIMITERS[said.get("delimiter", ["comma"])[0]]

    def write(path: Path, tables: list[TableOf]) -> None:
        stream = io.StringIO(newline="")
        writer = csv.writer(
            stream,
            delimiter=delimiter,
            quoting=csv.QUOTE_ALL if "quoted" in said else csv.QUOTE_MINIMAL,
            lineterminator="\r\n" if "crlf" in said else "\n",
        )
        for table in tables:
            for record in table.records:
                cells = [writers.shown(cell) for cell in record]
                if "short" in said:
                    while cells and not cells[-1]:
                        cells.pop()
                else:
                    cells += [""] * (len(table.columns) + int(said.get("trailing", ["0"])[0]) - len(cells))
                writer.writerow(cells)
        first = f"sep={delimiter}\r\n" if "sep" in said else ""
        path.write_bytes(
            (b"\xef\xbb\xbf" if "bom" in said else b"")
            + (first + stream.getvalue()).encode(said.get("encoding", ["utf-8"])[0])
        )

    return write


def book(*options: str) -> Way:
    """1904 fmt= dtfmt= merge=[S!]A1:B1 hide-row=[S!]4 hide-column=[S!]F hide-sheet=S formula=[S!]C4:TEXT note=[S!]C4:TEXT
    filter freeze=N"""
    return lambda path, tables: _Book(path, told(options)).write(tables)


TRAPS = ("merge", "hide-row", "hide-column", "hide-sheet", "formula", "note")
AS_THEY_ARE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Book:
    """A workbook of today, with what its options hide, merge and reckon."""

    def __init__(self, path: Path, said: Mapping[str, list[str]]) -> None:
        self.said, self.epoch = said, date(1904, 1, 1) if "1904" in said else date(1899, 12, 30)
        self.made = xlsxwriter.Workbook(str(path), {"date_1904": "1904" in said, **AS_THEY_ARE})
        fmt, dtfmt = said.get("fmt", ["dd/mm/yyyy"])[0], said.get("dtfmt", ["dd/mm/yyyy hh:mm"])[0]
        formats = {date: fmt, time: "hh:mm", datetime: dtfmt}
        self.styles: Styles = {kind: self.made.add_format({"num_format": form}) for kind, form in formats.items()}
        self.plain = self.made.add_format({"text_wrap": True, "valign": "top"})
        self.bold = self.made.add_format({"bold": True})
        self.sheets: dict[str, Any] = {}
        self.values: dict[tuple[str, int, int], Cell] = {}

    def write(self, tables: list[TableOf]) -> None:
        for table in tables:
            self._fill(table.sheet or "Sheet1", table)
        for option in TRAPS:
            for value in self.said.get(option, []):
                where, bang, rest = value.partition("!")
                if not bang or where not in self.sheets:
                    where, rest = (value, value) if option == "hide-sheet" else (tables[0].sheet or "Sheet1", value)
                self._trap(option, where, rest)
        self.made.close()

    def _fill(self, name: str, table: TableOf) -> None:
        sheet = self.sheets[name] = self.made.add_worksheet(name)
        for row, record in enumerate(table.records):
            if row + 1 in table.wide:
                sheet.merge_range(row, 0, row, max(1, len(table.columns) - 1), writers.shown(record[0]), self.bold)
                continue
            for column, cell in enumerate(record):
                self.values[name, row, column] = cell
                self._put(sheet, row, column, cell)
        if "filter" in self.said:
            sheet.set_column(0, 12, 18)
        for value in self.said.get("freeze", []):
            sheet.freeze_panes(int(value), 0)

    def _trap(self, option: str, where: str, rest: str) -> None:
        sheet = self.sheets[where]
        if option == "hide-sheet":
            sheet.hide()
        elif option == "hide-row":
            sheet.set_row(int(rest) - 1, None, None, {"hidden": True})
        elif option == "hide-column":
            sheet.set_column(f"{rest}:{rest}", 12, None, {"hidden": True})
        else:
            cell, _, words = rest.partition(":")
            row, column = xlsxwriter.utility.xl_cell_to_rowcol(cell)
            value = self.values.get((where, row, column))
            if option == "merge":
                sheet.merge_range(rest, "", self.plain)
                self._put(sheet, row, column, value)
            elif option == "note":
                sheet.write_comment(row, column, words)
            else:
                style = self.styles.get(type(value), self.plain)
                sheet.write_formula(row, column, f"={words}", style, self._number(value))

    def _number(self, value: Cell) -> Cell:
        """What a formula came to, as the file keeps it."""
        if not isinstance(value, date):
            return "" if value is None else value
        day = value.date() if isinstance(value, datetime) else value
        part = (value.hour * 60 + value.minute) / 1440 if isinstance(value, datetime) else 0
        return (day - self.epoch).days + part

    def _put(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, self.plain)
        elif isinstance(cell, datetime | date | time):
            sheet.write_datetime(row, column, cell, self.styles[type(cell)])
        else:
            sheet.write(row, column, cell)


def oldbook(*options: str) -> Way:
    """1904 fmt= dtfmt= hide-row=4 hide-column=2: Excel 97-2003 with the wide rows merged; merge=r1,r2,c1,c2 (0-based)."""
    said = told(options)

    def write(path: Path, tables: list[TableOf]) -> None:
        made = xlwt.Workbook()
        made.dates_1904 = "1904" in said
        fmt, dtfmt = said.get("fmt", ["DD/MM/YYYY"])[0], said.get("dtfmt", ["DD/MM/YYYY HH:MM"])[0]
        formats = {date: fmt, time: "HH:MM", datetime: dtfmt}
        styles = {kind: xlwt.easyxf(num_format_str=form) for kind, form in formats.items()}
        for number, table in enumerate(tables):
            sheet = made.add_sheet(table.sheet or "Sheet1")
            spans = [] if number else [[int(part) for part in value.split(",")] for value in said.get("merge", [])]
            _fill_old(sheet, table, spans, styles)
            for value in said.get("hide-row", []) if not number else []:
                sheet.row(int(value) - 1).hidden = True
            for value in said.get("hide-column", []) if not number else []:
                sheet.col(int(value)).hidden = True
        made.save(str(path))

    return write


def _fill_old(sheet: Any, table: TableOf, spans: list[list[int]], styles: Styles) -> None:
    for row, record in enumerate(table.records):
        if row + 1 in table.wide:
            sheet.write_merge(row, row, 0, max(1, len(table.columns) - 1), record[0])
            continue
        for column, cell in enumerate(record):
            span = next((span for span in spans if span[0] <= row <= span[1] and span[2] <= column <= span[3]), None)
            style = styles.get(type(cell), xlwt.Style.default_style)
            if span and (row, column) == (span[0], span[2]):
                sheet.write_merge(*span, cell, style)
            elif not span and cell is not None:
                sheet.write(row, column, cell, style)


def opensheet(*options: str) -> Way:
    """hidden=SHEET hide-row=4 repeated=N"""
    said = told(options)
    return writers.ods(
        said.get("hidden", []), [int(value) for value in said.get("hide-row", [])], int(said.get("repeated", ["0"])[0])
    )


WAYS_OF_BOOKS: Mapping[str, Callable[..., Way]] = {
    "text": text,
    "book": book,
    "oldbook": oldbook,
    "opensheet": opensheet,
}
