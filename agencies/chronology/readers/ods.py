"""OpenDocument spreadsheets (ISO/IEC 26300): the cells of content.xml, repeated rows and columns laid out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from lxml import etree

from agencies.chronology import archive
from agencies.chronology.archive import attribute, tag
from agencies.chronology.grid import Mark, Sheet, Value
from agencies.chronology.readers.workbook import ERROR
from agencies.chronology.refusals import MAX_COLUMNS, MAX_ROWS, refusal

GROUPS = {
    "table-header-rows",
    "table-rows",
    "table-row-group",
    "table-header-columns",
    "table-columns",
    "table-column-group",
}
SILENT = {"annotation", "tracked-changes", "ruby-text"}


def read(path: Path) -> list[Sheet]:
    """The sheets of a spreadsheet in their order; raises ChronologyRefused."""
    with archive.opened(path) as opened:
        root = archive.xml(opened, "content.xml")
    hidden_styles = _hidden_styles(root)
    tables = [table for body in root.iter() if tag(body) == "spreadsheet" for table in body if tag(table) == "table"]
    sheets = [_sheet(table, hidden_styles) for table in tables]
    epoch = (
        1904 if any(tag(e) == "null-date" and attribute(e, "date-value") == "1904-01-01" for e in root.iter()) else 1900
    )
    for sheet in sheets:
        sheet.epoch = epoch
    return sheets


def _hidden_styles(root: etree._Element) -> set[str]:
    """Names of the table styles that hide a sheet."""
    return {
        attribute(style, "name") or ""
        for style in root.iter()
        if tag(style) == "style"
        and any(attribute(part, "display") == "false" for part in style if tag(part) == "table-properties")
    }


def _sheet(table: etree._Element, hidden_styles: set[str]) -> Sheet:
    sheet = Sheet(name=attribute(table, "name"), hidden=attribute(table, "style-name") in hidden_styles)
    blank = 0
    column = 0
    for part in _flat(table):
        if tag(part) == "table-column":
            repeated = _repeated(part, "columns")
            if attribute(part, "visibility") in ("collapse", "filter"):
                sheet.hidden_columns += range(column, min(column + repeated, MAX_COLUMNS))
            column += repeated
        elif tag(part) == "table-row":
            blank = _add_row(sheet, part, blank)
    return sheet


def _flat(table: etree._Element) -> list[etree._Element]:
    """Rows and columns of a table, whatever groups they are folded into."""
    found: list[etree._Element] = []
    for child in table:
        if tag(child) in GROUPS:
            found += _flat(child)
        elif tag(child) in ("table-row", "table-column"):
            found.append(child)
    return found


def _repeated(element: etree._Element, what: str) -> int:
    return max(1, int(attribute(element, f"number-{what}-repeated") or 1))


def _add_row(sheet: Sheet, element: etree._Element, blank: int) -> int:
    """Lay one row out; blank rows wait until something stands below them. Returns how many wait."""
    repeated = _repeated(element, "rows")
    number = len(sheet.rows) + blank + 1
    cells = _cells(sheet, element, number)
    if not cells:
        return blank + repeated
    if number + repeated > MAX_ROWS + 1:
        raise refusal("stray-cell" if blank > MAX_ROWS // 2 else "too-long")
    if attribute(element, "visibility") in ("collapse", "filter"):
        sheet.hidden_rows += range(number, number + repeated)
    sheet.rows += [[] for _ in range(blank)]
    sheet.rows += [list(cells) for _ in range(repeated)]
    return 0


def _cells(sheet: Sheet, element: etree._Element, row: int) -> list[Value]:
    cells: list[Value] = []
    blank = 0
    for cell in element:
        if tag(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _repeated(cell, "columns")
        value = None if tag(cell) == "covered-table-cell" else _value(cell)
        column = len(cells) + blank
        if value is None or value == "":
            _note_span(sheet, cell, row, column)
            blank += repeated
            continue
        if column + repeated > MAX_COLUMNS:
            raise refusal("stray-cell" if row > MAX_ROWS // 2 else "too-wide")
        _note_span(sheet, cell, row, column)
        cells += [None] * blank + [value] * repeated
        blank = 0
        if isinstance(value, str) and attribute(cell, "formula") and value.startswith(("#", "Err:")):
            sheet.marks.append(
                Mark(
                    row,
                    column,
                    ERROR,
                    f"The formula in this cell gives an error ({value}): write the value in its place.",
                )
            )
    return cells


def _note_span(sheet: Sheet, cell: etree._Element, row: int, column: int) -> None:
    down = int(attribute(cell, "number-rows-spanned") or 1)
    across = int(attribute(cell, "number-columns-spanned") or 1)
    if down > 1 or across > 1:
        sheet.spans.append((row, column, row + down - 1, column + across - 1))


def _value(cell: etree._Element) -> Value:
    """The value of a cell; for a date or a time the value itself and not how it is shown."""
    kind = attribute(cell, "value-type")
    if kind == "date":
        return _date(attribute(cell, "date-value") or "") or _text(cell)
    if kind == "time":
        return _duration(attribute(cell, "time-value") or "") or _text(cell)
    if kind in ("float", "currency"):
        return float(attribute(cell, "value") or 0)
    return _text(cell)


def _date(written: str) -> date | datetime | None:
    try:
        if len(written) <= 10:
            return date.fromisoformat(written)
        moment = datetime.fromisoformat(written.rstrip("Z").split(".")[0])
    except ValueError:
        return None
    return moment if (moment.hour, moment.minute, moment.second) != (0, 0, 0) else moment.date()


def _duration(written: str) -> timedelta | None:
    """ "PT14H15M00S" as a time of day or a length of time."""
    number, total = "", 0.0
    for letter in written.removeprefix("PT"):
        if letter in "HMS" and number:
            total += float(number) * {"H": 3600, "M": 60, "S": 1}[letter]
            number = ""
        elif letter.isdigit() or letter == ".":
            number += letter
        else:
            return None
    return timedelta(seconds=round(total))


def _text(cell: etree._Element) -> str:
    return "\n".join(_words(part) for part in cell if tag(part) in ("p", "h", "list"))


def _words(element: etree._Element) -> str:
    kind = tag(element)
    if kind in SILENT:
        return ""
    if kind == "s":
        return " " * int(attribute(element, "c") or 1)
    words = {"line-break": "\n", "tab": "\t"}.get(kind, element.text or "")
    return words + "".join(_words(child) + (child.tail or "") for child in element)
