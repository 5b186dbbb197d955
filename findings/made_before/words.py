"""The words of a finding or recommendation as they are compared: what the field says in several ways has one name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from findings.frequency import zipf
from findings.library_words import SMALL, stem, words
from findings.made_before.alike import ways

# Words of every recommendation: that somebody should do something says nothing about what.
EVERYWHERE = (
    "ensure must need needs make made way take taken use used using work works working include including relevant appropriate "
    "appropriately effective effectively clear clearly robust consider considered considering recommend recommendation recommended "
    "agency agencies service services professional professionals practitioner practitioners staff organisation organisations team "
    "teams people member members local where whether across within between through case cases support provide provided given good "
    "every only no out up get becoming become before after during while because one two three new not don't do without own it's"
)
NAME = "="
HYPHENS = str.maketrans("-‐‑–—/", "      ")
Said = tuple[str, ...]


@cache
def _ways() -> dict[str, list[tuple[Said, Said]]]:
    """First stem of a way of saying → (all its stems, the names of what is said), the longest first."""
    found: dict[str, dict[Said, Said]] = {}
    for name, known in ways().items():
        for way in known:
            said = tuple(map(stem, words(apart(way))))
            under = found.setdefault(said[0], {})
            under[said] = tuple(dict.fromkeys((*under.get(said, ()), NAME + name)))
    return {first: sorted(under.items(), key=lambda way: -len(way[0])) for first, under in found.items()}


def named(said: Sequence[str]) -> list[str]:
    """A text's stems in their order, with every way of saying put under its names."""
    known, found, at = _ways(), list[str](), 0
    while at < len(said):
        here = next((way for way in known.get(said[at], ()) if tuple(said[at : at + len(way[0])]) == way[0]), None)
        found += here[1] if here else (said[at],)
        at += len(here[0]) if here else 1
    return found


def apart(text: str) -> str:
    """A text in which a hyphen parts two words."""
    return text.translate(HYPHENS)


@cache
def passed_over() -> frozenset[str]:
    """The stems that say nothing about what is recommended."""
    return frozenset(map(stem, (*EVERYWHERE.split(), *SMALL)))


@lru_cache(maxsize=20_000)
def terms(text: str) -> frozenset[str]:
    """What a text is found by: its names and the stems of its words, each once; words that say nothing are left out."""
    said = [stem(word) for word in words(apart(text))]
    return frozenset((*named(said), *said)) - passed_over()


@lru_cache(maxsize=20_000)
def rarity(word: str) -> float:
    """How seldom a stem is used in English at large, from 0.15 to 1: that two texts say “begin” is no likeness."""
    return min(1.0, max(0.15, (6.2 - zipf(word)) / 3.0))
