"""How near two texts are in meaning, whether or not they share a word: by the company that their words keep in English at large.

Each word has a vector (GloVe, see `scr_portal/setup/word_vectors.py`); a text is the sum of those of its words. Where set-up could not
make the table nothing has a meaning, and texts are compared by what they say alone.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from functools import cache, lru_cache
from math import log, sqrt
from operator import mul
from pathlib import Path

from findings.library_words import stem, words
from findings.made_before.alike import ways
from findings.made_before.words import apart, passed_over

TABLE = Path(__file__).parent / "vectors.db"
Vector = tuple[float, ...]


def there() -> bool:
    """Whether the table of word vectors is there."""
    return _table() is not None


@lru_cache(maxsize=20_000)
def meaning(text: str) -> Vector:
    """The vector of a text, of length one; empty where no word of it is known. A word counts less the more of the field uses it."""
    said = dict.fromkeys(word.removesuffix("'s") for word in words(apart(text)))
    known = [weighed for word in said if stem(word) not in passed_over() and (weighed := _weighed(word))]
    total = [sum(column) for column in zip(*known, strict=True)]
    length = sqrt(sum(number * number for number in total))
    return tuple(number / length for number in total) if length else ()


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors: 1 for the same; 0 where either is empty."""
    return sum(map(mul, one, other))


@cache
def _table() -> sqlite3.Connection | None:
    if not TABLE.is_file():
        return None
    return sqlite3.connect(f"{TABLE.as_uri()}?immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=10_000)  # 3 kB each, in every process
def _weighed(word: str) -> Vector:
    """The vector of a word times what it tells; empty where the table has none."""
    table = _table()
    row = table.execute("SELECT vector FROM vectors WHERE word = ?", (word,)).fetchone() if table else None
    weight = log(1 + len(ways()) / (_spread()[stem(word)] + 1))
    return tuple(weight * number for number in array("b", row[0])) if row else ()


@cache
def _spread() -> Counter[str]:
    """Of how many things the field says each stem, by its own list of names: “child” of many, “ligature” of one."""
    return Counter(
        each for known in ways().values() for each in {stem(word) for way in known for word in words(apart(way))}
    )
