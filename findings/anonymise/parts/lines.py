"""Words on a page put together into lines, and lines into paragraphs, as an eye would do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

_HYPHENS = ("-", "‐", "\u00ad")


@dataclass(slots=True)
class Line:
    """One line: its words, and where it lies on the page (points from the top left)."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    first: float  # width of its first word

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)


def lines_of(found: Sequence[dict[str, Any]]) -> list[Line]:
    """Return the lines that the words of a page make; a wide gap in a line is kept as a tab."""
    lines: list[Line] = []
    for word in found:
        line = lines[-1] if lines else None
        if line is None or not _beside(line, word):
            width = word["x1"] - word["x0"]
            lines.append(Line(word["text"], word["x0"], word["x1"], word["top"], word["bottom"], width))
            continue
        line.text += ("\t" if word["x0"] - line.x1 > 2 * line.height else " ") + word["text"]
        line.x1 = word["x1"]
        line.top, line.bottom = min(line.top, word["top"]), max(line.bottom, word["bottom"])
    return lines


def _beside(line: Line, word: dict[str, Any]) -> bool:
    """Say whether a word goes on a line: more than half of the lower of the two lies on the height of the other."""
    shared = min(line.bottom, word["bottom"]) - max(line.top, word["top"])
    return bool(shared * 2 > min(line.height, word["bottom"] - word["top"]) and word["x0"] >= line.x1 - line.height)


def joined(lines: Sequence[Line]) -> str:
    """Return the text of a page: lines that go on are joined by a space, paragraphs parted by three line ends.

    One line end stands where the words end early, so that a new item may begin; or where a hyphen cuts a word.
    """
    if not lines:
        return ""
    gaps = [lower.top - upper.bottom for upper, lower in pairwise(lines) if lower.top > upper.top]
    usual, right = (median(gaps) if gaps else 0.0), max(line.x1 for line in lines)
    text = lines[0].text
    for upper, lower in pairwise(lines):
        text += _between(upper, lower, usual, right) + lower.text
    return text


def _between(upper: Line, lower: Line, usual: float, right: float) -> str:
    gap, height = lower.top - upper.bottom, max(upper.height, lower.height)
    other_size = height > 1.15 * min(upper.height, lower.height)
    if other_size or gap < -0.5 * height or gap > max(1.4 * usual, usual + 0.3 * height):
        return "\n\n\n"
    room = right - upper.x1 > lower.first + 0.5 * height
    return "\n" if room or upper.text.endswith(_HYPHENS) else " "
