"""Word documents (.docx, and .docm as data): the tables of the accepted view; without tables, the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from agencies.chronology import archive
from agencies.chronology.archive import attribute, tag
from agencies.chronology.grid import Sheet, Value, clean
from agencies.chronology.heading_rows import score
from agencies.chronology.headings import meaning
from agencies.chronology.readers.word_text import TRACKED, is_placeholder, paragraphs
from agencies.chronology.refusals import MAX_COLUMNS, MAX_ROWS, refusal

WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body", "document"}
DELETED_ROW = "row deleted in tracked changes"


@dataclass(slots=True)
class Found:
    """What the walk through a document gathers."""

    sheets: list[Sheet] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def read(path: Path) -> list[Sheet]:
    """The tables "table1", "table2" … in their order, then the text outside them; raises ChronologyRefused."""
    with archive.opened(path) as opened:
        root = archive.xml(opened, archive.main_part(opened))
        notices = _notices(opened, root)
    body = next((part for part in root if tag(part) == "body"), None)
    if body is None:
        raise refusal("truncated")
    found = Found()
    _walk(body, found)
    prose = Sheet(name=None, rows=[[line] if line else [] for line in found.lines], prose=True, notices=notices)
    return [*found.sheets, prose]


def _walk(parent: etree._Element, found: Found) -> None:
    for block in parent:
        kind = tag(block)
        if kind == "tbl":
            _take_table(block, found)
        elif kind == "p":
            found.lines += [clean(line) for line in paragraphs(block)]
        elif kind in WRAPPERS:
            _walk(block, found)


def _take_table(table: etree._Element, found: Found) -> None:
    """One table, and after it each table inside it that stands for itself."""
    inner = [nested for nested in table.iter() if tag(nested) == "tbl" and nested is not table]
    own = [nested for nested in inner if _stands_alone(nested)]
    sheet = Sheet(name=f"table{len(found.sheets) + 1}")
    found.sheets.append(sheet)
    _fill(sheet, table, set(own))
    for nested in own:
        if not any(ancestor in own for ancestor in nested.iterancestors()):
            _take_table(nested, found)


def _stands_alone(table: etree._Element) -> bool:
    """Whether a nested table is a chronology and its outer one only lays out the page: its first rows say so. Any other
    nested table belongs to the cell that it stands in."""
    for row in list(_rows(table))[:3]:
        headings = [" ".join(_blocks(cell, set())) for cell in _cells(row)]
        if score(headings) > 1 and any(meaning(heading)[0] == "date" for heading in headings if heading):
            return True
    return False


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if tag(child) == "tr":
            yield child
        elif tag(child) in WRAPPERS:
            yield from _rows(child)


def _cells(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if tag(child) == "tc":
            yield child
        elif tag(child) in WRAPPERS and not is_placeholder(child):
            yield from _cells(child)
        elif tag(child) in WRAPPERS:
            yield from (etree.Element("tc") for _ in _cells_within(child))


def _cells_within(control: etree._Element) -> list[etree._Element]:
    return [cell for cell in control.iter() if tag(cell) == "tc"]


def _fill(sheet: Sheet, table: etree._Element, own: set[etree._Element]) -> None:
    open_spans: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(_rows(table), 1):
        if number > MAX_ROWS:
            raise refusal("too-long")
        properties = _child(row, "trPr")
        if properties is not None and _child(properties, "del") is not None:
            sheet.dropped.append((number, _words_of(row), DELETED_ROW))
        if properties is not None and _on(properties, "hidden"):
            sheet.hidden_rows.append(number)
        sheet.rows.append(_read_row(sheet, row, number, open_spans, own))
    for column, (start, across) in open_spans.items():
        _close(sheet, column, start, across, len(sheet.rows))


def _read_row(
    sheet: Sheet, row: etree._Element, number: int, open_spans: dict[int, tuple[int, int]], own: set[etree._Element]
) -> list[Value]:
    cells: list[Value] = [None] * _number(_child(row, "trPr"), "gridBefore", 0)
    for cell in _cells(row):
        properties = _child(cell, "tcPr")
        across = min(_number(properties, "gridSpan", 1), MAX_COLUMNS)
        merge = None if properties is None else _child(properties, "vMerge")
        column = len(cells)
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        if column in open_spans and not goes_on:
            _close(sheet, column, *open_spans.pop(column), number - 1)
        if merge is not None and not goes_on:
            open_spans[column] = (number, across)
        elif merge is None and across > 1:
            sheet.spans.append((number, column, number, column + across - 1))
        cells += [None if goes_on else _cell_text(cell, own), *[None] * (across - 1)]
        if len(cells) > MAX_COLUMNS:
            raise refusal("too-wide")
    return cells


def _close(sheet: Sheet, column: int, start: int, across: int, end: int) -> None:
    if end > start or across > 1:
        sheet.spans.append((start, column, end, column + across - 1))


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return None if parent is None else next((child for child in parent if tag(child) == name), None)


def _number(properties: etree._Element | None, name: str, default: int) -> int:
    found = _child(properties, name)
    written = None if found is None else attribute(found, "val")
    return max(int(written), default) if written and written.isdigit() else default


def _on(properties: etree._Element, name: str) -> bool:
    found = _child(properties, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "off")


def _cell_text(cell: etree._Element, own: set[etree._Element]) -> str:
    """The paragraphs of a cell, one a line; a small table inside it is read row by row."""
    return "\n".join(_blocks(cell, own)).strip()


def _blocks(parent: etree._Element, own: set[etree._Element]) -> Iterator[str]:
    for block in parent:
        kind = tag(block)
        if kind == "p":
            yield from paragraphs(block)
        elif kind == "tbl" and block not in own:
            for row in _rows(block):
                yield " ".join(filter(None, (_cell_text(cell, own) for cell in _cells(row))))
        elif kind in WRAPPERS and not is_placeholder(block):
            yield from _blocks(block, own)


def _words_of(row: etree._Element) -> str:
    return clean(" ".join("".join(node.itertext()) for node in row.iter() if tag(node) in ("t", "delText")))


def _notices(opened: ZipFile, root: etree._Element) -> list[str]:
    """What is in the document and is not read as it stands: said to the person."""
    present = {tag(element) for element in root.iter()}
    said = []
    if present & TRACKED:
        said.append("The document has tracked changes: it was read as if all of them were accepted.")
    if "vanish" in present:
        said.append("The document has hidden text: it was read too.")
    if present & {"footnoteReference", "endnoteReference"}:
        said.append("The document has footnotes: they were not read; put what matters into the table.")
    kinds = {kind for kind, _ in archive.targets(opened, archive.main_part(opened)).values()}
    if "comments" in kinds and present & {"commentReference", "commentRangeStart"}:
        said.append("The document has comments in its margin: they were not read.")
    if "vbaProject" in kinds:
        said.append("The document holds macros: they were neither run nor read.")
    return said
