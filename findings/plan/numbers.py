"""The numbers of recommendations and actions as boards write them: 1, 1.1, 1a, R3(ii), Recommendation 4."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = r"(?:(?:recommendation|rec|action|finding|item)s?\.?\s*(?:no\.?|number)?\s*|[RA]\s?(?=\d))"
_PARTS = r"(?P<first>\d{1,3})(?P<dotted>(?:[.\-/]\d{1,3})*)\s?(?P<letter>[a-z](?![a-z]))?(?P<bracketed>(?:\s?\((?:[ivx]+|[a-z]|\d{1,2})\))*)"
WHOLE = re.compile(rf"(?P<word>{_WORD})?{_PARTS}\s*[.):\-–]?", re.IGNORECASE)
# In front of words a bare number needs a stop, so that "3 months" and "24 hours" stay words.
LEADING = re.compile(
    rf"(?P<word>{_WORD})?(?P<first>\d{{1,3}})(?P<dotted>(?:\.\d{{1,3}})*)(?P<letter>[a-z](?=[\s.):]))?"
    r"(?P<bracketed>(?:\s?\((?:[ivx]+|[a-z]|\d{1,2})\))*)(?P<stop>\s*[.):\-–]|(?=\s))(?![.\d])\s+(?=\S)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:hours?|hrs?|days?|weeks?|months?|years?|minutes?|%|per cent|fte|wte|posts?|staff|people|children|million)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written and its parts: "R3(ii)" → ("3", "ii"); the first part is the recommendation's."""

    text: str
    parts: tuple[str, ...]

    @property
    def recommendation(self) -> int:
        """The number of the recommendation."""
        return int(self.parts[0])

    @property
    def several(self) -> bool:
        """Whether it has more than one part, so that it is an action's own."""
        return len(self.parts) > 1


def read(text: str) -> Number | None:
    """The number that a whole cell holds, or None."""
    match = WHOLE.fullmatch(text.strip())
    return _number(match) if match else None


def leading(text: str) -> tuple[Number | None, str]:
    """The number in front of a text and the rest of it; (None, text) where none stands there."""
    match = LEADING.match(text)
    if match is None:
        return None, text
    rest = text[match.end() :]
    told = match["word"] or match["dotted"] or match["letter"] or match["bracketed"] or match["stop"].strip()
    if not told or (not match["word"] and not match["stop"].strip() and _AMOUNT.match(rest)):
        return None, text
    return _number(match), rest


def _number(match: re.Match[str]) -> Number:
    parts = [match["first"], *re.findall(r"\d+", match["dotted"])]
    parts += [match["letter"].lower()] if match["letter"] else []
    parts += [part.lower() for part in re.findall(r"\((\w+)\)", match["bracketed"])]
    text = match[0].strip().rstrip(".:-– ")
    return Number(text if "(" in text else text.rstrip(") "), tuple(str(int(p)) if p.isdigit() else p for p in parts))
