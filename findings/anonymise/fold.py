"""A text seen as plain words: lower case, no accents, no invisible characters, and where each word really stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# Letters that Unicode does not take apart, and letters of other scripts that look like ours (used to dodge a search).
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ə": "e",
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ѕ": "s", "ј": "j", "к": "k",
        "м": "m", "т": "t", "н": "h", "в": "b", "ο": "o", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ρ": "p",
        "τ": "t", "υ": "u", "χ": "x",
    }
)  # fmt: skip
_APOSTROPHES = frozenset("'’‘ʼʹ′`´＇ˈ‛")
_HYPHENS = frozenset("-‐‑‒–−﹣－")
_PIECE = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Word:
    """One word: what it reads folded, where it stands in the text as given, and how it is written."""

    text: str
    start: int
    end: int
    raw: str
    before: str  # what separates it from the word before, folded: "'", "-", " ", ", " …

    @property
    def capital(self) -> bool:
        return self.raw[:1].isupper()

    @property
    def upper(self) -> bool:
        return len(self.text) > 1 and self.raw.upper() == self.raw and self.raw.lower() != self.raw


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return what a character counts as: "" for the invisible and for accents, a space for any white space."""
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    if character.isspace():
        return "\n" if character in "\n\r\x0b\x0c\u2028\u2029\x85" else " "
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return ""
    plain = unicodedata.normalize("NFKD", character).lower()
    return "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me")).translate(_LETTERS)


def fold(text: str) -> str:
    """Return `text` as it is compared: lower case, without accents or invisible characters."""
    return "".join(map(fold_character, text))


def _folded(text: str) -> tuple[str, Sequence[int] | None]:
    """Return the folded text and, for each of its characters, the place in `text` that it came from; None where all stay."""
    table = {character: fold_character(character) for character in set(text)}
    if all(len(plain) == 1 for plain in table.values()):
        return text.translate({ord(character): plain for character, plain in table.items()}), None
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = table[character]
        pieces.append(plain)
        if len(plain) == 1:
            places.append(place)
        else:
            places.extend([place] * len(plain))
    return "".join(pieces), places


def words(text: str) -> list[Word]:
    """Return the words of `text` in order; offsets are those of `text` itself, accents and invisible signs included."""
    plain, places = _folded(text)
    found: list[Word] = []
    last = 0
    for match in _PIECE.finditer(plain):
        first, end = match.span()
        start, over = (first, end) if places is None else (places[first], _end(text, places, end - 1))
        found.append(Word(match.group(), start, over, text[start:over], plain[last:first]))
        last = end
    return found


def cut(found: list[Word], edges: Iterable[int]) -> list[Word]:
    """Return `found` with every word taken apart that one of the `edges` goes through."""
    inside = sorted(set(edges))
    pieces: list[Word] = []
    for word in found:
        marks = inside[bisect_right(inside, word.start) : bisect_left(inside, word.end)]
        if not marks:
            pieces.append(word)
            continue
        before = word.before
        for begin, end in pairwise([word.start, *marks, word.end]):
            raw = word.raw[begin - word.start : end - word.start]
            seen = raw.lstrip("".join(sign for sign in raw if not fold_character(sign)))
            if seen:
                pieces.append(Word(fold(seen), end - len(seen), end, seen, before))
            before = ""
    return pieces


def _end(text: str, places: Sequence[int], last: int) -> int:
    """Return the end in `text` of the folded character `last`, with the accents that stand on it."""
    end = places[last] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
