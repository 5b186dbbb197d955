"""Excel workbooks of the present kind (.xlsx, and .xlsm as data): values of formulas, nothing hidden left out."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from agencies.chronology import archive
from agencies.chronology.grid import Mark, Sheet
from agencies.chronology.readers import workbook
from agencies.chronology.readers.workbook import ERROR, Facts
from agencies.chronology.refusals import MAX_COLUMNS, MAX_ROWS, refusal

# Sheets run to many megabytes: these look for the few things wanted without building a tree.
PREFIX = rb"<(?:\w+:)?"
HIDDEN_ROW = re.compile(PREFIX + rb"row\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*?\br=\"(\d+)\"")
HIDDEN_COLUMN = re.compile(PREFIX + rb"col\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*>")
FORMULA = re.compile(
    PREFIX
    + rb"c\b([^>]*)>\s*"
    + PREFIX
    + rb"f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(?:"
    + PREFIX
    + rb"v\s*/>|"
    + PREFIX
    + rb"v[^>]*>([^<]*)<)?"
)
ERROR_CELL = re.compile(PREFIX + rb"c\b(?=[^>]*\bt=\"e\")([^>]*)>.*?" + PREFIX + rb"v>([^<]*)<", re.DOTALL)
REFERENCE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
FAR_CELL = re.compile(PREFIX + rb"c\b[^>]*?\br=\"([A-Z]{1,3})(\d{5,7}|\d+)\"[^>]*[^/]>\s*" + PREFIX + rb"(?:v|is|f)\b")
# Looked for in every sheet, so it begins with plain letters; what it finds too much, FAR_CELL does not.
FAR = re.compile(rb"r=\"(?:[A-Z]{3}\d|[A-Z]+\d{6})")


def read(path: Path) -> list[Sheet]:
    """The sheets of a workbook in their order; raises ChronologyRefused."""
    with archive.opened(path) as opened:
        main = archive.main_part(opened)
        book = archive.xml(opened, main)
        epoch = 1904 if _is_1904(book) else 1900
        facts = {name: _facts(archive.read_part(opened, part)) for name, part in _parts(opened, book, main).items()}
    sheets = workbook.cells(path)
    for sheet in sheets:
        workbook.complete(sheet, facts.get(sheet.name or "", Facts()), epoch)
    return sheets


def _is_1904(book: archive.etree._Element) -> bool:
    properties = next((child for child in book if archive.tag(child) == "workbookPr"), None)
    return properties is not None and archive.attribute(properties, "date1904") in ("1", "true")


def _parts(opened: ZipFile, book: archive.etree._Element, main: str) -> dict[str, str]:
    """Name of the sheet → name of its part, worksheets only."""
    links = archive.targets(opened, main)
    found = {}
    for sheet in book.iter():
        if archive.tag(sheet) != "sheet":
            continue
        link = next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        kind, part = links.get(link, ("", ""))
        if kind == "worksheet":
            found[archive.attribute(sheet, "name") or ""] = part
    return found


def _facts(xml: bytes) -> Facts:
    _refuse_stray(xml)
    facts = Facts(hidden_rows=[int(row) for row in HIDDEN_ROW.findall(xml)] if b"hidden=" in xml else [])
    for column in HIDDEN_COLUMN.findall(xml[: xml.find(b"sheetData")]):
        first, last = (int(re.search(rb'\b%s="(\d+)"' % end, column)[1]) for end in (b"min", b"max"))  # type: ignore[index]
        facts.hidden_columns += range(first - 1, min(last, MAX_COLUMNS))
    if b't="e"' in xml:
        _errors(xml, facts)
    if b"<f" in xml or b":f" in xml:
        _formulas(xml, facts)
    return facts


def _errors(xml: bytes, facts: Facts) -> None:
    for found in ERROR_CELL.finditer(xml):
        place = _place(found[1])
        if place:
            text = unescape(found[2].decode("utf-8", "replace"))
            facts.texts[place] = text
            facts.marks.append(
                Mark(*place, ERROR, f"The formula in this cell gives an error ({text}): write the value in its place.")
            )


def _formulas(xml: bytes, facts: Facts) -> None:
    """A formula that was never worked out has no value to read."""
    for found in FORMULA.finditer(xml):
        place = _place(found[1])
        if place and not found[3] and b't="str"' not in found[1]:
            formula = unescape((found[2] or b"").decode("utf-8", "replace"))
            facts.texts[place] = f"={formula}"
            facts.marks.append(
                Mark(
                    *place,
                    ERROR,
                    "The formula in this cell was saved without its value: open the file in Excel and save it.",
                )
            )


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = REFERENCE.search(attributes)
    return (int(found[2]), _column(found[1])) if found else None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _refuse_stray(xml: bytes) -> None:
    """A value in a far corner makes a reader lay out millions of empty cells before it. Formats alone do no harm."""
    if not FAR.search(xml):
        return
    far_rows = 0
    for letters, row in FAR_CELL.findall(xml):
        if _column(letters) >= MAX_COLUMNS:
            raise refusal("stray-cell" if int(row) > MAX_ROWS else "too-wide")
        far_rows += int(row) > MAX_ROWS
    if far_rows:
        raise refusal("stray-cell" if far_rows < MAX_ROWS else "too-long")
