"""Writes a document in its format: .xlsx, .csv, .docx or .ods, told by its name."""

from __future__ import annotations

import csv
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, TableCell, TableColumn, TableRow
from odf.table import Table as Sheet
from odf.text import P
from openpyxl.styles import Alignment, Font, PatternFill

from scr_portal.demo.chronologies.shapes import Document, Table, Value

WRITTEN_ON = datetime(2025, 11, 3, 9, 30)  # noqa: DTZ001 - as a document remembers it
WIDE = 40


def save(document: Document) -> Path:
    """Write the document to its path, which is given back."""
    FORMATS[document.path.suffix](document)
    return document.path


def shown(cell: Value) -> str:
    """A cell as it is typed where everything is text."""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell


def _csv(document: Document) -> None:
    """An export of one table: with titles and a byte order mark as Excel leaves it, or bare and with semicolons."""
    (table,) = document.tables
    with document.path.open("w", encoding="utf-8-sig" if table.titles else "utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="," if table.titles else ";")
        writer.writerows([line] for line in table.titles)
        writer.writerow(table.headings)
        writer.writerows([shown(cell) for cell in record] for record in table.records)
        writer.writerows([line] for line in document.closing)


def _xlsx(document: Document) -> None:
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.created = document.owner, WRITTEN_ON
    assert book.active
    book.remove(book.active)
    for table in document.tables:
        _worksheet(book.create_sheet(table.name), table, document.closing)
    if document.glossary:
        sheet = book.create_sheet("Glossary")
        sheet.append(["Abbreviation", "Meaning"])
        for pair in document.glossary.items():
            sheet.append(pair)
    book.save(document.path)


def _worksheet(sheet: Any, table: Table, closing: Any) -> None:
    for line in table.titles:
        sheet.append([line])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(table.headings)
        )
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    sheet.append(table.headings)
    for place, heading in enumerate(table.headings, 1):
        cell = sheet.cell(sheet.max_row, place)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9E2E7")
        longest = max((len(shown(record[place - 1])) for record in table.records), default=0)
        sheet.column_dimensions[cell.column_letter].width = min(max(longest, len(heading)) + 2, 60)
    sheet.freeze_panes = sheet.cell(sheet.max_row + 1, 1)
    for place, record in enumerate(table.records):
        if place in table.banners:
            sheet.append([table.banners[place]])
            end = sheet.max_row
            sheet.merge_cells(start_row=end, end_row=end, start_column=1, end_column=len(table.headings))
        sheet.append([cell or None for cell in record])
        for column, value in enumerate(record, 1):
            _shape(sheet.cell(sheet.max_row, column), value)
    for line in closing:
        sheet.append([line])


def _shape(cell: Any, value: Value) -> None:
    if isinstance(value, datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif len(value) > WIDE:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _docx(document: Document) -> None:
    """A page across with one table; rows are copied as a whole, because adding cells one by one is slow."""
    paper = docx.Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    paper.core_properties.author, paper.core_properties.created = document.owner, WRITTEN_ON
    for table in document.tables:
        paper.add_heading(table.titles[0], level=1)
        for line in table.titles[1:]:
            paper.add_paragraph(line)
        _word_table(paper, table)
    for line in document.closing:
        paper.add_paragraph(line)
    if document.glossary:
        paper.add_heading("Abbreviations", level=2)
        for short, meaning in document.glossary.items():
            paper.add_paragraph(f"{short}: {meaning}", style="List Bullet")
    paper.save(str(document.path))


def _word_table(paper: Any, table: Table) -> None:
    grid = paper.add_table(rows=2, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.headings, strict=True):
        cell.text = heading
        cell.paragraphs[0].runs[0].bold = True
    blank = grid.rows[1].cells
    for cell in blank:
        cell.text = "x"
    pattern = grid.rows[1]._tr
    grid._tbl.remove(pattern)
    for place, record in enumerate(table.records):
        if place in table.banners:
            row = deepcopy(pattern)
            _texts(row, [table.banners[place], *[""] * (len(record) - 1)])
            grid._tbl.append(row)
            cells = grid.rows[-1].cells
            cells[0].merge(cells[-1])
        row = deepcopy(pattern)
        _texts(row, [shown(cell) for cell in record])
        grid._tbl.append(row)


def _texts(row: Any, texts: list[str]) -> None:
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    for place, text in zip(row.iter(tag), texts, strict=True):
        place.text = text


def _ods(document: Document) -> None:
    book = OpenDocumentSpreadsheet()
    for table in document.tables:
        width = len(table.headings)
        sheet = Sheet(name=table.name)
        sheet.addElement(TableColumn(numbercolumnsrepeated=width))
        for line in table.titles:
            sheet.addElement(_across(line, width))
        sheet.addElement(_row(table.headings))
        for place, record in enumerate(table.records):
            if place in table.banners:
                sheet.addElement(_across(table.banners[place], width))
            sheet.addElement(_row(record))
        for line in document.closing:
            sheet.addElement(_across(line, width))
        book.spreadsheet.addElement(sheet)
    book.save(str(document.path))


def _across(line: str, width: int) -> Any:
    row = TableRow()
    cell = TableCell(valuetype="string", numbercolumnsspanned=width, numberrowsspanned=1)
    cell.addElement(P(text=line))
    row.addElement(cell)
    row.addElement(CoveredTableCell(numbercolumnsrepeated=width - 1))
    return row


def _row(record: Any) -> Any:
    row = TableRow()
    for value in record:
        if isinstance(value, date):
            cell = TableCell(valuetype="date", datevalue=value.isoformat())
        else:
            cell = TableCell(valuetype="string") if value else TableCell()
        if value:
            cell.addElement(P(text=shown(value)))
        row.addElement(cell)
    return row


FORMATS: dict[str, Callable[[Document], None]] = {".csv": _csv, ".xlsx": _xlsx, ".docx": _docx, ".ods": _ods}
