"""Where a published name ends: it is no part of a longer name."""

from __future__ import annotations

import re
from collections.abc import Container

from findings.anonymise.fold import words


def standing_alone(pseudonym: str) -> str:
    """Return a pattern for `pseudonym` that is not part of a longer word or number."""
    before = r"(?<![^\W\d_])" if pseudonym[0].isalpha() else r"(?<!\d)"
    name_goes_on = r"(?![^\W\d_]|['’‘ʼ](?![sS]\b)[^\W\d_])"  # "Mr O" is not what stands in "Mr O'Neill"
    after = name_goes_on if pseudonym[-1].isalpha() else r"(?!\d)"
    return before + re.escape(pseudonym) + after


def surname_follows(text: str, end: int, surnames: Container[str]) -> bool:
    """Say whether the letter before `end` is an initial, since one of `surnames` stands behind it: "Mr F" in "Mr F Bishop"."""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper() or text[end - 2 : end - 1] != " ":
        return False
    following = words(text[end + 1 : end + 30])
    return bool(following) and following[0].text in surnames
