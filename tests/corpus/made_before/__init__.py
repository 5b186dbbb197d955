"""Recommendations reworded as other boards would, and what stands in a library beside them; labelled by hand.

`tuned.txt` chose the weights, `kept.txt` was kept back. Each is looked for among everything that stands in both and in
`background.txt`: what is right, what shares words and is wrong, and what has nothing to do with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from findings.made_before import Candidate, rank, terms

HALVES = ("tuned", "kept")
FIRST = 5


@dataclass(frozen=True)
class Asked:
    """A recommendation that is being written, and the keys of what says the same in the library."""

    text: str
    right: frozenset[int]


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one file that say something."""
    said = (Path(__file__).parent / f"{name}.txt").read_text().splitlines()
    return tuple(line for line in said if line.strip() and line[0] != "#")


@cache
def read() -> tuple[list[str], dict[str, list[Asked]]]:
    """The texts of the library, by key, and what is asked in each half."""
    library: list[str] = []
    asked: dict[str, list[Asked]] = {half: [] for half in HALVES}
    for half in HALVES:
        right: list[int] = []
        before = ""
        for line in lines(half):
            sign, text = line[0], line[2:].strip()
            if sign == "+" and before != "+":
                right = []
            if sign in "+-":
                library.append(text)
                right += [len(library) - 1] if sign == "+" else []
            elif sign == "?":
                asked[half].append(Asked(text, frozenset(right)))
            before = sign
    return [*library, *lines("background")], asked


def candidates() -> list[Candidate]:
    """The library as it is ranked."""
    return [Candidate(key, text) for key, text in enumerate(read()[0])]


def held() -> Counter[str]:
    """How many texts of the library hold each term."""
    return Counter(term for text in read()[0] for term in terms(text))


def ours() -> Callable[[str], Sequence[int]]:
    """The order in which made before puts the library for a text."""
    library, counted = candidates(), held()
    return lambda text: [near.key for near in rank(text, library, counted, len(library), most=FIRST)]


def recall(half: str, order: Callable[[str], Sequence[int]]) -> float:
    """How many of the queries of a half find one that says the same among the first five."""
    asked = read()[1][half]
    return sum(bool(each.right & {*order(each.text)[:FIRST]}) for each in asked) / len(asked)
