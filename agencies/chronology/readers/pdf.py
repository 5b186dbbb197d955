"""PDF files with text: the tables that are ruled, else the columns that the words stand in. Pictures are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from agencies.chronology.confined import allow
from agencies.chronology.grid import Sheet, Value, clean
from agencies.chronology.readers import columns_of_words
from agencies.chronology.readers.bands import NEAR, Ruled, banded, near
from agencies.chronology.refusals import MAX_ROWS, refusal
from agencies.chronology.shapes import ChronologyRefused

MAX_PAGES = 400
SECONDS_A_PAGE = 1.5


@dataclass(slots=True)
class Gathered:
    """What the pages gave so far. `open_edges` are those of a table that may go on at the top of the next page; `banded`
    says that every other row of it is shaded."""

    sheets: list[Sheet] = field(default_factory=list)
    open_edges: list[float] = field(default_factory=list)
    words: list[list[columns_of_words.Line]] = field(default_factory=list)
    characters: int = 0
    banded: bool = False


def read(path: Path) -> list[Sheet]:
    """The tables "table1", "table2" … (one that runs over several pages is one), then the lines outside them; raises
    ChronologyRefused."""
    _check_end(path)
    gathered = Gathered()
    try:
        with pdfplumber.open(path) as document:
            if len(document.pages) > MAX_PAGES:
                raise refusal("too-long")
            allow(int(4 + SECONDS_A_PAGE * len(document.pages)))
            for page in document.pages:
                _take_page(page, gathered)
                page.close()
    except ChronologyRefused:
        raise
    except MemoryError:
        raise refusal("too-much-memory") from None
    except Exception as error:
        raise refusal("password" if _asks_password(error) else "truncated") from None
    if not gathered.characters:
        raise refusal("scanned")
    found, outside = (
        gathered.sheets,
        [clean(" ".join(word.text for word in line.words)) for page in gathered.words for line in page],
    )
    if not found:
        found, outside = columns_of_words.sheets(gathered.words)
    return [*found, Sheet(name=None, rows=[[line] if line else [] for line in outside], prose=True, wrapped=True)]


def _asks_password(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, PDFPasswordIncorrect | PDFTextExtractionNotAllowed) or any(
            isinstance(part, PDFPasswordIncorrect) for part in error.args
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def _check_end(path: Path) -> None:
    """A PDF that was cut short has lost its last lines; some readers would go on without a word."""
    data = path.read_bytes()
    if b"%%EOF" not in data[-2048:]:
        raise refusal("truncated")
    found = re.findall(rb"startxref\s+(\d+)", data[-4096:])
    if found and int(found[-1]) > len(data):
        raise refusal("truncated")


def _take_page(page: Any, gathered: Gathered) -> None:
    gathered.characters += len(page.chars)
    tables = [
        table
        for table in page.find_tables(_settings(page))
        if len(table.rows) >= 1 and max(len(row.cells) for row in table.rows) >= 2
    ]
    found = [_ruled(table) for table in tables]
    if shaded := banded(found, page, gathered.open_edges if gathered.banded else []):
        found, gathered.banded = [shaded], True
    boxes = [table.box for table in found]
    words = [word for word in page.extract_words(x_tolerance_ratio=0.15) if not _inside(word, boxes)]
    gathered.words.append(columns_of_words.lines(words))
    for place, ruled in enumerate(found):
        if place == 0 and _goes_on(ruled, gathered.open_edges):
            _append(gathered.sheets[-1], ruled)
            gathered.sheets[-1].pages.append(len(gathered.sheets[-1].rows) - len(ruled.rows) + 1)
        else:
            gathered.sheets.append(Sheet(name=f"table{len(gathered.sheets) + 1}", wrapped=True))
            _append(gathered.sheets[-1], ruled)
        gathered.open_edges = ruled.edges


def _settings(page: Any) -> dict[str, Any]:
    """A row that is cut by the end of the page has no ruled line there: the upright lines say how far it reaches."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    level = [edge["top"] for edge in page.edges if edge["orientation"] == "h"]
    ends = (
        {min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)} if upright and level else set()
    )
    return {"explicit_horizontal_lines": sorted(end for end in ends if min(abs(end - line) for line in level) > NEAR)}


def _inside(word: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    middle = (word["top"] + word["bottom"]) / 2
    return any(left - 1 <= word["x0"] <= right + 1 and top <= middle <= bottom for left, top, right, bottom in boxes)


def _goes_on(table: Ruled, edges: list[float]) -> bool:
    return near(edges, table.edges)


def _append(sheet: Sheet, table: Ruled) -> None:
    start = len(sheet.rows) + 1
    rows: list[list[Value]] = [[cell and clean(cell) for cell in row] for row in table.rows]
    sheet.rows += rows
    sheet.spans += [(start + top, left, start + bottom, right) for top, left, bottom, right in table.spans]
    if len(sheet.rows) > MAX_ROWS:
        raise refusal("too-long")


def _ruled(table: Any) -> Ruled:
    texts = table.extract(x_tolerance_ratio=0.15)
    edges = sorted({round(cell[0]) for row in table.rows for cell in row.cells if cell})
    merged = [edge for place, edge in enumerate(edges) if place == 0 or edge - edges[place - 1] > 2]
    return Ruled(texts, list(_spans(table)), [float(edge) for edge in merged], table.bbox)


def _spans(table: Any) -> Iterator[tuple[int, int, int, int]]:
    """Cells that reach over the next rows or columns, which have no cell of their own there."""
    tops = [min((cell[1] for cell in row.cells if cell), default=0.0) for row in table.rows]
    for place, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if not cell:
                continue
            last, right = place, column
            while last + 1 < len(tops) and tops[last + 1] < cell[3] - 2 and table.rows[last + 1].cells[column] is None:
                last += 1
            while right + 1 < len(row.cells) and row.cells[right + 1] is None and not _covered(table, place, right + 1):
                right += 1
            if last > place or right > column:
                yield place, column, last, right


def _covered(table: Any, place: int, column: int) -> bool:
    """Whether the missing cell belongs to one above it."""
    for above in range(place - 1, -1, -1):
        cell = table.rows[above].cells[column]
        if cell:
            return bool(cell[3] > min((c[1] for c in table.rows[place].cells if c), default=0.0) + 2)
    return False
