"""Tables in a PDF without ruled lines whose rows are shaded by turns: the shaded ones show where all of them part."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from agencies.chronology import passed
from agencies.chronology.grid import clean
from agencies.chronology.layout import DATED
from agencies.chronology.readers import columns_of_words
from agencies.chronology.readers.columns_of_words import Line, Word

NEAR = 4.0
THIN = 2.0
Band = tuple[float, float]  # the top and the bottom of a row


@dataclass(slots=True)
class Ruled:
    """One table of one page: its cells' texts, its merged cells (places from 0), its left edges, its box."""

    rows: list[list[str | None]]
    spans: list[tuple[int, int, int, int]]
    edges: list[float]
    box: tuple[float, float, float, float]


def banded(tables: list[Ruled], page: Any, before: list[float]) -> Ruled | None:
    """The one table whose rows are shaded by turns: what is found as ruled are the shaded rows alone. None where the
    tables are what they seem. `before` are the edges of such a table on the page before.

    Words are put into columns by where they begin, so that one which sticks out of its cell loses nothing.
    """
    edges = tables[0].edges if tables else []
    alike = bool(tables) and all(near(table.edges, edges) for table in tables)
    enough = len(tables) > 1 or (alike and near(edges, before))
    if not alike or not enough:
        return None
    left, right = tables[0].box[0], tables[0].box[2]
    top, end = min(table.box[1] for table in tables), max(table.box[3] for table in tables)
    if any(len(table.rows) > 1 for table in tables) and _has_rules(page, (left, top, right, end)):
        return None
    words = [
        word
        for word in page.extract_words(x_tolerance_ratio=0.15, use_text_flow=True)
        if left - 1 <= word["x0"] <= right + 1
    ]
    lines = columns_of_words.lines(words)
    shaded = _shaded(page, left, right)
    top, end = min([top, *(band[0] for band in shaded)]), max([end, *(band[1] for band in shaded)])
    first, last = _reach(lines, top, end, edges)
    rows: list[list[str | None]] = []
    spans: list[tuple[int, int, int, int]] = []
    for band in _parted([(first, top), *_with_gaps(shaded, top, end), (end, last)], lines):
        inside = [line for line in lines if band[0] <= line.top + line.height / 2 < band[1]]
        if inside:
            rows.append(_row(inside, edges))
            if _is_across(inside, edges):
                spans.append((len(rows) - 1, 0, len(rows) - 1, len(edges) - 1))
    return Ruled(rows, spans, edges, (left, first, right, last))


def near(one: list[float], other: list[float]) -> bool:
    """Whether two tables have the same columns."""
    return len(one) == len(other) and all(abs(left - right) < NEAR for left, right in zip(one, other, strict=True))


def _has_rules(page: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether lines are drawn in a part of the page, by themselves or as thin boxes."""
    left, top, right, end = box
    drawn = [*page.lines, *(rect for rect in page.rects if min(rect["width"], rect["height"]) < THIN)]
    return any(
        line["x1"] > left and line["x0"] < right and line["bottom"] > top - 1 and line["top"] < end + 1
        for line in drawn
    )


def _shaded(page: Any, left: float, right: float) -> list[Band]:
    """The shaded rows, top to bottom: of boxes that stand at one level the first begins at the left edge and the last
    ends at the right one. A banner is one box over all columns."""
    levels: dict[int, list[Any]] = {}
    for rect in page.rects:
        if NEAR < rect["height"] < page.height / 2 and left - NEAR < rect["x0"] and rect["x1"] < right + NEAR:
            levels.setdefault(round(rect["top"]), []).append(rect)
    found: list[Band] = []
    for _, boxes in sorted(levels.items()):
        whole = min(box["x0"] for box in boxes) < left + NEAR and max(box["x1"] for box in boxes) > right - NEAR
        top, end = min(box["top"] for box in boxes), max(box["bottom"] for box in boxes)
        if whole and (not found or top >= found[-1][1] - NEAR):
            found.append((top, end))
    return found


def _with_gaps(shaded: list[Band], top: float, end: float) -> list[Band]:
    """The shaded rows and what lies between them."""
    levels = sorted({top, *(level for band in shaded for level in band), end})
    return [(one, other) for one, other in itertools.pairwise(levels) if other - one > NEAR]


def _parted(bands: list[Band], lines: list[Line]) -> list[Band]:
    """The rows; where several stand in one band, the line of a date or a banner that keeps its distance begins another."""
    gaps = [round(after.top - before.top) for before, after in itertools.pairwise(lines)]
    usual = min((gap for gap in gaps if gap > NEAR), default=0)
    found: list[Band] = []
    for top, end in bands:
        inside = [line for line in lines if top <= line.top + line.height / 2 < end]
        cuts = [
            line.top - 1
            for before, line in itertools.pairwise(inside)
            if line.top - before.top > 1.2 * usual + 1 and (_begins(line) or _is_banner(before))
        ]
        levels = [top, *cuts, end]
        found += itertools.pairwise(levels)
    return found


def _begins(line: Line) -> bool:
    text = _text(line.words)
    return bool(DATED.match(text)) or passed.banner(text)


def _is_banner(line: Line) -> bool:
    return passed.banner(_text(line.words))


def _text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _reach(lines: list[Line], top: float, end: float, edges: list[float]) -> Band:
    """How far the lines that follow each other closely go up from `top` and down from `end`; a line above whose words run
    on over the columns is a title."""
    for line in lines:
        if end - 1 <= line.top < end + line.height:
            end = line.top + line.height + 1
    for line in reversed(lines):
        if top - 2 * line.height <= line.top < top - line.height / 2:
            if _runs_on(line, edges):
                break
            top = line.top - 1
    return top, end


def _runs_on(line: Line, edges: list[float]) -> bool:
    """Whether words that follow each other within a blank's width stand on both sides of an edge."""
    for before, word in zip(line.words, line.words[1:], strict=False):
        close = word.left - before.right < 0.4 * line.height
        if close and bisect_right(edges, before.left + 1) != bisect_right(edges, word.left + 1):
            return True
    return any(word.left < edge - 1 and word.right > edge + line.height for word in line.words for edge in edges)


def _is_across(inside: list[Line], edges: list[float]) -> bool:
    """Whether a row is one line that begins at the left edge and runs on over the columns."""
    if len(inside) > 1 or bisect_right(edges, inside[0].words[0].left + 1) > 1:
        return False
    words = inside[0].words
    together = all(word.left - before.right < 0.6 * inside[0].height for before, word in itertools.pairwise(words))
    return together and not DATED.match(_text(words))


def _row(inside: list[Line], edges: list[float]) -> list[str | None]:
    """The texts of one row's cells, a line below the other."""
    if _is_across(inside, edges):
        return [clean(_text(inside[0].words)), *[None] * (len(edges) - 1)]
    cells: list[list[str]] = [[] for _ in edges]
    for line in inside:
        for column in range(len(edges)):
            words = [word for word in line.words if max(0, bisect_right(edges, word.left + 1) - 1) == column]
            if words:
                cells[column].append(_text(words))
    return [clean("\n".join(cell)) for cell in cells]
