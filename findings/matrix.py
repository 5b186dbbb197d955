"""A matrix of counts as a picture: the shade says how many. Geometry alone; the same picture stands in page and paper."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.template.loader import render_to_string

from findings.figures import Figure
from findings.strip import DARKEST, SHADES

CELL_WIDTH, CELL_HEIGHT, LABEL, LINE = 74, 40, 250, 15
LETTERS, HEAD_LETTERS = 34, 11  # that fit into a row's label, and into a column's head


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of a label, and where the first of them stands."""

    x: int
    y: int
    lines: tuple[tuple[int, str], ...]


class Square(NamedTuple):
    """One number ("" for none), its ink and where it stands; the corner "x y" and shade of its square; what it is the number of.

    All in words, and in order: a large matrix has 250,000 squares, and a template writes a number, or looks up a name in a
    record, in a multiple of the time.
    """

    corner: str
    fill: str
    number: str
    x: str
    y: str
    ink: str
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template draws."""

    width: int
    height: int
    heads: tuple[Words, ...]
    labels: tuple[Words, ...]
    squares: tuple[Square, ...]


def drawn(figure: Figure) -> Picture | None:
    """The picture of a figure; None where there is nothing to draw."""
    if not figure.rows or not figure.columns:
        return None
    heads = [textwrap.wrap(column, HEAD_LETTERS) or [""] for column in figure.columns]
    top = max(len(lines) for lines in heads) * LINE + 12
    labels = [textwrap.wrap(label, LETTERS)[:2] or [""] for label, _ in figure.rows]
    return Picture(
        LABEL + len(heads) * CELL_WIDTH,
        top + len(labels) * CELL_HEIGHT,
        tuple(_lines(LABEL + place * CELL_WIDTH + CELL_WIDTH // 2, 14, lines) for place, lines in enumerate(heads)),
        tuple(_lines(0, top + place * CELL_HEIGHT + (17 if len(lines) > 1 else 25), lines) for place, lines in enumerate(labels)),
        tuple(_squares(figure, top)),
    )  # fmt: skip


def _lines(x: int, y: int, lines: list[str]) -> Words:
    return Words(x, y, tuple((y + place * LINE, line) for place, line in enumerate(lines)))


def _squares(figure: Figure, top: int) -> Iterator[Square]:
    most = max((number for _, numbers in figure.rows for number in numbers), default=0)
    for down, (label, numbers) in enumerate(figure.rows):
        for across, number in enumerate(numbers):
            fill = shade(number, most)
            ink = "#ffffff" if fill in (DARKEST, SHADES[-1][1]) else "#0b0c0c"
            x, y = LABEL + across * CELL_WIDTH, top + down * CELL_HEIGHT
            said = f"{label}, {figure.columns[across]}: {number}"
            yield Square(f"{x} {y}", fill, str(number or ""), str(x + CELL_WIDTH // 2), str(y + 25), ink, said)


def shade(number: int, most: int) -> str:
    """The fill of a number: by quarters of the highest."""
    if not number:
        return SHADES[0][1]
    quarter = min(3, 4 * number // (most + 1))
    return (*(fill for _, fill in SHADES[1:]), DARKEST)[quarter]


def svg(figure: Figure, picture: Picture) -> str:
    """The picture by itself, with its words within."""
    context: dict[str, Any] = {"figure": figure, "picture": picture}
    return render_to_string("findings/figure/picture.html", context)
