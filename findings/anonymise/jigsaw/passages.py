"""Which paragraphs, and which people, stand out by how many kinds of detail are told of them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from findings.anonymise.jigsaw.shapes import Detail

PASSAGE_KINDS = 3  # kinds of detail about one person that make a paragraph stand out
PERSON_KINDS = 4  # and a person, in the whole document
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_SHARED = "family"  # what is told of the household is told of each of its members


@dataclass(frozen=True)
class Passage:
    """One paragraph: its number in the text, offsets, details, of whom most kinds are told, and which kinds those are."""

    number: int
    start: int
    end: int
    details: tuple[Detail, ...]
    who: str
    kinds: frozenset[str]

    @property
    def stands_out(self) -> bool:
        """Whether so many kinds stand together that they may identify."""
        return len(self.kinds) >= PASSAGE_KINDS


def passages(text: str, found: Sequence[Detail]) -> list[Passage]:
    """Return the paragraphs of `text` that hold details of `found`, in order."""
    edges = [0]
    for gap in _PARAGRAPH.finditer(text):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    made = []
    paragraphs = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if text[start:end].strip()]
    for number, (start, end) in enumerate(paragraphs, start=1):
        inside = tuple(detail for detail in found if start <= detail.start and detail.end <= end)
        if inside:
            who, kinds = _most(inside)
            made.append(Passage(number, start, end, inside, who, kinds))
    return made


def persons(found: Iterable[Detail]) -> dict[str, frozenset[str]]:
    """Return of whom enough kinds are told in a whole document that they may be identified, and which kinds."""
    return {who: kinds for who, kinds in _told(found).items() if who != _SHARED and len(kinds) >= PERSON_KINDS}


def _most(found: Iterable[Detail]) -> tuple[str, frozenset[str]]:
    told = _told(found)
    return max(told.items(), key=lambda each: (len(each[1]), each[0] != _SHARED))


def _told(found: Iterable[Detail]) -> dict[str, frozenset[str]]:
    """Return the kinds that are told of each; those of the household count for every member."""
    told: dict[str, set[str]] = {}
    for detail in found:
        told.setdefault(detail.who, set()).add(detail.kind)
    shared = told.get(_SHARED, set())
    return {who: frozenset(kinds | shared) for who, kinds in told.items()}
