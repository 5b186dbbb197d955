"""Words that were quoted from a text: where they stand in it now, whatever was written around them since. Pure."""

from __future__ import annotations

import re

AROUND = 60


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """(start, end) of everywhere that the quoted words stand in `text`, however their lines are broken."""
    if not quote.split():
        return []
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return [found.span() for found in re.finditer(pattern, text)]


def before(text: str, quote: str) -> str:
    """What stands before the first of the quoted words, by which this place is known among others that say the same."""
    found = places(text, quote)
    return text[max(0, found[0][0] - AROUND) : found[0][0]] if found else ""


def place(text: str, quote: str, lead: str) -> tuple[int, int] | None:
    """Where the quoted words stand now; None where they do not, or where nobody can say which of several places is meant."""
    found = places(text, quote)
    if len(found) > 1:
        found = [(start, end) for start, end in found if (text[:start].endswith(lead) if lead else start == 0)]
    return found[0] if len(found) == 1 else None


def replaced(text: str, quote: str, lead: str, words: str) -> str | None:
    """`text` with other words in the quoted place; nothing else of it changes. None where the place is not there any more."""
    found = place(text, quote, lead)
    return None if found is None else text[: found[0]] + words + text[found[1] :]
