"""How a name sounds: what is left of it when letters that are heard alike are written alike."""

from __future__ import annotations

import re
from functools import lru_cache

_ALIKE = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"tsch|tch|sch|sh|ch|cz|sz|zh", "s"), (r"ph", "f"), (r"gh|dh|bh|th|kh", lambda found: found.group()[0]), (r"ck|q|c", "k"),
        (r"x", "ks"), (r"z", "s"), (r"w", "v"), (r"h", ""), (r"[aeiouy]+|j", "a"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_LEAST = 3  # consonants of a name that is told by them


@lru_cache(maxsize=8192)
def heard(name: str) -> str:
    """Return the consonants of a folded name as they sound, with a vowel at its beginning; "" when they are too few to tell."""
    sound = name
    for written, alike in _ALIKE:
        sound = written.sub(alike, sound)
    sound = sound[:1] + sound[1:].replace("a", "")
    return sound if len(sound.lstrip("a")) >= _LEAST else ""
