"""What a reader gives that takes the first row as headings and whatever a date library makes of the dates."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import docx
import pdfplumber
from dateutil import parser
from python_calamine import CalamineWorkbook

HEADINGS = {
    "event": ("event", "description", "details", "summary", "information"),
    "source": ("source",),
    "action": ("action", "response", "outcome"),
}


@dataclass(slots=True)
class NaiveRow:
    """A row as the comparison wants it; nothing is ever asked about."""

    sheet: str | None
    row: int
    date_from: date | None
    time: str | None
    source: str
    event: str
    action: str
    sub: int = 1
    end_time: str | None = None
    status: str = "ok"

    @property
    def date_to(self) -> date | None:
        return self.date_from


def read(path: Path) -> list[NaiveRow]:
    """Rows of any file that opens; [] for one that does not."""
    try:
        tables = _tables(path)
    except Exception:
        return []
    return [row for name, records in tables for row in _rows(name, records)]


def _tables(path: Path) -> list[tuple[str | None, list[list[Any]]]]:
    if path.suffix == ".docx":
        found = [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]
        return [(f"table{number}", records) for number, records in enumerate(found, 1)]
    if path.suffix == ".pdf":
        with pdfplumber.open(path) as document:
            return [("table1", [row for page in document.pages for table in page.extract_tables() for row in table])]
    if path.suffix in (".csv", ".tsv", ".txt"):
        text = path.read_text(encoding="utf-8-sig")
        return [(None, list(csv.reader(text.splitlines(), csv.Sniffer().sniff(text[:2000]))))]
    book = CalamineWorkbook.from_path(str(path))
    return [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]


def _rows(name: str | None, records: list[list[Any]]) -> list[NaiveRow]:
    if not records:
        return []
    heads = [str(cell or "").lower() for cell in records[0]]
    rows = []
    for number, record in enumerate(records[1:], 2):
        texts = {field: str(_under(record, heads, words) or "") for field, words in HEADINGS.items()}
        when, clock = _under(record, heads, ("date",)), _under(record, heads, ("time",))
        if any(record):
            rows.append(
                NaiveRow(name, number, _date(when), _time(clock), texts["source"], texts["event"], texts["action"])
            )
    return rows


def _under(record: list[Any], heads: list[str], words: tuple[str, ...]) -> Any:
    for column, head in enumerate(heads):
        if column < len(record) and any(word in head for word in words):
            return record[column]
    return None


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return parser.parse(str(value), dayfirst=True).date()
    except (ValueError, OverflowError):
        return None


def _time(value: Any) -> str | None:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    try:
        return parser.parse(str(value)).strftime("%H:%M") if value else None
    except (ValueError, OverflowError):
        return None
