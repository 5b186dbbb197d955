"""The number of a house before the name of its street."""

from __future__ import annotations

import re

_HOUSE = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room|block|plot)\.?\s*[\da-z]{1,4},?\s*)?(?:\bno\.?\s*)?"
    r"(?<![\d/.])(?!(?:19|20)\d\d\b)\d{1,4}[a-z]?(?:\s*[-–/]\s*\d{1,4})?,?\s+\Z|\b(?:flat|apartment|apt|unit|room|block|plot)\.?\s*[\da-z]{1,4},?\s+\Z",
    re.I,
)


def number_before(text: str, start: int) -> int:
    """Return where an address begins whose street begins at `start`: at its house or flat number if there is one."""
    lead = max(0, start - 40)
    found = _HOUSE.search(text[lead:start])
    return lead + found.start() if found else start
