"""Draws a strand of the golden thread: a column for each kind of record, a box for each record, a line for each link.

Drawn with attributes and no style, so that the same picture stands in a page and in a file; its twin is a list in words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.text import Truncator

from findings.thread import HEADS, KINDS, Node, Strand

COLUMN, BOX, ROW, HIGH, TOP = 188, 166, 62, 50, 34
FULL, LETTERS = 8, 25


@dataclass(frozen=True, slots=True)
class Box:
    """One record where it stands; `lines` are its name and words as they fit."""

    node: Node
    x: int
    y: int
    here: bool

    @property
    def name(self) -> str:
        """As much of its name as fits."""
        return Truncator(self.node.name).chars(LETTERS - 2)

    @property
    def words(self) -> str:
        """What is missing, or as much of its words as fits."""
        return Truncator(self.node.broken[0] if self.node.broken else self.node.words).chars(LETTERS)


@dataclass(frozen=True, slots=True)
class Picture:
    """The boxes and the paths of the lines between them, with the size of the whole."""

    key: str
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    heads: tuple[tuple[int, str], ...] = tuple((number * COLUMN, words) for number, words in enumerate(HEADS))
    width: int = len(KINDS) * COLUMN
    box: int = BOX
    high: int = HIGH


def drawn(strand: Strand, at: str = "") -> Picture:
    """The picture of one strand; `at` is the key of the record that is looked at."""
    before = folded(strand)
    boxes: list[Box] = []
    lines: list[str] = []
    rows = max(leaves(strand.head), len(before), 1)
    head = tree(strand.head, (rows - leaves(strand.head)) / 2, at, boxes, lines)
    first = (rows - len(before)) / 2
    for number, node in enumerate(before):
        made = Box(node, 0, at_row(first + number), node.key == at)
        boxes.append(made)
        lines.append(line(made, head))
    return Picture(strand.head.key, TOP + rows * ROW, tuple(boxes), tuple(lines))


def folded(strand: Strand) -> tuple[Node, ...]:
    """What a finding rests on, the first few in full and the others as one box."""
    if len(strand.before) <= FULL:
        return strand.before
    more = len(strand.before) - FULL + 1
    rest = replace(strand.head, key="more", kind="evidence", name=f"and {more} more", words="on the finding’s page", broken=(), after=())  # fmt: skip
    return (*strand.before[: FULL - 1], rest)


def leaves(node: Node) -> int:
    """How many rows a record and what follows it take."""
    return sum(leaves(each) for each in node.after) or 1


def tree(node: Node, row: float, at: str, boxes: list[Box], lines: list[str]) -> Box:
    """Place a record in the middle of what follows it, from `row` down, and return its box."""
    made = Box(node, KINDS.index(node.kind) * COLUMN, at_row(row + (leaves(node) - 1) / 2), node.key == at)
    boxes.append(made)
    for each in node.after:
        lines.append(line(made, tree(each, row, at, boxes, lines)))
        row += leaves(each)
    return made


def at_row(row: float) -> int:
    """The top of the box in a row."""
    return round(TOP + row * ROW)


def line(one: Box, other: Box) -> str:
    """The path from the right side of one box to the left side of the other."""
    x, y, to_x, to_y = one.x + BOX, one.y + HIGH // 2, other.x, other.y + HIGH // 2
    middle = to_x - (COLUMN - BOX) // 2
    return f"M{x} {y}H{middle}V{to_y}H{to_x}"
