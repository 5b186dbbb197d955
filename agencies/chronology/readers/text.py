"""Plain text: comma, semicolon, tab or bar between the cells; any of the encodings that Windows writes."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path
from typing import Literal

from agencies.chronology.grid import Sheet, Value, clean
from agencies.chronology.heading_rows import score as headings_score
from agencies.chronology.layout import NUMERIC, WRITTEN
from agencies.chronology.readers import text_columns
from agencies.chronology.refusals import MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, refusal

DELIMITERS = ("\t", ";", ",", "|")
DECLARED = re.compile(r"\A[\"']?sep=(.)[\"']?[ \t;,]*(?:\r\n|\r|\n)", re.IGNORECASE)
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
LEADING = re.compile(
    rf"(?:{NUMERIC}|{WRITTEN}(?:,? (?:19|20)\d\d\b)?)(?:,? ?(?:@|at)? ?\d{{1,2}}[:.]?\d\d(?::\d\d)? ?(?:hrs|[ap]\.?m\b\.?)?)?",
    re.IGNORECASE,
)
# "7pm to 7.20pm: bangs on the floor": a time, a colon and words are no cell of a table.
TIMED_WORDS = re.compile(r"\s*\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?|hrs)?(?:\s?(?:-|–|to|until)\s?\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?|hrs)?)?(?::\d\d)?\s?(?:[:–-]\s+|[\])]\s*)[A-Za-z]{2}", re.IGNORECASE)  # fmt: skip
SAMPLE = 200
MAX_FIXED = 2_000_000
HEADINGS_WITHIN = 20
COMMON_IN_WORDS = (",", ";")
Quoting = Literal[0, 3]  # csv.QUOTE_MINIMAL and csv.QUOTE_NONE


def read(path: Path) -> list[Sheet]:
    """One sheet without a name; raises ChronologyRefused."""
    if path.stat().st_size > 2 * MAX_TEXT:  # two bytes to a letter at most, or as good as
        raise refusal("too-big")
    text = decoded(path.read_bytes())
    if len(text) > 1.3 * MAX_TEXT:
        raise refusal("too-big")
    if not text.strip():
        raise refusal("empty")
    if "\x00" in text:
        raise refusal("nul")
    if len(CONTROLS.findall(text[:20_000])) > len(text[:20_000]) / 50:
        raise refusal("wrong-type")
    delimiter, first = _delimiter(text)
    if delimiter is None or (delimiter in COMMON_IN_WORDS and not first):
        found = (
            text_columns.sheets(re.split(r"\r\n|\r|\n", text[:MAX_FIXED]))
            if delimiter is None or _may_be_fixed(text)
            else []
        )
        if found or delimiter is None:
            return found or [_prose(text)]
    rows = _records(text[first:], delimiter)
    if first:
        rows.insert(0, [text[:first].strip()])
    sheet = Sheet(name=None, rows=rows)
    if first:
        sheet.dropped.append((1, text[:first].strip(), "separator line"))
    return [sheet]


def decoded(data: bytes) -> str:
    """The text in the encoding that its bytes show; cp1252 where they are not UTF-8. Raises ChronologyRefused."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return _strictly(data, unmarked)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if (
            error.reason == "unexpected end of data"
            and error.start >= len(data) - 4
            and not data[: error.start].isascii()
        ):
            raise refusal("truncated") from None
    # Python leaves five bytes of cp1252 undefined; Windows does not.
    return (
        "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
        if _undefined(data)
        else data.decode("cp1252")
    )


