"""Excel 97-2003 workbooks: cells from the common reader, hidden rows, columns and the date system from the records."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from agencies.chronology.compound import Compound
from agencies.chronology.grid import Mark, Sheet
from agencies.chronology.readers import workbook
from agencies.chronology.readers.workbook import ERROR, Facts
from agencies.chronology.refusals import refusal

# Record numbers of [MS-XLS].
BOF, EOF, FILE_PASS, DATE_MODE, BOUND_SHEET, COLUMNS, ROW, BOOL_ERROR, FORMULA = (
    0x809, 0x0A, 0x2F, 0x22, 0x85, 0x7D, 0x208, 0x205, 0x06,
)  # fmt: skip
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def read(path: Path) -> list[Sheet]:
    """The sheets of a workbook in their order; raises ChronologyRefused."""
    file = Compound(path.read_bytes())
    stream = file.read("Workbook") or file.read("Book")
    epoch, places = _globals(stream)
    sheets = workbook.cells(path)
    for sheet in sheets:
        place = places.get(sheet.name or "")
        workbook.complete(sheet, _facts(stream, place) if place is not None else Facts(), epoch)
    return sheets


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records from `place` to the end of their substream; raises ChronologyRefused where the stream breaks off."""
    depth = 0
    while place + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, place)
        yield number, stream[place + 4 : place + 4 + length]
        depth += (number == BOF) - (number == EOF)
        if depth <= 0:
            return
        place += 4 + length
    raise refusal("truncated")


def _globals(stream: bytes) -> tuple[int, dict[str, int]]:
    epoch, places = 1900, {}
    for number, data in _records(stream, 0):
        if number == FILE_PASS:
            raise refusal("password")
        if number == DATE_MODE and data[:1] == b"\x01":
            epoch = 1904
        if number == BOUND_SHEET and len(data) > 8:
            encoding = "utf-16-le" if data[7] & 1 else "latin-1"
            places[data[8:].decode(encoding, "replace")[: data[6]]] = struct.unpack_from("<I", data)[0]
    return epoch, places


def _facts(stream: bytes, place: int) -> Facts:
    facts = Facts()
    for number, data in _records(stream, place):
        if number == ROW and len(data) >= 16 and data[12] & 0x20:
            facts.hidden_rows.append(struct.unpack_from("<H", data)[0] + 1)
        elif number == COLUMNS and len(data) >= 10 and data[8] & 1:
            first, last = struct.unpack_from("<HH", data)
            facts.hidden_columns += range(first, min(last, 255) + 1)
        elif (number == BOOL_ERROR and len(data) >= 8 and data[7]) or (
            number == FORMULA and len(data) >= 14 and data[6] == 2 and data[12:14] == b"\xff\xff"
        ):
            _error(facts, data, data[6] if number == BOOL_ERROR else data[8])
    return facts


def _error(facts: Facts, data: bytes, code: int) -> None:
    row, column = struct.unpack_from("<HH", data)
    text = ERRORS.get(code, "#N/A")
    facts.texts[row + 1, column] = text
    facts.marks.append(
        Mark(row + 1, column, ERROR, f"The formula in this cell gives an error ({text}): write the value in its place.")
    )
