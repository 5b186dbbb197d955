"""Small numbers, so that a table of counts tells of nobody. Pure: counts go in, what may be shown comes out.

The rule. In a count of people or cases that leaves the circle of those who know them, 1 to 4 is not shown: a reader who
knows one of the few would learn the rest. Nought is shown, unless the caller says that it tells something too. No total
gives back by subtraction what was left out: beside small numbers it says "at least", and adds up only what is shown and
one for each that is not. So what a reader sees is the same whatever the small numbers are, and nothing can be counted back.

Two things are the caller's to keep: the parts of one whole are disjoint ("accepted", "declined", "no answer yet", never
"offered" beside "accepted"), and the whole is shown as it comes from here, never in exact numbers in another place.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

FEWEST = 5  # The smallest number that is shown.
STEP = 5

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a number, or None where it is below FEWEST; `how` is said before the number."""

    value: int | None
    how: str = ""

    def __str__(self) -> str:
        if self.value is None:
            return f"fewer than {FEWEST}"
        return f"{self.how} {self.value}" if self.how else str(self.value)


@dataclass(frozen=True, slots=True)
class Shown(Generic[K]):
    """The cells by key, in the order in which they were given, and the total."""

    cells: dict[K, Cell]
    total: Cell


def suppressed(counts: Mapping[K, int], *, nought: bool = True, rounded: bool = False) -> Shown[K]:
    """What may be shown of `counts`, which are disjoint, and of their total.

    `nought`: 0 may be shown. `rounded`: every number to the nearest 5, for tables that are read again and again or across
    reviews, so that one reading taken from the next tells of nobody either. Raises ValueError for a negative count.
    """
    if any(number < 0 for number in counts.values()):
        raise ValueError("A count cannot be negative.")
    cells = {key: cell(number, nought=nought, rounded=rounded) for key, number in counts.items()}
    hidden = sum(each.value is None for each in cells.values())
    if not hidden:
        return Shown(cells, cell(sum(counts.values()), nought=nought, rounded=rounded))
    least = sum(counts[key] for key, each in cells.items() if each.value is not None) + (hidden if nought else 0)
    least = least // STEP * STEP if rounded else least
    return Shown(cells, Cell(None) if least < FEWEST else Cell(least, "at least"))


def cell(number: int, *, nought: bool = True, rounded: bool = False) -> Cell:
    """What may be shown of one number that belongs to no others."""
    if number < FEWEST and not (nought and number == 0):
        return Cell(None)
    return Cell((number + STEP // 2) // STEP * STEP, "about" if number else "") if rounded else Cell(number)
