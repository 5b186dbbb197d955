"""A table as a workbook (.xlsx) and as plain text (.csv); no cell of either is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import xlsxwriter

MARKING = "OFFICIAL-SENSITIVE"
# WORD JOINER: nobody sees it, no line breaks at it, no spreadsheet takes it for the start of a formula, and our reader
# drops it, so the words come back as they were.
JOINER = "\u2060"
# What makes a spreadsheet take a cell for a formula, as itself or in its wide form.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# A reader that looks for cut files takes these at the start of a cell for a quotation mark that was never closed.
UNCLEAR = (",", '"')
MOST_IN_CELL = 32_767  # Excel's limit in characters; the rest stands in a column of its own
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading; its share of a page; whether it may be left out."""

    heading: str
    width: int
    always: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A table ready to be written. `about` are the sentences between title and table."""

    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: list[Row]
    marking: str = MARKING
    sheet: str = "Sheet"

    @property
    def headings(self) -> Row:
        """The headings of the columns."""
        return tuple(column.heading for column in self.columns)

    @property
    def shares(self) -> tuple[float, ...]:
        """How many hundredths of the page each column takes."""
        whole = sum(column.width for column in self.columns)
        return tuple(round(100 * column.width / whole, 2) for column in self.columns)


def write_csv(document: Document) -> bytes:
    """Comma-separated text in UTF-8 with the mark that Excel looks for."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerows([line] for line in (document.marking, document.title, *document.about))
    writer.writerow(document.headings)
    writer.writerows([harmless(cell) for cell in row] for row in document.rows)
    return kept.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell of plain text that no program runs. An apostrophe before it would come back as a part of the words."""
    return JOINER + cell if cell.startswith(FORMULA + UNCLEAR) else cell


def write_xlsx(document: Document) -> bytes:
    """A workbook with one sheet: marked at its head and on each printed page, headings that stay and repeat."""
    kept = io.BytesIO()
    # Each row leaves the memory when the next begins.
    book = xlsxwriter.Workbook(kept, {"constant_memory": True})
    book.set_properties({"title": document.title, "subject": document.marking, "category": document.marking})
    sheet = book.add_worksheet(document.sheet)
    bold = book.add_format({"bold": True})
    above = (document.marking, document.title, *document.about)
    lay_out(sheet, document, len(above))
    for place, line in enumerate(above):
        sheet.write_string(place, 0, line, bold)
    pieces = [cut(document, place) for place in range(len(document.columns))]
    write_row(sheet, len(above), (heading for places in pieces for heading in places), bold, bold)
    words = book.add_format({"text_wrap": True, "valign": "top"})
    # With this a formula's sign stays a sign even when somebody goes into the cell and out again.
    quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for number, row in enumerate(document.rows, start=len(above) + 1):
        write_row(sheet, number, in_cells(row, pieces), words, quoted)
    book.close()
    return kept.getvalue()


def lay_out(sheet: Any, document: Document, header: int) -> None:
    """Paper, marking, widths and what stays in sight; `header` is the row of the headings."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&C&B{document.marking}")
    sheet.set_footer("&R&P of &N")
    sheet.repeat_rows(header)
    sheet.freeze_panes(header + 1, 0)
    for place, column in enumerate(document.columns):
        sheet.set_column(place, place, 2 * column.width)


def cut(document: Document, place: int) -> list[str]:
    """The headings that one column needs: its own, and one for the rest of texts that are too long for a cell."""
    longest = max((len(row[place]) for row in document.rows), default=0)
    heading = document.columns[place].heading
    more = max(0, (longest - 1) // MOST_IN_CELL)
    return [heading, *(f"Rest of {heading.lower()} ({number})" for number in range(1, more + 1))]


def in_cells(row: tuple[str, ...], pieces: list[list[str]]) -> list[str]:
    """The texts of a row, each over as many cells as its column has."""
    return [
        text[part * MOST_IN_CELL : (part + 1) * MOST_IN_CELL]
        for text, places in zip(row, pieces, strict=True)
        for part in range(len(places))
    ]


def write_row(sheet: Any, number: int, cells: Any, words: Any, quoted: Any) -> None:
    """One row of strings; blank cells are left out."""
    for place, text in enumerate(cells):
        if text:
            sheet.write_string(number, place, text, quoted if text.startswith(FORMULA) else words)


# Kind → what writes it, and its content type.
KINDS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (write_csv, "text/csv; charset=utf-8"),
}
