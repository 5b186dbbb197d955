"""Slips of the keyboard, and the seams in words that were run together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=65536)
def humped(raw: str) -> bool:
    """Say whether the word has a seam: a capital after a small letter, or a letter beside a figure."""
    if raw.isalpha() and (raw[1:].islower() or raw.isupper()):
        return False
    return any(hump(one, other) for one, other in pairwise(raw))


def hump(one: str, other: str) -> bool:
    """Say whether between two letters there is a seam."""
    return (
        (one.islower() and other.isupper())
        or (one.isalpha() and other.isdigit())
        or (one.isdigit() and other.isalpha())
    )


def figures_before(parts: Sequence[str]) -> bool:
    """Say whether the parts of a word are figures and one word with a capital: "86Paradise"."""
    return len(parts) == 2 and parts[0].isdigit() and parts[1][:1].isupper()


def deletions(word: str) -> set[str]:
    """Return `word` without each of its letters."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def one_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter: left out, doubled or put in, exchanged, or two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end_one, end_other = one[start:], other[start:]
    if len(one) != len(other):
        longer, shorter = (end_one, end_other) if len(one) > len(other) else (end_other, end_one)
        return longer[1:] == shorter
    if end_one[1:] == end_other[1:]:
        return True
    return end_one[:2] == end_other[:2][::-1] and end_one[2:] == end_other[2:]
