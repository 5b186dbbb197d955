"""What a reader hands over: sheets of cells as they stand in the file, before anything is made of them."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

Value = str | int | float | bool | date | datetime | time | timedelta | None

_UNPRINTABLE = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u2060\ufffe\uffff]")
_BREAKS = re.compile("\r\n|\r|\x0b|\u2028|\u2029|\x85")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Mark:
    """Something a reader saw in one cell that a person must know: `kind` and `message` as in Problem."""

    row: int
    column: int
    kind: str
    message: str


@dataclass(slots=True)
class Sheet:
    """One sheet, table or text: `rows[0]` is record 1 of the source; every list of cells starts at the first column.

    `spans` are merged cells as (first row, first column, last row, last column), rows from 1 and columns from 0;
    `hidden_rows` count from 1, `hidden_columns` from 0. `dropped` are records that stand in the file but not in its
    accepted view, with the reason. `pages` are the rows that begin a new page of a PDF; `wrapped` says that line
    breaks come from the layout; `prose` that each record is a paragraph and not a row of a table.
    """

    name: str | None
    rows: list[list[Value]] = field(default_factory=list)
    epoch: int = 1900
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    dropped: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    wrapped: bool = False
    prose: bool = False
    notices: list[str] = field(default_factory=list)


def clean(text: str) -> str:
    """The words of a cell without what cannot be seen or stored; line breaks of every kind become one kind."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    return _SURROGATE.sub("\ufffd", text).replace("\xa0", " ").strip()


def text_of(value: Value) -> str:
    """A cell as a person would read it on the page: day first, 24 hours, no false decimals."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M:%S" if value.second else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return f"{as_float(value):.15g}"


def as_float(number: float) -> float:
    """A number of any size as a float; infinity where it is too large to be one."""
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def _encode(value: Any) -> list[Any]:
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, time):
        return ["time", value.isoformat()]
    if isinstance(value, timedelta):
        return ["timedelta", value.total_seconds()]
    raise TypeError(type(value).__name__)


def _decode(cell: Any) -> Value:
    kind, written = cell
    if kind == "timedelta":
        return timedelta(seconds=written)
    kinds: dict[str, Any] = {"datetime": datetime, "date": date, "time": time}
    value: Value = kinds[kind].fromisoformat(written)
    return value


def dump(sheets: list[Sheet]) -> list[dict[str, Any]]:
    """Sheets as plain values for `json.dumps(..., default=encode)`."""
    return [asdict_shallow(sheet) for sheet in sheets]


def asdict_shallow(sheet: Sheet) -> dict[str, Any]:
    """One sheet as a dict; its cells are not copied, so that a long sheet stays cheap."""
    plain = {name: getattr(sheet, name) for name in Sheet.__slots__}
    plain["marks"] = [asdict(mark) for mark in sheet.marks]
    return plain


def to_json(answer: dict[str, Any]) -> bytes:
    """What the reading process sends back, dates and times included."""
    return json.dumps(answer, default=_encode, ensure_ascii=True, separators=(",", ":")).encode()


def load(plain: dict[str, Any]) -> Sheet:
    """A sheet from what `dump` made of it after its way through JSON; raises ValueError where it is not one."""
    plain["rows"] = [[_decode(cell) if type(cell) is list else cell for cell in row] for row in plain["rows"]]
    plain["spans"] = [tuple(span) for span in plain["spans"]]
    plain["dropped"] = [tuple(record) for record in plain["dropped"]]
    plain["marks"] = [Mark(**mark) for mark in plain["marks"]]
    return Sheet(**plain)
