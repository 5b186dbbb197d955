"""No input crashes the reader, and no record of a readable one is lost."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agencies.chronology import ChronologyRefused, child, grid, parse
from agencies.chronology.reading import Choices, interpret
from agencies.chronology.refusals import SENTENCES
from tests.corpus.chronology.bad import good, rezipped

FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
CELL = st.one_of(
    st.text(max_size=30), st.none(), st.integers(-10, 60_000), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.times(), st.sampled_from(["Date", "Time", "Event", "Source", "01/04/2019", "31/02/2019", "MARCH 2019", "ditto", "Total", "Page 1"]),
)  # fmt: skip
RECORDS = st.lists(st.lists(CELL, max_size=6), max_size=12)
SOUND = {suffix: good(suffix) for suffix in ("xlsx", "xls", "ods", "docx", "pdf")}


def answered(data: bytes) -> None:
    """Read the bytes as the child process would; anything but sheets or a known refusal is a fault."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        answer = json.loads(grid.to_json(child.answer(path)))
    if "refused" in answer:
        assert answer["refused"] in SENTENCES
        return
    with contextlib.suppress(ChronologyRefused):
        interpret([grid.load(sheet) for sheet in answer["sheets"]], Choices())


def read(data: bytes) -> None:
    """Read the bytes as an upload is read, in the limited child: a few changed bytes can ask for all memory there is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        refused = None
        try:
            parse(path)
        except ChronologyRefused as refusal:
            refused = refusal.kind
        assert refused is None or refused in SENTENCES


@FEW
@given(st.binary(max_size=600))
def test_any_bytes(data: bytes) -> None:
    answered(data)


@FEW
@given(st.text(max_size=600), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_any_text(text: str, encoding: str) -> None:
    answered(text.encode(encoding, "replace"))


@FEW
@given(st.sampled_from(sorted(SOUND)), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_a_sound_file_with_some_bytes_changed(suffix: str, share: float, change: bytes) -> None:
    data = bytearray(SOUND[suffix])
    place = int(share * len(data))
    data[place : place + len(change)] = change
    read(bytes(data))


@FEW
@given(st.sampled_from(["xlsx", "ods", "docx"]), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_a_sound_archive_with_some_bytes_of_a_part_changed(suffix: str, share: float, change: bytes) -> None:
    main = {"xlsx": "xl/worksheets/sheet1.xml", "ods": "content.xml", "docx": "word/document.xml"}[suffix]

    def spoilt(name: str, part: bytes) -> bytes:
        place = int(share * len(part))
        return part[:place] + change + part[place + len(change) :] if name == main else part

    read(rezipped(SOUND[suffix], spoilt))


@FEW
@given(RECORDS)
def test_every_record_is_an_entry_or_was_passed_over(records: list[list[grid.Value]]) -> None:
    sheet = grid.Sheet("Log", [list(record) for record in records])
    blank = {number for number, record in enumerate(records, 1) if not any(grid.text_of(cell) for cell in record)}
    try:
        parsed = interpret([sheet], Choices())
    except ChronologyRefused:
        return
    if any("run across" in notice for table in parsed.tables for notice in table.notices):
        return  # a table that runs sideways is numbered by column
    places = {row.row for row in parsed.rows} | {line.row for line in parsed.skipped}
    assert places == set(range(1, len(records) + 1)) - blank


@FEW
@given(RECORDS)
def test_a_date_that_is_taken_as_sound_is_there(records: list[list[grid.Value]]) -> None:
    with contextlib.suppress(ChronologyRefused):
        for row in interpret([grid.Sheet("Log", [list(record) for record in records])], Choices()).rows:
            assert (row.status == "ok") == (not row.problems)
            assert row.status != "ok" or (row.date_from is not None and row.date_to is not None and row.event)
            assert row.date_from is None or row.date_to is None or row.date_from <= row.date_to


@FEW
@given(RECORDS)
def test_sheets_come_through_the_pipe_as_they_were(records: list[list[grid.Value]]) -> None:
    sheet = grid.Sheet("Log", [list(record) for record in records], spans=[(1, 0, 2, 0)], dropped=[(1, "x", "y")])
    assert grid.load(json.loads(grid.to_json({"sheets": grid.dump([sheet])}))["sheets"][0]) == sheet


def test_an_archive_within_an_archive_is_not_opened() -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("file.xlsx", inner.getvalue())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outer.xlsx"
        path.write_bytes(outer.getvalue())
        assert child.answer(path) == {"refused": "wrong-type"}
