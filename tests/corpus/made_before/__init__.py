"""Recommendations reworded as other boards would, and what stands in a library beside them; labelled by hand.

`tuned.txt` chose weights and names. `kept.txt` was kept back, and its misses were looked at once. `fresh.txt` found 0.73
when it was first measured (plain full text 0.50); its misses were looked at afterwards. Each is looked for among what stands in it, what is wrong in all of them, and `background.txt`.

`unseen.txt` and `blind.txt` were written by people who had not seen the names and ways of saying that the search knows, and no name
or weight was chosen by them: what they find is what to expect of recommendations that nobody has looked at. That word vectors are
worth their trouble was seen on `unseen.txt` too; `blind.txt` was measured once, when all was decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from findings.made_before import Candidate, rank, terms

HALVES = ("tuned", "kept", "fresh")
UNSEEN = ("unseen", "blind")
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
def read(half: str) -> tuple[list[str], list[Asked]]:
    """The texts that stand in the library of one half, by key, and what is asked there.

    What is right in the other half may be as right here, and nobody has labelled it: so only what is wrong there stands here too.
    """
    library, asked, right, before = [], [], list[int](), ""
    for line in lines(half):
        sign, text = line[0], line[2:].strip()
        right = [] if sign == "+" and before != "+" else right
        if sign in "+-":
            library.append(text)
            right = [*right, len(library) - 1] if sign == "+" else right
        else:
            asked.append(Asked(text, frozenset(right)))
        before = sign
    wrong = [line[2:].strip() for other in HALVES if other != half for line in lines(other) if line[0] == "-"]
    return [*library, *wrong, *lines("background")], asked


def ours(half: str) -> Callable[[str], Sequence[int]]:
    """The order in which made before puts the library of a half for a text."""
    texts = read(half)[0]
    library = [Candidate(key, text) for key, text in enumerate(texts)]
    held = Counter(term for text in texts for term in terms(text))
    return lambda text: [near.key for near in rank(text, library, held, len(library), most=FIRST)]


def recall(half: str, order: Callable[[str], Sequence[int]]) -> float:
    """How many of the queries of a half find one that says the same among the first five."""
    asked = read(half)[1]
    return sum(bool(each.right & {*order(each.text)[:FIRST]}) for each in asked) / len(asked)
