"""What .xlsx and .xls have in common: the cells come from one fast reader, the rest from the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from agencies.chronology.grid import Mark, Sheet, Value
from agencies.chronology.refusals import MAX_COLUMNS, MAX_ROWS, refusal

ERROR = "formula-error"


@dataclass(slots=True)
class Facts:
    """What a sheet's cells alone do not tell. Rows count from 1, columns from 0."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)


def cells(path: Path) -> list[Sheet]:
    """The sheets of a workbook with their cells and merges; raises ChronologyRefused."""
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            kinds = {found.name: found for found in book.sheets_metadata}
            return [
                _sheet(book, name, kinds[name].visible)
                for name in book.sheet_names
                if kinds[name].typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise refusal("password") from None
    except (CalamineError, OSError, ValueError):
        raise refusal("truncated") from None


def _sheet(book: CalamineWorkbook, name: str, visible: SheetVisibleEnum) -> Sheet:
    source = book.get_sheet_by_name(name)
    if source.end and (source.end[0] >= MAX_ROWS or source.end[1] >= MAX_COLUMNS):
        raise refusal(_too_far(source.end, source.height * source.width))
    rows: list[list[Value]] = [list(row) for row in source.to_python(skip_empty_area=False)]
    merged = source.merged_cell_ranges or []
    spans = [(first[0] + 1, first[1], last[0] + 1, last[1]) for first, last in merged]
    return Sheet(name=name, rows=rows, spans=spans, hidden=visible != SheetVisibleEnum.Visible)


def _too_far(end: tuple[int, int], area: int) -> str:
    if end[1] >= MAX_COLUMNS:
        return "too-wide"
    return "stray-cell" if area > 40 * MAX_ROWS else "too-long"


def complete(sheet: Sheet, facts: Facts, epoch: int) -> None:
    """Add the facts to a sheet. A formula's error stands as its text in the cell: "#REF!"."""
    sheet.epoch = epoch
    sheet.hidden_rows = [
        row for row in facts.hidden_rows if row <= len(sheet.rows) and any(_full(c) for c in sheet.rows[row - 1])
    ]
    width = max(map(len, sheet.rows), default=0)
    sheet.hidden_columns = [column for column in facts.hidden_columns if column < width]
    for (row, column), text in facts.texts.items():
        _put(sheet.rows, row, column, text)
    sheet.marks = facts.marks


def _full(cell: Value) -> bool:
    return cell is not None and cell != ""


def _put(rows: list[list[Value]], row: int, column: int, text: str) -> None:
    while len(rows) < row:
        rows.append([])
    cells = rows[row - 1]
    cells += [None] * (column + 1 - len(cells))
    if not _full(cells[column]):
        cells[column] = text