def _undefined(data: bytes) -> bool:
    return any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def _strictly(data: bytes, encoding: str) -> str:
    if encoding.startswith("utf-16") and len(data) % 2:
        raise refusal("truncated")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal("truncated") from None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark shows as a NUL in every other byte."""
    sample = data[:4000]
    if len(sample) < 20 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _delimiter(text: str) -> tuple[str | None, int]:
    """The character between cells and where the records begin; None for running text."""
    declared = DECLARED.match(text)
    if declared:
        return declared[1], declared.end()
    best: tuple[float, str | None] = (0.0, None)
    for delimiter in DELIMITERS:
        score = _evenness(text[:60_000], delimiter)
        if score > best[0]:
            best = (score, delimiter)
    return (None if best[1] and _is_running(text[:60_000], best[1]) else best[1]), 0


def _may_be_fixed(text: str) -> bool:
    """Whether a line near the top is one of headings that blanks keep apart and no mark does: the commas further down
    are those of sentences."""
    lines = [line for line in re.split(r"\r\n|\r|\n", text[:20_000]) if line.strip()][:HEADINGS_WITHIN]
    plain = [re.split(r" {2,}|\t", line.strip()) for line in lines if not re.search("[,;]", line)]
    return any(headings_score([clean(cell) for cell in cells]) > 1 for cells in plain if len(cells) > 1)


def _is_running(sample: str, delimiter: str) -> bool:
    """Whether records go on in words after their date before the first delimiter: sentences with commas, no table."""
    try:
        records = [row for row in _reader(sample, delimiter) if row and row[0].strip()]
    except csv.Error:
        return False
    dated = [(found, row) for row in records if (found := LEADING.match(row[0].strip().lstrip("([")))]
    running = [
        row
        for found, row in dated
        if re.match(r"[^\w\n]{0,4}[A-Za-z]\w* \w+", found.string[found.end() :].lstrip())
        or (len(row) > 1 and TIMED_WORDS.match(row[1]))
    ]
    return len(dated) > 1 and 2 * len(running) > len(dated)


def _evenness(sample: str, delimiter: str) -> float:
    """How much a text looks like a table under one delimiter: known headings, else records of one same width, and wide
    ones the better."""
    try:
        records = [row for row in _reader(sample, delimiter) if any(row)]
    except csv.Error:
        return 0.0
    widths = [len(row) for row in records][:SAMPLE]
    if len(widths) > 2 and len(sample) >= 60_000:
        widths.pop()
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    if any(headings_score([clean(cell) for cell in row]) > 1 for row in records[:HEADINGS_WITHIN] if len(row) > 1):
        return 2.0 + min(max(wide), 12) / 100
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    # What a program prints above and below its table counts for nothing.
    lines = widths if wide.count(usual) < 3 else _from_first_to_last(widths, usual)
    even = wide.count(usual) / len(lines)
    if even < 0.5 or (len(widths) > 1 and wide.count(usual) < 2):
        return 0.0
    return even + min(usual, 12) / 100


def _from_first_to_last(widths: list[int], usual: int) -> list[int]:
    return widths[widths.index(usual) : len(widths) - widths[::-1].index(usual)]


def _reader(text: str, delimiter: str, quoting: Quoting = csv.QUOTE_MINIMAL) -> csv._reader:  # type: ignore[name-defined]
    csv.field_size_limit(MAX_CELL)
    return csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t", quoting=quoting
    )


def _records(text: str, delimiter: str) -> list[list[Value]]:
    rows = _read(text, delimiter, csv.QUOTE_MINIMAL)
    if not _left_open(text, rows) and not _swallowed(rows, delimiter):
        return rows
    # A lone quotation mark that stands for ditto is a sign like any other where every record has one width.
    plain = _read(text, delimiter, csv.QUOTE_NONE)
    marks = {str(cell).strip() for row in plain for cell in row if str(cell).lstrip().startswith('"')}
    if len({len(row) for row in plain if row}) > 1 or not marks <= {'"', '""'}:
        raise refusal("open-quote")
    return plain


def _read(text: str, delimiter: str, quoting: Quoting) -> list[list[Value]]:
    rows: list[list[Value]] = []
    try:
        for row in _reader(text, delimiter, quoting):
            if len(row) > MAX_COLUMNS:
                raise refusal("too-wide")
            if len(rows) >= MAX_ROWS:
                raise refusal("too-long")
            rows.append(list(row))
    except csv.Error:
        raise refusal("too-big") from None
    return rows


def _swallowed(rows: list[list[Value]], delimiter: str) -> bool:
    """Whether a quotation mark took the end of its record and the beginning of another into one cell."""
    return any(isinstance(cell, str) and "\n" in cell and cell.startswith(delimiter) for row in rows for cell in row)


def _left_open(text: str, rows: list[list[Value]]) -> bool:
    """Whether the last cell began with a quotation mark that nothing closes."""
    last = str(rows[-1][-1]).rstrip("\r\n") if rows and rows[-1] else ""
    stripped = text.rstrip("\r\n")
    if not last or (stripped.endswith('"') and not stripped.endswith('""')):
        return False
    tail = stripped[-(len(last) + last.count('"') + 1) :]
    return tail.startswith('"') and tail[1:].replace('""', '"') == last


def _prose(text: str) -> Sheet:
    lines = re.split(r"\r\n|\r|\n", text)
    if len(lines) > MAX_ROWS:
        raise refusal("too-long")
    return Sheet(name=None, rows=[[_unquoted(line)] if line.strip(' "') else [] for line in lines], prose=True)


def _unquoted(line: str) -> str:
    """A line as it was before a program that writes CSV put it in quotation marks."""
    quoted = len(line) > 1 and line.startswith('"') and line.endswith('"')
    return line[1:-1].replace('""', '"') if quoted else line
