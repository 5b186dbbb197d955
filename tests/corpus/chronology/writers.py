"""Writes the tables of the corpus in each format, with the traps that the format allows."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import docx
import openpyxl
import weasyprint
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

from tests.corpus.chronology.spec import Cell, TableOf

Trap = Callable[[Any], None]


def shown(cell: Cell) -> str:
    """A cell as it is typed where everything is text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return cell.strftime("%H:%M") if isinstance(cell, time) else str(cell)


def text(
    encoding: str = "utf-8", delimiter: str = ",", before: str = "", mark: bytes = b""
) -> Callable[[Path, list[TableOf]], None]:
    """A writer of delimited text; `mark` goes before the encoded bytes."""

    def write(path: Path, tables: list[TableOf]) -> None:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=delimiter)
        for table in tables:
            writer.writerows([shown(cell) for cell in record] for record in table.records)
        path.write_bytes(mark + (before + stream.getvalue()).encode(encoding))

    return write


def xlsx(*traps: Trap, epoch: int = 1900) -> Callable[[Path, list[TableOf]], None]:
    """A writer of workbooks; each trap is given the workbook before it is saved."""

    def write(path: Path, tables: list[TableOf]) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        if epoch == 1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        for table in tables:
            sheet = book.create_sheet(table.sheet)
            for place, record in enumerate(table.records, 1):
                for column, cell in enumerate(record, 1):
                    _put(sheet.cell(place, column), cell)
            for place in table.wide:
                sheet.merge_cells(start_row=place, end_row=place, start_column=1, end_column=len(table.columns))
        for trap in traps:
            trap(book)
        book.save(path)

    return write


def _put(place: Any, cell: Cell) -> None:
    place.value = cell
    if isinstance(cell, str):
        place.data_type = "s"
    elif isinstance(cell, date) and not isinstance(cell, datetime):
        place.number_format = "dd/mm/yyyy"


def xls(*traps: Trap, epoch: int = 1900) -> Callable[[Path, list[TableOf]], None]:
    """A writer of Excel 97-2003 workbooks."""

    def write(path: Path, tables: list[TableOf]) -> None:
        book = xlwt.Workbook()
        book.dates_1904 = epoch == 1904
        styles = {date: xlwt.easyxf(num_format_str="DD/MM/YYYY"), time: xlwt.easyxf(num_format_str="HH:MM")}
        styles[datetime] = xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
        for table in tables:
            sheet = book.add_sheet(table.sheet or "Sheet1")
            for place, record in enumerate(table.records):
                for column, cell in enumerate(record):
                    sheet.write(place, column, cell, styles.get(type(cell), xlwt.Style.default_style))
        for trap in traps:
            trap(book)
        book.save(str(path))

    return write


def ods(
    hidden: Sequence[str] = (), hidden_rows: Sequence[int] = (), repeated: int = 0
) -> Callable[[Path, list[TableOf]], None]:
    """A writer of OpenDocument spreadsheets, with blank rows to the end of the sheet said as one."""

    def write(path: Path, tables: list[TableOf]) -> None:
        book = OpenDocumentSpreadsheet()
        unseen = Style(name="unseen", family="table")
        unseen.addElement(TableProperties(display="false"))
        book.automaticstyles.addElement(unseen)
        for table in tables:
            style = {"stylename": unseen} if table.sheet in hidden else {}
            element = Table(name=table.sheet, **style)
            element.addElement(TableColumn(numbercolumnsrepeated=len(table.columns)))
            for place, record in enumerate(table.records, 1):
                element.addElement(_ods_row(record, place in table.wide, len(table.columns), place in hidden_rows))
            if repeated:
                last = TableRow(numberrowsrepeated=repeated)
                last.addElement(TableCell(numbercolumnsrepeated=1024))
                element.addElement(last)
            book.spreadsheet.addElement(element)
        book.save(str(path))

    return write


def _ods_row(record: list[Cell], wide: bool, width: int, hidden: bool) -> Any:
    row = TableRow(visibility="collapse") if hidden else TableRow()
    for place, cell in enumerate(record):
        row.addElement(_ods_cell(cell, {"numbercolumnsspanned": width} if wide and place == 0 else {}))
    if wide:
        row.addElement(CoveredTableCell(numbercolumnsrepeated=width - 1))
    return row


def _ods_cell(cell: Cell, span: dict[str, int]) -> Any:
    if isinstance(cell, datetime | date):
        element = TableCell(valuetype="date", datevalue=cell.isoformat(), **span)
    elif isinstance(cell, time):
        element = TableCell(valuetype="time", timevalue=cell.strftime("PT%HH%MM%SS"), **span)
    elif isinstance(cell, int | float):
        element = TableCell(valuetype="float", value=cell, **span)
    else:
        element = TableCell(valuetype="string", **span) if cell else TableCell(**span)
    for line in shown(cell).split("\n") if cell is not None else []:
        element.addElement(P(text=line))
    return element


def word(*traps: Trap, paragraphs: Sequence[str] = ()) -> Callable[[Path, list[TableOf]], None]:
    """A writer of Word documents; line breaks in a cell become paragraphs."""

    def write(path: Path, tables: list[TableOf]) -> None:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        for table in tables:
            width = max(len(record) for record in table.records)
            grid = document.add_table(rows=0, cols=width)
            for place, record in enumerate(table.records, 1):
                row = grid.add_row()
                for cell, value in zip(row.cells, record, strict=False):
                    cell.text = ""
                    lines = shown(value).split("\n")
                    cell.paragraphs[0].text = lines[0]
                    for line in lines[1:]:
                        cell.add_paragraph(line)
                if place in table.wide:
                    row.cells[0].merge(row.cells[-1])
            document.add_paragraph("")
        for trap in traps:
            trap(document)
        document.save(str(path))

    return write


def pdf(ruled: bool = True, title: str = "") -> Callable[[Path, list[TableOf]], None]:
    """A writer of PDF files through HTML; the headings (the first record) come again on every page."""

    def write(path: Path, tables: list[TableOf]) -> None:
        line = "border: 1px solid #000;" if ruled else ""
        page = "@page { size: A4 landscape; margin: 15mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }"
        style = f"<style>{page} table {{ border-collapse: collapse; width: 100% }} td, th {{ {line} padding: 4px 8px; text-align: left; vertical-align: top }} tr {{ break-inside: avoid }}</style>"
        body = "".join(_html_table(table) for table in tables)
        weasyprint.HTML(string=f"<html><head>{style}</head><body><h1>{title}</h1>{body}</body></html>").write_pdf(path)

    return write


def _html_table(table: TableOf) -> str:
    rows = []
    for place, record in enumerate(table.records, 1):
        name = "th" if place == 1 else "td"
        span = f' colspan="{len(table.columns)}"' if place in table.wide else ""
        cells = "".join(
            f"<{name}{span}>{html.escape(shown(cell)).replace(chr(10), '<br>')}</{name}>" for cell in record
        )
        rows.append(f"<tr>{cells}</tr>")
    return f"<table><thead>{rows[0]}</thead><tbody>{''.join(rows[1:])}</tbody></table>"
