"""The number of a house before the name of its street."""

from __future__ import annotations

import re

from findings.anonymise.view import View

_HOUSE = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room|block|plot|caravan|chalet|cabin|pitch|berth)\.?\s*(?:[a-z]?\d{1,4}[a-z]?|[a-z]),?\s*)?(?:\bno\.?\s*)?"
    r"(?<![\d/.])(?!(?:19|20)\d\d\b)\d{1,4}[a-z]?(?:\s*[-–/]\s*\d{1,4})?,?\s+\Z|\b(?:flat|apartment|apt|unit|room|block|plot|caravan|chalet|cabin|pitch|berth)\.?\s*(?:[a-z]?\d{1,4}[a-z]?|[a-z]),?\s+\Z",
    re.I,
)


def number_before(text: str, start: int) -> int:
    """Return where an address begins whose street begins at `start`: at its house or flat number if there is one."""
    lead = max(0, start - 40)
    found = _HOUSE.search(text[lead:start])
    return lead + found.start() if found else start


def house_word(view: View, first: int) -> int:
    """Return the word with which the address begins whose street begins with word `first`."""
    start = number_before(view.text, view.words[first].start)
    while first and view.words[first - 1].start >= start and first - 1 not in view.taken:
        first -= 1
    return first
