"""The words of a published review as the library looks for them: in all their forms, singly and as neighbours. Pure.

What is kept of a review and what somebody types are read alike, so every database finds the same reviews: each word by its stem,
“two words” as neighbours (small words between them do not count), and a word that is said often a second and a third time, so that
reviews that say more of it can stand first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from snowballstemmer import stemmer

from agencies.searching import folded, wanted

WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
# From how many times on a word counts as said several times, and as said often.
TIERS = (3, 8)
# Between the stems of neighbours, and before the class of a word that is said often; no word holds either.
JOIN, TIER = "_", "+"
LITTLE = (
    "a an the and or of to in on at by for from with as is are was were be been being it its this that these those he she they them "
    "his her their theirs him i we our you your who whom whose which what when where how than then there here had has have having do "
    "does did but if so such into about over under up down out off also would could should may might can will shall must more most "
    "any each all both some other very"
)
SMALL = frozenset(LITTLE.split())
# What the stemmer takes for other words, or for the same: medicines are not what a doctor finds.
IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "medication": "medicine", "medications": "medicine", "medicines": "medicine",
    "gps": "gp", "people": "person", "persons": "person",
}  # fmt: skip
_english = stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without the ending that its number and tense give it."""
    plain = word.removesuffix("'s")
    return IRREGULAR.get(plain) or str(_english.stemWord(plain))


def words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return WORD.findall(folded(text).replace("\n", " "))


def stems(text: str) -> list[str]:
    """The stems of the words of a text that are not small ones, in their order."""
    return [stem(word) for word in words(text) if word not in SMALL]


def kept(text: str) -> list[str]:
    """Everything that a review is found by, each once: stems, neighbours, and stems that are said often."""
    said = stems(text)
    often = Counter(said)
    classes = (f"{word}{TIER}{place}" for place, most in enumerate(TIERS, 2) for word, n in often.items() if n >= most)
    return sorted({*often, *(JOIN.join(pair) for pair in pairwise(said)), *classes})


def asked(text: str) -> list[str]:
    """What a review must hold all of for what somebody typed: words, and "phrases in quotation marks" as neighbours."""
    found: list[str] = []
    for each in wanted(text):
        said = stems(each)
        found += said if len(said) == 1 or '"' not in text else [JOIN.join(pair) for pair in pairwise(said)]
    return [*dict.fromkeys(found)]


def often(terms: Sequence[str], tier: int) -> list[str]:
    """The same asked for as said several times (2) or often (3); neighbours have no classes."""
    return [term if JOIN in term else f"{term}{TIER}{tier}" for term in terms]


def passages(text: str, terms: Iterable[str], most: int = 2, around: int = 220) -> list[list[tuple[str, bool]]]:
    """The places of a text that say most of what was asked for: (words, whether they were asked for) in turn."""
    sought = {part for term in terms for part in term.split(JOIN)}
    hits = [found for found in _beginning(sought).finditer(text) if stem(folded(found[0])) in sought] if sought else []
    chosen: list[tuple[int, int]] = []
    for start, end in _windows(hits, around):
        if len(chosen) < most and all(end < other[0] or start > other[1] for other in chosen):
            chosen.append((start, end))
    return [_marked(text, start, end, hits, around) for start, end in sorted(chosen)]


def _beginning(sought: Iterable[str]) -> re.Pattern[str]:
    """What finds every word that may have one of these stems: a word begins as its stem does, but for the last letter."""
    begin = {each[:-1] if len(each) > 3 else each for each in sought}
    begin |= {word for word, plain in IRREGULAR.items() if plain in sought}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(begin)))})[^\W_]*", re.IGNORECASE)


def _windows(hits: Sequence[re.Match[str]], around: int) -> list[tuple[int, int]]:
    """(start, end) of what was asked for, the places first in which most different words of it stand together."""
    found = []
    for place, hit in enumerate(hits):
        near = [each for each in hits[place : place + 12] if each.start() - hit.start() <= around]
        found.append((-len({stem(folded(each[0])) for each in near}), hit.start(), near[-1].end()))
    return [(start, end) for _, start, end in sorted(found)]


def _marked(text: str, start: int, end: int, hits: Sequence[re.Match[str]], around: int) -> list[tuple[str, bool]]:
    """One place with the words around it, cut between words, and what was asked for apart."""
    first = text.rfind(" ", 0, max(0, start - around // 2)) + 1 if start > around // 2 else 0
    last = text.find(" ", min(len(text), end + around // 2))
    last = len(text) if last < 0 else last
    parts, at = [], first
    for hit in hits:
        if first <= hit.start() and hit.end() <= last:
            parts += [(text[at : hit.start()], False), (hit[0], True)]
            at = hit.end()
    parts.append((text[at:last], False))
    return [(" ".join(words.split("\n")) if not said else words, said) for words, said in parts if words]
