"""A further way in which a file of a lot is written: Word documents with what is merged, tracked and linked in them."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import TableOf
from tests.corpus.chronology.told_options import told
from tests.corpus.chronology.ways import Way

Said = dict[str, list[str]]


def doc(*options: str) -> Way:
    """landscape header= footer= before= after= title=T:TEXT (before table T) down=T:R1-R2[:C] across=T:R:C1-C2
    ins=T:R:C:TEXT (of the cell, tracked) del=T:R:C:TEXT (struck from its end, tracked) sdt=T:R:C (content control)
    link=T:R:C list=T:R:C (its lines become a bulleted list) grid headrow macros (the kind of document that carries
    them, with some in it); tables named para… are written as paragraphs"""
    said = told(options)

    def write(path: Path, tables: list[TableOf]) -> None:
        document = docx.Document()
        _set_up(document, said)
        titles = {int(place): text for place, _, text in (value.partition(":") for value in said.get("title", []))}
        grids = []
        for number, table in enumerate(tables, 1):
            if number in titles:
                document.add_heading(titles[number], 2)
            if (table.sheet or "").startswith("para"):
                for record in table.records:
                    document.add_paragraph(writers.shown(record[0]) if record else "")
            else:
                grids.append(_grid(document, table, said))
                document.add_paragraph("")
        for value in said.get("after", []):
            document.add_paragraph(value)
        _trap(grids, said)
        if "macros" in said:
            _with_macros(document)
        document.save(str(path))

    return write


def _with_macros(document: Any) -> None:
    """The document says that it carries macros, and carries a part for them."""
    document.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    macros = Part(
        PackURI("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    )
    document.part.relate_to(macros, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")


def _set_up(document: Any, said: Said) -> None:
    section = document.sections[0]
    if "landscape" in said:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for value in said.get("header", []):
        section.header.paragraphs[0].text = value
    for value in said.get("footer", []):
        section.footer.paragraphs[0].text = value
    for place, value in enumerate(said.get("before", [])):
        document.add_heading(value, 1) if place == 0 else document.add_paragraph(value)


def _grid(document: Any, table: TableOf, said: Said) -> Any:
    grid = document.add_table(rows=0, cols=max(len(record) for record in table.records))
    if "grid" in said:
        grid.style = "Table Grid"
    for place, record in enumerate(table.records, 1):
        row = grid.add_row()
        for cell, value in zip(row.cells, record, strict=False):
            lines = writers.shown(value).split("\n")
            cell.paragraphs[0].add_run(lines[0])
            for line in lines[1:]:
                cell.add_paragraph(line)
        if place in table.wide:
            _without_blanks(row.cells[0].merge(row.cells[-1]))
        if place == 1 and "headrow" in said:
            mark = OxmlElement("w:tblHeader")
            row._tr.get_or_add_trPr().append(mark)
    return grid


def _without_blanks(merged: Any) -> None:
    """A merged cell takes the empty paragraphs of all that it covers."""
    for paragraph in merged.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def _tracked(kind: str, words: str) -> Any:
    change = OxmlElement(f"w:{kind}")
    for name, value in (("id", "7"), ("author", "Panel lead"), ("date", "2021-03-02T10:00:00Z")):
        change.set(qn(f"w:{name}"), value)
    run = OxmlElement("w:r")
    inner = OxmlElement("w:t" if kind == "ins" else "w:delText")
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inner.text = words
    run.append(inner)
    change.append(run)
    return change


def _trap(grids: list[Any], said: Said) -> None:
    def cell(place: str) -> Any:
        table, row, column = (int(part) for part in place.split(":"))
        return grids[table - 1].cell(row - 1, column - 1)

    for kind in ("ins", "del"):
        for value in said.get(kind, []):
            *place, words = value.split(":", 3)
            _track(kind, cell(":".join(place)).paragraphs[-1], words)
    for value in said.get("sdt", []):
        control, inside = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(OxmlElement("w:sdtPr"))
        control[0].append(OxmlElement("w:date"))
        control.append(inside)
        _wrap(cell(value).paragraphs[0], control, inside)
    for value in said.get("link", []):
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), "x")
        _wrap(cell(value).paragraphs[0], link, link)
    for value in said.get("list", []):
        for paragraph in cell(value).paragraphs:
            paragraph.style = "List Bullet"
    _merge(grids, said)


def _track(kind: str, paragraph: Any, words: str) -> None:
    """Words that are in the cell already leave their run and become an insertion; struck words are added as such."""
    if kind == "del":
        paragraph._p.append(_tracked(kind, words))
        return
    run = paragraph.runs[-1]
    before, found, after = run.text.partition(words)
    if not found:
        raise ValueError(words)
    run.text = before
    run._r.addnext(_tracked(kind, words))
    if after:
        more = deepcopy(run._r)
        paragraph._p.append(more)
        Run(more, paragraph).text = after


def _wrap(paragraph: Any, around: Any, inside: Any) -> None:
    runs = list(paragraph._p.r_lst)
    paragraph._p.append(around)
    for run in runs:
        inside.append(run)


def _merge(grids: list[Any], said: Said) -> None:
    for value in said.get("down", []):
        table, rows, *column = value.split(":")
        first, last = (int(part) - 1 for part in rows.split("-"))
        where, grid = int(column[0]) - 1 if column else 0, grids[int(table) - 1]
        _without_blanks(grid.cell(first, where).merge(grid.cell(last, where)))
    for value in said.get("across", []):
        table, row, columns = value.split(":")
        first, last = (int(part) - 1 for part in columns.split("-"))
        grid = grids[int(table) - 1]
        _without_blanks(grid.cell(int(row) - 1, first).merge(grid.cell(int(row) - 1, last)))
