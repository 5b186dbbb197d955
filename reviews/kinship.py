"""What two entries of the people register can be to each other: the words from either side, and what cannot be.

Plain values, no database.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# kind | the first is the … of the second (anybody, a woman, a man) | the second is the … of the first; nothing: the same
TABLE = """
parent          | parent by birth, mother, father                             | child, daughter, son
step_parent     | step-parent, stepmother, stepfather                         | stepchild, stepdaughter, stepson
adoptive_parent | adoptive parent, adoptive mother, adoptive father           | adopted child, adopted daughter, adopted son
foster_carer    | foster carer                                                | foster child
grandparent     | grandparent, grandmother, grandfather                       | grandchild, granddaughter, grandson
sibling         | sibling, sister, brother                                    |
half_sibling    | half-sibling, half-sister, half-brother                     |
twin            | twin, twin sister, twin brother                             |
partner         | partner                                                     |
ex_partner      | former partner                                              |
married         | spouse, wife, husband                                       |
separated       | separated spouse, separated wife, separated husband         |
divorced        | divorced spouse, former wife, former husband                |
other           | relative                                                    |
professional    | professional                                                | person worked with
lives_at        | resident                                                    | home
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to be related: the words for the first and for the second, each for anybody, a woman and a man."""

    key: str
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def mutual(self) -> bool:
        """Whether both are the same to each other."""
        return self.first == self.second

    def said(self, sex: str, *, back: bool = False) -> str:
        """What the first, of that sex, is to the second; `back`: what the second is to the first."""
        words = self.second if back else self.first
        return words[{"female": 1, "male": 2}.get(sex, 0) % len(words)]


def read(table: str) -> dict[str, Kind]:
    """The kinds of a table, by key."""
    found = {}
    for line in filter(str.strip, table.splitlines()):
        key, first, second = (
            tuple(word.strip() for word in cell.split(",") if word.strip()) for cell in line.split("|")
        )
        found[key[0]] = Kind(key[0], first, second or first)
    return found


KINDS = read(TABLE)
CHOICES = [
    (
        key,
        {"professional": "professional to", "lives_at": "lives at", "other": "other relative"}.get(key, kind.first[0]),
    )
    for key, kind in KINDS.items()
]
COUPLES = ("married", "separated", "divorced", "partner", "ex_partner")
# The first is of an earlier generation, and cannot be the younger of the two.
ELDERS = ("parent", "adoptive_parent", "foster_carer", "grandparent")
ANCESTORS = ("parent", "adoptive_parent", "grandparent")
SIBLINGS = ("sibling", "half_sibling", "twin")

Tie = tuple[str, int, int]  # kind, the first person, the second


def circle(ties: Iterable[Tie], first: int, second: int) -> bool:
    """Whether `first` would be an ancestor of themselves as an ancestor of `second`."""
    above: dict[int, set[int]] = {}
    for kind, elder, younger in ties:
        if kind in ANCESTORS:
            above.setdefault(elder, set()).add(younger)
    waiting, seen = [second], set()
    while waiting:
        at = waiting.pop()
        if at == first:
            return True
        if at not in seen:
            seen.add(at)
            waiting.extend(above.get(at, ()))
    return False


def sentence(kind: str, first: str, second: str, sex: str) -> str:
    """The relation as a sentence, from the first side."""
    if kind == "lives_at":
        return f"{first} lives at {second}"
    if kind == "professional":
        return f"{first} is a professional to {second}"
    article = "a" if kind in {"sibling", "half_sibling", "other", "foster_carer", "step_parent"} else "the"
    return f"{first} is {article} {KINDS[kind].said(sex)} of {second}"


def from_side(kind: str, other: str, sex: str, *, back: bool) -> str:
    """The relation in a list under one of the two: "mother of Child A"; `sex` is that of whom it stands under."""
    if kind == "lives_at":
        return f"home of {other}" if back else f"lives at {other}"
    if kind == "professional":
        return f"worked with by {other}" if back else f"professional to {other}"
    return f"{KINDS[kind].said(sex, back=back)} of {other}"


def together(names: Iterable[str]) -> str:
    """Names as they stand in a sentence: "A, B and C"."""
    *before, last = [*names] or [""]
    return f"{', '.join(before)} and {last}" if before else last
