"""Two people wrote in one text at the same time: what both texts are together, and where a person must decide. Pure.

It goes by paragraphs. What only one of the two changed stands as they left it; what both put in stands in full; a
paragraph that both changed differently, or that one took out while the other changed it, is a dispute. So no paragraph
that either of them wrote is lost without somebody saying so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviews.comparison import steps

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True, slots=True)
class Settled:
    """A paragraph that stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A paragraph that both changed: as it was, as either has it now; None where they took it out."""

    base: str
    mine: str | None
    theirs: str | None

    @property
    def key(self) -> str:
        """Its name in a form: the same words have the same name."""
        said = "\x1f".join(text if text is not None else "\x00" for text in (self.base, self.mine, self.theirs))
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def chosen(self, choice: str) -> list[str]:
        """The paragraphs that stand after a choice."""
        told = {MINE: [self.mine], THEIRS: [self.theirs], BOTH: [self.theirs, self.mine]}[choice]
        return [text for text in told if text is not None]


Part = Settled | Dispute


def plain(text: str) -> str:
    """A text with one kind of line end and nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what blank lines part."""
    return [part.strip("\n") for part in re.split(r"\n[^\S\n]*\n", plain(text)) if part.strip()]


@dataclass(slots=True)
class Changes:
    """What one person made of a text: each of its paragraphs as they left it, and what they put in before each."""

    stands: list[str | None]
    put_in: list[list[str]]

    @classmethod
    def between(cls, base: Sequence[str], text: Sequence[str]) -> Changes:
        """Worked out from the paragraphs before and after; what was put in at the end comes last."""
        made = cls([None] * len(base), [[] for _ in range(len(base) + 1)])
        reached = 0
        for i, k in steps(base, text):
            if i is not None:
                made.stands[i] = None if k is None else text[k]
                reached = i + 1
            elif k is not None:
                made.put_in[reached].append(text[k])
        return made


def reconciled(base: str, mine: str, theirs: str) -> tuple[Part, ...]:
    """The parts of the text that holds what both made of `base`, in order."""
    was = paragraphs(base)
    ours, others = Changes.between(was, paragraphs(mine)), Changes.between(was, paragraphs(theirs))
    found: list[Part] = []
    for i in range(len(was) + 1):
        found += map(Settled, [*others.put_in[i], *without(ours.put_in[i], others.put_in[i])])
        if i < len(was):
            found += met(was[i], ours.stands[i], others.stands[i])
    return tuple(found)


def without(paragraphs: Iterable[str], known: Iterable[str]) -> list[str]:
    """The paragraphs that are not in `known`: two people who put in the same words put them in once."""
    left = [*known]
    found = []
    for text in paragraphs:
        if text in left:
            left.remove(text)
        else:
            found.append(text)
    return found


def met(base: str, mine: str | None, theirs: str | None) -> list[Part]:
    """One paragraph of the text before, after both."""
    if mine != theirs and base not in (mine, theirs):
        return [Dispute(base, mine, theirs)]
    stands = mine if theirs == base else theirs
    return [] if stands is None else [Settled(stands)]


def disputes(parts: Iterable[Part]) -> list[Dispute]:
    """What somebody has to decide, each once."""
    return list(dict.fromkeys(part for part in parts if isinstance(part, Dispute)))


def joined(parts: Iterable[Part], choices: Mapping[str, str]) -> str:
    """The text, with disputes settled as `choices` (key → "mine", "theirs" or "both") say. Raises KeyError for one left open."""
    found: list[str] = []
    for part in parts:
        found += [part.text] if isinstance(part, Settled) else part.chosen(choices[part.key])
    return "\n\n".join(found)
