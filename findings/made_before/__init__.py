"""Which earlier recommendations say the same as one that is being written, whatever words their boards used. Pure.

What the field says in several ways has one name (`alike`). Two texts are near where they share names, and a little where they share
words; each counts by how seldom the library uses it. As much again counts how near they are in meaning (`vectors`), where the table for
it is there. Nothing leaves the portal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from findings.made_before.vectors import likeness, meaning
from findings.made_before.words import NAME, rarity, terms

__all__ = ["Candidate", "Near", "rank", "said", "telling", "terms"]

# How much it counts that two texts share a word, where a name of the field counts 1; and that they share all themes.
OF_WORDS, OF_THEMES = 0.15, 0.15
# How much more a seldom term says than a frequent one.
STEEP = 1.7
# As if so many texts on other things stood beside those of a small library, in which a term that two of three hold says nothing.
OTHERS = 200
# A candidate that says less than this part of what the text says is not near, unless it is as near as this in meaning.
NEAR, NEAR_IN_MEANING = 0.15, 0.7
# How many terms of a text candidates are looked for by: its most telling ones.
TELLING = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier finding or recommendation: its key, what it says, and the themes that it bears."""

    key: int
    text: str
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Near:
    """How near a candidate is, from 0 to 1, and the terms that both say, the most telling first."""

    key: int
    score: float
    shared: tuple[str, ...]


def telling(text: str, held: Mapping[str, int], number: int) -> dict[str, float]:
    """The terms of a text that say most of it, and how much each says; `held` tells how many of `number` texts hold a term."""
    found = {term: _weight(term, held.get(term, 0), number) for term in terms(text)}
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:TELLING])


def rank(
    text: str,
    candidates: Iterable[Candidate],
    held: Mapping[str, int],
    number: int,
    *,
    themes: Iterable[str] = (),
    most: int = 20,
) -> list[Near]:
    """The candidates that are near a text, the nearest first. `held` tells how many of `number` earlier texts hold a term."""
    asked, meant = telling(text, held, number), meaning(text)
    whole, wanted = sum(asked.values()) or 1.0, frozenset(themes)
    found = []
    for each in candidates:
        both = terms(each.text) & asked.keys()
        if not both:
            continue
        alike, close = sum(asked[term] for term in both) / whole, likeness(meant, meaning(each.text))
        if alike >= NEAR or close >= NEAR_IN_MEANING:
            alike *= 1 + OF_THEMES * (len(wanted & each.themes) / len(wanted) if wanted else 0)
            shared = sorted(both, key=lambda term: (-asked[term], term))
            found.append(Near(each.key, (min(1.0, alike) + max(0.0, close)) / 2, tuple(shared)))
    return sorted(found, key=lambda each: (-each.score, each.key))[:most]


def said(shared: Sequence[str], most: int = 4) -> list[str]:
    """What two texts share, as a page says it: the names of the field, the most telling first."""
    return [term.removeprefix(NAME).replace("-", " ") for term in shared if term.startswith(NAME)][:most]


def _weight(term: str, held: int, number: int) -> float:
    counts = 1.0 if term.startswith(NAME) else OF_WORDS * rarity(term)
    return float(counts * log(1 + (number + OTHERS - held + 0.5) / (held + 0.5)) ** STEEP)
