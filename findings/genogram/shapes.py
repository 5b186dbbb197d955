"""What a family diagram is drawn from, and what it is drawn with. Plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Relative:
    """One person as the diagram shows them; `born` orders brothers and sisters, `about` is what stands under the name."""

    key: int
    label: str
    sex: str = ""  # "female" "male" ""
    subject: bool = False
    born: date | None = None
    about: str = ""
    dead: bool = False
    missing: bool = False  # a parent whom the register does not have


@dataclass(frozen=True, slots=True)
class Bond:
    """The first is the `kind` of the second, in the words of the register's table of kinship; `ended`: while both lived."""

    kind: str
    first: int
    second: int
    certain: bool = True
    ended: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A child of a union: by birth, in their care (foster, adoptive, step), or two generations on."""

    child: int
    way: str = "birth"  # "birth" "care" "grand"
    certain: bool = True


@dataclass(slots=True)
class Union:
    """Up to two people with the children they have or look after; `line` says what they are to each other."""

    parents: tuple[int, ...]
    line: str = ""  # one of the couples of the table, or "" where nothing is recorded
    branches: list[Branch] = field(default_factory=list)
    certain: bool = True
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Symbol:
    """One person's place: the middle of the symbol, and the lines of words below it."""

    key: int
    shape: str  # "square" "circle" "diamond"
    x: int
    y: int
    words: tuple[tuple[int, str], ...]  # where each line stands, and what it says
    about: tuple[tuple[int, str], ...]
    subject: bool
    dead: bool
    missing: bool

    @property
    def left(self) -> int:
        """The left edge of a square."""
        return self.x - 24

    @property
    def top(self) -> int:
        """Its top."""
        return self.y - 24

    @property
    def cross(self) -> str:
        """The cross of somebody who has died, from edge to edge."""
        reach = {"square": 24, "circle": 17}.get(self.shape, 13)
        x, y = self.x, self.y
        return f"M{x - reach} {y - reach} L{x + reach} {y + reach} M{x - reach} {y + reach} L{x + reach} {y - reach}"

    @property
    def diamond(self) -> str:
        """The corners of a diamond around the middle."""
        return corners(self.x, self.y, 26)

    @property
    def inner_diamond(self) -> str:
        """The second line within it, for a subject."""
        return corners(self.x, self.y, 19)


def corners(x: int, y: int, size: int) -> str:
    """A diamond's points as SVG has them."""
    return f"{x},{y - size} {x + size},{y} {x},{y + size} {x - size},{y}"


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line: its points as SVG has them, and its dashes ("" for none)."""

    points: str
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template draws."""

    width: int
    height: int
    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    doubts: tuple[tuple[int, int], ...]  # where a question mark stands beside a line
    households: tuple[str, ...]  # outlines, as the points of polygons
    rows: tuple[tuple[int, ...], ...]  # who stands in each generation, the oldest first
    shown: frozenset[str]  # which conventions occur: what the key explains
